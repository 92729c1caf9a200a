// Indicators of people, firms and the labour market.
#include "indicators/catalogue.h"

#include <array>
#include <cmath>
#include <iterator>
#include <vector>

#include "indicators/incomes.h"
#include "world/situation.h"

namespace polder {
namespace {

using measures::nan;
using measures::population;
using measures::ratio;

double labour(const Sums& s, Labour status) { return s.weight * s.stocks.labour[static_cast<std::size_t>(status)]; }
double benefit(const Sums& s, Benefit status) { return s.weight * s.stocks.benefit[static_cast<std::size_t>(status)]; }
double employed(const Sums& s) {
  return labour(s, Labour::StudentJob) + labour(s, Labour::Permanent) + labour(s, Labour::Flexible) +
         labour(s, Labour::SelfEmployed);
}
double abroad(const Sums& s) { return s.weight * static_cast<double>(s.stocks.abroad); }
double unemployed(const Sums& s) { return labour(s, Labour::Unemployed); }
double working_age(const Sums& s) { return population(s) - labour(s, Labour::Child) - labour(s, Labour::Retired); }
double ww(const Sums& s) { return benefit(s, Benefit::Ww) + benefit(s, Benefit::WwWork); }
double bijstand(const Sums& s) { return benefit(s, Benefit::Bijstand) + benefit(s, Benefit::BijstandWork); }
/// On ww, bijstand or disability benefit without work.
double on_benefit(const Sums& s) {
  return benefit(s, Benefit::Ww) + benefit(s, Benefit::Bijstand) + benefit(s, Benefit::Disability);
}
double long_term(const Sums& s) { return s.weight * s.stocks.searching[12]; }
double recorded(const Sums& s) {
  return s.whole_area ? s.recorded_share * s.weight * static_cast<double>(s.vacancies) : nan;
}
double jobs(const Sums& s) { return s.whole_area ? s.weight * static_cast<double>(s.jobs) : nan; }
double wages(const Sums& s) {
  double sum = 0;
  for (std::size_t kind = 0; kind < s.stocks.wages.size(); ++kind)
    sum += sum_of_wages(s.stocks, kind, s.month, s.wage_growth);
  return s.weight * sum;
}
double flow(const Sums& s, std::int32_t rows) { return s.whole_area ? s.weight * rows : nan; }

/// Entries into (+) or exits from (-) a group of benefits, by persons; moves within the group do not count.
double benefit_flow(const Sums& s, bool (*group)(Benefit), bool entries) {
  if (!s.whole_area) return nan;
  double sum = 0;
  for (std::size_t from = 0; from <= benefit_count; ++from)
    for (std::size_t to = 0; to <= benefit_count; ++to) {
      const bool before = from < benefit_count && group(static_cast<Benefit>(from));
      const bool after = to < benefit_count && group(static_cast<Benefit>(to));
      if (before != after && after == entries) sum += s.flows.benefit[from][to];
    }
  return s.weight * sum;
}

double far_hire_rate(const Sums& s) {
  if (!s.whole_area) return nan;
  const double far = s.stocks.jobless_at[3] + s.stocks.jobless_at[4];
  return ratio(12 * 1000.0 * s.flows.far_hires, far);
}

/// Mismatch between the cells of a table of vacancies and unemployed; NaN where vacancies are not known.
double mismatch(const Sums& s, double(Mismatch::* which)) { return s.whole_area ? s.mismatch.*which : nan; }

double distance_index(const Sums& s) {
  double persons = 0, sum = 0;
  for (std::size_t c = 0; c < distance_classes; ++c) {
    persons += s.stocks.bijstand_at[c];
    sum += static_cast<double>(c) * s.stocks.bijstand_at[c];
  }
  return ratio(sum, persons);
}

const Indicator catalogue[] = {
    {"population", 0, Better::Neither, "persons", "Inwoners", "Inhabitants", "Alle inwoners aan het eind van de maand",
     "All residents at the end of the month", population},
    {"employed", 0, Better::Higher, "persons", "Werkenden", "Employed", "Inwoners met betaald werk",
     "Residents with paid work", employed},
    {"employment_rate", 4, Better::Higher, "share", "Arbeidsdeelname", "Employment rate",
     "Werkenden / inwoners van 15 tot de AOW-leeftijd", "Employed / residents from 15 to the pension age",
     [](const Sums& s) { return ratio(employed(s), working_age(s)); }},
    {"flexible_share", 0, Better::Neither, "share", "Aandeel flexibel", "Flexible share",
     "Werknemers met een flexibel contract, studenten met een bijbaan meegeteld / werknemers",
     "Employees on a flexible contract, students with a job included / employees",
     [](const Sums& s) {
       const double flexible = labour(s, Labour::Flexible) + labour(s, Labour::StudentJob);
       return ratio(flexible, flexible + labour(s, Labour::Permanent));
     }},
    {"self_employed", 0, Better::Neither, "persons", "Zelfstandigen", "Self-employed", "Werkenden voor eigen rekening",
     "Residents who work on their own account", [](const Sums& s) { return labour(s, Labour::SelfEmployed); }},
    {"unemployed", 0, Better::Lower, "persons", "Werklozen", "Unemployed", "Zonder werk, zoekend en beschikbaar (ILO)",
     "Without work, searching and available (ILO)", unemployed},
    {"unemployment_rate", 1, Better::Lower, "share", "Werkloosheid", "Unemployment rate",
     "Werklozen / (werkenden + werklozen)", "Unemployed / (employed + unemployed)",
     [](const Sums& s) { return ratio(unemployed(s), employed(s) + unemployed(s)); }},
    {"marginal", 0, Better::Lower, "persons", "Onbenut: wil werken", "Marginally attached",
     "Wil werken, maar zoekt niet of is niet beschikbaar", "Wants work, but does not search or is not available",
     [](const Sums& s) { return labour(s, Labour::Marginal); }},
    {"benefit_dependency", 2, Better::Lower, "share", "Uitkeringsafhankelijkheid", "Benefit dependency",
     "Met ww, bijstand of arbeidsongeschiktheid, zonder werk / inwoners van 15 tot de AOW-leeftijd",
     "On ww, bijstand or disability, without work / residents from 15 to the pension age",
     [](const Sums& s) { return ratio(on_benefit(s), working_age(s)); }},
    {"months_without_income", 11, Better::Lower, "months/year", "Maanden zonder inkomen", "Months without income",
     "Maanden per jaar zonder loon of uitkering, gemiddeld over inwoners van 15 tot de AOW-leeftijd, onderwijs "
     "meegeteld",
     "Months a year without a wage or a benefit, mean over residents from 15 to the pension age, those in education "
     "included",
     [](const Sums& s) { return 12 * ratio(working_age(s) - employed(s) - on_benefit(s), working_age(s)); }},
    {"income_inequality", 12, Better::Lower, "share", "Inkomensongelijkheid", "Inequality of incomes",
     "Gini-coefficient van loon en uitkering van december, over inwoners van 15 tot de AOW-leeftijd die een van beide "
     "hebben",
     "Gini coefficient of wage and benefit in December, over residents from 15 to the pension age who have either",
     [](const Sums& s) { return gini(s.incomes); }},
    {"unemployment_spread", 12, Better::Lower, "ratio", "Spreiding van werkloosheid", "Spread of unemployment",
     "Werkloosheid van de gemeente op het 90e percentiel over die op het 10e, naar inwoners",
     "Unemployment rate of the municipality at the 90th percentile over that at the 10th, by inhabitants",
     [](const Sums& s) { return s.unemployment_spread; }},
    {"long_term_unemployed", 0, Better::Lower, "persons", "Langdurig werklozen", "Long-term unemployed",
     "Werklozen die een jaar of langer zoeken", "Unemployed who have searched for a year or longer", long_term},
    {"long_term_share", 3, Better::Lower, "share", "Aandeel langdurig", "Long-term share",
     "Langdurig werklozen / werklozen", "Long-term unemployed / unemployed",
     [](const Sums& s) { return ratio(long_term(s), unemployed(s)); }},
    {"ww_recipients", 2, Better::Lower, "persons", "Ww-ontvangers", "Recipients of ww",
     "Personen met ww, ook naast werk", "Persons with ww, also beside a job", ww},
    {"ww_inflow", 0, Better::Neither, "persons/month", "Instroom ww", "Inflow into ww", "Begonnen ww-uitkeringen",
     "Rights to ww that began", [](const Sums& s) { return benefit_flow(s, receives_ww, true); }},
    {"ww_outflow", 0, Better::Neither, "persons/month", "Uitstroom ww", "Outflow from ww", "Geëindigde ww-uitkeringen",
     "Rights to ww that ended", [](const Sums& s) { return benefit_flow(s, receives_ww, false); }},
    {"bijstand_recipients", 2, Better::Lower, "persons", "Bijstandsontvangers", "Recipients of bijstand",
     "Personen met bijstand, ook naast werk", "Persons with bijstand, also beside a job", bijstand},
    {"bijstand_inflow", 0, Better::Neither, "persons/month", "Instroom bijstand", "Inflow into bijstand",
     "Begonnen bijstandsuitkeringen", "Rights to bijstand that began",
     [](const Sums& s) { return benefit_flow(s, receives_bijstand, true); }},
    {"bijstand_outflow", 0, Better::Neither, "persons/month", "Uitstroom bijstand", "Outflow from bijstand",
     "Geëindigde bijstandsuitkeringen", "Rights to bijstand that ended",
     [](const Sums& s) { return benefit_flow(s, receives_bijstand, false); }},
    {"disability_recipients", 2, Better::Lower, "persons", "Arbeidsongeschikten", "Recipients of disability benefit",
     "Personen met een arbeidsongeschiktheidsuitkering", "Persons on disability benefit",
     [](const Sums& s) { return benefit(s, Benefit::Disability); }},
    {"far_hire_rate", 5, Better::Higher, "per 1000 per year", "Aan het werk van grote afstand",
     "Hires from far distance", "Aangenomen uit afstandsklasse 3 of 4, per 1000 zulke personen zonder werk per jaar",
     "Hired from distance class 3 or 4, per 1000 such persons without work a year", far_hire_rate},
    {"distance_index", 6, Better::Lower, "class 0-4", "Afstand tot de arbeidsmarkt", "Distance to the labour market",
     "Gemiddelde afstandsklasse van bijstandsontvangers zonder werk",
     "Mean distance class of recipients of bijstand without work", distance_index},
    {"durable_outflow", 7, Better::Higher, "share", "Duurzame uitstroom", "Durable outflow",
     "Van wie in januari de bijstand verliet: minstens 6 van 12 maanden aan het werk; gemeten in december",
     "Of those who left bijstand in January: at work in at least 6 of 12 months; measured in December",
     [](const Sums& s) { return ratio(s.followed.durable_leavers, s.followed.leavers); }},
    {"ww_back_at_work", 4, Better::Higher, "share", "Aan het werk na ww", "At work after ww",
     "Van wie in januari ww kreeg: aan het werk in december", "Of those whose ww began in January: at work in December",
     [](const Sums& s) { return ratio(s.followed.ww_back, s.followed.ww_starters); }},
    {"in_training", 0, Better::Neither, "persons", "In opleiding voor ander werk", "In retraining",
     "Zonder werk en voltijds in opleiding op een plaats van de agenda",
     "Without work and in full-time training on a place of the agenda",
     [](const Sums& s) { return labour(s, Labour::Training); }},
    {"training_places", 0, Better::Neither, "persons/month", "Opleidingsplaatsen", "Training places",
     "Begonnen opleidingen, voltijds en naast het werk", "Places taken, full-time and beside a job",
     [](const Sums& s) { return flow(s, s.flows.places_taken); }},
    {"training_completed", 0, Better::Neither, "persons/month", "Voltooide opleidingen", "Completed courses",
     "Opleidingen met succes geëindigd", "Courses that ended with success",
     [](const Sums& s) { return flow(s, s.flows.places_completed); }},
    {"training_at_work", 4, Better::Higher, "share", "Aan het werk na opleiding", "At work after training",
     "Van wie vorig jaar een voltijdse plaats nam: aan het werk in december (bruto)",
     "Of those who took a full-time place last year: at work in December (gross)",
     [](const Sums& s) { return ratio(s.followed.trainees_at_work, s.followed.trainees); }},
    {"attracted", 0, Better::Neither, "persons/month", "Aangetrokken", "Attracted",
     "Door de agenda van elders aangetrokken", "Attracted from elsewhere by the agenda",
     [](const Sums& s) { return flow(s, s.flows.attracted); }},
    {"neet", 10, Better::Lower, "share", "Geen werk, geen school", "Neither at work nor at school",
     "Van 15 tot en met 26 jaar: niet aan het werk en niet op school; gemeten in oktober",
     "Of those of 15 to 26 years: neither at work nor at school; measured in October",
     [](const Sums& s) { return ratio(s.followed.neet, s.followed.young); }},
    {"diploma_at_work", 10, Better::Higher, "share", "Aan het werk na mbo", "At work after mbo",
     "Van wie in juli het mbo met diploma verliet: aan het werk in oktober",
     "Of those who left mbo with a diploma in July: at work in October",
     [](const Sums& s) { return ratio(s.followed.with_diploma_at_work, s.followed.with_diploma); }},
    {"no_diploma_at_work", 10, Better::Higher, "share", "Aan het werk na mbo zonder diploma",
     "At work after mbo without diploma", "Van wie in juli het mbo zonder diploma verliet: aan het werk in oktober",
     "Of those who left mbo without a diploma in July: at work in October",
     [](const Sums& s) { return ratio(s.followed.without_diploma_at_work, s.followed.without_diploma); }},
    {"school_leavers", 10, Better::Neither, "persons", "Schoolverlaters", "School leavers",
     "Van wie in juli van school ging: wie er in oktober nog woont",
     "Of those who left school in July: who is still a resident in October",
     [](const Sums& s) { return s.followed.young > 0 ? s.weight * s.followed.school_leavers : nan; }},
    {"school_match", 10, Better::Higher, "share", "Werk in het eigen vak", "Work in the field learnt",
     "Van de schoolverlaters van juli die in oktober werken: in de beroepsklasse van de opleiding",
     "Of the school leavers of July at work in October: in the class of occupations of the programme",
     [](const Sums& s) { return ratio(s.followed.school_leavers_matched, s.followed.school_leavers_at_work); }},
    {"info_precision", 44, Better::Neither, "share", "Precisie van informatie", "Precision of information",
     "Precisie van de verwachte vraag naar arbeid bij scholen en wie kiest",
     "Precision of the demand for labour expected by schools and those who choose",
     [](const Sums& s) { return s.whole_area ? ratio(s.weight * s.info_precision, population(s)) : nan; }},
    {"info_lag", 44, Better::Lower, "months", "Vertraging van statistieken", "Delay of statistics",
     "Na hoeveel maanden statistieken van de arbeidsmarkt beschikbaar zijn voor scholen en wie kiest",
     "After how many months statistics of the labour market are out for schools and those who choose",
     [](const Sums& s) { return s.whole_area ? ratio(s.weight * s.info_lag, population(s)) : nan; }},
    {"forecast_error", 44, Better::Lower, "log points", "Fout van de verwachting", "Error of the forecast",
     "Wortel van het gemiddelde kwadraat van verwachte min gebleken groei van de vraag per beroep, na een jaar",
     "Root of the mean square of expected less actual growth of demand by occupation, after a year",
     [](const Sums& s) { return s.forecast_rows > 0 ? std::sqrt(s.forecast_squares / s.forecast_rows) : nan; }},
    {"mean_wage", 0, Better::Higher, "EUR/month", "Gemiddeld loon", "Mean wage",
     "Gemiddeld maandloon van werkenden, basisjaar", "Mean monthly wage of the employed, base year",
     [](const Sums& s) { return ratio(wages(s), employed(s)); }},
    {"earnings", 9, Better::Higher, "EUR/month", "Arbeidsinkomen", "Earnings",
     "Lonen / inwoners van 15 tot de AOW-leeftijd, wie niet werkt meegeteld",
     "Wages / residents from 15 to the pension age, those without work included",
     [](const Sums& s) { return ratio(wages(s), working_age(s)); }},
    {"hires", 0, Better::Neither, "persons/month", "Aangenomen", "Hires", "Banen begonnen, ook van baan naar baan",
     "Jobs begun, moves between jobs included", [](const Sums& s) { return flow(s, s.flows.hires); }},
    {"job_to_job", 0, Better::Neither, "persons/month", "Van baan naar baan", "Job-to-job moves",
     "Aangenomen terwijl men werkte", "Hired while at work", [](const Sums& s) { return flow(s, s.flows.job_to_job); }},
    {"separations", 0, Better::Neither, "persons/month", "Baan verloren of gestopt", "Separations",
     "Banen geëindigd, anders dan door een andere baan", "Jobs ended other than by a move to another job",
     [](const Sums& s) { return flow(s, s.flows.separations); }},
    {"jobs", 18, Better::Neither, "persons", "Banen", "Jobs", "Vervulde banen in het gebied, ook van zelfstandigen",
     "Filled jobs in the area, the self-employed included", jobs},
    {"jobs_closed", 18, Better::Neither, "persons", "Banen in sluitende bedrijven", "Jobs at plants that close",
     "Banen van vestigingen waarvan de sluiting is aangekondigd, op dat moment, vanaf het begin opgeteld",
     "Jobs of establishments whose closure was announced, at that moment, added up since the start",
     [](const Sums& s) { return s.whole_area ? s.weight * static_cast<double>(s.jobs_closed) : nan; }},
    {"jobs_retained", 19, Better::Neither, "persons", "Banen behouden na dreiging", "Jobs retained under threat",
     "Banen van vestigingen die dreigden te vertrekken en bleven, op dat moment, vanaf het begin opgeteld",
     "Jobs of establishments that threatened to leave and stayed, at that moment, added up since the start",
     [](const Sums& s) { return s.whole_area ? s.weight * static_cast<double>(s.jobs_retained) : nan; }},
    {"vacancies", 4, Better::Neither, "persons", "Vacatures", "Vacancies", "Open vacatures zoals de statistiek ze ziet",
     "Open vacancies as statistics see them", recorded},
    {"vacancy_rate", 13, Better::Neither, "share", "Vacaturegraad", "Vacancy rate", "Vacatures / (vacatures + banen)",
     "Vacancies / (vacancies + jobs)", [](const Sums& s) { return ratio(recorded(s), recorded(s) + jobs(s)); }},
    {"tightness", 14, Better::Neither, "ratio", "Spanning", "Tightness", "Vacatures per werkloze",
     "Vacancies per unemployed", [](const Sums& s) { return ratio(recorded(s), unemployed(s)); }},
    {"time_to_fill", 15, Better::Lower, "months", "Duur tot vervulling", "Time to fill",
     "Gemiddelde leeftijd van vervulde vacatures", "Mean age of vacancies when filled",
     [](const Sums& s) {
       return ratio(static_cast<double>(s.vacancy_flows.age_at_fill), static_cast<double>(s.vacancy_flows.filled));
     }},
    {"open_over_3_months", 15, Better::Lower, "share", "Lang open", "Open for long",
     "Vacatures die langer dan drie maanden openstaan", "Vacancies open for more than three months",
     [](const Sums& s) {
       return s.whole_area ? ratio(static_cast<double>(s.vacancies_over_3_months), static_cast<double>(s.vacancies))
                           : nan;
     }},
    {"unfilled_demand", 16, Better::Lower, "share", "Onvervulde vraag", "Unfilled demand",
     "Som van max(0, gewenste - vervulde banen) / gewenste banen", "Sum of max(0, wanted - filled jobs) / wanted jobs",
     [](const Sums& s) { return ratio(s.unfilled, s.target); }},
    {"growth_open_over_3_months", 15, Better::Lower, "share", "Lang open in groeisectoren",
     "Open for long in growth sectors",
     "Vacatures langer dan drie maanden open, in sectoren die het scenario in de regio laat groeien",
     "Vacancies open for more than three months, in sectors that the scenario makes grow in the region",
     [](const Sums& s) {
       return s.whole_area ? ratio(static_cast<double>(s.growing.vacancies_over_3_months),
                                   static_cast<double>(s.growing.vacancies))
                           : nan;
     }},
    {"growth_unfilled_demand", 16, Better::Lower, "share", "Onvervulde vraag in groeisectoren",
     "Unfilled demand in growth sectors", "Onvervulde vraag, in sectoren die het scenario in de regio laat groeien",
     "Unfilled demand, in sectors that the scenario makes grow in the region",
     [](const Sums& s) { return s.whole_area ? ratio(s.growing.unfilled, s.growing.target) : nan; }},
    {"mismatch", 17, Better::Lower, "index", "Mismatch", "Mismatch", "1 - som over regio en beroep van wortel(v/V u/U)",
     "1 - sum over region and occupation of sqrt(v/V u/U)",
     [](const Sums& s) { return mismatch(s, &Mismatch::whole); }},
    {"mismatch_regions", 17, Better::Lower, "index", "Mismatch tussen regio's", "Mismatch between regions",
     "1 - som over regio van wortel(v/V u/U)", "1 - sum over region of sqrt(v/V u/U)",
     [](const Sums& s) { return mismatch(s, &Mismatch::between_regions); }},
    {"mismatch_occupations", 17, Better::Lower, "index", "Mismatch tussen beroepen", "Mismatch between occupations",
     "1 - som over beroep van wortel(v/V u/U)", "1 - sum over occupation of sqrt(v/V u/U)",
     [](const Sums& s) { return mismatch(s, &Mismatch::between_occupations); }},
    {"sector_mobility", 20, Better::Neither, "share", "Sectormobiliteit", "Sector mobility",
     "Van wie in januari en in december werkte: in een andere sector; steekproef, gemeten in december",
     "Of those at work in January and in December: in another sector; a sample, measured in December",
     [](const Sums& s) { return ratio(s.followed.workers_moved, s.followed.workers); }},
    {"border_workers", 0, Better::Neither, "persons", "Werkenden over de grens", "Work abroad",
     "Inwoners die in het buitenland werken", "Residents who work beyond the national border", abroad},
    {"border_share", 0, Better::Neither, "share", "Aandeel over de grens", "Share who work abroad",
     "Inwoners die in het buitenland werken / werkenden", "Residents who work beyond the national border / employed",
     [](const Sums& s) { return ratio(abroad(s), employed(s)); }},
};

}  // namespace

std::span<const Indicator> indicator_catalogue() {
  static const std::vector<Indicator> all = [] {
    std::vector<Indicator> both(std::begin(catalogue), std::end(catalogue));
    const std::span<const Indicator> governments = governments_catalogue();
    both.insert(both.end(), governments.begin(), governments.end());
    return both;
  }();
  return all;
}

const Indicator* find_indicator(std::string_view key) {
  for (const Indicator& indicator : indicator_catalogue())
    if (indicator.key == key) return &indicator;
  return nullptr;
}

}  // namespace polder
