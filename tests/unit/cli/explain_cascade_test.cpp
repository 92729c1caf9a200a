// polder explain cascade STUDY: what hangs on a plant, as a graph.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "program.h"

namespace polder {
namespace {

using testing::HasSubstr;

const std::string study = POLDER_ROOT "/scenarios/studies/toy-closure/study.yaml";

TEST(ExplainCascade, IsOneGraphFromThePlantWhoseWorkersAreCountedTwice) {
  const Answer answer = run_program({"explain", "cascade", study, "--format", "json"});
  ASSERT_EQ(answer.exit, 0) << answer.err;
  std::map<std::string, double> jobs;         // by kind
  std::map<std::string, double> in, further;  // by node: at suppliers, and at their sectors
  std::set<std::string> reached{"fabriek"};
  for (const auto& edge : nlohmann::json::parse(answer.out)) {
    jobs[edge["kind"]] += edge["jobs"].get<double>();
    EXPECT_TRUE(reached.contains(edge["from"])) << edge["from"];
    reached.insert(edge["to"].get<std::string>());
    if (edge["kind"] == "suppliers") in[edge["to"]] = edge["jobs"];
    if (edge["kind"] == "sector") further[edge["from"]] += edge["jobs"].get<double>();
  }
  EXPECT_EQ(jobs["occupation"], 800);
  EXPECT_EQ(jobs["home"], 800);
  EXPECT_GT(jobs["services"], 0);
  EXPECT_EQ(in.size(), further.size());
  for (const auto& [node, sum] : in) EXPECT_NEAR(sum, further[node], .05 * 20);
}

TEST(ExplainCascade, HasNothingBehindThePlantWithTheChainSwitchedOff) {
  const Answer answer = run_program({"explain", "cascade", study, "--format", "csv", "--set",
                                     "parameters.chain.effect=0", "--set", "parameters.chain.local=0"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, testing::Not(HasSubstr("services")));
  EXPECT_THAT(answer.out, testing::Not(HasSubstr("suppliers")));
  EXPECT_THAT(answer.out, HasSubstr("occupation,fabriek,"));
}

TEST(ExplainCascade, IsDrawnByGraphViz) {
  const Answer answer = run_program({"explain", "cascade", study, "--format", "dot"});
  ASSERT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, testing::StartsWith("digraph \"fabriek\" {\n"));
  EXPECT_THAT(answer.out, testing::EndsWith("}\n"));
  EXPECT_THAT(answer.out, HasSubstr("  \"fabriek\" [label=\"fabriek: 800\"];\n"));
  const Answer table = run_program({"explain", "cascade", study, "--format", "csv"});
  const auto count = [](const std::string& text, const std::string& word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
    return found;
  };
  EXPECT_GT(count(answer.out, " -> "), 3u);
  EXPECT_LE(count(answer.out, " -> "), count(table.out, "\n") - 1) << "edges below a job are not drawn";
  EXPECT_THAT(answer.out, testing::Not(HasSubstr("...")));
}

TEST(ExplainCascade, IsTheOnlyGraph) {
  const Answer answer = run_program({"explain", "levers", "--format", "dot"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("error[E331]"));
}

TEST(ExplainCascade, SaysWhatItDoesNotKnow) {
  EXPECT_THAT(run_program({"explain", "cascade", study, "--firm", "fabrik"}).err, HasSubstr("did you mean 'fabriek'?"));
  EXPECT_THAT(run_program({"explain", "cascade"}).err, HasSubstr("E313"));
}

}  // namespace
}  // namespace polder
