// The architecture as a test: one direction, third parties in their place, the build's DEPENDS equal to the table.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "architecture/include_rules.h"
#include "architecture/source.h"

namespace polder::architecture {
namespace {

std::vector<std::string> findings_in(const std::string& path, const std::string& text) {
  return forbidden_includes({path, text});
}

bool allowed(const std::string& path, const std::string& text) { return findings_in(path, text).empty(); }

std::set<std::string> words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  return {std::istream_iterator<std::string>(stream), {}};
}

TEST(Includes, GoOneDirectionInTheWholeEngine) {
  std::vector<std::string> findings;
  std::size_t files = 0;
  for (const char* folder : {"engine", "include/polder"}) {
    for (const SourceFile& file : read_sources(POLDER_ROOT, folder)) {
      ++files;
      std::ranges::copy(forbidden_includes(file), std::back_inserter(findings));
    }
  }
  EXPECT_GT(files, 50u);
  EXPECT_TRUE(findings.empty()) << joined(findings);
}

TEST(Includes, ModulesUseEarlierModulesOnly) {
  std::set<std::string_view> earlier;
  for (const Module& module : modules()) {
    for (const std::string_view used : module.uses) EXPECT_TRUE(earlier.contains(used)) << module.name << ": " << used;
    earlier.insert(module.name);
  }
}

TEST(Sources, OfEveryModuleAreListedForTheBuild) {
  std::ifstream list(POLDER_ROOT "/cmake/sources.cmake");
  std::string text{std::istreambuf_iterator<char>(list), {}};
  std::ranges::replace(text, ')', ' ');
  const std::set<std::string> listed = words_of(text);
  for (const SourceFile& file : read_sources(POLDER_ROOT, "engine")) {
    if (!file.path.ends_with(".cpp") || file.path.ends_with("/main.cpp")) continue;
    const std::string in_module = file.path.substr(file.path.find('/', std::string("engine/").size()) + 1);
    EXPECT_TRUE(listed.contains(in_module)) << file.path << " is not in cmake/sources.cmake";
  }
}

TEST(Includes, TheBuildLinksWhatTheTableAllows) {
  std::ifstream file(POLDER_ROOT "/CMakeLists.txt");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  for (const Module& module : modules()) {
    const std::string head = "polder_module(" + std::string(module.name);
    const std::size_t begin = std::min(text.find(head + " "), text.find(head + "\n"));
    ASSERT_NE(begin, std::string::npos) << module.name;
    const std::string call = text.substr(begin, text.find(')', begin) - begin);
    const std::size_t depends = call.find("DEPENDS"), other = call.find("LIBRARIES");
    const std::set<std::string> linked = depends == std::string::npos
                                             ? std::set<std::string>{}
                                             : words_of(call.substr(depends + 7, other - depends - 7));
    EXPECT_EQ(linked, std::set<std::string>(module.uses.begin(), module.uses.end())) << module.name;
  }
}

TEST(ForbiddenIncludes, FindAModuleThatIsNotBelow) {
  EXPECT_EQ(findings_in("engine/base/text.cpp", "#pragma once\n#include \"world/build.h\"\n"),
            std::vector<std::string>{"engine/base/text.cpp:2: base may not include world"});
  EXPECT_FALSE(allowed("engine/world/build.cpp", "#include \"simulation/month.h\""));
  EXPECT_FALSE(allowed("engine/world/build.cpp", "#include \"scenario/study.h\""));
  EXPECT_FALSE(allowed("engine/indicators/rates.cpp", "#include \"systems/labour/search.h\""));
  EXPECT_FALSE(allowed("engine/ensemble/ensemble.cpp", "#include \"store/store.h\""));
  EXPECT_FALSE(allowed("engine/systems/labour/search.cpp", "#include \"data/csv.h\""));
  EXPECT_FALSE(allowed("engine/government/trust.cpp", "#include \"scenario/study.h\""));
  EXPECT_FALSE(allowed("engine/government/trust.cpp", "#include \"systems/finance/buig.h\""));
  EXPECT_FALSE(allowed("engine/elsewhere/new.cpp", "#include \"polder/base/month.h\""));
}

TEST(ForbiddenIncludes, LetModulesUseWhatIsBelow) {
  EXPECT_TRUE(allowed("engine/world/build.cpp", "#include \"world/build.h\"\n#include \"data/csv.h\""));
  EXPECT_TRUE(allowed("engine/world/build.h", "#include \"polder/scenario/scenario.h\""));
  EXPECT_TRUE(allowed("engine/government/trust.h", "#include \"polder/scenario/government_parameters.h\""));
  EXPECT_TRUE(allowed("engine/government/dials.h", "#include \"polder/world/tasks.h\""));
  EXPECT_TRUE(allowed("engine/simulation/month.cpp", "#include \"systems/labour/search.h\""));
  EXPECT_TRUE(allowed("engine/cli/main.cpp", "#include \"polder/compare/compare.h\"\n#include <CLI/CLI.hpp>"));
}

TEST(ForbiddenIncludes, KeepSystemsApart) {
  EXPECT_EQ(findings_in("engine/systems/labour/search.cpp", "#include \"systems/finance/budgets.h\""),
            std::vector<std::string>{"engine/systems/labour/search.cpp:1: systems/labour may not include "
                                     "systems/finance/budgets.h: they meet in the World"});
  EXPECT_TRUE(allowed("engine/systems/labour/search.cpp", "#include \"systems/labour/search.h\""));
  EXPECT_TRUE(allowed("engine/systems/labour/search.cpp", "#include \"systems/jobs/jobs.h\""));
  EXPECT_FALSE(allowed("engine/systems/finance/pay.cpp", "#include \"systems/labour/labour.h\""));
}

TEST(ForbiddenIncludes, KeepPublicHeadersPublic) {
  EXPECT_FALSE(allowed("include/polder/world/world.h", "#include \"world/build.h\""));
  EXPECT_FALSE(allowed("include/polder/world/world.h", "#include \"polder/simulation/simulation.h\""));
  EXPECT_FALSE(allowed("include/polder/base/month.h", "#include <fmt/format.h>"));
  EXPECT_TRUE(allowed("include/polder/world/world.h", "#include <array>\n#include \"polder/base/column.h\""));
}

TEST(ForbiddenIncludes, KeepThirdPartiesInTheirPlace) {
  EXPECT_FALSE(allowed("engine/scenario/study.cpp", "#include <yaml-cpp/yaml.h>"));
  EXPECT_FALSE(allowed("engine/compare/compare.cpp", "#include <sqlite3.h>"));
  EXPECT_FALSE(allowed("engine/base/hash.cpp", "#include <tbb/parallel_for.h>"));
  EXPECT_FALSE(allowed("engine/world/build.h", "#include <Eigen/Dense>"));
  EXPECT_FALSE(allowed("engine/world/graph.h", "#include <boost/graph/graph_traits.hpp>"));
  EXPECT_FALSE(allowed("engine/compare/compare.cpp", "#include <boost/graph/graph_traits.hpp>"));
  EXPECT_FALSE(allowed("engine/world/build.cpp", "#include <boost/math/distributions/students_t.hpp>"));
  EXPECT_FALSE(allowed("engine/simulation/run.cpp", "#  include <nlohmann/json.hpp>"));
  EXPECT_FALSE(allowed("engine/base/text.cpp", "#include <unchosen/library.h>"));
  EXPECT_TRUE(allowed("engine/base/parallel.cpp", "#include <tbb/parallel_for.h>"));
  EXPECT_TRUE(allowed("engine/world/graph.cpp", "#include <boost/graph/graph_traits.hpp>"));
  EXPECT_TRUE(allowed("engine/world/fit.cpp", "#include <Eigen/Dense>\n#include <vector>\n#include <fmt/format.h>"));
}

TEST(ForbiddenIncludes, AskForTheModuleInTheName) {
  EXPECT_FALSE(allowed("engine/world/build.cpp", "#include \"build.h\""));
  EXPECT_FALSE(allowed("engine/world/build.cpp", "#include \"../base/hash.h\""));
}

}  // namespace
}  // namespace polder::architecture
