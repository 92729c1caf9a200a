// Bytes packed with zstd as they come, and unpacked where they are wanted: neither side holds all of them twice.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace polder {

class Packer {
 public:
  /// Appends to `out`.
  explicit Packer(std::string& out);
  void add(const void* data, std::size_t size);
  /// After the last byte.
  void end();

 private:
  void pack(const void* data, std::size_t size, bool last);
  std::string& out_;
  std::string chunk_;
  std::unique_ptr<ZSTD_CCtx_s, std::size_t (*)(ZSTD_CCtx_s*)> context_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view packed);
  /// The next `size` bytes. Throws BrokenInvariant when there are fewer, or when the bytes were never packed.
  void take(void* to, std::size_t size);

 private:
  std::string_view left_;
  std::unique_ptr<ZSTD_DCtx_s, std::size_t (*)(ZSTD_DCtx_s*)> context_;
};

}  // namespace polder
