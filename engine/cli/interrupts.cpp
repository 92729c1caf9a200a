#include "cli/interrupts.h"

#include <csignal>
#include <cstdlib>

#include "cli/exit_codes.h"

namespace polder::cli {
namespace {

volatile std::sig_atomic_t asked_to_stop = 0;  // the one global: a signal handler has no other way to say something

extern "C" void note(int) {
  if (asked_to_stop != 0) std::_Exit(interrupted);
  asked_to_stop = 1;
}

}  // namespace

void note_interrupts() {
  asked_to_stop = 0;
  std::signal(SIGINT, note);
  std::signal(SIGTERM, note);
}

bool interrupted_so_far() { return asked_to_stop != 0; }

}  // namespace polder::cli
