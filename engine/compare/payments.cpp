// Differences in money: per payment, per actor, and from whose pocket into whose.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "compare/actors.h"
#include "compare/pareto.h"
#include "compare/wishes.h"

namespace polder {
namespace {

using Payments = std::map<std::tuple<std::string, std::string, std::string>, double>;

/// Months as numbers, both included.
struct Span {
  Month from, to;
};

Span span_of(const Store& store, const Wish& wish) {
  const auto month = [](const std::optional<std::string>& text, Month otherwise) {
    return text ? month_from_text(*text).value_or(otherwise) : otherwise;
  };
  const Span span{std::max(month(wish.from, store.header().from), store.header().from),
                  std::min(month(wish.to, store.header().to), store.header().to)};
  if (span.to < span.from)
    throw problem_of_wish("E319",
                          fmt::format("no month of the result lies from {} to {}", wish.from.value_or("its start"),
                                      wish.to.value_or("its end")),
                          fmt::format("it has {} to {}", to_text(store.header().from), to_text(store.header().to)));
  return span;
}

/// Payments between kinds of actor, mean over some months [EUR/year]; rows that name a municipality repeat them.
Payments payments(const Store& store, const std::string& scenario, std::uint32_t replicate, Span span) {
  Payments sum;
  const double years = (span.to - span.from + 1) / 12.0;
  for (const LedgerRow& row : store.ledger(scenario, replicate)) {
    if (row.payer.find(' ') != std::string::npos || row.payee.find(' ') != std::string::npos) continue;
    if (row.month < span.from || row.month > span.to) continue;
    sum[{row.payer, row.payee, row.purpose}] += static_cast<double>(row.cents) / 100 / years;
  }
  return sum;
}

void whole_result_only(const std::string& by, const Wish& wish) {
  cannot_narrow(by, wish.indicator, "--indicator");
  cannot_narrow(by, wish.area, "--area");
  cannot_narrow(by, wish.part, "--part");
}

}  // namespace

bool is_consequence(std::string_view purpose) {
  constexpr std::array<std::string_view, 9> consequences{"wages",      "premiums", "tax",  "ww",     "bijstand",
                                                         "disability", "aow",      "buig", "vangnet"};
  return holds(consequences, purpose);
}

namespace {

/// Received less paid [cents], so that sums are exact.
struct Net {
  Cents measures = 0, consequences = 0;
};
using Nets = std::map<std::string, Net>;

Nets nets(const Store& store, const std::string& scenario, std::uint32_t replicate, Span span) {
  Nets by_actor;
  for (const LedgerRow& row : store.ledger(scenario, replicate)) {
    if (row.payer.find(' ') != std::string::npos || row.payee.find(' ') != std::string::npos) continue;
    if (row.month < span.from || row.month > span.to) continue;
    const auto side = is_consequence(row.purpose) ? &Net::consequences : &Net::measures;
    by_actor[row.payer].*side -= row.cents;
    by_actor[row.payee].*side += row.cents;
  }
  return by_actor;
}

/// The nets of the pairs of two scenarios, all [EUR/year].
struct PairedNets {
  std::vector<Nets> ours, theirs;
  double years = 1;

  double difference(std::size_t pair, const std::string& actor, Cents Net::* side) const {
    return euro(of(ours[pair], actor).*side - of(theirs[pair], actor).*side);
  }
  double euro(Cents cents) const { return static_cast<double>(cents) / 100 / years; }
  static Net of(const Nets& all, const std::string& actor) {
    const auto found = all.find(actor);
    return found == all.end() ? Net{} : found->second;
  }
  std::size_t size() const { return ours.size(); }
};

PairedNets paired_nets(const Store& store, const std::string& scenario, const std::string& reference, Span span) {
  PairedNets paired;
  paired.years = (span.to - span.from + 1) / 12.0;
  for (const std::uint32_t replicate : pairs_of(store, scenario, reference)) {
    paired.ours.push_back(nets(store, scenario, replicate, span));
    paired.theirs.push_back(nets(store, reference, replicate, span));
  }
  return paired;
}

ComparisonLine line_of(const std::string& scenario, const std::string& reference, Span span, std::string key,
                       std::string unit, std::string nl, std::string en, const Difference& difference) {
  const Question question{std::move(key), "", "", to_text(span.from), to_text(span.to)};
  return {scenario, reference, question, std::move(unit), std::move(nl), std::move(en), difference, ""};
}

struct Side {
  std::string_view key, nl, en;
  bool measures, consequences;
};
constexpr std::array<Side, 3> sides{{{"measures", "maatregelen", "measures", true, false},
                                     {"consequences", "gevolgen", "consequences", false, true},
                                     {"net", "per saldo", "net", true, true}}};

Cents cents_of(const Net& net, const Side& side) {
  return (side.measures ? net.measures : 0) + (side.consequences ? net.consequences : 0);
}

/// Who pays more for measures in a pair, and how much [EUR/year].
std::map<std::string, double> spenders(const PairedNets& paired, std::size_t pair) {
  std::map<std::string, double> spent;
  for (const ActorName& actor : actor_names) {
    const double more = -paired.difference(pair, std::string(actor.key), &Net::measures);
    if (more > 0) spent[std::string(actor.key)] = more;
  }
  return spent;
}

/// What measures bring to each actor, by payer: in proportion to what each pays, replicate by replicate [EUR/year].
using PocketSeries = std::map<std::pair<std::string, std::string>, std::vector<double>>;

PocketSeries pockets(const PairedNets& paired) {
  PocketSeries series;
  for (std::size_t i = 0; i < paired.size(); ++i) {
    const std::map<std::string, double> spent = spenders(paired, i);
    double all = 0;
    for (const auto& [payer, euro] : spent) all += euro;
    for (const auto& [payer, euro] : spent)
      for (const ActorName& actor : actor_names) {
        std::vector<double>& values = series[{payer, std::string(actor.key)}];
        values.resize(paired.size(), 0);
        values[i] = euro / all * paired.difference(i, std::string(actor.key), &Net::consequences);
      }
  }
  return series;
}

const ActorName& actor_called(const std::string& key) {
  return *std::find_if(actor_names.begin(), actor_names.end(),
                       [&](const ActorName& actor) { return actor.key == key; });
}

bool is_nothing(const std::vector<double>& values) {
  return std::ranges::all_of(values, [](double value) { return value == 0; });
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

/// Mean cost over mean gain, with the 95 % interval of a ratio of means (linearised: Cochran 1977, section 6.3); NaN
/// where the gain is not told apart from nothing.
Difference ratio_of_means(const std::vector<double>& cost, const std::vector<double>& gain) {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> nothing(cost.size(), 0);
  const Difference gained = paired_difference(gain, nothing);
  Difference ratio;
  ratio.pairs = cost.size();
  ratio.reference = ratio.mean = ratio.low = ratio.high = ratio.chance_better = unknown;
  if (!(gained.low > 0)) return ratio;
  ratio.mean = mean(cost) / gained.mean;
  std::vector<double> residuals;
  for (std::size_t i = 0; i < cost.size(); ++i)
    residuals.push_back(ratio.mean + (cost[i] - ratio.mean * gain[i]) / gained.mean);
  const Difference spread = paired_difference(residuals, nothing);
  ratio.higher = spread.higher;
  ratio.lower = spread.lower;
  ratio.low = spread.low;
  ratio.high = spread.high;
  return ratio;
}

/// 1 - own benefit over the benefit of all but firms, which pay it as wages: of the means, without an interval.
Difference wrong_pocket(const PocketSeries& series, const std::string& payer, std::size_t pairs) {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  double all = 0;
  for (const auto& [key, values] : series)
    if (key.first == payer && key.second != "firms") all += mean(values);
  Difference index;
  index.pairs = pairs;
  index.reference = index.low = index.high = index.chance_better = unknown;
  index.mean = all > 0 ? 1 - mean(series.at({payer, payer})) / all : unknown;
  return index;
}

}  // namespace

double cost_of_measures(const Store& store, const std::string& scenario, std::uint32_t replicate, Month from,
                        Month to) {
  const Nets by_actor = nets(store, scenario, replicate, {from, to});
  Cents cost = 0;
  for (const ActorName& actor : actor_names)
    if (actor.government) cost -= PairedNets::of(by_actor, std::string(actor.key)).measures;
  return static_cast<double>(cost) / 100 / ((to - from + 1) / 12.0);
}

std::vector<ComparisonLine> compare_payments(const Store& store, const std::vector<std::string>& scenarios,
                                             const std::string& reference, const Wish& wish) {
  check_names(store, scenarios, reference);
  whole_result_only("payer", wish);
  const Span span = span_of(store, wish);
  std::vector<ComparisonLine> lines;
  for (const std::string& scenario : scenarios) {
    std::map<Payments::key_type, std::pair<std::vector<double>, std::vector<double>>> series;
    const std::vector<std::uint32_t> pairs = pairs_of(store, scenario, reference);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      for (const auto& [key, euro] : payments(store, scenario, pairs[i], span)) {
        series[key].first.resize(pairs.size(), 0.0);
        series[key].first[i] = euro;
      }
      for (const auto& [key, euro] : payments(store, reference, pairs[i], span)) {
        series[key].second.resize(pairs.size(), 0.0);
        series[key].second[i] = euro;
      }
    }
    for (auto& [key, both] : series) {
      both.first.resize(pairs.size(), 0.0);
      both.second.resize(pairs.size(), 0.0);
      const auto& [payer, payee, purpose] = key;
      const std::string what = fmt::format("{} > {}: {}", payer, payee, purpose);
      const Question question{purpose, "", "", to_text(span.from), to_text(span.to)};
      lines.push_back(
          {scenario, reference, question, "EUR/year", what, what, paired_difference(both.first, both.second), ""});
    }
  }
  return lines;
}

namespace {

/// Received less paid in whole calendar years by the actors of the municipalities that are reported: in a study of a
/// region the ledger also holds those around it.
Nets nets_here(const Store& store, const std::string& scenario, std::uint32_t replicate, Span span) {
  const std::vector<std::string> areas = store.areas(AreaLevel::Municipality);
  const std::set<std::string> here(areas.begin(), areas.end());
  const auto place = [](const std::string& account) {
    const std::size_t gap = account.find(' ');
    return gap == std::string::npos ? std::string() : account.substr(gap + 1);
  };
  const auto actor = [](const std::string& account) { return account.substr(0, account.find(' ')); };
  Nets by_actor;
  for (const LedgerRow& row : store.ledger(scenario, replicate)) {
    if (!here.contains(place(row.payer)) && !here.contains(place(row.payee))) continue;
    if (row.month < span.from || row.month > span.to || is_consequence(row.purpose)) continue;
    by_actor[actor(row.payer)].measures -= row.cents;
    by_actor[actor(row.payee)].measures += row.cents;
  }
  return by_actor;
}

/// What measures cost each payer, and all that pay, per additional person-year at work (I25), in whole calendar years.
void add_cost_per_year_at_work(std::vector<ComparisonLine>& lines, const Store& store, const std::string& scenario,
                               const std::string& reference, Span span) {
  span.from = span.from + (13 - span.from.calendar_month()) % 12;
  span.to = span.to - span.to.calendar_month() % 12;
  if (span.to < span.from) return;
  PairedNets paired;
  paired.years = (span.to - span.from + 1) / 12.0;
  for (const std::uint32_t replicate : pairs_of(store, scenario, reference)) {
    paired.ours.push_back(nets_here(store, scenario, replicate, span));
    paired.theirs.push_back(nets_here(store, reference, replicate, span));
  }
  const Question question{"employed", store.header().focus, "", to_text(span.from), to_text(span.to)};
  std::vector<double> gained, all(paired.size(), 0);
  for (const std::uint32_t replicate : pairs_of(store, scenario, reference))
    gained.push_back(mean_over(store, scenario, question, replicate) -
                     mean_over(store, reference, question, replicate));
  const auto add = [&](std::string_view key, std::string_view nl, std::string_view en,
                       const std::vector<double>& cost) {
    lines.push_back(line_of(scenario, reference, span, fmt::format("{}:per_year_at_work", key), "EUR/person-year",
                            fmt::format("{}: kosten van maatregelen per extra persoonsjaar werk", nl),
                            fmt::format("{}: cost of measures per additional person-year at work", en),
                            ratio_of_means(cost, gained)));
  };
  for (const ActorName& actor : actor_names) {
    std::vector<double> cost;
    for (std::size_t i = 0; i < paired.size(); ++i)
      cost.push_back(-paired.difference(i, std::string(actor.key), &Net::measures));
    if (!(mean(cost) > 0)) continue;
    for (std::size_t i = 0; i < paired.size(); ++i) all[i] += cost[i];
    add(actor.key, actor.nl, actor.en, cost);
  }
  if (!is_nothing(all)) add("all", "allen samen", "all together", all);
}

}  // namespace

std::vector<ComparisonLine> compare_actors(const Store& store, const std::vector<std::string>& scenarios,
                                           const std::string& reference, const Wish& wish) {
  check_names(store, scenarios, reference);
  whole_result_only("actor", wish);
  const Span span = span_of(store, wish);
  std::vector<ComparisonLine> lines;
  for (const std::string& scenario : scenarios) {
    const PairedNets paired = paired_nets(store, scenario, reference, span);
    for (const Side& side : sides) {
      std::vector<Cents> all(paired.size(), 0);
      const auto add = [&](const ActorName& actor, const std::vector<double>& ours, const std::vector<double>& theirs) {
        lines.push_back(line_of(scenario, reference, span, std::string(actor.key) + ":" + std::string(side.key),
                                "EUR/year", fmt::format("{}: {}", actor.nl, side.nl),
                                fmt::format("{}: {}", actor.en, side.en), paired_difference(ours, theirs)));
      };
      for (const ActorName& actor : actor_names) {
        std::vector<double> ours, theirs;
        for (std::size_t i = 0; i < paired.size(); ++i) {
          const Cents a = cents_of(PairedNets::of(paired.ours[i], std::string(actor.key)), side);
          const Cents b = cents_of(PairedNets::of(paired.theirs[i], std::string(actor.key)), side);
          all[i] += a - b;
          ours.push_back(paired.euro(a));
          theirs.push_back(paired.euro(b));
        }
        if (is_nothing(ours) && is_nothing(theirs)) continue;
        add(actor, ours, theirs);
      }
      std::vector<double> sum;
      for (const Cents cents : all) sum.push_back(paired.euro(cents));
      add({"all", "allen samen", "all together"}, sum, std::vector<double>(sum.size(), 0));
    }
    add_cost_per_year_at_work(lines, store, scenario, reference, span);
  }
  return lines;
}

std::vector<ComparisonLine> compare_pockets(const Store& store, const std::vector<std::string>& scenarios,
                                            const std::string& reference, const Wish& wish) {
  check_names(store, scenarios, reference);
  whole_result_only("pocket", wish);
  const Span span = span_of(store, wish);
  std::vector<ComparisonLine> lines;
  for (const std::string& scenario : scenarios) {
    const PairedNets paired = paired_nets(store, scenario, reference, span);
    const PocketSeries series = pockets(paired);
    std::set<std::string> payers;
    for (const auto& [key, values] : series) {
      payers.insert(key.first);
      if (is_nothing(values)) continue;
      const ActorName &payer = actor_called(key.first), &gains = actor_called(key.second);
      lines.push_back(line_of(scenario, reference, span, fmt::format("{}>{}", payer.key, gains.key), "EUR/year",
                              fmt::format("uit de zak van {}, in die van {}", payer.nl, gains.nl),
                              fmt::format("from the pocket of {} into that of {}", payer.en, gains.en),
                              paired_difference(values, std::vector<double>(values.size(), 0))));
    }
    for (const std::string& payer : payers)
      lines.push_back(line_of(scenario, reference, span, payer + ":wrong_pocket", "share",
                              fmt::format("verkeerde-zakindex van {}", actor_called(payer).nl),
                              fmt::format("wrong-pocket index of {}", actor_called(payer).en),
                              wrong_pocket(series, payer, paired.size())));
  }
  return lines;
}

}  // namespace polder
