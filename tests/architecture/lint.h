// What model code may not do, because it would change results by machine, compiler or clock; and the house rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "architecture/source.h"

namespace polder::architecture {

/// Code that decides what a run gives: no libm, no randomness but Random, no unordered containers, no clock.
bool is_model_code(std::string_view path);

/// Calls of transcendental functions that are not polder::detmath's.
std::vector<std::string> libm_calls(const SourceFile& file);
/// <random>, distributions, rand(), ...
std::vector<std::string> foreign_randomness(const SourceFile& file);
/// std::unordered_*: their order is not ours.
std::vector<std::string> unordered_containers(const SourceFile& file);
/// Clocks and calendar time.
std::vector<std::string> clocks(const SourceFile& file);
/// Printing and ending the process: for the commands only.
std::vector<std::string> prints_or_exits(const SourceFile& file);
/// More than 400 lines, tabs.
std::vector<std::string> untidiness(const SourceFile& file);
/// Names of places that a reader of the repository does not have.
std::vector<std::string> foreign_places(const SourceFile& file);

}  // namespace polder::architecture
