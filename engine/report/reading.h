// Reads a result for its report: every series and every run's payments once.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "compare/comparison.h"

namespace polder::report {

/// A payment between kinds of actor.
struct Payment {
  std::string payer, payee, purpose;
  friend auto operator<=>(const Payment&, const Payment&) = default;
};
using Payments = std::map<Payment, double>;  // [EUR/year]

/// Months, both included.
struct Months {
  Month from, to;
};

class Reading {
 public:
  explicit Reading(const Store& store);

  const Store& store() const { return *store_; }
  const std::vector<std::uint32_t>& pairs(const std::string& scenario, const std::string& other);
  /// By month of the period, NaN where not measured.
  const std::vector<double>& series(const SeriesKey& key, std::uint32_t replicate);
  /// Scenario less other: of the means over the months of the question.
  Difference difference(const std::string& scenario, const std::string& other, const Question& question);
  /// By month of the period.
  std::vector<Difference> differences(const std::string& scenario, const std::string& other, const Question& question);

  /// When payments are counted: in the whole period where the country was simulated; of a study of a region in its
  /// whole calendar years, and never where it has none.
  std::optional<Months> money_period() const;
  /// Payments of a run a year: of the whole country where it was simulated; of a study of a region those in which one
  /// of its municipalities is named.
  const Payments& payments(const std::string& scenario, std::uint32_t replicate);
  /// Every payment of either, scenario less other.
  std::map<Payment, Difference> payment_differences(const std::string& scenario, const std::string& other);
  /// Any sum over payments, scenario less other [EUR/year]; of no pair where payments are never counted.
  Difference money_difference(const std::string& scenario, const std::string& other,
                              const std::function<double(const Payments&)>& sum);

  bool measured(const std::string& indicator) const;

 private:
  bool counts(const LedgerRow& row) const;

  const Store* store_;
  bool whole_country_;
  std::set<std::string> here_;  // municipalities that are reported
  std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> pairs_;
  std::map<std::tuple<std::string, std::string, std::string, std::string, std::uint32_t>, std::vector<double>> series_;
  std::map<std::pair<std::string, std::uint32_t>, Payments> payments_;
};

/// What governments together pay for measures less what they receive for them.
double cost_of_measures(const Payments& payments);
/// What governments together receive less what they pay.
double net_of_governments(const Payments& payments);
/// Rijk, uwv, provinces, municipalities and what these do together.
bool is_government(const std::string& actor);

}  // namespace polder::report
