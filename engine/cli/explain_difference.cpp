// polder explain STUDY --diff A B: the first month in which two scenarios part, the systems that part them, and the
// columns of the World that differ when the month ends.
#include <algorithm>

#include "cli/explain.h"
#include "polder/simulation/simulation.h"
#include "world/visit_columns.h"

namespace polder::cli {
namespace {

/// A scenario under way.
struct Track {
  const Script& script;
  RunState state;
};

const Script& script_of(const Experiment& experiment, const std::string& name) {
  std::vector<std::string> names;
  for (const Script& script : experiment.scripts) {
    if (script.name == name) return script;
    names.push_back(script.name);
  }
  refuse("E101", "--diff", fmt::format("this study has no scenario '{}'", name),
         fmt::format("it has: {}", fmt::join(names, ", ")));
}

/// Both scenarios at the start of the first month that ends differently; false if no month does.
bool go_to_parting(const Experiment& experiment, const Random& random, Track& a, Track& b) {
  const Month branch = first_difference(experiment, a.script, b.script);
  if (branch > experiment.to) return false;
  simulate_until(a.state, experiment, a.script, random, branch, {});
  b.state = a.state;
  while (a.state.world.month <= experiment.to) {
    RunState next_a = a.state, next_b = b.state;
    simulate_month(next_a, experiment, a.script, random);
    simulate_month(next_b, experiment, b.script, random);
    if (hash_of(next_a.world) != hash_of(next_b.world)) return true;
    a.state = std::move(next_a);
    b.state = std::move(next_b);
  }
  return false;
}

Table systems_table(const Experiment& experiment, const Random& random, const Track& a, const Track& b) {
  const auto of_a = hash_trail(a.state, experiment, a.script, random);
  const auto of_b = hash_trail(b.state, experiment, b.script, random);
  Table table{{"after", "world"}, {"after", "world"}, {}};
  for (std::size_t i = 0; i < of_a.size(); ++i)
    table.rows.push_back({std::string(of_a[i].first), of_a[i].second == of_b[i].second ? "the same" : "differs"});
  return table;
}

/// Rows of each column that differ; a column of another length differs in the rows that only one has, too.
Table columns_table(const World& a, const World& b) {
  Table table{{"column", "rows", "differ"}, {"column", "rows", "differ"}, {}};
  std::vector<std::size_t> differing;
  visit_columns(a, [&](std::string_view name, const auto& ours) {
    visit_columns(b, [&](std::string_view other, const auto& theirs) {
      if constexpr (std::is_same_v<decltype(ours), decltype(theirs)>) {
        if (name != other) return;
        const std::size_t shared = std::min(ours.size(), theirs.size());
        std::size_t count = std::max(ours.size(), theirs.size()) - shared;
        for (std::size_t row = 0; row < shared; ++row)
          if (!(ours.span()[row] == theirs.span()[row])) ++count;
        if (count > 0) table.rows.push_back({std::string(name), ours.size(), count});
      }
    });
  });
  return table;
}

}  // namespace

std::string explain_difference(const Study& study, const std::vector<std::string>& scenarios, std::uint32_t replicate,
                               const OutputOptions& output) {
  const Experiment experiment = prepare(study);
  const Random random{experiment.seed, replicate};
  Track a{script_of(experiment, scenarios.at(0)), begin_run(experiment)};
  Track b{script_of(experiment, scenarios.at(1)), {}};
  if (!go_to_parting(experiment, random, a, b))
    return say(output.language, Say::NeverPart, scenarios[0], scenarios[1]) + '\n';
  const Month month = a.state.world.month;
  const Table systems = systems_table(experiment, random, a, b);
  simulate_month(a.state, experiment, a.script, random);
  simulate_month(b.state, experiment, b.script, random);
  const Table columns = columns_table(a.state.world, b.state.world);
  if (output.format == Format::Json) {
    const nlohmann::ordered_json json{
        {"month", to_text(month)}, {"systems", to_json(systems)}, {"columns", to_json(columns)}};
    return json.dump(2) + '\n';
  }
  std::string text = say(output.language, Say::PartIn, scenarios[0], scenarios[1], to_text(month)) + '\n';
  text += to_text(systems, output.format);
  if (!columns.rows.empty()) text += '\n' + to_text(columns, output.format);
  return text;
}

}  // namespace polder::cli
