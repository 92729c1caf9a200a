#include "support/councils.h"

#include "scenario/parameter_files.h"

namespace polder::testing {

const GovernmentParameters& shipped_government() {
  static const Parameters parameters = load_parameters(POLDER_ROOT "/scenarios/parameters");
  return parameters.government;
}

void give_councils(Country& country) {
  country.parties = {{"L", "Links", "Left", .15, .20, .25, .20},
                     {"M", "Midden", "Centre", .45, .40, .40, .45},
                     {"R", "Rechts", "Right", .80, .55, .50, .80},
                     {"GB", "Gemeentebelang", "Local", .55, .60, .90, .55}};
  Arrangement all{"safety_region", "VR91", "Veiligheid", {}, 0};
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    MunicipalityFacts& facts = country.municipalities[m];
    if (facts.elsewhere) continue;
    all.members.push_back(m);
    facts.government.seats = {7, 6, 5, 9};  // 27: left and centre are one short of the majority of 14
    const auto per_head = [&](double eur) { return static_cast<Cents>(facts.population * eur * 100); };
    facts.government.accounts = {per_head(45),  per_head(400), per_head(160), per_head(40),
                                 per_head(10),  per_head(60),  per_head(300), per_head(1900),
                                 per_head(500), per_head(400), per_head(200), per_head(900)};
    facts.government.arrangements = {static_cast<std::uint32_t>(country.arrangements.size())};
  }
  country.arrangements.push_back(all);
}

}  // namespace polder::testing
