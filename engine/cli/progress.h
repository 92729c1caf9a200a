// How far a run is: a bar on a terminal, lines when piped, NDJSON for programs. Written to stderr only.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include "cli/options.h"
#include "polder/ensemble/ensemble.h"

namespace polder::cli {

/// Progress as numbers, and as the text of each style: pure, so that they can be tested.
struct ProgressView {
  std::string study, scenario;  // scenario of the last finished run
  std::size_t runs_done = 0, runs_total = 0;
  double share = 0;             // of the work [0..1]
  double seconds = 0;           // since the start
  double seconds_left = -1;     // below 0: not known yet
  double rate = 0;              // [resident-months/s]
};
ProgressView view_of(const Progress& progress, const std::string& study, const std::string& scenario, double seconds);
std::string bar_text(const ProgressView& view);
std::string plain_text(const ProgressView& view);
std::string json_text(const ProgressView& view);

class ProgressLine {
 public:
  ProgressLine(ProgressStyle style, std::string study, std::FILE* out);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void update(const Progress& progress);
  void run_finished(const RunResult& result);
  /// A message between the lines; time counts from the first update, not from here.
  void say(const std::string& message);

 private:
  double seconds() const;
  bool due(const ProgressView& view) const;
  void clear_bar();

  ProgressStyle style_;
  std::string study_, scenario_ = "-";
  std::FILE* out_;
  std::chrono::steady_clock::time_point start_;
  double shown_at_ = -1e9;     // [s]
  double shown_share_ = -1;
  std::size_t shown_runs_ = 0;
  bool begun_ = false, bar_on_screen_ = false;
};

}  // namespace polder::cli
