#include "report/reading.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "compare/actors.h"

namespace polder::report {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::string place_of_account(const std::string& account) {
  const std::size_t gap = account.find(' ');
  return gap == std::string::npos ? std::string() : account.substr(gap + 1);
}

std::string kind_of_account(const std::string& account) { return account.substr(0, account.find(' ')); }

double mean_of_months(const std::vector<double>& values, Month first, const Question& question) {
  double sum = 0, count = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string month = to_text(first + static_cast<int>(i));
    if (month < question.from || month > question.to || std::isnan(values[i])) continue;
    sum += values[i];
    ++count;
  }
  return count > 0 ? sum / count : unknown;
}

}  // namespace

Reading::Reading(const Store& store) : store_(&store), whole_country_(!store.areas(AreaLevel::Country).empty()) {
  const auto municipalities = store.areas(AreaLevel::Municipality);
  here_.insert(municipalities.begin(), municipalities.end());
}

bool Reading::measured(const std::string& indicator) const {
  return std::ranges::any_of(store_->dictionary(), [&](const auto& column) { return column.key == indicator; });
}

const std::vector<std::uint32_t>& Reading::pairs(const std::string& scenario, const std::string& other) {
  const auto found = pairs_.find({scenario, other});
  if (found != pairs_.end()) return found->second;
  return pairs_[{scenario, other}] = pairs_of(*store_, scenario, other);
}

const std::vector<double>& Reading::series(const SeriesKey& key, std::uint32_t replicate) {
  const auto [found, is_new] =
      series_.try_emplace({key.scenario, key.area, key.part, key.indicator, replicate}, std::vector<double>());
  if (!is_new) return found->second;
  const StoreHeader& header = store_->header();
  std::vector<std::string> months;
  const std::vector<double> values = store_->series(key, replicate, &months);
  found->second.assign(static_cast<std::size_t>(header.to - header.from) + 1, unknown);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int at = month_from_text(months[i]).value_or(header.from) - header.from;
    if (at >= 0 && at <= header.to - header.from) found->second[static_cast<std::size_t>(at)] = values[i];
  }
  return found->second;
}

Difference Reading::difference(const std::string& scenario, const std::string& other, const Question& question) {
  std::vector<double> ours, theirs;
  const Month first = store_->header().from;
  for (const std::uint32_t replicate : pairs(scenario, other)) {
    const auto mean = [&](const std::string& name) {
      return mean_of_months(series({name, question.area, question.part, question.indicator}, replicate), first,
                            question);
    };
    ours.push_back(mean(scenario));
    theirs.push_back(mean(other));
  }
  return paired_difference(ours, theirs);
}

std::vector<Difference> Reading::differences(const std::string& scenario, const std::string& other,
                                             const Question& question) {
  const auto months = static_cast<std::size_t>(store_->header().to - store_->header().from) + 1;
  std::vector<Difference> found;
  for (std::size_t month = 0; month < months; ++month) {
    std::vector<double> ours, theirs;
    for (const std::uint32_t replicate : pairs(scenario, other)) {
      ours.push_back(series({scenario, question.area, question.part, question.indicator}, replicate)[month]);
      theirs.push_back(series({other, question.area, question.part, question.indicator}, replicate)[month]);
    }
    found.push_back(paired_difference(ours, theirs));
  }
  return found;
}

bool Reading::counts(const LedgerRow& row) const {
  const std::string payer = place_of_account(row.payer), payee = place_of_account(row.payee);
  if (whole_country_) return payer.empty() && payee.empty();
  return here_.contains(payer) || here_.contains(payee);
}

std::optional<Months> Reading::money_period() const {
  Months months{store_->header().from, store_->header().to};
  if (whole_country_) return months;
  months.from = months.from + (13 - months.from.calendar_month()) % 12;
  months.to = months.to - months.to.calendar_month() % 12;
  if (months.to < months.from) return std::nullopt;
  return months;
}

const Payments& Reading::payments(const std::string& scenario, std::uint32_t replicate) {
  const auto [found, is_new] = payments_.try_emplace({scenario, replicate}, Payments());
  if (!is_new) return found->second;
  const auto period = money_period();
  if (!period) return found->second;
  const auto [from, to] = *period;
  const double years = (to - from + 1) / 12.0;
  for (const LedgerRow& row : store_->ledger(scenario, replicate)) {
    if (!counts(row) || row.month < from || row.month > to) continue;
    found->second[{kind_of_account(row.payer), kind_of_account(row.payee), row.purpose}] +=
        static_cast<double>(row.cents) / 100 / years;
  }
  return found->second;
}

std::map<Payment, Difference> Reading::payment_differences(const std::string& scenario, const std::string& other) {
  std::set<Payment> all;
  const auto replicates = pairs(scenario, other);
  for (const std::uint32_t replicate : replicates)
    for (const std::string& name : {scenario, other})
      for (const auto& [payment, euro] : payments(name, replicate)) all.insert(payment);
  std::map<Payment, Difference> found;
  for (const Payment& payment : all) {
    std::vector<double> ours, theirs;
    const auto paid = [&](const std::string& name, std::uint32_t replicate) {
      const Payments& of_run = payments(name, replicate);
      const auto at = of_run.find(payment);
      return at == of_run.end() ? 0.0 : at->second;
    };
    for (const std::uint32_t replicate : replicates) {
      ours.push_back(paid(scenario, replicate));
      theirs.push_back(paid(other, replicate));
    }
    found[payment] = paired_difference(ours, theirs);
  }
  return found;
}

Difference Reading::money_difference(const std::string& scenario, const std::string& other,
                                     const std::function<double(const Payments&)>& sum) {
  std::vector<double> ours, theirs;
  if (!money_period()) return paired_difference(ours, theirs);
  for (const std::uint32_t replicate : pairs(scenario, other)) {
    ours.push_back(sum(payments(scenario, replicate)));
    theirs.push_back(sum(payments(other, replicate)));
  }
  return paired_difference(ours, theirs);
}

bool is_government(const std::string& actor) {
  return std::ranges::any_of(actor_names, [&](const ActorName& one) { return one.government && one.key == actor; });
}

double net_of_governments(const Payments& payments) {
  double sum = 0;
  for (const auto& [payment, euro] : payments)
    sum += euro * (is_government(payment.payee) - is_government(payment.payer));
  return sum;
}

double cost_of_measures(const Payments& payments) {
  double sum = 0;
  for (const auto& [payment, euro] : payments)
    if (!is_consequence(payment.purpose)) sum += euro * (is_government(payment.payer) - is_government(payment.payee));
  return sum;
}

}  // namespace polder::report
