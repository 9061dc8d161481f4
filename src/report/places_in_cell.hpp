// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// The places that one cell names, each with what stands behind all of them: `A | B`, `A; B`, a line each,
/// `Mosul & Erbil`, `Kyiv, Kharkiv and Odesa`, `Jarablus and al-Bab, Aleppo` (`Jarablus, Aleppo`, `al-Bab,
/// Aleppo`), `Tikrit and Baiji districts`; and in the eight languages of tables. One where a word ties them
/// together (`between Tikrit and Baiji`, `20 km north of A and B`), or where the whole is a name (`Jammu and
/// Kashmir`). A list with commas alone is not parted here: a comma stands before a larger area too.
std::vector<std::string> places_in_cell(std::string_view cell);

}  // namespace incidentmap
