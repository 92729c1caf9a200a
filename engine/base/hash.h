// Digests: a fast one for the state of the world (XXH3), a published one for files (SHA-256).
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace polder {

using Hash = std::uint64_t;

Hash hash_bytes(std::span<const std::byte> bytes, Hash seed = 0);
Hash hash_text(std::string_view text, Hash seed = 0);
std::string to_hex(Hash hash);                  // 16 lower-case digits
std::string sha256_hex(std::string_view bytes); // 64 lower-case digits
std::string sha256_of_file(const std::filesystem::path& file);  // of any size; throws std::system_error

}  // namespace polder
