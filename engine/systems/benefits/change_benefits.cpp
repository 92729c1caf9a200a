#include <algorithm>

#include "government/buig_terms.h"
#include "systems/benefits/benefits.h"
#include "systems/jobs/jobs.h"
#include "world/situation.h"

namespace polder::benefits {
namespace {

/// Distance class of a new recipient (L5: shares of new entrants).
std::uint8_t entry_class(const Inputs& inputs, std::uint32_t luck) {
  double left = uniform(luck);
  for (std::uint8_t c = 0; c + 1u < distance_classes; ++c) {
    left -= inputs.parameters.bijstand.entry_class[c];
    if (left < 0) return c;
  }
  return distance_classes - 1;
}

/// Whether somebody far from work goes to disability instead: municipalities whose budget is objective and falls short
/// point them there (L5; Roelofs and van Vuuren 2017).
bool is_diverted(const World& world, const Inputs& inputs, ResidentIndex person, const Situation& recipient,
                 std::uint32_t luck) {
  const MunicipalityIndex home = inputs.country.governor(world.residents.profile[person].municipality());
  const government::BuigTerms terms = government::terms_in_force(inputs.policy.rules, inputs.parameters);
  const bool objective = inputs.country.inhabitants(home) > terms.historic_below;
  if (!objective || recipient.distance < 3) return false;
  const double deficit = std::clamp(world.municipalities.government[home].deficit / .10, 0.0, 1.0);
  return luck < threshold(inputs.parameters.bijstand.divert * deficit);
}

Situation disabled(const World& world, Situation next) {
  next.labour = Labour::Disabled;
  next.benefit = Benefit::Disability;
  next.since = world.month;
  return next;
}

void enter_bijstand(World& world, const Inputs& inputs, const Random& random, ResidentIndex person) {
  const Block luck = random.block(Draw::Benefit, world.month, static_cast<std::uint32_t>(person));
  Situation next = world.residents.now[person];
  next.benefit = Benefit::Bijstand;
  next.benefit_until = never;
  next.distance = entry_class(inputs, luck[1]) & 0x7u;
  move_to(world, person, is_diverted(world, inputs, person, next, luck[2]) ? disabled(world, next) : next);
}

void end_benefit(World& world, ResidentIndex person) {
  Situation next = world.residents.now[person];
  next.benefit = Benefit::None;
  next.benefit_until = never;
  move_to(world, person, next);
}

}  // namespace

void change_bijstand(World& world, const Inputs& inputs, const Random& random) {
  for (const ResidentIndex person : world.today.those_who(LifeEvent::EntersBijstand))
    enter_bijstand(world, inputs, random, person);
  for (const ResidentIndex person : world.today.those_who(LifeEvent::LeavesBijstand)) {
    Situation next = world.residents.now[person];
    const auto row = static_cast<std::uint32_t>(person);
    if (is_diverted(world, inputs, person, next, random.block(Draw::Benefit, world.month, row)[2])) {
      move_to(world, person, disabled(world, next));
      continue;
    }
    // To a partner's income, study or elsewhere: out of the labour force.
    if (next.labour != Labour::Inactive && next.labour != Labour::Student) {
      next.labour = Labour::Inactive;
      next.since = world.month;
    }
    next.benefit = Benefit::None;
    move_to(world, person, next);
  }
  for (const ResidentIndex person : world.today.those_who(LifeEvent::KeepsNoBenefit)) end_benefit(world, person);
}

void end_ww(World& world, const Inputs& inputs, const Random& random) {
  const auto& bijstand = inputs.parameters.bijstand;
  for (const ResidentIndex person : world.today.on_ww) {
    const Situation& now = world.residents.now[person];
    if (!receives_ww(now.benefit) || now.benefit_until >= world.month) continue;
    const Profile profile = world.residents.profile[person];
    const double factor =
        jobs::partner_factor(world, inputs.parameters, profile) * inputs.model.bijstand_factor[profile.municipality()];
    const std::uint32_t luck = random.word(Draw::Benefit, world.month, static_cast<std::uint32_t>(person));
    const bool may = !works(now.labour) && !inputs.beyond_the_border(profile);
    const double warned = 1 - inputs.parameters.handover.diverted * inputs.policy.rules.handover;
    const bool enters = may && luck < threshold(bijstand.after_ww * factor * warned / inputs.model.partner_mean_ww);
    if (enters) {
      enter_bijstand(world, inputs, random, person);
    } else {
      end_benefit(world, person);
    }
  }
}

}  // namespace polder::benefits
