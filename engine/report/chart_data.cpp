#include "report/chart_data.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace polder::report {
namespace {

using Json = nlohmann::ordered_json;

/// Five digits are more than a chart shows.
Json figure_of(double value) {
  if (!std::isfinite(value)) return nullptr;
  return std::strtod(fmt::format("{:.5g}", value).c_str(), nullptr);
}

Json figures_of(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(figure_of(value));
  return list;
}

Json data_of(const Dots& dots) {
  Json json{{"kind", "dots"}, {"panels", Json::array()}};
  for (const DotPanel& panel : dots.panels) {
    Json list = Json::array();
    for (const Dot& dot : panel.dots)
      list.push_back({{"label", dot.label},
                      {"text", dot.text},
                      {"mean", figure_of(dot.mean)},
                      {"low", figure_of(dot.low)},
                      {"high", figure_of(dot.high)},
                      {"visible", dot.visible}});
    json["panels"].push_back({{"title", panel.title}, {"dots", std::move(list)}});
  }
  return json;
}

Json data_of(const Lines& lines) {
  Json json{{"kind", "lines"},
            {"months", lines.months},
            {"change", lines.change},
            {"reference", figures_of(lines.reference)},
            {"referenceLabel", lines.reference_label},
            {"panels", Json::array()}};
  for (const LinePanel& panel : lines.panels)
    json["panels"].push_back({{"label", panel.label},
                              {"mean", figures_of(panel.mean)},
                              {"low", figures_of(panel.low)},
                              {"high", figures_of(panel.high)}});
  return json;
}

Json data_of(const HexagonMap& map) {
  Json json{{"kind", "map"}, {"hexagons", Json::array()}, {"legend", map.legend}, {"panels", Json::array()}};
  for (const Hexagon& one : map.hexagons)
    json["hexagons"].push_back({{"column", one.column}, {"row", one.row}, {"name", one.name}});
  for (const MapPanel& panel : map.panels)
    json["panels"].push_back({{"label", panel.label}, {"classes", panel.classes}, {"texts", panel.texts}});
  return json;
}

Json data_of(const Flows& flows) {
  Json json{{"kind", "flows"}, {"panels", Json::array()}};
  for (const FlowPanel& panel : flows.panels) {
    Json list = Json::array();
    for (const Flow& flow : panel.flows)
      list.push_back({{"payer", flow.payer},
                      {"payee", flow.payee},
                      {"purpose", flow.purpose},
                      {"text", flow.text},
                      {"amount", figure_of(flow.amount)}});
    json["panels"].push_back({{"label", panel.label}, {"flows", std::move(list)}});
  }
  return json;
}

Json data_of(const Lanes& lanes) {
  Json json{
      {"kind", "lanes"}, {"from", lanes.from}, {"to", lanes.to}, {"kinds", lanes.kinds}, {"panels", Json::array()}};
  for (const LanePanel& panel : lanes.panels) {
    Json list = Json::array();
    for (const Step& step : panel.steps)
      list.push_back(
          {{"lane", step.lane}, {"month", step.month}, {"text", step.text}, {"kind", static_cast<int>(step.kind)}});
    json["panels"].push_back({{"label", panel.label}, {"lanes", panel.lanes}, {"steps", std::move(list)}});
  }
  return json;
}

Json data_of(const Spots& spots) {
  Json json{{"kind", "spots"}, {"xTitle", spots.x_title}, {"yTitle", spots.y_title}, {"spots", Json::array()}};
  for (const Spot& spot : spots.spots)
    json["spots"].push_back({{"label", spot.label},
                             {"text", spot.text},
                             {"x", figure_of(spot.x)},
                             {"y", figure_of(spot.y)},
                             {"low", figure_of(spot.low)},
                             {"high", figure_of(spot.high)}});
  return json;
}

Json data_of(const Bars& bars) {
  Json json{{"kind", "bars"}, {"bars", Json::array()}};
  for (const Bar& bar : bars.bars)
    json["bars"].push_back({{"label", bar.label}, {"text", bar.text}, {"value", figure_of(bar.value)}});
  return json;
}

}  // namespace

std::string chart_data(const Report& report) {
  Json charts = Json::object();
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* figure = std::get_if<Figure>(&block))
        charts[figure->id] = std::visit([](const auto& chart) { return data_of(chart); }, figure->chart);
  const auto say = [&](std::string_view nl, std::string_view en) { return in(report.tongue, nl, en); };
  const Json json{{"language", code_of(report.tongue)},
                  {"words",
                   {{"scenario", say("Scenario", "Scenario")},
                    {"show", say("Toon", "Show")},
                    {"all", say("alles onder elkaar", "all, one below the other")},
                    {"openAll", say("Alles openen", "Open everything")},
                    {"closeAll", say("Alles dichtdoen", "Close everything")},
                    {"allRows", say("Toon alle {} regels", "Show all {} rows")},
                    {"fewerRows", say("Toon alleen de eerste {} regels", "Show the first {} rows only")},
                    {"otherRows", say("De andere {} regels staan in het rapport op het scherm.",
                                      "The other {} rows are in the report on screen.")},
                    {"more", say("meer betaald", "more paid")},
                    {"less", say("minder betaald", "less paid")},
                    {"nothingChanges", say("Met dit scenario verandert geen betaling zichtbaar.",
                                           "With this scenario no payment visibly changes.")},
                    {"worse", say("gearceerd: minder", "hatched: less")},
                    {"invisible", say("open stip: geen zichtbaar verschil", "open dot: no visible difference")}}},
                  {"charts", std::move(charts)}};
  std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at))
    text.replace(at, 1, "\\u003c");
  return text;
}

}  // namespace polder::report
