#include "base/packing.h"

#include <gtest/gtest.h>

#include <vector>

#include "polder/base/error.h"

namespace polder {
namespace {

std::vector<std::uint32_t> numbers(std::size_t count) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < count; ++i) all.push_back(i * i % 1009);
  return all;
}

TEST(Packing, GivesBackWhatWasAddedHoweverItIsCut) {
  const std::vector<std::uint32_t> values = numbers(300'000);
  const std::size_t bytes = values.size() * sizeof values[0];
  std::string packed = "head ";
  Packer packer(packed);
  packer.add(values.data(), 10);
  packer.add(values.data(), 0);
  packer.add(reinterpret_cast<const char*>(values.data()) + 10, bytes - 10);
  packer.end();
  EXPECT_LT(packed.size(), bytes / 2);
  Unpacker unpacker(std::string_view(packed).substr(5));
  std::vector<std::uint32_t> back(values.size());
  unpacker.take(back.data(), 4);
  unpacker.take(back.data() + 1, 0);
  unpacker.take(back.data() + 1, bytes - 4);
  EXPECT_EQ(back, values);
}

TEST(Packing, RefusesToGiveMoreThanThereIs) {
  std::string packed;
  Packer packer(packed);
  packer.add("abc", 3);
  packer.end();
  char back[4];
  EXPECT_THROW(Unpacker(packed).take(back, 4), BrokenInvariant);
  EXPECT_THROW(Unpacker(std::string_view(packed).substr(0, 5)).take(back, 3), BrokenInvariant);
  EXPECT_THROW(Unpacker("not packed at all").take(back, 1), BrokenInvariant);
}

}  // namespace
}  // namespace polder
