// What a decision maker can change: one record per lever. Checker, command-line help and documents come from it.
#pragma once

#include <span>
#include <string_view>

#include "polder/scenario/inputs.h"

namespace polder {

enum class LeverKind : std::uint8_t { Share, Money, Months, Choice, Count, Set };

struct Lever {
  std::string_view key;      // "crisis.help"
  LeverKind kind = LeverKind::Share;
  std::string_view unit;     // "%", "EUR per year", "months", or the choices "equal|closest|farthest|profiled"; of a
                             // set, whose value has a bit for each, what may be in it
  double least = 0, most = 1;
  bool per_municipality = false;  // accepts `who`
  bool relative_allowed = false;  // accepts a share of the reference figure
  std::string_view value_key;     // the key of the value in the long form, besides `value`: "intensity"
  std::string_view meaning_nl, meaning_en;
  /// Writes the value into the policy; `who` is the municipality for levers per municipality.
  void (*set)(Policy& policy, const Country& country, MunicipalityIndex who, double value, bool relative);
  /// A total for the places named (those in focus, if none are), divided over them by inhabitants.
  bool divided = false;
};

/// The one lever that is given by its parts, `hc_agenda.payer_shares: {municipalities: 40 %, employers: 60 %}`: each
/// part is a record of its own, in the order of `agenda_payers`, and together they are 100 %.
inline constexpr std::string_view lever_of_parts = "hc_agenda.payer_shares";
constexpr bool is_part(const Lever& lever) {
  return lever.key.starts_with(lever_of_parts) && lever.key.size() > lever_of_parts.size();
}

std::span<const Lever> levers();
const Lever* find_lever(std::string_view key);

}  // namespace polder
