#include "world/whole_numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace polder {
namespace {

/// Gives one unit each to the `left` parts with the largest remainders that have room.
void give_remainders(const std::vector<double>& remainder, std::span<const std::uint32_t> most, std::uint64_t left,
                     std::vector<std::uint32_t>& part) {
  std::vector<std::size_t> order(part.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  while (left > 0) {
    const std::uint64_t before = left;
    for (const std::size_t i : order) {
      if (left == 0) break;
      if (remainder[i] < 0 || (!most.empty() && part[i] >= most[i])) continue;
      ++part[i];
      --left;
    }
    if (left == before) return;  // everybody is full
  }
}

/// A column with too many units and one with too few, and how to get from one to the other.
class Mender {
 public:
  Mender(std::span<const double> cells, std::vector<std::uint32_t>& table, std::size_t columns)
      : cells_(cells), table_(table), columns_(columns), rows_(table.size() / columns) {}

  /// Moves one unit from column `from` to some column with a deficit, through others if need be.
  bool move(std::size_t from, std::vector<std::int64_t>& surplus) {
    std::vector<std::size_t> came_from(columns_, columns_), row_used(columns_, rows_), queue{from};
    came_from[from] = from;
    for (std::size_t next = 0; next < queue.size(); ++next) {
      const std::size_t a = queue[next];
      for (std::size_t b = 0; b < columns_; ++b) {
        if (came_from[b] != columns_) continue;
        const std::size_t row = best_row(a, b);
        if (row == rows_) continue;
        came_from[b] = a;
        row_used[b] = row;
        queue.push_back(b);
        if (surplus[b] < 0) return apply(from, b, came_from, row_used, surplus);
      }
    }
    return false;
  }

 private:
  /// The row where a unit moves from a to b at least cost; rows_ if there is none.
  std::size_t best_row(std::size_t a, std::size_t b) const {
    std::size_t best = rows_;
    double least = 0;
    for (std::size_t r = 0; r < rows_; ++r) {
      const std::size_t ra = r * columns_ + a, rb = r * columns_ + b;
      if (table_[ra] == 0 || cells_[rb] <= 0) continue;
      const double cost = (cells_[ra] - table_[ra]) - (cells_[rb] - table_[rb]);
      if (best != rows_ && cost >= least) continue;
      best = r;
      least = cost;
    }
    return best;
  }

  bool apply(std::size_t from, std::size_t to, const std::vector<std::size_t>& came_from,
             const std::vector<std::size_t>& row_used, std::vector<std::int64_t>& surplus) {
    --surplus[from];
    ++surplus[to];
    for (std::size_t b = to; b != from; b = came_from[b]) {
      --table_[row_used[b] * columns_ + came_from[b]];
      ++table_[row_used[b] * columns_ + b];
    }
    return true;
  }

  std::span<const double> cells_;
  std::vector<std::uint32_t>& table_;
  std::size_t columns_, rows_;
};

/// Rounds one row to its total, cells that are 0 excluded; `carry` is what the columns are owed so far. False if the
/// row has no cell that can take its total.
bool round_row(std::span<const double> cells, std::uint32_t total, std::vector<double>& carry,
               std::span<std::uint32_t> row) {
  std::vector<double> owed(cells.size(), 0);
  for (std::size_t c = 0; c < cells.size(); ++c)
    if (cells[c] > 0) owed[c] = std::max(0.0, cells[c] + carry[c]);
  std::vector<double> remainder(cells.size(), -1);
  std::uint64_t given = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    row[c] = static_cast<std::uint32_t>(owed[c]);
    given += row[c];
    if (cells[c] > 0) remainder[c] = owed[c] - row[c];
  }
  for (; given > total; --given) {  // owed more than the row has: the smallest remainders wait
    std::size_t least = cells.size();
    for (std::size_t c = 0; c < cells.size(); ++c)
      if (row[c] > 0 && (least == cells.size() || remainder[c] < remainder[least])) least = c;
    --row[least];
    remainder[least] += 1;
  }
  std::vector<std::uint32_t> part(row.begin(), row.end());
  give_remainders(remainder, {}, total - given, part);
  std::copy(part.begin(), part.end(), row.begin());
  for (std::size_t c = 0; c < cells.size(); ++c) carry[c] += cells[c] - row[c];
  return std::accumulate(part.begin(), part.end(), std::uint64_t{0}) == total;
}

}  // namespace

std::vector<std::uint32_t> apportion(std::span<const double> quota, std::uint32_t total,
                                     std::span<const std::uint32_t> most) {
  const double sum = std::accumulate(quota.begin(), quota.end(), 0.0);
  std::vector<std::uint32_t> part(quota.size(), 0);
  if (sum <= 0) return part;
  std::vector<double> remainder(quota.size(), -1);
  std::uint64_t given = 0;
  for (std::size_t i = 0; i < quota.size(); ++i) {
    const double wanted = quota[i] / sum * total;
    part[i] = static_cast<std::uint32_t>(wanted);
    if (!most.empty()) part[i] = std::min(part[i], most[i]);
    if (quota[i] > 0) remainder[i] = wanted - part[i];
    given += part[i];
  }
  for (std::size_t i = quota.size(); given > total && i-- > 0;) {  // a quota rounded up past the total
    if (part[i] == 0) continue;
    --part[i];
    --given;
  }
  give_remainders(remainder, most, total - given, part);
  return part;
}

std::uint32_t units_passed(double cumulative, double offset) {
  // The small number forgives the rounding of a sum that is meant to be whole.
  return static_cast<std::uint32_t>(std::floor(cumulative + offset + 1e-9));
}

std::vector<std::uint32_t> round_table(std::span<const double> cells, std::span<const std::uint32_t> row_margin,
                                       std::span<const std::uint32_t> column_margin) {
  const std::size_t rows = row_margin.size(), columns = column_margin.size();
  std::vector<std::uint32_t> table(rows * columns, 0);
  if (rows == 0 || columns == 0) return table;
  std::vector<double> carry(columns, 0);
  for (std::size_t r = 0; r < rows; ++r)
    if (!round_row(cells.subspan(r * columns, columns), row_margin[r], carry,
                   std::span(table).subspan(r * columns, columns)))
      return {};
  std::vector<std::int64_t> surplus(columns, 0);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) surplus[c] += table[r * columns + c];
  for (std::size_t c = 0; c < columns; ++c) surplus[c] -= column_margin[c];
  Mender mender(cells, table, columns);
  for (std::size_t c = 0; c < columns; ++c)
    while (surplus[c] > 0)
      if (!mender.move(c, surplus)) return {};
  return table;
}

}  // namespace polder
