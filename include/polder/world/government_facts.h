// What the tables know of governments: parties, seats, accounts, neighbours, and the arrangements in which
// municipalities cooperate. Never changes during a run.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "polder/base/index.h"
#include "polder/base/month.h"
#include "polder/base/quantity.h"

namespace polder {

struct Party {
  std::string code;  // "GL-PvdA"
  std::string name_nl, name_en;
  /// Positions from 0 to 1: left to right, progressive to conservative, regional to local, expansive to austere.
  double economic = 0, social = 0, local = 0, fiscal = 0;
};

/// A year of a municipality. Numbers of task fields are those of Iv3 until 2024.
struct Accounts {
  Cents labour_participation = 0;     // spending, 6.5 [cents/year]
  Cents income_schemes = 0;           // spending, 6.3
  Cents supported_participation = 0;  // spending, 6.4
  Cents economic_development = 0;     // spending, 3.1
  Cents business_desk = 0;            // spending, 3.3
  Cents governance = 0;               // spending, 0.1
  Cents overhead = 0;                 // spending, 0.4
  Cents general_grant = 0;            // income from the municipal fund
  Cents specific_grants = 0;          // income from Rijk with a purpose
  Cents own_levies = 0;               // income
  Cents joint_arrangements = 0;       // paid to joint arrangements; a part of what stands above and of other fields
  Cents equity = 0;                   // reserves at the end of the year [cents]

  friend bool operator==(const Accounts&, const Accounts&) = default;
};

/// A line of the accounts: its column in accounts.csv, its key in vintages.csv.
struct AccountLine {
  std::string_view column, vintage_key;
  Cents Accounts::* amount;
};
inline constexpr std::array account_lines{
    AccountLine{"labour_participation_keur", "accounts.labour_participation", &Accounts::labour_participation},
    AccountLine{"income_schemes_keur", "accounts.income_schemes", &Accounts::income_schemes},
    AccountLine{"supported_participation_keur", "accounts.supported_participation", &Accounts::supported_participation},
    AccountLine{"economic_development_keur", "accounts.economic_development", &Accounts::economic_development},
    AccountLine{"business_desk_keur", "accounts.business_desk", &Accounts::business_desk},
    AccountLine{"governance_keur", "accounts.governance", &Accounts::governance},
    AccountLine{"overhead_keur", "accounts.overhead", &Accounts::overhead},
    AccountLine{"general_grant_keur", "accounts.general_grant", &Accounts::general_grant},
    AccountLine{"specific_grants_keur", "accounts.specific_grants", &Accounts::specific_grants},
    AccountLine{"own_levies_keur", "accounts.own_levies", &Accounts::own_levies},
    AccountLine{"joint_arrangements_keur", "accounts.joint_arrangements", &Accounts::joint_arrangements},
    AccountLine{"equity_keur", "accounts.equity", &Accounts::equity},
};

/// Municipalities that cooperate besides their labour-market region. Nothing but who takes part is known of it.
struct Arrangement {
  std::string kind;  // "safety_region"; of drawn ones: "background"
  std::string code, name;
  std::vector<MunicipalityIndex> members;  // in scope, in order of row
  std::uint32_t partners_outside = 0;      // members that the scope leaves out

  std::size_t partners() const { return members.size() + partners_outside; }
};

/// Of a municipality; empty beyond the scope, abroad, and in a country without these tables.
struct GovernmentFacts {
  std::vector<std::uint8_t> seats;            // in the council, by party
  Accounts accounts;
  std::vector<MunicipalityIndex> neighbours;  // in scope, in order of row
  std::vector<std::uint32_t> arrangements;    // rows of Country::arrangements
  MunicipalityIndex governor = none<MunicipalityIndex>;  // of one that merged: into which; none: it governs itself
  std::vector<MunicipalityIndex> merged;  // that merged into it, in order of row
  Month merged_at;                        // of the last merger; never: none

  bool has_council() const { return !seats.empty(); }
};

}  // namespace polder
