// The keys of each kind of event. A reader in events.cpp takes no key that is not listed here.
#pragma once

#include <array>

#include "polder/scenario/event_kind.h"

namespace polder {

inline constexpr std::array closure_keys{
    EventKey{"firm", "name", "sector, municipality and jobs instead", "een geplaatst bedrijf (place:)",
             "a placed firm (place:)"},
    EventKey{"sector", "code", "only with municipality and jobs, without firm", "sector van de vestiging",
             "sector of the establishment"},
    EventKey{"municipality", "code or name", "only with sector and jobs, without firm", "gemeente van de vestiging",
             "municipality of the establishment"},
    EventKey{"jobs", "persons", "only with sector and municipality, without firm",
             "banen; de vestiging die daar het dichtst bij komt, sluit",
             "jobs; the establishment nearest to it closes"},
    EventKey{"announced", "YYYY-MM", "", "maand van de aankondiging", "month of the announcement"},
    EventKey{"at", "YYYY-MM", "", "maand van de sluiting, na de aankondiging",
             "month of the closure, after the announcement"}};

inline constexpr std::array threat_keys{
    closure_keys[0],
    closure_keys[1],
    closure_keys[2],
    EventKey{"jobs", "persons", "only with sector and municipality, without firm",
             "banen; de vestiging die daar het dichtst bij komt, dreigt",
             "jobs; the establishment nearest to it threatens"},
    EventKey{"from", "YYYY-MM", "", "maand waarin de dreiging bekend wordt", "month in which the threat is known"},
    EventKey{"window", "months", "parameter threat.window", "tijd tot de beslissing, 1 tot 60",
             "time until the decision, 1 to 60"},
    EventKey{"notice", "months", "6 months", "tijd tussen beslissing en sluiting, 1 tot 60",
             "time between decision and closure, 1 to 60"},
    EventKey{"offer_elsewhere", "%", "0 %", "hoe goed het bod van elders is", "how good the offer from elsewhere is"}};

inline constexpr std::array bankruptcy_keys{
    EventKey{"sector", "code", "", "de sector", "the sector"},
    EventKey{"rate", "% per month", "", "extra kans om te sluiten", "additional chance to close"},
    EventKey{"from", "YYYY-MM", "", "eerste maand", "first month"},
    EventKey{"months", "months", "12 months", "duur, 1 tot 240", "duration, 1 to 240"},
    EventKey{"region", "code or name", "everywhere", "arbeidsmarktregio", "labour-market region"}};

inline constexpr std::array youth_keys{
    EventKey{"towards", "code or name", "", "beroepsklasse", "class of occupations"},
    EventKey{"shift", "%", "", "deel van wie een opleiding begint", "share of those who begin a programme"},
    EventKey{"from", "YYYY-MM", "start of the period", "eerste maand", "first month"},
    EventKey{"to", "YYYY-MM", "end of the period", "laatste maand", "last month"}};

inline constexpr std::array recession_keys{
    EventKey{"from", "YYYY-MM", "", "eerste maand", "first month"},
    EventKey{"depth", "%", "", "diepte van het dal: vraag onder het basispad, 0 tot 30 %",
             "depth of the trough: demand below the reference, 0 to 30 %"},
    EventKey{"months", "months", "24 months", "van begin tot herstel, 2 tot 240", "from start to recovery, 2 to 240"}};

inline constexpr std::array trend_keys{
    EventKey{"sector", "code", "", "de sector", "the sector"},
    EventKey{"rate", "% per year", "", "groei van de vraag ten opzichte van de andere sectoren, -50 tot 50",
             "growth of demand relative to the other sectors, -50 to 50"},
    EventKey{"region", "code or name", "everywhere", "arbeidsmarktregio", "labour-market region"},
    EventKey{"from", "YYYY-MM", "start of the period", "eerste maand", "first month"},
    EventKey{"to", "YYYY-MM", "end of the period", "laatste maand", "last month"}};

inline constexpr std::array arrival_keys{
    EventKey{"municipality", "code or name", "", "gemeente", "municipality"},
    EventKey{"sector", "code", "", "sector", "sector"},
    EventKey{"jobs", "persons", "", "banen, 1 tot 1000000", "jobs, 1 to 1000000"},
    EventKey{"at", "YYYY-MM", "", "maand waarin de werkgever begint", "month in which the employer starts"}};

inline constexpr EventKey of_municipality{"municipality", "code or name", "", "gemeente", "municipality"};
inline constexpr EventKey happens_at{"at", "YYYY-MM", "", "maand waarin het gebeurt", "month in which it happens"};
inline constexpr EventKey of_task{"task", "task", "arrangement instead", "de taak", "the task"};
inline constexpr EventKey of_arrangement{"arrangement", "name", "task instead",
                                         "een regeling van het scenario (arrangements:), met al haar taken",
                                         "an arrangement of the scenario (arrangements:), with all its tasks"};

inline constexpr std::array election_keys{
    EventKey{"municipality", "code or name", "all, or those of who", "gemeente", "municipality"},
    EventKey{"who", "places", "all, or the municipality", "gemeenten, regio's of provincies, of all",
             "municipalities, regions or provinces, or all"},
    happens_at,
    EventKey{"swing", "%", "0 %", "stemmen die naar lokale partijen gaan, -50 tot 50 %",
             "votes that go to local parties, -50 to 50 %"}};
inline constexpr std::array of_municipality_keys{of_municipality, happens_at};
inline constexpr std::array of_partner_keys{of_municipality, of_task, of_arrangement, happens_at};
inline constexpr std::array overspending_keys{
    of_task, of_arrangement,
    EventKey{"municipality", "code or name", "region or arrangement instead", "een deelnemer", "one of the partners"},
    EventKey{"region", "code or name", "municipality or arrangement instead",
             "arbeidsmarktregio: alle regelingen voor de taak", "labour-market region: all arrangements for the task"},
    happens_at};
inline constexpr std::array merger_keys{
    EventKey{"municipalities", "places", "", "de gemeenten die samengaan, in een arbeidsmarktregio en provincie",
             "the municipalities that merge, in one labour-market region and province"},
    EventKey{"at", "YYYY-MM", "", "de januari waarin zij samengaan", "the January in which they merge"},
    EventKey{"into", "code or name", "the largest of them", "de gemeente die overblijft",
             "the municipality that is left"}};
inline constexpr std::array call_keys{
    happens_at, EventKey{"budget", "EUR", "", "wat er te verdelen is", "what there is to award"},
    EventKey{"region", "code or name", "everywhere", "de enige arbeidsmarktregio die mag meedoen",
             "the only labour-market region that may bid"},
    EventKey{"fund", "rijk|esf", "rijk", "wie het geld geeft", "who gives the money"}};

}  // namespace polder
