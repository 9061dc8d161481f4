// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// Words that say where, taken apart: `Camp Taji, Baghdad, Iraq` is a name and its parents, smallest first.
struct Locality {
    std::string name;
    std::vector<std::string> parents;
    std::string bracketed;  ///< what stands in brackets behind the name: its parent, or another name of it
};

/// Splits at commas (`,` `،`), and takes a last pair of brackets off the name: `Taji (Baghdad)`.
Locality parse_locality(std::string_view words);

/// The names of one place that a name consists of, at most four, each once: `Abu Rasin/Zarkan town` is `Abu
/// Rasin` and `Zarkan town`; `Qurt Qulaq (Kurtkulak) village` is `Qurt Qulaq village` and `Kurtkulak`;
/// `Dahiet Elasad` is also `Dahiet El asad`. Mostly the name alone.
std::vector<std::string> readings_of(std::string_view name);

/// Where the words relate to a place instead of naming one (`85 km north of Baghdad`, `near Qaim`, `eastern
/// Syria`, `between Tikrit and Baiji`): the words that do so, as they stand. Empty for a plain name. Such
/// words are kept and told; a place is not guessed from what is left of them.
std::string relating_words(std::string_view words);

/// A word that stands where a direction should, and what may be meant.
struct MisreadDirection {
    std::string word;   ///< as written: `sout`
    std::string meant;  ///< the direction that is one slip of the pen away: `south`; empty where none is
    std::string whole;  ///< the whole text with it: `30 km south of Mosul`; empty where none is
};

/// Of `30 km sout of Mosul` the `sout`: the one word between a distance and its `of` or `from` that is no
/// direction. Nothing where there is none.
std::optional<MisreadDirection> misread_direction(std::string_view words);

}  // namespace incidentmap
