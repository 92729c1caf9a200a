#include "base/parallel.h"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <thread>

#include "polder/base/error.h"

namespace polder {

void for_each_chunk(std::size_t rows, std::size_t chunk_rows,
                    const std::function<void(std::size_t, std::size_t, std::size_t)>& work) {
  ensure(chunk_rows > 0, "a chunk has at least one row");
  const std::size_t chunks = chunks_of(rows, chunk_rows);
  const auto run = [&](std::size_t chunk) {
    const std::size_t first = chunk * chunk_rows;
    work(chunk, first, std::min(rows, first + chunk_rows));
  };
  if (chunks <= 1) {
    if (chunks == 1) run(0);
    return;
  }
  // Isolated: a thread that waits here must not pick up another run of the ensemble and hold this one back.
  tbb::this_task_arena::isolate([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, chunks, 1),
        [&](const tbb::blocked_range<std::size_t>& some) {
          for (std::size_t chunk = some.begin(); chunk < some.end(); ++chunk) run(chunk);
        },
        tbb::simple_partitioner{});
  });
}

void with_threads(unsigned threads, const std::function<void()>& work) {
  const unsigned most = threads != 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, most);
  tbb::task_arena arena(static_cast<int>(most));
  arena.execute(work);
}

}  // namespace polder
