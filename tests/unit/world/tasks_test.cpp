#include "polder/world/tasks.h"

#include <gtest/gtest.h>

namespace polder {
namespace {

TEST(Tasks, HaveTheNamesOfScenarioFiles) {
  EXPECT_EQ(to_text(Task::Guidance), "guidance");
  EXPECT_EQ(to_text(Task::EmployerServices), "employer_services");
  EXPECT_EQ(to_text(Task::Border), "border");
  EXPECT_EQ(number(Task::Border) + 1, task_count);
}

TEST(Levels, HaveTheNamesOfScenarioFiles) {
  EXPECT_EQ(to_text(Level::Local), "local");
  EXPECT_EQ(to_text(Level::Joint), "joint");
  EXPECT_EQ(to_text(Level::International), "international");
  EXPECT_EQ(number(Level::International) + 1, level_count);
}

TEST(Levels, HaveThreeRegionalForms) {
  std::size_t forms = 0;
  for (std::size_t level = 0; level < level_count; ++level)
    if (const auto each = index_of<Level>(level); is_regional(each)) {
      EXPECT_EQ(form_number(each), forms++);
    }
  EXPECT_EQ(forms, form_count);
}

TEST(Tasks, CanHaveAllLevelsOfTheCountryAndWorkAcrossTheBorderOneMore) {
  std::size_t cells = 0;
  for (std::size_t task = 0; task < task_count; ++task)
    for (std::size_t level = 0; level < level_count; ++level)
      if (can_have(index_of<Task>(task), index_of<Level>(level))) ++cells;
  EXPECT_EQ(cells, 55u);
  EXPECT_TRUE(can_have(Task::Border, Level::International));
  EXPECT_FALSE(can_have(Task::Guidance, Level::International));
}

}  // namespace
}  // namespace polder
