// Words for what is measured, where and by whom it is paid, in running text.
#pragma once

#include <string>

#include "report/numbers.h"
#include "store/store.h"

namespace polder::report {

/// An indicator as it is shown: shares in per cent, money in euro.
struct Measure {
  std::string key, name;
  std::string subject;          // "het aantal werkenden", in running text
  std::string unit;             // of a level: "%", "personen"
  std::string difference_unit;  // "procentpunt", "personen"
  double factor = 1;            // from the stored value to what is shown
  double finest = 0;            // step of the last digit that is ever shown
  int better = 0;               // +1: higher is better, -1: lower is
};
Measure measure_of(const Store& store, const std::string& key, Tongue tongue);

/// "de werknemers van ‘fabriek’", "laag opgeleid", "15–24 jaar".
std::string part_name(const std::string& part, Tongue tongue);

std::string actor_name(const std::string& key, Tongue tongue);
std::string purpose_name(const std::string& key, Tongue tongue);
std::string status_name(const std::string& key, Tongue tongue);

/// An amount of money a year: "1,5 mln euro"; of what is not told apart from 0 as well.
std::string euro(double amount, double half_width, Tongue tongue, bool sign = false);

/// "‘geen hulp’"
std::string in_quotes(const std::string& text);
/// "1.200 personen", "Werkenden (personen)"; without a unit the first alone.
std::string with_unit(const std::string& amount, const std::string& unit);
std::string name_with_unit(const std::string& name, const std::string& unit);
/// "Het Rijk"
std::string with_capital(std::string text);

}  // namespace polder::report
