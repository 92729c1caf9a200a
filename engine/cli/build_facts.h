// From what and how this program was built; written by cmake/build_facts.cmake.
#pragma once

#include <string_view>

namespace polder::cli {

/// The commit, with "+changes" behind it if the sources differ from it; empty when built without git.
std::string_view built_from();
/// Flags of the compiler: "-O3 -DNDEBUG -std=c++20 -ffp-contract=off".
std::string_view built_with();

}  // namespace polder::cli
