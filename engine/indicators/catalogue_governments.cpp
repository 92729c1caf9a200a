// Indicators of governments and their money.
#include "indicators/catalogue.h"

namespace polder {
namespace {

using measures::nan;
using measures::population;
using measures::ratio;

/// Yearly cost of a kind of payer [EUR per inhabitant].
double cost(const Sums& s, Actor payer) {
  if (!s.whole_area) return nan;
  return ratio(static_cast<double>(s.paid[static_cast<std::size_t>(payer)]) / 100 * 12, population(s));
}

double amount(Cents cents) { return static_cast<double>(cents); }

/// Mean over the inhabitants; NaN for a group of residents and where there are no councils.
double by_inhabitants(const Sums& s, double(Councils::* sum)) {
  return s.whole_area ? ratio(s.councils.*sum, s.councils.inhabitants) : nan;
}

const Indicator of_governments[] = {
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
    {"decision_time", 31, Better::Lower, "months", "Besluitduur", "Decision time",
     "Maanden van voorstel tot uitvoering van besluiten die uitgevoerd zijn, vanaf het begin, gemiddeld",
     "Months from proposal to execution of decisions that were carried out, since the start, mean",
     [](const Sums& s) {
       return s.whole_area ? ratio(static_cast<double>(s.decision_months), static_cast<double>(s.decisions)) : nan;
     }},
    {"execution_rate", 32, Better::Higher, "share", "Uitgevoerde voorstellen", "Proposals carried out",
     "Uitgevoerd onder de voorstellen die uitgevoerd, verworpen of vervallen zijn, vanaf het begin",
     "Carried out among the proposals that were carried out, rejected or lapsed, since the start",
     [](const Sums& s) {
       return s.whole_area ? ratio(static_cast<double>(s.decisions), static_cast<double>(s.ended)) : nan;
     }},
    {"trust", 34, Better::Higher, "share", "Vertrouwen", "Trust",
     "Vertrouwen tussen overheden die samenwerken, gemiddeld over hun banden",
     "Trust between governments that work together, mean over their ties",
     [](const Sums& s) { return s.whole_area ? ratio(s.trust, s.ties) : nan; }},
    {"trust_density", 34, Better::Higher, "share", "Dichtheid van vertrouwen", "Density of trust",
     "Banden met een vertrouwen boven 60 % onder de banden tussen overheden van het gebied, in december",
     "Ties with trust above 60 % among the ties between governments of the area, in December",
     [](const Sums& s) { return s.whole_area ? s.network.density : nan; }},
    {"trust_parts", 34, Better::Lower, "parts", "Delen van het netwerk", "Parts of the network",
     "Delen waarin de overheden van het gebied uiteenvallen, verbonden door vertrouwen boven 60 %, in december",
     "Parts into which the governments of the area fall, linked by trust above 60 %, in December",
     [](const Sums& s) { return s.whole_area ? s.network.parts : nan; }},
    {"brokerage", 34, Better::Neither, "share", "Spilfunctie", "Brokerage",
     "Kortste paden tussen andere overheden, door vertrouwen boven 60 %, die via de gemeente lopen; van een gebied de "
     "gemeente met de meeste; in december",
     "Shortest paths between other governments, through trust above 60 %, that run through the municipality; of an "
     "area "
     "the municipality with most; in December",
     [](const Sums& s) { return s.whole_area ? s.network.brokerage : nan; }},
    {"acceptance", 41, Better::Neither, "share", "Instemming van raden", "Acceptance by councils",
     "Stemmen voor onder de stemmen van raden over voorstellen deze maand",
     "Votes in favour among the votes of councils on proposals this month",
     [](const Sums& s) {
       return s.whole_area ? ratio(static_cast<double>(s.yes_votes), static_cast<double>(s.votes)) : nan;
     }},
    {"crisis_lead_time", 33, Better::Lower, "months", "Duur tot crisishulp", "Time to crisis help",
     "Maanden van aankondiging tot de eerste hulp aan werknemers van sluitende bedrijven, gemiddeld",
     "Months from the announcement to the first help to workers of plants that close, mean",
     [](const Sums& s) {
       return s.whole_area ? ratio(static_cast<double>(s.months_to_help), static_cast<double>(s.helped)) : nan;
     }},
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
    {"reserves", 28, Better::Higher, "EUR/inhabitant", "Reserves", "Reserves",
     "Ontvangen min betaald door gemeenten, vanaf het begin", "Received less paid by municipalities, since the start",
     [](const Sums& s) { return s.whole_area ? ratio(s.councils.reserves / 100, s.councils.inhabitants) : nan; }},
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
    {"congruence", 35, Better::Neither, "share", "Congruentie", "Congruence",
     "Deel van de paren verbanden van een gemeente waarin dezelfde gemeenten zitten",
     "Share of the pairs of arrangements of a municipality that have the same members",
     [](const Sums& s) { return s.whole_area ? ratio(s.councils.same_pairs, s.councils.pairs) : nan; }},
    {"portfolio_integration", 45, Better::Higher, "share", "Samenhang portefeuilles", "Integration of portfolios",
     "Mate waarin economie, werk en inkomen in het college als een geheel werken",
     "How far economy, work and income act as one in the college",
     [](const Sums& s) { return by_inhabitants(s, &Councils::integration); }},
    {"local_party_seats", 0, Better::Neither, "share", "Zetels lokale partijen", "Seats of local parties",
     "Raadszetels van lokale partijen / alle raadszetels", "Seats of local parties in councils / all seats",
     [](const Sums& s) { return s.whole_area ? ratio(s.councils.local_seats, s.councils.seats) : nan; }},
};

}  // namespace

std::span<const Indicator> governments_catalogue() { return of_governments; }

}  // namespace polder
