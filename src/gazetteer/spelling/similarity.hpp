// SPDX-License-Identifier: MIT
/// The third of the three forms in which names are compared: letter by letter, to rank what the others bring.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// Only so many characters of a name are compared.
inline constexpr std::size_t longest_compared = 256;

/// How alike two normal forms are: 1 the same, 0 nothing in common. One minus the cheapest way from one to
/// the other (optimal string alignment: insert, delete, replace, swap neighbours) as a share of the longer
/// one's length. A vowel for a vowel, a letter for one that another romanisation writes (q k g, d z, b p …),
/// a doubled letter, a space and a silent h cost a part of a letter. Arabic or Cyrillic letters against Latin
/// ones are compared as they are romanised, vowels nearly free, because Arabic writes few of them. Symmetric.
/// 0 where one is empty. Letters more than 16 places apart, beyond what the lengths differ by, are never set
/// against each other.
double similarity(std::string_view normal_a, std::string_view normal_b);

/// Damerau-Levenshtein distance in characters (optimal string alignment: no part is edited twice), or
/// `limit` + 1 where it is more than `limit`. Takes time in proportion to length times limit.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The text with one character left out, in every way: sorted, each once. For an index of deletions (two
/// names one letter apart have a deletion in common, or one is a deletion of the other). Empty text has none.
std::vector<std::string> deletions(std::string_view phonetic_key);

}  // namespace incidentmap
