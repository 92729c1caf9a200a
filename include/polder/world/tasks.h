// The tasks of government on the labour market, and the levels that may carry them out. Names are those of scenario
// files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "polder/base/index.h"

namespace polder {

enum class Task : std::uint8_t {
  Guidance,          // of recipients of bijstand
  IncomeSupport,     // administration of bijstand
  EmployerServices,  // vacancies, placement
  Retraining,        // the human-capital agenda
  Analysis,          // of the labour market
  Crisis,            // help to workers of a plant that closes
  Schools,           // places at schools in line with the labour market
  Retention,         // of firms, and their acquisition
  Border,            // work across the national border
};
inline constexpr std::size_t task_count = 9;
inline constexpr Task no_task{task_count};
inline constexpr std::array<std::string_view, task_count> task_names{
    "guidance", "income_support", "employer_services", "retraining", "analysis",
    "crisis",   "schools",        "retention",         "border"};

/// Levels in order of institutional distance. Between municipality and province stand three forms of a regional
/// arrangement: a network, a centre municipality that works for the others, a joint body under the Wgr.
enum class Level : std::uint8_t { Local, Network, Centre, Joint, Province, National, International };
inline constexpr std::size_t level_count = 7;
inline constexpr std::array<std::string_view, level_count> level_names{"local",    "network",  "centre",       "joint",
                                                                       "province", "national", "international"};

constexpr std::string_view to_text(Task task) { return task_names[number(task)]; }
constexpr std::string_view to_text(Level level) { return level_names[number(level)]; }

inline constexpr std::size_t form_count = 3;  // network, centre, joint
constexpr bool is_regional(Level level) {
  return level == Level::Network || level == Level::Centre || level == Level::Joint;
}
/// Row of a regional level in tables of forms.
constexpr std::size_t form_number(Level level) { return number(level) - number(Level::Network); }

/// Whether a level can carry out a task: above the country nobody does, but for work across the border.
constexpr bool can_have(Task task, Level level) { return level != Level::International || task == Task::Border; }

}  // namespace polder
