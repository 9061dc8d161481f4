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

/// A normal form made ready to be compared with many others.
class ComparedName {
  public:
    ComparedName() = default;
    explicit ComparedName(std::string_view normal);

  private:
    friend double similarity(const ComparedName& a, const ComparedName& b, double least);
    const std::u32string& joined() const { return m_joined.empty() ? m_letters : m_joined; }

    std::u32string m_letters;
    std::u32string m_joined;  ///< those that are one sound as one letter; empty: as m_letters
    bool m_has_latin = false;
    bool m_has_romanised = false;  ///< letters that can be read as Latin ones
    bool m_has_arabic = false;
};

/// How alike two normal forms are: 1 the same, 0 nothing in common. One minus the cheapest way from one to
/// the other (optimal string alignment: insert, delete, replace, swap neighbours) as a share of the longer
/// one's length. A vowel for a vowel, a letter for one that another romanisation writes (q k g, d z, b p …),
/// a doubled letter, a space and a silent h cost a part of a letter. Arabic or Cyrillic letters against Latin
/// ones are compared as they are romanised, vowels nearly free, because Arabic writes few of them. Symmetric.
/// 0 where one is empty. Letters more than 16 places apart, beyond what the lengths differ by, are never set
/// against each other.
double similarity(std::string_view normal_a, std::string_view normal_b);

/// The same. \param least what is less alike than that may be given as 0, which takes less time
double similarity(const ComparedName& a, const ComparedName& b, double least = 0);

/// Damerau-Levenshtein distance in characters (optimal string alignment: no part is edited twice), or
/// `limit` + 1 where it is more than `limit`. Takes time in proportion to length times limit.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The text with one character left out, in every way: sorted, each once. For an index of deletions (two
/// names one letter apart have a deletion in common, or one is a deletion of the other). Empty text has none.
std::vector<std::string> deletions(std::string_view phonetic_key);

}  // namespace incidentmap
