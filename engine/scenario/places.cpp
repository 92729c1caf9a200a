#include "scenario/places.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/fields.h"
#include "scenario/values.h"

namespace polder {
namespace {

/// Lower case of the ASCII letters; other characters must be written as the tables write them.
std::string folded(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool same(std::string_view a, std::string_view b) { return folded(a) == folded(b); }

/// Areas whose name is the text and a province in brackets: "Bergen" for "Bergen (NH.)" and "Bergen (L.)".
template <class Column>
auto namesakes(const Column& areas, std::string_view text) {
  std::vector<decltype(&*areas.begin())> found;
  const std::string start = folded(text) + " (";
  for (const auto& area : areas)
    if (folded(area.name).starts_with(start)) found.push_back(&area);
  return found;
}

/// The row of a table of areas (code, name) that the text names by code or else by name; the province in brackets may
/// be left out where no other has that name.
template <class Column>
auto find_area(const Column& areas, std::string_view text) -> decltype(&*areas.begin()) {
  for (const auto& area : areas)
    if (same(area.code, text)) return &area;
  for (const auto& area : areas)
    if (same(area.name, text)) return &area;
  const auto alike = namesakes(areas, text);
  return alike.size() == 1 ? alike.front() : nullptr;
}

/// "did you mean 'Almelo' (GM0141)?" over names and codes, whatever their case.
template <class Column>
std::string nearest_area(const Column& areas, std::string_view text) {
  std::string choices;
  for (const auto* area : namesakes(areas, text))
    choices += fmt::format("{}'{}' ({})", choices.empty() ? "did you mean " : " or ", area->name, area->code);
  if (!choices.empty()) return choices + "?";
  std::vector<std::string> folded_names;
  for (const auto& area : areas) folded_names.push_back(folded(area.name));
  for (const auto& area : areas) folded_names.push_back(folded(area.code));
  const std::string found = data::nearest(folded(text), folded_names);
  if (found.empty()) return {};
  const auto* area = find_area(areas, found);
  return fmt::format("did you mean '{}' ({})?", area->name, area->code);
}

const SectorFacts* find_sector(const Country& country, std::string_view text) {
  for (const auto& sector : country.sectors)
    if (same(sector.code, text)) return &sector;
  for (const auto& sector : country.sectors)
    if (same(sector.name_nl, text) || same(sector.name_en, text)) return &sector;
  for (const auto& sector : country.sectors)
    for (const auto& member : sector.members)
      if (same(member, text)) return &sector;
  return nullptr;
}

}  // namespace

std::optional<std::string> Places::municipality(const data::Node& node, data::Problems& problems) const {
  const auto text = read_text(node, problems);
  if (!text || !usable_) return std::nullopt;
  const auto& municipalities = files_.country.municipalities;
  if (const auto* found = find_area(municipalities, *text)) return found->code;
  if (merged(node, problems)) return std::nullopt;
  problems.add(problem_at(node, "E107", fmt::format("{}: no municipality is called '{}'", node.path, *text),
                          nearest_area(municipalities, *text)));
  return std::nullopt;
}

std::optional<std::string> Places::region(const data::Node& node, data::Problems& problems) const {
  const auto text = read_text(node, problems);
  if (!text || !usable_) return std::nullopt;
  const auto& regions = files_.country.regions;
  if (const auto* found = find_area(regions, *text)) return found->code;
  problems.add(problem_at(node, "E107", fmt::format("{}: no labour-market region is called '{}'", node.path, *text),
                          nearest_area(regions, *text)));
  return std::nullopt;
}

std::optional<std::string> Places::sector(const data::Node& node, data::Problems& problems) const {
  const auto text = read_text(node, problems);
  if (!text || !usable_) return std::nullopt;
  if (const auto* found = find_sector(files_.country, *text)) return found->code;
  std::vector<std::string> known;
  for (const auto& sector : files_.country.sectors) known.push_back(sector.name_en);
  for (const auto& sector : files_.country.sectors) known.push_back(sector.name_nl);
  std::string help = did_you_mean(*text, known);
  if (help.empty()) {
    known.clear();
    for (const auto& sector : files_.country.sectors) known.push_back(sector.code);
    help = fmt::format("sectors are {}", fmt::join(known, ", "));
  }
  problems.add(problem_at(node, "E108", fmt::format("{}: no sector is called '{}'", node.path, *text), help));
  return std::nullopt;
}

std::optional<std::string> Places::occupation(const data::Node& node, data::Problems& problems) const {
  const auto text = read_text(node, problems);
  if (!text || !usable_) return std::nullopt;
  std::vector<std::string> known, codes;
  for (const auto& occupation : files_.country.occupations) {
    if (same(occupation.code, *text) || same(occupation.name_nl, *text) || same(occupation.name_en, *text))
      return occupation.code;
    known.push_back(occupation.name_en);
    known.push_back(occupation.name_nl);
    codes.push_back(occupation.code);
  }
  std::string help = did_you_mean(*text, known);
  if (help.empty()) help = fmt::format("classes of occupations are {}", fmt::join(codes, ", "));
  problems.add(
      problem_at(node, "E176", fmt::format("{}: no class of occupations is called '{}'", node.path, *text), help));
  return std::nullopt;
}

std::vector<std::string> Places::municipalities(const data::Node& node, data::Problems& problems) const {
  if (node.kind == data::Node::Kind::Scalar && usable_ && !find_area(files_.country.municipalities, node.text)) {
    const auto* region = find_area(files_.country.regions, node.text);
    const auto* province = find_area(files_.country.provinces, node.text);
    std::vector<std::string> codes;
    for (const auto& municipality : files_.country.municipalities) {
      const bool inside_region = region != nullptr && &files_.country.regions[municipality.region] == region;
      const bool inside_province =
          region == nullptr && province != nullptr && &files_.country.provinces[municipality.province] == province;
      if (inside_region || inside_province) codes.push_back(municipality.code);
    }
    if (!codes.empty()) return codes;
  }
  const auto code = municipality(node, problems);
  return code ? std::vector{*code} : std::vector<std::string>{};
}

const MunicipalityFacts* Places::facts(const std::string& code) const {
  return usable_ ? find_area(files_.country.municipalities, code) : nullptr;
}

std::optional<std::string> Places::area(const data::Node& node, data::Problems& problems) const {
  const auto text = read_text(node, problems);
  if (!text || !usable_ || *text == "NL") return text;
  if (const auto* found = find_area(files_.country.municipalities, *text)) return found->code;
  if (const auto* found = find_area(files_.country.regions, *text)) return found->code;
  if (const auto* found = find_area(files_.country.provinces, *text)) return found->code;
  return municipality(node, problems);
}

bool Places::merged(const data::Node& node, data::Problems& problems) const {
  const auto old = std::find_if(files_.history.begin(), files_.history.end(), [&](const OldMunicipality& former) {
    return same(former.code, node.text) || same(former.name, node.text);
  });
  if (old == files_.history.end()) return false;
  std::vector<std::string> successors;
  for (const auto& code : old->successors) {
    const auto* successor = find_area(files_.country.municipalities, code);
    successors.push_back(successor == nullptr ? code : fmt::format("{} {}", code, successor->name));
  }
  const std::string what = successors.empty() ? "no longer exists since"
                           : successors.size() == 1
                               ? fmt::format("was merged into {} in", successors[0])
                               : fmt::format("was divided among {} in", fmt::join(successors, ", "));
  problems.add(problem_at(node, "E116",
                          fmt::format("{}: {} {} {} {}", node.path, old->code, old->name, what, old->last_year + 1),
                          successors.empty() ? "" : fmt::format("write '{}'", old->successors[0])));
  return true;
}

}  // namespace polder
