// Studies that come with polder are told in Dutch and English.
#include <gtest/gtest.h>

#include <filesystem>

#include "data/problems.h"
#include "data/yaml.h"

namespace polder {
namespace {

TEST(StudiesOfOurs, HaveATitleAndAQuestionInBothLanguages) {
  std::size_t studies = 0;
  for (const auto& entry : std::filesystem::directory_iterator(POLDER_ROOT "/scenarios/studies")) {
    if (!entry.is_directory()) continue;
    const std::filesystem::path file = entry.path() / "study.yaml";
    data::Problems problems;
    const data::Node study = data::read_yaml(file, problems);
    ASSERT_FALSE(problems.any_error()) << file;
    for (const char* key : {"title", "question"}) {
      const data::Node* wording = study.find(key);
      ASSERT_NE(wording, nullptr) << file << key;
      const data::Node *dutch = wording->find("nl"), *english = wording->find("en");
      ASSERT_TRUE(dutch != nullptr && english != nullptr) << file << key;
      EXPECT_GT(dutch->text.size(), 8u) << file;
      EXPECT_NE(dutch->text, english->text) << file;
    }
    ++studies;
  }
  EXPECT_GE(studies, 30u);
}

}  // namespace
}  // namespace polder
