// A program of somebody else: prints the months' schedule and what is measured, with the installed library.
#include <iostream>

#include "polder/indicators/indicator.h"
#include "polder/simulation/simulation.h"

int main() {
  for (const polder::ScheduleLine& line : polder::schedule_lines()) std::cout << line.name << ": " << line.does << '\n';
  for (const polder::Indicator& i : polder::indicator_catalogue()) std::cout << i.key << " [" << i.unit << "]\n";
  return polder::find_indicator("unemployment_rate") != nullptr && !polder::schedule_lines().empty() ? 0 : 1;
}
