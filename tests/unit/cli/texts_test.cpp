#include "cli/texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "cli/error_codes.h"
#include "program.h"

namespace polder::cli {
namespace {

TEST(Texts, ExistInBothLanguagesWithTheSameGaps) {
  for (int i = 0; i <= static_cast<int>(Say::Note); ++i) {
    const std::string_view en = sentence(Language::En, static_cast<Say>(i));
    const std::string_view nl = sentence(Language::Nl, static_cast<Say>(i));
    const auto gaps = [](std::string_view text) { return std::count(text.begin(), text.end(), '{'); };
    EXPECT_FALSE(en.empty());
    EXPECT_EQ(gaps(en), gaps(nl)) << en;
  }
}

TEST(Texts, RoundForPeople) {
  EXPECT_EQ(duration(4.23), "4.2 s");
  EXPECT_EQ(duration(59.6), "60 s");
  EXPECT_EQ(duration(600), "10 min");
  EXPECT_EQ(duration(12000), "3 h 20 min");
  EXPECT_EQ(bytes(512'000), "512 kB");
  EXPECT_EQ(bytes(3.21e9), "3.2 GB");
  EXPECT_EQ(count(999), "999");
  EXPECT_EQ(count(12'045), "12,045");
  EXPECT_EQ(count(18'130'208), "18.1 M");
}

/// Codes such as "E101" and "W101" in the engine's sources.
std::set<std::string> codes_in_sources() {
  std::set<std::string> codes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(POLDER_ROOT "/engine")) {
    if (entry.path().extension() != ".cpp" || entry.path().filename() == "error_codes.cpp") continue;
    const std::string text = read_text(entry.path());
    for (std::size_t at = text.find('"'); at + 5 < text.size(); at = text.find('"', at + 1)) {
      if (at == std::string::npos) break;
      const std::string code = text.substr(at + 1, 4);
      const bool digits = std::all_of(code.begin() + 1, code.end(), [](char c) { return c >= '0' && c <= '9'; });
      if ((code[0] == 'E' || code[0] == 'W') && digits && text[at + 5] == '"') codes.insert(code);
    }
  }
  return codes;
}

TEST(ErrorCodes, ExplainEveryCodeThatTheEngineUses) {
  std::set<std::string> explained;
  for (const ErrorCode& code : error_codes()) {
    EXPECT_TRUE(explained.emplace(code.code).second) << code.code << " is explained twice";
    EXPECT_FALSE(code.en.empty());
    EXPECT_FALSE(code.nl.empty());
  }
  const auto used = codes_in_sources();
  EXPECT_GT(used.size(), 20u);
  for (const std::string& code : used) EXPECT_TRUE(explained.contains(code)) << code;
}

}  // namespace
}  // namespace polder::cli
