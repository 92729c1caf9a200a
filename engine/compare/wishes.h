// What the kinds of comparison share: checks of what is asked for, and the problems told.
#pragma once

#include <algorithm>

#include "compare/comparison.h"

namespace polder {

template <class List>
bool holds(const List& list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

/// One problem, to be thrown.
InputError problem_of_wish(std::string code, std::string message, std::string help);
/// E309: this result has no such thing.
InputError unknown_in_result(const std::string& what, const std::string& name, const std::string& help);
/// Throws E318 if a division does not go with a flag that was given.
void cannot_narrow(const std::string& by, const std::optional<std::string>& wish, const std::string& flag);
/// Throws E309 for scenarios that the result does not have.
void check_names(const Store& store, const std::vector<std::string>& scenarios, const std::string& reference);

}  // namespace polder
