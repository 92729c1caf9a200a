// Accounts that there is one of, and shares of amounts.
#pragma once

#include "polder/base/index.h"
#include "polder/world/ledger.h"

namespace polder::finance {

inline constexpr Account firms{Actor::Firms, 0};
inline constexpr Account rijk{Actor::Rijk, 0};
inline constexpr Account uwv{Actor::Uwv, 0};
inline constexpr Account rest_of_country{Actor::RestOfCountry, 0};

/// Of an actor that has one per municipality.
constexpr Account account_of(Actor actor, MunicipalityIndex m) { return {actor, static_cast<std::uint16_t>(m)}; }

/// A share of an amount, rounded to the cent.
constexpr Cents part(Cents amount, double share) {
  return static_cast<Cents>(static_cast<double>(amount) * share + .5);
}

}  // namespace polder::finance
