// What the tables and the draws know of governments, as part of polder explain world STUDY.
#include <algorithm>
#include <functional>
#include <numeric>

#include "cli/explain.h"
#include "world/task_budgets.h"

namespace polder::cli {
namespace {

double euros(Cents amount) { return static_cast<double>(amount) / 100; }

/// Mean, least and most over the municipalities in scope that have a council.
class Summary {
 public:
  explicit Summary(const Country& country) {
    for (const MunicipalityFacts& facts : country.municipalities)
      if (facts.government.has_council()) governments_.push_back(&facts);
  }
  std::size_t councils() const { return governments_.size(); }

  using Value = std::function<double(const MunicipalityFacts&)>;
  Table::Row per_council(const char* key, const char* unit, const Value& value) const {
    return row(key, unit, value, [](const MunicipalityFacts&) { return 1.; });
  }
  Table::Row per_inhabitant(std::string_view key, const std::function<Cents(const Accounts&)>& amount) const {
    return row(
        key, "EUR/inhabitant",
        [&](const MunicipalityFacts& facts) { return euros(amount(facts.government.accounts)) / facts.population; },
        [](const MunicipalityFacts& facts) { return facts.population; });
  }

 private:
  Table::Row row(std::string_view key, const char* unit, const Value& value, const Value& weight) const {
    double sum = 0, weights = 0, least = value(*governments_.front()), most = least;
    for (const MunicipalityFacts* facts : governments_) {
      const double here = value(*facts);
      sum += weight(*facts) * here;
      weights += weight(*facts);
      least = std::min(least, here);
      most = std::max(most, here);
    }
    return {std::string(key), unit, sum / weights, least, most};
  }

  std::vector<const MunicipalityFacts*> governments_;
};

double members_per_arrangement(const Country& country, const GovernmentFacts& government) {
  double members = 0;
  for (const std::uint32_t a : government.arrangements)
    members += static_cast<double>(country.arrangements[a].partners());
  return government.arrangements.empty() ? 0 : members / static_cast<double>(government.arrangements.size());
}

}  // namespace

Table governments_table(const Country& country, const Parameters& parameters) {
  Table table{{"quantity", "unit", "mean", "least", "most"}, {"quantity", "unit", "mean", "least", "most"}, {}};
  const Summary summary(country);
  if (summary.councils() == 0) return table;
  table.rows.push_back(summary.per_council("council", "seats", [](const MunicipalityFacts& facts) {
    const auto& seats = facts.government.seats;
    return static_cast<double>(std::accumulate(seats.begin(), seats.end(), 0));
  }));
  table.rows.push_back(summary.per_council("parties", "with a seat", [](const MunicipalityFacts& facts) {
    const auto& seats = facts.government.seats;
    return static_cast<double>(seats.size()) - static_cast<double>(std::count(seats.begin(), seats.end(), 0));
  }));
  table.rows.push_back(summary.per_council("arrangements", "", [](const MunicipalityFacts& facts) {
    return static_cast<double>(facts.government.arrangements.size());
  }));
  table.rows.push_back(summary.per_council("members", "per arrangement", [&](const MunicipalityFacts& facts) {
    return members_per_arrangement(country, facts.government);
  }));
  table.rows.push_back(summary.per_council("neighbours", "in scope", [](const MunicipalityFacts& facts) {
    return static_cast<double>(facts.government.neighbours.size());
  }));
  for (const AccountLine& line : account_lines)
    table.rows.push_back(
        summary.per_inhabitant(line.vintage_key, [&](const Accounts& accounts) { return accounts.*line.amount; }));
  table.rows.push_back(summary.per_inhabitant("budgets of the nine tasks", [&](const Accounts& accounts) {
    const TaskBudgets budgets = task_budgets(accounts, parameters);
    return std::accumulate(budgets.begin(), budgets.end(), Cents{0});
  }));
  return table;
}

}  // namespace polder::cli
