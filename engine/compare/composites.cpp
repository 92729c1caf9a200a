// Composite indicators (I46, I47): for display, with their parts beside them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "compare/wishes.h"
#include "polder/indicators/indicator.h"
#include "polder/scenario/design.h"

namespace polder {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

enum class Kind { Process, Social, Economic };

struct Part {
  std::string_view indicator;
  Kind kind;
};
constexpr std::array<Part, 12> parts{{{"scale_fit", Kind::Process},
                                      {"execution_rate", Kind::Process},
                                      {"decision_time", Kind::Process},
                                      {"trust", Kind::Process},
                                      {"transparency", Kind::Process},
                                      {"council_control", Kind::Process},
                                      {"benefit_dependency", Kind::Social},
                                      {"long_term_share", Kind::Social},
                                      {"far_hire_rate", Kind::Social},
                                      {"neet", Kind::Social},
                                      {"employment_rate", Kind::Economic},
                                      {"growth_open_over_3_months", Kind::Economic}}};

using Units = std::array<double, parts.size()>;

/// Scenarios by world: the reference there, by which the world is named, and what is compared with it.
struct Worlds {
  std::map<std::string, std::string> references;
  std::map<std::string, std::vector<std::string>> scenarios;

  explicit Worlds(const StoreHeader& header) : references(references_of(header.scenarios, header.reference)) {
    for (const std::string& name : header.scenarios) scenarios[of(name)].push_back(name);
  }
  const std::string& of(const std::string& scenario) const {
    const auto reference = references.find(scenario);
    return reference == references.end() ? scenario : reference->second;
  }
};

/// Standard deviation between the means of the scenarios; NaN where fewer than three are measured.
double spread(const Store& store, const std::vector<std::string>& scenarios, const Question& question) {
  std::vector<double> means;
  for (const std::string& scenario : scenarios) {
    double sum = 0, count = 0;
    for (const std::uint32_t replicate : store.replicates(scenario)) {
      const double value = mean_over(store, scenario, question, replicate);
      if (!std::isnan(value)) sum += value, ++count;
    }
    if (count > 0) means.push_back(sum / count);
  }
  if (means.size() < 3) return unknown;
  double mean = 0, squares = 0;
  for (const double value : means) mean += value / static_cast<double>(means.size());
  for (const double value : means) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(means.size() - 1));
}

/// What a part is measured in; NaN where this result does not measure it.
Units units_of_parts(const Store& store, const std::vector<std::string>& scenarios, Question question) {
  Units units{};
  const auto& columns = store.dictionary();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    question.indicator = parts[i].indicator;
    const bool has = std::ranges::any_of(columns, [&](const auto& column) { return column.key == question.indicator; });
    units[i] = has ? spread(store, scenarios, question) : unknown;
  }
  return units;
}

/// Differences of a part pair by pair, better upwards, in units of its spread; empty where that says nothing.
std::vector<double> standardised(const Store& store, const std::string& scenario, const std::string& reference,
                                 const Question& question, double unit, const std::vector<std::uint32_t>& pairs) {
  if (!(unit > 0)) return {};
  std::vector<double> values;
  for (const std::uint32_t replicate : pairs)
    values.push_back(
        direction_of(question.indicator) *
        (mean_over(store, scenario, question, replicate) - mean_over(store, reference, question, replicate)) / unit);
  if (std::ranges::all_of(values, [](double value) { return std::isnan(value); })) return {};
  return values;
}

/// Mean over the parts of a kind, pair by pair.
using PartValues = std::vector<std::pair<Part, std::vector<double>>>;
std::vector<double> mean_of(const PartValues& values, std::size_t pairs, bool (*belongs)(Kind)) {
  std::vector<double> sum(pairs, 0);
  double count = 0;
  for (const auto& [part, series] : values) {
    if (!belongs(part.kind)) continue;
    ++count;
    for (std::size_t i = 0; i < pairs; ++i) sum[i] += series[i];
  }
  for (double& value : sum) value = count > 0 ? value / count : unknown;
  return sum;
}

struct Composite {
  std::string key, nl, en;
  std::vector<double> values;
};

std::vector<Composite> composites(const PartValues& values, std::size_t pairs, std::optional<double> economic_weight) {
  const auto of_result = [](Kind kind) { return kind != Kind::Process; };
  const auto social = mean_of(values, pairs, [](Kind kind) { return kind == Kind::Social; });
  const auto economic = mean_of(values, pairs, [](Kind kind) { return kind == Kind::Economic; });
  std::vector<Composite> all{
      {"composite:process", "samenwerking (gemiddelde van de delen hierboven)", "process (mean of the parts above)",
       mean_of(values, pairs, [](Kind kind) { return kind == Kind::Process; })},
      {"composite:result", "resultaat (gemiddelde van de delen hierboven)", "result (mean of the parts above)",
       mean_of(values, pairs, of_result)}};
  if (!economic_weight) return all;
  const double weight = *economic_weight, percent = 100 * weight;
  Composite viewpoint{"composite:viewpoint",
                      fmt::format("resultaat, {:.0f}% economisch en {:.0f}% sociaal", percent, 100 - percent),
                      fmt::format("result, {:.0f} % economic and {:.0f} % social", percent, 100 - percent),
                      {}};
  for (std::size_t i = 0; i < pairs; ++i)
    viewpoint.values.push_back((weight > 0 ? weight * economic[i] : 0) + (weight < 1 ? (1 - weight) * social[i] : 0));
  all.push_back(std::move(viewpoint));
  return all;
}

}  // namespace

std::vector<ComparisonLine> compare_composites(const Store& store, const std::vector<std::string>& scenarios,
                                               const std::string& reference, const Wish& wish,
                                               std::optional<double> economic_weight) {
  check_names(store, scenarios, reference);
  cannot_narrow("composite", wish.indicator, "--indicator");
  cannot_narrow("composite", wish.part, "--part");
  const Question whole{"", wish.area.value_or(store.header().focus), "",
                       wish.from.value_or(to_text(store.header().from)), wish.to.value_or(to_text(store.header().to))};
  const Worlds worlds(store.header());
  std::map<std::string, Units> units_in;  // by world: a difference between two worlds says what the parameters do
  std::vector<ComparisonLine> lines;
  for (const std::string& scenario : scenarios) {
    const std::vector<std::string>& beside = worlds.scenarios.at(worlds.of(scenario));
    if (beside.size() < 3)
      throw problem_of_wish("E318",
                            "--by composite measures by the spread between at least three scenarios in the same world: "
                            "this result has fewer",
                            "a study with three scenarios or more has one");
    const auto [found, is_new] = units_in.try_emplace(worlds.of(scenario));
    if (is_new) found->second = units_of_parts(store, beside, whole);
    const Units& units = found->second;
    const std::vector<std::uint32_t> pairs = pairs_of(store, scenario, reference);
    const auto add = [&](std::string key, std::string nl, std::string en, const std::vector<double>& values) {
      Question question = whole;
      question.indicator = std::move(key);
      ComparisonLine line{scenario,
                          reference,
                          question,
                          "SD",
                          std::move(nl),
                          std::move(en),
                          paired_difference(values, std::vector<double>(values.size(), 0)),
                          ""};
      lines.push_back(std::move(line));
    };
    PartValues measured;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Question question = whole;
      question.indicator = parts[i].indicator;
      std::vector<double> values = standardised(store, scenario, reference, question, units[i], pairs);
      if (values.empty()) continue;
      const Indicator& indicator = *find_indicator(parts[i].indicator);
      add("composite:" + std::string(parts[i].indicator), std::string(indicator.name_nl),
          std::string(indicator.name_en), values);
      measured.emplace_back(parts[i], std::move(values));
    }
    for (Composite& composite : composites(measured, pairs.size(), economic_weight))
      add(std::move(composite.key), std::move(composite.nl), std::move(composite.en), composite.values);
  }
  return lines;
}

}  // namespace polder
