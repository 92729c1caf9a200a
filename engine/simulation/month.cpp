#include "simulation/month.h"

#include "polder/simulation/simulation.h"
#include "systems/benefits/benefits.h"
#include "systems/cooperation/cooperation.h"
#include "systems/cooperation/decisions.h"
#include "systems/demography/demography.h"
#include "systems/education/education.h"
#include "systems/finance/finance.h"
#include "systems/firms/firms.h"
#include "systems/governance/governance.h"
#include "systems/labour/labour.h"
#include "systems/life/life.h"
#include "systems/training/training.h"
#include "world/situation.h"

namespace polder {
namespace {

constexpr std::array systems{
    ScheduledSystem{"firms.move_demand", firms::move_demand, "business cycle and demand per sector"},
    ScheduledSystem{"demography.welcome", demography::welcome, "births and arrivals take the next spare rows"},
    ScheduledSystem{"firms.decide_threats", firms::decide_threats,
                    "establishments that threatened to leave go, stay or move within the region"},
    ScheduledSystem{"governance.merge_municipalities", governance::merge_municipalities,
                    "municipalities merge, as the scenario says"},
    ScheduledSystem{"governance.carry_out_mandates", governance::carry_out_mandates,
                    "what the scenario imposes takes effect"},
    ScheduledSystem{"governance.set_course", governance::set_course,
                    "the course that the scenario imposes, or on which the coalition agreed"},
    ScheduledSystem{"governance.hold_elections", governance::hold_elections,
                    "every fourth March: votes become seats; later a college forms"},
    ScheduledSystem{"governance.keep_accounts_of_hours", governance::keep_accounts_of_hours,
                    "what cooperation asks of aldermen, and what they have"},
    ScheduledSystem{"cooperation.move_tasks", cooperation::move_tasks, "tasks go to the level that is wanted"},
    ScheduledSystem{"cooperation.face_incidents", cooperation::face_incidents,
                    "partners join and leave, arrangements overspend, regions bid for deals, as the scenario says"},
    ScheduledSystem{"finance.adopt_budgets", finance::adopt_budgets,
                    "November: budgets of the tasks for the next year; what the scenario imposes holds at once"},
    ScheduledSystem{"cooperation.decide", cooperation::decide,
                    "help to workers of plants that close is proposed, voted on and carried out"},
    ScheduledSystem{"cooperation.provide_services", cooperation::provide_services,
                    "what a euro brings for each task, and the service that comes of it"},
    ScheduledSystem{"cooperation.help_workers", cooperation::help_workers,
                    "help that was decided reaches the workers of plants that close"},
    ScheduledSystem{"finance.set_buig", finance::set_buig, "January: budgets for bijstand; December: safety net"},
    ScheduledSystem{"benefits.offer_guidance", benefits::offer_guidance,
                    "guidance budgets are divided over recipients"},
    ScheduledSystem{"benefits.fill_sheltered_places", benefits::fill_sheltered_places,
                    "sheltered places are filled from bijstand"},
    ScheduledSystem{"training.grant_places", training::grant_places, "budgets for training become places"},
    ScheduledSystem{"firms.close_and_open", firms::close_and_open, "establishments close and small ones are replaced"},
    ScheduledSystem{"firms.go_bankrupt", firms::go_bankrupt, "waves of bankruptcies: nobody takes their place"},
    ScheduledSystem{"firms.pass_on", firms::pass_on, "suppliers and local services follow closures and arrivals"},
    ScheduledSystem{"firms.set_targets", firms::set_targets, "target sizes; the chance of dismissal is revised"},
    ScheduledSystem{"firms.post_vacancies", firms::post_vacancies, "vacancies are withdrawn and opened"},
    ScheduledSystem{"labour.count_demand", labour::count_demand, "once a year: demand by region and occupation"},
    ScheduledSystem{"education.watch_market", education::watch_market, "once a year: what schools see, and foresee"},
    ScheduledSystem{"education.plan_places", education::plan_places, "October: places of the next school year"},
    ScheduledSystem{"life.draw_events", life::draw_events, "at most one event per resident, by competing risks"},
    ScheduledSystem{"demography.bury", demography::bury, "deaths and departures"},
    ScheduledSystem{"demography.grow_older", demography::grow_older, "15th birthdays, end of school, pension"},
    ScheduledSystem{"education.end_programmes", education::end_programmes, "July: diplomas, and who leaves without"},
    ScheduledSystem{"education.begin_programmes", education::begin_programmes, "August: choice within the places"},
    ScheduledSystem{"demography.move_house", demography::move_house, "moves to another municipality"},
    ScheduledSystem{"labour.end_jobs", labour::end_jobs, "jobs end; rights to ww begin"},
    ScheduledSystem{"labour.change_participation", labour::change_participation, "searching, wanting, disability"},
    ScheduledSystem{"labour.change_distance", labour::change_distance, "distance to the labour market"},
    ScheduledSystem{"benefits.change_bijstand", benefits::change_bijstand, "bijstand begins or ends"},
    ScheduledSystem{"benefits.end_ww", benefits::end_ww, "rights to ww are used up"},
    ScheduledSystem{"training.end_courses", training::end_courses, "courses end; places of those who left are over"},
    ScheduledSystem{"labour.match_vacancies", labour::match_vacancies, "applications and their stable matching"},
    ScheduledSystem{"finance.pay", finance::pay, "wages, taxes, benefits, grants"},
    ScheduledSystem{"governance.weigh_legitimacy", governance::weigh_legitimacy,
                    "engagement, control, transparency, performance, and legitimacy"},
    ScheduledSystem{"cooperation.update_trust", cooperation::update_trust, "contact, promises kept and broken"},
};

}  // namespace

std::span<const ScheduledSystem> schedule() { return systems; }

void begin_month(World& world) {
  for (Flows& flows : world.municipalities.flows) flows = Flows{};
  for (VacancyFlows& flows : world.municipalities.vacancies) flows = VacancyFlows{};
  world.ledger.postings.clear();
  world.decided.clear();
  for (Programme& p : world.schools.programmes) p.intake = p.graduates = p.dropouts = p.gone = p.come = 0;
  age_searches(world);
}

void apply_events(World& world, const Inputs& inputs, const Script& script) {
  for (const Arrival& arrival : script.arrivals)
    if (arrival.at == world.month)
      firms::arrive(world, inputs, arrival.firm, arrival.municipality, arrival.sector, arrival.jobs);
  for (const Closure& closure : script.closures)
    if (closure.announced == world.month) firms::announce_closure(world, inputs, closure.firm, closure.at);
  for (const ThreatOfDeparture& threat : script.threats)
    if (threat.from == world.month)
      firms::begin_threat(world, threat.firm, threat.decides, threat.notice, threat.offer);
}

std::vector<ScheduleLine> schedule_lines() {
  std::vector<ScheduleLine> lines;
  for (const ScheduledSystem& system : systems) lines.push_back({system.name, "every month", system.does});
  return lines;
}

}  // namespace polder
