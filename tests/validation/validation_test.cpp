// The reference against published figures: every moment of scenarios/calibration/nl-2024.yaml is printed with band and
// verdict. A miss fails unless docs/validation.md lists it with its size and a reason, and does not exceed that size.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <string>

#include "calibrate/calibrate.h"
#include "calibrate/distance.h"

namespace polder::calibrate {
namespace {

constexpr double room = .125;  // of the band, by which a miss may exceed its listed size

struct Listed {
  double size = 0;  // measured less the nearest end of the band [unit of the moment]
  std::string reason;
};

/// Cells of a row of a Markdown table, without blanks around them.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = line.find('|'); begin != std::string::npos;) {
    const std::size_t end = line.find('|', begin + 1);
    if (end == std::string::npos) break;
    std::string cell = line.substr(begin + 1, end - begin - 1);
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
    cells.push_back(cell);
    begin = end;
  }
  return cells;
}

/// The table below "## Misses": | `moment` | size | reason |.
std::map<std::string, Listed> listed_misses() {
  std::ifstream file(POLDER_ROOT "/docs/validation.md");
  std::map<std::string, Listed> misses;
  bool in_list = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) in_list = line == "## Misses";
    const std::vector<std::string> cells = cells_of(line);
    if (!in_list || cells.size() != 3 || !cells[0].starts_with('`')) continue;
    Listed miss;
    std::from_chars(cells[1].data() + (cells[1].starts_with('+') ? 1 : 0), cells[1].data() + cells[1].size(),
                    miss.size);
    miss.reason = cells[2];
    misses[cells[0].substr(1, cells[0].size() - 2)] = miss;
  }
  return misses;
}

void expect_listed(const Target& target, double measured, const std::map<std::string, Listed>& listed) {
  const auto found = listed.find(std::string(target.moment->key));
  if (found == listed.end()) {
    ADD_FAILURE() << target.moment->key << " misses its band and docs/validation.md does not list it";
    return;
  }
  EXPECT_FALSE(found->second.reason.empty()) << target.moment->key << " is listed without a reason";
  const double size = miss(target, measured);
  const double most = std::abs(found->second.size) + room * (target.to - target.from);
  EXPECT_TRUE(size * found->second.size > 0 && std::abs(size) <= most)
      << target.moment->key << " is off by " << size << ", listed is " << found->second.size;
}

TEST(Validation, ReferenceOf2024MeetsItsFiguresOrSaysWhyNot) {
  const Targets targets = load_targets(POLDER_ROOT "/scenarios/calibration/nl-2024.yaml");
  const Evaluation present = evaluate_present(targets, 0);
  const std::map<std::string, Listed> listed = listed_misses();
  std::size_t misses = 0, healed = 0;
  fmt::print("{:26} {:4} {:>10} {:>10} {:>10} {:>10}  verdict\n", "moment", "", "target", "from", "to", "measured");
  for (std::size_t i = 0; i < targets.moments.size(); ++i) {
    const Target& target = targets.moments[i];
    const double measured = present.moments[i];
    const Verdict verdict = verdict_on(target, measured);
    const bool is_listed = listed.contains(std::string(target.moment->key));
    fmt::print("{:26} {:4} {:>10} {:>10.5g} {:>10.5g} {:>10.5g}  {}{}\n", target.moment->key, target.moment->pattern,
               target.value ? fmt::format("{:.5g}", *target.value) : "", target.from, target.to, measured,
               to_text(verdict), is_listed ? " (listed)" : "");
    if (verdict == Verdict::InBand) {
      healed += is_listed ? 1 : 0;
      continue;
    }
    ++misses;
    expect_listed(target, measured, listed);
  }
  fmt::print("{} of {} moments in band, {} misses; docs/validation.md lists {}, of which {} now in band\n",
             targets.moments.size() - misses, targets.moments.size(), misses, listed.size(), healed);
  EXPECT_GT(targets.moments.size(), 30u);
}

}  // namespace
}  // namespace polder::calibrate
