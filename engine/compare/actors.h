// Who pays and is paid, in running text.
#pragma once

#include <array>
#include <string_view>

namespace polder {

struct ActorName {
  std::string_view key, nl, en;
  bool government = false;
};
inline constexpr std::array<ActorName, 9> actor_names{{{"residents", "inwoners", "residents"},
                                                       {"firms", "bedrijven", "firms"},
                                                       {"municipality", "gemeenten", "municipalities", true},
                                                       {"province", "provincies", "provinces", true},
                                                       {"rijk", "het Rijk", "Rijk", true},
                                                       {"uwv", "uwv", "uwv", true},
                                                       {"arrangement", "samenwerkingsverbanden", "arrangements", true},
                                                       {"providers", "uitvoerders", "providers"},
                                                       {"rest_of_country", "anderen", "others"}}};

}  // namespace polder
