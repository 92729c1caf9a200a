#include <algorithm>
#include <span>

#include "base/parallel.h"
#include "government/mediation.h"
#include "government/relative_service.h"
#include "government/service.h"
#include "systems/jobs/jobs.h"
#include "systems/labour/applications.h"
#include "systems/labour/labour.h"
#include "systems/labour/stable_matching.h"
#include "systems/labour/vacancy_cells.h"
#include "systems/life/effort.h"
#include "world/situation.h"

namespace polder::labour {
namespace {

constexpr std::size_t chunk_seekers = 2048;

/// An acceptable application with the seeker's own ranking.
struct Wanted {
  double value = 0;          // wage net of commuting [EUR/month]
  std::uint32_t number = 0;  // of the application
  VacancyIndex vacancy{};
  std::uint32_t score = 0;
};

/// What some seekers send, one's applications after another's.
struct Letters {
  std::vector<std::uint32_t> first;  // of each seeker; one more at the end
  std::vector<Block> luck;
  std::vector<const Offer*> to;  // nullptr: nothing is within reach
};

/// Weight of work abroad in the search from each municipality: information by the lever, and the task `border` beyond
/// that of the start.
Column<MunicipalityIndex, double> across_the_border(const World& world, const Inputs& inputs) {
  Column<MunicipalityIndex, double> factor;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities))
    factor.push_back((1 + inputs.policy.mandates.border_info) *
                     government::border_factor(government::relative_response(world, inputs.model, m, Task::Border)));
  return factor;
}

/// Whom employer services show to employers.
bool is_far(const Situation& now) {
  constexpr int from = 2;  // [class]
  return !works(now.labour) && now.distance >= from;
}

class Market {
 public:
  Market(const World& world, const Inputs& inputs, const Random& random)
      : world_(world),
        inputs_(inputs),
        random_(random),
        mediation_(government::mediate(world, inputs, random)),
        cells_(world, inputs.country, across_the_border(world, inputs), bridge_in_force(inputs), mediation_),
        effort_(world, inputs) {}

  /// Applications of some seekers, numbered from `first_seeker`, that they would accept: those of one together, the
  /// most wanted first.
  void apply(std::uint32_t first_seeker, std::span<const ResidentIndex> seekers, std::vector<Application>& out) const {
    const Letters letters = write(seekers);
    std::vector<Wanted> wanted;
    for (std::size_t s = 0; s < seekers.size(); ++s) {
      wanted.clear();
      for (std::size_t i = letters.first[s]; i < letters.first[s + 1]; ++i) {
        look_ahead(letters, i);
        if (letters.to[i] != nullptr)
          consider(seekers[s], *letters.to[i], static_cast<std::uint32_t>(i - letters.first[s]), letters.luck[i][3],
                   wanted);
      }
      send(static_cast<std::uint32_t>(first_seeker + s), wanted, out);
    }
  }

  /// The same for one seeker, by the rules alone.
  void apply_plainly(std::uint32_t seeker, ResidentIndex person, std::vector<Application>& out) const {
    const Profile profile = world_.residents.profile[person];
    const auto row = static_cast<std::uint32_t>(person);
    const std::uint32_t sent = number_given_one(effort_.applications(profile, world_.residents.now[person]),
                                                random_.block(Draw::LifeDetail, world_.month, row, 1)[1], most());
    const std::size_t kernel = kernel_row(world_, inputs_, person);
    std::vector<Wanted> wanted;
    for (std::uint32_t number = 0; number < sent; ++number) {
      const Block luck = random_.block(Draw::Application, world_.month, row, number);
      const VacancyIndex vacancy = cells_.choose_plainly(profile.municipality(), kernel, luck[0], luck[1], luck[2]);
      if (vacancy != none<VacancyIndex>) consider(person, offer_of(world_, vacancy), number, luck[3], wanted);
    }
    send(seeker, wanted, out);
  }

 private:
  std::uint32_t most() const { return static_cast<std::uint32_t>(inputs_.parameters.search.most); }

  /// The applications of one seeker, the most wanted first.
  static void send(std::uint32_t seeker, std::vector<Wanted>& wanted, std::vector<Application>& out) {
    std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) {
      return a.value != b.value ? a.value > b.value : a.number < b.number;
    });
    for (const Wanted& w : wanted) out.push_back({seeker, static_cast<std::uint32_t>(w.vacancy), w.score});
  }

  /// How many applications each seeker sends.
  void count(std::span<const ResidentIndex> seekers, std::span<const std::uint32_t> rows, Letters& letters) const {
    std::vector<Block> details(rows.size());
    random_.blocks(Draw::LifeDetail, world_.month, rows, 1, details);
    letters.first.assign(1, 0);
    for (std::size_t s = 0; s < seekers.size(); ++s) {
      const double expected =
          effort_.applications(world_.residents.profile[seekers[s]], world_.residents.now[seekers[s]]);
      letters.first.push_back(letters.first.back() + number_given_one(expected, details[s][1], most()));
    }
  }

  /// Draws for all, the first application of everybody before the second, and where each goes.
  Letters write(std::span<const ResidentIndex> seekers) const {
    Letters letters;
    std::vector<std::uint32_t> rows, at;
    for (const ResidentIndex person : seekers) rows.push_back(static_cast<std::uint32_t>(person));
    count(seekers, rows, letters);
    letters.luck.resize(letters.first.back());
    letters.to.resize(letters.first.back());
    std::vector<Block> luck;
    for (std::uint32_t number = 0;; ++number) {
      rows.clear();
      at.clear();
      for (std::size_t s = 0; s < seekers.size(); ++s) {
        if (letters.first[s] + number >= letters.first[s + 1]) continue;
        rows.push_back(static_cast<std::uint32_t>(seekers[s]));
        at.push_back(letters.first[s] + number);
      }
      if (rows.empty()) break;
      luck.resize(rows.size());
      random_.blocks(Draw::Application, world_.month, rows, number, luck);
      for (std::size_t i = 0; i < rows.size(); ++i) letters.luck[at[i]] = luck[i];
    }
    for (std::size_t s = 0; s < seekers.size(); ++s) {
      const MunicipalityIndex home = world_.residents.profile[seekers[s]].municipality();
      const std::size_t kernel = kernel_row(world_, inputs_, seekers[s]);
      for (std::size_t i = letters.first[s]; i < letters.first[s + 1]; ++i)
        letters.to[i] = cells_.find(home, kernel, letters.luck[i][0], letters.luck[i][1], letters.luck[i][2]);
    }
    return letters;
  }

  /// Fetches what applications to come will ask for: vacancies lie anywhere.
  static void look_ahead(const Letters& letters, std::size_t i) {
    constexpr std::size_t ahead = 8;
    if (i + ahead < letters.to.size()) __builtin_prefetch(letters.to[i + ahead]);
  }

  double net(MunicipalityIndex home, MunicipalityIndex work, double wage) const {
    return wage - inputs_.parameters.wage.commute_cost * inputs_.country.kilometres(home, work);
  }

  /// Whether the wage is enough: for who has no job, is about to lose it, or seeks a work-based place beside a side
  /// job, against the reservation wage; for who has one, against the present job, both net of commuting.
  bool accepts(ResidentIndex person, const Offer& offer, double wage, double value) const {
    const Situation& now = world_.residents.now[person];
    const Firms& firms = world_.firms;
    const Profile profile = world_.residents.profile[person];
    if (!works(now.labour) || firms.state[now.employer] == FirmState::Notice ||
        (on_work_based_route(profile) && profile.apprentice == 0))
      return wage >= reservation_share(now, world_.month, inputs_.parameters) *
                         reference_wage(world_, inputs_, person, offer.occupation);
    const MunicipalityIndex home = profile.municipality();
    const double present = monthly_wage(now, world_.month, inputs_.parameters.wage.experience);
    const double asked = inputs_.parameters.reservation.move_margin * present;
    return value > net(home, firms.municipality[now.employer], present) + asked;
  }

  void consider(ResidentIndex person, const Offer& offer, std::uint32_t number, std::uint32_t noise,
                std::vector<Wanted>& wanted) const {
    if (world_.residents.now[person].employer == offer.firm) return;  // works there already
    for (const Wanted& earlier : wanted)
      if (earlier.vacancy == offer.vacancy) return;  // of two applications to one vacancy the first stays
    const Profile profile = world_.residents.profile[person];
    if (on_work_based_route(profile) && offer.occupation != profile.trade()) return;
    const double wage = wage_offered(world_, inputs_, person, offer);
    const double value = net(profile.municipality(), offer.municipality, wage);
    if (!accepts(person, offer, wage, value)) return;
    if (inputs_.country.is_abroad(offer.municipality) &&
        !recognised(inputs_, random_, world_.month, person, number, offer.occupation))
      return;
    const double seen =
        is_far(world_.residents.now[person]) ? government::visibility(world_, inputs_, mediation_, offer.vacancy) : 0;
    const double score =
        suitability(world_, inputs_, person, offer) + seen + inputs_.parameters.match.noise * gumbel_(noise);
    wanted.push_back({value, number, offer.vacancy, score_word(score)});
  }

  const World& world_;
  const Inputs& inputs_;
  const Random& random_;
  government::Mediation mediation_;
  VacancyCells cells_;
  life::Effort effort_;
  GumbelTable gumbel_;
};

std::vector<Application> all_applications(const Market& market, const std::vector<ResidentIndex>& seekers,
                                          Engine engine) {
  std::vector<Application> all;
  if (engine == Engine::Reference) {
    for (std::size_t s = 0; s < seekers.size(); ++s)
      market.apply_plainly(static_cast<std::uint32_t>(s), seekers[s], all);
    return all;
  }
  std::vector<std::vector<Application>> parts(chunks_of(seekers.size(), chunk_seekers));
  for_each_chunk(seekers.size(), chunk_seekers, [&](std::size_t chunk, std::size_t first, std::size_t last) {
    market.apply(static_cast<std::uint32_t>(first), std::span(seekers).subspan(first, last - first), parts[chunk]);
  });
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

/// Contract of a new job: a share of a sector's hires are flexible.
Labour contract(const World& world, const Inputs& inputs, const Profile& profile, FirmIndex firm, std::uint32_t luck) {
  if (world.firms.state[firm] == FirmState::OwnAccount) return Labour::SelfEmployed;
  if (jobs::at_school(world, inputs.parameters, profile)) return Labour::StudentJob;
  return luck < jobs::flexible_chance(inputs, world.firms.sector[firm]) ? Labour::Flexible : Labour::Permanent;
}

/// What is left of a benefit beside a new job.
Benefit kept_benefit(const Situation& now, const Parameters& parameters, std::uint32_t luck) {
  switch (now.benefit) {
    case Benefit::Ww:
      return luck < threshold(parameters.ww.keep) ? Benefit::WwWork : Benefit::None;
    case Benefit::Bijstand:
      return luck < threshold(parameters.bijstand.keep) ? Benefit::BijstandWork : Benefit::None;
    case Benefit::WwWork:
    case Benefit::BijstandWork:
      return now.benefit;
    default:
      return Benefit::None;
  }
}

void record_hire(World& world, const Profile& profile, const Situation& before, VacancyIndex vacancy) {
  const FirmIndex firm = world.vacancies.firm[vacancy];
  Flows& flows = world.municipalities.flows[profile.municipality()];
  ++flows.hires;
  if (works(before.labour)) ++flows.job_to_job;
  if (before.distance >= 3 && !works(before.labour)) ++flows.far_hires;
  VacancyFlows& vacancies = world.municipalities.vacancies[world.firms.municipality[firm]];
  ++vacancies.filled;
  vacancies.age_at_fill += world.month - world.vacancies.opened[vacancy];
}

/// Sets the wage subsidy of a new job aside, all months of it; only for a job with an employer.
void subsidise(World& world, const Inputs& inputs, ResidentIndex person) {
  const Situation& now = world.residents.now[person];
  const auto months = static_cast<int>(inputs.parameters.subsidy.months);
  if (!is_employee(now.labour) || months < 1) return;
  const double wage = monthly_wage(now, world.month, inputs.parameters.wage.experience);
  const auto monthly = static_cast<Cents>(wage * inputs.policy.mandates.wage_subsidy.rate * 100 + .5) * world.weight;
  const MunicipalityIndex home = world.residents.profile[person].municipality();
  world.municipalities.government[home].subsidy_purse -= monthly * months;
  world.subsidised.push_back(
      {monthly, person, now.employer, now.since, world.month + (months - 1), static_cast<std::uint32_t>(home)});
}

void hire(World& world, const Inputs& inputs, const Random& random, ResidentIndex person, VacancyIndex vacancy) {
  const Situation before = world.residents.now[person];
  const Profile profile = world.residents.profile[person];
  const FirmIndex firm = world.vacancies.firm[vacancy];
  const double wage = wage_before_experience(world, inputs, person, offer_of(world, vacancy));
  const Block luck = random.block(Draw::Hired, world.month, static_cast<std::uint32_t>(person));
  const bool subsidised = is_subsidised(world, inputs, person);
  record_hire(world, profile, before, vacancy);

  Situation next = works(before.labour) ? jobs::without_job(world, person) : before;
  next.employer = firm;
  next.since = world.month;
  next.wage = static_cast<std::uint16_t>(std::clamp(wage / 10 + .5, 1.0, 65535.0));
  next.labour = contract(world, inputs, profile, firm, luck[0]);
  next.benefit = kept_benefit(before, inputs.parameters, luck[1]);
  if (next.benefit == Benefit::None) next.benefit_until = never;
  next.set_sector(world.firms.sector[firm]);
  if (profile.enrolled == 0) change_occupation(world, person, world.vacancies.occupation[vacancy]);
  world.residents.profile[person].apprentice = on_work_based_route(profile) ? 1u : 0u;
  move_to(world, person, next);
  ++world.firms.jobs[firm];
  --world.firms.vacancies[firm];
  if (subsidised) subsidise(world, inputs, person);
}

/// Vacancies without those that were filled.
void remove_filled(Vacancies& vacancies, const std::vector<std::uint32_t>& holder) {
  std::size_t kept = 0;
  for (std::size_t row = 0; row < holder.size(); ++row) {
    if (holder[row] != unmatched) continue;
    const auto from = index_of<VacancyIndex>(row), to = index_of<VacancyIndex>(kept++);
    vacancies.firm[to] = vacancies.firm[from];
    vacancies.opened[to] = vacancies.opened[from];
    vacancies.number[to] = vacancies.number[from];
    vacancies.occupation[to] = vacancies.occupation[from];
    vacancies.wage[to] = vacancies.wage[from];
  }
  vacancies.firm.resize(kept);
  vacancies.opened.resize(kept);
  vacancies.number.resize(kept);
  vacancies.occupation.resize(kept);
  vacancies.wage.resize(kept);
}

/// Of the unemployed who searched in vain some stop searching (L4).
void give_up(World& world, const Inputs& inputs, const Random& random, const std::vector<ResidentIndex>& seekers) {
  const Threshold chance = threshold(inputs.parameters.participation.gives_up);
  for (const ResidentIndex person : seekers) {
    Situation next = world.residents.now[person];
    if (next.labour != Labour::Unemployed || inputs.beyond_the_border(world.residents.profile[person])) continue;
    if (random.word(Draw::GivesUp, world.month, static_cast<std::uint32_t>(person)) >= chance) continue;
    next.labour = Labour::Marginal;
    move_to(world, person, next);
  }
}

}  // namespace

void match_vacancies(World& world, const Inputs& inputs, const Random& random) {
  const std::vector<ResidentIndex>& seekers = world.today.those_who(LifeEvent::LooksForWork);
  std::vector<std::uint32_t> holder;
  {
    const Market market(world, inputs, random);
    const std::vector<Application> applications = all_applications(market, seekers, inputs.engine);
    holder = stable_matching(applications, world.vacancies.size());
    for (std::uint32_t& filled : holder)
      if (filled != unmatched) filled = applications[filled].seeker;
  }
  for (std::size_t row = 0; row < holder.size(); ++row)
    if (holder[row] != unmatched) hire(world, inputs, random, seekers[holder[row]], index_of<VacancyIndex>(row));
  remove_filled(world.vacancies, holder);
  give_up(world, inputs, random, seekers);
}

}  // namespace polder::labour
