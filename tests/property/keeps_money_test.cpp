// Money over random worlds: what is paid is received, what is divided adds up.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "support/random_worlds.h"

namespace polder {
namespace {

using namespace testing;

TEST(Money, PaidIsMoneyReceivedOnEveryAccount) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (!moment.system.empty()) return;
      std::map<Account, Cents> balance = moment.before.ledger.balance;
      Cents all = 0;
      for (const Posting& posting : moment.now.ledger.postings) {
        ASSERT_GT(posting.cents, 0);
        balance[posting.payer] -= posting.cents;
        balance[posting.payee] += posting.cents;
      }
      ASSERT_EQ(balance, moment.now.ledger.balance);
      for (const auto& [account, cents] : balance) all += cents;
      ASSERT_EQ(all, 0);
    });
}

TEST(Money, BudgetsForBijstandAddUpToTheMacroBudget) {
  int januaries = 0;
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system != "finance.set_buig" || moment.now.month.calendar_month() != 1) return;
      ++januaries;
      double recipients = 0;
      Cents all = 0;
      for (const MunicipalityIndex m : rows_of(moment.now.municipalities.stocks)) {
        all += moment.now.municipalities.government[m].buig;
        ASSERT_GE(moment.now.municipalities.government[m].buig, 0);
        if (moment.inputs.country.municipalities[m].elsewhere) continue;
        const auto& benefit = moment.now.municipalities.stocks[m].benefit;
        recipients += benefit[static_cast<std::size_t>(Benefit::Bijstand)] * double(moment.now.weight);
        recipients += benefit[static_cast<std::size_t>(Benefit::BijstandWork)] * double(moment.now.weight) *
                      (1 - moment.inputs.parameters.ww.work_offset);
      }
      const double macro = recipients * moment.inputs.policy.rules.bijstand_norm * 1200 *
                           moment.inputs.parameters.buig.margin * (1 - moment.inputs.policy.rules.macro_cut);
      ASSERT_NEAR(static_cast<double>(all), macro, 1);
    });
  EXPECT_EQ(januaries, 2 * static_cast<int>(random_worlds));
}

TEST(Money, InstalmentsOfAYearAddUpToTheBudget) {
  for (std::uint32_t number = 0; number < random_worlds; ++number) {
    std::map<std::uint16_t, Cents> paid;
    look_at_random_world(number, [&](const Moment& moment) {
      if (!moment.system.empty() || moment.now.month.year() != 2026) return;
      for (const Posting& posting : moment.now.ledger.postings)
        if (posting.purpose == Purpose::Buig) paid[posting.payee.number] += posting.cents;
      if (moment.now.month.calendar_month() != 12) return;
      for (const MunicipalityIndex m : rows_of(moment.now.municipalities.government))
        ASSERT_EQ(paid[static_cast<std::uint16_t>(m)], moment.now.municipalities.government[m].buig);
    });
  }
}

TEST(Money, BijstandPaidIsWhatTheBooksSay) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system != "finance.pay") return;
      std::map<std::uint16_t, Cents> paid;
      for (const Posting& posting : moment.now.ledger.postings)
        if (posting.purpose == Purpose::Bijstand && posting.payer.actor == Actor::Municipality)
          paid[posting.payer.number] += posting.cents;
      for (const MunicipalityIndex m : rows_of(moment.now.municipalities.government))
        ASSERT_EQ(moment.now.municipalities.government[m].bijstand_paid -
                      moment.before.municipalities.government[m].bijstand_paid,
                  paid[static_cast<std::uint16_t>(m)]);
    });
}

TEST(Guidance, SpendsEveryBudgetThatHasRecipients) {
  for (std::uint32_t world = 0; world < random_worlds; ++world)
    look_at_random_world(world, [&](const Moment& moment) {
      if (moment.system != "benefits.offer_guidance") return;
      for (const MunicipalityIndex m : rows_of(moment.now.municipalities.government)) {
        const Government& government = moment.now.municipalities.government[m];
        double spent = 0, recipients = 0;
        for (std::size_t c = 0; c < distance_classes; ++c) {
          const double persons = moment.now.municipalities.stocks[m].bijstand_at[c] * double(moment.now.weight);
          recipients += persons;
          spent += persons * (std::exp(government.care[c]) - 1) * moment.inputs.parameters.care.norm;
        }
        const Services& services = moment.now.municipalities.services[m];
        const double budget = static_cast<double>(services.budget[number(Task::Guidance)]) / 1200 *
                              services.productivity[number(Task::Guidance)];
        ASSERT_NEAR(spent, recipients > 0 ? budget : 0, 1e-9 * budget + 1e-9);
      }
    });
}

}  // namespace
}  // namespace polder
