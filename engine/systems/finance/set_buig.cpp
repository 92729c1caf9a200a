#include <algorithm>

#include "government/buig_terms.h"
#include "systems/finance/buig.h"
#include "systems/finance/finance.h"

namespace polder::finance {
namespace {

/// Recipients of bijstand, those with a job beside it for what they receive [persons].
double recipients(const World& world, const Inputs& inputs, MunicipalityIndex m) {
  const auto& benefit = world.municipalities.stocks[m].benefit;
  const double beside = benefit[static_cast<std::size_t>(Benefit::BijstandWork)];
  const double full = benefit[static_cast<std::size_t>(Benefit::Bijstand)];
  return (full + beside * (1 - inputs.parameters.ww.work_offset)) * world.weight;
}

/// Share of a municipality, with those that merged into it: what it spent two years ago, and what is expected of it by
/// the figures, mixed by size.
double buig_share(const World& world, const Inputs& inputs, MunicipalityIndex m, const government::BuigTerms& terms,
                  double spent_then, double expected) {
  const Cents spending = inputs.country.governed(m, &MunicipalityFacts::income_spending);
  const double objective = spending > 0 ? static_cast<double>(spending) / expected : 0;
  const double then = static_cast<double>(world.municipalities.government[m].bijstand_year_before);
  const double historic = spent_then > 0 ? then / spent_then : objective;
  const double weight = objective_weight(inputs.country.inhabitants(m), terms.historic_below, terms.objective_above);
  return weight * objective + (1 - weight) * historic;
}

/// Before the first month nothing is on record: the years before were like the stock of recipients, and so were the
/// months of this year that went by.
void assume_history(World& world, const Inputs& inputs) {
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (inputs.country.municipalities[m].elsewhere) continue;
    const double year = recipients(world, inputs, m) * inputs.policy.rules.bijstand_norm * 12 * 100;
    Government& government = world.municipalities.government[m];
    government.bijstand_last_year = government.bijstand_paid = static_cast<Cents>(year);
  }
}

double deficit(Cents paid, Cents budget) {
  return budget > 0 ? static_cast<double>(paid) / static_cast<double>(budget) - 1 : 0;
}

/// What the year before was like, for the division of this year's macro budget.
struct Basis {
  double expected = 0, spent_then = 0;  // [cents] by the figures, and two years ago
  double recipients = 0;                // [persons]
};

Basis close_books(World& world, const Inputs& inputs) {
  Basis basis;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (inputs.country.municipalities[m].elsewhere) continue;
    Government& government = world.municipalities.government[m];
    government.bijstand_year_before = government.bijstand_last_year;
    government.bijstand_last_year = government.bijstand_paid;
    government.buig_last_year = government.buig;
    government.deficit = deficit(government.bijstand_paid, government.buig);
    government.usual_deficit = deficit(government.bijstand_paid, government.usual_buig);
    government.bijstand_paid = government.ww_paid = 0;
    basis.expected += static_cast<double>(inputs.country.municipalities[m].income_spending);
    basis.spent_then += static_cast<double>(government.bijstand_year_before);
    basis.recipients += recipients(world, inputs, m);
  }
  return basis;
}

Cents macro_budget(const Inputs& inputs, const Basis& basis, const government::BuigTerms& terms) {
  return static_cast<Cents>(basis.recipients * inputs.policy.rules.bijstand_norm * 12 * 100 *
                            inputs.parameters.buig.margin * (1 - terms.macro_cut));
}

std::vector<Cents> budgets(const World& world, const Inputs& inputs, const Basis& basis,
                           const government::BuigTerms& terms) {
  std::vector<double> shares;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities))
    shares.push_back(inputs.country.municipalities[m].elsewhere || inputs.country.is_merged(m)
                         ? 0
                         : buig_share(world, inputs, m, terms, basis.spent_then, basis.expected));
  return divide(macro_budget(inputs, basis, terms), shares);
}

void begin_year(World& world, const Inputs& inputs) {
  const Basis basis = close_books(world, inputs);
  const government::BuigTerms terms = government::terms_in_force(inputs.policy.rules, inputs.parameters);
  const std::vector<Cents> usual = budgets(world, inputs, basis, government::usual_terms(inputs.parameters));
  const std::vector<Cents> given = budgets(world, inputs, basis, terms);
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    Government& government = world.municipalities.government[m];
    government.buig = given[number(m)];
    government.usual_buig = usual[number(m)];
  }
  const bool divided = std::ranges::any_of(given, [](Cents budget) { return budget > 0; });
  world.macro_budget = divided ? macro_budget(inputs, basis, terms) : 0;
}

/// A first month in the middle of a year: what the municipalities spent since January is like a part of last year.
void record_months_gone_by(World& world) {
  const int gone_by = world.month.calendar_month() - 1;
  for (Government& government : world.municipalities.government)
    government.bijstand_paid = government.bijstand_last_year * gone_by / 12;
}

/// The safety net pays what a deficit of last year exceeds the municipality's own risk.
void settle_safety_net(World& world, const Inputs& inputs) {
  const auto& rule = inputs.parameters.buig;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const Government& government = world.municipalities.government[m];
    if (inputs.country.municipalities[m].elsewhere || government.buig_last_year <= 0) continue;
    const auto budget = static_cast<double>(government.buig_last_year);
    const double paid = government.deficit - own_share_of_deficit(government.deficit, rule.own_risk, rule.shared_risk);
    if (government.deficit <= 0 || paid <= 0) continue;
    transfer(world.ledger, {Actor::Rijk, 0}, {Actor::Municipality, static_cast<std::uint16_t>(m)},
             static_cast<Cents>(paid * budget), Purpose::Vangnet);
  }
}

}  // namespace

void set_buig(World& world, const Inputs& inputs, const Random&) {
  const bool first_month = world.ledger.balance.empty();
  if (first_month) assume_history(world, inputs);
  if (world.month.calendar_month() == 1 || first_month) begin_year(world, inputs);
  if (first_month) record_months_gone_by(world);
  if (world.month.calendar_month() == 12) settle_safety_net(world, inputs);
}

}  // namespace polder::finance
