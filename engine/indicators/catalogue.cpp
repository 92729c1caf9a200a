#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "polder/indicators/indicator.h"
#include "world/situation.h"

namespace polder {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole > 0 ? part / whole : nan; }
double labour(const Sums& s, Labour status) { return s.weight * s.stocks.labour[static_cast<std::size_t>(status)]; }
double benefit(const Sums& s, Benefit status) { return s.weight * s.stocks.benefit[static_cast<std::size_t>(status)]; }
double employed(const Sums& s) {
  return labour(s, Labour::StudentJob) + labour(s, Labour::Permanent) + labour(s, Labour::Flexible) +
         labour(s, Labour::SelfEmployed);
}
double abroad(const Sums& s) { return s.weight * static_cast<double>(s.stocks.abroad); }
double unemployed(const Sums& s) { return labour(s, Labour::Unemployed); }
double population(const Sums& s) {
  double all = 0;
  for (const std::int32_t rows : s.stocks.labour) all += rows;
  return s.weight * all;
}
double working_age(const Sums& s) { return population(s) - labour(s, Labour::Child) - labour(s, Labour::Retired); }
double ww(const Sums& s) { return benefit(s, Benefit::Ww) + benefit(s, Benefit::WwWork); }
double bijstand(const Sums& s) { return benefit(s, Benefit::Bijstand) + benefit(s, Benefit::BijstandWork); }
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

/// Yearly cost of a kind of payer [EUR per inhabitant].
double cost(const Sums& s, Actor payer) {
  if (!s.whole_area) return nan;
  return ratio(static_cast<double>(s.paid[static_cast<std::size_t>(payer)]) / 100 * 12, population(s));
}

double amount(Cents cents) { return static_cast<double>(cents); }

double far_hire_rate(const Sums& s) {
  if (!s.whole_area) return nan;
  const double far = s.stocks.jobless_at[3] + s.stocks.jobless_at[4];
  return ratio(12 * 1000.0 * s.flows.far_hires, far);
}

/// Mismatch between the cells of a table of vacancies and unemployed; NaN where vacancies are not known.
double mismatch(const Sums& s, double(Mismatch::* which)) { return s.whole_area ? s.mismatch.*which : nan; }

/// Mean over the inhabitants; NaN for a group of residents and where there are no councils.
double by_inhabitants(const Sums& s, double(Councils::* sum)) {
  return s.whole_area ? ratio(s.councils.*sum, s.councils.inhabitants) : nan;
}

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
     [](const Sums& s) {
       return ratio(benefit(s, Benefit::Ww) + benefit(s, Benefit::Bijstand) + benefit(s, Benefit::Disability),
                    working_age(s));
     }},
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
    {"forecast_error", 44, Better::Lower, "log points", "Fout van de verwachting", "Error of the forecast",
     "Wortel van het gemiddelde kwadraat van verwachte min gebleken groei van de vraag per beroep, na een jaar",
     "Root of the mean square of expected less actual growth of demand by occupation, after a year",
     [](const Sums& s) { return s.forecast_rows > 0 ? std::sqrt(s.forecast_squares / s.forecast_rows) : nan; }},
    {"scale_fit", 37, Better::Higher, "share", "Past het schaalniveau", "Fit of the level",
     "Waarde van het schaalniveau van elke taak (wat een euro oplevert, maal hoe zwaar dat voor de beslisser telt) ten "
     "opzichte van het beste niveau, gemiddeld over de taken",
     "Value of the level of each task (what a euro brings, times how much of it counts for who decides) over that of "
     "the best level, mean over the tasks",
     [](const Sums& s) { return ratio(s.scale_fit, s.scale_tasks); }},
    {"task_moves", 38, Better::Neither, "tasks", "Taken van schaalniveau veranderd", "Tasks that changed level",
     "Taken van gemeenten die deze maand naar een ander schaalniveau gingen",
     "Tasks of municipalities that went to another level this month",
     [](const Sums& s) { return s.scale_tasks > 0 ? s.moves : nan; }},
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
    {"decision_time", 31, Better::Lower, "months", "Besluitduur", "Decision time",
     "Maanden van voorstel tot uitvoering van besluiten die uitgevoerd zijn, vanaf het begin, gemiddeld",
     "Months from proposal to execution of decisions that were carried out, since the start, mean",
     [](const Sums& s) {
       return s.whole_area ? ratio(static_cast<double>(s.decision_months), static_cast<double>(s.decisions)) : nan;
     }},
    {"trust", 34, Better::Higher, "share", "Vertrouwen", "Trust",
     "Vertrouwen tussen overheden die samenwerken, gemiddeld over hun banden",
     "Trust between governments that work together, mean over their ties",
     [](const Sums& s) { return s.whole_area ? ratio(s.trust, s.ties) : nan; }},
    {"crisis_lead_time", 33, Better::Lower, "months", "Duur tot crisishulp", "Time to crisis help",
     "Maanden van aankondiging tot de eerste hulp aan werknemers van sluitende bedrijven, gemiddeld",
     "Months from the announcement to the first help to workers of plants that close, mean",
     [](const Sums& s) {
       return s.whole_area ? ratio(static_cast<double>(s.months_to_help), static_cast<double>(s.helped)) : nan;
     }},
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
    {"cost_municipality", 21, Better::Lower, "EUR/inhabitant/year", "Uitgaven gemeenten", "Paid by municipalities",
     "Bijstand, taken en bijdragen aan verbanden, opleiding, beschut werk, subsidies en pakketten betaald door "
     "gemeenten",
     "Bijstand, tasks and contributions to arrangements, training, sheltered work, subsidies and packages paid by "
     "municipalities",
     [](const Sums& s) { return cost(s, Actor::Municipality); }},
    {"cost_uwv", 21, Better::Lower, "EUR/inhabitant/year", "Uitgaven UWV", "Paid by UWV",
     "Ww, arbeidsongeschiktheid, overdracht aan gemeenten en gedeelde besparingen betaald door UWV",
     "Ww, disability benefit, handover to municipalities and shared savings paid by UWV",
     [](const Sums& s) { return cost(s, Actor::Uwv); }},
    {"cost_rijk", 21, Better::Lower, "EUR/inhabitant/year", "Uitgaven Rijk", "Paid by Rijk",
     "AOW, buig, vangnet, gemeentefonds, taken, subsidies, crisishulp en opleiding betaald door het Rijk",
     "AOW, buig, safety net, municipal fund, tasks, grants, crisis help and training paid by Rijk",
     [](const Sums& s) { return cost(s, Actor::Rijk); }},
    {"cost_province", 21, Better::Lower, "EUR/inhabitant/year", "Uitgaven provincie", "Paid by provinces",
     "Taken, subsidies, opleiding en aantrekken van mensen betaald door de provincie",
     "Tasks, grants, training and attraction of people paid by the province",
     [](const Sums& s) { return cost(s, Actor::Province); }},
    {"cost_arrangements", 21, Better::Lower, "EUR/inhabitant/year", "Uitgaven regionale verbanden",
     "Paid by arrangements", "Taken uitgevoerd door regionale verbanden, uit bijdragen van gemeenten",
     "Tasks carried out by regional arrangements, out of contributions of municipalities",
     [](const Sums& s) { return cost(s, Actor::Arrangement); }},
    {"coordination_spend", 27, Better::Lower, "share", "Aandeel afstemming", "Coordination share",
     "Deel van de uitgaven aan taken dat naar afstemming tussen partners gaat",
     "Share of the spending on tasks that goes to coordination between partners",
     [](const Sums& s) { return s.whole_area ? ratio(amount(s.coordination), amount(s.tasks)) : nan; }},
    {"grant_leverage", 29, Better::Higher, "ratio", "Hefboom van subsidies", "Leverage of grants",
     "Wat meer aan taken wordt uitgegeven dan volgens de cijfers, per euro subsidie",
     "What is spent on tasks beyond the figures, per euro of grants",
     [](const Sums& s) { return s.whole_area ? ratio(amount(s.tasks - s.usual_tasks), amount(s.grants)) : nan; }},
    {"free_riding_gap", 36, Better::Lower, "share", "Meeliften", "Free-riding gap",
     "Deel van wat voor alle partners samen het beste is dat aan elkaar wordt overgelaten, naar uitgaven aan taken",
     "Share of what is best for all partners together that is left to each other, by spending on tasks",
     [](const Sums& s) { return s.whole_area ? ratio(s.left_to_partners, amount(s.tasks)) : nan; }},
    {"municipalities_in_vangnet", 26, Better::Lower, "municipalities", "Gemeenten in het vangnet",
     "Municipalities in the safety net", "Gemeenten met vorig jaar een tekort op de buig boven het eigen risico",
     "Municipalities whose deficit on the buig last year went beyond their own risk",
     [](const Sums& s) { return s.whole_area ? static_cast<double>(s.in_vangnet) : nan; }},
    {"tax_and_contributions", 22, Better::Neither, "EUR/inhabitant/year", "Belasting door inwoners",
     "Tax paid by residents", "Belasting en premies van inwoners aan het Rijk",
     "Tax and contributions of residents to Rijk", [](const Sums& s) { return cost(s, Actor::Residents); }},
    {"buig_result", 26, Better::Higher, "share", "Resultaat buig", "Buig result",
     "(Budget - betaalde bijstand) / budget", "(Budget - bijstand paid) / budget",
     [](const Sums& s) {
       return s.whole_area ? ratio(static_cast<double>(s.buig - s.bijstand_paid), static_cast<double>(s.buig)) : nan;
     }},
    {"border_workers", 0, Better::Neither, "persons", "Werkenden over de grens", "Work abroad",
     "Inwoners die in het buitenland werken", "Residents who work beyond the national border", abroad},
    {"border_share", 0, Better::Neither, "share", "Aandeel over de grens", "Share who work abroad",
     "Inwoners die in het buitenland werken / werkenden", "Residents who work beyond the national border / employed",
     [](const Sums& s) { return ratio(abroad(s), employed(s)); }},
    {"legitimacy", 39, Better::Higher, "share", "Legitimiteit", "Legitimacy",
     "Gewogen gemiddelde van sturing door de raad, transparantie en prestatie; 0 tot 1, naar inwoners",
     "Weighted mean of control by the council, transparency and performance; 0 to 1, by inhabitants",
     [](const Sums& s) { return by_inhabitants(s, &Councils::legitimacy); }},
    {"council_control", 40, Better::Higher, "share", "Sturing door de raad", "Control by the council",
     "Sturing van de raad op taken, naar uitgaven: lokaal 1, in een verband minder",
     "Control of the council over tasks, by spending: 1 at home, less in an arrangement",
     [](const Sums& s) { return by_inhabitants(s, &Councils::control); }},
    {"transparency", 39, Better::Higher, "share", "Transparantie", "Transparency",
     "Deel van de regionale uitgaven met doelen vooraf en verslag achteraf",
     "Share of the regional spending with goals beforehand and a report afterwards",
     [](const Sums& s) { return by_inhabitants(s, &Councils::transparency); }},
    {"performance", 39, Better::Higher, "share", "Prestatie", "Performance",
     "Uitkeringen en werkloosheid tegen de eigen trend van twee jaar; 0,5 is als gewoonlijk",
     "Benefits and unemployment against the own trend of two years; 0.5 is as usual",
     [](const Sums& s) { return by_inhabitants(s, &Councils::performance); }},
    {"council_engagement", 43, Better::Higher, "share", "Betrokkenheid raden", "Engagement of councils",
     "Betrokkenheid van raden bij de regio", "Engagement of councils with the region",
     [](const Sums& s) { return by_inhabitants(s, &Councils::engagement); }},
    {"alderman_hours", 43, Better::Neither, "hours/month", "Uren van wethouders", "Hours of aldermen",
     "Uren die samenwerking per gemeente van het college vraagt",
     "Hours that cooperation asks of the college, per municipality",
     [](const Sums& s) { return s.whole_area ? ratio(s.councils.hours, s.councils.municipalities) : nan; }},
    {"attention", 43, Better::Higher, "share", "Aandacht", "Attention",
     "Deel van de gevraagde uren dat het college heeft", "Share of the hours asked that the college has",
     [](const Sums& s) { return by_inhabitants(s, &Councils::attention); }},
    {"arrangements", 35, Better::Neither, "per municipality", "Samenwerkingsverbanden", "Arrangements",
     "Verbanden waaraan een gemeente deelneemt", "Arrangements in which a municipality takes part",
     [](const Sums& s) { return s.whole_area ? ratio(s.councils.arrangements, s.councils.municipalities) : nan; }},
    {"partners", 35, Better::Neither, "per arrangement", "Partners", "Partners",
     "Gemeenten in een verband, gemiddeld over deelnames", "Municipalities in an arrangement, mean over memberships",
     [](const Sums& s) { return s.whole_area ? ratio(s.councils.partners, s.councils.arrangements) : nan; }},
    {"portfolio_integration", 45, Better::Higher, "share", "Samenhang portefeuilles", "Integration of portfolios",
     "Mate waarin economie, werk en inkomen in het college als een geheel werken",
     "How far economy, work and income act as one in the college",
     [](const Sums& s) { return by_inhabitants(s, &Councils::integration); }},
    {"local_party_seats", 0, Better::Neither, "share", "Zetels lokale partijen", "Seats of local parties",
     "Raadszetels van lokale partijen / alle raadszetels", "Seats of local parties in councils / all seats",
     [](const Sums& s) { return s.whole_area ? ratio(s.councils.local_seats, s.councils.seats) : nan; }},
};

}  // namespace

std::span<const Indicator> indicator_catalogue() { return catalogue; }

const Indicator* find_indicator(std::string_view key) {
  for (const Indicator& indicator : catalogue)
    if (indicator.key == key) return &indicator;
  return nullptr;
}

}  // namespace polder
