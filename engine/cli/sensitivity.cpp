// polder sensitivity RESULT --indicator KEY: which inputs of a design matter, which scenario is best in how many
// futures, and which assumptions are worth knowing better.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <memory>

#include "cli/areas.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/result_folder.h"
#include "cli/table.h"
#include "compare/comparison.h"
#include "sensitivity/analysis.h"

namespace polder::cli {
namespace {

struct SensitivityOptions {
  std::filesystem::path result;
  sensitivity::Wish wish;
  OutputOptions output;
};

/// What a measure is called in a heading of the table.
struct MeasureName {
  std::string_view measure, en, nl;
};
constexpr MeasureName measure_names[] = {
    {"mu_star", "mu* (mean size of effects)", "mu* (gemiddelde grootte van effecten)"},
    {"mu", "mu (mean effect)", "mu (gemiddeld effect)"},
    {"sigma", "sigma (spread)", "sigma (spreiding)"},
    {"first", "first (share by itself)", "eerste orde (aandeel op zichzelf)"},
    {"total", "total (with others)", "totaal (met andere samen)"},
    {"rank_correlation", "rank correlation", "rangcorrelatie"},
    {"variance", "share of variance", "aandeel in de variantie"}};

nlohmann::ordered_json or_null(double value) {
  return std::isnan(value) ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value);
}

Table findings_table(const sensitivity::Analysis& analysis) {
  Table table{{"scenario", "input", "measure", "value_name", "value", "low", "high", "observations", "unit"}, {}, {}};
  const auto is_outcome = [](const std::string& measure) {
    return measure == "mean" || measure == "knowing" || measure.starts_with("mu") || measure == "sigma";
  };
  for (const sensitivity::Finding& each : analysis.findings)
    table.rows.push_back({each.scenario, each.input, each.measure, each.value_name, or_null(each.estimate.value),
                          or_null(each.estimate.low), or_null(each.estimate.high), each.observations,
                          is_outcome(each.measure) ? analysis.unit : ""});
  return table;
}

std::string in_digits(double value) {
  if (std::isnan(value)) return "-";
  return std::abs(value) >= 1000 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

std::string interval_text(const sensitivity::Estimate& estimate) {
  return std::isnan(estimate.low) ? "" : fmt::format("{} … {}", in_digits(estimate.low), in_digits(estimate.high));
}

/// Inputs by measure, those that matter most first.
std::string inputs_text(const sensitivity::Analysis& analysis, const std::string& scenario, Language language) {
  const auto& all = analysis.findings;
  std::vector<std::string> measures;
  std::vector<std::pair<double, std::string>> inputs;
  for (const sensitivity::Finding& each : all) {
    if (each.scenario != scenario || each.measure == "mean" || each.input.empty()) continue;
    if (std::ranges::find(measures, each.measure) == measures.end()) measures.push_back(each.measure);
    const double size = std::isnan(each.estimate.value) ? 0 : std::abs(each.estimate.value);
    if (each.measure == measures.front()) inputs.emplace_back(-size, each.input);
  }
  if (measures.empty()) return {};
  std::ranges::stable_sort(inputs, {}, &std::pair<double, std::string>::first);
  Table table{{"input"}, {std::string(in(language, "invoer", "input"))}, {}};
  for (const std::string& measure : measures) {
    const auto* name = std::ranges::find(measure_names, std::string_view(measure), &MeasureName::measure);
    table.keys.insert(table.keys.end(), {measure, measure + "_interval"});
    table.titles.insert(table.titles.end(), {std::string(in(language, name->nl, name->en)),
                                             std::string(in(language, "95%-interval", "95 % interval"))});
  }
  for (const auto& [_, input] : inputs) {
    Table::Row row{"  " + input};
    for (const std::string& measure : measures) {
      const auto found = std::ranges::find_if(all, [&](const sensitivity::Finding& each) {
        return each.scenario == scenario && each.input == input && each.measure == measure;
      });
      row.insert(row.end(), {in_digits(found->estimate.value), interval_text(found->estimate)});
    }
    table.rows.push_back(std::move(row));
  }
  return to_text(table, Format::Text);
}

std::string means_text(const sensitivity::Analysis& analysis, const std::string& scenario, Language language) {
  Table table{{"input", "value", "mean", "points"},
              {std::string(in(language, "invoer", "input")), std::string(in(language, "waarde", "value")),
               std::string(in(language, "gemiddelde", "mean")), std::string(in(language, "punten", "points"))},
              {}};
  for (const sensitivity::Finding& each : analysis.findings)
    if (each.scenario == scenario && each.measure == "mean")
      table.rows.push_back({"  " + each.input, each.value_name, in_digits(each.estimate.value), each.observations});
  return table.rows.empty() ? std::string() : to_text(table, Format::Text);
}

/// "best in 17 of 20 futures", and what knowing each assumption is worth.
std::string futures_text(const sensitivity::Analysis& analysis, Language language) {
  std::string text;
  std::vector<const sensitivity::Finding*> worth;
  for (const sensitivity::Finding& each : analysis.findings) {
    const auto times = static_cast<std::size_t>(each.estimate.value);
    if (each.measure == "best")
      text += fmt::format(
          fmt::runtime(in(language, "  {}: het beste in {} van {} toekomsten\n", "  {}: best in {} of {} futures\n")),
          each.scenario, times, each.observations);
    if (each.measure == "ranking")
      text += fmt::format(fmt::runtime(in(language, "  de hele volgorde als gemiddeld in {} van {}\n",
                                          "  the whole order as on average in {} of {}\n")),
                          times, each.observations);
    if (each.measure == "knowing") worth.push_back(&each);
  }
  if (worth.empty()) return text;
  std::ranges::stable_sort(worth, [](const auto* a, const auto* b) { return a->estimate.value > b->estimate.value; });
  text += fmt::format("\n{} [{}]\n",
                      in(language, "Wat het waard is om een aanname te kennen voor de keuze",
                         "What it is worth to know an assumption before choosing"),
                      language == Language::Nl ? dutch_unit(analysis.unit) : analysis.unit);
  Table table{{"input", "value", "interval"}, {}, {}};
  for (const sensitivity::Finding* each : worth)
    table.rows.push_back(
        {"  " + (each->input == "all" ? std::string(in(language, "alles", "everything")) : each->input),
         in_digits(each->estimate.value), interval_text(each->estimate)});
  return text + to_text(table, Format::Text);
}

std::string analysis_text(const sensitivity::Analysis& analysis, const Store& store,
                          const SensitivityOptions& options) {
  const Language language = options.output.language;
  const auto& wish = options.wish;
  const StoreHeader& header = store.header();
  std::string text = fmt::format("{} · 1:{} · {} - {}\n", language == Language::Nl ? header.title_nl : header.title_en,
                                 header.weight, wish.from, wish.to);
  text +=
      fmt::format(fmt::runtime(in(language, "{}, {} [{}] · {} {} · {} punten · hoogstens {} herhalingen\n",
                                  "{}, {} [{}] · {} {} · {} points · {} replicates at most\n")),
                  wish.indicator, wish.part.empty() ? wish.area : wish.area + " " + wish.part,
                  language == Language::Nl ? dutch_unit(analysis.unit) : analysis.unit, to_text(analysis.design.kind),
                  analysis.design.size, analysis.design.points.size(), analysis.replicates);
  if (analysis.missing > 0)
    text += fmt::format(fmt::runtime(in(language, "  ! {} punten zonder uitkomst tellen niet mee\n",
                                        "  ! {} points without an outcome are left out\n")),
                        analysis.missing);
  std::vector<std::string> scenarios;
  for (const sensitivity::Finding& each : analysis.findings)
    if (!each.scenario.empty() && !each.input.empty() && std::ranges::find(scenarios, each.scenario) == scenarios.end())
      scenarios.push_back(each.scenario);
  for (const std::string& scenario : scenarios) {
    const bool level = scenario == header.reference;
    const std::string title =
        scenario_title(header, scenario, language == Language::Nl ? Tongue::Dutch : Tongue::English);
    text += fmt::format(
        "\n{}{}{}\n", scenario, title.empty() ? "" : " (" + title + ")",
        level ? std::string() : " " + std::string(in(language, "tegenover ", "against ")) + header.reference);
    text += inputs_text(analysis, scenario, language) + means_text(analysis, scenario, language);
  }
  const std::string futures = futures_text(analysis, language);
  if (futures.empty()) return text;
  const std::string_view better = analysis.direction < 0 ? in(language, "lager is beter", "lower is better")
                                                         : in(language, "hoger is beter", "higher is better");
  return text + fmt::format("\n{} ({})\n{}", in(language, "Welk scenario is het beste?", "Which scenario is best?"),
                            better, futures);
}

int run_sensitivity(SensitivityOptions options) {
  const Store store = Store::open(result_or_newest(options.result));
  const StoreHeader& header = store.header();
  auto& wish = options.wish;
  wish.area = wish.area.empty() ? header.focus : area_called(wish.area, store, area_names(store));
  if (wish.from.empty()) wish.from = to_text(header.from);
  if (wish.to.empty()) wish.to = to_text(header.to);
  check_months(wish.from, wish.to);
  const sensitivity::Analysis analysis = sensitivity::analyse(store, wish);
  fmt::print("{}", options.output.format == Format::Text ? analysis_text(analysis, store, options)
                                                         : to_text(findings_table(analysis), options.output.format));
  return done;
}

}  // namespace

void add_sensitivity(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("sensitivity", "which inputs of a design matter, and which are worth knowing");
  const auto options = std::make_shared<SensitivityOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  command->add_option("--indicator", options->wish.indicator, "the outcome")->type_name("KEY")->required();
  command
      ->add_option("--area", options->wish.area, "an area, by code (NL, PV.., AM.., GM....) or name (the one in focus)")
      ->type_name("AREA");
  command->add_option("--scenario", options->wish.scenario, "one of the scenarios that the design varied (all)")
      ->type_name("NAME");
  command
      ->add_option("--part", options->wish.part, "a part of it: education:high, age:15-24, sector:B-E, cohort:fabriek")
      ->type_name("PART");
  command->add_option("--from", options->wish.from, "first month of the mean")->type_name("YYYY-MM");
  command->add_option("--to", options->wish.to, "last month of the mean")->type_name("YYYY-MM");
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return run_sensitivity(*options); }; });
}

}  // namespace polder::cli
