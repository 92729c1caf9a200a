#include "compare/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "compare/wishes.h"

namespace polder {
namespace {

struct Period {
  std::string from, to;
};

/// Its workers are followed from the month of the announcement: that is when its part is first measured.
std::vector<Period> periods_of_a_plant(const Store& store, const std::string& part) {
  const Month announced = month_from_text(store.first_month_of(part)).value_or(store.header().from);
  const Month last = store.header().to;
  std::vector<Period> periods;
  for (const int months : {3, 6, 12, 24})
    if (announced + months <= last) periods.push_back({to_text(announced + months), to_text(announced + months)});
  periods.push_back({to_text(std::max(announced, last - 11)), to_text(last)});
  return periods;
}

std::vector<Period> years(const Store& store) {
  const Month from = store.header().from, to = store.header().to;
  std::vector<Period> periods{{to_text(from), to_text(std::min(to, from + 11))}};
  if (to - from >= 23) periods.push_back({to_text(from + 12), to_text(from + 23)});
  if (to - from >= 35) periods.push_back({to_text(to - 11), to_text(to)});
  return periods;
}

bool measured(const Store& store, const std::string& key) {
  const auto& columns = store.dictionary();
  return std::any_of(columns.begin(), columns.end(), [&](const auto& column) { return column.key == key; });
}

void ask(std::vector<Question>& questions, const Store& store, const Wish& wish, const std::string& area,
         const std::string& part, const std::vector<std::string>& indicators, std::vector<Period> periods) {
  if (wish.from || wish.to)
    periods = {{wish.from.value_or(to_text(store.header().from)), wish.to.value_or(to_text(store.header().to))}};
  for (const std::string& indicator : wish.indicator ? std::vector{*wish.indicator} : indicators)
    if (measured(store, indicator) || wish.indicator)
      for (const Period& period : periods) questions.push_back({indicator, area, part, period.from, period.to});
}

}  // namespace

double mean_over(const Store& store, const std::string& scenario, const Question& question, std::uint32_t replicate) {
  std::vector<std::string> months;
  const std::vector<double> values =
      store.series({scenario, question.area, question.part, question.indicator}, replicate, &months);
  double sum = 0, count = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (months[i] < question.from || months[i] > question.to || std::isnan(values[i])) continue;
    sum += values[i];
    ++count;
  }
  return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

InputError problem_of_wish(std::string code, std::string message, std::string help) {
  Problem one;
  one.code = std::move(code);
  one.message = std::move(message);
  one.help = std::move(help);
  return InputError({one});
}

InputError unknown_in_result(const std::string& what, const std::string& name, const std::string& help) {
  return problem_of_wish("E309", fmt::format("this result has no {} '{}'", what, name), help);
}

void cannot_narrow(const std::string& by, const std::optional<std::string>& wish, const std::string& flag) {
  if (!wish) return;
  throw problem_of_wish("E318", fmt::format("--by {} does not go with {} ({})", by, flag, *wish),
                        fmt::format("leave out {} or --by", flag));
}

void check_names(const Store& store, const std::vector<std::string>& scenarios, const std::string& reference) {
  const auto& known = store.header().scenarios;
  const std::string help = fmt::format("it has: {}", fmt::join(known, ", "));
  for (const std::string& name : scenarios)
    if (!holds(known, name)) throw unknown_in_result("scenario", name, help);
  if (!holds(known, reference)) throw unknown_in_result("scenario", reference, help);
}

std::vector<std::uint32_t> pairs_of(const Store& store, const std::string& a, const std::string& b) {
  const auto of_a = store.replicates(a), of_b = store.replicates(b);
  std::vector<std::uint32_t> both;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(both));
  return both;
}

InputError nothing_measured(const Store& store, const ComparisonLine& line) {
  const Question& question = line.question;
  const auto pairs = pairs_of(store, line.scenario, line.reference);
  ensure(!pairs.empty(), "a line is explained only if a replicate of both scenarios is finished");
  const std::string what =
      fmt::format("'{}' of {}{}{}", question.indicator, question.area, question.part.empty() ? "" : " ", question.part);
  std::vector<std::string> months, measured;
  const std::vector<double> values =
      store.series({line.reference, question.area, question.part, question.indicator}, pairs.front(), &months);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isnan(values[i])) measured.push_back(months[i]);
  if (months.empty())
    return problem_of_wish(
        "E319", fmt::format("{} is not measured", what),
        fmt::format("{} is measured in: {}", question.part, fmt::join(store.areas_of(question.part), ", ")));
  if (measured.empty())
    return problem_of_wish("E319", fmt::format("{} is never measured", what),
                           question.part.empty()
                               ? "the study has nothing to measure it by"
                               : "this indicator is measured for whole areas only: leave out --part or --by");
  return problem_of_wish("E319", fmt::format("{} is not measured from {} to {}", what, question.from, question.to),
                         fmt::format("it is measured in {} months, the first {} and the last {}", measured.size(),
                                     measured.front(), measured.back()));
}

int direction_of(const std::string& indicator) {
  if (indicator == jobs_lost_per_job) return -1;
  const Indicator* known = find_indicator(indicator);
  if (known == nullptr || known->better == Better::Neither) return 0;
  return known->better == Better::Higher ? 1 : -1;
}

std::vector<Question> questions_for(const Store& store, const Wish& wish) {
  std::vector<Question> questions;
  const auto areas = store.areas();
  if (wish.area && !holds(areas, *wish.area))
    throw unknown_in_result("area", *wish.area, fmt::format("it has: {}", fmt::join(areas, ", ")));
  const auto parts = store.parts();
  if (wish.part && !holds(parts, *wish.part))
    throw unknown_in_result("part", *wish.part, fmt::format("it has: {}", fmt::join(parts, ", ")));
  const std::string area = wish.area.value_or(store.header().focus);
  if (wish.part) {
    ask(questions, store, wish, area, *wish.part, {"employment_rate", "unemployment_rate", "bijstand_recipients"},
        years(store));
    return questions;
  }
  if (!wish.area)
    for (const std::string& part : parts)
      if (part.starts_with("cohort:"))
        ask(questions, store, wish, area, part, {"employment_rate", "earnings", "ww_recipients", "bijstand_recipients"},
            periods_of_a_plant(store, part));
  std::vector<std::string> indicators{"employed",  "unemployed", "ww_recipients",    "bijstand_recipients",
                                      "vacancies", "cost_uwv",   "cost_municipality"};
  for (const std::string& key : wish.also)
    if (!holds(indicators, key)) indicators.push_back(key);
  ask(questions, store, wish, area, "", indicators, years(store));
  return questions;
}

std::vector<Question> questions_by(const Store& store, const Wish& wish, const std::string& by) {
  std::vector<Question> questions;
  Wish one = wish;
  if (!one.indicator) one.indicator = "employed";
  const std::vector<Period> last{
      {to_text(std::max(store.header().from, store.header().to - 11)), to_text(store.header().to)}};
  cannot_narrow(by, wish.part, "--part");
  if (by == "municipality") {
    cannot_narrow(by, wish.area, "--area");
    for (const std::string& area : store.areas(AreaLevel::Municipality)) ask(questions, store, one, area, "", {}, last);
  } else if (by == "level") {
    ask(questions, store, one, wish.area.value_or(store.header().focus), "", {}, last);
  } else {
    for (const std::string& part : store.parts())
      if (part.starts_with(by + ":"))
        ask(questions, store, one, wish.area.value_or(store.header().focus), part, {}, last);
  }
  if (by != "municipality" && wish.area && !holds(store.areas(), *wish.area))
    throw unknown_in_result("area", *wish.area, fmt::format("it has: {}", fmt::join(store.areas(), ", ")));
  if (questions.empty())
    throw unknown_in_result("division by", by,
                            "municipality, education, age, sector, cohort, payer, actor, pocket, level or composite");
  return questions;
}

std::vector<ComparisonLine> compare(const Store& store, const std::vector<std::string>& scenarios,
                                    const std::string& reference, const std::vector<Question>& questions) {
  check_names(store, scenarios, reference);
  std::vector<ComparisonLine> lines;
  for (const std::string& scenario : scenarios) {
    const std::vector<std::uint32_t> pairs = pairs_of(store, scenario, reference);
    for (const Question& question : questions) {
      std::vector<double> ours, theirs;
      for (const std::uint32_t replicate : pairs) {
        ours.push_back(mean_over(store, scenario, question, replicate));
        theirs.push_back(mean_over(store, reference, question, replicate));
      }
      ComparisonLine line{scenario, reference, question, "", "", "", paired_difference(ours, theirs), ""};
      for (const auto& column : store.dictionary()) {
        if (column.key != question.indicator) continue;
        line.unit = column.unit;
        line.name_nl = column.name_nl;
        line.name_en = column.name_en;
      }
      lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace polder
