// Money for the tasks of government: the figures as long as nothing changes, every cent accounted for, and what rules,
// levels, grants and contracts do to budgets.
#include <gtest/gtest.h>

#include <map>

#include "government/effort.h"
#include "polder/scenario/lever.h"
#include "support/tiny_governments.h"
#include "systems/finance/tasks.h"
#include "world/task_budgets.h"

namespace polder {
namespace {

using namespace testing;

constexpr Month starts = Month::of(2026, 3);

/// A run, looked at after every month.
template <class Look>
void look(const Experiment& experiment, std::size_t scenario, Look each) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, 0};
  while (state.world.month <= experiment.to) {
    const Month month = state.world.month;
    simulate_month(state, experiment, experiment.scripts[scenario], random);
    each(state.world, month);
  }
}

TaskBudgets figures(const Experiment& experiment, MunicipalityIndex m) {
  return task_budgets(experiment.model.country.municipalities[m].government.accounts, experiment.model.parameters);
}

/// Everything that moves money between governments, on different levels at once.
Scenario everything() {
  Scenario all = scenario("everything");
  all.levers = {setting("tasks.guidance.level", static_cast<double>(Level::Joint), starts),
                setting("tasks.retraining.level", static_cast<double>(Level::Centre), starts),
                setting("tasks.schools.level", static_cast<double>(Level::Province), starts),
                setting("tasks.analysis.level", static_cast<double>(Level::National), starts),
                setting("grant.province", .33, starts),
                setting("grant.rijk", .17, starts),
                setting("grant.esf", .45, starts),
                setting("budget.crisis", 1.37, starts),
                setting("buig.objective_full", 20000, starts),
                setting("buig.macro_cut", .06, starts),
                setting("pockets.shared_savings", .5, starts),
                setting("uwv.municipal_handover", 1, starts)};
  return all;
}

Experiment reference_and(const Scenario& other, Study study = governed_study()) {
  study.scenarios.push_back(other);
  return tiny_experiment(study, with_governments(tiny_country()));
}

TEST(TaskMoney, IsThatOfTheFiguresInTheReferenceAndTheFundPaysIt) {
  const Experiment experiment = tiny_experiment(governed_study(), with_governments(tiny_country()));
  Cents fund = 0, spent = 0, contributed = 0;
  look(experiment, 0, [&](const World& world, Month) {
    for (const MunicipalityIndex m : rows_of(world.municipalities.services))
      ASSERT_EQ(world.municipalities.services[m].budget, figures(experiment, m));
    for (const Posting& posting : world.ledger.postings) {
      if (posting.purpose == Purpose::MunicipalFund) fund += posting.cents;
      if (posting.payee.actor == Actor::Providers) spent += posting.cents;
      if (posting.purpose == Purpose::Contribution) contributed += posting.cents;
    }
  });
  EXPECT_EQ(fund, spent) << "municipalities break even on tasks";
  EXPECT_GT(contributed, 0) << "employer services are a network's";
  EXPECT_LT(contributed, spent);
}

TEST(TaskMoney, LosesNoCentOnItsWay) {
  const Experiment experiment = reference_and(everything());
  std::map<Purpose, Cents> sum;
  look(experiment, 1, [&](const World& world, Month month) {
    std::map<std::uint16_t, Cents> received;  // by providers, for tasks
    std::map<Account, Cents> through;         // arrangements
    for (const Posting& posting : world.ledger.postings) {
      sum[posting.purpose] += posting.cents;
      const bool for_a_task = posting.purpose == Purpose::Guidance ||
                              (posting.purpose >= Purpose::IncomeSupport && posting.purpose <= Purpose::Coordination);
      if (for_a_task) received[posting.payee.number] += posting.cents;
      if (posting.payee.actor == Actor::Arrangement) through[posting.payee] += posting.cents;
      if (posting.payer.actor == Actor::Arrangement) through[posting.payer] -= posting.cents;
    }
    for (const auto& [account, left] : through) ASSERT_EQ(left, 0) << "ID9";
    for (const MunicipalityIndex m : rows_of(world.municipalities.services)) {
      Cents due = 0;
      for (const Cents budget : world.municipalities.services[m].budget)
        due += instalment(budget, month.calendar_month());
      ASSERT_EQ(received[static_cast<std::uint16_t>(m)], due);
    }
    Cents all = 0, buig = 0;
    for (const auto& [account, cents] : world.ledger.balance) all += cents;
    for (const Government& government : world.municipalities.government) buig += government.buig;
    ASSERT_EQ(all, 0);
    ASSERT_EQ(buig, world.macro_budget) << "ID8";
  });
  for (const Purpose purpose :
       {Purpose::Grant, Purpose::Contribution, Purpose::Coordination, Purpose::Handover, Purpose::SharedSavings})
    EXPECT_GT(sum[purpose], 0) << static_cast<int>(purpose);
}

TEST(TaskMoney, NeverRespondsWithoutElasticity) {
  Study study = governed_study();
  study.parameters.government.effort.elasticity = 0;
  const Experiment experiment = reference_and(everything(), study);
  look(experiment, 1, [&](const World& world, Month month) {
    for (const MunicipalityIndex m : rows_of(world.municipalities.services)) {
      TaskBudgets expected = figures(experiment, m);
      if (month >= starts) {
        Cents& crisis = expected[number(Task::Crisis)];
        crisis = static_cast<Cents>(static_cast<double>(crisis) * 1.37 + .5);
      }
      ASSERT_EQ(world.municipalities.services[m].budget, expected) << to_text(month);
    }
  });
}

TEST(TaskMoney, DoesNotFollowLevelsWhereNothingIsShared) {
  Study study = governed_study();
  for (TaskParameters& task : study.parameters.government.task) task.reach_weight = 0;
  Scenario joint = scenario("joint");
  for (const std::string_view task : task_names)
    joint.levers.push_back(setting("tasks." + std::string(task) + ".level", static_cast<double>(Level::Joint)));
  const Experiment experiment = reference_and(joint, study);
  look(experiment, 1, [&](const World& world, Month) {
    for (const MunicipalityIndex m : rows_of(world.municipalities.services))
      ASSERT_EQ(world.municipalities.services[m].budget, figures(experiment, m));
  });
}

TEST(TaskMoney, RespondsInJanuaryToWhatWasInForceInNovember) {
  Scenario granted = scenario("granted");
  granted.levers = {setting("grant.rijk", .2, Month::of(2026, 11))};
  Scenario late = scenario("late");
  late.levers = {setting("grant.rijk", .2, Month::of(2026, 12))};
  Study study = governed_study();
  study.scenarios.push_back(late);
  const Experiment experiment = reference_and(granted, study);
  for (const std::size_t s : {1u, 2u})
    look(experiment, s, [&](const World& world, Month month) {
      const Month first = Month::of(s == 2 ? 2027 : 2028, 1);
      const MunicipalityIndex stad{0};
      for (std::size_t t = 0; t < task_count; ++t) {
        const auto figure = static_cast<double>(figures(experiment, stad)[t]);
        ASSERT_NEAR(static_cast<double>(world.municipalities.services[stad].budget[t]),
                    month >= first ? figure / .8 : figure, 1)
            << to_text(month);
      }
    });
}

TEST(Grant, OfOneLessTheShareBringsTheBudgetThatIsBestForAll) {
  Study study = governed_study();
  EffortParameters& effort = study.parameters.government.effort;
  effort.elasticity = 1 / (1 - effort.returns);
  effort.least = 0;
  effort.most = 1000;
  for (TaskParameters& task : study.parameters.government.task) task.reach_weight = 0;
  study.parameters.buig.own_risk = study.parameters.buig.shared_risk = 10;
  const PocketParameters& pockets = study.parameters.government.pocket[0];
  const double share = pockets.municipality / government::total(pockets);  // Stad, 60,000: keeps all of a saving
  Scenario matched = scenario("matched");
  matched.levers = {setting("grant.rijk", government::matching_grant(share))};
  const Experiment experiment = reference_and(matched, study);
  const MunicipalityIndex stad{0};
  const auto figure = static_cast<double>(figures(experiment, stad)[number(Task::Guidance)]);
  look(experiment, 1, [&](const World& world, Month month) {
    if (month < Month::of(2027, 1)) return;
    const auto budget = static_cast<double>(world.municipalities.services[stad].budget[number(Task::Guidance)]);
    ASSERT_NEAR(budget * government::spending_ratio(share, effort.returns) / figure, 1, 1e-6);
  });
}

/// Budget of guidance of each municipality, and of employer services of all, at the end of a run.
std::map<std::string, double> at_the_end(const Experiment& experiment, std::size_t s) {
  std::map<std::string, double> found;
  const RunState state = run_whole(experiment, s);
  for (const MunicipalityIndex m : rows_of(experiment.model.country.municipalities)) {
    const auto& budget = state.world.municipalities.services[m].budget;
    found[experiment.model.country.municipalities[m].name] = static_cast<double>(budget[number(Task::Guidance)]);
    found["employers"] += static_cast<double>(budget[number(Task::EmployerServices)]);
  }
  return found;
}

TEST(Incentives, WorkAsTheRulesSay) {
  Study study = governed_study();
  study.parameters.buig.own_risk = study.parameters.buig.shared_risk = 10;  // no safety net
  Scenario objective = scenario("objective"), national = scenario("national"), shared = scenario("shared");
  objective.levers = {setting("buig.objective_from", 1), setting("buig.objective_full", 1)};
  national.levers = {setting("tasks.employer_services.level", static_cast<double>(Level::National))};
  shared.levers = {setting("pockets.shared_savings", .5)};
  study.scenarios = {scenario("reference"), objective, national, shared};
  const Experiment experiment = tiny_experiment(study, with_governments(tiny_country()));
  auto usual = at_the_end(experiment, 0), full = at_the_end(experiment, 1), far = at_the_end(experiment, 2),
       by_contract = at_the_end(experiment, 3);
  EXPECT_EQ(full["Stad"], usual["Stad"]) << "60,000 inhabitants: objective anyhow";
  EXPECT_NEAR(full["Veen"] / usual["Veen"], 1 / .4, .51) << "14,000: .4 to 1, up to twice the figures";
  EXPECT_EQ(full["Veen"], 2 * usual["Veen"]);
  EXPECT_NEAR(full["Haven"] / usual["Haven"], 1 / (.6 + .4 * .4), 1e-6) << "30,000: .76 to 1";
  EXPECT_GT(far["employers"], usual["employers"]) << "a country sees more of the labour market than a region";
  EXPECT_GT(by_contract["employers"], usual["employers"]);
  EXPECT_EQ(by_contract["Stad"], usual["Stad"]) << "guidance saves no ww";
}

TEST(SafetyNet, WeakensTheIncentiveOfWhoIsInIt) {
  Study study = governed_study();
  Scenario cut = scenario("cut");
  cut.levers = {setting("buig.macro_cut", .3)};
  const Experiment experiment = reference_and(cut, study);
  const auto usual = at_the_end(experiment, 0), short_of_money = at_the_end(experiment, 1);
  double before = 0, after = 0;
  for (const auto& [name, budget] : usual) before += budget;
  for (const auto& [name, budget] : short_of_money) after += budget;
  EXPECT_LT(after, before);
}

TEST(ProvinceAndRijk, PayWhatTheyCarryOutAndTheFundFollowsTheTask) {
  Scenario moved = scenario("moved");
  moved.levers = {setting("tasks.schools.level", static_cast<double>(Level::Province)),
                  setting("tasks.border.level", static_cast<double>(Level::National))};
  Study study = governed_study();
  study.parameters.government.effort.elasticity = 0;
  study.parameters.government.switching.cost = 0;
  const Experiment experiment = reference_and(moved, study);
  std::map<std::uint16_t, Cents> fund, own;
  Cents province = 0;
  look(experiment, 1, [&](const World& world, Month month) {
    if (month < experiment.from) return;
    for (const Posting& posting : world.ledger.postings) {
      if (posting.purpose == Purpose::MunicipalFund && posting.payee.actor == Actor::Municipality)
        fund[posting.payee.number] += posting.cents;
      const bool to_tasks = posting.payee.actor == Actor::Providers || posting.payee.actor == Actor::Arrangement;
      if (to_tasks && posting.payer.actor == Actor::Municipality) own[posting.payer.number] += posting.cents;
      if (posting.payee.actor == Actor::Province) province += posting.cents;
      if (posting.payer.actor == Actor::Province) province -= posting.cents;
      if (posting.purpose == Purpose::BorderWork) {
        EXPECT_EQ(posting.payer.actor, Actor::Rijk);
      }
      if (posting.purpose == Purpose::Schools) {
        EXPECT_EQ(posting.payer.actor, Actor::Province);
      }
    }
  });
  EXPECT_EQ(fund, own);
  EXPECT_EQ(province, 0);
}

TEST(TaskBudget, BuysAtLeastAsMuchServiceWhenItRises) {
  Study study = governed_study();
  study.to = Month::of(2026, 12);
  for (const double factor : {.5, 1., 2., 4.}) {
    study.scenarios.push_back(scenario("times " + std::to_string(factor)));
    for (const Lever& lever : levers())
      if (lever.key.starts_with("budget.") && lever.key != "budget.guidance")
        study.scenarios.back().levers.push_back(setting(lever.key, factor));
  }
  const Experiment experiment = tiny_experiment(study, with_governments(tiny_country()));
  std::vector<double> less(task_count, 0);
  for (std::size_t s = 1; s < study.scenarios.size(); ++s) {
    // One month: later the targets differ, as better service changes who is left to serve.
    RunState state = begin_run(experiment);
    simulate_until(state, experiment, experiment.scripts[s], Random{experiment.seed, 0}, experiment.from + 1, {});
    for (std::size_t t = 1; t < task_count; ++t) {
      double more = 0;
      for (const Services& services : state.world.municipalities.services) more += services.response[t];
      EXPECT_GT(more, less[t]) << task_names[t];
      less[t] = more;
    }
  }
}

TEST(SharedSavings, AreAShareOfWhatUwvPaysLessAndNeverCostTheMunicipality) {
  World world;
  world.start = Month::of(2026, 1);
  world.month = Month::of(2026, 12);
  world.municipalities.government.resize(1);
  Model model;
  Inputs inputs{model, model.country, model.parameters, {}, {}, {}, {}};
  inputs.policy.rules.shared_savings = .25;
  const MunicipalityIndex m{0};
  Government& government = world.municipalities.government[m];
  government.ww_at_start = 1000;
  government.ww_paid = 1200;
  finance::settle_shared_savings(world, inputs, m);
  EXPECT_TRUE(world.ledger.postings.empty()) << "more ww than at the start";
  government.ww_paid = 600;
  finance::settle_shared_savings(world, inputs, m);
  ASSERT_EQ(world.ledger.postings.size(), 1u);
  EXPECT_EQ(world.ledger.postings[0],
            (Posting{{Actor::Uwv, 0}, {Actor::Municipality, 0}, Purpose::SharedSavings, 100}));
  for (const Month month : {Month::of(2026, 11), Month::of(2025, 12)}) {
    world.month = month;
    finance::settle_shared_savings(world, inputs, m);
  }
  EXPECT_EQ(world.ledger.postings.size(), 1u) << "in December, of whole years from the start on";
}

TEST(Handover, SendsFewerFromWwToBijstandAndUwvPaysIt) {
  Scenario full = scenario("handover");
  full.levers = {setting("uwv.municipal_handover", 1)};
  Study study = governed_study(2);
  study.to = Month::of(2026, 12);
  study.parameters.handover = {.35, 0, 3, 150};
  const Experiment experiment = reference_and(full, study);
  std::array<double, 2> entries{};
  Cents paid = 0;
  for (const std::size_t s : {0u, 1u})
    look(experiment, s, [&](const World& world, Month month) {
      if (month < experiment.from) return;
      for (const Flows& flows : world.municipalities.flows)
        entries[s] += flows.benefit[static_cast<std::size_t>(Benefit::Ww)][static_cast<std::size_t>(Benefit::Bijstand)];
      for (const Posting& posting : world.ledger.postings)
        if (posting.purpose == Purpose::Handover) {
          EXPECT_EQ(s, 1u);
          EXPECT_EQ(posting.payer.actor, Actor::Uwv);
          EXPECT_EQ(posting.cents % (150 * 100 * 2), 0);
          paid += posting.cents;
        }
    });
  EXPECT_GT(paid, 0);
  ASSERT_GT(entries[0], 30);
  EXPECT_LT(entries[1], entries[0]);
  EXPECT_NEAR(entries[1] / entries[0], .65, .2);
}

}  // namespace
}  // namespace polder
