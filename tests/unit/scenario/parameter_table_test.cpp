#include <gtest/gtest.h>

#include <set>
#include <string>

#include "polder/scenario/parameters.h"

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
