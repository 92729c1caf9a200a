// What `polder compare` says: paired differences of a result, in words, CSV or JSON-ready rows.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "polder/compare/compare.h"
#include "store/store.h"

namespace polder {

/// Something to compare: an indicator in an area or a part of it, as the mean over some months.
struct Question {
  std::string indicator, area, part;
  std::string from, to;  // "YYYY-MM", both included
};

struct ComparisonLine {
  std::string scenario, reference;
  Question question;
  std::string unit;          // of the indicator
  std::string name_nl, name_en;
  Difference difference;
  std::string area_name;     // as the country calls the area; may be empty
  double chance_of_luck = std::numeric_limits<double>::quiet_NaN();  // see compare/luck.h: by itself
  double adjusted = chance_of_luck;                                  // and among the lines shown with it
};

/// Questions that suit the study: followed plants at 3, 6, 12, 24 months after their closure was announced and in the
/// last year; the area in focus in the first, second and last year. `indicator`, `area`, `part`, `from` and `to` narrow
/// them down.
struct Wish {
  std::optional<std::string> indicator, area, part, from, to;
  std::vector<std::string> also;  // indicators of the area beside the usual ones
};
std::vector<Question> questions_for(const Store& store, const Wish& wish);
/// One question per municipality, or per part that begins with `by` and a colon, or for `level` the only one, of one
/// indicator. Throws InputError
/// E318 for wishes that it cannot grant.
std::vector<Question> questions_by(const Store& store, const Wish& wish, const std::string& by);

/// Every scenario in `scenarios` against `reference`, replicate by replicate. Throws InputError for unknown names.
std::vector<ComparisonLine> compare(const Store& store, const std::vector<std::string>& scenarios,
                                    const std::string& reference, const std::vector<Question>& questions);

inline constexpr std::string_view jobs_lost_per_job = "jobs_lost_per_job";

/// Jobs lost in an area 24 months after a closure per job of the plant (I18): those of `reference` less those of
/// `scenario`, over the jobs at plants that close in the latter and not in the former. Empty where that month lies
/// behind the period, or no plant closes in one only.
std::optional<ComparisonLine> compare_closure(const Store& store, const std::string& scenario,
                                              const std::string& reference, const std::string& area, Month closed);

/// Differences in payments per payer, payee and purpose, mean over the months of the wish [EUR/year]. Throws InputError
/// E318 for other wishes.
std::vector<ComparisonLine> compare_payments(const Store& store, const std::vector<std::string>& scenarios,
                                             const std::string& reference, const Wish& wish = {});

/// Whether a purpose of payment follows from how residents and firms fare; all others are measures of governments and
/// how these share their cost.
bool is_consequence(std::string_view purpose);

/// What each actor receives less what it pays, mean over the months of the wish [EUR/year]: for measures of governments
/// and how they share their cost, for the consequences (wages, benefits, tax, buig), and net. Each adds up to 0 over
/// the actors, to the cent. Throws InputError E318 for other wishes.
std::vector<ComparisonLine> compare_actors(const Store& store, const std::vector<std::string>& scenarios,
                                           const std::string& reference, const Wish& wish = {});

/// The pocket matrix (I23): the consequences for each actor, by who pays more for measures in the scenario, each in
/// proportion to what it pays; and of each payer the wrong-pocket index (I24), 1 - own benefit / benefit of all but
/// firms. Throws InputError E318 for other wishes.
std::vector<ComparisonLine> compare_pockets(const Store& store, const std::vector<std::string>& scenarios,
                                            const std::string& reference, const Wish& wish = {});

/// The two composites (I46) and what they are made of, each in standard deviations between the scenarios of the study:
/// how governments work together (process), and how residents and firms fare (result); never one number. With a weight
/// of the economic side, the viewpoint score (I47) of the result. What does not differ between scenarios, or is not
/// measured, is left out. Throws InputError E318 for other wishes, and for fewer than three scenarios.
std::vector<ComparisonLine> compare_composites(const Store& store, const std::vector<std::string>& scenarios,
                                               const std::string& reference, const Wish& wish,
                                               std::optional<double> economic_weight);

/// Mean of a series over the months of a question; NaN where nothing was measured.
double mean_over(const Store& store, const std::string& scenario, const Question& question, std::uint32_t replicate);

/// Replicates that both scenarios have finished.
std::vector<std::uint32_t> pairs_of(const Store& store, const std::string& a, const std::string& b);
/// Why a line without pairs has none, although both scenarios have finished a replicate: E319.
InputError nothing_measured(const Store& store, const ComparisonLine& line);

/// Whether a higher value is better (+1), worse (-1) or neither (0).
int direction_of(const std::string& indicator);

/// Whether a unit is that of shares, which people read in per cent.
bool is_share(std::string_view unit);

enum class Tongue { English, Dutch };
/// What the study calls a scenario, with the point of a design behind it: "Help (17)"; empty where it says nothing.
std::string scenario_title(const StoreHeader& header, std::string_view scenario, Tongue tongue);
/// For people; scenarios after the one that comes to `most` lines are counted only.
std::string to_text(const Store& store, const std::vector<ComparisonLine>& lines, Tongue tongue,
                    std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace polder
