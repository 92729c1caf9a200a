#include "base/hash.h"

#define XXH_INLINE_ALL
#include <fmt/core.h>
#include <openssl/evp.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <system_error>

#include "polder/base/error.h"

namespace polder {
namespace {

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new()) {
    ensure(context_ != nullptr && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1, "SHA-256 begins");
  }
  void add(const void* bytes, std::size_t size) {
    ensure(EVP_DigestUpdate(context_.get(), bytes, size) == 1, "SHA-256 takes any bytes");
  }
  std::string text() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    const int done = EVP_DigestFinal_ex(context_.get(), digest.data(), &length);
    ensure(done == 1 && length == 32, "SHA-256 gives 32 bytes");
    std::string text;
    for (unsigned i = 0; i < length; ++i) text += fmt::format("{:02x}", digest[i]);
    return text;
  }

 private:
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

}  // namespace

Hash hash_bytes(std::span<const std::byte> bytes, Hash seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

Hash hash_text(std::string_view text, Hash seed) { return XXH3_64bits_withSeed(text.data(), text.size(), seed); }

std::string to_hex(Hash hash) { return fmt::format("{:016x}", hash); }

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes.data(), bytes.size());
  return digest.text();
}

std::string sha256_of_file(const std::filesystem::path& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  Sha256 digest;
  std::array<char, 1U << 16U> buffer{};
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0)
    digest.add(buffer.data(), static_cast<std::size_t>(in.gcount()));
  if (!in.eof()) throw std::system_error(errno != 0 ? errno : EIO, std::generic_category(), file.string());
  return digest.text();
}

}  // namespace polder
