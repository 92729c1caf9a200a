#include <algorithm>
#include <span>

#include "base/parallel.h"
#include "base/prefetch.h"
#include "government/mediation.h"
#include "government/relative_service.h"
#include "government/service.h"
#include "systems/jobs/jobs.h"
#include "systems/labour/applications.h"
#include "systems/labour/hire.h"
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

const GumbelTable& gumbel_table() {
  static const GumbelTable table;
  return table;
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

  /// Applications of some residents, numbered from `first_seeker`, that they would accept: those of one together, the
  /// most wanted first.
  void apply(std::uint32_t first_seeker, std::span<const ResidentIndex> residents,
             std::vector<Application>& out) const {
    constexpr std::size_t ahead = 8;
    const std::vector<Seeker> seekers = meet(residents);
    const Letters letters = write(seekers);
    std::vector<Wanted> wanted;
    for (std::size_t s = 0; s < seekers.size(); ++s) {
      wanted.clear();
      for (std::size_t i = letters.first[s]; i < letters.first[s + 1]; ++i) {
        if (i + ahead < letters.to.size()) prefetch(letters.to[i + ahead]);  // vacancies lie anywhere
        if (letters.to[i] != nullptr)
          consider(seekers[s], *letters.to[i], static_cast<std::uint32_t>(i - letters.first[s]), letters.luck[i][3],
                   wanted);
      }
      send(static_cast<std::uint32_t>(first_seeker + s), wanted, out);
    }
  }

  /// The same for one resident, by the rules alone.
  void apply_plainly(std::uint32_t number_of_seeker, ResidentIndex person, std::vector<Application>& out) const {
    const Seeker seeker = seeker_of(world_, inputs_, person);
    const auto row = static_cast<std::uint32_t>(person);
    const std::uint32_t sent = applications(seeker, random_.block(Draw::LifeDetail, world_.month, row, 1));
    const std::size_t kernel = kernel_row(world_, inputs_, seeker);
    const MunicipalityIndex home = seeker.profile.municipality();
    std::vector<Wanted> wanted;
    for (std::uint32_t number = 0; number < sent; ++number) {
      const Block luck = random_.block(Draw::Application, world_.month, row, number);
      const VacancyIndex vacancy = cells_.choose_plainly(home, kernel, luck[0], luck[1], luck[2]);
      if (vacancy != none<VacancyIndex>) consider(seeker, offer_of(world_, vacancy), number, luck[3], wanted);
    }
    send(number_of_seeker, wanted, out);
  }

 private:
  /// Reads all seekers once, and fetches ahead those who come later and what is asked of their employers.
  std::vector<Seeker> meet(std::span<const ResidentIndex> residents) const {
    constexpr std::size_t ahead = 16;
    std::vector<Seeker> seekers;
    seekers.reserve(residents.size());
    for (std::size_t i = 0; i < residents.size(); ++i) {
      if (i + ahead < residents.size()) {
        prefetch(&world_.residents.now[residents[i + ahead]]);
        prefetch(&world_.residents.profile[residents[i + ahead]]);
      }
      seekers.push_back(seeker_of(world_, inputs_, residents[i]));
      const Situation& now = seekers.back().now;
      if (!works(now.labour)) continue;
      prefetch(&world_.firms.state[now.employer]);
      prefetch(&world_.firms.municipality[now.employer]);
    }
    return seekers;
  }

  std::uint32_t applications(const Seeker& seeker, const Block& details) const {
    const life::Search search = effort_.search(seeker.profile, seeker.now, jobs::on_notice(world_.firms, seeker.now));
    return number_given_one(search.expected, search.none, details[1],
                            static_cast<std::uint32_t>(inputs_.parameters.search.most));
  }

  /// The applications of one seeker, the most wanted first.
  static void send(std::uint32_t seeker, std::vector<Wanted>& wanted, std::vector<Application>& out) {
    std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) {
      return a.value != b.value ? a.value > b.value : a.number < b.number;
    });
    for (const Wanted& w : wanted) out.push_back({seeker, static_cast<std::uint32_t>(w.vacancy), w.score});
  }

  /// How many applications each seeker sends.
  void count(std::span<const Seeker> seekers, std::span<const std::uint32_t> rows, Letters& letters) const {
    std::vector<Block> details(rows.size());
    random_.blocks(Draw::LifeDetail, world_.month, rows, 1, details);
    letters.first.reserve(seekers.size() + 1);
    letters.first.push_back(0);
    for (std::size_t s = 0; s < seekers.size(); ++s)
      letters.first.push_back(letters.first.back() + applications(seekers[s], details[s]));
  }

  /// Draws for all, the first application of everybody before the second, and where each goes.
  Letters write(std::span<const Seeker> seekers) const {
    Letters letters;
    std::vector<std::uint32_t> rows, at;
    rows.reserve(seekers.size());
    at.reserve(seekers.size());
    for (const Seeker& seeker : seekers) rows.push_back(static_cast<std::uint32_t>(seeker.person));
    count(seekers, rows, letters);
    letters.luck.resize(letters.first.back());
    letters.to.resize(letters.first.back());
    std::vector<Block> luck;
    for (std::uint32_t number = 0;; ++number) {
      rows.clear();
      at.clear();
      for (std::size_t s = 0; s < seekers.size(); ++s) {
        if (letters.first[s] + number >= letters.first[s + 1]) continue;
        rows.push_back(static_cast<std::uint32_t>(seekers[s].person));
        at.push_back(letters.first[s] + number);
      }
      if (rows.empty()) break;
      luck.resize(rows.size());
      random_.blocks(Draw::Application, world_.month, rows, number, luck);
      for (std::size_t i = 0; i < rows.size(); ++i) letters.luck[at[i]] = luck[i];
    }
    for (std::size_t s = 0; s < seekers.size(); ++s) {
      const MunicipalityIndex home = seekers[s].profile.municipality();
      const std::size_t kernel = kernel_row(world_, inputs_, seekers[s]);
      for (std::size_t i = letters.first[s]; i < letters.first[s + 1]; ++i)
        letters.to[i] = cells_.find(home, kernel, letters.luck[i][0], letters.luck[i][1], letters.luck[i][2]);
    }
    return letters;
  }

  double net(MunicipalityIndex home, MunicipalityIndex work, double wage) const {
    return wage - inputs_.parameters.wage.commute_cost * inputs_.country.kilometres(home, work);
  }

  /// Whether the wage is enough: for who has no job, is about to lose it, or seeks a work-based place beside a side
  /// job, against the reservation wage; for who has one, against the present job, both net of commuting.
  bool accepts(const Seeker& seeker, const Offer& offer, double wage, double value) const {
    const Situation& now = seeker.now;
    const Firms& firms = world_.firms;
    if (!works(now.labour) || jobs::on_notice(firms, now) ||
        (on_work_based_route(seeker.profile) && seeker.profile.apprentice == 0))
      return wage >= reservation_share(now, world_.month, inputs_.parameters) *
                         reference_wage(inputs_, seeker, offer.occupation);
    const double present = monthly_wage(now, world_.month, inputs_.parameters.wage.experience);
    const double asked = inputs_.parameters.reservation.move_margin * present;
    return value > net(seeker.profile.municipality(), firms.municipality[now.employer], present) + asked;
  }

  void consider(const Seeker& seeker, const Offer& offer, std::uint32_t number, std::uint32_t noise,
                std::vector<Wanted>& wanted) const {
    if (seeker.now.employer == offer.firm) return;  // works there already
    for (const Wanted& earlier : wanted)
      if (earlier.vacancy == offer.vacancy) return;  // of two applications to one vacancy the first stays
    if (on_work_based_route(seeker.profile) && offer.occupation != seeker.profile.trade()) return;
    const double wage = wage_offered(inputs_, seeker, offer);
    const double value = net(seeker.profile.municipality(), offer.municipality, wage);
    if (!accepts(seeker, offer, wage, value)) return;
    if (inputs_.country.is_abroad(offer.municipality) &&
        !recognised(inputs_, random_, world_.month, seeker.person, number, offer.occupation))
      return;
    const double seen = is_far(seeker.now) ? government::visibility(world_, inputs_, mediation_, offer.vacancy) : 0;
    const double score =
        suitability(world_, inputs_, seeker, offer) + seen + inputs_.parameters.match.noise * gumbel_(noise);
    wanted.push_back({value, number, offer.vacancy, score_word(score)});
  }

  const World& world_;
  const Inputs& inputs_;
  const Random& random_;
  government::Mediation mediation_;
  VacancyCells cells_;
  life::Effort effort_;
  const GumbelTable& gumbel_ = gumbel_table();
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
  std::vector<Hire> hires;
  for (std::size_t row = 0; row < holder.size(); ++row)
    if (holder[row] != unmatched) hires.push_back({seekers[holder[row]], index_of<VacancyIndex>(row)});
  hire_all(world, inputs, random, hires);
  remove_filled(world.vacancies, holder);
  give_up(world, inputs, random, seekers);
}

}  // namespace polder::labour
