// Sentences about a difference, from templates: what they say follows from the numbers alone.
#pragma once

#include "report/certainty.h"
#include "report/phrases.h"

namespace polder::report {

/// Something found: a difference in a measure between two scenarios, somewhere, over some months.
struct Finding {
  Measure measure;
  std::string where, when;       // "in Twente", "2026–2033"
  std::string scenario, other;   // labels
  Difference difference;         // as stored: not yet in the unit of the measure
};

/// "Met ‘x’ is het aantal werkenden in Twente 1.200 personen lager dan met ‘y’ (marge: 970 tot 1.430; 2026–2033). Dat
/// is vrijwel zeker: zo was het in 20 van 20 doorrekeningen." Or that no difference can be seen, with the margin.
std::string sentence_about(const Finding& finding, Tongue tongue);

/// Half the width of the interval; 0 where there is none.
double half_of(const Difference& difference);

/// The difference with its interval and no words: "−1.200 (−1.430 tot −970)"; without an interval, the mean alone.
std::string difference_text(const Difference& difference, const Measure& measure, Tongue tongue);

/// A level, rounded as the difference is: "3.600".
std::string level_text(double level, const Difference& difference, const Measure& measure, Tongue tongue);

/// "vrijwel zeker (20 van 20)"; where nothing is visible, that alone.
std::string certainty_text(const Difference& difference, Tongue tongue);

}  // namespace polder::report
