// The whole numbers that a synthetic population must have, and what its builders share.
#pragma once

#include <cstdint>
#include <vector>

#include "data/problems.h"
#include "polder/base/random.h"
#include "polder/scenario/scenario.h"
#include "polder/world/country.h"
#include "polder/world/world.h"
#include "world/build.h"
#include "world/choice.h"
#include "world/programmes.h"

namespace polder {

/// The synthetic population is drawn outside time: all its draws have month `never`.
inline constexpr Month outside_time = never;

/// Blocks of a resident's draws (k of Draw::World).
enum class Question : std::uint32_t { Traits, Labour, Job, Dates, Benefits, LastJob };

/// Uses of a municipality's draws (k of Draw::WorldCell), with a sector and a running number.
enum class CellUse : std::uint32_t { Size, Offset };
constexpr std::uint32_t cell_draw(CellUse use, std::size_t sector, std::size_t number) {
  return static_cast<std::uint32_t>(use) << 30 | static_cast<std::uint32_t>(sector) << 24 |
         static_cast<std::uint32_t>(number & 0xFFFFFF);
}

inline constexpr int working_age_from = 15;  // [years]

/// Education by age [years]: cell of a resident of working age.
constexpr std::size_t labour_cell(int age_years, unsigned education) {
  return static_cast<std::size_t>(age_years - working_age_from) * education_levels + education;
}

struct Blueprint {
  Blueprint(const Country& of_country, const Study& of_study);

  const Country& country;
  const Study& study;
  const Parameters& parameters;
  Random random;
  Month month;   // first month of the warm-up
  Month start;   // first reported month: ages count from it
  double weight;
  std::size_t size, sectors;  // municipalities, sectors

  std::vector<std::uint32_t> residents, employed;        // by municipality [rows]
  std::vector<std::uint32_t> first;                      // first resident row of each municipality
  std::vector<std::uint32_t> jobs;                       // [municipality x sector]
  std::vector<std::uint32_t> self_employed;              // of them, on their own account
  std::vector<std::uint32_t> commuters;                  // [home x work]

  const MunicipalityFacts& facts(std::size_t m) const { return country.municipalities[index_of<MunicipalityIndex>(m)]; }
  bool abroad(std::size_t m) const { return m >= country.first_abroad; }
  Block resident(std::size_t row, Question question) const {
    return random.block(Draw::World, outside_time, static_cast<std::uint32_t>(row),
                        static_cast<std::uint32_t>(question));
  }
  double offset(std::size_t m, std::size_t number) const {
    return uniform(
        random.word(Draw::WorldCell, outside_time, facts(m).official_number, cell_draw(CellUse::Offset, 0, number)));
  }
  int age_months(const Profile& profile) const { return start - profile.birth_month(); }
  bool of_working_age(int months) const {
    return months >= 12 * working_age_from && months < static_cast<int>(12 * parameters.demo.pension_age);
  }
  double school_age(unsigned education) const { return leaving_age(parameters, education); }  // [years]
  /// Of an age [months] at the start at which one is at school.
  bool at_school(int months, unsigned education) const {
    return school_months(parameters, start, start - months) < 12 * school_age(education);
  }
  std::size_t labour_cells() const { return labour_cell(static_cast<int>(parameters.demo.pension_age) + 1, 0); }
};

/// Rows of residents per municipality and where they stand; spare rows for births and arrivals.
void lay_out_residents(Blueprint& plan, World& world);
/// Birth, sex, education and partner.
void draw_traits(const Blueprint& plan, World& world);
/// Labour status; fills plan.employed.
void draw_labour(Blueprint& plan, World& world);
/// Jobs by municipality and sector, commuters between municipalities, all adding up to the employed rows. False,
/// with a problem, if they cannot.
bool plan_jobs(Blueprint& plan, data::Problems& problems);
/// An establishment before it has a row; `placed` is 1 + its number in study.placed, 0 for others.
struct Sized {
  std::uint32_t persons = 0;
  std::uint32_t placed = 0;
};
/// Sizes of the establishments that employ the employees of each municipality and sector, largest first.
std::vector<std::vector<Sized>> draw_establishments(const Blueprint& plan, const std::vector<Plant>& plants);
/// Establishments with their jobs, spare rows, and the placed ones.
std::vector<FirmIndex> build_firms(const Blueprint& plan, World& world, data::Problems& problems);
void build_vacancies(const Blueprint& plan, World& world);
/// Who works where, as what, and on which contract.
void assign_jobs(const Blueprint& plan, World& world);
/// Who receives ww and bijstand, exact by municipality.
void draw_benefits(const Blueprint& plan, World& world);
/// Dates, experience, wages and what the jobless did before.
void draw_histories(const Blueprint& plan, World& world);

Problem problem_from(const Origin& origin, std::string code, std::string message, std::string help = {});

}  // namespace polder
