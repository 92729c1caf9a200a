// Training places of the human-capital agenda (L12). They change occupation, education and distance, and cost search
// while they last; what becomes of the trained, and of others, follows from matching.
#pragma once

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::training {

/// Adds this month's part of the agenda's budgets to the purses and gives out the places that they can pay: full-time
/// ones to jobless residents, in proportion to the attention of the municipality's triage to their distance; places
/// beside a job to employees whose occupation has a worse outlook than another. Who has no such course, or follows a
/// programme at school, gets no place.
/// Reads   policy.mandates.agenda, vacancies, stocks   Writes  participants, residents.now, government purses, flows
/// Draws   Draw::TrainingPlace   Keeps  a place is paid once, when it is taken   Source  parameters/training.yaml
void grant_places(World& world, const Inputs& inputs, const Random& random);

/// Ends the courses that are over, and the places of those who found work, died or withdrew.
/// Reads   participants   Writes  residents (occupation, education, distance), participants, flows
/// Draws   Draw::TrainingEnd   Keeps  participants' = participants + taken - completed - failed - left
void end_courses(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::training
