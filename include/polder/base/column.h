// A table is a struct of columns; a column is looked up with its own table's index only.
#pragma once

#include <span>
#include <vector>

#include "polder/base/index.h"

namespace polder {

template <class Index, class T>
class Column {
 public:
  using value_type = T;

  Column() = default;
  explicit Column(std::size_t rows, const T& value = T{}) : values_(rows, value) {}

  T& operator[](Index row) { return values_[number(row)]; }
  const T& operator[](Index row) const { return values_[number(row)]; }

  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  void push_back(const T& value) { values_.push_back(value); }
  void resize(std::size_t rows, const T& value = T{}) { values_.resize(rows, value); }
  void reserve(std::size_t rows) { values_.reserve(rows); }
  void assign(std::size_t rows, const T& value) { values_.assign(rows, value); }
  void clear() { values_.clear(); }

  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

  std::span<const T> span() const { return values_; }
  std::span<T> span() { return values_; }

  friend bool operator==(const Column&, const Column&) = default;

 private:
  std::vector<T> values_;
};

/// All row numbers of a table, for range-based for.
template <class Index>
class Rows {
 public:
  class Iterator {
   public:
    explicit Iterator(std::size_t row) : row_(row) {}
    Index operator*() const { return index_of<Index>(row_); }
    Iterator& operator++() {
      ++row_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    std::size_t row_;
  };

  explicit Rows(std::size_t rows) : end_(rows) {}
  Iterator begin() const { return Iterator(0); }
  Iterator end() const { return Iterator(end_); }

 private:
  std::size_t end_;
};

template <class Index, class T>
Rows<Index> rows_of(const Column<Index, T>& column) {
  return Rows<Index>(column.size());
}

}  // namespace polder
