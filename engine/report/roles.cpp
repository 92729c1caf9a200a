#include "report/roles.h"

namespace polder::report {
namespace {

struct Hand {
  std::string_view lever;  // how its key begins
  bool mayor, alderman, councillor;
};

/// The first that fits holds. The council sets budgets, consents to arrangements and runs its own agenda; the college
/// carries out; the mayor leads in a crisis, chairs council and college, and speaks for the municipality outside.
constexpr Hand hands[] = {
    {"agreements.", true, true, true},
    {"analysis.", false, true, true},
    {"border.", false, true, false},
    {"budget.", false, true, true},
    {"caseload.", false, true, false},
    {"coalition.", false, true, true},
    {"council.", true, false, true},
    {"crisis.help", true, true, false},
    {"crisis.protocol", true, true, true},
    {"domains.", false, true, false},
    {"governance.", false, true, true},
    {"hc_agenda.payer_shares.municipalities", false, true, true},
    {"hc_agenda.payer_shares", false, true, false},
    {"hc_agenda.", false, true, true},
    {"ibp.", true, true, false},
    {"info.tools_use", false, true, true},
    {"info.", false, true, false},
    {"linking.", true, true, false},
    {"onboarding.", true, true, false},
    {"pc.", false, true, true},
    {"pockets.", false, true, true},
    {"portfolio.", true, true, true},
    {"retention.", true, true, true},
    {"schools.", false, true, false},
    {"sheltered_places", false, true, true},
    {"tasks.crisis.", true, true, true},
    {"tasks.", false, true, true},
    {"wage_subsidy.", false, true, false},
    {"wgr.input_effort", true, true, true},
};

}  // namespace

std::string_view name_of(Role role, Tongue tongue) {
  if (role == Role::Mayor) return in(tongue, "burgemeester", "mayor");
  return role == Role::Alderman ? in(tongue, "wethouder", "alderman") : in(tongue, "raadslid", "councillor");
}

bool controls(Role role, std::string_view lever, std::string_view value) {
  const bool elsewhere = value == "province" || value == "national" || value == "international";
  if (lever.starts_with("tasks.") && elsewhere) return false;
  for (const Hand& hand : hands) {
    if (!lever.starts_with(hand.lever)) continue;
    return role == Role::Mayor ? hand.mayor : role == Role::Alderman ? hand.alderman : hand.councillor;
  }
  return false;
}

}  // namespace polder::report
