#include "data/source.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace polder::data {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_quoted_line = 400;  // [bytes]

unsigned char at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

/// Length of the well-formed UTF-8 character at `i` (Unicode 15, table 3-7), or 0.
std::size_t character_length(std::string_view bytes, std::size_t i) {
  const unsigned char first = at(bytes, i);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (i + length > bytes.size()) return 0;
  const unsigned char second = at(bytes, i + 1);
  const unsigned char lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned char highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (second < lowest || second > highest) return 0;
  for (std::size_t k = 2; k < length; ++k) {
    if ((at(bytes, i + k) & 0xC0) != 0x80) return 0;
  }
  return length;
}

}  // namespace

Source::Source(std::string_view name, std::string_view bytes) : name_(name), bytes_(without_mark(bytes)) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < bytes_.size(); ++i) {
    if (bytes_[i] == '\n') starts_.push_back(i + 1);
  }
}

std::string_view Source::line(unsigned number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t first = starts_[number - 1];
  const std::size_t next = number < starts_.size() ? starts_[number] - 1 : bytes_.size();
  std::string_view text = std::string_view(bytes_).substr(first, next - first);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::string Source::quoted_line(unsigned number) const {
  const std::string_view text = line(number);
  return text.size() > longest_quoted_line ? std::string() : std::string(text);
}

std::string_view Source::from(unsigned number, std::size_t byte_in_line) const {
  if (number == 0 || number > starts_.size()) return {};
  return std::string_view(bytes_).substr(std::min(starts_[number - 1] + byte_in_line, bytes_.size()));
}

Place Source::place(std::size_t byte) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), byte);
  const auto number = static_cast<unsigned>(after - starts_.begin());
  return {number, column(number, byte - starts_[number - 1])};
}

unsigned Source::column(unsigned number, std::size_t byte_in_line) const {
  return characters(line(number).substr(0, std::min(byte_in_line, line(number).size()))) + 1;
}

unsigned characters(std::string_view text) {
  return static_cast<unsigned>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return bytes;
}

std::optional<BadByte> bad_byte(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const unsigned char c = at(bytes, i);
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) {
      return BadByte{i, fmt::format("a text file holds no control character (byte {:02X})", c)};
    }
    const std::size_t length = character_length(bytes, i);
    if (length == 0) return BadByte{i, fmt::format("byte {:02X} is not UTF-8", c)};
    i += length;
  }
  return std::nullopt;
}

std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t limit, std::string_view too_large,
                                     Problems& problems) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    problems.add("E200", path.string(), "there is no such file");
    return std::nullopt;
  }
  if (std::filesystem::is_directory(path, ignored)) {
    problems.add("E200", path.string(), "this is a folder; a file is expected");
    return std::nullopt;
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  std::array<char, 65536> buffer;
  while (in && bytes.size() <= limit) {
    in.read(buffer.data(), buffer.size());
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad() || !(in || in.eof())) {
    const char* reason = errno != 0 ? std::strerror(errno) : "unknown reason";
    problems.add("E200", path.string(), fmt::format("the file cannot be read: {}", reason));
    return std::nullopt;
  }
  if (bytes.size() > limit) {
    problems.add(std::string(too_large), path.string(),
                 fmt::format("the file is larger than {} MB", limit / (1024 * 1024)));
    return std::nullopt;
  }
  return bytes;
}

}  // namespace polder::data
