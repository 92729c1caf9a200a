#include "base/parallel.h"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <array>
#include <stdexcept>
#include <vector>

#include "polder/base/error.h"

namespace polder {
namespace {

using Chunk = std::array<std::size_t, 3>;

std::vector<Chunk> chunks_seen(std::size_t rows, std::size_t chunk_rows, int threads) {
  std::vector<Chunk> seen(chunks_of(rows, chunk_rows), Chunk{~0u, ~0u, ~0u});
  tbb::task_arena arena(threads);
  arena.execute([&] {
    for_each_chunk(rows, chunk_rows, [&](std::size_t chunk, std::size_t first, std::size_t last) {
      seen.at(chunk) = {chunk, first, last};
    });
  });
  return seen;
}

TEST(ForEachChunk, CutsTheRowsTheSameWayForAnyNumberOfThreads) {
  for (const std::size_t rows : {1u, 63u, 64u, 65u, 1000u, 4096u}) {
    const auto alone = chunks_seen(rows, 64, 1);
    std::size_t next = 0;
    for (std::size_t i = 0; i < alone.size(); ++i) {
      EXPECT_EQ(alone[i][0], i);
      EXPECT_EQ(alone[i][1], next);
      EXPECT_GT(alone[i][2], alone[i][1]);
      EXPECT_LE(alone[i][2] - alone[i][1], 64u);
      next = alone[i][2];
    }
    EXPECT_EQ(next, rows);
    for (const int threads : {2, 3, 8}) EXPECT_EQ(chunks_seen(rows, 64, threads), alone) << rows << " " << threads;
  }
}

TEST(ForEachChunk, CallsNothingForNoRows) { EXPECT_TRUE(chunks_seen(0, 64, 2).empty()); }

TEST(ForEachChunk, PassesOnAnException) {
  const auto fail = [](std::size_t chunk, std::size_t, std::size_t) {
    if (chunk == 3) throw std::runtime_error("chunk 3");
  };
  EXPECT_THROW(for_each_chunk(100, 10, fail), std::runtime_error);
  EXPECT_THROW(for_each_chunk(100, 0, fail), BrokenInvariant);
}

TEST(WithThreads, LimitsTheThreadsOfItsWorkAndPassesOnWhatItThrows) {
  int threads = 0;
  with_threads(3, [&] { threads = tbb::this_task_arena::max_concurrency(); });
  EXPECT_EQ(threads, 3);
  with_threads(0, [&] { threads = tbb::this_task_arena::max_concurrency(); });
  EXPECT_GE(threads, 1);
  EXPECT_THROW(with_threads(2, [] { throw std::runtime_error("no"); }), std::runtime_error);
}

}  // namespace
}  // namespace polder
