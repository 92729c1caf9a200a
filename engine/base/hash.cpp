#include "base/hash.h"

#define XXH_INLINE_ALL
#include <fmt/core.h>
#include <openssl/evp.h>
#include <xxhash.h>

#include <array>

#include "polder/base/error.h"

namespace polder {

Hash hash_bytes(std::span<const std::byte> bytes, Hash seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

Hash hash_text(std::string_view text, Hash seed) { return XXH3_64bits_withSeed(text.data(), text.size(), seed); }

std::string to_hex(Hash hash) { return fmt::format("{:016x}", hash); }

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  const int done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
  ensure(done == 1 && length == 32, "SHA-256 gives 32 bytes");
  std::string text;
  for (unsigned i = 0; i < length; ++i) text += fmt::format("{:02x}", digest[i]);
  return text;
}

}  // namespace polder
