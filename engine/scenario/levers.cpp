// The table of levers: what a decision maker can change, with unit, bounds and meaning.
#include <algorithm>
#include <array>

#include "polder/scenario/lever.h"

namespace polder {
namespace {

Cents to_cents(double eur) { return static_cast<Cents>(eur * 100.0 + 0.5); }

void set_guidance(Policy& policy, const Country& country, MunicipalityIndex who, double value, bool relative) {
  auto& budget = policy.mandates.guidance_budget;
  if (budget.empty()) budget.assign(country.municipalities.size(), Cents{-1});
  const auto figure = static_cast<double>(country.municipalities[who].guidance_budget);
  budget[who] = relative ? static_cast<Cents>(figure * value + 0.5) : to_cents(value);
}

void set_triage(Policy& policy, const Country& country, MunicipalityIndex who, double value, bool) {
  auto& triage = policy.mandates.triage;
  if (triage.empty()) triage.assign(country.municipalities.size(), Triage::Equal);
  triage[who] = static_cast<Triage>(static_cast<int>(value));
}

void set_crisis_help(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.mandates.crisis_help = value;
}
void set_info_precision(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.mandates.info_precision = value;
}
void set_capacity_rule(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.mandates.capacity_rule = static_cast<CapacityRule>(static_cast<int>(value));
}
void set_bbl_share(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.mandates.bbl_share = value;
}
void set_link_education(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.mandates.link_education = value;
}
void set_ww_most_months(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.rules.ww_most_months = static_cast<int>(value);
}
void set_ww_least_months(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.rules.ww_least_months = static_cast<int>(value);
}
void set_ww_first_months(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.rules.ww_first_months = static_cast<int>(value);
}
void set_ww_cap(Policy& policy, const Country&, MunicipalityIndex, double value, bool) { policy.rules.ww_cap = value; }
void set_ww_rate_first(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.rules.ww_rate_first = value;
}
void set_ww_rate_after(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.rules.ww_rate_after = value;
}
void set_bijstand_norm(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.rules.bijstand_norm = value;
}

constexpr std::array<Lever, 14> table{{
    {"budget.guidance", LeverKind::Money, "EUR per year", 0, 1e9, true, true, "",
     "re-integratiebudget van elke genoemde gemeente (participatie), bedrag of aandeel van het huidige",
     "guidance budget of each municipality named (re-integration), an amount or a share of today's", set_guidance},
    {"caseload.triage", LeverKind::Choice, "equal|closest|farthest|profiled", 0, 3, true, false, "",
     "wie de begeleiding in de bijstand krijgt: iedereen, dichtst bij werk eerst, verst van werk eerst, op profiel",
     "who in bijstand gets the guidance: everybody, closest to work first, farthest first, by profile", set_triage},
    {"crisis.help", LeverKind::Share, "%", 0, 1, false, false, "intensity",
     "crisishulp aan werknemers van een fabriek die sluit: intensiteit",
     "crisis help to workers of a plant that closes: intensity", set_crisis_help},
    {"info.precision", LeverKind::Share, "%", 0, 1, false, false, "",
     "precisie van de verwachte vraag naar arbeid per beroep: 0 % ziet alleen het afgelopen jaar, 100 % weet wat komt",
     "precision of forecasts of demand by occupation: 0 % sees only the last year, 100 % knows what comes",
     set_info_precision},
    {"schools.capacity_rule", LeverKind::Choice, "fixed|national|regional", 0, 2, false, false, "",
     "wiens verwachte tekort opleidingsplaatsen volgen: niemands, dat van het land, dat van de eigen regio",
     "whose expected shortage places of schools follow: nobody's, the country's, that of their own region",
     set_capacity_rule},
    {"schools.bbl_share", LeverKind::Share, "%", 0, 1, false, false, "",
     "deel van de mbo-studenten dat een leerwerkplek in het eigen vak zoekt (bbl)",
     "share of mbo students who seek a work-based place in the field of their programme (bbl)", set_bbl_share},
    {"domains.link_education", LeverKind::Share, "%", 0, 1, false, false, "",
     "scholen aan de regionale tafel: plaatsen volgen het regionale tekort, en wie kiest weet meer",
     "schools at the regional table: places follow the regional shortage, and who chooses knows more",
     set_link_education},
    {"ww.most_months", LeverKind::Months, "months", 3, 60, false, false, "", "langste duur van de ww",
     "longest duration of ww", set_ww_most_months},
    {"ww.least_months", LeverKind::Months, "months", 0, 60, false, false, "", "kortste duur van de ww",
     "shortest duration of ww", set_ww_least_months},
    {"ww.first_months", LeverKind::Months, "months", 0, 60, false, false, "", "maanden met het eerste ww-percentage",
     "months at the first rate of ww", set_ww_first_months},
    {"ww.cap", LeverKind::Money, "EUR per month", 0, 100000, false, false, "", "hoogste loon dat telt voor de ww",
     "largest wage that counts for ww", set_ww_cap},
    {"ww.rate_first", LeverKind::Share, "%", 0, 1, false, false, "", "ww als deel van het loon, eerste maanden",
     "ww as a share of the wage, first months", set_ww_rate_first},
    {"ww.rate_after", LeverKind::Share, "%", 0, 1, false, false, "", "ww als deel van het loon, daarna",
     "ww as a share of the wage, after them", set_ww_rate_after},
    {"bijstand.norm", LeverKind::Money, "EUR per month", 0, 10000, false, false, "", "bijstand per ontvanger",
     "bijstand per recipient", set_bijstand_norm},
}};

}  // namespace

std::span<const Lever> levers() { return table; }

const Lever* find_lever(std::string_view key) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Lever& lever) { return lever.key == key; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace polder
