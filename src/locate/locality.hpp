// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// Words that say where, taken apart: `Camp Taji, Baghdad, Iraq` is a name and its parents, smallest first.
struct Locality {
    std::string name;
    std::vector<std::string> parents;
};

/// Splits at commas (`,` `،`), and before a closing pair of brackets: `Taji (Baghdad)` is `Taji, Baghdad`.
Locality parse_locality(std::string_view words);

/// Where the words relate to a place instead of naming one (`85 km north of Baghdad`, `near Qaim`, `eastern Syria`,
/// `between Tikrit and Baiji`): the words that do so, as they stand. Empty for a plain name. Such words are kept
/// and told; a place is not guessed from what is left of them.
std::string relating_words(std::string_view words);

}  // namespace incidentmap
