#include "government/decisions.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace polder::government {
namespace {

constexpr ReasonText texts[] = {
    {"none", "", ""},
    {"closure_announced", "een bedrijf kondigde zijn sluiting aan", "a plant announced that it will close"},
    {"protocol", "het mandaat lag vooraf vast in een crisisprotocol",
     "the mandate was agreed beforehand in a crisis protocol"},
    {"staff_work", "het voorstel is ambtelijk voorbereid", "staff prepared the proposal"},
    {"convinced", "de voordelen overtuigen", "the benefits convince"},
    {"contribution", "de eigen bijdrage is hoger dan wat ervan terugkomt",
     "the own contribution is more than what comes back of it"},
    {"legitimacy", "te weinig democratische legitimatie", "too little democratic legitimacy"},
    {"distrust", "te weinig vertrouwen in de partners", "too little trust in the partners"},
    {"preferences", "de partners willen politiek iets anders", "the partners want something else politically"},
    {"doubt", "twijfel, zonder zwaarwegend bezwaar", "doubt, without a weighty objection"},
    {"all_agree", "alle deelnemers stemden in", "all partners agreed"},
    {"one_refuses", "niet alle deelnemers stemden in, en unanimiteit is vereist",
     "not all partners agreed, and unanimity is asked"},
    {"majority", "een meerderheid naar inwoners stemde voor", "a majority by inhabitants voted for it"},
    {"no_majority", "geen meerderheid naar inwoners", "no majority by inhabitants"},
    {"host_agrees", "de centrumgemeente besloot na raadpleging", "the centre municipality decided after consultation"},
    {"host_refuses", "de centrumgemeente weigerde na raadpleging",
     "the centre municipality refused after consultation"},
    {"own_council", "de eigen raad besliste", "its own council decided"},
    {"own_assembly", "de eigen volksvertegenwoordiging besliste", "its own assembly decided"},
    {"too_many_rounds", "na te veel rondes zonder akkoord", "after too many rounds without an agreement"},
    {"task_moved", "de taak ging naar een ander niveau", "the task went to another level"},
    {"at_once", "zonder te wachten op een begrotingsmoment", "without waiting for a budget moment"},
    {"budget_moment", "het wacht op het volgende begrotingsmoment", "it waits for the next budget moment"},
    {"contribution_fails", "de toegezegde bijdrage bleef uit", "the promised contribution did not come"},
    {"level_suits", "de taak is daar in de regio meer waard", "the task is worth more there in the region"},
    {"little_gain", "het levert te weinig op", "it brings too little"},
    {"trusts_partners", "er is vertrouwen in de partners", "there is trust in the partners"},
    {"regional_coalition", "de coalitie zet in op de regio", "its coalition is for the region"},
    {"own_purse_short", "de eigen kas is krap", "its own purse is short"},
    {"own_purse_suffices", "het kan het zelf betalen", "it can afford to do it alone"},
    {"grant_helps", "provincie of Rijk betaalt mee", "province or Rijk pays a part"},
    {"benefit_of_doubt", "het krijgt het voordeel van de twijfel", "it has the benefit of the doubt"},
    {"enough_take_part", "genoeg gemeenten doen mee", "enough municipalities take part"},
    {"too_few_take_part", "te weinig gemeenten doen mee", "too few municipalities take part"},
    {"host_stays_out", "de centrumgemeente doet niet mee", "the centre municipality does not take part"},
    {"levels_are_set", "niveaus volgen niet meer uit besluiten van raden",
     "levels no longer follow from what councils decide"},
    {"notice_is_over", "de opzegtermijn is voorbij", "the term of notice is over"},
    {"college_disagrees", "de partijen in het college vertrouwden elkaar niet meer",
     "the parties in the college no longer trusted each other"},
    {"region_works_together", "de andere deelnemers doen het al samen", "the other partners already do it together"},
    {"own_way", "de gemeente gaat haar eigen weg", "the municipality goes its own way"},
    {"overspent", "de regeling gaf meer uit dan was afgesproken", "the arrangement spent more than was agreed"},
    {"good_bid", "het voorstel van de regio was een van de beste", "the bid of the region was among the best"},
    {"weighed_majority", "een meerderheid naar de afgesproken gewichten stemde voor",
     "a majority by the weights agreed voted for it"},
    {"no_weighed_majority", "geen meerderheid naar de afgesproken gewichten", "no majority by the weights agreed"},
    {"herindeling", "een herindeling voegt gemeenten samen", "municipalities merge by a herindeling"},
};
static_assert(std::size(texts) == static_cast<std::size_t>(Reason::Herindeling) + 1);

}  // namespace

ReasonText text_of(Reason reason) {
  const auto row = static_cast<std::size_t>(reason);
  return row < std::size(texts) ? texts[row] : texts[0];
}

ReasonText reason_called(std::string_view key) {
  const auto* found =
      std::find_if(std::begin(texts), std::end(texts), [&](const ReasonText& t) { return t.key == key; });
  return found == std::end(texts) ? ReasonText{key, "", ""} : *found;
}

std::string_view to_text(DecisionStep step) {
  constexpr std::array<std::string_view, 15> names{"proposed", "prepared", "voted",    "adopted", "rejected",
                                                   "lapsed",   "executed", "breached", "elected", "agreed",
                                                   "fell",     "joined",   "left",     "awarded", "merged"};
  return names[static_cast<std::size_t>(step)];
}

}  // namespace polder::government
