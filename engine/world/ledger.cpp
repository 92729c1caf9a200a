#include "polder/world/ledger.h"

#include <utility>

namespace polder {

void transfer(Ledger& ledger, Account payer, Account payee, Cents cents, Purpose purpose) {
  if (cents == 0) return;
  if (cents < 0) {
    std::swap(payer, payee);
    cents = -cents;
  }
  ledger.balance[payer] -= cents;
  ledger.balance[payee] += cents;
  ledger.postings.push_back({payer, payee, purpose, cents});
}

Cents instalment(Cents year, int calendar_month) {
  return year * calendar_month / 12 - year * (calendar_month - 1) / 12;
}

}  // namespace polder
