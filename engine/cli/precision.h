// The precision that a study asks for, in words.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/texts.h"
#include "compare/precision.h"

namespace polder::cli {

/// Of every scenario of a study but the references its reference.
std::vector<std::pair<std::string, std::string>> references_in(const Study& study);
/// The same, of the chosen ones (all, if none are).
std::vector<std::pair<std::string, std::string>> compared_scenarios(const Study& study,
                                                                    const std::vector<ScenarioIndex>& chosen);
/// With the area of the result where none is named.
WantedPrecision wanted_precision(const Precision& until, const Store& store);

/// What a round has reached: a line, and one for each scenario that needs more.
std::vector<std::string> precision_text(const std::vector<KnownPrecision>& known, const WantedPrecision& wanted,
                                        std::uint32_t replicates, Language language);

/// How many replicates the study of a result asked for at the start, from its resolved.yaml; 0 where that is not to
/// be read.
std::uint32_t replicates_asked(const Store& store);

/// What the study of a result asked for, from its resolved.yaml; nothing where it names no precision.
std::optional<WantedPrecision> precision_asked(const Store& store);

}  // namespace polder::cli
