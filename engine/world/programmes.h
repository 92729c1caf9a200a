// Who is at school until when, and who follows which programme (L13).
#pragma once

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder {

/// Age [months] that counts for school: with a calendar that in January, of this year until July, of the next one from
/// then on, so that a cohort leaves in one July and begins in one August; without it the age itself.
int school_months(const Parameters& parameters, Month month, Month birth);

/// Age at which school ends with an education, and at which a programme of a level begins [years]. 0 low, 1 mbo, 2
/// hbo and wo.
double leaving_age(const Parameters& parameters, std::size_t education);
double beginning_age(const Parameters& parameters, std::size_t level);

/// Of an age at which somebody with this education is still at school.
bool at_school(const World& world, const Parameters& parameters, const Profile& profile);

/// Level of the programme that somebody follows, or will leave without diploma: one above the education.
std::size_t programme_level(const Profile& profile);

/// Whether somebody is of the age to follow a programme of this level.
bool of_programme_age(const World& world, const Parameters& parameters, const Profile& profile);

/// Chance that somebody who will end with this education begins a programme one level higher, such that `dropout` of
/// those who begin it leave without its diploma: d / (1 - d) x share of the level / share of the education, at most 1.
/// 0 where the education's school ends less than a year after the level begins.
double chance_of_no_diploma(const Country& country, const Parameters& parameters, const Profile& profile);

/// Luck of a resident at school, the same in every replicate: word 0 whether a programme ends without diploma, word 1
/// its class at the start, word 2 the work-based route.
Block school_luck(const Random& random, std::size_t row);

/// Number of a programme, and that of somebody enrolled.
std::size_t programme_number(const Country& country, RegionIndex region, std::size_t level, OccupationIndex occupation);
std::size_t programme_of(const Country& country, const Profile& profile);

/// Programmes with who is enrolled in them, and places for the intake of the start: those enrolled in the region and
/// level, each over the years that he or she stays, divided by the shares in which occupations suit the level, and
/// school.slack on top.
std::vector<Programme> programmes_at_start(const World& world, const Country& country, const Parameters& parameters);

/// Enrols a synthetic population: who is of the age follows a programme, whose class is from now on the occupation,
/// also of who has a side job. On the work-based route a job is one in the field, whatever the establishment.
void enrol_students(World& world, const Country& country, const Parameters& parameters, const Random& random);

/// Enrols somebody in the programme of a class; the occupation is from now on that class.
void enrol_in(World& world, const Country& country, ResidentIndex person, OccupationIndex occupation);

enum class ProgrammeEnd : std::uint8_t { Left, Gone };
/// Ends somebody's programme: left, with its diploma or without, or gone with the resident.
void leave_programme(World& world, const Country& country, ResidentIndex person, ProgrammeEnd end);

/// Carries somebody enrolled from one region to the other; call before the home changes.
void move_programme(World& world, const Country& country, ResidentIndex person, MunicipalityIndex home);

}  // namespace polder
