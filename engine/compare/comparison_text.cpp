#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "compare/luck.h"
#include "polder/indicators/indicator.h"
#include "polder/scenario/design.h"

namespace polder {
namespace {

struct Words {
  const char *against, *pairs, *difference, *interval, *improves, *higher, *needed, *invisible, *no_line_differs,
      *coarse, *sample, *very_many, *undefined, *luck, *luck_note, *more;
};
constexpr Words english{"against",
                        "pairs",
                        "difference",
                        "95 % interval",
                        "better",
                        "higher",
                        "pairs for 10 %",
                        "no visible difference",
                        "nothing differs in these lines",
                        "a sample of 1:100 or coarser is for looking around only",
                        "sample",
                        "more than 10,000",
                        "not defined",
                        "may be luck among {} lines",
                        "may be luck: visible by itself, but so many lines together find some by luck (share of false "
                        "ones at most 5 %, Benjamini and Hochberg)",
                        "... and {} more lines of {} scenarios: --all shows them, --format csv or json has them all"};
constexpr Words dutch{"tegenover",
                      "paren",
                      "verschil",
                      "95%-interval",
                      "beter",
                      "hoger",
                      "paren voor 10%",
                      "geen zichtbaar verschil",
                      "in deze regels verschilt niets",
                      "een steekproef van 1:100 of grover is alleen om rond te kijken",
                      "steekproef",
                      "meer dan 10.000",
                      "niet bepaald",
                      "kan toeval zijn bij {} regels",
                      "kan toeval: op zichzelf zichtbaar, maar zo veel regels samen vinden er enkele door toeval "
                      "(hoogstens 5% onterecht, Benjamini en Hochberg)",
                      "... en nog {} regels van {} scenario's: --all toont ze, --format csv of json heeft ze alle"};

constexpr std::size_t many_pairs = 10'000;  // more say only that the difference is lost in the noise

/// A number with as many digits as its uncertainty allows: two significant digits of the half width.
std::string rounded(double value, double half, bool sign) {
  if (std::isnan(value)) return "-";
  int decimals = 0;
  if (half > 0 && !std::isnan(half)) decimals = std::clamp(1 - static_cast<int>(std::floor(std::log10(half))), 0, 4);
  const double unit = half >= 100 ? std::pow(10, std::floor(std::log10(half)) - 1) : 1;
  double shown = decimals == 0 ? std::round(value / unit) * unit : value;
  if (std::abs(shown) < 0.5 * std::pow(10, -decimals)) shown = 0;  // no "-0"
  std::string text = sign ? fmt::format("{:+.{}f}", shown, decimals) : fmt::format("{:.{}f}", shown, decimals);
  const std::size_t point = text.find('.');
  std::size_t end = point == std::string::npos ? text.size() : point;
  const std::size_t first = sign || text.starts_with('-') ? 1 : 0;
  while (end > first + 3) text.insert(end -= 3, ",");
  return text;
}

std::string when(const Question& question) {
  return question.from == question.to ? question.from : fmt::format("{} - {}", question.from, question.to);
}

/// How a line's numbers are shown: large payments in millions or billions.
struct Shown {
  double factor = 1;
  std::string_view prefix, prefix_nl;
};

Shown shown_as(const ComparisonLine& line) {
  if (is_share(line.unit)) return {100, "", ""};
  if (line.unit != "EUR/year") return {};
  const Difference& d = line.difference;
  double largest = 0;
  for (const double value : {d.reference, d.mean, d.low, d.high})
    if (!std::isnan(value)) largest = std::max(largest, std::abs(value));
  if (largest >= 1e9) return {1e-9, "bn ", "mld "};
  return largest >= 1e6 ? Shown{1e-6, "M ", "mln "} : Shown{};
}

std::string subject(const ComparisonLine& line, Tongue tongue) {
  std::string name = tongue == Tongue::Dutch ? line.name_nl : line.name_en;
  if (line.unit.empty() || line.unit == "persons" || line.unit == "index" || line.unit == "ratio") return name;
  if (is_share(line.unit)) return name + " [%]";
  const Shown shown = shown_as(line);
  if (tongue == Tongue::Dutch) return name + fmt::format(" [{}{}]", shown.prefix_nl, dutch_unit(line.unit));
  return name + fmt::format(" [{}{}]", shown.prefix, line.unit);
}

/// `tests`: lines that are shown together and may differ.
std::string row(const ComparisonLine& line, const Words& words, std::size_t tests) {
  const Difference& d = line.difference;
  const double scale = shown_as(line).factor;
  const double half = (d.high - d.low) / 2 * scale;
  const double digits = scale < 1 && !(half > 0) ? .5 : half;  // an amount in millions keeps two decimals
  const int direction = direction_of(line.question.indicator);
  const std::size_t times = direction < 0 ? d.lower : d.higher;
  const bool all_ties = d.pairs > 0 && d.higher + d.lower == 0;
  const std::string interval = std::isnan(half) ? "-"
                                                : fmt::format("{} … {}", rounded(d.low * scale, half, true),
                                                              rounded(d.high * scale, half, true));
  const bool visible = is_visible(d);
  std::string end = all_ties || d.pairs == 0
                        ? ""
                        : fmt::format("{} {}/{}", direction == 0 ? words.higher : words.improves, times, d.pairs);
  if (all_ties || (!visible && !std::isnan(half))) end += fmt::format("{}{}", end.empty() ? "" : "; ", words.invisible);
  if (may_be_luck(line))
    end += fmt::format("{}{}", end.empty() ? "" : "; ", fmt::format(fmt::runtime(words.luck), tests));
  if (std::isnan(d.mean) && d.pairs > 0) end = words.undefined;
  const std::string needed = d.pairs_needed == 0           ? "-"
                             : d.pairs_needed > many_pairs ? words.very_many
                                                           : std::to_string(d.pairs_needed);
  return fmt::format("    {:<19} {:>13} {:>12}   {:<25} {:>16}  {}\n", when(line.question),
                     rounded(d.reference * scale, digits, false), rounded(d.mean * scale, digits, true), interval,
                     needed, end);
}

/// Pairs of a scenario: most lines rest on all, some on those in which something was measured.
std::size_t pairs_in(const std::vector<ComparisonLine>& lines, const std::string& scenario) {
  std::size_t pairs = 0;
  for (const ComparisonLine& line : lines)
    if (line.scenario == scenario) pairs = std::max(pairs, line.difference.pairs);
  return pairs;
}

/// Whether every difference of a scenario is exactly nothing.
bool no_line_differs(const std::vector<ComparisonLine>& lines, const std::string& scenario) {
  if (pairs_in(lines, scenario) == 0) return false;
  for (const ComparisonLine& line : lines) {
    const Difference& d = line.difference;
    const bool nothing = d.mean == 0 && (d.pairs < 2 || (d.low == 0 && d.high == 0));
    if (line.scenario == scenario && d.pairs > 0 && !nothing) return false;
  }
  return true;
}

/// "help (Early help)": what is typed, and what people call it.
std::string name_and_title(const StoreHeader& header, const std::string& scenario, Tongue tongue) {
  const std::string title = scenario_title(header, scenario, tongue);
  return title.empty() ? scenario : fmt::format("{} ({})", scenario, title);
}

std::string place_of(const ComparisonLine& line) {
  if (!line.question.part.empty()) return line.question.part;
  return line.area_name.empty() ? line.question.area : fmt::format("{} {}", line.question.area, line.area_name);
}

}  // namespace

bool is_share(std::string_view unit) { return unit == "share" || unit == "share/year"; }

std::string scenario_title(const StoreHeader& header, std::string_view scenario, Tongue tongue) {
  const std::string_view varied = varied_scenario(scenario);
  const auto found = header.titles.find(std::string(varied));
  if (found == header.titles.end()) return {};
  const std::string& title = tongue == Tongue::Dutch ? found->second.nl : found->second.en;
  return varied == scenario ? title : fmt::format("{} ({})", title, scenario.substr(varied.size() + 1));
}

std::string to_text(const Store& store, const std::vector<ComparisonLine>& lines, Tongue tongue, std::size_t most) {
  const Words& words = tongue == Tongue::Dutch ? dutch : english;
  const StoreHeader& header = store.header();
  std::string text =
      fmt::format("{} · {} 1:{} · {} - {}\n", tongue == Tongue::Dutch ? header.title_nl : header.title_en, words.sample,
                  header.weight, to_text(header.from), to_text(header.to));
  if (header.weight >= 100) text += fmt::format("  ! {}\n", words.coarse);
  const auto tested = [](const ComparisonLine& line) { return !std::isnan(line.adjusted); };
  const auto tests = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), tested));
  std::string scenario, block;
  std::size_t shown = 0, left = 0;
  std::set<std::string> scenarios_left;
  for (const ComparisonLine& line : lines) {
    if (line.difference.pairs == 0 && pairs_in(lines, line.scenario) > 0) continue;  // others were measured
    if (shown >= most && line.scenario != scenario) {
      ++left;
      scenarios_left.insert(line.scenario);
      continue;
    }
    ++shown;
    if (line.scenario != scenario) {
      scenario = line.scenario;
      block.clear();
      text += fmt::format("\n{} {} {} ({} {})\n", name_and_title(header, scenario, tongue), words.against,
                          name_and_title(header, line.reference, tongue), pairs_in(lines, scenario), words.pairs);
      if (no_line_differs(lines, scenario)) text += fmt::format("  ! {}\n", words.no_line_differs);
      text += fmt::format("    {:<19} {:>13} {:>12}   {:<25} {:>16}\n", "", line.reference, words.difference,
                          words.interval, words.needed);
    }
    const std::string place = place_of(line);
    const std::string heading =
        place.empty() ? subject(line, tongue) : fmt::format("{}, {}", subject(line, tongue), place);
    if (heading != block) text += fmt::format("  {}\n", heading);
    block = heading;
    text += row(line, words, tests);
  }
  if (left > 0) text += fmt::format("\n{}\n", fmt::format(fmt::runtime(words.more), left, scenarios_left.size()));
  if (std::any_of(lines.begin(), lines.end(), may_be_luck)) text += fmt::format("\n  ! {}\n", words.luck_note);
  return text;
}

}  // namespace polder
