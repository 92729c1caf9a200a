// Names of units and areas.
#include <algorithm>
#include <array>
#include <utility>

#include "polder/indicators/indicator.h"

namespace polder {

std::string_view dutch_unit(std::string_view unit) {
  constexpr std::pair<std::string_view, std::string_view> units[] = {
      {"persons", "personen"},
      {"persons/month", "personen/maand"},
      {"share", "aandeel"},
      {"months", "maanden"},
      {"months/year", "maanden/jaar"},
      {"EUR/inhabitant", "EUR/inwoner"},
      {"EUR/person-year", "EUR/persoonsjaar"},
      {"municipalities", "gemeenten"},
      {"per 1000 per year", "per 1000 per jaar"},
      {"class 0-4", "klasse 0-4"},
      {"log points", "logpunten"},
      {"ratio", "verhouding"},
      {"hours/month", "uren/maand"},
      {"per municipality", "per gemeente"},
      {"per arrangement", "per verband"},
      {"tasks", "taken"},
      {"parts", "delen"},
      {"EUR/month", "EUR/maand"},
      {"EUR/year", "EUR/jaar"},
      {"EUR/inhabitant/year", "EUR/inwoner/jaar"},
  };
  for (const auto& [english, dutch] : units)
    if (english == unit) return dutch;
  return unit;
}

std::string_view to_text(AreaLevel level) {
  constexpr std::array<std::string_view, 4> names{"country", "province", "region", "municipality"};
  return names[static_cast<std::size_t>(level)];
}

}  // namespace polder
