// polder compare RESULT [A] [B]: paired differences with their uncertainty.
#include <memory>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/result_folder.h"
#include "cli/table.h"
#include "compare/comparison.h"

namespace polder::cli {
namespace {

struct CompareOptions {
  std::filesystem::path result;
  std::string scenario, reference, by;
  std::string indicator, area, part, from, to;
  OutputOptions output;
};

std::optional<std::string> wished(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

Table table_of(const std::vector<ComparisonLine>& lines, Language language) {
  Table table;
  table.keys = {"scenario", "reference", "indicator", "name", "unit", "area", "part", "from", "to", "pairs",
                "reference_mean", "difference", "low", "high", "chance_higher", "pairs_needed"};
  table.titles = table.keys;
  for (const ComparisonLine& line : lines) {
    const Question& q = line.question;
    const Difference& d = line.difference;
    table.rows.push_back({line.scenario, line.reference, q.indicator, language == Language::Nl ? line.name_nl : line.name_en,
                          line.unit, q.area, q.part, q.from, q.to, d.pairs, d.reference, d.mean, d.low, d.high,
                          d.chance_better, d.pairs_needed});
  }
  return table;
}

int compare_command(const CompareOptions& options) {
  const Store store = Store::open(result_or_newest(options.result));
  const std::string reference = options.reference.empty() ? store.header().reference : options.reference;
  std::vector<std::string> scenarios;
  for (const std::string& name : store.header().scenarios)
    if (name != reference && !store.replicates(name).empty()) scenarios.push_back(name);
  if (!options.scenario.empty()) scenarios = {options.scenario};
  const Wish wish{wished(options.indicator), wished(options.area), wished(options.part), wished(options.from),
                  wished(options.to)};
  std::vector<ComparisonLine> lines;
  if (options.by == "payer") {
    lines = compare_payments(store, scenarios, reference);
  } else {
    lines = compare(store, scenarios, reference,
                    options.by.empty() ? questions_for(store, wish) : questions_by(store, wish, options.by));
  }
  if (options.output.format == Format::Text) {
    fmt::print("{}", to_text(store, lines, options.output.language == Language::Nl ? Tongue::Dutch : Tongue::English));
  } else {
    fmt::print("{}", to_text(table_of(lines, options.output.language), options.output.format));
  }
  return done;
}

}  // namespace

void add_compare(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("compare", "paired differences between scenarios, with 95 % intervals");
  const auto options = std::make_shared<CompareOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  command->add_option("A", options->scenario, "the scenario (all)");
  command->add_option("B", options->reference, "what it is compared with (the study's reference)");
  command->add_option("--indicator", options->indicator, "one indicator, by its key");
  command->add_option("--area", options->area, "code of an area (the focus of the study)");
  command->add_option("--part", options->part, "education:high, age:15-24, sector:C, cohort:NAME");
  command->add_option("--from", options->from, "first month, YYYY-MM");
  command->add_option("--to", options->to, "last month, YYYY-MM");
  command->add_option("--by", options->by, "municipality, education, age, sector, cohort or payer");
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return compare_command(*options); }; });
}

}  // namespace polder::cli
