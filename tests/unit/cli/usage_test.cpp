// A command line that cannot be read, and one that asks for silence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace polder {
namespace {

using testing::HasSubstr;
using testing::Not;

Answer dutch(std::vector<std::string> words) {
  words.insert(words.end(), {"--lang", "nl"});
  return run_program(words);
}

TEST(CommandLine, IsExplainedInDutchWhenAsked) {
  const auto expect = [](const std::vector<std::string>& words, const std::string& message, const std::string& help) {
    const Answer answer = dutch(words);
    EXPECT_EQ(answer.exit, 64);
    EXPECT_THAT(answer.err, HasSubstr("fout[E321]: " + message));
    EXPECT_THAT(answer.err, HasSubstr("hulp: " + help));
  };
  expect({"run"}, "STUDY is nodig", "polder run --help toont wat mag");
  expect({"run", "s.yaml", "--treads", "2"}, "er is geen optie '--treads'", "bedoelt u '--threads'?");
  expect({"run", "s.yaml", "--threads", "many"}, "--threads kan niet 'many' zijn",
         "--threads vraagt een getal van 1 tot");
  expect({"run", "s.yaml", "--replicates", "some"}, "--replicates kan niet 'some' zijn",
         "--replicates vraagt een getal");
  expect({"run", "s.yaml", "--engine=slow"}, "--engine kan niet 'slow' zijn",
         "--engine vraagt een van fast, reference");
  expect({"run", "s.yaml", "--memory", "lots"}, "--memory kan niet 'lots' zijn", "--memory vraagt SIZE");
  expect({"comparre"}, "er is geen opdracht 'comparre'", "bedoelt u 'compare'?");
  expect({"new"}, "polder new heeft nog een woord nodig", "polder new study");
  expect({"status", "a", "b"}, "'b' is een woord te veel", "polder status --help");
  const Answer last = run_program({"compare", "--lang", "nl", "--indicator"});
  EXPECT_THAT(last.err, HasSubstr("fout[E321]: --indicator heeft een waarde nodig"));
  EXPECT_THAT(last.err, HasSubstr("hulp: --indicator vraagt KEY"));
}

TEST(CommandLine, IsExplainedInEnglish) {
  EXPECT_THAT(run_program({"run"}).err, HasSubstr("error[E321]: STUDY is needed"));
  EXPECT_THAT(run_program({"verify", "--runs", "0"}).err, HasSubstr("--runs takes a number from 1 to 1000000"));
  EXPECT_THAT(run_program({"compare", "--economic", "101"}).err, HasSubstr("--economic takes a number from 0 to 100"));
  EXPECT_THAT(run_program({"status", "--format", "xml"}).err, HasSubstr("--format takes one of csv, json, text"));
  EXPECT_THAT(run_program({"compare", "x", "--from", "2026-01", "--from=2027-01"}).err,
              HasSubstr("--from can be given once only"));
  EXPECT_THAT(run_program({"explain", "x", "--diff", "a"}).err, HasSubstr("--diff takes A B"));
}

TEST(CommandLine, NamesTheSizeOfMemoryAsPeopleWriteIt) {
  const std::string help = run_program({"run", "--help"}).out;
  EXPECT_THAT(help, HasSubstr("--memory SIZE (500MB, 8G)"));
  EXPECT_THAT(help, Not(HasSubstr("1024b")));
  const TemporaryFolder folder;
  write_text(folder / "study.yaml", toy_study());
  const Answer answer = run_program({"run", folder / "study.yaml", "--memory", "1MB", "--out", folder / "result"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, testing::ContainsRegex("one replicate takes [1-9][0-9]* MB, more than is allowed"));
}

TEST(Quiet, ShowsNoProgress) {
  const TemporaryFolder folder;
  write_text(folder / "study.yaml", toy_study());
  const auto silent = [&](const std::vector<std::string>& words) {
    const Answer answer = run_program(words);
    EXPECT_EQ(answer.exit, 0) << answer.err;
    EXPECT_EQ(answer.err, "") << words.front();
  };
  silent({"run", folder / "study.yaml", "--out", folder / "result", "-q"});
  silent({"verify", folder / "result", "--runs", "1", "-q"});
  silent({"export", folder / "result", "--to", "ro-crate", "--out", folder / "crate", "-q"});
  silent({"reproduce", folder / "crate", "--out", folder / "again", "-q"});
}

}  // namespace
}  // namespace polder
