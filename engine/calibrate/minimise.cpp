#include "calibrate/minimise.h"

#include <exception>
#include <nlopt.hpp>

#include "polder/base/error.h"

namespace polder::calibrate {
namespace {

struct Context {
  const std::function<double(std::span<const double>)>& value;
  const std::function<bool()>& stop;
  nlopt::opt& search;
  std::exception_ptr thrown = {};
  bool stopped = false;
};

/// NLopt is told to end instead of letting an exception through its C code.
double evaluate(const std::vector<double>& point, std::vector<double>&, void* data) {
  Context& context = *static_cast<Context*>(data);
  double found = 0;
  try {
    found = context.value(point);
    context.stopped = context.stop && context.stop();
  } catch (...) {
    context.thrown = std::current_exception();
  }
  if (context.thrown || context.stopped) context.search.force_stop();
  return found;
}

}  // namespace

Ended minimise(const Search& search, const std::function<double(std::span<const double>)>& value,
               const std::function<bool()>& stop) {
  ensure(!search.start.empty(), "there is a coordinate to search");
  const auto coordinates = static_cast<unsigned>(search.start.size());
  nlopt::opt engine(coordinates > 1 ? nlopt::LN_COBYLA : nlopt::LN_SBPLX, coordinates);
  Context context{value, stop, engine};
  engine.set_min_objective(evaluate, &context);
  engine.set_lower_bounds(0);
  engine.set_upper_bounds(1);
  engine.set_initial_step(search.step);
  engine.set_xtol_abs(search.tolerance);
  engine.set_maxeval(static_cast<int>(search.evaluations));
  std::vector<double> point = search.start;
  double least = 0;
  try {
    const nlopt::result result = engine.optimize(point, least);
    return result == nlopt::MAXEVAL_REACHED ? Ended::AllEvaluations : Ended::Converged;
  } catch (const nlopt::forced_stop&) {
    if (context.thrown) std::rethrow_exception(context.thrown);
    return Ended::Stopped;
  } catch (const nlopt::roundoff_limited&) {
    return Ended::Converged;
  }
}

}  // namespace polder::calibrate
