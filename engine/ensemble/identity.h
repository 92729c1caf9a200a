// The identity of a run: a hash of everything that its result depends on, and of nothing else. Titles, comments,
// whitespace and what other scenarios do are no part of it.
#pragma once

#include <string>

#include "polder/ensemble/ensemble.h"

namespace polder {

/// What all runs of a study share, as text: the model's sources, the country's figures, parameters, settings and
/// tracked plants.
std::string shared_identity_text(const Study& study, const Experiment& experiment);

/// What makes one run different from the others of its study: events and levers of its scenario, and the replicate.
std::string own_identity_text(const Study& study, Run run);

/// Identities of many runs of one study; reads the country's figures once.
class Identities {
 public:
  Identities(const Study& study, const Experiment& experiment);
  std::string of(Run run) const;  // equals run_identity

 private:
  const Study& study_;
  std::string shared_;  // digest of the shared text
};

}  // namespace polder
