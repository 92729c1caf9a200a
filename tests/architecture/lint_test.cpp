// Lint: what would make results depend on the machine, and the house rules. Each check is shown to find its fault.
#include "architecture/lint.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "architecture/source.h"

namespace polder::architecture {
namespace {

using Check = std::vector<std::string> (*)(const SourceFile&);

std::vector<SourceFile> engine_sources() {
  std::vector<SourceFile> files = read_sources(POLDER_ROOT, "engine");
  std::ranges::copy(read_sources(POLDER_ROOT, "include"), std::back_inserter(files));
  return files;
}

/// Findings of a check in the files for which `covers` holds.
template <class Covers>
std::string findings(Check check, const std::vector<SourceFile>& files, Covers covers) {
  std::vector<std::string> all;
  for (const SourceFile& file : files)
    if (covers(file.path)) std::ranges::copy(check(file), std::back_inserter(all));
  return all.empty() ? "" : joined(all);
}

std::size_t count(Check check, const std::string& text) { return check({"engine/world/text.cpp", text}).size(); }

bool model(std::string_view path) { return is_model_code(path); }

TEST(ModelCode, CallsNoLibm) {
  const auto covers = [](std::string_view path) { return model(path) && path.find("/base/detmath.") == path.npos; };
  EXPECT_EQ(findings(libm_calls, engine_sources(), covers), "");
}
TEST(ModelCode, DrawsFromRandomOnly) { EXPECT_EQ(findings(foreign_randomness, engine_sources(), model), ""); }
TEST(ModelCode, HasNoUnorderedContainers) { EXPECT_EQ(findings(unordered_containers, engine_sources(), model), ""); }
TEST(ModelCode, AsksNoClock) { EXPECT_EQ(findings(clocks, engine_sources(), model), ""); }

TEST(Library, NeverPrintsOrExits) {
  const auto covers = [](std::string_view path) { return !path.starts_with("engine/cli/"); };
  EXPECT_EQ(findings(prints_or_exits, engine_sources(), covers), "");
}
TEST(Sources, AreShortAndWithoutTabs) {
  EXPECT_EQ(findings(untidiness, engine_sources(), [](std::string_view) { return true; }), "");
}
TEST(Repository, NamesNoPlaceOutsideIt) {
  EXPECT_EQ(findings(foreign_places, read_texts(POLDER_ROOT), [](std::string_view) { return true; }), "");
}

TEST(IsModelCode, IsWhatDecidesResults) {
  EXPECT_TRUE(is_model_code("engine/systems/labour/search.cpp"));
  EXPECT_TRUE(is_model_code("include/polder/base/random.h"));
  EXPECT_FALSE(is_model_code("engine/store/store.cpp"));
  EXPECT_FALSE(is_model_code("engine/cli/progress.cpp"));
}

TEST(LibmCalls, AreFound) {
  EXPECT_EQ(libm_calls({"a.cpp", "int a;\ndouble x = std::exp(2.0);"}),
            std::vector<std::string>{"a.cpp:2: exp() differs between processors: use detmath::"});
  EXPECT_EQ(count(libm_calls, "double x = log (2.0) + ::pow(1, 2) + values.array().exp() + sinf(1);"), 4u);
  EXPECT_EQ(count(libm_calls, "std::ranges::transform(a, b, std::log1p); using std::tanh;"), 2u);
}
TEST(LibmCalls, LeaveOursAndCommentsAlone) {
  EXPECT_EQ(count(libm_calls, "double x = detmath::exp(2.0) + polder::detmath::log(x) + std::sqrt(x);"), 0u);
  EXPECT_EQ(count(libm_calls, "// exp(x)\n/* log(x)\n pow(x) */ const char* t = \"sin(x)\"; char c = '\"'; f(log);"),
            0u);
  EXPECT_EQ(count(libm_calls, "auto t = R\"(exp(1))\"; int n = 1'000; double log_demand(int);"), 0u);
}

TEST(ForeignRandomness, IsFound) {
  EXPECT_EQ(count(foreign_randomness, "#include <random>\nstd::mt19937 g; std::normal_distribution<> d;"), 3u);
  EXPECT_EQ(count(foreign_randomness, "int a = rand() % 6; std::shuffle(v.begin(), v.end(), g);"), 2u);
  EXPECT_EQ(count(foreign_randomness, "void f(const Random& random) { random.word(draw, month, 1); }"), 0u);
}

TEST(UnorderedContainers, AreFound) {
  EXPECT_EQ(count(unordered_containers, "std::unordered_map<int, int> a; std::unordered_set<int> b;"), 2u);
  EXPECT_EQ(count(unordered_containers, "std::map<int, int> unordered;"), 0u);
}

TEST(Clocks, AreFound) {
  EXPECT_EQ(count(clocks, "#include <chrono>\nauto t = std::chrono::steady_clock::now();"), 2u);
  EXPECT_EQ(count(clocks, "auto t = time(nullptr) + std::clock();"), 2u);
  EXPECT_EQ(count(clocks, "double time = 1; auto t = world.time();"), 0u);
}

TEST(PrintsOrExits, AreFound) {
  EXPECT_EQ(count(prints_or_exits, "std::cout << 1; fmt::print(\"\"); printf(\"\"); std::exit(1); abort();"), 5u);
  EXPECT_EQ(count(prints_or_exits, "auto t = fmt::format(\"exit(1)\"); snprintf(b, 2, \"\"); firm.exit();"), 0u);
}

TEST(Untidiness, IsFound) {
  EXPECT_EQ(count(untidiness, "int a;\n\tint b;\n"), 1u);
  EXPECT_EQ(count(untidiness, std::string(401, '\n')), 1u);
  EXPECT_EQ(count(untidiness, std::string(400, '\n')), 0u);
}

TEST(ForeignPlaces, AreFound) {
  const std::string place = std::string("/wo") + "rk/";
  EXPECT_EQ(foreign_places({"README.md", "a\nsee " + place + "main"}),
            std::vector<std::string>{"README.md:2: names '" + place + "'"});
  EXPECT_EQ(count(foreign_places, "home" + place + "x is a ratio; networks/" + "x"), 0u);
}

TEST(TokensOf, CountsLinesAcrossCommentsAndText) {
  const std::vector<Token> tokens = tokens_of("a /* \n\n */ b // c\n\"d\n\" e");
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[1].line, 3u);
  EXPECT_EQ(tokens[2].text, "e");
  EXPECT_EQ(tokens[2].line, 5u);
}

}  // namespace
}  // namespace polder::architecture
