#include "scenario/values.h"

#include <gtest/gtest.h>

namespace polder {
namespace {

data::Node scalar(std::string text) {
  data::Node node;
  node.kind = data::Node::Kind::Scalar;
  node.text = std::move(text);
  node.path = "x";
  return node;
}

/// Calls a reader; gives its value, and fails when a value comes with a problem or nothing comes without one.
template <class Read>
auto value_of(Read read) {
  data::Problems problems;
  const auto value = read(problems);
  EXPECT_NE(value.has_value(), problems.any());
  return value;
}

std::optional<double> share(const std::string& text) {
  return value_of([&](auto& problems) { return read_share(scalar(text), {0, 1}, problems); });
}
std::optional<double> per_year(const std::string& text) {
  return value_of([&](auto& problems) { return read_money(scalar(text), "EUR per year", {0, 1e10}, problems); });
}
std::optional<int> months(const std::string& text) {
  return value_of([&](auto& problems) { return read_months(scalar(text), {0, 600}, problems); });
}
std::optional<std::uint32_t> whole(const std::string& text) {
  return value_of([&](auto& problems) { return read_whole(scalar(text), 0, 1000, problems); });
}
std::optional<std::uint32_t> ratio(const std::string& text) {
  return value_of([&](auto& problems) { return read_ratio(scalar(text), problems); });
}
std::optional<Month> month(const std::string& text) {
  return value_of([&](auto& problems) { return read_month(scalar(text), problems); });
}

TEST(ParseQuantity, SplitsNumberAndUnit) {
  const auto quantity = parse_quantity("12.5  M EUR   per year");
  ASSERT_TRUE(quantity);
  EXPECT_EQ(quantity->number, 12.5);
  EXPECT_EQ(quantity->unit, "M EUR per year");
  EXPECT_EQ(parse_quantity("-3 % per year")->number, -3);
  EXPECT_EQ(parse_quantity("+4")->number, 4);
  EXPECT_EQ(parse_quantity("0363")->number, 363);  // decimal, never octal
}

TEST(ParseQuantity, RefusesWhatIsNoDecimalNumber) {
  for (const char* text : {"", "-", "x", ".5", "1,300", "1.300.000", "1.", "--3", "nan", "inf", "%", "1_000"})
    EXPECT_FALSE(parse_quantity(text)) << text;
}

TEST(ReadShare, WantsAPercentSign) {
  EXPECT_EQ(share("95 %"), 0.95);
  EXPECT_EQ(share("0%"), 0);
  for (const char* text : {"0.95", "95", "101 %", "-1 %", "95 percent", ""}) EXPECT_FALSE(share(text)) << text;
}

TEST(ReadYearlyRate, WantsItsYear) {
  const auto rate = [](const std::string& text) {
    return value_of([&](auto& problems) { return read_yearly_rate(scalar(text), {-0.5, 0.5}, problems); });
  };
  EXPECT_EQ(rate("-3 % per year"), -0.03);
  for (const char* text : {"-3 %", "-0.03", "60 % per year", "3 % per month"}) EXPECT_FALSE(rate(text)) << text;
}

TEST(ReadMoney, KnowsThousandsMillionsAndBillions) {
  EXPECT_EQ(per_year("150 k EUR per year"), 150e3);
  EXPECT_EQ(per_year("12 M EUR per year"), 12e6);
  EXPECT_EQ(per_year("1.5 bn EUR per year"), 1.5e9);
  EXPECT_EQ(per_year("1500 EUR per year"), 1500);
  for (const char* text : {"12 M EUR", "12 EUR per month", "12 m EUR per year", "12 M", "-1 EUR per year"})
    EXPECT_FALSE(per_year(text)) << text;
}

TEST(ReadMonths, TakesMonthsAndYears) {
  EXPECT_EQ(months("6 months"), 6);
  EXPECT_EQ(months("1 month"), 1);
  EXPECT_EQ(months("2 years"), 24);
  for (const char* text : {"6", "1.5 months", "6 weeks", "-1 months", "601 months"}) EXPECT_FALSE(months(text)) << text;
}

TEST(ReadWhole, TakesDigitsOnly) {
  EXPECT_EQ(whole("150"), 150u);
  for (const char* text : {"1.0", "1001", "-1", "0x10", "1e2", "12 jobs", "4294967297"})
    EXPECT_FALSE(whole(text)) << text;
}

TEST(ReadRatio, TakesOneToSomething) {
  EXPECT_EQ(ratio("1:1"), 1u);
  EXPECT_EQ(ratio("1:100"), 100u);
  for (const char* text : {"100", "2:100", "1:0", "1:", "1:-5", "1:10 ", "1:99999", "1:99999999999"})
    EXPECT_FALSE(ratio(text)) << text;
}

TEST(ReadMonth, TakesYearAndMonthOnly) {
  EXPECT_EQ(month("2026-07"), Month::of(2026, 7));
  for (const char* text : {"2026-13", "2026-00", "2026-7", "2026-07-01", "1890-01", "2500-01", "July 2026"})
    EXPECT_FALSE(month(text)) << text;
}

TEST(ReadChoice, GivesTheNumberOfTheChoice) {
  const std::vector<std::string> choices{"equal", "closest"};
  data::Problems problems;
  EXPECT_EQ(read_choice(scalar("closest"), choices, problems), std::size_t{1});
  EXPECT_FALSE(read_choice(scalar("closes"), choices, problems));
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].help, "did you mean 'closest'?");
}

}  // namespace
}  // namespace polder
