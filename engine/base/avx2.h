// Eight words at a time, on processors that can: asked at run time, with a plain way beside it everywhere.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__)
#define POLDER_AVX2 1
#include <immintrin.h>

namespace polder {

inline bool has_avx2() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}

}  // namespace polder
#endif
