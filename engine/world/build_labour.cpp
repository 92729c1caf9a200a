// Labour status: who works, seeks work, is marginally attached, disabled, at school, retired or inactive.
#include <algorithm>
#include <numeric>

#include "base/parallel.h"
#include "polder/base/error.h"
#include "world/age_structure.h"
#include "world/assumptions.h"
#include "world/blueprint.h"
#include "world/whole_numbers.h"

namespace polder {
namespace {

/// The choices for one municipality, in the order in which they are made.
struct LabourChoice {
  Choice employed, unemployed, marginal, disabled;
};
using Counts = std::vector<std::uint32_t>;

int years_of(std::size_t cell) { return working_age_from + static_cast<int>(cell / education_levels); }
unsigned education_of(std::size_t cell) { return static_cast<unsigned>(cell % education_levels); }

bool school_cell(const Blueprint& plan, std::size_t cell) {
  return plan.at_school(12 * years_of(cell), education_of(cell));
}

Counts count_working_age(const Blueprint& plan, std::size_t m, const World& world) {
  Counts persons(plan.labour_cells(), 0);
  for (std::size_t row = plan.first[m]; row < plan.first[m] + plan.residents[m]; ++row) {
    const Profile& profile = world.residents.profile[index_of<ResidentIndex>(row)];
    const int age = plan.age_months(profile);
    if (plan.of_working_age(age)) ++persons[labour_cell(age / 12, profile.education)];
  }
  return persons;
}

Counts left_of(const Counts& candidates, const Choice& choice) {
  Counts left = candidates;
  for (std::size_t c = 0; c < left.size(); ++c) left[c] -= choice.wanted()[c];
  return left;
}

template <class Weight>
std::vector<double> weights(std::size_t cells, Weight weight) {
  std::vector<double> values(cells);
  for (std::size_t c = 0; c < cells; ++c) values[c] = weight(c);
  return values;
}

double employment_weight(const Blueprint& plan, std::size_t cell) {
  return plan.country.by_age.employment[static_cast<std::size_t>(years_of(cell))] *
         assumed::employment_by_education[education_of(cell)];
}

double unemployment_weight(const Blueprint& plan, std::size_t cell) {
  const bool young = years_of(cell) < 25 && !school_cell(plan, cell);
  return plan.country.by_age.employment[static_cast<std::size_t>(years_of(cell))] *
         assumed::unemployment_by_education[education_of(cell)] * (young ? assumed::young_unemployment : 1);
}

/// Rows with a status, in proportion to persons, total exact, no more in a municipality than there are candidates
/// (of cells with weight).
Counts apportion_status(const Blueprint& plan, const std::vector<double>& persons, double total,
                        const std::vector<Counts>& candidates, const std::vector<double>& weight) {
  Counts most(plan.size, 0);
  for (std::size_t m = 0; m < plan.size; ++m)
    for (std::size_t c = 0; c < weight.size(); ++c)
      if (weight[c] > 0) most[m] += candidates[m][c];
  return apportion(persons, static_cast<std::uint32_t>(total / plan.weight + .5), most);
}

template <class Persons>
std::vector<double> inside(const Blueprint& plan, Persons persons) {
  std::vector<double> values(plan.size, 0);
  for (std::size_t m = 0; m < plan.size; ++m)
    if (!plan.facts(m).elsewhere) values[m] = persons(plan.facts(m));
  return values;
}

Choice choose(const Counts& candidates, const std::vector<double>& weight, std::uint32_t wanted, double most,
              double offset) {
  return Choice(candidates, chances(candidates, weight, wanted, most), offset);
}

/// Disability by age, out of those whom nothing else has claimed.
Choice choose_disabled(const Blueprint& plan, const Counts& persons, const Counts& left, double offset) {
  std::vector<double> weight(left.size(), 0);
  double expected = 0, room = 0;
  for (std::size_t c = 0; c < left.size(); ++c) {
    const double there = plan.country.by_age.disability[static_cast<std::size_t>(years_of(c))] * persons[c];
    expected += there;
    if (left[c] == 0 || school_cell(plan, c)) continue;
    weight[c] = there / left[c];
    if (there > 0) room += left[c];
  }
  return Choice(left, chances(left, weight, std::min(expected, room), 1), offset);
}

std::vector<LabourChoice> plan_labour(Blueprint& plan, const std::vector<Counts>& persons) {
  const std::size_t cells = plan.labour_cells();
  const auto employment = weights(cells, [&](std::size_t c) { return employment_weight(plan, c); });
  const auto unemployment = weights(cells, [&](std::size_t c) { return unemployment_weight(plan, c); });
  const auto attachment = weights(cells, [&](std::size_t c) { return school_cell(plan, c) ? 0.0 : 1.0; });
  const auto sum = [](const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); };

  std::vector<LabourChoice> choice(plan.size);
  std::vector<Counts> left = persons;
  const auto employed = inside(plan, [](const MunicipalityFacts& f) { return f.employed; });
  plan.employed = apportion_status(plan, employed, sum(employed), left, employment);
  for (std::size_t m = 0; m < plan.size; ++m) {
    if (plan.facts(m).elsewhere) plan.employed[m] = plan.residents[m];
    choice[m].employed = choose(left[m], employment, plan.employed[m], assumed::most_employed, plan.offset(m, 3));
    left[m] = left_of(left[m], choice[m].employed);
  }
  const auto unemployed = inside(plan, [](const MunicipalityFacts& f) { return f.unemployed; });
  const Counts seek = apportion_status(plan, unemployed, sum(unemployed), left, unemployment);
  for (std::size_t m = 0; m < plan.size; ++m) {
    choice[m].unemployed = choose(left[m], unemployment, seek[m], 1, plan.offset(m, 4));
    left[m] = left_of(left[m], choice[m].unemployed);
  }
  const Counts attached =
      apportion_status(plan, unemployed, assumed::marginal_per_employed * sum(employed), left, attachment);
  for (std::size_t m = 0; m < plan.size; ++m) {
    choice[m].marginal = choose(left[m], attachment, attached[m], 1, plan.offset(m, 5));
    left[m] = left_of(left[m], choice[m].marginal);
    choice[m].disabled = choose_disabled(plan, persons[m], left[m], plan.offset(m, 6));
  }
  return choice;
}

void draw_labour_of(const Blueprint& plan, std::size_t m, LabourChoice& choice, World& world) {
  for (std::size_t row = plan.first[m]; row < plan.first[m] + plan.residents[m]; ++row) {
    const Profile& profile = world.residents.profile[index_of<ResidentIndex>(row)];
    Situation& now = world.residents.now[index_of<ResidentIndex>(row)];
    const int age = plan.age_months(profile);
    now.employer = none<FirmIndex>;
    now.since = plan.month;
    if (age < 12 * working_age_from) {
      now.labour = Labour::Child;
    } else if (!plan.of_working_age(age)) {
      now.labour = Labour::Retired;
      now.benefit = Benefit::Aow;
    } else {
      const Block luck = plan.resident(row, Question::Labour);
      const std::size_t cell = labour_cell(age / 12, profile.education);
      const bool school = plan.at_school(age, profile.education);
      if (choice.employed.take(cell, luck[0]))
        now.labour = school ? Labour::StudentJob : Labour::Permanent;
      else if (choice.unemployed.take(cell, luck[1]))
        now.labour = Labour::Unemployed;
      else if (choice.marginal.take(cell, luck[2]))
        now.labour = Labour::Marginal;
      else if (choice.disabled.take(cell, luck[3]))
        now.labour = Labour::Disabled;
      else
        now.labour = school ? Labour::Student : Labour::Inactive;
      if (now.labour == Labour::Disabled) now.benefit = Benefit::Disability;
    }
  }
}

}  // namespace

void draw_labour(Blueprint& plan, World& world) {
  std::vector<Counts> persons(plan.size);
  for_each_chunk(plan.size, 1,
                 [&](std::size_t m, std::size_t, std::size_t) { persons[m] = count_working_age(plan, m, world); });
  std::vector<LabourChoice> choice = plan_labour(plan, persons);
  for (std::size_t m = 0; m < plan.size; ++m)
    ensure(choice[m].employed.total() == plan.employed[m], "as many residents work as the table says");
  for_each_chunk(plan.size, 1,
                 [&](std::size_t m, std::size_t, std::size_t) { draw_labour_of(plan, m, choice[m], world); });
}

}  // namespace polder
