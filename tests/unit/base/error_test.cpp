#include "polder/base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polder {
namespace {

TEST(InputErrorTest, SaysItsFirstProblemAndKeepsAll) {
  Problem first, second;
  first.message = "no such region";
  second.message = "no such lever";
  const InputError error({first, second});
  EXPECT_STREQ(error.what(), "no such region");
  EXPECT_EQ(error.problems().size(), 2u);
  EXPECT_STRNE(InputError({}).what(), "");
  Problem warning;
  warning.code = "W101";
  warning.message = "never active";
  EXPECT_STREQ(InputError({warning, second}).what(), "no such lever") << "a warning is no reason";
}

TEST(Ensure, NamesThePromiseAndThePlaceWithoutFolders) {
  EXPECT_NO_THROW(ensure(true, "kept"));
  try {
    ensure(false, "money is conserved");
    FAIL() << "nothing thrown";
  } catch (const BrokenInvariant& broken) {
    EXPECT_THAT(broken.what(), testing::MatchesRegex("money is conserved \\(error_test\\.cpp:[0-9]+\\)"));
  }
}

}  // namespace
}  // namespace polder
