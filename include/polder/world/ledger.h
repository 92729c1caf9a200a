// Who pays whom: integer cents, double entry, through `transfer` only.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "polder/base/quantity.h"

namespace polder {

enum class Actor : std::uint8_t {
  Residents,
  Firms,
  Municipality,
  Province,
  Rijk,
  Uwv,
  RestOfCountry,
  Providers,
  Arrangement
};
inline constexpr std::size_t actor_count = 9;

enum class Purpose : std::uint8_t {
  Wages,
  Premiums,
  Tax,
  Ww,
  Bijstand,
  Disability,
  Aow,
  Buig,
  Vangnet,
  MunicipalFund,
  Guidance,
  CrisisHelp,
  Training,
  Attraction,
  WageSubsidy,
  Sheltered,
  Retention,
  IncomeSupport,     // the tasks of government, see world/tasks.h; guidance stands above
  EmployerServices,
  Retraining,
  Analysis,
  CrisisTeams,
  Schools,
  RetentionService,
  BorderWork,
  Coordination,      // between the partners of a task
  Contribution,      // of a municipality to an arrangement
  Grant,             // that matches spending on a task
  SharedSavings,
  Handover,          // help of uwv in the last months of a right to ww
  Switching,         // a task that moved to another level, once
  JointAnalysis,     // of the labour market, by the partners
  ExitFee,           // of who leaves a joint body
  Deal,              // of Rijk for a region that won a call
  Merger             // of municipalities: reserves that go over, and what it costs
};
inline constexpr std::size_t purpose_count = 35;

/// An account: residents, municipalities and providers (who guide, train and help for money of governments) have one
/// per municipality, provinces one each, arrangements one per row of World::bodies, the others number 0.
struct Account {
  Actor actor = Actor::Rijk;
  std::uint16_t number = 0;
  friend constexpr auto operator<=>(const Account&, const Account&) = default;
};

/// Whether an actor's accounts are numbered by municipality.
constexpr bool has_municipality(Actor actor) {
  return actor == Actor::Residents || actor == Actor::Municipality || actor == Actor::Providers;
}

struct Posting {
  Account payer, payee;
  Purpose purpose = Purpose::Wages;
  Cents cents = 0;
  friend bool operator==(const Posting&, const Posting&) = default;
};

/// Balances since the start, and the postings of this month in the order in which they were made.
struct Ledger {
  std::map<Account, Cents> balance;
  std::vector<Posting> postings;
};

/// Moves money. A negative amount is a payment the other way round; nothing is posted for 0.
void transfer(Ledger& ledger, Account payer, Account payee, Cents cents, Purpose purpose);

/// The part of a year's amount that is due in a month of the calendar, 1..12; the twelve add up to it.
Cents instalment(Cents year, int calendar_month);

}  // namespace polder
