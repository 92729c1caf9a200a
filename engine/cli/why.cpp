// polder why RESULT [A B] --indicator KEY: which of its levers and events bring a scenario's difference, alone and
// together. All subsets of them are simulated on the same replicates; Shapley values divide the difference.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <memory>

#include "base/hash.h"
#include "cli/commands.h"
#include "cli/estimate.h"
#include "cli/exit_codes.h"
#include "cli/explain.h"
#include "cli/interrupts.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "cli/switches.h"
#include "cli/table.h"
#include "compare/comparison.h"
#include "compare/shapley.h"
#include "ensemble/work.h"
#include "polder/ensemble/ensemble.h"
#include "reproduce/rerun.h"
#include "scenario/settings.h"

namespace polder::cli {
namespace {

constexpr std::size_t runs_without_asking = 64;

struct WhyOptions {
  std::filesystem::path result;
  std::string scenario, reference;
  std::optional<std::string> indicator, area, from, to;
  std::vector<std::string> switches;
  std::optional<std::uint32_t> replicates;
  bool yes = false;
  unsigned threads = 0;
  OutputOptions output;
  ProgressStyle progress = ProgressStyle::Auto;
};

const Scenario& scenario_called(const Study& study, const std::string& name) {
  const auto found = std::ranges::find(study.scenarios, name, &Scenario::name);
  if (found == study.scenarios.end()) {
    std::vector<std::string> known;
    for (const Scenario& scenario : study.scenarios) known.push_back(scenario.name);
    refuse("E309", name, fmt::format("this result has no scenario '{}'", name),
           did_you_mean(name, known, fmt::format("it has: {}", fmt::join(known, ", "))));
  }
  return *found;
}

/// Scenarios of all subsets, by mask; those that the study has under another name by that name.
std::vector<std::string> add_subsets(Study& study, const Scenario& ours, const Scenario& theirs,
                                     const std::vector<Switch>& switches) {
  std::vector<std::string> names;
  for (std::size_t mask = 0; mask < std::size_t{1} << switches.size(); ++mask) {
    const Scenario mix = with_switches(ours, theirs, switches, mask);
    const std::string text = resolved_scenario(mix);
    const auto known = std::ranges::find_if(study.scenarios, [&](const Scenario& scenario) {
      return scenario.name == mix.name || resolved_scenario(scenario) == text;
    });
    if (known != study.scenarios.end()) {
      names.push_back(known->name);
      continue;
    }
    data::Problems problems;
    check_partners(mix, study, problems);
    check_governments(mix, study, problems);
    problems.raise();
    study.scenarios.push_back(mix);
    names.push_back(mix.name);
  }
  study.resolved = resolved_study(study);
  return names;
}

/// Beside the result: the same subsets are found again.
std::filesystem::path folder_of(const Store& store, const std::string& ours, const std::string& theirs,
                                const Study& study) {
  std::string text;
  for (const Scenario& scenario : study.scenarios) text += scenario.name + "\n" + resolved_scenario(scenario);
  const std::filesystem::path result = std::filesystem::absolute(store.folder()).lexically_normal();
  const std::filesystem::path named = result.has_filename() ? result : result.parent_path();
  return named.parent_path() /
         fmt::format("{}-why-{}-{}-{}", named.filename().string(), ours, theirs, sha256_hex(text).substr(0, 6));
}

RunPlan plan_of_subsets(const Study& study, const std::vector<std::string>& names,
                        const std::vector<std::uint32_t>& pairs, unsigned threads) {
  RunPlan plan;
  plan.first_replicate = pairs.front();
  plan.replicates = pairs.back() - pairs.front() + 1;
  std::vector<std::string> wanted = names;
  std::ranges::sort(wanted);
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  plan.scenarios = chosen_scenarios(study, wanted);
  std::ranges::sort(plan.scenarios);
  plan.threads = threads;
  return plan;
}

/// What simulating goes by: the study with the subsets, and where its runs stand.
struct Work {
  const Study& study;
  const Experiment& experiment;
  RunPlan plan;
  Store& store;
};

/// Done, interrupted, or some_failed.
ExitCode simulate_subsets(Work& work, const WhyOptions& options) {
  ProgressLine line(progress_style(options.progress, options.output), work.study.name, stderr);
  bool failed = false;
  EnsembleHooks hooks;
  hooks.finished = [&](RunResult&& result) {
    work.store.add(result);
    line.run_finished(result);
    failed = failed || !result.failure.empty();
    if (!result.failure.empty()) line.say(say(options.output.language, Say::RunFailed, result.failure));
  };
  hooks.progress = [&](const Progress& progress) { line.update(progress); };
  hooks.stop = [] { return interrupted_so_far(); };
  note_interrupts();
  if (!run_ensemble(work.study, work.experiment, work.plan, hooks)) return interrupted;
  return failed ? some_failed : done;
}

/// Says what it will cost, and asks for --yes beyond `runs_without_asking`.
void announce(const Work& work, const WhyOptions& options, std::size_t subsets, std::size_t pairs) {
  const EnsembleWork left = work_of(work.study, work.experiment, work.plan);
  if (left.runs == 0) return;
  const double seconds =
      estimated_seconds(work.experiment, left,
                        workers_of(work.plan, work.experiment.world, {left.replicates.size(), left.states_per_worker}));
  const std::string cost =
      say(options.output.language, Say::WhyCosts, subsets, pairs, left.runs, left.runs_finished, duration(seconds));
  if (left.runs > runs_without_asking && !options.yes)
    refuse("E127", work.store.folder().string(), cost, "add --yes to start, or --replicates N for fewer of them");
  if (!options.output.quiet) fmt::print(stderr, "{}\n", cost);
}

/// Outcomes by mask of each replicate.
std::vector<std::vector<double>> outcomes(const Store& store, const std::vector<std::string>& names,
                                          const std::vector<std::uint32_t>& pairs, const polder::Question& question) {
  std::vector<std::vector<double>> values;
  for (const std::uint32_t replicate : pairs) {
    std::vector<double>& of_replicate = values.emplace_back();
    for (const std::string& name : names) of_replicate.push_back(mean_over(store, name, question, replicate));
  }
  return values;
}

/// A number for people, with the digits that matter.
std::string shown(double value, const std::string& unit) {
  if (std::isnan(value)) return "-";
  if (unit.starts_with("share")) return fmt::format("{:+.2f} %", 100 * value);
  const double size = std::abs(value);
  return fmt::format("{:+.{}f}", value, size >= 100 ? 0 : size >= 1 ? 1 : 3);
}

class Answer {
 public:
  Answer(const std::vector<std::vector<double>>& values, std::string unit, const OutputOptions& output)
      : values_(values), unit_(std::move(unit)), output_(output) {
    table_.keys = {"switch", "difference", "low", "high", "alone", "last", "unit", "pairs"};
    if (output.format == Format::Text)
      table_.titles =
          output.language == Language::Nl
              ? std::vector<std::string>{"schakelaar", "brengt",      "95% van", "tot",
                                         "alleen",     "als laatste", "eenheid", "paren"}
              : std::vector<std::string>{"switch", "brings", "95 % from", "to", "alone", "last", "unit", "pairs"};
  }

  Table table(const std::vector<Switch>& switches) {
    const std::size_t all = (std::size_t{1} << switches.size()) - 1;
    for (std::size_t one = 0; one < switches.size(); ++one) {
      const std::size_t bit = std::size_t{1} << one;
      add(switches[one].name, of_switch(one), mean(bit, 0), mean(all, all & ~bit));
    }
    std::vector<double> whole;
    for (const auto& of_replicate : values_) whole.push_back(of_replicate[all] - of_replicate[0]);
    add(std::string(in(output_.language, "samen", "together")), whole, mean(all, 0), mean(all, 0));
    return table_;
  }

 private:
  std::vector<double> of_switch(std::size_t one) const {
    std::vector<double> shares;
    for (const auto& of_replicate : values_) shares.push_back(shapley_values(of_replicate)[one]);
    return shares;
  }
  double mean(std::size_t with, std::size_t without) const {
    double sum = 0;
    for (const auto& of_replicate : values_) sum += of_replicate[with] - of_replicate[without];
    return sum / static_cast<double>(values_.size());
  }
  void add(const std::string& name, const std::vector<double>& series, double alone, double last) {
    const Difference found = paired_difference(series, std::vector<double>(series.size(), 0));
    const auto cell = [&](double value) {
      return output_.format == Format::Text ? nlohmann::ordered_json(shown(value, unit_))
                                            : nlohmann::ordered_json(value);
    };
    table_.rows.push_back(
        {name, cell(found.mean), cell(found.low), cell(found.high), cell(alone), cell(last), unit_, found.pairs});
  }

  const std::vector<std::vector<double>>& values_;
  std::string unit_;
  const OutputOptions& output_;
  Table table_;
};

/// The question, checked against the result: one indicator of an area over some months.
polder::Question question_of(const Store& store, const WhyOptions& options) {
  if (!options.indicator)
    refuse("E103", "--indicator", "say which difference to explain", "write --indicator unemployment_rate");
  Wish wish;
  wish.indicator = options.indicator;
  wish.area = options.area;
  const Month last = store.header().to;
  wish.from = options.from.value_or(to_text(std::max(store.header().from, last - 11)));
  wish.to = options.to.value_or(to_text(last));
  return questions_for(store, wish).back();
}

std::string unit_of(const Store& store, const std::string& indicator) {
  for (const auto& column : store.dictionary())
    if (column.key == indicator) return column.unit;
  return {};
}

std::vector<std::uint32_t> replicates_of(const Store& store, const WhyOptions& options, const std::string& ours,
                                         const std::string& theirs) {
  std::vector<std::uint32_t> pairs = pairs_of(store, ours, theirs);
  if (options.replicates && *options.replicates < pairs.size()) pairs.resize(*options.replicates);
  if (pairs.empty())
    refuse("E314", store.folder().string(),
           fmt::format("no replicate of {} and {} is finished, so there is nothing to explain", ours, theirs),
           "polder status shows what is finished");
  return pairs;
}

int why(const WhyOptions& options) {
  const auto folder = result_or_newest(options.result);
  const Store result = Store::open(folder);
  const polder::Question question = question_of(result, options);
  Study study = reproduce::study_of(result, this_program());
  const std::string theirs = options.reference.empty() ? result.header().reference : options.reference;
  std::vector<std::string> others = result.header().scenarios;
  std::erase(others, theirs);
  if (options.scenario.empty() && others.size() != 1)
    refuse("E309", folder.string(), "say which scenario to explain",
           fmt::format("it has: {}", fmt::join(others, ", ")));
  const std::string ours = options.scenario.empty() ? others.front() : options.scenario;
  const Scenario a = scenario_called(study, ours), b = scenario_called(study, theirs);
  if (!a.parameters.empty() || !b.parameters.empty())
    refuse("E353", folder.string(), fmt::format("{} or {} has parameters that a design varied", ours, theirs),
           "why asks what levers and events bring: name scenarios as the study wrote them");
  const std::vector<Switch> switches = switches_of(a, b, options.switches);
  const std::vector<std::uint32_t> pairs = replicates_of(result, options, ours, theirs);
  mean_over(result, ours, question, pairs.front());  // an unknown indicator is refused before anything is run
  const std::vector<std::string> names = add_subsets(study, a, b, switches);
  const Experiment experiment = prepare(study);

  Store store = Store::open_or_create(folder_of(result, ours, theirs, study), study, header_of(study));
  Work work{study, experiment, plan_of_subsets(study, names, pairs, options.threads), store};
  std::set<std::string> wanted;
  for (const ReplicateWork& replicate : work_of(study, experiment, work.plan).replicates)
    wanted.insert(replicate.identities.begin(), replicate.identities.end());
  store.take_over(result, wanted);
  note_finished(store, work.plan);
  for (const std::string& name : names)  // replicates between those that are asked for
    for (std::uint32_t i = 0; i < work.plan.replicates; ++i)
      if (std::ranges::find(pairs, work.plan.first_replicate + i) == pairs.end())
        work.plan.stored.emplace(name, work.plan.first_replicate + i);
  announce(work, options, names.size(), pairs.size());
  const ExitCode code = simulate_subsets(work, options);
  store.close_session(code);
  if (code == interrupted) return code;
  const auto values = outcomes(store, names, pairs, question);
  const std::string unit = unit_of(store, question.indicator);
  Answer answer(values, unit, options.output);
  if (options.output.format == Format::Text)
    fmt::print("{}\n", say(options.output.language, Say::WhyOf, question.indicator, question.area, question.from,
                           question.to, ours, theirs, store.folder().string()));
  fmt::print("{}", to_text(answer.table(switches), options.output.format));
  return code;
}

}  // namespace

void add_why(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("why", "which levers and events of a scenario bring its difference, by running subsets");
  const auto options = std::make_shared<WhyOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  command->add_option("A", options->scenario, "the scenario to explain (the only other one)");
  command->add_option("B", options->reference, "what it is compared with (the reference of the study)");
  command->add_option("--indicator", options->indicator, "the indicator whose difference is explained")
      ->type_name("KEY");
  command->add_option("--area", options->area, "an area by code (that of the study)")->type_name("AREA");
  command->add_option("--from", options->from, "first month of the mean (a year before the end)")->type_name("YYYY-MM");
  command->add_option("--to", options->to, "last month of the mean (the end)")->type_name("YYYY-MM");
  command
      ->add_option("--switch", options->switches,
                   "levers, events or what several begin with, each a switch; what is left is one more (all)")
      ->delimiter(',')
      ->type_name("A,B")
      ->allow_extra_args(false);
  command->add_option("--replicates", options->replicates, "at most so many of the finished replicates (all)")
      ->type_name("N")
      ->check(CLI::Range(1u, 1'000'000u).description(""));
  command->add_flag("--yes", options->yes, "start, also if it takes more than 64 runs");
  add_threads_flag(*command, options->threads);
  add_progress_flag(*command, options->progress);
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return why(*options); }; });
}

}  // namespace polder::cli
