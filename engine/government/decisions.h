// Steps of decisions and the reasons for them, in words: codes of stored results, and sentences in both languages.
#pragma once

#include <cstdint>
#include <string_view>

#include "polder/world/politics.h"

namespace polder::government {

/// Why a step came out as it did. Append only: the numbers are part of a run.
enum class Reason : std::uint16_t {
  None,
  ClosureAnnounced,
  Protocol,
  StaffWork,
  Convinced,
  Contribution,
  Legitimacy,
  Distrust,
  Preferences,
  Doubt,
  AllAgree,
  OneRefuses,
  Majority,
  NoMajority,
  HostAgrees,
  HostRefuses,
  OwnCouncil,
  OwnAssembly,
  TooManyRounds,
  TaskMoved,
  AtOnce,
  BudgetMoment,
  ContributionFails,
  LevelSuits,
  LittleGain,
  TrustsPartners,
  RegionalCoalition,
  OwnPurseShort,
  OwnPurseSuffices,
  GrantHelps,
  BenefitOfDoubt,
  EnoughTakePart,
  TooFewTakePart,
  HostStaysOut,
  LevelsAreSet,
  NoticeIsOver,
  CollegeDisagrees,
  RegionWorksTogether,
  OwnWay,
  Overspent,
  GoodBid,
  WeighedMajority,
  NoWeighedMajority,
  Herindeling,
};

struct ReasonText {
  std::string_view key, nl, en;  // "closure_announced", and the end of a sentence
};

ReasonText text_of(Reason reason);  // those of None for one that is not in the list
/// The reason of a stored key; empty sentences for one that this version does not know.
ReasonText reason_called(std::string_view key);

std::string_view to_text(DecisionStep step);  // "voted"

}  // namespace polder::government
