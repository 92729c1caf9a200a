// What the answer depends on: a second result, of a design that varies assumptions.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "polder/scenario/lever.h"
#include "polder/scenario/parameters.h"
#include "report/sections.h"
#include "sensitivity/analysis.h"

namespace polder::report {
namespace {

/// How a design weighs its inputs, and what a weight says.
struct Weighing {
  DesignKind kind;
  std::string_view measure;  // of sensitivity::Finding; of `mean` the spread of the means
  bool of_outcome;           // in the unit of the outcome; or a share
  std::string_view nl, en;
};
constexpr std::array<Weighing, 6> weighings{
    {{DesignKind::LatinHypercube, "rank_correlation", false,
      "De balk zegt hoe sterk de uitkomst meebeweegt met de aanname: van 0 (niet) tot 1 (geheel). Een min betekent: "
      "tegen "
      "de aanname in (rangcorrelatie).",
      "The bar says how closely the outcome moves with the assumption: from 0 (not) to 1 (wholly). A minus means: "
      "against "
      "the assumption (rank correlation)."},
     {DesignKind::Sobol, "total", false,
      "De balk zegt welk deel van wat de uitkomst varieert met de aanname samenhangt: van 0 tot 1 (totale "
      "Sobol-index).",
      "The bar says which part of what the outcome varies goes with the assumption: from 0 to 1 (total Sobol index)."},
     {DesignKind::Grid, "total", false,
      "De balk zegt welk deel van wat de uitkomst varieert met de aanname samenhangt, van 0 tot 1.",
      "The bar says which part of what the outcome varies goes with the assumption, from 0 to 1."},
     {DesignKind::Morris, "mu_star", true,
      "De balk zegt hoeveel de uitkomst gemiddeld verandert over het hele bereik van de aanname, omhoog of omlaag "
      "(Morris).",
      "The bar says how much the outcome changes on average over the whole range of the assumption, up or down "
      "(Morris)."},
     {DesignKind::OneAtATime, "mean", true,
      "De balk zegt hoe ver de gemiddelde uitkomsten bij de waarden van de aanname uit elkaar liggen.",
      "The bar says how far apart the mean outcomes at the values of the assumption lie."},
     {DesignKind::List, "mean", true,
      "De balk zegt hoe ver de gemiddelde uitkomsten bij de waarden van de aanname uit elkaar liggen.",
      "The bar says how far apart the mean outcomes at the values of the assumption lie."}}};

/// What an input weighs in a scenario.
struct Weight {
  std::string input, scenario;
  sensitivity::Estimate estimate;
  double size() const { return std::isnan(estimate.value) ? 0 : std::abs(estimate.value); }
};

/// What the design answers, in the words of the report.
struct Answer {
  const Store& store;
  Outcome outcome;
  sensitivity::Analysis analysis;
  const Weighing& weighing;
  std::vector<Weight> weights;  // the heaviest first
};

InputError nothing_about(const Store& design, std::string message) {
  Problem one;
  one.code = "E375";
  one.file = design.folder().string();
  one.message = std::move(message);
  one.help = "give --sensitivity the result of a design over parameters that measures one of the report's key figures";
  return InputError({one});
}

/// Of the outcomes of the report, what it is about first, one that the design measures, in the months that both have.
Outcome outcome_in(const Store& design, const Context& context) {
  std::vector<Outcome> candidates{context.main};
  for (const Outcome& outcome : outcomes_of_area(context))
    if (outcome.measure.better != 0) candidates.push_back(outcome);
  const StoreHeader& header = design.header();
  for (Outcome& outcome : candidates) {
    Question& question = outcome.question;
    const auto areas = question.part.empty() ? design.areas() : design.areas_of(question.part);
    const bool measured = std::ranges::any_of(
        design.dictionary(), [&](const Store::Column& column) { return column.key == question.indicator; });
    if (!measured || std::ranges::find(areas, question.area) == areas.end()) continue;
    const Month from = std::max(*month_from_text(question.from), header.from),
                to = std::min(*month_from_text(question.to), header.to);
    if (to < from) continue;
    question.from = to_text(from);
    question.to = to_text(to);
    outcome.when = months_between(from, to, context.tongue);
    return outcome;
  }
  throw nothing_about(design, "this result measures no key figure of the report in the same place and months");
}

std::vector<Weight> weights_in(const sensitivity::Analysis& analysis, const Weighing& weighing) {
  std::vector<Weight> weights;
  for (const sensitivity::Finding& each : analysis.findings) {
    if (each.measure != weighing.measure) continue;
    const auto same = [&](const Weight& weight) {
      return weight.input == each.input && weight.scenario == each.scenario;
    };
    auto found = std::ranges::find_if(weights, same);
    if (found == weights.end()) found = weights.insert(weights.end(), {each.input, each.scenario, each.estimate});
    if (each.measure != "mean") continue;
    // The interval holds the least and the most of the means, the value how far they are apart.
    sensitivity::Estimate& spread = found->estimate;
    if (std::isnan(spread.low)) spread.low = spread.high = each.estimate.value;
    spread.low = std::min(spread.low, each.estimate.value);
    spread.high = std::max(spread.high, each.estimate.value);
    spread.value = spread.high - spread.low;
  }
  std::ranges::stable_sort(weights, std::ranges::greater(), &Weight::size);
  return weights;
}

Answer answer_of(const Store& design, const Context& context) {
  const auto made = sensitivity::design_of(design);
  if (made && std::ranges::none_of(made->axes, &Axis::is_parameter))
    throw nothing_about(design, "this result varies levers, not assumptions");
  Outcome outcome = outcome_in(design, context);
  const Question& question = outcome.question;
  sensitivity::Analysis analysis = sensitivity::analyse(
      design, {question.indicator, question.area, question.from, question.to, std::nullopt, question.part});
  const Weighing& weighing = *std::ranges::find(weighings, analysis.design.kind, &Weighing::kind);
  std::vector<Weight> weights = weights_in(analysis, weighing);
  return {design, std::move(outcome), std::move(analysis), weighing, std::move(weights)};
}

/// A number of the analysis as it is read: of an outcome in its unit, of a share with two decimals.
std::string amount(const Answer& answer, const Context& context, double value) {
  if (std::isnan(value)) return "–";
  if (!answer.weighing.of_outcome) return number(value, .01, context.tongue);
  const double factor = answer.outcome.measure.factor;
  return number(value * factor, step_for(answer.weights.front().size() * factor / 5), context.tongue);
}

std::string weight_text(const Answer& answer, const Context& context, double value) {
  return with_unit(amount(answer, context, value),
                   answer.weighing.of_outcome ? answer.outcome.measure.difference_unit : "");
}

std::string interval_text(const Answer& answer, const Context& context, const sensitivity::Estimate& estimate) {
  if (std::isnan(estimate.low)) return "–";
  return fmt::format("{} {} {}", amount(answer, context, estimate.low), context.say("tot", "to"),
                     amount(answer, context, estimate.high));
}

/// "crisis.effect", or what the reader calls it.
std::string input_name(const Context& context, const std::string& input) {
  const std::string key = key_of_input(input);
  const auto given = context.labels.find(key);
  return given == context.labels.end() ? key : given->second;
}

std::string meaning_of(const std::string& key, Tongue tongue) {
  if (std::string meaning = meaning_of_number(key, tongue); !meaning.empty()) return meaning;
  const Lever* lever = find_lever(key);
  return lever == nullptr ? std::string() : std::string(in(tongue, lever->meaning_nl, lever->meaning_en));
}

std::string design_scenario(const Answer& answer, const Context& context, const std::string& scenario) {
  return scenario_name(answer.store.header(), scenario, context.tongue, context.labels);
}

/// Of every input the scenario in which it weighs most.
std::vector<Weight> heaviest_of_each(const std::vector<Weight>& weights) {
  std::vector<Weight> found;
  for (const Weight& weight : weights)
    if (std::ranges::find(found, weight.input, &Weight::input) == found.end()) found.push_back(weight);
  return found;
}

/// Which inputs weigh most, and of how many that can be told from luck.
std::string weights_summary(const Answer& answer, const Context& context, const std::vector<Weight>& heaviest) {
  const auto told = [&](const Weight& weight) {
    return fmt::format("{} ({}, {})", in_quotes(input_name(context, weight.input)),
                       weight_text(answer, context, weight.estimate.value),
                       in_quotes(design_scenario(answer, context, weight.scenario)));
  };
  const std::string next =
      heaviest.size() > 1 ? fmt::format("{} {}", context.say(", daarna", ", then"), told(heaviest[1])) : std::string();
  std::string text = fmt::format(fmt::runtime(context.say("Het zwaarst weegt {}{}. ", "{} weighs most{}. ")),
                                 told(heaviest.front()), next);
  if (answer.weighing.kind == DesignKind::LatinHypercube) {
    const auto visible = std::ranges::count_if(
        heaviest, [](const Weight& weight) { return weight.estimate.low > 0 || weight.estimate.high < 0; });
    text += visible == 0 ? std::string(context.say("Bij geen enkele aanname is dat meer dan toeval. ",
                                                   "For no assumption is that more than chance. "))
                         : fmt::format(fmt::runtime(context.say("Bij {} van de {} aannames is dat meer dan toeval. ",
                                                                "For {} of the {} assumptions that is more than "
                                                                "chance. ")),
                                       visible, heaviest.size());
  }
  return text + std::string(context.say(answer.weighing.nl, answer.weighing.en));
}

Figure weights_figure(const Answer& answer, const Context& context) {
  const std::vector<Weight> heaviest = heaviest_of_each(answer.weights);
  const Outcome& outcome = answer.outcome;
  Figure figure{"sensitivity-weights",
                fmt::format("{}: {} {}, {} {}, {}",
                            context.say("Welke aannames het zwaarst wegen", "Which assumptions weigh most"),
                            outcome.measure.name, outcome.where, context.say("verschil met", "difference with"),
                            in_quotes(design_scenario(answer, context, answer.store.header().reference)), outcome.when),
                weights_summary(answer, context, heaviest),
                Bars{},
                {}};
  for (const Weight& weight : heaviest)
    std::get<Bars>(figure.chart)
        .bars.push_back(
            {input_name(context, weight.input), weight_text(answer, context, weight.estimate.value), weight.size()});
  figure.table.heads = {
      std::string(context.say("aanname", "assumption")),
      std::string(context.say("scenario", "scenario")),
      std::string(context.say("betekenis (Engels)", "meaning")),
      std::string(context.say("bereik", "range")),
      std::string(context.say("herkomst", "status")),
      std::string(context.say("gewicht", "weight")),
      std::string(answer.weighing.measure == "mean" ? context.say("laagste tot hoogste", "least to most")
                                                    : context.say("95%-marge", "95 % margin"))};
  figure.table.first_number = 5;
  for (const Weight& weight : answer.weights) {
    const std::string key = key_of_input(weight.input);
    const auto& known = context.settings.assumptions;
    const auto assumption = std::ranges::find(known, key, &Assumption::key);
    const bool found = assumption != known.end();
    figure.table.rows.push_back({input_name(context, weight.input), design_scenario(answer, context, weight.scenario),
                                 meaning_of(key, context.tongue), found ? assumption->range : "–",
                                 found ? status_name(assumption->status, context.tongue) : "–",
                                 weight_text(answer, context, weight.estimate.value),
                                 interval_text(answer, context, weight.estimate)});
  }
  return figure;
}

/// In how many futures each scenario is best, most first.
std::vector<sensitivity::Finding> wins_in(const sensitivity::Analysis& analysis) {
  std::vector<sensitivity::Finding> wins;
  for (const sensitivity::Finding& each : analysis.findings)
    if (each.measure == "best") wins.push_back(each);
  std::ranges::stable_sort(wins, std::ranges::greater(),
                           [](const sensitivity::Finding& each) { return each.estimate.value; });
  return wins;
}

std::string wins_summary(const Answer& answer, const Context& context, const std::vector<sensitivity::Finding>& wins) {
  constexpr double always = .95, mostly = 2. / 3;
  const double share = wins.front().estimate.value / static_cast<double>(wins.front().observations);
  std::string text = fmt::format(fmt::runtime(context.say("{} is in {:.0f} van de {} toekomsten het beste.",
                                                          "{} is best in {:.0f} of {} futures.")),
                                 in_quotes(design_scenario(answer, context, wins.front().scenario)),
                                 wins.front().estimate.value, wins.front().observations);
  text += share >= always   ? context.say(" Wat men ook aanneemt, de keuze blijft zo goed als dezelfde.",
                                          " Whatever is assumed, the choice stays as good as the same.")
          : share >= mostly ? context.say(" Meestal blijft de keuze dus dezelfde, maar niet bij alle aannames.",
                                          " So the choice mostly stays the same, but not under all assumptions.")
                            : context.say(" Wat het beste is, hangt dus af van wat men aanneemt.",
                                          " So what is best depends on what is assumed.");
  double all = 0;
  for (const sensitivity::Finding& each : wins) all += each.estimate.value;
  if (all > static_cast<double>(wins.front().observations))
    text += context.say(" Bij een gelijke stand tellen beide mee.", " Where two are equal, both count.");
  if (answer.analysis.replicates < 10)
    text += fmt::format(
        fmt::runtime(context.say(" Met hoogstens {} doorrekeningen per toekomst beslist daarbij ook het toeval.",
                                 " With at most {} runs per future, chance has a say in that too.")),
        answer.analysis.replicates);
  return text;
}

Figure wins_figure(const Answer& answer, const Context& context, const std::vector<sensitivity::Finding>& wins) {
  const Outcome& outcome = answer.outcome;
  Figure figure{"sensitivity-best",
                fmt::format("{}: {} {}, {}",
                            context.say("In hoeveel toekomsten een scenario het beste is",
                                        "In how many futures a scenario is best"),
                            outcome.measure.name, outcome.where, outcome.when),
                wins_summary(answer, context, wins),
                Bars{},
                {{std::string(context.say("scenario", "scenario")), std::string(context.say("toekomsten", "futures")),
                  std::string(context.say("aandeel", "share"))},
                 {},
                 1}};
  for (const sensitivity::Finding& each : wins) {
    const std::string name = design_scenario(answer, context, each.scenario);
    const std::string times = whole(each.estimate.value, context.tongue);
    std::get<Bars>(figure.chart).bars.push_back({name, times, each.estimate.value});
    figure.table.rows.push_back(
        {name, times,
         whole(100 * each.estimate.value / static_cast<double>(each.observations), context.tongue) + " %"});
  }
  return figure;
}

std::string basis_of(const Answer& answer, const Context& context) {
  const StoreHeader& header = answer.store.header();
  std::string text = fmt::format(
      fmt::runtime(context.say(
          "Een tweede resultaat, van de studie {}, zoekt uit wat andere aannames uitmaken: {} aannames in {} "
          "combinaties, "
          "elk binnen het bereik dat de bronnen toelaten, met één op de {} inwoners en hoogstens {} doorrekeningen per "
          "combinatie. Gekeken is naar {} {} ({}).",
          "A second result, of the study {}, finds out what other assumptions change: {} assumptions in {} "
          "combinations, "
          "each within the range that the sources allow, with one resident in {} and at most {} runs per combination. "
          "It "
          "looks at {} {} ({}).")),
      in_quotes(context.tongue == Tongue::Dutch ? header.title_nl : header.title_en),
      answer.analysis.design.axes.size(), answer.analysis.design.points.size(), whole(header.weight, context.tongue),
      answer.analysis.replicates, answer.outcome.measure.subject, answer.outcome.where, answer.outcome.when);
  if (answer.analysis.missing > 0)
    text += fmt::format(fmt::runtime(context.say(" {} combinaties zonder uitkomst tellen niet mee.",
                                                 " {} combinations without an outcome do not count.")),
                        answer.analysis.missing);
  return text;
}

}  // namespace

std::string key_of_input(const std::string& input) {
  constexpr std::string_view prefix = "parameters.";
  return input.starts_with(prefix) ? input.substr(prefix.size()) : input;
}

Section sensitivity_section(const Context& context) {
  Section section{
      "sensitivity", std::string(context.say("Waar het antwoord van afhangt", "What the answer depends on")), {}};
  if (context.design == nullptr) return section;
  const Answer answer = answer_of(*context.design, context);
  section.blocks.push_back(Paragraph{basis_of(answer, context)});
  section.blocks.push_back(weights_figure(answer, context));
  if (const auto wins = wins_in(answer.analysis); !wins.empty())
    section.blocks.push_back(wins_figure(answer, context, wins));
  return section;
}

}  // namespace polder::report
