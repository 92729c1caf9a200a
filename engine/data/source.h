// The bytes of one input file with its lines, for messages that quote them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/problems.h"

namespace polder::data {

/// A place in a file, 1-based; columns count characters, not bytes.
struct Place {
  unsigned line = 1, column = 1;
};

class Source {
 public:
  Source(std::string_view name, std::string_view bytes);

  const std::string& name() const { return name_; }
  /// Text of a line without its end; empty when there is no such line.
  std::string_view line(unsigned number) const;
  /// The line as a message quotes it: empty when it is too long to be read.
  std::string quoted_line(unsigned number) const;
  /// The file from a byte of a line on, both as in `column`.
  std::string_view from(unsigned number, std::size_t byte_in_line) const;
  /// Place of a byte of the file.
  Place place(std::size_t byte) const;
  /// Column in characters of a byte in a line, both counted from 0 in the file without its byte order mark.
  unsigned column(unsigned number, std::size_t byte_in_line) const;

 private:
  std::string name_;
  std::string bytes_;
  std::vector<std::size_t> starts_;  // of each line [bytes]
};

/// Number of characters of a UTF-8 text.
unsigned characters(std::string_view text);
/// The bytes without a leading byte order mark.
std::string_view without_mark(std::string_view bytes);

/// First byte that no text file holds: not UTF-8, or a control character other than tab and line ends.
struct BadByte {
  std::size_t byte = 0;
  std::string message;  // "byte FF is not UTF-8"
};
std::optional<BadByte> bad_byte(std::string_view bytes);

/// Reads a file of at most `limit` bytes; otherwise adds a problem (E200, or `too_large`) and gives nothing.
std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t limit, std::string_view too_large,
                                     Problems& problems);

}  // namespace polder::data
