#pragma once

namespace polder::cli {

using ExitCode = int;
inline constexpr ExitCode done = 0;
inline constexpr ExitCode input_wrong = 2;      // nothing was run
inline constexpr ExitCode some_failed = 3;      // finished, but some runs failed
inline constexpr ExitCode mismatch = 4;         // not what was stored, or not what it should equal
inline constexpr ExitCode bad_usage = 64;       // unknown command or flag
inline constexpr ExitCode broken_promise = 70;  // of the model: our mistake
inline constexpr ExitCode machine_error = 74;   // disk or memory
inline constexpr ExitCode interrupted = 130;    // Ctrl-C

}  // namespace polder::cli
