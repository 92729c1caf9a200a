#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "polder/scenario/parameters.h"
#include "scenario/parameter_meanings.h"
#include "world/assumptions.h"

namespace polder {
namespace {

TEST(ParameterTable, CoversEveryNumberOfParametersOnce) {
  Parameters parameters{};
  std::set<const double*> places;
  for (const auto& declaration : parameter_declarations()) places.insert(&declaration.in(parameters));
  EXPECT_EQ(places.size(), parameter_declarations().size());
  EXPECT_EQ(places.size() * sizeof(double), sizeof(Parameters));
}

TEST(ParameterTable, HasOneKeyPerDeclarationWithMeaningAndBounds) {
  std::set<std::string_view> keys;
  for (const auto& declaration : parameter_declarations()) {
    EXPECT_TRUE(keys.insert(declaration.key).second) << declaration.key;
    EXPECT_LT(declaration.least, declaration.most) << declaration.key;
    EXPECT_GT(declaration.meaning.size(), 5u) << declaration.key;
    EXPECT_EQ(find_parameter(declaration.key), &declaration);
  }
  EXPECT_EQ(find_parameter("separation.permanant"), nullptr);
}

TEST(ParameterTable, MeansSomethingInDutchToo) {
  for (const auto& declaration : parameter_declarations()) {
    EXPECT_GT(meaning_in_dutch(declaration.key).size(), 5u) << declaration.key;
    EXPECT_NE(meaning_in_dutch(declaration.key), declaration.meaning) << declaration.key;
  }
  for (const Assumption& one : world_assumptions()) EXPECT_GT(meaning_in_dutch(one.key).size(), 5u) << one.key;
  EXPECT_EQ(meaning_in_dutch("separation.permanant"), "");
  EXPECT_EQ(meaning_in_dutch("task.fixed_cost"), "") << "a table without its row";
}

TEST(ParameterTable, GivesADutchMeaningToNothingElse) {
  const auto declared = [](const DutchMeaning& one) {
    const std::string_view key = one.key;
    const std::size_t star = key.find('*');
    const auto is_of = [&](std::string_view other) {
      return star == std::string_view::npos
                 ? other == key
                 : other.starts_with(key.substr(0, star)) && other.ends_with(key.substr(star + 1));
    };
    return std::ranges::any_of(parameter_declarations(), [&](const auto& each) { return is_of(each.key); }) ||
           std::ranges::any_of(world_assumptions(), [&](const auto& each) { return is_of(each.key); });
  };
  for (const auto meanings : dutch_meanings())
    for (const DutchMeaning& one : meanings) EXPECT_TRUE(declared(one)) << one.key;
}

TEST(ParameterTable, FindsMembersOfArraysByNumber) {
  Parameters parameters{};
  find_parameter("search.bijstand_3")->in(parameters) = 0.019;
  find_parameter("bijstand.entry_class_0")->in(parameters) = 0.1;
  EXPECT_EQ(parameters.search.bijstand[3], 0.019);
  EXPECT_EQ(parameters.bijstand.entry_class[0], 0.1);
}

TEST(ParameterTable, FindsRowsOfTablesByName) {
  Parameters parameters{};
  find_parameter("task.employer_services.reach_weight")->in(parameters) = 0.45;
  find_parameter("level.province.distance")->in(parameters) = 2;
  find_parameter("form.joint.hours")->in(parameters) = 4;
  find_parameter("trust.start")->in(parameters) = 0.4;
  const GovernmentParameters& government = parameters.government;
  EXPECT_EQ(government.task[number(Task::EmployerServices)].reach_weight, 0.45);
  EXPECT_EQ(government.level[number(Level::Province)].distance, 2);
  EXPECT_EQ(government.form[form_number(Level::Joint)].hours, 4);
  EXPECT_EQ(government.trust.start, 0.4);
  for (const std::string_view task : task_names)
    EXPECT_NE(find_parameter("task." + std::string(task) + ".fixed_cost"), nullptr) << task;
  for (const std::string_view level : level_names)
    EXPECT_NE(find_parameter("level." + std::string(level) + ".control"), nullptr) << level;
}

TEST(ParameterTable, SpellsEveryUnitDifferently) {
  std::set<std::string_view> spellings;
  for (int unit = 0; unit <= static_cast<int>(Unit::Switch); ++unit)
    EXPECT_TRUE(spellings.insert(to_text(static_cast<Unit>(unit))).second);
  EXPECT_EQ(to_text(Unit::ChancePerMonth), "chance/month");
  EXPECT_EQ(to_text(Unit::EurPerMonthPerKm), "EUR/month/km");
  EXPECT_EQ(to_text(Status::Recalled), "recalled");
}

}  // namespace
}  // namespace polder
