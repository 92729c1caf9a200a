// Who pays and who benefits.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "compare/actors.h"
#include "report/sections.h"

namespace polder::report {
namespace {

constexpr std::size_t most_flows = 10;
constexpr double least_share = .005;  // of the largest flow: less is a hair line
constexpr double least_amount = 500;  // [EUR/year] less is nothing in millions with three decimals

/// The largest payments that visibly change, largest first.
std::vector<std::pair<Payment, Difference>> changed_payments(const Context& context, const std::string& scenario) {
  std::vector<std::pair<Payment, Difference>> changed;
  for (const auto& [payment, difference] : context.reading.payment_differences(scenario, context.reference))
    if (is_visible(difference) && std::abs(difference.mean) >= least_amount) changed.emplace_back(payment, difference);
  std::ranges::stable_sort(
      changed, [](const auto& a, const auto& b) { return std::abs(a.second.mean) > std::abs(b.second.mean); });
  return changed;
}

double net_of_actor(const Payments& payments, const std::string& actor) {
  double sum = 0;
  for (const auto& [payment, euro] : payments) {
    if (payment.payee == actor) sum += euro;
    if (payment.payer == actor) sum -= euro;
  }
  return sum;
}

Measure millions() {
  Measure measure;
  measure.factor = 1e-6;
  measure.finest = 2 * least_amount * measure.factor;
  return measure;
}

Figure flows_figure(const Context& context) {
  Figure figure{
      "money-flows",
      fmt::format(fmt::runtime(context.say("Betalingen die veranderen: verschil met {} in mln euro per jaar, {}",
                                           "Payments that change: difference with {} in million euro a year, "
                                           "{}")),
                  in_quotes(context.label(context.reference)), context.money_period()),
      "",
      Flows{},
      {}};
  figure.table.heads = {
      std::string(context.say("scenario", "scenario")), std::string(context.say("van", "from")),
      std::string(context.say("waarvoor", "for")), std::string(context.say("aan", "to")),
      std::string(context.say("verschil in mln euro (marge)", "difference in million euro (margin)"))};
  figure.table.first_number = 4;
  const Flow* largest = nullptr;
  auto& panels = std::get<Flows>(figure.chart).panels;
  for (const std::string& scenario : context.shown) {
    FlowPanel panel{context.label(scenario), {}};
    for (const auto& [payment, d] : changed_payments(context, scenario)) {
      Flow flow{actor_name(payment.payer, context.tongue), actor_name(payment.payee, context.tongue),
                purpose_name(payment.purpose, context.tongue), euro(d.mean, half_of(d), context.tongue, true), d.mean};
      figure.table.rows.push_back(
          {panel.label, flow.payer, flow.purpose, flow.payee, difference_text(d, millions(), context.tongue)});
      const double largest_here = panel.flows.empty() ? 0 : std::abs(panel.flows.front().amount);
      if (panel.flows.size() < most_flows && std::abs(d.mean) >= least_share * largest_here)
        panel.flows.push_back(std::move(flow));
    }
    panels.push_back(std::move(panel));
  }
  const FlowPanel* of = nullptr;
  for (const FlowPanel& panel : panels)
    for (const Flow& flow : panel.flows)
      if (largest == nullptr || std::abs(flow.amount) > std::abs(largest->amount)) largest = &flow, of = &panel;
  if (largest != nullptr)
    figure.summary =
        fmt::format(fmt::runtime(context.say("De grootste verandering is die met {}: {} van {} aan {}, {} per jaar.",
                                             "The largest change is that with {}: {} from {} to {}, {} a year.")),
                    in_quotes(of->label), largest->purpose, largest->payer, largest->payee, largest->text);
  return figure;
}

Figure nets_figure(const Context& context) {
  Figure figure{"money-nets",
                fmt::format(fmt::runtime(context.say("Wie houdt meer of minder over: verschil met {} in mln euro per "
                                                     "jaar, {}",
                                                     "Who has more or less left: difference with {} in million euro a "
                                                     "year, {}")),
                            in_quotes(context.label(context.reference)), context.money_period()),
                std::string(context.say("Ontvangen min betaald, per partij. Rechts van nul houdt een partij meer over. "
                                        "Alle partijen samen komen op nul uit.",
                                        "Received less paid, by party. Right of nothing a party has more left. All "
                                        "parties together come to nothing.")),
                Dots{},
                {}};
  figure.table.heads = {std::string(context.say("partij", "party")), std::string(context.say("scenario", "scenario")),
                        std::string(context.say("verschil in mln euro (marge)", "difference in million euro (margin)")),
                        std::string(context.say("hoe zeker", "how sure"))};
  figure.table.first_number = 2;
  for (const ActorName& one : actor_names) {
    const std::string actor(one.key);
    DotPanel panel{with_capital(actor_name(actor, context.tongue)), {}};
    bool any = false;
    for (const std::string& scenario : context.shown) {
      const Difference d = context.reading.money_difference(
          scenario, context.reference, [&](const Payments& payments) { return net_of_actor(payments, actor); });
      any = any || (is_visible(d) && std::abs(d.mean) >= least_amount);
      panel.dots.push_back(dot_of(context.label(scenario), d, millions(), context.tongue));
      const Dot& dot = panel.dots.back();
      figure.table.rows.push_back({panel.title, dot.label, dot.text, certainty_text(d, context.tongue)});
    }
    if (any) std::get<Dots>(figure.chart).panels.push_back(std::move(panel));
  }
  return figure;
}

}  // namespace

MeasureCost cost_between(const Context& context, const std::string& scenario, const std::string& other) {
  MeasureCost cost{context.reading.money_difference(scenario, other, cost_of_measures), {}, 0};
  for (const ActorName& one : actor_names) {
    if (!one.government) continue;
    const std::string actor(one.key);
    const Difference d = context.reading.money_difference(scenario, other, [&](const Payments& payments) {
      double paid = 0;
      for (const auto& [payment, amount] : payments)
        if (!is_consequence(payment.purpose))
          paid += amount * ((payment.payer == actor ? 1 : 0) - (payment.payee == actor ? 1 : 0));
      return paid;
    });
    if (is_visible(d) && d.mean > cost.paid) cost.paid = d.mean, cost.payer = actor;
  }
  return cost;
}

Section money_section(const Context& context) {
  Section section{"money", std::string(context.say("Wie betaalt, wie profiteert", "Who pays, who benefits")), {}};
  if (!context.reading.money_period()) return section;
  Figure nets = nets_figure(context);
  if (std::get<Dots>(nets.chart).panels.empty()) {
    section.blocks.push_back(
        Paragraph{std::string(context.say("Geen enkele partij houdt zichtbaar meer of minder over dan anders.",
                                          "No party visibly has more or less left than otherwise."))});
    return section;
  }
  Figure flows = flows_figure(context);
  if (!flows.table.rows.empty()) section.blocks.push_back(std::move(flows));
  section.blocks.push_back(std::move(nets));
  return section;
}

}  // namespace polder::report
