// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

/// A phrase about a place in French, Spanish, Portuguese, Ukrainian, Russian, Arabic or Turkish as it is said
/// in English, with its names as they stand: `à 12 km au sud-est de Djibo` is `12 km SE of Djibo`. Names that
/// Ukrainian and Russian bend are followed by the likeliest form that maps have, as another reading:
/// `Херсона/Херсон`. What follows a comma is kept. Nothing where the words are none of the forms of
/// src/gazetteer/tables/phrase_forms.csv.
std::optional<std::string> phrase_in_english(std::string_view words);

}  // namespace incidentmap
