#include "reproduce/crate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hash.h"
#include "reproduce/archive.h"
#include "store/files.h"
#include "support/small_results.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using reproduce::CrateOptions;
using reproduce::OpenCrate;
using ::testing::HasSubstr;
using testing::ScratchFolder;

std::vector<Problem> refusals(const std::function<void()>& action) {
  try {
    action();
  } catch (const InputError& error) {
    return error.problems();
  }
  ADD_FAILURE() << "nothing was refused";
  return {Problem{}};
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

class Crate : public testing::Test {
 protected:
  Crate() {
    testing::small_result(scratch_ / "r", 2);
    options_.authors = {"Ada Lovelace <https://orcid.org/0000-0000-0000-0001>", "Grace Hopper"};
    options_.licence = "CC-BY-4.0";
    options_.citation = "cff-version: 1.2.0\n";
  }
  fs::path crate(const std::string& name = "crate") const {
    reproduce::write_crate(Store::open(scratch_ / "r"), scratch_ / name, options_);
    return scratch_ / name;
  }
  static std::map<std::string, Json> entities(const fs::path& folder) {
    std::map<std::string, Json> found;
    const Json json = Json::parse(store::read_file(folder / "ro-crate-metadata.json"));
    for (const Json& entity : json.at("@graph")) EXPECT_TRUE(found.emplace(entity.at("@id"), entity).second) << entity;
    return found;
  }
  ScratchFolder scratch_;
  CrateOptions options_;
};

std::set<std::string> links(const Json& list) {
  std::set<std::string> found;
  for (const Json& one : list) found.insert(one.at("@id").get<std::string>());
  return found;
}

TEST_F(Crate, HasTheEntitiesOfRoCrateAndOfAProcessRun) {
  const auto all = entities(crate());
  const Json& metadata = all.at("ro-crate-metadata.json");
  EXPECT_EQ(metadata.at("@type"), "CreativeWork");
  EXPECT_EQ(metadata.at("conformsTo").at("@id"), "https://w3id.org/ro/crate/1.1");
  EXPECT_EQ(metadata.at("about").at("@id"), "./");
  const Json& root = all.at("./");
  EXPECT_EQ(root.at("@type"), "Dataset");
  EXPECT_EQ(root.at("conformsTo").at("@id"), "https://w3id.org/ro/wfrun/process/0.5");
  EXPECT_EQ(root.at("name"), "A small study");
  EXPECT_EQ(root.at("datePublished").get<std::string>().size(), 10u);
  EXPECT_EQ(root.at("license").at("@id"), "https://spdx.org/licenses/CC-BY-4.0");
  EXPECT_EQ(links(root.at("author")), (std::set<std::string>{"https://orcid.org/0000-0000-0000-0001", "#author-2"}));
  EXPECT_EQ(all.at("#author-2").at("name"), "Grace Hopper");
  const Json& run = all.at(root.at("mentions").at("@id"));
  EXPECT_EQ(run.at("@type"), "CreateAction");
  EXPECT_EQ(run.at("instrument").at("@id"), "#polder");
  EXPECT_EQ(run.at("agent").at("@id"), "https://orcid.org/0000-0000-0000-0001");
  EXPECT_LE(run.at("startTime").get<std::string>(), run.at("endTime").get<std::string>());
  EXPECT_EQ(links(run.at("object")),
            (std::set<std::string>{"inputs/studies/small/study.yaml", "inputs/countries/toy/areas.csv"}));
  for (const char* result : {"results.db", "manifest.json", "tables/indicators.csv"})
    EXPECT_TRUE(links(run.at("result")).contains(result)) << result;
  EXPECT_EQ(all.at("#polder").at("softwareVersion"), "0.1.0");
  EXPECT_EQ(all.at("#model-sources").at("value"), "aaaa");
}

TEST_F(Crate, DescribesEveryFileThatIsThereAndNoOther) {
  const fs::path folder = crate();
  const auto all = entities(folder);
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(entry.path().lexically_relative(folder).generic_string());
  files.erase("ro-crate-metadata.json");
  files.erase("ro-crate-preview.html");
  EXPECT_EQ(links(all.at("./").at("hasPart")), files);
  for (const std::string& name : files) {
    EXPECT_EQ(all.at(name).at("@type"), "File");
    EXPECT_EQ(all.at(name).at("sha256"), sha256_hex(store::read_file(folder / name))) << name;
    EXPECT_EQ(all.at(name).at("contentSize"), std::to_string(fs::file_size(folder / name)));
  }
}

TEST_F(Crate, PointsAtEntitiesThatItHas) {
  const auto all = entities(crate());
  std::function<void(const Json&, bool)> walk = [&](const Json& json, bool top) {
    if (json.is_object() && !top && json.size() == 1 && json.contains("@id")) {
      const std::string id = json.at("@id");
      const bool elsewhere = id.starts_with("https://w3id.org/ro/crate/") || id.starts_with("http://schema.org/");
      EXPECT_TRUE(elsewhere || all.contains(id)) << id;
    }
    for (const Json& part : json)
      if (part.is_structured()) walk(part, false);
  };
  for (const auto& [id, entity] : all) walk(entity, true);
}

TEST_F(Crate, IsAResultThatCanBeRead) {
  const Store copy = Store::open(crate()), original = Store::open(scratch_ / "r");
  EXPECT_TRUE(copy.damage().empty());
  EXPECT_EQ(copy.finished(), original.finished());
  EXPECT_EQ(copy.ledger("help", 1), original.ledger("help", 1));
}

TEST_F(Crate, ShowsAPreviewWithoutMarkupOfOthers) {
  options_.authors = {"<script>alert(1)</script>"};
  const std::string html = store::read_file(crate() / "ro-crate-preview.html");
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(html, ::testing::Not(HasSubstr("<script>")));
  EXPECT_THAT(html, HasSubstr("results.db"));
}

TEST_F(Crate, IsTheSameInAZipFile) {
  const fs::path folder = crate(), zip = crate("crate.zip");
  const OpenCrate open(zip);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path name = entry.path().lexically_relative(folder);
    if (!entry.is_regular_file() || name == "results.db") continue;
    EXPECT_EQ(store::read_file(open.folder() / name), store::read_file(entry.path())) << name;
  }
  EXPECT_EQ(Store::open(open.folder()).finished(), Store::open(folder).finished());
}

TEST_F(Crate, LeavesNothingOfAZipFileBehind) {
  fs::path unpacked;
  {
    const OpenCrate open(crate("crate.zip"));
    unpacked = open.folder();
    EXPECT_TRUE(fs::exists(unpacked));
  }
  EXPECT_FALSE(fs::exists(unpacked));
}

TEST_F(Crate, OverwritesNothing) {
  write(scratch_ / "there.zip", "mine");
  fs::create_directories(scratch_ / "there");
  write(scratch_ / "there" / "mine", "mine");
  for (const char* name : {"there.zip", "there"}) {
    const auto problems = refusals([&] { crate(name); });
    EXPECT_EQ(problems.at(0).code, "E385") << name;
  }
  EXPECT_EQ(store::read_file(scratch_ / "there.zip"), "mine");
  EXPECT_EQ(store::read_file(scratch_ / "there" / "mine"), "mine");
}

TEST_F(Crate, IsNotMadeOfADamagedResult) {
  write(scratch_ / "r" / "inputs" / "countries" / "toy" / "areas.csv", "code,name\n");
  EXPECT_EQ(refusals([&] { crate(); }).at(0).code, "E303");
  EXPECT_FALSE(fs::exists(scratch_ / "crate"));
}

TEST_F(Crate, NamesEveryFileThatWasAlteredOrIsGone) {
  const fs::path folder = crate();
  std::string text = store::read_file(folder / "tables" / "months.csv");
  text.at(text.size() / 2) ^= 1;
  write(folder / "tables" / "months.csv", text);
  fs::remove(folder / "inputs" / "studies" / "small" / "study.yaml");
  const auto problems = refusals([&] { const OpenCrate open(folder); });
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].code, "E384");
  EXPECT_THAT(problems[0].file, HasSubstr("study.yaml"));
  EXPECT_THAT(problems[0].message, HasSubstr("is gone"));
  EXPECT_THAT(problems[1].file, HasSubstr("months.csv"));
  EXPECT_THAT(problems[1].message, HasSubstr("SHA-256"));
}

TEST_F(Crate, RefusesWhatIsNone) {
  EXPECT_EQ(refusals([&] { const OpenCrate open(scratch_ / "missing"); }).at(0).code, "E383");
  const auto result = refusals([&] { const OpenCrate open(scratch_ / "r"); }).at(0);
  EXPECT_EQ(result.code, "E383");
  EXPECT_THAT(result.help, HasSubstr("polder verify"));
  const fs::path folder = crate();
  for (const std::string text : {"{}", "not json", "{\"@graph\": [{\"@type\": \"File\"}]}"}) {
    write(folder / "ro-crate-metadata.json", text);
    EXPECT_EQ(refusals([&] { const OpenCrate open(folder); }).at(0).code, "E383") << text;
  }
}

TEST_F(Crate, ThatNamesAFileOutsideItIsRefused) {
  const fs::path folder = crate();
  write(scratch_ / "outside", "x");
  const std::string text = R"({"@graph": [{"@type": "File", "@id": "../outside", "contentSize": "1", "sha256": ")" +
                           sha256_hex("x") + "\"}]}";
  write(folder / "ro-crate-metadata.json", text);
  const auto problem = refusals([&] { const OpenCrate open(folder); }).at(0);
  EXPECT_EQ(problem.code, "E384");
  EXPECT_THAT(problem.message, HasSubstr("outside the crate"));
}

TEST_F(Crate, InAZipFileCutAnywhereIsRefused) {
  const std::string whole = store::read_file(crate("crate.zip"));
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, whole.size() / 3, whole.size() / 2}) {
    write(scratch_ / "cut.zip", whole.substr(0, size));
    const auto code = refusals([&] { const OpenCrate open(scratch_ / "cut.zip"); }).at(0).code;
    EXPECT_TRUE(code == "E386" || code == "E383" || code == "E384") << code << " at " << size;
  }
  write(scratch_ / "text.zip", "this is a text, and no zip file at all\n");
  EXPECT_EQ(refusals([&] { const OpenCrate open(scratch_ / "text.zip"); }).at(0).code, "E386");
}

TEST(Unpack, WritesNothingOutsideItsFolder) {
  const ScratchFolder scratch;
  fs::create_directories(scratch / "in");
  fs::create_directories(scratch / "out");
  write(scratch / "in" / "aaaaaaaaaaa", "evil");
  reproduce::pack(scratch / "in", scratch / "evil.zip");
  std::string bytes = store::read_file(scratch / "evil.zip");
  for (std::size_t i = bytes.find("aaaaaaaaaaa"); i != std::string::npos; i = bytes.find("aaaaaaaaaaa"))
    bytes.replace(i, 11, "../evil.txt");
  write(scratch / "evil.zip", bytes);
  EXPECT_EQ(refusals([&] { reproduce::unpack(scratch / "evil.zip", scratch / "out"); }).at(0).code, "E386");
  EXPECT_FALSE(fs::exists(scratch / "evil.txt"));
}

}  // namespace
}  // namespace polder
