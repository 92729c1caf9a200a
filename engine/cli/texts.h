// The program's own sentences, in Dutch and English.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace polder::cli {

enum class Language { En, Nl };

enum class Say {
  NoMistakes,     // study
  Heading,        // study, scenarios, replicates, country, weight, residents, from, to
  Reusing,        // runs
  PartIn,         // scenario, scenario, month, system, state
  NeverPart,      // scenario, scenario
  RoutesIn,       // code, region, from, to, weight
  MoreSeekers,
  MoreVacancies,
  ShortestRoutes,
  DemandAndSupply,
  SectorsOfRegion,
  MovesOfSectors,
  TrainingNeed,
  None,
  TakenOver,      // runs
  NothingToDo,    // runs
  Stopping,
  Stopped,        // finished, total
  RunFailed,      // what, log
  Halted,         // finished, total
  PreciseEnough,  // replicates, indicator, area, scenarios
  NotPrecise,     // replicates, indicator, area, scenarios that are not, scenarios
  PairsNeeded,    // scenario, half width, wanted, pairs
  AtMost,
  HalfWidth,
  Wanted,
  NeededPairs,
  AnalyseWith,    // folder
  SomeFailed,     // failed, total
  ResultsIn,      // folder
  CompareWith,    // folder
  NobodyAtIt,
  Runs,
  RunsFinished,
  MonthsToSimulate,
  SharedMonths,
  EstimatedTime,
  EstimatedMemory,
  EstimatedDisk,
  Points,
  Worlds,
  DesignCosts,    // points, scenarios, runs, duration, threads
  Scenario,
  Finished,
  Failed,
  Missing,
  Exported,       // folder
  Calibrating,    // file, parameters, moments, sample, from, to, replicates
  Evaluated,      // number, most, distance, best, values
  Converged,      // evaluations
  BestSoFar,      // evaluations
  InBand,         // moments in their band, all moments
  Warning,
  Note,
  WhyCosts,       // subsets, replicates, runs, runs that are there, time
  WhyOf,          // indicator, area, from, to, scenario, reference, folder
};

/// Of two wordings the one in the language of the answer.
constexpr std::string_view in(Language language, std::string_view nl, std::string_view en) {
  return language == Language::Nl ? nl : en;
}

std::string_view sentence(Language language, Say say);

template <class... Arguments>
std::string say(Language language, Say what, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(sentence(language, what)), arguments...);
}

/// A duration for people: "45 s", "12 min", "3 h 20 min".
std::string duration(double seconds);
/// Bytes for people: "512 kB", "3.2 GB".
std::string bytes(double count);
/// A count for people: "18.1 M", "12,345".
std::string count(double number);

}  // namespace polder::cli
