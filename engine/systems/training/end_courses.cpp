#include <algorithm>

#include "systems/jobs/jobs.h"
#include "systems/training/training.h"
#include "world/education.h"
#include "world/situation.h"

namespace polder::training {
namespace {

/// Who began a programme of a school has left the course for it.
bool goes_on(const Participant& place, const Profile& profile, const Situation& now) {
  if (now.learns == 0 || profile.enrolled != 0) return false;
  if (place.full_time != 0) return now.labour == Labour::Training;
  return works(now.labour) || now.labour == Labour::Unemployed || now.labour == Labour::Marginal;
}

void leave_place(World& world, ResidentIndex person) {
  Situation next = world.residents.now[person];
  next.learns = 0;
  if (next.labour == Labour::Training) next.labour = Labour::Unemployed;
  move_to(world, person, next);
}

/// A diploma of one level higher, if the occupation asks for more than the resident has; not below the age at which
/// that level leaves school.
void give_diploma(World& world, const Inputs& inputs, ResidentIndex person, OccupationIndex target) {
  Profile higher = world.residents.profile[person];
  if (education_asked(inputs.country.occupations[target].job_zone) < higher.education + 1.0) return;
  ++higher.education;
  if (!jobs::at_school(world, inputs.parameters, higher)) world.residents.profile[person] = higher;
}

void complete(World& world, const Inputs& inputs, const Participant& place, const Block& luck) {
  const auto& p = inputs.parameters.training;
  if (luck[1] < threshold(inputs.policy.mandates.agenda.quality)) {
    change_occupation(world, place.person, place.target);
    if (luck[2] < threshold(p.diploma)) give_diploma(world, inputs, place.person, place.target);
  }
  Situation next = world.residents.now[place.person];
  const auto closer = static_cast<unsigned>(p.closer);
  next.distance = (next.distance > closer ? next.distance - closer : 0u) & 0x7u;
  move_to(world, place.person, next);
}

}  // namespace

void end_courses(World& world, const Inputs& inputs, const Random& random) {
  std::vector<Participant> still;
  for (const Participant& place : world.participants) {
    const Profile profile = world.residents.profile[place.person];
    Flows& flows = world.municipalities.flows[profile.municipality()];
    const bool learning = goes_on(place, profile, world.residents.now[place.person]);
    if (learning && world.month < place.until) {
      still.push_back(place);
      continue;
    }
    if (learning) {
      const Block luck = random.block(Draw::TrainingEnd, world.month, static_cast<std::uint32_t>(place.person));
      const bool completes = luck[0] < threshold(inputs.parameters.training.completes);
      if (completes) complete(world, inputs, place, luck);
      ++(completes ? flows.places_completed : flows.places_failed);
    } else {
      ++flows.places_left;
    }
    if (world.residents.now[place.person].learns != 0) leave_place(world, place.person);
  }
  world.participants = std::move(still);
}

}  // namespace polder::training
