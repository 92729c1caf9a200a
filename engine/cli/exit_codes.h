#pragma once

namespace polder::cli {

enum ExitCode : int {
  done = 0,
  input_wrong = 2,      // nothing was run
  some_failed = 3,      // finished, but some runs failed
  bad_usage = 64,       // unknown command or flag
  broken_promise = 70,  // of the model: our mistake
  machine_error = 74,   // disk or memory
  interrupted = 130,    // Ctrl-C
};

}  // namespace polder::cli
