#include "systems/labour/stable_matching.h"

namespace polder::labour {

std::vector<std::uint32_t> stable_matching(const std::vector<Application>& applications, std::size_t vacancies) {
  std::vector<std::uint32_t> holder(vacancies, unmatched);
  const auto prefers = [&](const Application& a, const Application& b) {
    return a.score != b.score ? a.score > b.score : a.seeker < b.seeker;
  };
  std::vector<std::uint32_t> proposing;
  for (std::uint32_t first = 0; first < applications.size(); ++first) {
    if (first > 0 && applications[first].seeker == applications[first - 1].seeker) continue;
    proposing.push_back(first);
    while (!proposing.empty()) {
      std::uint32_t next = proposing.back();
      proposing.pop_back();
      const std::uint32_t seeker = applications[next].seeker;
      for (; next < applications.size() && applications[next].seeker == seeker; ++next) {
        std::uint32_t& held = holder[applications[next].vacancy];
        if (held != unmatched && !prefers(applications[next], applications[held])) continue;
        const std::uint32_t displaced = held;
        held = next;
        const bool has_more = displaced != unmatched && displaced + 1 < applications.size() &&
                              applications[displaced + 1].seeker == applications[displaced].seeker;
        if (has_more) proposing.push_back(displaced + 1);
        break;
      }
    }
  }
  return holder;
}

}  // namespace polder::labour
