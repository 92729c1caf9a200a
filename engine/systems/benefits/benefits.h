// WW, bijstand and the guidance of their recipients (L5, L11, L12).
#pragma once

#include <array>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::benefits {

/// Effective guidance of a municipality by distance class: ln(1 + s_c / s_0), s_c the monthly spending per recipient
/// of the class. `budget` [EUR/year], `recipients` by class [persons], weights of the triage rule.
std::array<double, distance_classes> care(double budget, const std::array<double, distance_classes>& recipients,
                                          Triage triage, double norm);

/// Divides each municipality's guidance budget over its recipients of bijstand.
/// Reads   stocks.bijstand_at, services.{budget, productivity}, government.triage   Writes
/// municipalities.government.care Source  parameters/guidance.yaml
void offer_guidance(World& world, const Inputs& inputs, const Random& random);

/// Recipients of bijstand far from the labour market take the sheltered places that are free, drawn by lot. A place is
/// a permanent job at the minimum wage in the municipality's workplace; who finds another job or stops leaves it free.
/// Reads   policy.mandates.sheltered_places   Writes  residents.now, firms.jobs   Draws  Draw::Sheltered
/// Source  parameters/training.yaml
void fill_sheltered_places(World& world, const Inputs& inputs, const Random& random);

/// Bijstand begins or ends other than by a job; the end of a benefit beside a job.
/// Reads   today.EntersBijstand, LeavesBijstand, KeepsNoBenefit   Writes  residents.now
/// Draws   Draw::Benefit
void change_bijstand(World& world, const Inputs& inputs, const Random& random);

/// Ends the ww of those whose right is used up; some of them enter bijstand.
/// Reads   today.on_ww   Writes  residents.now   Draws  Draw::Benefit
void end_ww(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::benefits
