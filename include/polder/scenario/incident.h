// What a scenario lets happen to governments, in rows.
#pragma once

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
    Call            // of Rijk: regions bid for deals
  };
  Kind kind{};
  MunicipalityIndex who{};             // none for a call
  RegionIndex region = none<RegionIndex>;  // of a call, where only one may bid
  bool all_tasks = true;               // or `task` only
  Task task{};
  double size = 0;                     // votes to local parties [share]; budget [EUR]
  friend bool operator==(const Incident&, const Incident&) = default;
};

/// An arrangement that the scenario founds, in force this month.
struct NamedArrangement {
  std::string name;
  Level form = Level::Network;
  std::vector<Task> tasks;
  MunicipalityIndex host{};
  std::vector<MunicipalityIndex> members;
  std::vector<double> shares, votes;  // by member [share]; empty: see ArrangementSetting
  friend bool operator==(const NamedArrangement&, const NamedArrangement&) = default;
};

}  // namespace polder
