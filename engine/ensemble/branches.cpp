#include "ensemble/branches.h"

#include <algorithm>

namespace polder {
namespace {

/// First month in which two of the scenarios differ, at most `end` and at least `from`.
Month parting(const FirstDifferences& differs, const std::vector<std::size_t>& scenarios, Month from, Month end) {
  Month first = end;
  for (const std::size_t a : scenarios) {
    for (const std::size_t b : scenarios) {
      if (a < b) first = std::min(first, differs[a][b]);
    }
  }
  return std::max(first, from);
}

/// Groups of scenarios that stay together in month `parted`.
std::vector<std::vector<std::size_t>> split(const FirstDifferences& differs, const std::vector<std::size_t>& scenarios,
                                            Month parted) {
  std::vector<std::vector<std::size_t>> groups;
  for (const std::size_t scenario : scenarios) {
    const auto own = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto& group) { return differs[group.front()][scenario] > parted; });
    if (own == groups.end()) {
      groups.push_back({scenario});
    } else {
      own->push_back(scenario);
    }
  }
  return groups;
}

std::size_t add(std::vector<Segment>& segments, const FirstDifferences& differs, std::vector<std::size_t> scenarios,
                Month from, Month end) {
  const std::size_t place = segments.size();
  const Month until = parting(differs, scenarios, from, end);
  segments.push_back({from, until, scenarios, {}});
  if (until >= end) return place;
  for (auto& group : split(differs, scenarios, until)) {
    const std::size_t child = add(segments, differs, std::move(group), until, end);
    segments[place].children.push_back(child);
  }
  return place;
}

std::size_t states_from(const std::vector<Segment>& segments, std::size_t place) {
  const auto& children = segments[place].children;
  std::size_t most = 1;
  for (const std::size_t child : children) {
    const std::size_t waiting = child == children.back() ? 0 : 1;  // the parent's state, kept for the next child
    most = std::max(most, waiting + states_from(segments, child));
  }
  return most;
}

}  // namespace

std::vector<Segment> branch(const FirstDifferences& differs, const std::vector<std::size_t>& scenarios, Month from,
                            Month end) {
  std::vector<Segment> segments;
  if (!scenarios.empty()) add(segments, differs, scenarios, from, end);
  return segments;
}

std::size_t months_of(const std::vector<Segment>& segments) {
  std::size_t months = 0;
  for (const Segment& segment : segments) months += static_cast<std::size_t>(segment.until - segment.from);
  return months;
}

std::size_t most_states(const std::vector<Segment>& segments) {
  return segments.empty() ? 0 : states_from(segments, 0);
}

}  // namespace polder
