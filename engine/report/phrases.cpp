#include "report/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "compare/actors.h"

namespace polder::report {
namespace {

struct Name {
  std::string_view key, nl, en;
};

constexpr std::array<Name, 28> subjects{{
    {"employed", "het aantal werkenden", "the number of people at work"},
    {"unemployed", "het aantal werklozen", "the number of unemployed"},
    {"employment_rate", "het deel dat werk heeft", "the share at work"},
    {"unemployment_rate", "de werkloosheid", "unemployment"},
    {"earnings", "het gemiddelde inkomen uit werk", "mean earnings"},
    {"ww_recipients", "het aantal mensen met ww", "the number of people on ww"},
    {"bijstand_recipients", "het aantal mensen met bijstand", "the number of people on bijstand"},
    {"disability_recipients", "het aantal arbeidsongeschikten", "the number of people on disability benefit"},
    {"vacancies", "het aantal vacatures", "the number of vacancies"},
    {"jobs", "het aantal banen", "the number of jobs"},
    {"cost_municipality", "wat gemeenten uitgeven", "spending by municipalities"},
    {"cost_uwv", "wat uwv uitgeeft", "spending by uwv"},
    {"cost_rijk", "wat het Rijk uitgeeft", "spending by Rijk"},
    {"cost_province", "wat provincies uitgeven", "spending by provinces"},
    {"decision_time", "de tijd tot een besluit", "the time to a decision"},
    {"crisis_lead_time", "de tijd tot de eerste hulp", "the time to the first help"},
    {"long_term_unemployed", "het aantal langdurig werklozen", "the number of long-term unemployed"},
    {"scale_fit", "de mate waarin het niveau bij de taken past", "the degree to which levels suit tasks"},
    {"training_at_work", "het deel dat na een opleiding werk heeft", "the share at work after training"},
    {"school_match", "het deel van de schoolverlaters met werk in het eigen vak",
     "the share of school leavers at work "
     "in their field"},
    {"neet", "het deel van de jongeren zonder werk of school", "the share of the young without work or school"},
    {"far_hire_rate", "het aantal mensen dat van grote afstand werk vindt",
     "the number of people far from work who "
     "find it"},
    {"distance_index", "de afstand tot de arbeidsmarkt", "the distance to the labour market"},
    {"forecast_error", "de fout van de verwachting", "the error of the forecast"},
    {"info_precision", "de precisie van informatie", "the precision of information"},
    {"legitimacy", "de legitimiteit", "legitimacy"},
    {"trust", "het vertrouwen tussen overheden", "trust between governments"},
    {"council_engagement", "de betrokkenheid van raden", "the engagement of councils"},
}};

constexpr std::array<Name, 34> purposes{{{"wages", "lonen", "wages"},
                                         {"premiums", "premies", "premiums"},
                                         {"tax", "belasting en premies", "tax and contributions"},
                                         {"ww", "ww", "ww"},
                                         {"bijstand", "bijstand", "bijstand"},
                                         {"disability", "arbeidsongeschiktheid", "disability benefit"},
                                         {"aow", "AOW", "AOW"},
                                         {"buig", "buig (geld voor bijstand)", "buig (money for bijstand)"},
                                         {"vangnet", "vangnet bijstand", "safety net for bijstand"},
                                         {"municipal_fund", "gemeentefonds", "municipal fund"},
                                         {"guidance", "begeleiding naar werk", "guidance to work"},
                                         {"crisis_help", "crisishulp", "crisis help"},
                                         {"training", "opleiding", "training"},
                                         {"attraction", "mensen aantrekken", "attracting people"},
                                         {"wage_subsidy", "loonsubsidie", "wage subsidy"},
                                         {"sheltered", "beschut werk", "sheltered work"},
                                         {"retention", "pakket voor een bedrijf", "package for a firm"},
                                         {"income_support", "uitvoering bijstand", "administration of bijstand"},
                                         {"employer_services", "werkgeversdienst", "employer services"},
                                         {"retraining", "omscholing", "retraining"},
                                         {"analysis", "arbeidsmarktanalyse", "labour-market analysis"},
                                         {"crisis_teams", "crisisteams", "crisis teams"},
                                         {"schools", "afstemming met scholen", "alignment with schools"},
                                         {"retention_service", "behoud van bedrijven", "retention of firms"},
                                         {"border_work", "werk over de grens", "work across the border"},
                                         {"coordination", "afstemming", "coordination"},
                                         {"contribution", "bijdrage aan een verband", "contribution to an arrangement"},
                                         {"grant", "subsidie", "grant"},
                                         {"shared_savings", "gedeelde besparing", "shared savings"},
                                         {"handover", "overdracht door uwv", "handover by uwv"},
                                         {"switching", "verhuizing van een taak", "move of a task"},
                                         {"joint_analysis", "gezamenlijke analyse", "joint analysis"},
                                         {"exit_fee", "uittreedsom", "exit fee"},
                                         {"deal", "regiodeal", "regional deal"}}};

constexpr std::array<Name, 4> statuses{{{"measured", "gemeten", "measured"},
                                        {"computed", "berekend", "computed"},
                                        {"recalled", "uit herinnering aangehaald", "recalled"},
                                        {"assumed", "aangenomen", "assumed"}}};

template <class Names>
std::string named(const Names& names, const std::string& key, Tongue tongue) {
  const auto found = std::ranges::find(names, key, [](const auto& name) { return name.key; });
  return found == names.end() ? key : std::string(in(tongue, found->nl, found->en));
}

/// "Werkenden" in running text; a name that begins with capitals is an abbreviation.
std::string in_running_text(std::string name) {
  if (name.size() > 1 && std::islower(static_cast<unsigned char>(name[1])) != 0)
    name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
  return name;
}

std::string unit_name(std::string_view unit, Tongue tongue) {
  if (unit == "index" || unit == "ratio") return {};
  std::string text(tongue == Tongue::Dutch ? dutch_unit(unit) : unit);
  if (text.starts_with("EUR")) text = "euro" + text.substr(3);
  for (std::size_t at = text.find('/'); at != std::string::npos; at = text.find('/'))
    text.replace(at, 1, in(tongue, " per ", " per "));
  return text;
}

}  // namespace

std::string in_quotes(const std::string& text) { return "‘" + text + "’"; }

std::string with_unit(const std::string& amount, const std::string& unit) {
  return unit.empty() ? amount : amount + " " + unit;
}

std::string name_with_unit(const std::string& name, const std::string& unit) {
  return unit.empty() ? name : fmt::format("{} ({})", name, unit);
}

std::string with_capital(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

Measure measure_of(const Store& store, const std::string& key, Tongue tongue) {
  Measure measure;
  measure.key = key;
  measure.better = direction_of(key);
  measure.name = key;
  std::string unit;
  for (const auto& column : store.dictionary()) {
    if (column.key != key) continue;
    measure.name = in(tongue, column.name_nl, column.name_en);
    unit = column.unit;
  }
  const bool share = is_share(unit);
  measure.factor = share ? 100 : 1;
  measure.unit = share ? "%" : unit_name(unit, tongue);
  measure.difference_unit = share ? std::string(in(tongue, "procentpunt", "percentage points")) : measure.unit;
  measure.subject = named(subjects, key, tongue);
  if (measure.subject == key) measure.subject = in_quotes(in_running_text(measure.name));
  return measure;
}

std::string part_name(const std::string& part, Tongue tongue) {
  const std::size_t colon = part.find(':');
  if (colon == std::string::npos) return part;
  const std::string kind = part.substr(0, colon);
  std::string value = part.substr(colon + 1);
  if (kind == "cohort")
    return fmt::format("{} {}", in(tongue, "de werknemers van", "the workers of"), in_quotes(value));
  if (kind == "education") {
    if (value == "low") return std::string(in(tongue, "laag opgeleid", "low education"));
    if (value == "medium") return std::string(in(tongue, "middelbaar opgeleid", "medium education"));
    return std::string(in(tongue, "hoog opgeleid", "high education"));
  }
  if (kind == "age") {
    if (value.ends_with('+'))
      return value.substr(0, value.size() - 1) + std::string(in(tongue, " jaar en ouder", " years and over"));
    if (const std::size_t dash = value.find('-'); dash != std::string::npos) value.replace(dash, 1, "–");
    return value + std::string(in(tongue, " jaar", " years"));
  }
  if (kind == "sector") return fmt::format("{} {}", in(tongue, "sector", "sector"), value);
  return value;
}

std::string actor_name(const std::string& key, Tongue tongue) { return named(actor_names, key, tongue); }
std::string purpose_name(const std::string& key, Tongue tongue) { return named(purposes, key, tongue); }
std::string status_name(const std::string& key, Tongue tongue) { return named(statuses, key, tongue); }

std::string euro(double amount, double half_width, Tongue tongue, bool sign) {
  const double size = std::max(std::abs(amount), half_width > 0 ? half_width : 0);
  const double unit = size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : 1;
  const std::string_view word = unit == 1e9   ? in(tongue, " mld euro", " billion euro")
                                : unit == 1e6 ? in(tongue, " mln euro", " million euro")
                                              : " euro";
  double step = step_for(half_width) / unit;
  const double shown = std::abs(amount) / unit;
  const double finest = shown > 0 ? std::pow(10, std::floor(std::log10(shown)) - 1) : 1;
  step = std::max(step, finest);  // two digits at most: nothing is known to the cent
  return number(amount / unit, step, tongue, sign) + std::string(word);
}

}  // namespace polder::report
