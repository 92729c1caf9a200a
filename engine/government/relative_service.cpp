#include "government/relative_service.h"

#include "government/service.h"

namespace polder::government {
namespace {

bool has_usual(const Model& model, MunicipalityIndex m) { return !model.usual.empty() && model.country.is_governed(m); }

}  // namespace

double relative_productivity(const World& world, const Model& model, MunicipalityIndex m, Task task) {
  if (!has_usual(model, m)) return 1;
  const double usual = model.usual[m].productivity[number(task)];
  return usual > 0 ? world.municipalities.services[m].productivity[number(task)] / usual : 1;
}

double relative_response(const World& world, const Model& model, MunicipalityIndex m, Task task) {
  if (!has_usual(model, m)) return response(1, 1);
  const MunicipalityIndex governor = model.country.governor(m);
  Cents start = 0;
  for (const MunicipalityIndex place : model.country.places(governor)) start += model.usual[place].budget[number(task)];
  const auto usual = static_cast<double>(start);
  const auto budget = static_cast<double>(world.municipalities.services[governor].budget[number(task)]);
  const double more_money = usual > 0 ? budget / usual : 1;
  return response(relative_productivity(world, model, m, task) * more_money, 1);
}

}  // namespace polder::government
