// The answer in three sentences, and what has to be known before reading on.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "report/sections.h"

namespace polder::report {
namespace {

/// The scenario that differs most from the reference, visibly if any does.
std::string most_different(const Context& context) {
  std::string found = context.scenarios.front();
  double most = -1;
  for (const std::string& scenario : context.scenarios) {
    const Difference d = context.difference(scenario, context.reference, context.main);
    const double size = std::isnan(d.mean) ? 0 : std::abs(d.mean) * (is_visible(d) ? 1 : 1e-9);
    if (size > most) most = size, found = scenario;
  }
  return found;
}

/// Scenarios that add to another one, by the one that most add to.
struct Variants {
  std::string base;
  std::vector<std::string> scenarios;
};

std::optional<Variants> variants_of(const Context& context) {
  std::vector<Variants> all;
  for (const std::string& scenario : context.scenarios) {
    const std::string base = context.base(scenario);
    if (base == context.reference || context.reading.pairs(scenario, base).empty()) continue;
    auto found = std::ranges::find(all, base, &Variants::base);
    if (found == all.end()) found = all.insert(all.end(), {base, {}});
    found->scenarios.push_back(scenario);
  }
  if (all.empty()) return std::nullopt;
  return *std::ranges::max_element(all, {}, [](const Variants& v) { return v.scenarios.size(); });
}

/// "‘x’ does most", or of what harms "‘x’ does least harm".
std::string best_in_words(const Context& context, const Finding& finding) {
  const bool helps = visible_gain(finding.difference, finding.measure) > 0;
  return fmt::format(fmt::runtime(helps ? context.say("doet {} het meest", "{} does most")
                                        : context.say("pakt {} het minst slecht uit", "{} does least harm")),
                     in_quotes(finding.scenario));
}

/// Which scenarios are visibly worse than another: "‘x’, ‘y’", or how many where they are many; empty: none.
std::string visibly_worse(const Context& context, const std::vector<std::string>& scenarios, const std::string& other) {
  constexpr std::size_t most_named = 3;
  std::vector<std::string> worse;
  for (const std::string& scenario : scenarios)
    if (visible_gain(context.difference(scenario, other, context.main), context.main.measure) < 0)
      worse.push_back(in_quotes(context.label(scenario)));
  return worse.size() > most_named ? fmt::format("{}", worse.size()) : fmt::format("{}", fmt::join(worse, ", "));
}

/// A warning where a difference is visible by itself, but may be luck among all that it was picked from.
std::string luck_among(const Context& context, const std::string& scenario, const std::vector<std::string>& scenarios,
                       const std::string& other) {
  const std::vector<Difference> all = differences_in(context, context.main, scenarios, other);
  const auto at = static_cast<std::size_t>(std::ranges::find(scenarios, scenario) - scenarios.begin());
  if (at == all.size() || !is_visible(all[at]) || beyond_luck(all)[at]) return {};
  return fmt::format(fmt::runtime(context.say(" Maar het is het opvallendste van {}: zo een komt ook door toeval voor.",
                                              " But it is the most striking of {}: such a one comes about by chance "
                                              "too.")),
                     all.size());
}

std::string sentence_on_variants(const Context& context, const Variants& variants, const std::string& best) {
  const Finding finding = context.finding(best, variants.base, context.main);
  const std::string base = in_quotes(context.label(variants.base));
  if (variants.scenarios.size() == 1) return sentence_about(finding, context.tongue);
  if (!is_visible(finding.difference)) {
    const std::string worse = visibly_worse(context, variants.scenarios, variants.base);
    std::string text = fmt::format(
        fmt::runtime(worse.empty() ? context.say("Geen van de {} varianten op {} brengt een zichtbaar verschil; het "
                                                 "dichtst daarbij komt {}, met {}.",
                                                 "None of the {} variants of {} brings a visible difference; {} comes "
                                                 "nearest, with {}.")
                                   : context.say("Geen van de {} varianten op {} is zichtbaar gunstiger; het dichtst "
                                                 "daarbij komt {}, met {}.",
                                                 "None of the {} variants of {} is visibly better; {} comes nearest, "
                                                 "with {}.")),
        variants.scenarios.size(), base, in_quotes(context.label(best)),
        with_unit(difference_text(finding.difference, finding.measure, context.tongue),
                  finding.measure.difference_unit));
    if (!worse.empty())
      text += fmt::format(fmt::runtime(context.say(" Zichtbaar ongunstiger: {}.", " Visibly worse: {}.")), worse);
    return text;
  }
  return fmt::format(
      fmt::runtime(context.say("Van de {} varianten op {} {}. {}{}", "Of the {} variants of {}, {}. {}{}")),
      variants.scenarios.size(), base, best_in_words(context, finding), sentence_about(finding, context.tongue),
      luck_among(context, best, variants.scenarios, variants.base));
}

/// Without variants: the best of several scenarios where it visibly differs, or the next outcome that differs by more
/// than luck.
std::string sentence_beside(const Context& context, const std::string& first) {
  const std::string best = best_of(context, context.scenarios, context.reference);
  const Finding finding = context.finding(best, context.reference, context.main);
  if (best != first && is_visible(finding.difference)) {
    const bool helps = visible_gain(finding.difference, finding.measure) > 0;
    return fmt::format(
        fmt::runtime(helps ? context.say("Het gunstigst is {}. {}{}", "Best is {}. {}{}")
                           : context.say("{} pakt het minst slecht uit. {}{}", "{} does least harm. {}{}")),
        in_quotes(context.label(best)), sentence_about(finding, context.tongue),
        luck_among(context, best, context.scenarios, context.reference));
  }
  bool any_visible = false;
  for (const Outcome& outcome : outcomes_of_area(context)) {
    if (outcome.measure.key == context.main.measure.key || outcome.measure.better == 0) continue;
    const std::vector<Difference> all = differences_in(context, outcome, context.scenarios, context.reference);
    any_visible = any_visible || std::ranges::any_of(all, is_visible);
    const std::vector<bool> solid = beyond_luck(all);
    std::size_t largest = all.size();
    for (std::size_t i = 0; i < all.size(); ++i)
      if (solid[i] && (largest == all.size() || std::abs(all[i].mean) > std::abs(all[largest].mean))) largest = i;
    if (largest < all.size())
      return sentence_about(context.finding(context.scenarios[largest], context.reference, outcome), context.tongue);
  }
  return std::string(
      any_visible ? context.say("In de andere kerncijfers is geen verschil dat bij zoveel scenario's niet ook door "
                                "toeval kan komen.",
                                "The other key figures hold no difference that may not be luck among so many "
                                "scenarios.")
                  : context.say("In de andere kerncijfers is geen zichtbaar verschil.",
                                "No visible difference in the other key figures."));
}

std::string sentence_on_money(const Context& context, const std::string& scenario, const std::string& changed,
                              const std::string& base) {
  if (!context.reading.money_period())
    return std::string(context.say(
        "Over geld zegt dit resultaat niets: dat van een regio telt per heel kalenderjaar, en er is er geen.",
        "This result says nothing about money: that of a region counts by whole calendar year, and there is none."));
  const Difference net = context.reading.money_difference(scenario, context.reference, net_of_governments);
  Finding finding{money_measure(net, context.tongue), "", context.money_period(), context.label(scenario),
                  context.label(context.reference),   net};
  finding.measure.subject =
      context.say("wat alle overheden samen overhouden", "what all governments together have left");
  std::string text = sentence_about(finding, context.tongue);
  const MeasureCost cost = cost_between(context, changed, base);
  if (!is_visible(cost.all) || !(cost.all.mean > 0)) return text;
  text += " " + fmt::format(
                    fmt::runtime(context.say("De maatregelen van {} kosten overheden gemiddeld {} per jaar meer dan {}",
                                             "The measures of {} cost governments {} a year more on average than {}")),
                    in_quotes(context.label(changed)), euro(cost.all.mean, half_of(cost.all), context.tongue),
                    in_quotes(context.label(base)));
  if (!cost.payer.empty())
    text += fmt::format(fmt::runtime(cost.paid > cost.all.mean / 2
                                         ? context.say("; het meeste daarvan komt van {}", "; most of it comes from {}")
                                         : context.say("; de grootste betaler is {}", "; the largest payer is {}")),
                        actor_name(cost.payer, context.tongue));
  return text + ".";
}

/// Scenarios whose every run ends in the world of the reference.
std::vector<std::string> equal_to_reference(const Context& context) {
  std::map<std::pair<std::string, std::uint32_t>, std::string> hashes;
  for (const Store::Runs& run : context.store().runs())
    if (run.status == "done") hashes[{run.scenario, run.replicate}] = run.hash;
  std::vector<std::string> equal;
  for (const std::string& scenario : context.scenarios) {
    const auto& pairs = context.reading.pairs(scenario, context.reference);
    if (std::ranges::all_of(pairs, [&](std::uint32_t replicate) {
          return hashes[{scenario, replicate}] == hashes[{context.reference, replicate}];
        }))
      equal.push_back(scenario);
  }
  return equal;
}

void add_notices(Section& section, const Context& context) {
  const auto notice = [&](std::string text) { section.blocks.push_back(Paragraph{std::move(text), true}); };
  for (const std::string& scenario : equal_to_reference(context))
    notice(fmt::format(fmt::runtime(context.say("{} is in elke doorrekening gelijk aan {}: de instellingen veranderen "
                                                "niets.",
                                                "{} equals {} in every run: its settings change nothing.")),
                       in_quotes(context.label(scenario)), in_quotes(context.label(context.reference))));
  std::size_t failed = 0;
  for (const Store::Runs& run : context.store().runs()) failed += run.status != "done" ? 1 : 0;
  if (failed > 0)
    notice(fmt::format(fmt::runtime(context.say("{} doorrekeningen zijn mislukt en tellen niet mee.",
                                                "{} runs failed and do not count.")),
                       failed));
  const std::uint32_t weight = context.store().header().weight;
  const Runs runs = runs_per_scenario(context);
  std::string basis =
      fmt::format(fmt::runtime(context.say("Deze cijfers rusten op {} doorrekeningen per scenario, met {}.",
                                           "These figures rest on {} runs per scenario, with {}.")),
                  to_text(runs),
                  weight == 1 ? std::string(context.say("elke inwoner", "every resident"))
                              : fmt::format(fmt::runtime(context.say("één op de {} inwoners", "one resident in {}")),
                                            whole(weight, context.tongue)));
  if (runs.least < 10 || weight > 10)
    basis += context.say(
        " Dat is genoeg om rond te kijken; neem meer doorrekeningen of een fijnere steekproef voor een "
        "besluit.",
        " That is enough to look around; take more runs or a finer sample before deciding.");
  notice(std::move(basis));
  notice(std::string(context.say(
      "Een model voorspelt niet: lees verschillen tussen scenario's, geen standen. De marge zegt wat toeval "
      "kan doen, niet of de aannames kloppen.",
      "A model does not predict: read differences between scenarios, not levels. The margin says what chance "
      "can do, not whether the assumptions hold.")));
}

}  // namespace

Section answer_section(const Context& context) {
  Section section{"answer", std::string(context.say("Het antwoord", "The answer")), {}};
  const std::string first = most_different(context);
  const auto variants = variants_of(context);
  const std::string base = variants ? variants->base : context.reference;
  const std::string changed =
      variants ? best_of(context, variants->scenarios, base) : best_of(context, context.scenarios, context.reference);
  List sentences;
  sentences.items.push_back(sentence_about(context.finding(first, context.reference, context.main), context.tongue) +
                            luck_among(context, first, context.scenarios, context.reference));
  sentences.items.push_back(variants ? sentence_on_variants(context, *variants, changed)
                                     : sentence_beside(context, first));
  sentences.items.push_back(sentence_on_money(context, first, changed, base));
  sentences.ordered = true;
  section.blocks.push_back(std::move(sentences));
  add_notices(section, context);
  return section;
}

}  // namespace polder::report
