// What a scenario lets happen to governments, in rows.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "polder/world/politics.h"

namespace polder {

/// Something that happens to a government this month.
struct Incident {
  enum class Kind : std::uint8_t {
    Election,       // of a council, outside the fixed term
    CollegeFalls,   // and another has to form
    PartnerJoins,   // a task goes to who carries it out for the others
    PartnerLeaves,  // and is carried out at home
    KeyPersonLeaves,  // trust in the municipality is what it is between strangers
    Overspend,      // an arrangement breaks its promises to all who take part
    Call,           // regions bid for deals
    Merger          // a municipality merges into another
  };
  Kind kind{};
  Fund fund = Fund::Rijk;                              // of a call
  std::uint8_t arrangement = 0;                        // Body::bundle of the named one that it is about; 0: by task
  Task task = no_task;                                 // no_task: all
  MunicipalityIndex who = none<MunicipalityIndex>;     // none: see region
  MunicipalityIndex into = none<MunicipalityIndex>;    // of a merger
  RegionIndex region = none<RegionIndex>;              // none: everywhere
  double size = 0;                                     // votes to local parties [share]; budget [EUR]
  friend bool operator==(const Incident&, const Incident&) = default;
};

/// An arrangement that the scenario founds, in force this month.
struct NamedArrangement {
  std::string name;
  std::uint8_t bundle = 0;  // of its Body
  Level form = Level::Network;
  std::vector<Task> tasks;
  MunicipalityIndex host{};
  std::vector<MunicipalityIndex> members;
  std::vector<double> shares, votes;  // by member [share]; empty: see ArrangementSetting

  bool has(Task task) const { return std::ranges::find(tasks, task) != tasks.end(); }
  /// Row of a municipality among the members; their number for others.
  std::size_t row_of(MunicipalityIndex m) const {
    return static_cast<std::size_t>(std::ranges::find(members, m) - members.begin());
  }
  friend bool operator==(const NamedArrangement&, const NamedArrangement&) = default;
};

}  // namespace polder
