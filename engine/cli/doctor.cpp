// polder doctor [RESULT]: is this machine ready, and is a result intact?
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <memory>
#include <thread>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/result_folder.h"
#include "cli/table.h"
#include "ensemble/work.h"
#include "polder/base/random.h"
#include "polder/simulation/simulation.h"
#include "report/report.h"
#include "simulation/model_sources.h"

namespace polder::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct DoctorOptions {
  fs::path result;
  fs::path study;  // empty: the toy country's
  OutputOptions output;
};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Random blocks per second, over half a second.
double random_rate() {
  const Random random{1, 0};
  const auto start = Clock::now();
  std::uint32_t sum = 0, blocks = 0;
  while (seconds_since(start) < 0.5) {
    for (int i = 0; i < 10000; ++i) sum ^= random.word(Draw::World, Month::of(2026, 1), blocks++);
  }
  const double rate = blocks / seconds_since(start);
  return sum == 0x12345678u ? rate * 1.0000001 : rate;  // the sum is used, so that the work is not left out
}

/// Resident-months per second of a study, over half a second or one month.
double month_rate(const Experiment& experiment) {
  RunState state = begin_run(experiment);
  const auto start = Clock::now();
  int months = 0;
  do {
    simulate_month(state, experiment, experiment.scripts.front(), Random{experiment.seed, 0});
    ++months;
  } while (seconds_since(start) < 0.5 && state.world.month <= experiment.to);
  return months * static_cast<double>(residents_in(state.world)) / seconds_since(start);
}

/// Writes, reads back and removes a small file; throws std::system_error if the disk says no.
void write_test(const fs::path& folder) {
  const bool made = fs::create_directories(folder);
  const fs::path file = folder / fmt::format(".doctor-{}", ::getpid());
  const std::string text = "polder doctor\n";
  std::ofstream(file, std::ios::binary) << text;
  std::ifstream in(file, std::ios::binary);
  const std::string read(std::istreambuf_iterator<char>(in), {});
  in.close();
  std::error_code gone;
  fs::remove(file, gone);
  if (made) fs::remove(folder, gone);
  if (read != text) throw std::system_error(EIO, std::generic_category(), "cannot write in " + folder.string());
}

double memory_bytes() {
  return static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

std::string compiler() {
#ifdef __clang__
  return __VERSION__;
#else
  return "gcc " __VERSION__;
#endif
}

/// Version numbers of the libraries that are compiled in.
std::string libraries() {
  return fmt::format("fmt {}.{}.{}, nlohmann-json {}.{}.{}, CLI11 {}, {}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100,
                     FMT_VERSION % 100, NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR,
                     NLOHMANN_JSON_VERSION_PATCH, CLI11_VERSION, threading_library());
}

int doctor(const DoctorOptions& options) {
  Table table{{"what", "value"}, {}, {}};
  const auto line = [&](std::string what, std::string value) {
    table.rows.push_back({std::move(what), std::move(value)});
  };
  line("polder", fmt::format("{} (model {})", engine_version(), model_sources_hash().substr(0, 12)));
  line("compiler", compiler());
  line("libraries", libraries());
  line("reports", report::draws_charts() ? "with charts" : "tables only: npm was not there when this was built");
  line("cores", fmt::format("{}", std::thread::hardware_concurrency()));
  line("memory", bytes(memory_bytes()));
  line("random numbers", fmt::format("{:.0f} M blocks/s", random_rate() / 1e6));
  const fs::path folder = scenarios_folder(options.study.empty() ? fs::path("study.yaml") : options.study);
  const fs::path file = options.study.empty() ? folder / "studies" / "toy-closure" / "study.yaml" : options.study;
  const Study study = study_from(file);
  const Experiment experiment = prepare(study);
  line("scenarios", folder.string());
  line("study", fmt::format("{}: no mistakes; {} scenarios, {} 1:{}, {} simulated residents", file.string(),
                            study.scenarios.size(), experiment.model.country.name_en, study.weight,
                            count(static_cast<double>(residents_in(experiment.world)))));
  line("simulation", fmt::format("{:.1f} M resident-months/s on one core", month_rate(experiment) / 1e6));
  write_test("results");
  line("results", "can be written");
  bool intact = true;
  if (!options.result.empty()) {
    const auto damage = Store::open(options.result).damage();
    intact = damage.empty();
    line(options.result.string(), intact ? "intact: inputs and runs are as they were written"
                                         : fmt::format("damaged: {}", fmt::join(damage, "; ")));
  }
  fmt::print("{}", to_text(table, options.output.format));
  return intact ? done : input_wrong;
}

}  // namespace

void add_doctor(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("doctor", "is this machine ready, and is a result intact?");
  const auto options = std::make_shared<DoctorOptions>();
  command->add_option("RESULT", options->result, "a result folder to check");
  command->add_option("--study", options->study, "the study to check and to time months of (toy-closure)")
      ->type_name("STUDY");
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return doctor(*options); }; });
}

}  // namespace polder::cli
