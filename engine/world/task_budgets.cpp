#include "world/task_budgets.h"

#include <algorithm>
#include <cmath>

namespace polder {
namespace {

/// A task field from which tasks take their share, as far as it goes.
class Field {
 public:
  explicit Field(Cents amount) : amount_(static_cast<double>(amount)), left_(amount) {}

  Cents take(double share) {
    const Cents part = std::min(left_, static_cast<Cents>(std::floor(share * amount_)));
    left_ -= part;
    return part;
  }
  Cents left() const { return left_; }

 private:
  double amount_;
  Cents left_;
};

}  // namespace

TaskBudgets task_budgets(const Accounts& accounts, const Parameters& parameters) {
  const auto& share = parameters.budget;
  Field income(accounts.income_schemes), participation(accounts.labour_participation),
      economy(accounts.economic_development), desk(accounts.business_desk);
  const Cents support = income.take(share.income_execution);
  const Cents employers = participation.take(share.participation_employers) + desk.take(share.desk_employers);
  const Cents retraining = participation.take(share.participation_retraining) + economy.take(share.economy_retraining);
  const Cents analysis = participation.take(share.participation_analysis) + economy.take(share.economy_analysis);
  const Cents crisis = participation.take(share.participation_crisis) + desk.take(share.desk_crisis);
  const Cents schools = participation.take(share.participation_schools) + economy.take(share.economy_schools);
  const Cents retention = economy.take(share.economy_retention) + desk.take(share.desk_retention);
  const Cents border = economy.take(share.economy_border);
  return {participation.left(), support, employers, retraining, analysis, crisis, schools, retention, border};
}

}  // namespace polder
