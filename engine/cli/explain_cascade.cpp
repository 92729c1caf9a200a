// polder explain cascade STUDY: what follows if a plant closes, as a graph of suppliers, services and workers.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "cli/explain.h"
#include "data/problems.h"
#include "polder/simulation/simulation.h"
#include "systems/firms/firms.h"

namespace polder::cli {
namespace {

/// An edge of the graph: so many jobs at `to` hang on `from`.
struct Edge {
  std::string kind, from, to, name;
  double km = 0;    // from the plant; below 0: not a place
  double jobs = 0;  // [persons]
};

/// The plant, and who works there.
struct Plant {
  std::string name;
  FirmIndex firm{};
  double jobs = 0;  // filled [persons]
};

Plant plant_called(const std::string& name, const Study& study, const Experiment& experiment) {
  std::vector<std::string> known;
  for (const TrackedPlant& tracked : experiment.tracked) {
    known.push_back(tracked.name);
    if (!name.empty() && tracked.name != name) continue;
    return {tracked.name, tracked.firm,
            static_cast<double>(experiment.world.firms.jobs[tracked.firm]) * experiment.world.weight};
  }
  if (known.empty())
    refuse("E114", "polder explain cascade", fmt::format("no firm of {} closes or threatens to leave", study.name),
           "give a scenario the event firm_closes or firm_threatens");
  const std::string near = data::nearest(name, known);
  refuse("E114", "--firm", fmt::format("no firm called '{}' closes or threatens to leave", name),
         near.empty() ? fmt::format("firms: {}", fmt::join(known, ", ")) : fmt::format("did you mean '{}'?", near));
}

/// Mean distance of a region's jobs from a municipality [km].
double distance(const Country& country, MunicipalityIndex from, RegionIndex region) {
  double jobs = 0, sum = 0;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (country.municipalities[m].region != region) continue;
    for (const double here : country.municipalities[m].jobs) {
      jobs += here;
      sum += here * country.kilometres(from, m);
    }
  }
  return jobs > 0 ? sum / jobs : -1;
}

class Cascade {
 public:
  Cascade(const Experiment& experiment, const Plant& plant, Language language)
      : world_(experiment.world), country_(experiment.model.country), plant_(plant), language_(language) {
    const Inputs inputs = inputs_for(experiment, experiment.scripts.front(), experiment.from);
    where_ = world_.firms.municipality[plant.firm];
    followers_ = firms::followers_of(world_, inputs, where_, world_.firms.sector[plant.firm], plant.jobs);
    suppliers();
    services();
    workers();
  }
  const std::vector<Edge>& edges() const { return edges_; }

 private:
  void add(std::string kind, std::string from, std::string to, std::string name, double km, double jobs) {
    if (jobs > 0) edges_.push_back({std::move(kind), std::move(from), std::move(to), std::move(name), km, jobs});
  }
  std::string sector_name(SectorIndex sector) const {
    return std::string(in(language_, country_.sectors[sector].name_nl, country_.sectors[sector].name_en));
  }

  /// Over the sectors of a region.
  double total(const std::vector<double>& jobs, RegionIndex region) const {
    double sum = 0;
    for (const SectorIndex sector : rows_of(country_.sectors)) sum += jobs[firms::cell(country_, region, sector)];
    return sum;
  }

  void suppliers() {
    for (const RegionIndex region : rows_of(country_.regions)) {
      const Area& area = country_.regions[region];
      const double km = distance(country_, where_, region);
      const std::string node = area.code + ":suppliers";
      add("suppliers", plant_.name, node, area.name, km, total(followers_.suppliers, region));
      for (const SectorIndex sector : rows_of(country_.sectors))
        add("sector", node, area.code + ":" + country_.sectors[sector].code, area.name + ", " + sector_name(sector), km,
            followers_.suppliers[firms::cell(country_, region, sector)]);
    }
  }
  void services() {
    for (const RegionIndex region : rows_of(country_.regions)) {
      const Area& area = country_.regions[region];
      const double km = distance(country_, where_, region);
      add("services", plant_.name, area.code + ":services", area.name, km,
          total(followers_.services_of_workers, region));
      add("services", area.code + ":suppliers", area.code + ":services", area.name, km,
          total(followers_.services_of_suppliers, region));
    }
  }
  void workers() {
    Column<OccupationIndex, double> by_occupation(country_.occupations.size(), 0);
    Column<MunicipalityIndex, double> by_home(country_.municipalities.size(), 0);
    for (const ResidentIndex person : rows_of(world_.residents.now)) {
      const Situation& now = world_.residents.now[person];
      if (!works(now.labour) || now.employer != plant_.firm) continue;
      by_occupation[world_.residents.profile[person].trade()] += world_.weight;
      by_home[world_.residents.profile[person].municipality()] += world_.weight;
    }
    for (const OccupationIndex o : rows_of(by_occupation))
      add("occupation", plant_.name, country_.occupations[o].code,
          std::string(in(language_, country_.occupations[o].name_nl, country_.occupations[o].name_en)), -1,
          by_occupation[o]);
    for (const MunicipalityIndex m : rows_of(by_home))
      add("home", plant_.name, country_.municipalities[m].code, country_.municipalities[m].name,
          country_.kilometres(where_, m), by_home[m]);
  }

  const World& world_;
  const Country& country_;
  const Plant& plant_;
  Language language_;
  MunicipalityIndex where_{};
  firms::Followers followers_;
  std::vector<Edge> edges_;
};

std::string_view band_of(double km, const Parameters& parameters, Language language) {
  if (km < 0) return "";
  if (km <= parameters.chain.near_km) return in(language, "dichtbij", "near");
  return km <= parameters.chain.middle_km ? in(language, "midden", "middle") : in(language, "ver", "far");
}

Table table_of(const std::vector<Edge>& edges, const Parameters& parameters, Language language) {
  Table table{{"kind", "from", "to", "name", "distance", "jobs"}, {}, {}};
  table.titles = language == Language::Nl ? std::vector<std::string>{"soort", "van", "naar", "naam", "afstand", "banen"}
                                          : std::vector<std::string>{"kind", "from", "to", "name", "distance", "jobs"};
  for (const Edge& edge : edges)
    table.rows.push_back({edge.kind, edge.from, edge.to, edge.name, std::string(band_of(edge.km, parameters, language)),
                          std::round(edge.jobs * 10) / 10});
  return table;
}

/// By kind the largest first; in the text for people what is below a job is added up.
std::vector<Edge> in_order(std::vector<Edge> edges, bool short_text) {
  constexpr std::array<std::string_view, 5> kinds{"suppliers", "sector", "services", "occupation", "home"};
  std::vector<Edge> sorted;
  for (const std::string_view kind : kinds) {
    std::vector<Edge> some;
    Edge rest{std::string(kind), "", "", "...", -1, 0};
    for (Edge& edge : edges) {
      if (edge.kind != kind) continue;
      if (short_text && edge.jobs < 1)
        rest.jobs += edge.jobs;
      else
        some.push_back(std::move(edge));
    }
    std::stable_sort(some.begin(), some.end(), [](const Edge& a, const Edge& b) { return a.jobs > b.jobs; });
    sorted.insert(sorted.end(), some.begin(), some.end());
    if (rest.jobs > 0) sorted.push_back(rest);
  }
  return sorted;
}

std::string in_quotes(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
  return quoted + '"';
}

std::string_view node_kind(const std::string& kind, Language language) {
  if (kind == "suppliers") return in(language, "leveranciers", "suppliers");
  return kind == "services" ? in(language, "diensten", "services") : "";
}

/// GraphViz: a node per end, an edge per row of the table for people, as thick as its share of the plant's jobs.
std::string dot_of(const std::vector<Edge>& edges, const Plant& plant, Language language) {
  std::string text = fmt::format("digraph {} {{\n  rankdir=LR;\n  node [shape=box];\n", in_quotes(plant.name));
  const auto node = [&](const std::string& id, const std::string& label) {
    text += fmt::format("  {} [label={}];\n", in_quotes(id), in_quotes(label));
  };
  node(plant.name, fmt::format("{}: {:.0f}", plant.name, plant.jobs));
  std::set<std::string> drawn;
  for (const Edge& edge : edges) {
    const std::string_view kind = node_kind(edge.kind, language);
    if (!edge.to.empty() && drawn.insert(edge.to).second)
      node(edge.to, kind.empty() ? edge.name : fmt::format("{}, {}", edge.name, kind));
  }
  for (const Edge& edge : edges)
    if (!edge.to.empty())
      text += fmt::format("  {} -> {} [label=\"{:.0f}\", penwidth={:.2f}];\n", in_quotes(edge.from), in_quotes(edge.to),
                          edge.jobs, 1 + 4 * std::min(1.0, edge.jobs / std::max(plant.jobs, 1.0)));
  return text + "}\n";
}

}  // namespace

std::string explain_cascade(const Study& study, const std::string& firm, const OutputOptions& output) {
  const Experiment experiment = prepare(study);
  const Plant plant = plant_called(firm, study, experiment);
  const Cascade cascade(experiment, plant, output.language);
  const Parameters& parameters = experiment.model.parameters;
  const bool people = output.format == Format::Text;
  const Table table = table_of(in_order(cascade.edges(), people), parameters, output.language);
  if (output.format == Format::Dot) return dot_of(in_order(cascade.edges(), true), plant, output.language);
  if (!people) return to_text(table, output.format);
  double suppliers = 0, services = 0;
  for (const Edge& edge : cascade.edges()) {
    if (edge.kind == "suppliers") suppliers += edge.jobs;
    if (edge.kind == "services") services += edge.jobs;
  }
  const std::string_view heading =
      in(output.language,
         "{}: {:.0f} banen; op den duur hangen er {:.0f} bij leveranciers en {:.0f} in plaatselijke diensten aan",
         "{}: {:.0f} jobs; in the end {:.0f} at suppliers and {:.0f} in local services hang on them");
  return fmt::format(fmt::runtime(heading), plant.name, plant.jobs, suppliers, services) + "\n\n" +
         to_text(table, output.format);
}

}  // namespace polder::cli
