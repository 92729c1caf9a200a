// A country scaled to the totals of another period, and the mistakes in the table of those totals.
#include "world/vintage.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <sstream>

#include "polder/simulation/simulation.h"
#include "scenario/study.h"
#include "unit/world/country_copy.h"

namespace polder {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string head = "vintage,key,value,unit,period,status,source\n";

std::string row_of(const std::string& key, const std::string& value) {
  return "2018," + key + "," + value + ",persons,2018,assumed,a test\n";
}

std::string totals(const std::string& more = "") {
  return head + row_of("population", "380000") + row_of("employed", "200000") + row_of("unemployed", "12000") +
         row_of("vacancies", "5000") + row_of("ww_recipients", "7600") + row_of("bijstand_recipients", "9900") + more;
}

/// Toy with a table of vintages and its columns told in the dictionary.
void add_vintages(const ToyCopy& toy, const std::string& table) {
  toy.write("vintages.csv", table);
  std::string told = toy.text("dictionary.csv");
  for (const char* column : {"vintage", "key", "value", "unit", "period", "status", "source"})
    told += fmt::format("vintages.csv,{},,assumed,a test,a test\n", column);
  toy.write("dictionary.csv", told);
}

CountryFiles read(const ToyCopy& toy) {
  data::Problems problems;
  CountryFiles files = read_country(toy / "", problems);
  EXPECT_EQ(data::to_text(problems.all()), "");
  return files;
}

double sum(const Country& country, double MunicipalityFacts::* margin) {
  double all = 0;
  for (const MunicipalityFacts& facts : country.municipalities) all += facts.*margin;
  return all;
}

double jobs_of(const MunicipalityFacts& facts) { return std::accumulate(facts.jobs.begin(), facts.jobs.end(), 0.0); }

TEST(Vintage, HasItsTotalsAndTheProportionsOfTheTables) {
  const ToyCopy toy;
  add_vintages(toy, totals(row_of("flexible_share", "0.2")));
  const CountryFiles files = read(toy);
  const Country now = country_of(files, ""), then = country_of(files, "2018");
  EXPECT_NEAR(sum(then, &MunicipalityFacts::population), 380000, 1e-6);
  EXPECT_NEAR(sum(then, &MunicipalityFacts::employed), 200000, 1e-6);
  EXPECT_NEAR(sum(then, &MunicipalityFacts::unemployed), 12000, 1e-6);
  EXPECT_NEAR(sum(then, &MunicipalityFacts::ww), 7600, 1e-6);
  EXPECT_NEAR(sum(then, &MunicipalityFacts::bijstand), 9900, 1e-6);
  const double factor = 200000 / sum(now, &MunicipalityFacts::employed);
  double vacancies = 0, flexible = 0, employees = 0;
  for (const MunicipalityIndex m : rows_of(then.municipalities)) {
    const MunicipalityFacts &old = now.municipalities[m], &scaled = then.municipalities[m];
    EXPECT_NEAR(scaled.ww / old.ww, 2, 1e-9) << scaled.code << ": 3,800 doubled";
    EXPECT_NEAR(jobs_of(scaled), jobs_of(old) * factor, 1e-6) << scaled.code;
    EXPECT_EQ(scaled.age_share, old.age_share);
    for (const SectorIndex s : rows_of(then.sectors)) {
      const double jobs = scaled.jobs[number(s)], staff = jobs * (1 - then.sectors[s].self_employed_share);
      vacancies += jobs * then.sectors[s].vacancy_rate;
      employees += staff;
      flexible += staff * then.sectors[s].flexible_share;
    }
  }
  EXPECT_NEAR(vacancies, 5000, 1e-6);
  EXPECT_NEAR(flexible / employees, .2, 1e-9);
}

TEST(Vintage, WithoutANameTheTablesStayAsTheyAre) {
  const ToyCopy toy;
  add_vintages(toy, totals());
  const CountryFiles files = read(toy);
  const Country same = country_of(files, "");
  for (const MunicipalityIndex m : rows_of(same.municipalities)) {
    EXPECT_EQ(same.municipalities[m].population, files.country.municipalities[m].population);
    EXPECT_EQ(same.municipalities[m].jobs, files.country.municipalities[m].jobs);
  }
  EXPECT_EQ(same.sectors[SectorIndex{0}].vacancy_rate, files.country.sectors[SectorIndex{0}].vacancy_rate);
  EXPECT_THROW(country_of(files, "1996"), std::out_of_range);
}

TEST(Vintage, ReplacesTheNationalFiguresThatItSets) {
  const ToyCopy toy;
  add_vintages(toy, totals(row_of("flexible_share", "0.2")));
  const CountryFiles files = read(toy);
  std::map<std::string, double> values;
  for (const NationalFigure& figure : figures_of(files, "2018")) values[figure.key] = figure.value;
  EXPECT_EQ(values["employed"], 200000);
  EXPECT_EQ(values["unemployment_rate_low"], .034) << "of the tables: the vintage does not set it";
  EXPECT_EQ(values["flexible_share"], .2) << "not among the figures of the toy country";
  EXPECT_EQ(figures_of(files, "").size(), files.figures.size());
}

double accounts(const Country& country, Cents Accounts::* amount) {  // [EUR 1000]
  double all = 0;
  for (const MunicipalityFacts& facts : country.municipalities)
    all += static_cast<double>(facts.government.accounts.*amount) / 100'000;
  return all;
}

TEST(Vintage, ScalesTheLinesOfTheAccountsThatItNames) {
  const ToyCopy toy;
  add_vintages(toy, totals(row_of("accounts.labour_participation", "14519.5") + row_of("accounts.equity", "480000")));
  const CountryFiles files = read(toy);
  const Country now = country_of(files, ""), then = country_of(files, "2018");
  EXPECT_NEAR(accounts(now, &Accounts::labour_participation), 29039, 1e-6);
  EXPECT_NEAR(accounts(then, &Accounts::labour_participation), 14519.5, 1e-3);
  EXPECT_NEAR(accounts(then, &Accounts::equity), 480000, 1e-3);
  for (const MunicipalityIndex m : rows_of(then.municipalities)) {
    const GovernmentFacts &old = now.municipalities[m].government, &scaled = then.municipalities[m].government;
    EXPECT_EQ(scaled.accounts.labour_participation * 2, old.accounts.labour_participation);
    EXPECT_EQ(scaled.accounts.income_schemes, old.accounts.income_schemes) << "the vintage does not name it";
    EXPECT_EQ(scaled.seats, old.seats);
    EXPECT_EQ(then.municipalities[m].guidance_budget, now.municipalities[m].guidance_budget);
  }
  for (const NationalFigure& figure : figures_of(files, "2018"))
    EXPECT_EQ(figure.key.find("accounts."), std::string::npos);
}

TEST(Vintage, GivesTheDutchAccountsOf2018) {
  data::Problems problems;
  const CountryFiles files = read_country(countries / "netherlands", problems);
  const Country then = country_of(files, "2018");
  EXPECT_NEAR(accounts(then, &Accounts::labour_participation), 891869, .01);
  EXPECT_NEAR(accounts(then, &Accounts::general_grant), 29249277, .01);
  EXPECT_NEAR(accounts(then, &Accounts::joint_arrangements), 6750722, .01);
}

TEST(Vintage, ScalesNoAccountsThatAreNotThere) {
  const ToyCopy toy;
  std::istringstream dictionary(toy.text("dictionary.csv"));
  std::string kept;
  const std::array tables{"parties.csv", "councils.csv", "accounts.csv", "adjacency.csv", "arrangements.csv"};
  for (std::string line; std::getline(dictionary, line);)
    if (std::none_of(tables.begin(), tables.end(), [&](const char* file) { return line.starts_with(file); }))
      kept += line + "\n";
  toy.write("dictionary.csv", kept);
  for (const char* file : tables) fs::remove(toy / file);
  add_vintages(toy, totals(row_of("accounts.equity", "480000")));
  const std::vector<Problem> problems = toy.problems();
  ASSERT_EQ(problems.size(), 1u) << data::to_text(problems);
  EXPECT_EQ(problems[0].code, "E364");
  EXPECT_EQ(problems[0].line, 8u);
  EXPECT_EQ(problems[0].column, 6u);
}

TEST(Vintage, IsBuiltRunAndWrittenDown) {
  const ToyCopy toy;
  add_vintages(toy, totals());
  std::string text = "schema: polder/study/1\ntitle: {en: then}\nworld: " + (toy / "").string() +
                     "\nvintage: 2018\nsample: 1:10\nperiod: {from: 2026-01, to: 2026-12, warm_up: 1 months}\n"
                     "scenarios:\n  reference: {}\nreference: reference\n";
  toy.write("study.yaml", text);
  const Study study = load_study(toy / "study.yaml");
  EXPECT_EQ(study.vintage, "2018");
  EXPECT_THAT(study.resolved, HasSubstr("vintage: \"2018\"\n"));
  const Experiment experiment = prepare(study);
  double employed = 0;
  for (const Situation& now : experiment.world.residents.now) employed += works(now.labour) ? 10 : 0;
  EXPECT_NEAR(employed, 200000, 200);
}

TEST(Vintage, IsOneOfThoseOfItsCountry) {
  const ToyCopy toy;
  add_vintages(toy, totals());
  const std::string text = "schema: polder/study/1\ntitle: {en: then}\nworld: " + (toy / "").string() +
                           "\nvintage: 2019\nperiod: {from: 2026-01, to: 2026-12}\n"
                           "scenarios:\n  reference: {}\nreference: reference\n";
  toy.write("study.yaml", text);
  try {
    load_study(toy / "study.yaml");
    FAIL() << "accepted";
  } catch (const InputError& wrong) {
    ASSERT_EQ(wrong.problems().size(), 1u) << data::to_text(wrong.problems());
    EXPECT_EQ(wrong.problems()[0].code, "E195");
    EXPECT_EQ(wrong.problems()[0].line, 4u);
    EXPECT_THAT(wrong.problems()[0].help, HasSubstr("vintages: 2018"));
  }
}

struct WrongTable {
  std::string table, code;
  unsigned line;
  std::string message;
};

void PrintTo(const WrongTable& wrong, std::ostream* out) { *out << wrong.code << ": " << wrong.message; }

class WrongVintages : public testing::TestWithParam<WrongTable> {};

TEST_P(WrongVintages, AreToldOnceWithTheirLine) {
  const ToyCopy toy;
  add_vintages(toy, GetParam().table);
  const std::vector<Problem> problems = toy.problems();
  ASSERT_EQ(problems.size(), 1u) << data::to_text(problems);
  EXPECT_EQ(problems[0].code, GetParam().code);
  EXPECT_EQ(problems[0].line, GetParam().line);
  EXPECT_THAT(problems[0].message, HasSubstr(GetParam().message));
}

std::string without(const std::string& key) {
  std::string text = totals();
  const std::size_t at = text.find("2018," + key);
  return text.erase(at, text.find('\n', at) + 1 - at);
}

std::string with(const std::string& key, const std::string& value) { return without(key) + row_of(key, value); }

INSTANTIATE_TEST_SUITE_P(
    Tables, WrongVintages,
    testing::Values(
        WrongTable{with("employed", "-5"), "E217", 7, "employed of a vintage is -5; it must be more than 0"},
        WrongTable{totals(row_of("flexible_share", "1.2")), "E217", 8, "value is 1.2"},
        WrongTable{without("vacancies"), "E197", 6, "vintage 2018 has no row for 'vacancies'"},
        WrongTable{totals(row_of("populatoin", "5")), "E196", 8, "a vintage does not set 'populatoin'"},
        WrongTable{totals(row_of("employed", "5")), "E212", 8, "'employed' of vintage 2018 is given twice"},
        WrongTable{with("population", "180000"), "E198", 7, "employed and unemployed but"},
        WrongTable{totals(row_of("flexible_share", "0.99")), "E198", 8, "flexible employees"},
        WrongTable{totals(",employed,5,persons,2018,assumed,a test\n"), "E217", 8, "a vintage needs a name"}));

}  // namespace
}  // namespace polder
