#include "scenario/settings.h"

#include <fmt/format.h>

#include <array>
#include <limits>
#include <set>

#include "scenario/values.h"

namespace polder {
namespace {

constexpr std::uint32_t largest = std::numeric_limits<std::uint32_t>::max();

/// "5 %" of the reference level, "0.1 pp" of an indicator that is a share, or a number in the indicator's unit.
void read_half_width(const data::Node& node, Precision& until, data::Problems& problems) {
  const auto quantity = node.kind == data::Node::Kind::Scalar ? parse_quantity(node.text) : std::nullopt;
  if (!quantity || (quantity->unit != "%" && quantity->unit != "pp" && !quantity->unit.empty()))
    return wrong_value(node, "E105", "a half width",
                       "write '5 %' of the reference level, '0.1 pp', or '25' in its unit", problems);
  until.relative = quantity->unit == "%";
  until.half_width = quantity->unit.empty() ? quantity->number : quantity->number / 100;
  if (until.half_width <= 0)
    problems.add(problem_at(node, "E356",
                            fmt::format("{}: no number of replicates gives a half width of {}", node.path, node.text),
                            "it must be above 0"));
}

void read_until(const data::Node& node, Reading& reading) {
  Fields fields(node, reading.problems);
  const auto* indicator = fields.need("indicator", "employed");
  const auto* area = fields.take("area");
  const auto* half_width = fields.need("half_width", "5 %");
  fields.finish();
  Precision until;
  if (indicator != nullptr) until.indicator = read_text(*indicator, reading.problems).value_or("");
  if (indicator != nullptr) until.origin = origin_of(*indicator);
  if (area != nullptr) until.area = reading.places.area(*area, reading.problems).value_or("");
  if (half_width != nullptr) read_half_width(*half_width, until, reading.problems);
  reading.study.until = until;
}

/// A plain number, or {start: number}, with `until` and `most` to go on until a difference is known well enough.
void read_replicates(const data::Node& node, Reading& reading) {
  data::Problems& problems = reading.problems;
  constexpr std::uint32_t largest_number = 100000;
  if (node.kind != data::Node::Kind::Map) {
    if (const auto read = read_whole(node, 1, largest_number, problems)) reading.study.replicates = *read;
    return;
  }
  Fields fields(node, problems);
  const auto* start = fields.need("start", "20");
  const auto* until = fields.take("until");
  const auto* most = until != nullptr ? fields.need("most", "200") : fields.take("most");
  fields.finish();
  const std::uint32_t least = until != nullptr ? 2 : 1;  // an interval needs two
  if (start != nullptr)
    reading.study.replicates = read_whole(*start, least, largest_number, problems).value_or(reading.study.replicates);
  if (until != nullptr) read_until(*until, reading);
  if (most == nullptr) return;
  if (until == nullptr) {
    problems.add(problem_at(*most, "E356", fmt::format("{}: 'most' without 'until'", most->path),
                            "say until when: until: {indicator: employed, half_width: 5 %}"));
    return;
  }
  reading.study.until->most = read_whole(*most, 2, largest_number, problems).value_or(0);
  if (reading.study.until->most < reading.study.replicates && reading.study.until->most > 0)
    problems.add(problem_at(*most, "E356",
                            fmt::format("{}: at most {} replicates, but {} to start with", most->path,
                                        reading.study.until->most, reading.study.replicates),
                            "'most' is at least 'start'"));
}

void read_outputs(const data::Node& node, Reading& reading) {
  static const std::array<std::string, 2> choices{"december", "monthly"};
  Fields fields(node, reading.problems);
  const auto* municipalities = fields.take("municipalities");
  fields.finish();
  if (municipalities == nullptr) return;
  const auto choice = read_choice(*municipalities, choices, reading.problems);
  reading.study.municipalities_monthly = choice == std::size_t{1};
}

/// Languages of the report: checked here, used by the commands that write one.
void read_report(const data::Node& node, data::Problems& problems) {
  static const std::array<std::string, 2> languages{"nl", "en"};
  Fields fields(node, problems);
  const auto* lang = fields.take("lang");
  fields.finish();
  if (lang == nullptr) return;
  if (lang->kind != data::Node::Kind::List) {
    read_choice(*lang, languages, problems);
    return;
  }
  for (const auto& item : lang->items) read_choice(item, languages, problems);
}

}  // namespace

Wording read_wording(const data::Node& node, data::Problems& problems) {
  if (node.kind == data::Node::Kind::Scalar) {
    const std::string text = read_text(node, problems).value_or("");
    return {text, text};
  }
  Fields fields(node, problems);
  const auto* nl = fields.take("nl");
  const auto* en = fields.take("en");
  fields.finish();
  Wording wording;
  if (nl != nullptr) wording.nl = read_text(*nl, problems).value_or("");
  if (en != nullptr) wording.en = read_text(*en, problems).value_or("");
  if (wording.nl.empty()) wording.nl = wording.en;
  if (wording.en.empty()) wording.en = wording.nl;
  return wording;
}

void read_schema(Fields& top, data::Problems& problems) {
  const auto* schema = top.need("schema", "polder/study/1");
  if (schema == nullptr) return;
  if (schema->kind != data::Node::Kind::Scalar || schema->text != "polder/study/1")
    wrong_value(*schema, "E104", "'polder/study/1'", "this version reads no other schema", problems);
}

void read_settings(Fields& top, Reading& reading) {
  static const std::array<std::string, 3> kernels{"observed", "power", "loglog"};
  Study& study = reading.study;
  data::Problems& problems = reading.problems;
  if (const auto* node = top.need("title", "{nl: .., en: ..}")) {
    const Wording title = read_wording(*node, problems);
    study.title_nl = title.nl;
    study.title_en = title.en;
  }
  if (const auto* node = top.take("question")) study.question = read_wording(*node, problems);
  if (const auto* node = top.take("sample")) {
    study.weight_origin = origin_of(*node);
    study.weight = read_ratio(*node, problems).value_or(study.weight);
  }
  if (const auto* node = top.take("seed")) study.seed = read_whole(*node, 0, largest, problems).value_or(study.seed);
  if (const auto* node = top.take("replicates")) read_replicates(*node, reading);
  if (const auto* node = top.take("horizon"))
    study.horizon_years = read_months(*node, {12, 1200}, problems).value_or(study.horizon_years * 12) / 12;
  if (const auto* node = top.take("kernel"))
    study.kernel = static_cast<Kernel>(read_choice(*node, kernels, problems).value_or(0));
  if (const auto* node = top.take("outputs")) read_outputs(*node, reading);
  if (const auto* node = top.take("report")) read_report(*node, problems);
}

void read_period(Fields& top, Reading& reading) {
  Study& study = reading.study;
  const auto* node = top.need("period", "{from: 2026-01, to: 2033-12}");
  if (node == nullptr) return;
  Fields fields(*node, reading.problems);
  const auto* from_node = fields.need("from", "2026-01");
  const auto* to_node = fields.need("to", "2033-12");
  const auto* warm_up = fields.take("warm_up");
  fields.finish();
  const auto from = from_node == nullptr ? std::nullopt : read_month(*from_node, reading.problems);
  const auto to = to_node == nullptr ? std::nullopt : read_month(*to_node, reading.problems);
  if (warm_up != nullptr) study.warm_up = read_months(*warm_up, {0, 240}, reading.problems).value_or(study.warm_up);
  if (!from || !to) return;
  if (*to < *from) {
    reading.problems.add(problem_at(
        *to_node, "E106", fmt::format("period: 'to' ({}) is before 'from' ({})", to_text(*to), to_text(*from)),
        "the first month comes first"));
    return;
  }
  if (*to - *from >= study.horizon_years * 12) {
    reading.problems.add(
        problem_at(*to_node, "E106",
                   fmt::format("period: {} to {} is longer than the horizon of {} years", to_text(*from), to_text(*to),
                               study.horizon_years),
                   fmt::format("write 'horizon: {} years' or choose an earlier month", (*to - *from) / 12 + 1)));
    return;
  }
  study.from = *from;
  study.to = *to;
}

void read_scope(Fields& top, Reading& reading) {
  const auto* node = top.take("scope");
  if (node == nullptr) return;
  Fields fields(*node, reading.problems);
  const auto* region = fields.need("region", "AM05");
  const auto* ring = fields.take("ring");
  fields.finish();
  Scope scope;
  scope.origin = origin_of(region != nullptr ? *region : *node);
  if (region != nullptr) scope.region = reading.places.region(*region, reading.problems).value_or("");
  if (ring != nullptr) scope.ring = read_share(*ring, {0.5, 1}, reading.problems).value_or(scope.ring);
  reading.study.scope = scope;
}

void read_placed(Fields& top, Reading& reading) {
  const auto* list = top.take("place");
  if (list == nullptr) return;
  if (list->kind != data::Node::Kind::List) {
    wrong_value(*list, "E104", "a list of firms", "write '- firm: {name: .., municipality: .., sector: .., jobs: ..}'",
                reading.problems);
    reading.firms_known = false;
    return;
  }
  std::set<std::string> names;
  for (const auto& item : list->items) {
    Fields kinds(item, reading.problems);
    const auto* firm = kinds.need("firm", "{name: .., municipality: .., sector: .., jobs: ..}");
    kinds.finish();
    if (firm == nullptr) reading.firms_known = false;
    if (firm == nullptr) continue;
    Fields fields(*firm, reading.problems);
    const auto* name = fields.need("name", "fabriek");
    const auto* municipality = fields.need("municipality", "GM0153");
    const auto* sector = fields.need("sector", "C");
    const auto* jobs = fields.need("jobs", "1500");
    fields.finish();
    PlacedFirm placed;
    placed.origin = origin_of(*firm);
    if (name != nullptr) placed.name = read_text(*name, reading.problems).value_or("");
    if (placed.name.empty()) reading.firms_known = false;
    if (name != nullptr && !placed.name.empty() && !names.insert(placed.name).second)
      reading.problems.add(problem_at(*name, "E115",
                                      fmt::format("{}: a firm is already called '{}'", name->path, placed.name),
                                      "give each placed firm its own name"));
    if (municipality != nullptr)
      placed.municipality = reading.places.municipality(*municipality, reading.problems).value_or("");
    if (sector != nullptr) placed.sector = reading.places.sector(*sector, reading.problems).value_or("");
    if (jobs != nullptr) placed.jobs = read_whole(*jobs, 1, 1000000, reading.problems).value_or(0);
    reading.study.placed.push_back(placed);
  }
}

}  // namespace polder
