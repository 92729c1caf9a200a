#include "store/manifest.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "store/files.h"

namespace polder::store {
namespace {

using Json = nlohmann::ordered_json;

/// The resolved settings but for the block `replicates`: more replicates are more of the same.
std::vector<std::string_view> settings_lines(std::string_view resolved) {
  std::vector<std::string_view> lines;
  bool inside_replicates = false;
  while (!resolved.empty()) {
    const std::size_t end = std::min(resolved.find('\n'), resolved.size() - 1);
    const std::string_view line = resolved.substr(0, end + 1);
    resolved.remove_prefix(end + 1);
    if (line.front() != ' ' && line.front() != '\n') inside_replicates = line.starts_with("replicates:");
    if (!inside_replicates) lines.push_back(line);
  }
  return lines;
}

std::string settings_digest(std::string_view resolved) {
  std::string kept;
  for (const std::string_view line : settings_lines(resolved)) kept += line;
  return sha256_hex(kept);
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string system_name() {
  utsname names{};
  return ::uname(&names) == 0 ? fmt::format("{} {}", names.sysname, names.machine) : "";
}

Json to_json(const Manifest& manifest) {
  const StoreHeader& header = manifest.header;
  Json json;
  json["schema"] = result_schema;
  json["engine"] = {{"version", header.engine_version},
                    {"commit", header.commit},
                    {"model_sources", header.model_sources},
                    {"compiler", manifest.compiler},
                    {"flags", header.flags}};
  json["study"] = header.study;
  json["title"] = {{"nl", header.title_nl}, {"en", header.title_en}};
  json["reference"] = header.reference;
  json["scenarios"] = header.scenarios;
  for (const auto& [scenario, title] : header.titles) json["titles"][scenario] = {{"nl", title.nl}, {"en", title.en}};
  json["sample"] = fmt::format("1:{}", header.weight);
  json["seed"] = header.seed;
  json["period"] = {{"from", to_text(header.from)}, {"to", to_text(header.to)}};
  json["focus"] = header.focus;
  json["settings"] = manifest.settings;
  json["inputs"] = Json::array();
  for (const auto& input : manifest.inputs) json["inputs"].push_back({{"name", input.name}, {"sha256", input.sha256}});
  json["overrides"] = manifest.overrides;
  json["sessions"] = Json::array();
  for (const auto& session : manifest.sessions) {
    Json line{{"host", session.host},       {"system", session.system}, {"threads", session.threads},
              {"started", session.started}, {"ended", nullptr},         {"exit", nullptr}};
    if (session.ended) line["ended"] = *session.ended;
    if (session.exit) line["exit"] = *session.exit;
    json["sessions"].push_back(std::move(line));
  }
  return json;
}

/// Host names may hold any bytes: what is not UTF-8 is replaced.
std::string dump(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string digest_of(const Json& json) { return sha256_hex(dump(json)); }

Month read_month(const Json& json) {
  const auto month = month_from_text(json.get<std::string>());
  if (!month) throw std::runtime_error("not a month");
  return *month;
}

Manifest from_json(const Json& json) {
  Manifest manifest;
  StoreHeader& header = manifest.header;
  header.engine_version = json.at("engine").at("version");
  header.model_sources = json.at("engine").at("model_sources");
  manifest.compiler = json.at("engine").at("compiler");
  header.commit = json.at("engine").value("commit", "");  // these and others came later
  header.flags = json.at("engine").value("flags", "");
  header.study = json.at("study");
  header.title_nl = json.at("title").at("nl");
  header.title_en = json.at("title").at("en");
  header.reference = json.at("reference");
  header.scenarios = json.at("scenarios").get<std::vector<std::string>>();
  const Json titles = json.value("titles", Json::object());
  for (const auto& [scenario, title] : titles.items()) header.titles[scenario] = {title.at("nl"), title.at("en")};
  header.weight = static_cast<std::uint32_t>(std::stoul(json.at("sample").get<std::string>().substr(2)));
  header.seed = json.at("seed");
  header.from = read_month(json.at("period").at("from"));
  header.to = read_month(json.at("period").at("to"));
  header.focus = json.at("focus");
  manifest.settings = json.at("settings");
  for (const Json& input : json.at("inputs")) manifest.inputs.push_back({input.at("name"), input.at("sha256")});
  manifest.overrides = json.value("overrides", std::vector<std::string>());
  for (const Json& line : json.at("sessions")) {
    Manifest::Session session{.host = line.at("host"),
                              .system = line.value("system", ""),
                              .started = line.at("started"),
                              .threads = line.value("threads", 0U),
                              .ended = {},
                              .exit = {}};
    if (!line.at("ended").is_null()) session.ended = line.at("ended").get<std::string>();
    if (!line.at("exit").is_null()) session.exit = line.at("exit").get<int>();
    manifest.sessions.push_back(std::move(session));
  }
  return manifest;
}

[[noreturn]] void refuse_damaged(const std::filesystem::path& file) {
  refuse("E303", file, "the manifest is damaged or was changed by hand",
         "take it from a copy, or run the study again with another --out");
}

void check_version(const StoreHeader& old, const StoreHeader& now, const std::filesystem::path& folder) {
  if (old.engine_version == now.engine_version && old.model_sources == now.model_sources) return;
  const std::string how = old.engine_version == now.engine_version
                              ? " with other model sources"
                              : fmt::format(", this is polder {}", now.engine_version);
  refuse("E301", folder, fmt::format("this result was written by polder {}{}", old.engine_version, how),
         "choose another --out, or start again with --fresh");
}

/// Names of the input files that are new, gone or changed.
std::vector<std::string> changed_inputs(const Manifest& stored, const Manifest& wanted) {
  std::vector<std::string> changed;
  const auto find = [](const Manifest& in, const std::string& name) {
    return std::find_if(in.inputs.begin(), in.inputs.end(), [&](const auto& input) { return input.name == name; });
  };
  for (const auto& input : wanted.inputs) {
    const auto old = find(stored, input.name);
    if (old == stored.inputs.end())
      changed.push_back(fmt::format("{} is new", input.name));
    else if (old->sha256 != input.sha256)
      changed.push_back(fmt::format("{} differs", input.name));
  }
  for (const auto& input : stored.inputs) {
    if (find(wanted, input.name) == wanted.inputs.end()) changed.push_back(fmt::format("{} is gone", input.name));
  }
  return changed;
}

/// The first settings that differ though the files are equal: what --set and other flags changed.
std::string changed_settings(const Study& study, const std::filesystem::path& folder) {
  std::error_code missing;
  if (!std::filesystem::exists(folder / "resolved.yaml", missing)) return "settings differ";
  const std::string text = read_file(folder / "resolved.yaml");
  const auto old = settings_lines(text);
  const auto now = settings_lines(study.resolved);
  const auto trim = [](std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \n");
    return first == std::string_view::npos ? line.substr(0, 0)
                                           : line.substr(first, line.find_last_not_of(" \n") - first + 1);
  };
  const auto [a, b] = std::mismatch(old.begin(), old.end(), now.begin(), now.end());
  return fmt::format("settings differ, first '{}' instead of '{}'", b == now.end() ? "nothing" : trim(*b),
                     a == old.end() ? "nothing" : trim(*a));
}

}  // namespace

std::string time_now() {
  const std::time_t now = std::time(nullptr);
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

Manifest::Session session_now(unsigned threads) {
  return {
      .host = host_name(), .system = system_name(), .started = time_now(), .threads = threads, .ended = {}, .exit = {}};
}

Manifest manifest_of(const Study& study, const StoreHeader& header) {
  Manifest manifest;
  manifest.header = header;
  manifest.header.scenarios.clear();
  for (const Scenario& scenario : study.scenarios) manifest.header.scenarios.push_back(scenario.name);
#ifdef __clang__
  manifest.compiler = __VERSION__;
#else
  manifest.compiler = "gcc " __VERSION__;
#endif
  manifest.settings = settings_digest(study.resolved);
  manifest.overrides = study.overrides;
  for (const auto& file : study.files) manifest.inputs.push_back({file.name, sha256_hex(file.bytes)});
  return manifest;
}

std::string to_text(const Manifest& manifest) {
  Json json = to_json(manifest);
  json["digest"] = digest_of(json);
  return dump(json, 2) + "\n";
}

Manifest read_manifest(const std::filesystem::path& folder, const StoreHeader* writer) {
  return parse_manifest(read_file(folder / "manifest.json"), folder, writer);
}

Manifest parse_manifest(std::string_view bytes, const std::filesystem::path& folder, const StoreHeader* writer) {
  const std::filesystem::path file = folder / "manifest.json";
  try {
    Json json = Json::parse(bytes);
    const std::string schema = json.at("schema");
    if (schema != result_schema && schema.starts_with("polder/result/")) {
      refuse("E301", file, fmt::format("this result has the layout {}, this version reads {}", schema, result_schema),
             "use the version of polder that wrote it");
    }
    const Manifest manifest = from_json(json);
    if (writer != nullptr) check_version(manifest.header, *writer, folder);
    const std::string digest = json.at("digest");
    json.erase("digest");
    if (schema == result_schema && digest == digest_of(json)) return manifest;
  } catch (const InputError&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // not JSON, or a field is missing or of another kind
    refuse_damaged(file);
  }
  refuse_damaged(file);
}

std::string shell_word(const std::string& word) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,%+@";  // mean nothing to a shell
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string inside;
  for (const char c : word) inside += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return "'" + inside + "'";
}

std::string command_of(const Manifest& manifest, std::optional<std::size_t> replicates) {
  const std::string study = manifest.inputs.empty() ? "study.yaml" : manifest.inputs.front().name;
  std::string command = fmt::format("polder run {} --sample 1:{} --seed {}", shell_word("inputs/" + study),
                                    manifest.header.weight, manifest.header.seed);
  if (replicates) command += fmt::format(" --replicates {}", *replicates);
  for (const std::string& change : manifest.overrides) {
    const std::string_view path = std::string_view(change).substr(0, change.find('='));
    if (path == "sample" || path == "seed" || (replicates && path.starts_with("replicates"))) continue;
    command += " --set " + shell_word(change);
  }
  return command;
}

void check_same(const Manifest& stored, const Manifest& wanted, const Study& study,
                const std::filesystem::path& folder) {
  const StoreHeader& old = stored.header;
  const StoreHeader& now = wanted.header;
  std::vector<std::string> differs;
  if (old.study != now.study) differs.push_back(fmt::format("it holds study '{}', not '{}'", old.study, now.study));
  if (old.weight != now.weight) differs.push_back(fmt::format("its sample is 1:{}, not 1:{}", old.weight, now.weight));
  if (old.seed != now.seed) differs.push_back(fmt::format("its seed is {}, not {}", old.seed, now.seed));
  const auto files = changed_inputs(stored, wanted);
  differs.insert(differs.end(), files.begin(), files.end());
  if (differs.empty() && stored.settings != wanted.settings) differs.push_back(changed_settings(study, folder));
  if (differs.empty()) return;
  refuse("E302", folder, fmt::format("this result belongs to other inputs: {}", fmt::join(differs, "; ")),
         "choose another --out, or start again with --fresh");
}

}  // namespace polder::store
