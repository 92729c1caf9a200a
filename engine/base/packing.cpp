#include "base/packing.h"

#include <zstd.h>

#include "polder/base/error.h"

namespace polder {
namespace {

constexpr int level = 1;  // as fast as a disk takes it

}  // namespace

Packer::Packer(std::string& out)
    : out_(out), chunk_(ZSTD_CStreamOutSize(), '\0'), context_(ZSTD_createCCtx(), ZSTD_freeCCtx) {
  ensure(context_ != nullptr, "there is memory for packing");
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level);
}

void Packer::add(const void* data, std::size_t size) { pack(data, size, false); }
void Packer::end() { pack(nullptr, 0, true); }

void Packer::pack(const void* data, std::size_t size, bool last) {
  ZSTD_inBuffer in{data, size, 0};
  for (bool done = false; !done;) {
    ZSTD_outBuffer out{chunk_.data(), chunk_.size(), 0};
    const std::size_t left = ZSTD_compressStream2(context_.get(), &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
    ensure(ZSTD_isError(left) == 0, "zstd packs any bytes");
    out_.append(chunk_, 0, out.pos);
    done = last ? left == 0 : in.pos == in.size;
  }
}

Unpacker::Unpacker(std::string_view packed) : left_(packed), context_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
  ensure(context_ != nullptr, "there is memory for unpacking");
}

void Unpacker::take(void* to, std::size_t size) {
  ZSTD_outBuffer out{to, size, 0};
  while (out.pos < out.size) {
    ZSTD_inBuffer in{left_.data(), left_.size(), 0};
    const std::size_t before = out.pos;
    const std::size_t hint = ZSTD_decompressStream(context_.get(), &out, &in);
    ensure(ZSTD_isError(hint) == 0, "what is unpacked was packed");
    left_.remove_prefix(in.pos);
    ensure(out.pos > before || in.pos > 0, "there are as many bytes as are asked for");
  }
}

}  // namespace polder
