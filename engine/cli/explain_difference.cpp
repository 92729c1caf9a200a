// polder explain STUDY --diff A B: the first month in which two scenarios part, the system that parts them and the
// state in which it does so, the systems after it, and the columns of the World that differ when the month ends.
// Without a study A and B are results, of which runs of the same scenario and replicate are compared.
#include <algorithm>
#include <map>
#include <type_traits>

#include "base/hash.h"
#include "cli/explain.h"
#include "cli/result_folder.h"
#include "ensemble/parts.h"
#include "polder/simulation/simulation.h"
#include "reproduce/rerun.h"
#include "world/visit_columns.h"

namespace polder::cli {
namespace {

/// A scenario under way.
struct Track {
  const Experiment& experiment;
  const Script& script;
  Random random;
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

/// Both at the start of the first month that ends differently; false if no month does.
bool go_to_parting(Track& a, Track& b) {
  while (a.state.world.month <= std::min(a.experiment.to, b.experiment.to)) {
    RunState next_a = a.state, next_b = b.state;
    simulate_month(next_a, a.experiment, a.script, a.random);
    simulate_month(next_b, b.experiment, b.script, b.random);
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

/// What is told of the month in which two tracks part.
struct Parting {
  Month month;
  std::string system;
  std::vector<std::string> state;
  Table systems, columns;
};

Parting parting_of(Track& a, Track& b) {
  Parting found{a.state.world.month, {}, {}, {}, {}};
  const Trail of_a = hash_trail(a.state, a.experiment, a.script, a.random);
  const Trail of_b = hash_trail(b.state, b.experiment, b.script, b.random);
  const std::size_t first = parting(of_a, of_b);
  found.system = of_a[first].first;
  found.state = differing_state(world_after(a.state, a.experiment, a.script, a.random, first),
                                world_after(b.state, b.experiment, b.script, b.random, first));
  found.systems = systems_table(of_a, of_b);
  simulate_month(a.state, a.experiment, a.script, a.random);
  simulate_month(b.state, b.experiment, b.script, b.random);
  found.columns = columns_table(a.state.world, b.state.world);
  return found;
}

nlohmann::ordered_json to_json(const Parting& found) {
  return {{"month", to_text(found.month)},
          {"system", found.system},
          {"state", found.state},
          {"systems", to_json(found.systems)},
          {"columns", to_json(found.columns)}};
}

std::string to_text(const Parting& found, const std::string& a, const std::string& b, const OutputOptions& output) {
  std::string text = say(output.language, Say::PartIn, a, b, to_text(found.month), found.system,
                         fmt::format("{}", fmt::join(found.state, ", "))) +
                     "\n\n" + to_text(found.systems, output.format);
  if (!found.columns.rows.empty()) text += '\n' + to_text(found.columns, output.format);
  return text;
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

/// A run that both results hold, and the first month that ends differently in them.
struct StoredPair {
  std::string scenario;
  std::uint32_t replicate = 0;
  std::optional<Month> differs;
};

/// The one that differs first, in the order in which they are stored; nothing if all are equal.
std::optional<StoredPair> earliest(const std::vector<StoredPair>& pairs) {
  std::optional<StoredPair> first;
  for (const StoredPair& pair : pairs)
    if (pair.differs && (!first || *pair.differs < *first->differs)) first = pair;
  return first;
}

/// The first month whose hashes differ, of those that two stored runs have in common.
std::optional<Month> first_unequal(const Store& a, const Store& b, const Store::Runs& of_a, const Store::Runs& of_b) {
  const auto ours = a.stored_run(of_a).observations.month_hashes, theirs = b.stored_run(of_b).observations.month_hashes;
  const auto at = [](const std::vector<std::uint64_t>& hashes, Month from, Month month) {
    return hashes.at(static_cast<std::size_t>(month - from));
  };
  const Month last = std::min(a.header().to, b.header().to);
  for (Month month = std::max(a.header().from, b.header().from); month <= last; month = month + 1)
    if (at(ours, a.header().from, month) != at(theirs, b.header().from, month)) return month;
  return std::nullopt;
}

std::vector<StoredPair> stored_pairs(const Store& a, const Store& b, std::optional<std::uint32_t> replicate) {
  std::map<std::pair<std::string, std::uint32_t>, Store::Runs> of_b;
  for (const Store::Runs& run : b.runs())
    if (run.status == "done") of_b.emplace(std::pair(run.scenario, run.replicate), run);
  std::vector<StoredPair> pairs;
  for (const Store::Runs& run : a.runs()) {
    const auto other = of_b.find({run.scenario, run.replicate});
    if (run.status != "done" || other == of_b.end() || (replicate && run.replicate != *replicate)) continue;
    pairs.push_back({run.scenario, run.replicate, first_unequal(a, b, run, other->second)});
  }
  const bool apart = std::min(a.header().to, b.header().to) < std::max(a.header().from, b.header().from);
  if (pairs.empty() || apart)
    refuse("E155", b.folder().string(),
           fmt::format("no run of {} is here too: no scenario and replicate that both have finished{}",
                       a.folder().string(), apart ? " in the same months" : ""),
           "polder status shows what a result holds");
  return pairs;
}

/// A line for each scenario: its runs, how many are equal in every month, and the first that is not.
Table pairs_table(const std::vector<StoredPair>& pairs, Language language) {
  Table table{{"scenario", "runs", "equal", "first_month", "replicate"},
              {"scenario", "runs", std::string(in(language, "gelijk", "equal")),
               std::string(in(language, "eerste verschil", "first difference")),
               std::string(in(language, "herhaling", "replicate"))},
              {}};
  std::vector<std::string> order;
  std::map<std::string, std::vector<StoredPair>> by_scenario;
  for (const StoredPair& pair : pairs) {
    if (!by_scenario.contains(pair.scenario)) order.push_back(pair.scenario);
    by_scenario[pair.scenario].push_back(pair);
  }
  for (const std::string& scenario : order) {
    const auto& own = by_scenario[scenario];
    const auto first = earliest(own);
    const auto equal = std::ranges::count_if(own, [](const StoredPair& pair) { return !pair.differs; });
    Table::Row row{scenario, own.size(), equal, nullptr, nullptr};
    if (first) row[3] = to_text(*first->differs), row[4] = first->replicate;
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// What a scenario of a result ran in, from the copies of its inputs.
Experiment experiment_of(const Store& store, const std::string& scenario) {
  return prepare(shared_world(reproduce::study_of(store, this_program()), {scenario}));
}

bool is_ours(const Store& store) {
  const StoreHeader now = this_program();
  return store.header().model_sources == now.model_sources && store.header().engine_version == now.engine_version;
}

/// The run that differs first, made again from the copies of both inputs up to where it parts; without a system where
/// it does so from the beginning.
Parting made_again(const Store& a, const Store& b, const StoredPair& pair) {
  const Experiment of_a = experiment_of(a, pair.scenario), of_b = experiment_of(b, pair.scenario);
  const auto track = [&](const Experiment& experiment) {
    return Track{experiment, script_of(experiment, pair.scenario), Random{experiment.seed, pair.replicate},
                 begin_run(experiment)};
  };
  Track ours = track(of_a), theirs = track(of_b);
  if (*pair.differs > std::max(of_a.from, of_b.from))
    for (Track* one : {&ours, &theirs})
      simulate_until(one->state, one->experiment, one->script, one->random, *pair.differs, {});
  else if (hash_of(ours.state.world) != hash_of(theirs.state.world))
    return {ours.state.world.month, {}, differing_state(ours.state.world, theirs.state.world), {}, {}};
  ensure(go_to_parting(ours, theirs), "runs that differ in what is stored differ when they are made again");
  return parting_of(ours, theirs);
}

}  // namespace

std::string explain_difference(const Study& study, const std::vector<std::string>& scenarios, std::uint32_t replicate,
                               const OutputOptions& output) {
  const Experiment experiment = prepare(shared_world(study, scenarios));
  const Random random{experiment.seed, replicate};
  Track a{experiment, script_of(experiment, scenarios.at(0)), random, begin_run(experiment)};
  Track b{experiment, script_of(experiment, scenarios.at(1)), random, {}};
  const Month branch = first_difference(experiment, a.script, b.script);
  const std::string never_part = say(output.language, Say::NeverPart, scenarios[0], scenarios[1]) + '\n';
  if (branch > experiment.to) return never_part;
  simulate_until(a.state, experiment, a.script, random, branch, {});
  b.state = a.state;
  if (!go_to_parting(a, b)) return never_part;
  const Parting found = parting_of(a, b);
  return output.format == Format::Json ? to_json(found).dump(2) + '\n'
                                       : to_text(found, scenarios[0], scenarios[1], output);
}

std::string explain_results(const std::vector<std::string>& results, std::optional<std::uint32_t> replicate,
                            const OutputOptions& output) {
  const Store a = Store::open(results.at(0)), b = Store::open(results.at(1));
  const auto pairs = stored_pairs(a, b, replicate);
  const Table table = pairs_table(pairs, output.language);
  const auto first = earliest(pairs);
  std::optional<Parting> found;
  if (first && is_ours(a) && is_ours(b)) found = made_again(a, b, *first);
  if (output.format == Format::Json) {
    nlohmann::ordered_json json{{"runs", to_json(table)}, {"first", nullptr}};
    if (found) json["first"] = to_json(*found);
    return json.dump(2) + '\n';
  }
  std::string text = to_text(table, output.format);
  if (output.format != Format::Text) return text;
  const Language language = output.language;
  if (!first) return text + fmt::format("\n{}\n", in(language, "elke maand is gelijk", "every month is equal"));
  if (!found)
    return text +
           fmt::format("\n{}\n",
                       in(language, "welk systeem het eerst verschilt, zegt alleen het programma dat beide maakte",
                          "which system differs first, only the program that made both can say"));
  text += fmt::format(
      fmt::runtime(in(language, "\n{}, herhaling {}, opnieuw gemaakt:\n", "\n{}, replicate {}, made again:\n")),
      first->scenario, first->replicate);
  if (!found->system.empty()) return text + to_text(*found, results[0], results[1], output);
  return text + fmt::format(fmt::runtime(in(language, "de werelden verschillen van begin af aan, in {}\n",
                                            "the worlds differ from the beginning, in {}\n")),
                            fmt::join(found->state, ", "));
}

}  // namespace polder::cli
