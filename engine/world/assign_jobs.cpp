// Who works where: commuters are dealt to municipalities of work, and there to jobs, so that education and job agree.
#include <algorithm>
#include <array>
#include <numeric>

#include "base/parallel.h"
#include "polder/base/error.h"
#include "world/assumptions.h"
#include "world/blueprint.h"

namespace polder {
namespace {

constexpr std::size_t age_groups = 4;  // below 25, 25-34, 35-44, 45 and over
std::size_t age_group(int months) { return months < 300 ? 0 : months < 420 ? 1 : months < 540 ? 2 : 3; }

/// A job before somebody holds it.
struct Slot {
  FirmIndex firm = none<FirmIndex>;
  std::uint8_t sector = 0, occupation = 0;
};

/// Numbers 0..size-1 in order of their rank, equal ranks in order of number. Ranks are 16 bits: a counting sort.
std::vector<std::uint32_t> order_by(const std::vector<std::uint16_t>& rank) {
  std::vector<std::uint32_t> start(65537, 0), order(rank.size());
  for (const std::uint16_t r : rank) ++start[r + 1u];
  std::partial_sum(start.begin(), start.end(), start.begin());
  for (std::size_t i = 0; i < rank.size(); ++i) order[start[rank[i]]++] = static_cast<std::uint32_t>(i);
  return order;
}

/// Rank of an education level or job zone with what else decides, -1 to 7.
std::uint16_t rank_of(double level, std::uint32_t noise) {
  return static_cast<std::uint16_t>((level + 1 + assumed::match_noise * uniform(noise)) * 8191);
}

/// A resident who works in a municipality, with the words that decide on a job.
struct Worker {
  std::uint32_t row = 0, person_noise = 0, job_noise = 0;
  int level = 0;  // of education; -1 at school
};

/// Rows of the employed by municipality of work: workers[start[w] .. start[w + 1]).
struct Workplaces {
  std::vector<std::uint32_t> workers;
  std::vector<std::size_t> start;
};

/// Deals the employed of one municipality at random over the municipalities where they work: destinations are
/// shuffled, residents keep their order.
void deal(const Blueprint& plan, std::size_t home, const World& world, std::vector<std::size_t> place,
          std::vector<std::uint32_t>& workers) {
  std::vector<std::uint16_t> work;
  work.reserve(plan.employed[home]);
  for (std::size_t w = 0; w < plan.size; ++w)
    work.insert(work.end(), plan.commuters[home * plan.size + w], static_cast<std::uint16_t>(w));
  std::size_t next = 0;
  for (std::size_t row = plan.first[home]; row < plan.first[home] + plan.residents[home]; ++row) {
    if (!works(world.residents.now[index_of<ResidentIndex>(row)].labour)) continue;
    const auto left = static_cast<std::uint32_t>(work.size() - next);
    std::swap(work[next], work[next + below(plan.resident(row, Question::Job)[0], left)]);
    workers[place[work[next++]]++] = static_cast<std::uint32_t>(row);
  }
}

Workplaces deal_workers(const Blueprint& plan, const World& world) {
  Workplaces places;
  places.start.assign(plan.size + 1, 0);
  std::vector<std::vector<std::size_t>> place(plan.size, std::vector<std::size_t>(plan.size));
  std::size_t next = 0;
  for (std::size_t work = 0; work < plan.size; ++work) {
    places.start[work] = next;
    for (std::size_t home = 0; home < plan.size; ++home) {
      place[home][work] = next;
      next += plan.commuters[home * plan.size + work];
    }
  }
  places.start[plan.size] = next;
  places.workers.resize(next);
  for_each_chunk(plan.size, 1, [&](std::size_t home, std::size_t, std::size_t) {
    deal(plan, home, world, place[home], places.workers);
  });
  return places;
}

/// Draws occupations by a sector's shares.
class OccupationDraw {
 public:
  explicit OccupationDraw(const Country& country) {
    for (const SectorFacts& sector : country.sectors) {
      const double all = std::accumulate(sector.occupation_share.begin(), sector.occupation_share.end(), 0.0);
      std::vector<Threshold> below_word;
      double sum = 0;
      for (const double share : sector.occupation_share) below_word.push_back(threshold((sum += share) / all));
      thresholds_.push_back(std::move(below_word));
    }
  }
  std::uint8_t operator()(std::size_t sector, std::uint32_t word) const {
    const std::vector<Threshold>& thresholds = thresholds_[sector];
    std::size_t occupation = 0;
    while (occupation + 1 < thresholds.size() && word >= thresholds[occupation]) ++occupation;
    return static_cast<std::uint8_t>(occupation);
  }

 private:
  std::vector<std::vector<Threshold>> thresholds_;
};

/// Jobs of the establishments of a municipality, or of its self-employed.
std::vector<Slot> slots_of(const Blueprint& plan, const Firms& firms, std::size_t first, std::size_t last,
                           FirmState state, const OccupationDraw& occupation) {
  std::vector<Slot> slots;
  for (std::size_t f = first; f < last; ++f) {
    const auto firm = index_of<FirmIndex>(f);
    if (firms.state[firm] != state) continue;
    const std::size_t s = number(firms.sector[firm]);
    Block luck{};
    for (std::uint32_t i = 0; i < firms.jobs[firm]; ++i) {
      if (i % 4 == 0) luck = plan.random.block(Draw::WorldFirm, outside_time, static_cast<std::uint32_t>(firm), i / 4);
      slots.push_back({firm, static_cast<std::uint8_t>(s), occupation(s, luck[i % 4])});
    }
  }
  return slots;
}

/// Gives jobs to workers in order of job zone and of education, each with noise; pupils and students come first.
void match(const Blueprint& plan, const std::vector<Slot>& slots, std::span<const Worker> workers, World& world) {
  std::vector<std::uint16_t> people(workers.size()), jobs(workers.size());
  for (std::size_t i = 0; i < workers.size(); ++i) {
    const double zone = plan.country.occupations[index_of<OccupationIndex>(slots[i].occupation)].job_zone;
    people[i] = rank_of(workers[i].level, workers[i].person_noise);
    jobs[i] = rank_of(zone, workers[i].job_noise);
  }
  const std::vector<std::uint32_t> person_order = order_by(people), job_order = order_by(jobs);
  for (std::size_t i = 0; i < workers.size(); ++i) {
    const Slot& slot = slots[job_order[i]];
    const auto person = index_of<ResidentIndex>(workers[person_order[i]].row);
    Situation& now = world.residents.now[person];
    now.employer = slot.firm;
    now.last_sector = slot.sector & 0xFu;
    if (world.firms.state[slot.firm] == FirmState::OwnAccount) now.labour = Labour::SelfEmployed;
    world.residents.profile[person].occupation = slot.occupation & 0xFu;
  }
}

/// The workers of a municipality, the self-employed-to-be first: by lottery with weights by age, students last.
std::vector<Worker> line_up(const Blueprint& plan, const World& world, std::size_t self_employed,
                            std::span<const std::uint32_t> rows) {
  constexpr double least_weight =
      *std::min_element(assumed::self_employed_by_age.begin(), assumed::self_employed_by_age.end());
  std::vector<Worker> workers(rows.size());
  std::vector<std::uint16_t> lots(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Profile& profile = world.residents.profile[index_of<ResidentIndex>(rows[i])];
    const bool pupil = world.residents.now[index_of<ResidentIndex>(rows[i])].labour == Labour::StudentJob;
    const Block luck = plan.resident(rows[i], Question::Job);
    workers[i] = {rows[i], luck[2], luck[3], pupil ? -1 : static_cast<int>(profile.education)};
    const double weight = assumed::self_employed_by_age[age_group(plan.age_months(profile))];
    lots[i] = pupil ? 65535 : static_cast<std::uint16_t>(uniform(luck[1]) / weight * least_weight * 65534);
  }
  const std::vector<std::uint32_t> order = order_by(lots);
  std::vector<bool> first(rows.size(), false);
  for (std::size_t i = 0; i < self_employed; ++i) first[order[i]] = true;
  std::vector<Worker> line;
  line.reserve(rows.size());
  for (const bool chosen : {true, false})
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (first[i] == chosen) line.push_back(workers[i]);
  return line;
}

/// Employees by sector: all, those at school, and the others by age group.
struct Employees {
  std::vector<std::array<std::uint32_t, age_groups>> grown;
  std::vector<std::uint32_t> pupils;
  explicit Employees(std::size_t sectors) : grown(sectors), pupils(sectors, 0) {}
};

Employees count_employees(const Blueprint& plan, const World& world) {
  std::vector<Employees> parts(plan.size, Employees(plan.sectors));
  for_each_chunk(plan.size, 1, [&](std::size_t m, std::size_t, std::size_t) {
    for (std::size_t row = plan.first[m]; row < plan.first[m] + plan.residents[m]; ++row) {
      const Situation& now = world.residents.now[index_of<ResidentIndex>(row)];
      const int age = plan.age_months(world.residents.profile[index_of<ResidentIndex>(row)]);
      if (now.labour == Labour::StudentJob) ++parts[m].pupils[now.last_sector];
      if (now.labour == Labour::Permanent) ++parts[m].grown[now.last_sector][age_group(age)];
    }
  });
  Employees all(plan.sectors);
  for (const Employees& part : parts) {
    for (std::size_t s = 0; s < plan.sectors; ++s) {
      all.pupils[s] += part.pupils[s];
      for (std::size_t g = 0; g < age_groups; ++g) all.grown[s][g] += part.grown[s][g];
    }
  }
  return all;
}

/// Flexible contracts: the sector's share counts jobs of students, which are flexible; the young have more of them.
void draw_contracts(const Blueprint& plan, World& world) {
  const Employees all = count_employees(plan, world);
  std::vector<std::vector<double>> chance(plan.sectors);
  for (std::size_t s = 0; s < plan.sectors; ++s) {
    const std::vector<std::uint32_t> grown(all.grown[s].begin(), all.grown[s].end());
    const double others = std::accumulate(grown.begin(), grown.end(), 0.0);
    const double share = plan.country.sectors[index_of<SectorIndex>(s)].flexible_share;
    const double wanted = std::max(.05 * others, share * (others + all.pupils[s]) - all.pupils[s]);
    chance[s] = chances(grown, assumed::flexible_by_age, wanted, .95);
  }
  for_each_chunk(plan.size, 1, [&](std::size_t m, std::size_t, std::size_t) {
    for (std::size_t row = plan.first[m]; row < plan.first[m] + plan.residents[m]; ++row) {
      Situation& now = world.residents.now[index_of<ResidentIndex>(row)];
      if (now.labour != Labour::Permanent) continue;
      const int age = plan.age_months(world.residents.profile[index_of<ResidentIndex>(row)]);
      const double luck = uniform(plan.random.word(Draw::World, outside_time, static_cast<std::uint32_t>(row),
                                                   static_cast<std::uint32_t>(Question::LastJob)));
      if (luck < chance[now.last_sector][age_group(age)]) now.labour = Labour::Flexible;
    }
  });
}

}  // namespace

void assign_jobs(const Blueprint& plan, World& world) {
  const Workplaces places = deal_workers(plan, world);
  const OccupationDraw occupation(plan.country);
  for_each_chunk(plan.size, 1, [&](std::size_t m, std::size_t, std::size_t) {
    const std::size_t first_firm = m == 0 ? 0 : world.municipalities.last_firm[index_of<MunicipalityIndex>(m - 1)];
    const std::size_t last_firm = world.municipalities.next_firm[index_of<MunicipalityIndex>(m)];
    const auto slots = [&](FirmState state) {
      return slots_of(plan, world.firms, first_firm, last_firm, state, occupation);
    };
    const std::vector<Slot> alone = slots(FirmState::OwnAccount),
                            employed = slots(plan.abroad(m) ? FirmState::Abroad : FirmState::Open);
    const std::span rows = std::span(places.workers).subspan(places.start[m], places.start[m + 1] - places.start[m]);
    ensure(alone.size() + employed.size() == rows.size(), "as many jobs as workers in a municipality");
    const std::vector<Worker> workers = line_up(plan, world, alone.size(), rows);
    match(plan, alone, std::span(workers).first(alone.size()), world);
    match(plan, employed, std::span(workers).subspan(alone.size()), world);
  });
  draw_contracts(plan, world);
}

}  // namespace polder
