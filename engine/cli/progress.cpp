#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace polder::cli {
namespace {

constexpr double bar_every = 0.1, lines_every = 30;  // [s]
constexpr double lines_each = 0.05;                  // [share of the work]

std::string clock_text(double seconds) {
  const auto whole = static_cast<long>(std::lround(std::max(0.0, seconds)));
  return whole < 3600 ? fmt::format("{:02}:{:02}", whole / 60, whole % 60)
                      : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

/// Eighths of a character, so that the bar moves smoothly.
std::string blocks(double share, int width) {
  constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const int filled = std::clamp(static_cast<int>(share * width * 8), 0, width * 8);
  std::string text;
  for (int i = 0; i < filled / 8; ++i) text += "█";
  text += eighths[filled % 8];
  const int used = filled / 8 + (filled % 8 != 0 ? 1 : 0);
  return text + std::string(static_cast<std::size_t>(width - used), ' ');
}

int percent(double share) { return static_cast<int>(std::floor(share * 100)); }

}  // namespace

ProgressView view_of(const Progress& progress, const std::string& study, const std::string& scenario, double seconds) {
  ProgressView view{study, scenario, progress.runs_done, progress.runs_total, 1, seconds, -1, 0};
  const auto done = static_cast<double>(progress.resident_months);
  const auto total = static_cast<double>(progress.resident_months_total);
  // A run that broke leaves months undone: finished is finished.
  if (progress.runs_done < progress.runs_total && total > 0) view.share = std::min(done / total, 1.0);
  if (seconds > 0) view.rate = done / seconds;
  if (view.share >= 1)
    view.seconds_left = 0;
  else if (done > 0 && seconds >= 1)
    view.seconds_left = seconds * (1 - view.share) / view.share;
  return view;
}

std::string bar_text(const ProgressView& view) {
  return fmt::format("  {} {:3} %  {}/{} runs  {:.1f} M resident-months/s  ETA {}", blocks(view.share, 24),
                     percent(view.share), view.runs_done, view.runs_total, view.rate / 1e6,
                     view.seconds_left < 0 ? "--:--" : clock_text(view.seconds_left));
}

std::string plain_text(const ProgressView& view) {
  std::string text = fmt::format("progress study={} scenario={} done={} total={} percent={}", view.study, view.scenario,
                                 view.runs_done, view.runs_total, percent(view.share));
  if (view.seconds_left >= 0) text += fmt::format(" eta_s={}", std::lround(view.seconds_left));
  return text;
}

std::string json_text(const ProgressView& view) {
  nlohmann::ordered_json line{{"t", std::round(view.seconds * 1000) / 1000},
                              {"event", "progress"},
                              {"study", view.study},
                              {"done", view.runs_done},
                              {"total", view.runs_total},
                              {"share", std::round(view.share * 10000) / 10000},
                              {"resident_months_per_s", std::round(view.rate)},
                              {"eta_s", nullptr}};
  if (view.seconds_left >= 0) line["eta_s"] = std::lround(view.seconds_left);
  return line.dump();
}

ProgressLine::ProgressLine(ProgressStyle style, std::string study, std::FILE* out)
    : style_(style), study_(std::move(study)), out_(out), start_(std::chrono::steady_clock::now()) {
  if (style_ == ProgressStyle::Auto) style_ = ::isatty(::fileno(out_)) != 0 ? ProgressStyle::Bar : ProgressStyle::Plain;
}

ProgressLine::~ProgressLine() {
  if (bar_on_screen_) std::fputc('\n', out_);
}

double ProgressLine::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

bool ProgressLine::due(const ProgressView& view) const {
  const bool last = view.runs_done == view.runs_total && shown_runs_ < view.runs_total;
  if (style_ == ProgressStyle::Bar) return last || view.seconds - shown_at_ >= bar_every;
  if (style_ == ProgressStyle::Json && view.seconds - shown_at_ >= 1) return true;
  return last || view.seconds - shown_at_ >= lines_every || view.share - shown_share_ >= lines_each;
}

void ProgressLine::update(const Progress& progress) {
  if (style_ == ProgressStyle::None) return;
  if (!begun_) start_ = std::chrono::steady_clock::now();
  begun_ = true;
  const ProgressView view = view_of(progress, study_, scenario_, seconds());
  if (!due(view)) return;
  shown_at_ = view.seconds;
  shown_share_ = view.share;
  shown_runs_ = view.runs_done;
  if (style_ == ProgressStyle::Bar) {
    std::fputs(("\r" + bar_text(view) + "\x1b[K").c_str(), out_);
    bar_on_screen_ = true;
  } else {
    std::fputs(((style_ == ProgressStyle::Json ? json_text(view) : plain_text(view)) + "\n").c_str(), out_);
  }
  std::fflush(out_);
}

void ProgressLine::run_finished(const RunResult& result) {
  scenario_ = result.scenario;
  if (style_ != ProgressStyle::Json) return;
  const nlohmann::ordered_json line{{"t", std::round(seconds() * 1000) / 1000},
                                    {"event", result.failure.empty() ? "run_finished" : "run_failed"},
                                    {"scenario", result.scenario},
                                    {"replicate", result.run.replicate},
                                    {"hash", result.hash}};
  std::fputs((line.dump() + "\n").c_str(), out_);
  std::fflush(out_);
}

void ProgressLine::clear_bar() {
  if (bar_on_screen_) std::fputs("\r\x1b[K", out_);
  bar_on_screen_ = false;
}

void ProgressLine::say(const std::string& message) {
  clear_bar();
  const bool as_json = style_ == ProgressStyle::Json;
  const std::string line = as_json ? nlohmann::json{{"event", "message"}, {"text", message}}.dump() : message;
  std::fputs((line + "\n").c_str(), out_);
  std::fflush(out_);
}

}  // namespace polder::cli
