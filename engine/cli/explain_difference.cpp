// polder explain STUDY --diff A B: the first month in which two scenarios part, the system that parts them and the
// state in which it does so, the systems after it, and the columns of the World that differ when the month ends.
#include <algorithm>
#include <type_traits>

#include "base/hash.h"
#include "cli/explain.h"
#include "ensemble/parts.h"
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

using Trail = std::vector<std::pair<std::string_view, std::uint64_t>>;

/// The first place in two trails whose hashes differ.
std::size_t parting(const Trail& of_a, const Trail& of_b) {
  const auto found = std::mismatch(of_a.begin(), of_a.end(), of_b.begin());
  ensure(found.first != of_a.end(), "worlds that differ at the end of a month differ after one of its systems");
  return static_cast<std::size_t>(found.first - of_a.begin());
}

Table systems_table(const Trail& of_a, const Trail& of_b) {
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

template <class Part>
Hash hash_of_part(const Part& part) {
  if constexpr (requires { part.data(); })
    return hash_bytes(std::as_bytes(std::span(part.data(), part.size())), part.size());
  else
    return hash_bytes(std::as_bytes(std::span(&part, 1)));
}

/// State outside the tables, by name.
std::vector<std::pair<std::string, Hash>> parts_of(const World& world) {
  Hash ledger = 0;
  for (const auto& [account, cents] : world.ledger.balance)
    ledger = hash_text(fmt::format("{} {} {}", static_cast<int>(account.actor), account.number, cents), ledger);
  std::vector<std::pair<std::string, Hash>> parts{{"ledger.balance", ledger}};
  visit_parts(world, [&](std::string_view name, const auto& part) { parts.emplace_back(name, hash_of_part(part)); });
  return parts;
}

/// Names of the state that differs: columns first, then what is in no table.
std::vector<std::string> differing_state(const World& a, const World& b) {
  std::vector<std::string> names;
  for (const Table::Row& row : columns_table(a, b).rows)
    names.push_back(
        fmt::format("{} ({}/{})", row[0].get<std::string>(), row[2].get<std::size_t>(), row[1].get<std::size_t>()));
  const auto of_a = parts_of(a), of_b = parts_of(b);
  for (std::size_t i = 0; i < of_a.size(); ++i)
    if (of_a[i].second != of_b[i].second) names.push_back(of_a[i].first);
  return names;
}

/// The study in the world of two scenarios. Throws InputError E353 where a design gives them different ones.
Study shared_world(const Study& study, const std::vector<std::string>& names) {
  Part both;
  for (std::size_t i = 0; i < study.scenarios.size(); ++i)
    if (std::ranges::find(names, study.scenarios[i].name) != names.end()) both.push_back(i);
  if (!study.design || both.empty()) return study;
  const Scenario &a = study.scenarios[both.front()], &b = study.scenarios[both.back()];
  if (a.parameters != b.parameters)
    refuse("E353", "--diff", fmt::format("{} and {} have other parameters, so other worlds", a.name, b.name),
           "name two scenarios of one point");
  return study_of(study, both);
}

}  // namespace

std::string explain_difference(const Study& study, const std::vector<std::string>& scenarios, std::uint32_t replicate,
                               const OutputOptions& output) {
  const Experiment experiment = prepare(shared_world(study, scenarios));
  const Random random{experiment.seed, replicate};
  Track a{script_of(experiment, scenarios.at(0)), begin_run(experiment)};
  Track b{script_of(experiment, scenarios.at(1)), {}};
  if (!go_to_parting(experiment, random, a, b))
    return say(output.language, Say::NeverPart, scenarios[0], scenarios[1]) + '\n';
  const Month month = a.state.world.month;
  const Trail of_a = hash_trail(a.state, experiment, a.script, random);
  const Trail of_b = hash_trail(b.state, experiment, b.script, random);
  const std::size_t first = parting(of_a, of_b);
  const std::string system(of_a[first].first);
  const auto state = differing_state(world_after(a.state, experiment, a.script, random, first),
                                     world_after(b.state, experiment, b.script, random, first));
  const Table systems = systems_table(of_a, of_b);
  simulate_month(a.state, experiment, a.script, random);
  simulate_month(b.state, experiment, b.script, random);
  const Table columns = columns_table(a.state.world, b.state.world);
  if (output.format == Format::Json) {
    const nlohmann::ordered_json json{{"month", to_text(month)},
                                      {"system", system},
                                      {"state", state},
                                      {"systems", to_json(systems)},
                                      {"columns", to_json(columns)}};
    return json.dump(2) + '\n';
  }
  std::string text = say(output.language, Say::PartIn, scenarios[0], scenarios[1], to_text(month), system,
                         fmt::format("{}", fmt::join(state, ", "))) +
                     "\n\n";
  text += to_text(systems, output.format);
  if (!columns.rows.empty()) text += '\n' + to_text(columns, output.format);
  return text;
}

}  // namespace polder::cli
