// Payments: every month by kind of actor, and every December by municipality.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indicators/observe.h"

namespace polder {
namespace {

/// The month's payments by kind of actor, in the order of the kinds.
void observe_month_of_ledger(Observations& observations, const World& world) {
  std::vector<Cents> sums(actor_count * actor_count * purpose_count, 0);
  for (const Posting& posting : world.ledger.postings) {
    const std::size_t at =
        (static_cast<std::size_t>(posting.payer.actor) * actor_count + static_cast<std::size_t>(posting.payee.actor)) *
            purpose_count +
        static_cast<std::size_t>(posting.purpose);
    sums[at] += posting.cents;
  }
  for (std::size_t at = 0; at < sums.size(); ++at) {
    if (sums[at] == 0) continue;  // every posting is above 0
    const std::size_t actors = at / purpose_count;
    observations.ledger.push_back({world.month, std::string(to_text(static_cast<Actor>(actors / actor_count))),
                                   std::string(to_text(static_cast<Actor>(actors % actor_count))),
                                   std::string(to_text(static_cast<Purpose>(at % purpose_count))), sums[at]});
  }
}

/// Orders postings by payer, payee and purpose.
std::uint64_t key_of(const Posting& p) {
  const auto of = [](Account account) {
    return std::uint64_t{static_cast<std::uint8_t>(account.actor)} << 16 | account.number;
  };
  return (of(p.payer) << 24 | of(p.payee)) << 8 | static_cast<std::uint8_t>(p.purpose);
}

/// Adds the month's payments of municipalities, their residents and providers to those of the year.
void add_to_year(std::vector<Posting>& year, const Ledger& ledger) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;  // of the month's, behind those of the year
  for (std::size_t row = 0; row < ledger.postings.size(); ++row) {
    const Posting& posting = ledger.postings[row];
    if (has_municipality(posting.payer.actor) || has_municipality(posting.payee.actor))
      order.emplace_back(key_of(posting), row);
  }
  std::ranges::sort(order);
  std::vector<Posting> both;
  both.reserve(year.size() + order.size());
  auto before = year.begin();
  for (const auto& [key, row] : order) {
    while (before != year.end() && key_of(*before) <= key) both.push_back(*before++);
    if (!both.empty() && key_of(both.back()) == key)
      both.back().cents += ledger.postings[row].cents;
    else
      both.push_back(ledger.postings[row]);
  }
  both.insert(both.end(), before, year.end());
  year = std::move(both);
}

std::string name_of(Account account, const Country& country) {
  std::string text(to_text(account.actor));
  if (has_municipality(account.actor))
    text += " " + country.municipalities[index_of<MunicipalityIndex>(account.number)].code;
  return text;
}

/// Accounts by name; arrangements have one name, and so have provinces.
class Names {
 public:
  Names(const std::vector<Posting>& year, const Country& country) {
    for (const Posting& posting : year)
      for (const Account account : {posting.payer, posting.payee}) numbers_.try_emplace(account, 0u);
    for (const auto& [account, number] : numbers_) names_.push_back(name_of(account, country));
    std::ranges::sort(names_);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    for (auto& [account, number] : numbers_)
      number = static_cast<std::uint32_t>(std::ranges::lower_bound(names_, name_of(account, country)) - names_.begin());
  }
  std::uint64_t number(Account account) const { return numbers_.find(account)->second; }
  const std::string& of(Account account) const { return names_[number(account)]; }

 private:
  std::map<Account, std::uint32_t> numbers_;  // in the order of the names
  std::vector<std::string> names_;
};

/// The number of each purpose in the order of the texts.
std::array<std::uint64_t, purpose_count> order_of_purposes() {
  std::array<std::uint64_t, purpose_count> order{};
  const auto text = [](std::size_t purpose) { return to_text(static_cast<Purpose>(purpose)); };
  for (std::size_t purpose = 0; purpose < purpose_count; ++purpose)
    for (std::size_t other = 0; other < purpose_count; ++other) order[purpose] += text(other) < text(purpose) ? 1 : 0;
  return order;
}

/// The payments of the year by municipality, in the order of the names.
void write_year(Observations& observations, const World& world, const Country& country) {
  const Names names(observations.year, country);
  const auto purposes = order_of_purposes();
  std::vector<std::pair<std::uint64_t, const Posting*>> rows;
  for (const Posting& posting : observations.year)
    rows.emplace_back(names.number(posting.payer) << 40 | names.number(posting.payee) << 16 |
                          purposes[static_cast<std::size_t>(posting.purpose)],
                      &posting);
  std::ranges::stable_sort(rows, {}, &decltype(rows)::value_type::first);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Posting& posting = *rows[i].second;
    if (i > 0 && rows[i].first == rows[i - 1].first)
      observations.ledger.back().cents += posting.cents;
    else
      observations.ledger.push_back({world.month, names.of(posting.payer), names.of(posting.payee),
                                     std::string(to_text(posting.purpose)), posting.cents});
  }
  observations.year.clear();
}

}  // namespace

void observe_ledger(Observations& observations, const World& world, const Country& country) {
  observe_month_of_ledger(observations, world);
  add_to_year(observations.year, world.ledger);
  if (world.month.calendar_month() == 12) write_year(observations, world, country);
}

std::string_view to_text(Actor actor) {
  constexpr std::array<std::string_view, actor_count> names{
      "residents", "firms", "municipality", "province", "rijk", "uwv", "rest_of_country", "providers", "arrangement"};
  return names[static_cast<std::size_t>(actor)];
}

std::string_view to_text(Purpose purpose) {
  constexpr std::array<std::string_view, purpose_count> names{"wages",
                                                              "premiums",
                                                              "tax",
                                                              "ww",
                                                              "bijstand",
                                                              "disability",
                                                              "aow",
                                                              "buig",
                                                              "vangnet",
                                                              "municipal_fund",
                                                              "guidance",
                                                              "crisis_help",
                                                              "training",
                                                              "attraction",
                                                              "wage_subsidy",
                                                              "sheltered",
                                                              "retention",
                                                              "income_support",
                                                              "employer_services",
                                                              "retraining",
                                                              "analysis",
                                                              "crisis_teams",
                                                              "schools",
                                                              "retention_service",
                                                              "border_work",
                                                              "coordination",
                                                              "contribution",
                                                              "grant",
                                                              "shared_savings",
                                                              "handover",
                                                              "switching",
                                                              "joint_analysis",
                                                              "exit_fee",
                                                              "deal",
                                                              "merger"};
  return names[static_cast<std::size_t>(purpose)];
}

}  // namespace polder
