// The table of levers: what a decision maker can change, with unit, bounds and meaning.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <type_traits>

#include "polder/scenario/lever.h"
#include "scenario/lever_setters.h"

namespace polder {
namespace {

using namespace setters;

// Imposes a member of the municipality's course.
#define IN_COURSE(member)                                                                            \
  [](Policy& policy, const Country& country, MunicipalityIndex who, double value, bool) {            \
    impose(policy, country, who, &Course::member, offsetof(Course, member) / sizeof(double), value); \
  }

// Writes into a member of the policy, or into the municipality's row of a column of it.
#define IN_POLICY(member)                                                               \
  [](Policy& policy, const Country&, MunicipalityIndex, double value, bool) {           \
    policy.member = kept_as<std::remove_reference_t<decltype((policy.member))>>(value); \
  }

#define IN_COLUMN(member)                                                                 \
  [](Policy& policy, const Country& country, MunicipalityIndex who, double value, bool) { \
    using Kept = decltype(policy.member)::value_type;                                     \
    if (policy.member.empty()) policy.member.resize(country.municipalities.size());       \
    policy.member[who] = kept_as<Kept>(value);                                            \
  }

constexpr Lever table[] = {
    {"budget.guidance", LeverKind::Money, "EUR per year", 0, 1e9, true, true, "",
     "re-integratiebudget van elke genoemde gemeente (participatie), bedrag of aandeel van het huidige",
     "guidance budget of each municipality named (re-integration), an amount or a share of today's", set_guidance},
    {"budget.income_support", LeverKind::Share, "%", 0, 10, true, false, "",
     "wat elke genoemde gemeente uitgeeft aan de uitvoering van de bijstand: deel van wat zij anders zou uitgeven",
     "what each municipality named spends on the administration of bijstand: share of what it would spend otherwise",
     set_task_budget<Task::IncomeSupport>},
    {"budget.employer_services", LeverKind::Share, "%", 0, 10, true, false, "",
     "wat elke genoemde gemeente uitgeeft aan werkgeversdienstverlening: deel van wat zij anders zou uitgeven",
     "what each municipality named spends on employer services: share of what it would spend otherwise",
     set_task_budget<Task::EmployerServices>},
    {"budget.retraining", LeverKind::Share, "%", 0, 10, true, false, "",
     "wat elke genoemde gemeente uitgeeft aan omscholing, waarvan meer dan aan het begin plaatsen koopt: deel van wat "
     "zij anders zou uitgeven",
     "what each municipality named spends on retraining, of which more than at the start buys places: share of what it "
     "would spend otherwise",
     set_task_budget<Task::Retraining>},
    {"budget.analysis", LeverKind::Share, "%", 0, 10, true, false, "",
     "wat elke genoemde gemeente uitgeeft aan arbeidsmarktanalyse: deel van wat zij anders zou uitgeven",
     "what each municipality named spends on labour-market analysis: share of what it would spend otherwise",
     set_task_budget<Task::Analysis>},
    {"budget.crisis", LeverKind::Share, "%", 0, 10, true, false, "",
     "wat elke genoemde gemeente uitgeeft aan hulp aan werknemers van een fabriek die sluit: deel van wat zij anders "
     "zou uitgeven",
     "what each municipality named spends on help to workers of a plant that closes: share of what it would spend "
     "otherwise",
     set_task_budget<Task::Crisis>},
    {"budget.schools", LeverKind::Share, "%", 0, 10, true, false, "",
     "wat elke genoemde gemeente uitgeeft aan afstemming met scholen: deel van wat zij anders zou uitgeven",
     "what each municipality named spends on alignment with schools: share of what it would spend otherwise",
     set_task_budget<Task::Schools>},
    {"budget.retention", LeverKind::Share, "%", 0, 10, true, false, "",
     "wat elke genoemde gemeente uitgeeft aan behoud en werving van bedrijven: deel van wat zij anders zou uitgeven",
     "what each municipality named spends on retention and acquisition of firms: share of what it would spend "
     "otherwise",
     set_task_budget<Task::Retention>},
    {"budget.border", LeverKind::Share, "%", 0, 10, true, false, "",
     "wat elke genoemde gemeente uitgeeft aan werk over de grens: deel van wat zij anders zou uitgeven",
     "what each municipality named spends on work across the border: share of what it would spend otherwise",
     set_task_budget<Task::Border>},
    {"grant.province", LeverKind::Share, "%", 0, 0.9, true, false, "",
     "deel dat de provincie betaalt van wat elke genoemde gemeente zelf of in een regionaal verband uitgeeft aan "
     "omscholing, afstemming met scholen en behoud van bedrijven",
     "share that the province pays of what each municipality named spends, itself or in a regional arrangement, on "
     "retraining, alignment with schools and retention of firms",
     set_grant<Grantor::Province>},
    {"grant.rijk", LeverKind::Share, "%", 0, 0.9, true, false, "",
     "deel dat het Rijk betaalt van wat elke genoemde gemeente zelf of in een regionaal verband uitgeeft aan alle "
     "taken",
     "share that Rijk pays of what each municipality named spends, itself or in a regional arrangement, on all tasks",
     set_grant<Grantor::Rijk>},
    {"grant.esf", LeverKind::Share, "%", 0, 0.9, true, false, "",
     "deel dat het ESF betaalt van wat elke genoemde gemeente zelf of in een regionaal verband uitgeeft aan "
     "begeleiding "
     "en omscholing",
     "share that ESF pays of what each municipality named spends, itself or in a regional arrangement, on guidance and "
     "retraining",
     set_grant<Grantor::Esf>},
    {"buig.objective_from", LeverKind::Count, "inhabitants", 1, 1e7, false, false, "",
     "inwoners tot waar de buig de uitgaven van twee jaar geleden volgt",
     "inhabitants up to which the buig follows what was spent two years ago", IN_POLICY(rules.objective_from)},
    {"buig.objective_full", LeverKind::Count, "inhabitants", 1, 1e7, false, false, "",
     "inwoners vanaf waar de buig alleen het objectieve model volgt",
     "inhabitants from which the buig follows the objective model only", IN_POLICY(rules.objective_full)},
    {"buig.macro_cut", LeverKind::Share, "%", 0, 0.5, false, false, "",
     "korting op het macrobudget van de buig, vanaf het volgende januari",
     "cut in the macro budget of the buig, from the next January on", IN_POLICY(rules.macro_cut)},
    {"pockets.shared_savings", LeverKind::Share, "%", 0, 1, false, false, "",
     "contract: deel van wat UWV in een jaar minder aan ww betaalt dan bij de start, dat het in december aan de "
     "gemeente betaalt",
     "contract: share of what uwv pays less on ww in a year than at the start that it pays the municipality in "
     "December",
     IN_POLICY(rules.shared_savings)},
    {"uwv.municipal_handover", LeverKind::Share, "%", 0, 1, false, false, "intensity",
     "hulp en overdracht door UWV in de laatste maanden van de ww: intensiteit",
     "help and handover by uwv in the last months of ww: intensity", IN_POLICY(rules.handover)},
    {"caseload.triage", LeverKind::Choice, "equal|closest|farthest|profiled", 0, 3, true, false, "",
     "wie de begeleiding in de bijstand krijgt: iedereen, dichtst bij werk eerst, verst van werk eerst, op profiel",
     "who in bijstand gets the guidance: everybody, closest to work first, farthest first, by profile",
     IN_COLUMN(mandates.triage)},
    {"crisis.help", LeverKind::Share, "%", 0, 1, false, false, "intensity",
     "crisishulp aan werknemers van een fabriek die sluit: intensiteit",
     "crisis help to workers of a plant that closes: intensity", IN_POLICY(mandates.crisis_help)},
    {"crisis.protocol", LeverKind::Choice, "off|on", 0, 1, false, false, "",
     "het mandaat voor hulp na een sluiting ligt vooraf vast: geen voorbereiding, rondes of wachten op de begroting",
     "the mandate for help after a closure is agreed beforehand: no preparation, rounds or wait for the budget",
     IN_POLICY(mandates.crisis_protocol)},
    {"info.precision", LeverKind::Share, "%", 0, 1, false, false, "",
     "precisie van de verwachte vraag naar arbeid per beroep: 0 % ziet alleen het afgelopen jaar, 100 % weet wat komt",
     "precision of forecasts of demand by occupation: 0 % sees only the last year, 100 % knows what comes",
     IN_POLICY(mandates.info_precision)},
    {"retention.package", LeverKind::Money, "EUR", 0, 1e9, true, false, "",
     "pakket van elke genoemde gemeente (zonder `who`: van alle) voor een bedrijf dat dreigt te vertrekken; betaald "
     "als het blijft",
     "package of each municipality named (without `who`: of all) for a firm that threatens to leave; paid if it stays",
     IN_COLUMN(mandates.retention_package)},
    {"retention.speed", LeverKind::Months, "months", 0, 12, true, false, "",
     "zoveel maanden sneller dan gewoonlijk antwoordt de gemeente een bedrijf dat dreigt te vertrekken",
     "months by which the municipality answers a firm that threatens to leave faster than usual",
     IN_COLUMN(mandates.retention_speed)},
    {"retention.package_rule", LeverKind::Choice, "local|coordinated", 0, 1, false, false, "",
     "pakketten van gemeenten in een arbeidsmarktregio: elk voor zich, of samen één",
     "packages of the municipalities of a labour-market region: each for itself, or one together",
     IN_POLICY(mandates.retention_rule)},
    {"schools.capacity_rule", LeverKind::Choice, "fixed|national|regional", 0, 2, false, false, "",
     "wiens verwachte tekort opleidingsplaatsen volgen: niemands, dat van het land, dat van de eigen regio",
     "whose expected shortage places of schools follow: nobody's, the country's, that of their own region",
     IN_POLICY(mandates.capacity_rule)},
    {"schools.bbl_share", LeverKind::Share, "%", 0, 1, false, false, "",
     "deel van de mbo-studenten dat een leerwerkplek in het eigen vak zoekt (bbl)",
     "share of mbo students who seek a work-based place in the field of their programme (bbl)",
     IN_POLICY(mandates.bbl_share)},
    {"domains.link_education", LeverKind::Share, "%", 0, 1, false, false, "",
     "scholen aan de regionale tafel: plaatsen volgen het regionale tekort, en wie kiest weet meer",
     "schools at the regional table: places follow the regional shortage, and who chooses knows more",
     IN_POLICY(mandates.link_education)},
    {"ww.most_months", LeverKind::Months, "months", 3, 60, false, false, "",
     "langste duur van de ww; hoger "
     "dan nu merkt bijna niemand zolang na ww.full_years een gewerkt jaar maar een halve maand ww geeft",
     "longest duration of ww; above today's almost nobody notices as long as a year worked after ww.full_years gives "
     "half a month of ww only",
     IN_POLICY(rules.ww_most_months)},
    {"ww.full_years", LeverKind::Months, "months", 0, 720, false, false, "",
     "gewerkte tijd waarin elk jaar een maand ww geeft, daarna een halve; in hele jaren, bijvoorbeeld 38 years",
     "time worked in which each year gives a month of ww, half a month after it; in whole years, for example 38 years",
     set_ww_full_years},
    {"ww.least_months", LeverKind::Months, "months", 0, 60, false, false, "", "kortste duur van de ww",
     "shortest duration of ww", IN_POLICY(rules.ww_least_months)},
    {"ww.first_months", LeverKind::Months, "months", 0, 60, false, false, "", "maanden met het eerste ww-percentage",
     "months at the first rate of ww", IN_POLICY(rules.ww_first_months)},
    {"ww.cap", LeverKind::Money, "EUR per month", 0, 100000, false, false, "", "hoogste loon dat telt voor de ww",
     "largest wage that counts for ww", IN_POLICY(rules.ww_cap)},
    {"ww.rate_first", LeverKind::Share, "%", 0, 1, false, false, "", "ww als deel van het loon, eerste maanden",
     "ww as a share of the wage, first months", IN_POLICY(rules.ww_rate_first)},
    {"ww.rate_after", LeverKind::Share, "%", 0, 1, false, false, "", "ww als deel van het loon, daarna",
     "ww as a share of the wage, after them", IN_POLICY(rules.ww_rate_after)},
    {"bijstand.norm", LeverKind::Money, "EUR per month", 0, 10000, false, false, "", "bijstand per ontvanger",
     "bijstand per recipient", IN_POLICY(rules.bijstand_norm)},
    {"hc_agenda.retrain.budget", LeverKind::Money, "EUR per year", 0, 1e10, true, false, "",
     "omscholing van wie geen werk heeft, voltijds: budget van de genoemde gemeenten samen (zonder `who`: het gebied)",
     "retraining of who has no work, full-time: budget of the places named together (without `who`: the area)",
     IN_COLUMN(mandates.agenda.retrain), true},
    {"hc_agenda.train.budget", LeverKind::Money, "EUR per year", 0, 1e10, true, false, "",
     "omscholing naast het werk, in beroepen met minder uitzicht: budget van de genoemde gemeenten samen",
     "retraining beside a job, in occupations with a worse outlook: budget of the places named together",
     IN_COLUMN(mandates.agenda.train), true},
    {"hc_agenda.attract.budget", LeverKind::Money, "EUR per year", 0, 1e10, true, false, "",
     "mensen van elders aantrekken: budget van de genoemde gemeenten samen",
     "attracting workers from elsewhere: budget of the places named together", IN_COLUMN(mandates.agenda.attract),
     true},
    {"hc_agenda.payer_shares.municipalities", LeverKind::Share, "%", 0, 1, false, false, "",
     "deel van de agenda dat gemeenten betalen", "share of the agenda that municipalities pay",
     IN_POLICY(mandates.agenda.payer_shares[0])},
    {"hc_agenda.payer_shares.province", LeverKind::Share, "%", 0, 1, false, false, "",
     "deel van de agenda dat de provincie betaalt", "share of the agenda that the province pays",
     IN_POLICY(mandates.agenda.payer_shares[1])},
    {"hc_agenda.payer_shares.national", LeverKind::Share, "%", 0, 1, false, false, "",
     "deel van de agenda dat het Rijk betaalt", "share of the agenda that Rijk pays",
     IN_POLICY(mandates.agenda.payer_shares[2])},
    {"hc_agenda.payer_shares.employers", LeverKind::Share, "%", 0, 1, false, false, "",
     "deel van de agenda dat werkgevers betalen (fondsen van hun sector)",
     "share of the agenda that employers pay (funds of their sector)", IN_POLICY(mandates.agenda.payer_shares[3])},
    {"hc_agenda.cross_sector", LeverKind::Share, "%", 0, 1, false, false, "",
     "afspraak tussen sectoren, waar geld voor opleiding is: deel van het geld van werkgevers dat ook een stap naar "
     "een andere sector betaalt; men zoekt meer in verwante beroepen, en plaatsen kosten meer",
     "agreement across sectors, where there is money for training: share of the employers' money that also pays for a "
     "move to another sector; people seek more in like occupations, and places cost more",
     IN_POLICY(mandates.agenda.cross_sector)},
    {"hc_agenda.partners", LeverKind::Set, "municipalities|firms|schools|sector_bodies|uwv", 0, 31, false, false, "",
     "wie meedoet: gemeenten en werkgevers (brancheorganisaties) betalen alleen als zij meedoen; bedrijven en uwv "
     "weten beter welk beroep gevraagd wordt, scholen hebben vrije plaatsen",
     "who takes part: municipalities and employers (sector bodies) pay only if they do; firms and uwv know better "
     "which occupation is wanted, schools have places free",
     IN_POLICY(mandates.agenda.partners)},
    {"hc_agenda.quality", LeverKind::Share, "%", 0, 1, false, false, "",
     "deel van de voltooide cursussen dat leert wat het doelberoep vraagt",
     "share of the completed courses that teach what the target occupation asks for",
     IN_POLICY(mandates.agenda.quality)},
    {"hc_agenda.target", LeverKind::Choice, "forecast|nearest|any", 0, 2, false, false, "",
     "waarvoor wordt opgeleid: het beste uitzicht, het naaste beroep met beter uitzicht, of elk bereikbaar beroep",
     "what people are trained for: the best outlook, the nearest occupation with a better one, or any within reach",
     IN_POLICY(mandates.agenda.target)},
    {"wage_subsidy.budget", LeverKind::Money, "EUR per year", 0, 1e10, true, false, "",
     "loonkostensubsidie voor wie van grote afstand komt: budget van de genoemde gemeenten samen",
     "wage subsidies for who comes from far: budget of the places named together",
     IN_COLUMN(mandates.wage_subsidy.budget), true},
    {"wage_subsidy.rate", LeverKind::Share, "%", 0, 1, false, false, "", "deel van het loon dat de subsidie betaalt",
     "share of the wage that the subsidy pays", IN_POLICY(mandates.wage_subsidy.rate)},
    {"sheltered_places", LeverKind::Count, "places", 0, 1e6, true, false, "",
     "beschutte werkplekken voor bijstandsontvangers op grote afstand: aantal in de genoemde gemeenten samen",
     "sheltered workplaces for recipients of bijstand at far distance: number in the places named together",
     IN_COLUMN(mandates.sheltered_places), true},
    {"tasks.guidance.level", LeverKind::Choice, "local|network|centre|joint|province|national", 0, 5, true, false, "",
     "schaalniveau van de begeleiding van bijstandsontvangers", "level of guidance of recipients of bijstand",
     set_level<Task::Guidance>},
    {"tasks.income_support.level", LeverKind::Choice, "local|network|centre|joint|province|national", 0, 5, true, false,
     "", "schaalniveau van de uitvoering van de bijstand", "level of the administration of bijstand",
     set_level<Task::IncomeSupport>},
    {"tasks.employer_services.level", LeverKind::Choice, "local|network|centre|joint|province|national", 0, 5, true,
     false, "", "schaalniveau van de werkgeversdienstverlening", "level of employer services",
     set_level<Task::EmployerServices>},
    {"tasks.retraining.level", LeverKind::Choice, "local|network|centre|joint|province|national", 0, 5, true, false, "",
     "schaalniveau van omscholing", "level of retraining", set_level<Task::Retraining>},
    {"tasks.analysis.level", LeverKind::Choice, "local|network|centre|joint|province|national", 0, 5, true, false, "",
     "schaalniveau van de arbeidsmarktanalyse", "level of labour-market analysis", set_level<Task::Analysis>},
    {"tasks.crisis.level", LeverKind::Choice, "local|network|centre|joint|province|national", 0, 5, true, false, "",
     "schaalniveau van de hulp aan werknemers van een fabriek die sluit",
     "level of help to workers of a plant that closes", set_level<Task::Crisis>},
    {"tasks.schools.level", LeverKind::Choice, "local|network|centre|joint|province|national", 0, 5, true, false, "",
     "schaalniveau van de afstemming met scholen", "level of the alignment with schools", set_level<Task::Schools>},
    {"tasks.retention.level", LeverKind::Choice, "local|network|centre|joint|province|national", 0, 5, true, false, "",
     "schaalniveau van het behoud en de werving van bedrijven", "level of retention and acquisition of firms",
     set_level<Task::Retention>},
    {"tasks.border.level", LeverKind::Choice, "local|network|centre|joint|province|national|international", 0, 6, true,
     false, "", "schaalniveau van werk over de grens", "level of work across the border", set_level<Task::Border>},
    {"governance.architecture", LeverKind::Choice, "mixed|type1_bundle|type2_per_task", 0, 2, false, false, "",
     "hoe regionale verbanden de taken verdelen: werk en inkomen apart van economie, alles in een, of een per taak",
     "how regional arrangements divide the tasks: work and income apart from the economy, all in one, or one per task",
     IN_POLICY(mandates.architecture)},
    {"governance.switching", LeverKind::Choice, "scripted|fixed|adaptive|random", 0, 3, false, false, "",
     "hoe taken van schaalniveau wisselen: alleen zoals het scenario zegt, nooit, naar het niveau dat in juni het "
     "beste "
     "is voor de gemeenten die daartoe besluiten, of op goed geluk (ter vergelijking)",
     "how tasks change level: only as the scenario says, never, to the level that is best in June for the "
     "municipalities that decide to, or at random (for comparison)",
     [](Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
       constexpr std::array order{Switching::Scripted, Switching::Fixed, Switching::Adaptive, Switching::Random};
       policy.mandates.switching = order[static_cast<std::size_t>(value)];
     }},
    {"analysis.joint.coverage", LeverKind::Share, "%", 0, 1, false, false, "",
     "deel van de bereikbare banen dat een gezamenlijke arbeidsmarktanalyse minstens beslaat",
     "share of the reachable jobs that a joint analysis of the labour market covers at least",
     IN_POLICY(mandates.analysis_coverage)},
    {"analysis.joint.spend", LeverKind::Money, "EUR per year", 0, 1000, false, false, "",
     "extra geld voor arbeidsmarktanalyse, per werkende inwoner",
     "money for the analysis of the labour market on top, per resident at work", IN_POLICY(mandates.analysis_spending)},
    {"border.info", LeverKind::Share, "%", 0, 1, false, false, "",
     "informatie en bemiddeling over de grens: zoeken in het buitenland weegt tot twee keer zo zwaar",
     "information and mediation across the border: search abroad weighs up to twice as much",
     IN_POLICY(mandates.border_info)},
    {"border.recognition", LeverKind::Share, "%", 0, 1, false, false, "",
     "erkenning van diploma's over de grens: aandeel van wat anders daarop strandt dat nu wel telt",
     "recognition of diplomas across the border: share of what would fail on them that now counts",
     IN_POLICY(mandates.border_recognition)},
    {"coalition.regional_emphasis", LeverKind::Share, "%", 0, 1, true, false, "",
     "regionale inzet in het akkoord van de coalitie, bij stemmen, meedoen en begroten; zonder deze knop volgt die uit "
     "wie er regeert",
     "regional emphasis in the agreement of the coalition, in votes, joining and budgets; without this lever it "
     "follows from who governs",
     IN_COURSE(emphasis)},
    {"portfolio.design", LeverKind::Choice, "one_hand|adjacent|coordinated|separate", 0, 3, true, false, "",
     "verdeling van economie, werk en inkomen in het college: in één hand, verwant, afgestemd of gescheiden",
     "economy, work and income in the college: in one hand, adjacent, coordinated or separate", set_portfolio},
    {"linking.capacity", LeverKind::Count, "hours per month", 0, 80, true, false, "",
     "uren per maand van wie de weg weet naar andere overheden (grensgangers)",
     "hours per month of those who know the way to other governments (boundary spanners)", IN_COURSE(linking_hours)},
    {"info.tools_use", LeverKind::Share, "%", 0, 1, true, false, "",
     "gebruik van analyses en hulpmiddelen van anderen (uwv, samenvoordeklant)",
     "use of analyses and tools of others (uwv, samenvoordeklant)", IN_COURSE(tools)},
    {"council.theme_session", LeverKind::Choice, "none|own|joint", 0, 2, true, false, "",
     "themabijeenkomst van de raad over de regio, elke maand van de periode: alleen, of met andere raden",
     "theme session of the council on the region, every month of the period: alone, or with other councils",
     set_session},
    {"council.invite_entrepreneurs", LeverKind::Count, "sessions per year", 0, 12, true, false, "",
     "bijeenkomsten per jaar van de raad met ondernemers: die vertellen van vacatures en vertrekplannen",
     "sessions per year of the council with entrepreneurs, who tell of vacancies and of plans to leave",
     IN_COURSE(entrepreneurs)},
    {"council.agenda_space", LeverKind::Share, "%", 0, .3, true, false, "",
     "ruimte op de agenda van de raad voor de regio: betrokkenheid zakt minder weg",
     "space on the council's agenda for the region: engagement fades less", IN_COURSE(agenda_space)},
    {"ibp.align", LeverKind::Share, "%", 0, 1, true, false, "",
     "hoe ver de plannen van de gemeente aansluiten bij de programma's van het Rijk: een beter voorstel bij een "
     "oproep, en geld apart voor scholing, scholen en behoud van bedrijven",
     "how far the municipality's plans are aligned with the programmes of Rijk: a better bid at a call, and money "
     "set apart for retraining, schools and retention",
     IN_COURSE(align)},
    {"wgr.regime", LeverKind::Choice, "law|2015|2022", 0, 2, false, false, "",
     "Wet gemeenschappelijke regelingen: zoals die gold of geldt, of altijd die van 2015 of van juli 2022",
     "Wet gemeenschappelijke regelingen: as in force, or always that of 2015 or of July 2022", set_wgr},
    {"wgr.input_effort", LeverKind::Share, "%", 0, 1, true, false, "",
     "inbreng van gemeenten in de wijziging van de Wgr van juli 2022: die gaat eerder in",
     "input of municipalities to the amendment of the Wgr of July 2022: it is in force sooner", IN_COURSE(wgr_effort)},
    {"onboarding.meet_share", LeverKind::Share, "%", 0, 1, true, false, "",
     "deel van de inwerktijd van nieuwe wethouders voor kennismaken; de rest gaat naar dossiers",
     "share of the onboarding of new aldermen for meeting partners; the rest goes to dossiers", IN_COURSE(meet_share)},
    {"agreements.framing", LeverKind::Share, "%", 0, 1, true, false, "",
     "waarover afspraken gaan: bijdragen (0 %) of organiseren (100 %)",
     "what agreements are about: contributing (0 %) or organising (100 %)", IN_COURSE(framing)},
    {"agreements.verbs", LeverKind::Share, "%", 0, 1, true, false, "",
     "deel van de ambities in werkwoorden: meer wordt uitgevoerd, minder is vooraf benoemd",
     "share of ambitions put in verbs: more is carried out, less is named beforehand", IN_COURSE(verbs)},
    {"pc.coupling.statutory", LeverKind::Share, "%", 0, 1, true, false, "",
     "gemeenschappelijke regelingen in planning en control van de gemeente: doelen vooraf, verslag achteraf",
     "joint arrangements in the planning and control of the municipality: goals beforehand, a report afterwards",
     IN_COURSE(coupling_statutory)},
    {"pc.coupling.network", LeverKind::Share, "%", 0, 1, true, false, "",
     "netwerken en centrumgemeenten in planning en control van de gemeente",
     "networks and centre municipalities in the planning and control of the municipality", IN_COURSE(coupling_network)},
};

#undef IN_POLICY
#undef IN_COLUMN
#undef IN_COURSE

}  // namespace

std::span<const Lever> levers() { return table; }

const Lever* find_lever(std::string_view key) {
  const auto found =
      std::find_if(std::begin(table), std::end(table), [&](const Lever& lever) { return lever.key == key; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace polder
