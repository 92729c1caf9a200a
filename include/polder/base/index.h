// Row numbers as distinct types: looking up an establishment with a resident does not compile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace polder {

enum class ResidentIndex : std::uint32_t {};
enum class FirmIndex : std::uint32_t {};  // an establishment
enum class VacancyIndex : std::uint32_t {};
enum class MunicipalityIndex : std::uint16_t {};
enum class RegionIndex : std::uint16_t {};  // a labour-market region
enum class ProvinceIndex : std::uint16_t {};
enum class BodyIndex : std::uint16_t {};  // an arrangement that carries out tasks
enum class SectorIndex : std::uint8_t {};
enum class OccupationIndex : std::uint8_t {};
enum class GroupIndex : std::uint16_t {};  // an occupation group, finer than the classes
enum class ScenarioIndex : std::uint32_t {};

/// The row number that stands for "no such row".
template <class Index>
inline constexpr Index none = static_cast<Index>(std::numeric_limits<std::underlying_type_t<Index>>::max());

template <class Index>
constexpr std::size_t number(Index index) {
  return static_cast<std::size_t>(index);
}

template <class Index>
constexpr Index index_of(std::size_t number) {
  return static_cast<Index>(number);
}

}  // namespace polder
