// Councils and colleges, their ties, and what they decide: what changes during a run.
#pragma once

#include <array>
#include <cstdint>

#include "polder/base/index.h"
#include "polder/base/month.h"
#include "polder/base/quantity.h"
#include "polder/world/tasks.h"

namespace polder {

inline constexpr std::size_t most_parties = 24;

/// What a college pursues. The reference's values; a scenario may impose others, an agreement of the coalition too.
struct Course {
  double emphasis = 0;            // regional emphasis [share]
  double integration = -1;  // of the portfolios [share]; in what is imposed below 0: a design, see portfolio_design.h
  double linking_hours = 0;  // of boundary spanners [hours/month]
  double tools = 0;  // use of others' analyses [share]
  double framing = 0;  // agreements are about organising (1) or about contributing (0)
  double verbs = .5;  // share of ambitions put in verbs
  double coupling_statutory = 0;  // of joint bodies to planning and control [share]
  double coupling_network = 0;  // of networks and centre municipalities
  double agenda_space = 0;  // of the council's agenda for the region [share]
  double entrepreneurs = 0;  // sessions of the council with entrepreneurs [1/year]
  double meet_share = .5;  // of the hours of onboarding for meeting partners, the rest for dossiers
  double align = 0;  // of its plans with the programmes of Rijk [share]
  double wgr_effort = 0;  // put into input for the amendment of the Wgr [share]
  double sessions_with_entrepreneurs() const { return entrepreneurs / 12; }  // [1/month]
  friend bool operator==(const Course&, const Course&) = default;
};

/// Council and college of a municipality. Every member is as wide as its neighbours: bytes are hashed.
struct Council {
  std::array<std::uint8_t, most_parties> seats{};  // by party
  std::uint32_t coalition = 0;  // parties in the college, a bit each, and `fallen`
  Month elected, agreed;  // never: as in the figures; `agreed` of a fallen college: when it fell
  Course course;
  double engagement = 0;  // of the council with the region [share]
  double control = 1, transparency = 0, performance = .5, legitimacy = .5;  // [share]
  double hours = 0;  // that the region asks of aldermen [hours/month]
  double attention = 1;  // share of it that they have
  /// Slow means and variances of dependency on benefits and of unemployment [share], for performance.
  double dependency_mean = 0, dependency_variance = 0, unemployment_mean = 0, unemployment_variance = 0;

  /// Whether a party is in the college.
  bool governs(std::size_t party) const { return (coalition >> party & 1u) != 0; }
  /// Bit of `coalition`: the college fell, and carries on until another has formed.
  static constexpr std::uint32_t fallen = 1u << 31;
  /// Whether the college fell, and no council was elected since.
  bool has_fallen() const { return (coalition & fallen) != 0 && agreed > elected; }
  /// Whether a college is to form, after an election or a fall; until then the last one carries on.
  bool forming() const { return agreed < elected || (coalition & fallen) != 0; }
  Month vacant_since() const { return has_fallen() ? agreed : elected; }
  friend bool operator==(const Council&, const Council&) = default;
};

/// A government or agency that has ties with others: municipalities by row, then provinces, uwv, employers, Rijk.
enum class GovernmentIndex : std::uint16_t {};

/// Trust between two governments, `a` before `b`.
struct Tie {
  GovernmentIndex a{}, b{};
  std::uint16_t delivered = 0, breached = 0;  // agreements of this month
  double trust = 0;
  friend bool operator==(const Tie&, const Tie&) = default;
};

enum class DecisionStep : std::uint8_t {
  Proposed,
  Prepared,
  Voted,
  Adopted,
  Rejected,
  Lapsed,
  Executed,
  Breached,
  Elected,
  Agreed,
  Fell,  // a college
  Joined,  // an arrangement, or had a task taken over
  Left,
  Awarded,  // a deal with Rijk
  Merged  // into another municipality
};

/// A step of a decision, for the record; of this month only.
struct Decision {
  std::uint32_t proposal = 0;  // number of what it belongs to; of a merger the row of the municipality that is left
  MunicipalityIndex actor{};  // none: the whole body, province or Rijk
  BodyIndex body = none<BodyIndex>;
  Task task = no_task;  // no_task: of elections and colleges
  Level level{};
  DecisionStep step{};
  std::uint8_t outcome = 0;  // 1: yes
  std::uint16_t waited = 0;  // [months] since it was proposed
  std::uint16_t reason = 0;  // see government/decisions.h
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// A proposal on its way: help to the workers of a plant, which every member of the body, or the municipality alone,
/// has to accept; or a task of a region's municipalities that goes to `level`, for those who join.
struct Proposal {
  std::uint32_t number = 0;
  std::uint16_t subject = 0;  // help: row of World::endangered
  RegionIndex region = none<RegionIndex>;  // that of a task that moves; none: help
  MunicipalityIndex proposer{};
  BodyIndex body = none<BodyIndex>;  // none: the municipality decides alone, or a level above it
  Month since, next;  // proposed; month of the next step
  Task task{};
  Level level{};
  std::uint8_t rounds = 0;
  DecisionStep stage = DecisionStep::Proposed;
  friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// Who awards money at a call.
enum class Fund : std::uint8_t { Rijk, Esf };

/// Money for a labour-market region that won a call, in equal instalments.
struct Deal {
  RegionIndex region{};
  Month from, until;  // first and last month
  std::uint8_t partners = 0;  // municipalities that bid together
  Fund fund = Fund::Rijk;
  Cents yearly = 0;  // [cents/year]
  friend bool operator==(const Deal&, const Deal&) = default;
};
static_assert(sizeof(Deal) == 16 && sizeof(Proposal) == 20, "no padding: bytes are hashed");

/// A yes that a municipality gave to a proposal.
struct Consent {
  std::uint32_t proposal = 0;
  MunicipalityIndex municipality{};
  std::uint16_t yes = 0;
  friend bool operator==(const Consent&, const Consent&) = default;
};

}  // namespace polder
