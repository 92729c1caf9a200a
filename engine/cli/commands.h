// One function per command: adds its sub-command to the program; when it is chosen, `action` does the work.
#pragma once

#include "cli/options.h"

namespace CLI {
class App;
}

namespace polder::cli {

void add_new(CLI::App& program, Action& action);
void add_check(CLI::App& program, Action& action);
void add_plan(CLI::App& program, Action& action);
void add_run(CLI::App& program, Action& action);
void add_status(CLI::App& program, Action& action);
void add_compare(CLI::App& program, Action& action);
void add_why(CLI::App& program, Action& action);
void add_sensitivity(CLI::App& program, Action& action);
void add_calibrate(CLI::App& program, Action& action);
void add_explain(CLI::App& program, Action& action);
void add_export(CLI::App& program, Action& action);
void add_verify(CLI::App& program, Action& action);
void add_reproduce(CLI::App& program, Action& action);
void add_report(CLI::App& program, Action& action);
void add_doctor(CLI::App& program, Action& action);

}  // namespace polder::cli
