// polder explain levels [STUDY]: the cards. What a euro for a task is worth at each level, for small and large
// municipalities, and how often each level comes out best when the assumptions are drawn from their ranges.
#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "cli/explain.h"
#include "cli/level_matrix.h"
#include "government/appraisal.h"
#include "polder/simulation/simulation.h"

namespace polder::cli {
namespace {

constexpr int draws = 400;

struct SizeClass {
  std::string_view en, nl;
  double from, to;  // [persons]
  constexpr bool holds(double inhabitants) const { return inhabitants >= from && inhabitants < to; }
};
constexpr std::array<SizeClass, 4> size_classes{{{"all", "alle", 0, 1e12},
                                                 {"below 20,000", "onder 20.000", 0, 20000},
                                                 {"20,000 to 100,000", "20.000 tot 100.000", 20000, 100000},
                                                 {"100,000 and more", "100.000 en meer", 100000, 1e12}}};

using ByLevel = std::array<double, level_count>;

/// Card values by class of size, task and level, mean by inhabitants.
using Cards = std::array<std::array<ByLevel, task_count>, size_classes.size()>;

Cards deal(const Experiment& experiment, const Parameters& parameters) {
  const Country& country = experiment.model.country;
  const government::Appraisal appraisal(experiment.world, experiment.model, parameters.government);
  Cards cards{};
  std::array<double, size_classes.size()> inhabitants{};
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (!facts.government.has_council() || (experiment.scoped && !facts.focus)) continue;
    for (std::size_t c = 0; c < size_classes.size(); ++c)
      if (size_classes[c].holds(facts.population)) inhabitants[c] += facts.population;
    for (std::size_t t = 0; t < task_count; ++t)
      for (std::size_t l = 0; l < level_count; ++l) {
        if (!can_have(index_of<Task>(t), index_of<Level>(l))) continue;
        const double value = facts.population * appraisal.at(m, index_of<Task>(t), index_of<Level>(l));
        for (std::size_t c = 0; c < size_classes.size(); ++c)
          if (size_classes[c].holds(facts.population)) cards[c][t][l] += value;
      }
  }
  for (std::size_t c = 0; c < size_classes.size(); ++c)
    for (ByLevel& levels : cards[c])
      for (double& value : levels) value = inhabitants[c] > 0 ? value / inhabitants[c] : 0;
  return cards;
}

std::size_t best_of(const ByLevel& values) {
  return static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
}

/// Whether a parameter counts in the cards.
bool is_behind_cards(std::string_view key) {
  constexpr std::array<std::string_view, 6> groups{"task.", "level.", "form.", "commitment.", "integration.", "dial."};
  return std::ranges::any_of(groups, [&](std::string_view group) { return key.starts_with(group); });
}

/// Share of the draws in which each level is best.
Cards chances(const Experiment& experiment, const Study& study) {
  std::mt19937_64 random(study.seed);
  const auto uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  Cards best{};
  for (int draw = 0; draw < draws; ++draw) {
    Parameters drawn = study.parameters;
    for (const ParameterDeclaration& declared : parameter_declarations()) {
      if (!is_behind_cards(declared.key)) continue;
      for (const ParameterValue& value : study.parameter_values)
        if (value.key == declared.key) declared.in(drawn) = value.from + (value.to - value.from) * uniform();
    }
    const Cards cards = deal(experiment, drawn);
    for (std::size_t c = 0; c < size_classes.size(); ++c)
      for (std::size_t t = 0; t < task_count; ++t) best[c][t][best_of(cards[c][t])] += 1. / draws;
  }
  return best;
}

std::string cell(double value, double chance) {
  return value == 0 ? "" : fmt::format("{:.2f} {:3.0f} %", value, 100 * chance);
}

Table::Row row_of(const SizeClass& size, Task task, const ByLevel& values, const ByLevel& chance,
                  const OutputOptions& output) {
  const bool people = output.format == Format::Text;
  Table::Row row{std::string(to_text(task)), std::string(output.language == Language::Nl ? size.nl : size.en)};
  for (std::size_t l = 0; l < level_count; ++l) {
    if (people) {
      row.push_back(cell(values[l], chance[l]));
      continue;
    }
    const bool has = can_have(task, index_of<Level>(l));
    row.push_back(has ? nlohmann::ordered_json(values[l]) : nlohmann::ordered_json(nullptr));
    row.push_back(has ? nlohmann::ordered_json(chance[l]) : nlohmann::ordered_json(nullptr));
  }
  row.push_back(std::string(to_text(index_of<Level>(best_of(values)))));
  return row;
}

/// What moving the task did in a result, below its cards.
Table::Row row_of_effects(Task task, const LevelEffects& effects, const OutputOptions& output) {
  Table::Row row{std::string(to_text(task)), output.language == Language::Nl ? "gesimuleerd" : "simulated"};
  const auto number = [](double value) {
    return std::isnan(value) ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value);
  };
  for (std::size_t l = 0; l < level_count; ++l) {
    if (output.format == Format::Text) {
      row.push_back(effects.cell(task, index_of<Level>(l)));
      continue;
    }
    const Difference* found = effects.at(task, index_of<Level>(l));
    row.push_back(found == nullptr ? nlohmann::ordered_json(nullptr) : number(found->mean));
    row.push_back(found == nullptr ? nlohmann::ordered_json(nullptr) : number((found->high - found->low) / 2));
  }
  row.emplace_back(nullptr);
  if (output.format == Format::Text) row.back() = "";
  return row;
}

Table heading(const OutputOptions& output) {
  const bool people = output.format == Format::Text, dutch = output.language == Language::Nl;
  Table table{{"task", "municipalities"}, {}, {}};
  for (std::size_t l = 0; l < level_count; ++l) {
    const std::string level(to_text(index_of<Level>(l)));
    table.keys.push_back(level);
    if (!people) table.keys.push_back(level + "_best");
  }
  table.keys.emplace_back("best");
  if (!people) return table;
  table.titles = table.keys;
  if (dutch) table.titles[0] = "taak", table.titles[1] = "gemeenten", table.titles.back() = "beste";
  return table;
}

}  // namespace

std::string explain_levels(const Study& study, const OutputOptions& output, const LevelEffects* effects) {
  const Experiment experiment = prepare(study);
  const Cards cards = deal(experiment, study.parameters), chance = chances(experiment, study);
  Table table = heading(output);
  for (std::size_t t = 0; t < task_count; ++t) {
    for (std::size_t c = 0; c < size_classes.size(); ++c)
      if (cards[c][t] != ByLevel{})
        table.rows.push_back(row_of(size_classes[c], index_of<Task>(t), cards[c][t], chance[c][t], output));
    if (effects != nullptr && effects->has(index_of<Task>(t)))
      table.rows.push_back(row_of_effects(index_of<Task>(t), *effects, output));
  }
  std::string text = to_text(table, output.format);
  if (output.format != Format::Text) return text;
  const bool dutch = output.language == Language::Nl;
  if (effects != nullptr)
    text += fmt::format("\n{}: {}\n{}\n", dutch ? "Gesimuleerd" : "Simulated", effects->title(dutch),
                        legend_of_effects(dutch));
  return text + fmt::format(
                    fmt::runtime(output.language == Language::Nl
                                     ? "\nWaarde van een euro op elk niveau, maal het deel van de baat dat wie beslist "
                                       "meetelt; daarachter in welk deel\nvan {} trekkingen uit de marges van de "
                                       "aannames het niveau het beste is. Bijna alle aannames zijn niet gemeten:\ndit "
                                       "is een rangorde van veronderstellingen, geen bevinding.\n"
                                     : "\nWhat a euro is worth at each level, times the share of the benefit that who "
                                       "decides counts; behind it in what\nshare of {} draws from the ranges of the "
                                       "assumptions the level is best. Hardly any assumption is measured: this\nranks "
                                       "suppositions, it is no finding.\n"),
                    draws);
}

}  // namespace polder::cli
