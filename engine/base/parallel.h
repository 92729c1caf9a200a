// The one parallel seam inside a run. Chunks are fixed by the number of rows, never by the number of threads, and
// their outputs are joined in chunk order: the result does not depend on how many threads there are.
#pragma once

#include <cstddef>
#include <functional>

namespace polder {

/// Calls `work(chunk, first_row, last_row)` for every chunk of `rows`, possibly at the same time.
void for_each_chunk(std::size_t rows, std::size_t chunk_rows,
                    const std::function<void(std::size_t chunk, std::size_t first, std::size_t last)>& work);

/// Does `work` with at most so many threads at a time; 0: as many as there are cores.
void with_threads(unsigned threads, const std::function<void()>& work);

constexpr std::size_t chunks_of(std::size_t rows, std::size_t chunk_rows) {
  return (rows + chunk_rows - 1) / chunk_rows;
}

}  // namespace polder
