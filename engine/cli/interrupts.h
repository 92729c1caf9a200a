// Ctrl-C: the first asks to stop, the second ends at once. Finished runs are in the store by then.
#pragma once

namespace polder::cli {

/// From now on Ctrl-C and a request to terminate are noted instead of ending the program.
void note_interrupts();
bool interrupted_so_far();

}  // namespace polder::cli
