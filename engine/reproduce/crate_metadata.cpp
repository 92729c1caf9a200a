#include "reproduce/crate_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/html.h"
#include "store/files.h"

namespace polder::reproduce {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view process_profile = "https://w3id.org/ro/wfrun/process/0.5";

Json link(std::string_view id) { return {{"@id", id}}; }

/// A name as a relative address: all but letters, digits and -._~/ in percent codes.
std::string address_of(std::string_view name) {
  constexpr std::string_view plain = "-._~/";
  std::string address;
  for (const char c : name) {
    const bool kept =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || plain.find(c) != plain.npos;
    address += kept ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return address;
}

std::string name_of(std::string_view address) {
  std::string name;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '%' && i + 2 < address.size()) {
      name += static_cast<char>(std::stoi(std::string(address.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      name += address[i];
    }
  }
  return name;
}

std::string_view format_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> formats{{{".csv", "text/csv"},
                                                                                  {".yaml", "application/yaml"},
                                                                                  {".json", "application/json"},
                                                                                  {".db", "application/vnd.sqlite3"},
                                                                                  {".md", "text/markdown"},
                                                                                  {".cff", "application/yaml"},
                                                                                  {".html", "text/html"}}};
  for (const auto& [ending, format] : formats)
    if (name.ends_with(ending)) return format;
  return "application/octet-stream";
}

bool is_input(const CrateFile& file) { return file.name.starts_with("inputs/"); }
bool is_result(const CrateFile& file) {
  return file.name == "results.db" || file.name == "manifest.json" || file.name == "resolved.yaml" ||
         file.name.starts_with("tables/");
}

std::string description_of(std::string_view name) {
  if (name == "results.db") return "All numbers of all runs, in SQLite";
  if (name == "manifest.json") return "Who made the result, from what, when";
  if (name == "resolved.yaml") return "Every setting and default written out, with status and source";
  if (name == "README.md") return "How to open the result, and how to make it again";
  if (name == "CITATION.cff") return "How to cite the program";
  if (name.starts_with("inputs/")) return "Exact copy of an input";
  return "Table of the result";
}

/// "Name <https://orcid.org/...>" as an entity; without an address its own name is the identity.
Json author_entity(const std::string& author, std::size_t number) {
  const std::size_t open = author.find('<'), close = author.rfind('>');
  const bool has_address = open != author.npos && close != author.npos && open < close;
  std::string name = has_address ? author.substr(0, open) : author;
  while (name.ends_with(' ')) name.pop_back();
  const std::string id = has_address ? author.substr(open + 1, close - open - 1) : fmt::format("#author-{}", number);
  return {{"@id", id}, {"@type", "Person"}, {"name", name}};
}

std::string licence_address(const std::string& licence) {
  return licence.find("://") != licence.npos ? licence : "https://spdx.org/licenses/" + licence;
}

std::string started(const store::Manifest& manifest) {
  return manifest.sessions.empty() ? std::string() : manifest.sessions.front().started;
}
std::string ended(const store::Manifest& manifest) {
  if (manifest.sessions.empty()) return {};
  const auto& last = manifest.sessions.back();
  return last.ended.value_or(last.started);
}

std::string title_of(const StoreHeader& header) {
  return !header.title_en.empty() ? header.title_en : !header.title_nl.empty() ? header.title_nl : header.study;
}

std::string summary_of(const store::Manifest& manifest) {
  const StoreHeader& header = manifest.header;
  return fmt::format("Study '{}' simulated by Polder {}: {} scenarios, sample 1:{}, {} to {}, seed {}.", header.study,
                     header.engine_version, header.scenarios.size(), header.weight, to_text(header.from),
                     to_text(header.to), header.seed);
}

Json root_entity(const store::Manifest& manifest, const std::vector<CrateFile>& files, const CrateOptions& options) {
  Json parts = Json::array(), authors = Json::array();
  for (const CrateFile& file : files) parts.push_back(link(address_of(file.name)));
  for (std::size_t i = 0; i < options.authors.size(); ++i)
    authors.push_back(link(author_entity(options.authors[i], i + 1).at("@id").get<std::string>()));
  Json root{{"@id", "./"},
            {"@type", "Dataset"},
            {"conformsTo", link(process_profile)},
            {"name", title_of(manifest.header)},
            {"description", summary_of(manifest)},
            {"datePublished", ended(manifest).substr(0, 10)},
            {"license", link(licence_address(options.licence))},
            {"keywords", "policy simulation, microsimulation, labour market, multi-level governance"},
            {"hasPart", parts},
            {"mentions", link("#run")}};
  if (!authors.empty()) root["author"] = authors;
  return root;
}

Json software_entity(const StoreHeader& header) {
  Json identifiers = Json::array({link("#model-sources")});
  if (!header.commit.empty()) identifiers.push_back(link("#commit"));
  return {{"@id", "#polder"},
          {"@type", "SoftwareApplication"},
          {"name", "Polder: a multi-level governance simulation engine"},
          {"softwareVersion", header.engine_version},
          {"license", link(licence_address("Apache-2.0"))},
          {"author", link("#polder-maintainers")},
          {"citation", link("CITATION.cff")},
          {"operatingSystem", "Linux"},
          {"identifier", identifiers}};
}

Json action_entity(const store::Manifest& manifest, const std::vector<CrateFile>& files, const CrateOptions& options) {
  Json object = Json::array(), result = Json::array();
  for (const CrateFile& file : files) {
    if (is_input(file)) object.push_back(link(address_of(file.name)));
    if (is_result(file)) result.push_back(link(address_of(file.name)));
  }
  const bool failed = !manifest.sessions.empty() && manifest.sessions.back().exit != 0;  // none: it was killed
  Json action{{"@id", "#run"},
              {"@type", "CreateAction"},
              {"name", fmt::format("Runs of the study '{}'", manifest.header.study)},
              {"description", command_of(manifest)},
              {"instrument", link("#polder")},
              {"object", object},
              {"result", result},
              {"startTime", started(manifest)},
              {"endTime", ended(manifest)},
              {"actionStatus",
               link(failed ? "http://schema.org/FailedActionStatus" : "http://schema.org/CompletedActionStatus")}};
  if (!options.authors.empty())
    action["agent"] = link(author_entity(options.authors[0], 1).at("@id").get<std::string>());
  return action;
}

Json property(std::string_view id, std::string_view name, std::string_view value) {
  return {{"@id", id}, {"@type", "PropertyValue"}, {"name", name}, {"propertyID", name}, {"value", value}};
}

void add_context(Json& graph, const store::Manifest& manifest, const CrateOptions& options) {
  graph.push_back(
      {{"@id", process_profile}, {"@type", "CreativeWork"}, {"name", "Process Run Crate"}, {"version", "0.5"}});
  const std::string address = licence_address(options.licence), own = licence_address("Apache-2.0");
  graph.push_back({{"@id", address}, {"@type", "CreativeWork"}, {"name", options.licence}});
  if (own != address) graph.push_back({{"@id", own}, {"@type", "CreativeWork"}, {"name", "Apache-2.0"}});
  graph.push_back({{"@id", "#polder-maintainers"}, {"@type", "Organization"}, {"name", "Polder maintainers"}});
  for (std::size_t i = 0; i < options.authors.size(); ++i) graph.push_back(author_entity(options.authors[i], i + 1));
  graph.push_back(property("#model-sources", "sha256 of the model's sources", manifest.header.model_sources));
  if (!manifest.header.commit.empty()) graph.push_back(property("#commit", "git commit", manifest.header.commit));
}

}  // namespace

std::string metadata_text(const store::Manifest& manifest, const std::vector<CrateFile>& files,
                          const CrateOptions& options) {
  Json graph = Json::array();
  graph.push_back({{"@id", metadata_name},
                   {"@type", "CreativeWork"},
                   {"conformsTo", link("https://w3id.org/ro/crate/1.1")},
                   {"about", link("./")}});
  graph.push_back(root_entity(manifest, files, options));
  graph.push_back({{"@id", preview_name}, {"@type", "CreativeWork"}, {"about", link("./")}});
  graph.push_back(software_entity(manifest.header));
  graph.push_back(action_entity(manifest, files, options));
  for (const CrateFile& file : files)
    graph.push_back({{"@id", address_of(file.name)},
                     {"@type", "File"},
                     {"name", file.name},
                     {"description", description_of(file.name)},
                     {"encodingFormat", format_of(file.name)},
                     {"contentSize", std::to_string(file.size)},
                     {"sha256", file.sha256}});
  add_context(graph, manifest, options);
  const Json json{{"@context", Json::array({"https://w3id.org/ro/crate/1.1/context",
                                            "https://w3id.org/ro/terms/workflow-run/context",
                                            Json{{"sha256", "https://w3id.org/ro/terms/workflow-run#sha256"}}})},
                  {"@graph", graph}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string preview_text(const store::Manifest& manifest, const std::vector<CrateFile>& files,
                         const CrateOptions& options) {
  const StoreHeader& header = manifest.header;
  std::string html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{0}</title></head>\n<body>\n"
      "<h1>{0}</h1>\n<p>{1}</p>\n<dl>\n<dt>Made</dt><dd>{2} to {3}</dd>\n"
      "<dt>Program</dt><dd>Polder {4}, commit {5}, model {6}</dd>\n<dt>Licence</dt><dd>{7}</dd>\n"
      "<dt>Authors</dt><dd>{8}</dd>\n</dl>\n<p>Make it again: <code>polder reproduce</code> with this folder. "
      "<a href=\"README.md\">How to open it</a>.</p>\n<table>\n"
      "<tr><th>file</th><th>what</th><th>bytes</th><th>SHA-256</th></tr>\n",
      in_html(title_of(header)), in_html(summary_of(manifest)), in_html(started(manifest)), in_html(ended(manifest)),
      in_html(header.engine_version), header.commit.empty() ? "not known" : in_html(header.commit),
      in_html(header.model_sources), in_html(options.licence),
      options.authors.empty() ? "not named" : in_html(fmt::format("{}", fmt::join(options.authors, "; "))));
  for (const CrateFile& file : files)
    html += fmt::format("<tr><td><a href=\"{}\">{}</a></td><td>{}</td><td>{}</td><td><code>{}</code></td></tr>\n",
                        address_of(file.name), in_html(file.name), description_of(file.name), file.size, file.sha256);
  return html + "</table>\n</body>\n</html>\n";
}

std::string readme_addition() {
  return R"(
## Make it again

This folder is an RO-Crate: `ro-crate-metadata.json` describes every file, with its SHA-256, who made it, when and with
which program. `tables/` holds the same numbers as `results.db` as CSV files. With the program of `manifest.json`
(`engine`: version and commit), from any place and on any machine:

    polder reproduce . --out ../again

It checks every file against its SHA-256, runs the study again from `inputs/`, and compares each month of each run.
)";
}

std::vector<CrateFile> files_in(std::string_view metadata, const std::filesystem::path& file) {
  std::vector<CrateFile> files;
  try {
    const Json json = Json::parse(metadata);
    for (const Json& entity : json.at("@graph")) {
      if (entity.at("@type") != "File") continue;
      files.push_back({name_of(entity.at("@id").get<std::string>()), entity.at("sha256"),
                       std::stoull(entity.at("contentSize").get<std::string>())});
    }
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    files.clear();
  }
  if (files.empty())
    store::refuse("E383", file, "this does not describe the files of a crate with their SHA-256",
                  "take it from where the crate was published");
  return files;
}

}  // namespace polder::reproduce
