#include "cli/texts.h"

#include <array>
#include <cmath>
#include <stdexcept>

namespace polder::cli {
namespace {

struct Sentence {
  Say say;
  std::string_view en, nl;
};

constexpr std::array sentences{
    Sentence{Say::NoMistakes, "{}: no mistakes", "{}: geen fouten"},
    Sentence{Say::Heading, "{} · {} scenarios × {} replicates · {} 1:{} ({} simulated residents) · {} to {}",
             "{} · {} scenario's × {} herhalingen · {} 1:{} ({} gesimuleerde inwoners) · {} t/m {}"},
    Sentence{Say::Reusing, "reusing {} finished runs", "{} voltooide runs worden hergebruikt"},
    Sentence{Say::TakenOver, "{} runs that the edit does not touch are copied from an earlier result",
             "{} runs die niet geraakt zijn door de wijziging komen uit een eerder resultaat"},
    Sentence{Say::PartIn, "{} and {} part in {}: first after {}, in {} (rows that differ of all)",
             "{} en {} gaan uiteen in {}: het eerst na {}, in {} (rijen die verschillen van alle)"},
    Sentence{Say::NeverPart, "{} and {} are the same in every month", "{} en {} zijn in elke maand gelijk"},
    Sentence{Say::RoutesIn, "{} {}, {} to {}, the reference at 1:{} (means of the ends of months, persons)",
             "{} {}, {} t/m {}, de referentie op 1:{} (gemiddelden van maandeinden, personen)"},
    Sentence{Say::MoreSeekers, "Occupations with more seekers than vacancies",
             "Beroepen met meer zoekenden dan vacatures"},
    Sentence{Say::MoreVacancies, "Occupations with more vacancies than seekers",
             "Beroepen met meer vacatures dan zoekenden"},
    Sentence{Say::ShortestRoutes,
             "Shortest retraining routes (training months; distance of skills: 0 the same, 1 nothing shared; change of "
             "the class wage)",
             "Kortste omscholingsroutes (maanden opleiding; afstand van vaardigheden: 0 gelijk, 1 niets gemeen; "
             "verandering van het klasseloon)"},
    Sentence{Say::DemandAndSupply,
             "Demand (jobs and vacancies) and supply (at work or seeking) by occupation, now and ahead",
             "Vraag (banen en vacatures) en aanbod (werkend of zoekend) per beroep, nu en straks"},
    Sentence{Say::SectorsOfRegion, "Jobs by sector and their change in the year, what shrinks most first",
             "Banen per sector en hun verandering in het jaar, wat het meest krimpt eerst"},
    Sentence{Say::MovesOfSectors, "Residents who worked at the start of the year, by sector then and a year later",
             "Inwoners die aan het begin van het jaar werkten, naar sector toen en een jaar later"},
    Sentence{Say::TrainingNeed, "Training need: seekers in shrinking occupations from which a route leads on",
             "Scholingsbehoefte: zoekenden in krimpende beroepen van waaruit een route verder leidt"},
    Sentence{Say::None, "none", "geen"},
    Sentence{Say::NothingToDo, "all {} runs are finished; nothing to do",
             "alle {} runs zijn voltooid; er is niets te doen"},
    Sentence{Say::Stopping, "stopping after this month; press Ctrl-C again to end at once",
             "stopt na deze maand; nog eens Ctrl-C stopt direct"},
    Sentence{Say::Stopped, "stopped; {} of {} runs are finished and kept; continue with the same command",
             "gestopt; {} van {} runs zijn voltooid en bewaard; ga verder met dezelfde opdracht"},
    Sentence{Say::RunFailed, "run failed: {}\n  log: {}", "run mislukt: {}\n  log: {}"},
    Sentence{Say::Halted, "stopped at the first run that failed; {} of {} runs are finished and kept",
             "gestopt bij de eerste mislukte run; {} van {} runs zijn voltooid en bewaard"},
    Sentence{Say::PreciseEnough, "precise enough after {} replicates: {} in {}, all {} differences to the reference",
             "na {} herhalingen precies genoeg: {} in {}, alle {} verschillen met de referentie"},
    Sentence{Say::NotPrecise, "after {} replicates: {} in {} is not precise enough yet for {} of {} differences",
             "na {} herhalingen: {} in {} is nog niet precies genoeg voor {} van {} verschillen"},
    Sentence{Say::PairsNeeded, "  {}: ±{} instead of ±{}; it would take about {} pairs",
             "  {}: ±{} in plaats van ±{}; daarvoor zijn ongeveer {} paren nodig"},
    Sentence{Say::AtMost, "replicates at most", "herhalingen, hoogstens"},
    Sentence{Say::HalfWidth, "half width", "halve breedte"},
    Sentence{Say::Wanted, "wanted", "gevraagd"},
    Sentence{Say::NeededPairs, "pairs needed", "paren nodig"},
    Sentence{Say::AnalyseWith, "analyse: polder sensitivity {} --indicator KEY",
             "analyseer: polder sensitivity {} --indicator SLEUTEL --lang nl"},
    Sentence{Say::SomeFailed, "{} of {} runs failed", "{} van {} runs zijn mislukt"},
    Sentence{Say::ResultsIn, "results: {}", "resultaten: {}"},
    Sentence{Say::CompareWith, "compare: polder compare {}", "vergelijk: polder compare {} --lang nl"},
    Sentence{Say::NobodyAtIt,
             "no process is at this run, which has not ended: it was killed. Finished runs are kept; 'polder run' goes "
             "on",
             "geen proces is met deze run bezig en hij is niet geëindigd: hij is afgebroken. Voltooide runs zijn "
             "bewaard; 'polder run' gaat verder"},
    Sentence{Say::Runs, "runs", "runs"},
    Sentence{Say::RunsFinished, "finished runs that are kept", "voltooide runs die blijven"},
    Sentence{Say::MonthsToSimulate, "months to simulate", "te simuleren maanden"},
    Sentence{Say::SharedMonths, "months saved by sharing", "maanden bespaard door delen"},
    Sentence{Say::EstimatedTime, "estimated time", "geschatte tijd"},
    Sentence{Say::EstimatedMemory, "estimated memory", "geschat geheugen"},
    Sentence{Say::EstimatedDisk, "estimated disk", "geschatte schijfruimte"},
    Sentence{Say::Points, "points of the design", "punten van het ontwerp"},
    Sentence{Say::Worlds, "worlds to make", "te maken werelden"},
    Sentence{Say::DesignCosts, "{} points, {} scenarios, {} runs: about {} on {} threads",
             "{} punten, {} scenario's, {} runs: ongeveer {} op {} threads"},
    Sentence{Say::Scenario, "scenario", "scenario"},
    Sentence{Say::Finished, "finished", "voltooid"},
    Sentence{Say::Failed, "failed", "mislukt"},
    Sentence{Say::Missing, "missing", "ontbreekt"},
    Sentence{Say::Exported, "written: {}", "geschreven: {}"},
    Sentence{Say::Calibrating, "{} · {} parameters · {} moments · 1:{} · {} to {} · {} replicates",
             "{} · {} parameters · {} momenten · 1:{} · {} t/m {} · {} herhalingen"},
    Sentence{Say::Evaluated, "evaluation {} of at most {}: distance {:.4g}, best {:.4g}: {}",
             "evaluatie {} van hoogstens {}: afstand {:.4g}, beste {:.4g}: {}"},
    Sentence{Say::Converged, "no nearer point found after {} evaluations", "geen beter punt gevonden na {} evaluaties"},
    Sentence{Say::BestSoFar, "ended after {} evaluations with the best so far",
             "geëindigd na {} evaluaties met het beste tot nu toe"},
    Sentence{Say::InBand, "{} of {} moments in band", "{} van {} momenten binnen de band"},
    Sentence{Say::Warning, "warning", "waarschuwing"},
    Sentence{Say::Note, "note: {}", "let op: {}"},
    Sentence{Say::WhyCosts, "{} subsets x {} replicates: {} runs to simulate, {} are there; about {}",
             "{} deelverzamelingen x {} herhalingen: {} runs te simuleren, {} zijn er al; ongeveer {}"},
    Sentence{Say::WhyOf,
             "{} of {}, {} - {}: {} against {}, by what is switched on (brings: Shapley value, they add up; alone: as "
             "the only one; last: on top of all others). Runs: {}",
             "{} van {}, {} - {}: {} tegenover {}, naar wat aan staat (brengt: Shapley-waarde, samen het verschil; "
             "alleen: als enige; als laatste: boven op alle andere). Runs: {}"},
};

}  // namespace

std::string_view sentence(Language language, Say say) {
  for (const Sentence& candidate : sentences) {
    if (candidate.say == say) return language == Language::Nl ? candidate.nl : candidate.en;
  }
  throw std::logic_error("a sentence has no text");
}

std::string duration(double seconds) {
  if (seconds < 10) return fmt::format("{:.1f} s", seconds);
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  const auto minutes = static_cast<long>(std::lround(seconds / 60));
  return minutes < 90 ? fmt::format("{} min", minutes) : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string bytes(double count) {
  if (count < 1e6) return fmt::format("{:.0f} kB", count / 1e3);
  return count < 1e9 ? fmt::format("{:.0f} MB", count / 1e6) : fmt::format("{:.1f} GB", count / 1e9);
}

std::string count(double number) {
  if (number >= 1e6) return fmt::format("{:.1f} M", number / 1e6);
  const auto whole = static_cast<long>(std::lround(number));
  return whole < 1000 ? fmt::format("{}", whole) : fmt::format("{},{:03}", whole / 1000, whole % 1000);
}

}  // namespace polder::cli
