#include "base/hash.h"

#include <gtest/gtest.h>

namespace polder {
namespace {

TEST(Hash, GivesThePublishedXxh3OfNothing) { EXPECT_EQ(to_hex(hash_text("")), "2d06800538d394c2"); }

TEST(Hash, DependsOnBytesAndSeed) {
  EXPECT_EQ(hash_text("polder"), hash_bytes(std::as_bytes(std::span("polder", 6))));
  EXPECT_NE(hash_text("polder"), hash_text("poldes"));
  EXPECT_NE(hash_text("polder"), hash_text("polder", 1));
  EXPECT_EQ(to_hex(0xABu), "00000000000000ab");
}

// FIPS 180-4 examples.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

}  // namespace
}  // namespace polder
