// polder: simulates policy scenarios over many governments and compares what they do.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/problem_texts.h"
#include "cli/usage.h"
#include "data/problems.h"
#include "simulation/model_sources.h"

namespace polder::cli {
namespace {

int run_action(const Action& action, const data::Frame& frame, Language language) {
  try {
    return action();
  } catch (const InputError& wrong) {
    std::fputs(data::to_text(in_language(wrong.problems(), language), frame).c_str(), stderr);
    return input_wrong;
  } catch (const BrokenInvariant& broken) {
    fmt::print(stderr, "polder broke a promise of its model: {}\nThis is a mistake in polder, not in your files.\n",
               broken.what());
    return broken_promise;
  } catch (const std::system_error& machine) {  // filesystem_error is one too
    fmt::print(stderr, "the machine said no: {}\nFinished runs are kept; the same command goes on.\n", machine.what());
    return machine_error;
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "out of memory; try a coarser --sample or fewer --threads. Finished runs are kept.\n");
    return machine_error;
  }
}

constexpr std::string_view exit_codes =
    "Exit codes: 0 done; 2 an input is wrong, nothing ran; 3 finished, but some runs failed; 4 not what was "
    "stored;\n64 the command line is wrong; 70 polder broke a promise of its model; 74 disk or memory; 130 stopped "
    "with Ctrl-C, finished runs are "
    "kept.\nStart with: polder check scenarios/studies/closure/study.yaml";

int run_program(int count, char** words) {
  CLI::App program{"Simulates policy scenarios over many governments and compares what they do.", "polder"};
  program.set_version_flag("--version", "polder " + std::string(engine_version()));
  program.require_subcommand(1);
  program.footer(std::string(exit_codes));
  Action action;
  add_new(program, action);
  add_check(program, action);
  add_plan(program, action);
  add_run(program, action);
  add_status(program, action);
  add_compare(program, action);
  add_why(program, action);
  add_sensitivity(program, action);
  add_calibrate(program, action);
  add_explain(program, action);
  add_export(program, action);
  add_verify(program, action);
  add_reproduce(program, action);
  add_report(program, action);
  add_doctor(program, action);
  try {
    program.parse(count, words);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return program.exit(error);  // --help, --version
    const std::vector<std::string> typed{words + 1, words + count};
    std::fputs(data::to_text(usage_problem(program, error, typed), frame_in(language_of(typed))).c_str(), stderr);
    return bad_usage;
  }
  const std::vector<std::string> typed{words + 1, words + count};
  return run_action(action, frame_for(typed), language_of(typed));
}

}  // namespace
}  // namespace polder::cli

int main(int count, char** words) {
  try {
    return polder::cli::run_program(count, words);
  } catch (const std::exception& unexpected) {
    std::fprintf(stderr, "polder: unexpected: %s\n", unexpected.what());
    return polder::cli::broken_promise;
  }
}
