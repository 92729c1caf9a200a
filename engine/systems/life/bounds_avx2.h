// Who of eight residents is visited, by Bounds, for processors that can.
#pragma once

#include "base/avx2.h"
#include "systems/life/bounds.h"

namespace polder::life {

/// A bit for each of eight rows.
struct Eight {
  unsigned visited = 0;     // prefix is not above the bound
  unsigned may_be_due = 0;  // the bound is `anything`
  unsigned on_ww = 0;
};

#ifdef POLDER_AVX2
#define POLDER_WIDE __attribute__((target("avx2"))) inline

POLDER_WIDE unsigned bits_of(__m256i mask) {
  return static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(mask)));
}
POLDER_WIDE __m256i all(int word) { return _mm256_set1_epi32(word); }
POLDER_WIDE __m256i equal(__m256i a, int b) { return _mm256_cmpeq_epi32(a, all(b)); }
/// The situations of two rows, one in each half.
POLDER_WIDE __m256i two_of(const Situation* low, const Situation* high) {
  return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(low))),
                                 _mm_loadu_si128(reinterpret_cast<const __m128i*>(high)), 1);
}

/// As Bounds::of and a comparison for each of eight rows from `profile` and `now` on. Fields are where x86-64 has them:
/// from the lowest bit up, in the order of the declaration.
POLDER_WIDE Eight visits_of_eight(const Bounds& bounds, const Profile* profile, const Situation* now,
                                  const std::uint16_t* prefix) {
  // Words 0 (employer), 1 (since in the lower half) and 3 (status) of eight situations: a transposition.
  const __m256i r0 = two_of(now, now + 4), r1 = two_of(now + 1, now + 5), r2 = two_of(now + 2, now + 6),
                r3 = two_of(now + 3, now + 7);
  const __m256i low01 = _mm256_unpacklo_epi32(r0, r1), low23 = _mm256_unpacklo_epi32(r2, r3);
  const __m256i employer = _mm256_unpacklo_epi64(low01, low23), dates = _mm256_unpackhi_epi64(low01, low23);
  const __m256i status = _mm256_unpackhi_epi64(_mm256_unpackhi_epi32(r0, r1), _mm256_unpackhi_epi32(r2, r3));
  const __m256i labour = _mm256_and_si256(status, all(0xF));
  const __m256i absent = equal(labour, static_cast<int>(Labour::Absent));
  if (bits_of(absent) == 0xFF) return {};

  const __m256i who = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(profile));
  const __m256i birth = _mm256_and_si256(who, all(Bounds::births - 1));
  const __m256i education = _mm256_and_si256(_mm256_srli_epi32(who, 28), all(3));
  const __m256i born_until =
      _mm256_i32gather_epi32(bounds.born_until[0].data(), _mm256_add_epi32(_mm256_slli_epi32(labour, 2), education), 4);
  const __m256i old_enough = _mm256_cmpgt_epi32(birth, born_until);  // and nothing due
  const __m256i since = _mm256_and_si256(dates, all(0xFFFF));
  const __m256i long_enough = _mm256_andnot_si256(_mm256_cmpgt_epi32(since, all(bounds.flexible_until)),
                                                  equal(labour, static_cast<int>(Labour::Flexible)));
  const __m256i without_cohort = equal(_mm256_srli_epi32(status, 24), 0);
  constexpr int enrolled = 1 << 24, work_based = 1 << 26, apprentice = 1 << 27;
  const __m256i seeks = equal(_mm256_and_si256(who, all(enrolled | work_based | apprentice)), enrolled | work_based);
  const __m256i ordinary =
      _mm256_andnot_si256(_mm256_or_si256(long_enough, seeks), _mm256_and_si256(old_enough, without_cohort));

  const __m256i far = _mm256_andnot_si256(equal(_mm256_and_si256(status, all(0x700)), 0), all(1 << 8));
  const __m256i of_class = _mm256_i32gather_epi32(reinterpret_cast<const int*>(bounds.of_class.data()),
                                                  _mm256_or_si256(_mm256_and_si256(status, all(0xFF)), far), 4);
  const __m256i at_work = _mm256_and_si256(_mm256_cmpgt_epi32(labour, all(static_cast<int>(Labour::StudentJob) - 1)),
                                           _mm256_cmpgt_epi32(all(static_cast<int>(Labour::SelfEmployed) + 1), labour));
  const __m256i at_employer = _mm256_mask_i32gather_epi32(
      all(0), reinterpret_cast<const int*>(bounds.at_employer.data()), employer, at_work, 2);
  const __m256i sum = _mm256_add_epi32(of_class, _mm256_and_si256(at_employer, all(0xFFFF)));
  const __m256i anything = all(static_cast<int>(Bounds::anything));
  __m256i bound = _mm256_blendv_epi8(anything, _mm256_min_epi32(sum, anything), ordinary);
  const __m256i retired = equal(labour, static_cast<int>(Labour::Retired));
  bound = _mm256_mask_i32gather_epi32(bound, reinterpret_cast<const int*>(bounds.of_retired.data()), birth, retired, 4);

  const __m256i luck = _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(prefix)));
  const __m256i passed = _mm256_or_si256(_mm256_cmpgt_epi32(luck, bound), absent);
  const __m256i benefit = _mm256_and_si256(status, all(0xF0));
  const __m256i on_ww = _mm256_or_si256(equal(benefit, static_cast<int>(Benefit::Ww) << 4),
                                        equal(benefit, static_cast<int>(Benefit::WwWork) << 4));
  return {~bits_of(passed) & 0xFFu, bits_of(_mm256_cmpeq_epi32(bound, anything)),
          bits_of(_mm256_andnot_si256(absent, on_ww))};
}
#undef POLDER_WIDE
#endif

}  // namespace polder::life
