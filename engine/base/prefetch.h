// Fetching from memory before it is asked for, where what comes is known and lies anywhere.
#pragma once

namespace polder {

/// Starts to fetch what is at `address`; that may be beyond the end. Always inlined: a function that does nothing else
/// has no effect, and compilers leave calls of it out.
[[gnu::always_inline]] inline void prefetch(const void* address) { __builtin_prefetch(address); }

}  // namespace polder
