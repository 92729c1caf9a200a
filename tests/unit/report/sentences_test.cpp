// What a sentence says follows from the numbers: sign, size, unit and certainty, over random differences.
#include "report/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace polder::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Measure persons() {
  Measure measure;
  measure.name = "Employed";
  measure.subject = "the number at work";
  measure.unit = measure.difference_unit = "persons";
  return measure;
}

Measure share() {
  Measure measure = persons();
  measure.unit = "%";
  measure.difference_unit = "percentage points";
  measure.factor = 100;
  return measure;
}

Finding finding(const Difference& difference, const Measure& measure) {
  return {measure, "in Twente", "2026–2033", "help", "baseline", difference};
}

Difference of_pairs(const std::vector<double>& differences) {
  return paired_difference(differences, std::vector<double>(differences.size(), 0.0));
}

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

/// The first number after a text, as its language writes it; NaN if there is none.
double number_after(const std::string& text, const std::string& mark, Tongue tongue) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return std::nan("");
  std::string digits;
  for (std::size_t i = at + mark.size(); i < text.size(); ++i) {
    const char c = text[i];
    if (c == (tongue == Tongue::Dutch ? '.' : ',')) continue;
    if ((c < '0' || c > '9') && c != (tongue == Tongue::Dutch ? ',' : '.')) break;
    digits += c == ',' ? '.' : c;
  }
  return std::strtod(digits.c_str(), nullptr);
}

/// Two to thirty pairs, in the large or the small, around nothing or far from it.
std::vector<double> random_pairs() {
  const int pairs = *rc::gen::inRange(2, 31);
  const double scale = std::pow(10, *rc::gen::inRange(-3, 6)), centre = *rc::gen::inRange(-30, 31) / 10.;
  std::vector<double> differences;
  for (int i = 0; i < pairs; ++i) differences.push_back(scale * (centre + *rc::gen::inRange(-1000, 1001) / 1000.));
  return differences;
}

TEST(Sentences, TellSignSizeUnitAndCertaintyOfTheNumbers) {
  EXPECT_TRUE(rc::check([] {
    const Difference d = of_pairs(random_pairs());
    const Measure measure = *rc::gen::inRange(0, 2) == 0 ? persons() : share();
    for (const Tongue tongue : {Tongue::Dutch, Tongue::English}) {
      const bool dutch = tongue == Tongue::Dutch;
      const std::string text = sentence_about(finding(d, measure), tongue);
      const bool lower = says(text, dutch ? " lager dan " : " lower than ");
      const bool higher = says(text, dutch ? " hoger dan " : " higher than ");
      RC_ASSERT(says(text, measure.difference_unit));
      RC_ASSERT(lower == (is_visible(d) && d.mean < 0));
      RC_ASSERT(higher == (is_visible(d) && d.mean > 0));
      RC_ASSERT(says(text, dutch ? "geen zichtbaar verschil" : "no visible difference") == !is_visible(d));
      RC_ASSERT(says(text, words_of(certainty_of(d), tongue)));
      if (!is_visible(d)) continue;
      const double shown = number_after(text, "in Twente ", tongue), size = std::abs(d.mean) * measure.factor;
      const std::string other_language = dutch ? "in Twente is " : "in Twente ";
      const double value = dutch ? shown : number_after(text, "in Twente is ", tongue);
      const double half = (d.high - d.low) / 2 * measure.factor;
      // Half a step of the interval, or of three digits; never beyond the interval.
      RC_ASSERT(std::abs(value - size) <= std::max(half / 4, size * .0051));
      RC_ASSERT(value > 0);
    }
  }));
}

TEST(Sentences, WriteADifferenceWithItsInterval) {
  EXPECT_TRUE(rc::check([] {
    const Difference d = of_pairs(random_pairs());
    const std::string text = difference_text(d, persons(), Tongue::English);
    if (is_visible(d)) {
      RC_ASSERT(text.starts_with(d.mean > 0 ? "+" : "−"));
      RC_ASSERT(!says(text, "(0 ") && !says(text, " 0)"));  // a visible difference does not reach nothing
      RC_ASSERT(says(text, d.mean > 0 ? "−" : "+") == false);
    }
  }));
}

TEST(Sentences, ReadWell) {
  const Difference d = of_pairs({-1200, -1250, -1150, -1190, -1210, -1200});
  EXPECT_EQ(sentence_about(finding(d, persons()), Tongue::English),
            "With ‘help’, the number at work in Twente is 1,200 persons lower than with ‘baseline’ (margin: 1,170 to "
            "1,230; 2026–2033). That is almost certain: so it was in 6 of 6 runs.");
  Finding dutch = finding(d, persons());
  dutch.measure.subject = "het aantal werkenden";
  dutch.measure.difference_unit = "personen";
  EXPECT_EQ(sentence_about(dutch, Tongue::Dutch),
            "Met ‘help’ is het aantal werkenden in Twente 1.200 personen lager dan met ‘baseline’ (marge: 1.170 tot "
            "1.230; 2026–2033). Dat is vrijwel zeker: zo was het in 6 van 6 doorrekeningen.");
}

TEST(Sentences, SayWhatCannotBeSaid) {
  const std::string one = sentence_about(finding(of_pairs({5}), persons()), Tongue::English);
  EXPECT_THAT(one, HasSubstr("5 persons higher"));
  EXPECT_THAT(one, HasSubstr("cannot be said"));
  EXPECT_THAT(sentence_about(finding(Difference{}, persons()), Tongue::English), HasSubstr("was not measured"));
  const std::string same = sentence_about(finding(of_pairs({.5, .5, .5, .5, .5, .5, .5}), share()), Tongue::English);
  EXPECT_THAT(same, HasSubstr("50 percentage points higher"));
  EXPECT_THAT(same, HasSubstr("the same in every run"));
  EXPECT_THAT(same, Not(HasSubstr("margin")));
}

TEST(Sentences, KeepFalsePrecisionOut) {
  EXPECT_EQ(difference_text(of_pairs({.061435, .061436, .061435, .061434}), share(), Tongue::Dutch),
            "+6,14 (+6,14 tot +6,14)");
  EXPECT_EQ(difference_text(of_pairs({.03, -.02, .01, .005}), persons(), Tongue::English), "+0.01 (−0.03 to +0.04)");
  EXPECT_EQ(difference_text(of_pairs({0, 0, 0}), persons(), Tongue::Dutch), "0");
  EXPECT_EQ(level_text(2.4, of_pairs({0, 0, 0}), persons(), Tongue::Dutch), "2,4");
}

}  // namespace
}  // namespace polder::report
