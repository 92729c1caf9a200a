// A study as the user wrote it, checked: names are still names. simulation/resolve.h turns them into rows.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "polder/base/error.h"
#include "polder/base/month.h"
#include "polder/scenario/design.h"
#include "polder/scenario/incident.h"
#include "polder/scenario/parameters.h"

namespace polder {

/// Where in the files a setting stands, for messages after names are looked up.
struct Origin {
  std::string file;
  unsigned line = 0, column = 0, width = 1;
  std::string source_line;
};

/// A text in Dutch and English; empty: not given.
struct Wording {
  std::string nl, en;
};

/// Which establishment an event is about: a placed one by name, or the one nearest in size in a sector and
/// municipality.
struct WhichFirm {
  std::string firm;                    // name of a placed establishment; empty: chosen by the next three
  std::string municipality, sector;    // codes
  double jobs = 0;                     // [persons]
};

/// An establishment closes.
struct FirmCloses : WhichFirm {
  Month announced, at;
  Origin origin;
};

/// An establishment threatens to leave, and decides after `window` months.
struct FirmThreatens : WhichFirm {
  Month from;                          // in which the threat is known
  std::optional<int> window;           // [months] until the decision; none: threat.window
  int notice = 6;                      // [months] from the decision to leave until the closure
  double offer_elsewhere = 0;          // how good an offer from outside the region is, 0..1
  Origin origin;
};

/// Establishments of a sector go bankrupt at a higher rate and nobody takes their place, in a region or everywhere.
struct BankruptcyWave {
  std::string sector;                  // code
  std::string region;                  // code; empty: everywhere
  double rate = 0;                     // [chance/month] on top of the usual
  Month from;
  int months = 12;
  Origin origin;
};

/// A new employer opens with a number of jobs that it fills from then on.
struct EmployerArrives {
  std::string municipality, sector;  // codes
  double jobs = 0;                   // [persons]
  Month at;
  Origin origin;
};

/// A national recession: the cycle is pushed down by `depth`, linearly to the trough and back.
struct Recession {
  double depth = 0;  // [log points] below the reference path, at the trough
  Month from;
  int months = 24;   // from start to recovery
  Origin origin;
};

/// Demand of a sector grows or shrinks relative to the others, in a region or everywhere.
struct SectorTrend {
  std::string sector;  // code
  std::string region;  // code; empty: everywhere
  double rate = 0;     // [share/year]
  Month from, to;      // first and last month
  Origin origin;
};

/// A share of those who begin a programme wants one class of occupations, whatever they expect of the labour market.
struct YouthCohort {
  std::string towards;  // code of the class
  double shift = 0;     // [share]
  Month from, to;       // first and last month
  Origin origin;
};

/// Something that happens to governments in a month.
struct GovernmentEvent {
  Incident::Kind kind{};
  std::vector<std::string> who;  // codes of municipalities; empty: all, or those of the region
  std::string region;            // code; empty: none named
  std::optional<Task> task;      // none: all that they share
  std::string arrangement;       // name of one of the scenario; empty: by task
  double size = 0;               // of an election: votes to local parties [share]; of a call: budget [EUR]
  Month at;
  Origin origin;
  Fund fund = Fund::Rijk;  // of a call
  std::string into = {};   // of a merger: code of the one of `who` that is left
};

using Event = std::variant<FirmCloses, Recession, SectorTrend, EmployerArrives, FirmThreatens, BankruptcyWave,
                           YouthCohort, GovernmentEvent>;

/// An arrangement that a scenario founds: who carries out which tasks together, for how long, who pays and who votes.
struct ArrangementSetting {
  std::string name;
  Level form = Level::Network;
  std::vector<Task> tasks;
  std::vector<std::string> members;        // codes of municipalities
  std::string host;                        // code; empty: the largest member
  std::map<std::string, double> shares;  // of what it spends, by member; empty: each pays what it spends on the task
  std::map<std::string, double> votes;  // by member; empty: by inhabitants
  std::optional<Month> from, to;  // first and last month; none: always
  Origin origin;
};

/// A lever set for a period; `who` are codes of places, empty: everybody. Shares are 0..1, money is EUR per year or
/// month as the lever's unit says, choices are the number of the choice.
struct LeverSetting {
  std::string key;
  double value = 0;
  bool relative = false;  // value is a share of the reference figure (budget.guidance: 150 %)
  std::optional<Month> from, to;  // first and last month; none: always
  std::vector<std::string> who;
  Origin origin;
};

/// A parameter as a design sets it for a scenario.
struct ParameterSetting {
  std::string key;
  double value = 0;
  friend auto operator<=>(const ParameterSetting&, const ParameterSetting&) = default;
};

struct Scenario {
  std::string name;
  std::vector<Event> events;  // inherited ones first, in order of (month, file line)
  std::vector<LeverSetting> levers;  // later ones win
  std::vector<ArrangementSetting> arrangements;
  Origin origin;
  std::vector<ParameterSetting> parameters{};  // set by a design, in order of its axes; the others are the study's
  Wording title{};  // what people call it; points of a design have that of the scenario they vary
};

struct PlacedFirm {
  std::string name, municipality, sector;  // codes
  double jobs = 0;  // [persons]
  Origin origin;
};

struct Scope {
  std::string region;  // code of a labour-market region
  double ring = 0.95;  // share of its commuters, in and out, that stays inside
  Origin origin;
};

/// How precise differences to the reference must be before no more replicates are run.
struct Precision {
  std::string indicator, area;  // key; code, empty: the area in focus
  double half_width = 0;  // of the 95 % interval: in the unit of the indicator, or a share of the reference level
  bool relative = false;  // a share of the reference level
  std::uint32_t most = 0;  // replicates
  Origin origin;  // of the indicator
};

enum class Kernel : std::uint8_t { Observed, Power, Loglog };

struct Study {
  std::string name;  // folder of the study file, or the file's stem
  std::string title_nl, title_en;
  Wording question;
  std::string country;  // folder under scenarios/countries, or a path
  std::string country_folder;  // where that is on this machine
  std::string vintage;  // whose totals the tables are scaled to; empty: as the tables are
  std::uint32_t weight = 10;  // sample 1:weight
  Origin weight_origin;
  std::optional<Scope> scope;
  Month from, to;  // first and last reported month
  int warm_up = 36;  // [months]
  std::vector<PlacedFirm> placed;
  std::vector<Scenario> scenarios;  // the reference first
  std::string reference;
  std::optional<Design> design;  // its points are among the scenarios
  std::uint32_t replicates = 20;  // with `until` those of the first round
  std::optional<Precision> until;  // none: as many as said
  std::uint32_t seed = 1;
  int horizon_years = 20;  // rows are laid out for this long
  Kernel kernel = Kernel::Observed;
  bool municipalities_monthly = false;  // outputs: {municipalities: monthly}
  Parameters parameters{};  // all values in force
  std::vector<ParameterValue> parameter_values;  // the same with status and source, in order of declaration
  std::string resolved;  // resolved.yaml: every setting and default written out
  struct InputFile {
    std::string path;
    std::string name;
    std::string bytes;
  };
  std::vector<InputFile> files;  // study, what it extends, parameter and country files: what a run depends on
  std::vector<std::string> overrides;  // what the command line changed: "path=value"
  std::vector<Problem> warnings;
  std::map<std::string, std::string> place_names;  // of the country, by code: for messages

  /// "GM0153 Enschede"; the code alone where the name is not known.
  std::string named(const std::string& code) const {
    const auto found = place_names.find(code);
    return found == place_names.end() ? code : code + " " + found->second;
  }
};

}  // namespace polder
