#include "report/told.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "data/yaml.h"
#include "scenario/values.h"

namespace polder::report {
namespace {

/// How the key of a lever begins, and what it is meant to move beside the usual indicators.
struct About {
  std::string_view lever;
  std::array<std::string_view, 2> indicators;
};
constexpr About abouts[] = {
    {"hc_agenda.retrain", {"training_places", "training_at_work"}},
    {"hc_agenda.train", {"training_places", "sector_mobility"}},
    {"hc_agenda.attract", {"attracted", ""}},
    {"hc_agenda.payer_shares", {"cost_province", "cost_rijk"}},
    {"hc_agenda.cross_sector", {"sector_mobility", ""}},
    {"hc_agenda.partners", {"training_places", ""}},
    {"crisis.help", {"crisis_lead_time", "cost_rijk"}},
    {"crisis.protocol", {"crisis_lead_time", "decision_time"}},
    {"tasks.crisis.level", {"crisis_lead_time", "decision_time"}},
    {"retention.", {"jobs_retained", ""}},
    {"schools.", {"school_match", "neet"}},
    {"domains.link_education", {"school_match", "forecast_error"}},
    {"info.precision", {"forecast_error", ""}},
    {"analysis.", {"info_precision", "forecast_error"}},
    {"governance.", {"scale_fit", "task_moves"}},
    {"tasks.", {"scale_fit", ""}},
    {"wage_subsidy", {"far_hire_rate", ""}},
    {"sheltered_places", {"far_hire_rate", ""}},
    {"caseload.triage", {"far_hire_rate", "distance_index"}},
    {"budget.guidance", {"far_hire_rate", "bijstand_outflow"}},
    {"border.", {"border_workers", ""}},
};

std::string text_at(const data::Node* node, std::string_view key) {
  const data::Node* value = node == nullptr ? nullptr : node->find(key);
  return value == nullptr ? std::string() : value->text;
}

int months_in(const std::string& text, int otherwise) {
  const auto quantity = parse_quantity(text);
  return quantity ? static_cast<int>(quantity->number) : otherwise;
}

/// When a plant closes by this event at the latest; `never` for other events.
Month closing_month(const data::Node& event, int usual_window) {
  if (const data::Node* closes = event.find("firm_closes"))
    return month_from_text(text_at(closes, "at")).value_or(never);
  const data::Node* threatens = event.find("firm_threatens");
  const auto from = month_from_text(text_at(threatens, "from"));
  if (!from) return never;
  return *from + months_in(text_at(threatens, "window"), usual_window) + months_in(text_at(threatens, "notice"), 0);
}

void add_indicators(const std::string& lever, std::vector<std::string>& indicators) {
  for (const About& about : abouts) {
    if (!lever.starts_with(about.lever)) continue;
    for (const std::string_view key : about.indicators)
      if (!key.empty() && std::ranges::find(indicators, key) == indicators.end()) indicators.emplace_back(key);
  }
}

}  // namespace

Told told_in(const Store& store) {
  Told told;
  data::Problems damaged;
  const data::Node tree = data::read_yaml(store.folder() / "resolved.yaml", damaged);
  const data::Node* scenarios = tree.find("scenarios");
  if (damaged.any_error() || scenarios == nullptr) return told;
  const data::Node* parameters = tree.find("parameters");
  const data::Node* window = parameters == nullptr ? nullptr : parameters->find("threat.window");
  const int usual_window = months_in(text_at(window, "value"), 0);
  for (const data::Node::Entry& scenario : scenarios->entries) {
    if (const data::Node* levers = scenario.value.find("levers"))
      for (const data::Node::Entry& lever : levers->entries) add_indicators(lever.key, told.indicators[scenario.key]);
    if (const data::Node* events = scenario.value.find("events"))
      for (const data::Node& event : events->items) {
        Month& last = told.last_closure[scenario.key];
        last = std::max(last, closing_month(event, usual_window));
      }
  }
  return told;
}

}  // namespace polder::report
