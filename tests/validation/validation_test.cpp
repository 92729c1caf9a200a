// The reference against published figures: every moment of the two vintages in scenarios/calibration is printed with
// band and verdict. A miss fails unless docs/validation.md lists it with its size and a reason, and does not exceed
// that size.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "calibrate/calibrate.h"
#include "calibrate/distance.h"
#include "validation/listed.h"

namespace polder::calibrate {
namespace {

constexpr double room = .125;  // of the band, by which a miss may exceed its listed size

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

void expect_in_band_or_listed(const std::string& vintage) {
  const Targets targets = load_targets(POLDER_ROOT "/scenarios/calibration/nl-" + vintage + ".yaml");
  const Evaluation present = evaluate_present(targets, 0);
  const std::map<std::string, Listed> listed = listed_below("### Misses of " + vintage);
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

TEST(Validation, ReferenceOf2024MeetsItsFiguresOrSaysWhyNot) { expect_in_band_or_listed("2024"); }

TEST(Validation, ReferenceOf2018MeetsItsFiguresOrSaysWhyNot) { expect_in_band_or_listed("2018"); }

}  // namespace
}  // namespace polder::calibrate
