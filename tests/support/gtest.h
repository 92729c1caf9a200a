// GoogleTest for all tests, read once per folder. `testing::` means both GoogleTest's and ours, in whatever order files
// are read.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polder::testing {

using namespace ::testing;

}  // namespace polder::testing
