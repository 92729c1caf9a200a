// The study `placebo` keeps its word: with every coefficient of government at nothing residents' lives are the same.
#include <gtest/gtest.h>

#include "support/study.h"

namespace polder {
namespace {

using namespace testing;

TEST(PlaceboStudy, ChangesNothingAboutResidents) {
  StudyOptions options;
  options.sample = "1:50";
  constexpr std::uint32_t replicate = 2;  // one in which the lag of statistics showed, before it was switched off too
  const Experiment experiment = prepare(load_study(study_file("placebo"), options));
  ASSERT_GT(experiment.scripts.size(), 2u);
  const RunState reference = run_all(experiment, 0, replicate);
  for (std::size_t s = 1; s < experiment.scripts.size(); ++s) {
    const RunState other = run_all(experiment, s, replicate);
    EXPECT_EQ(other.world.residents.now, reference.world.residents.now) << experiment.scripts[s].name;
    EXPECT_EQ(other.world.residents.profile, reference.world.residents.profile) << experiment.scripts[s].name;
    EXPECT_NE(other.world.municipalities.council, reference.world.municipalities.council)
        << experiment.scripts[s].name << ": among governments it is another world";
  }
}

}  // namespace
}  // namespace polder
