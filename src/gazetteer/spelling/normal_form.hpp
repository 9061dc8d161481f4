// SPDX-License-Identifier: MIT
/// The first of the three forms in which names are compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/spelling/code_points.hpp"

namespace incidentmap {

/// A normal form is at most this many bytes; what is longer is cut at a character.
inline constexpr std::size_t longest_normal_form = 1024;

/// The name without what writers differ in and readers do not see: Unicode NFKC and case folding (Unicode
/// Standard, section 3.13), marks on Latin, Greek, Cyrillic, Arabic and Hebrew letters dropped (`Arbīl` →
/// `arbil`, `Şêx` → `sex`); Arabic: alef with and without hamza one letter, ta marbuta and the heh forms one,
/// alef maqsura and the yeh forms one, the kaf forms one, free hamza, kashida and harakat dropped; digits of
/// any script ASCII; apostrophes, ʿayn signs and primes dropped, also full stops and other punctuation;
/// hyphens, dashes, underscores, commas, slashes and brackets a space; runs of space one space, none at the
/// ends; bidi marks and characters of no width dropped. What has no counterpart (Han, Devanagari vowels)
/// stays. Bytes that are not UTF-8 become U+FFFD and stay, so that a damaged name is not taken for a whole
/// one. Applied twice it gives the same as once. Empty where the text has no letter and no digit.
std::string normal_form(std::string_view utf8);

/// One word of a name: as written, and its normal form (never empty).
struct Word {
    std::string_view raw;  ///< a view into the text asked about
    std::string normal;
};

/// The words of a name, in order, parted where the normal form has a space. Only the first
/// `longest_normal_form` bytes are looked at. The views live as long as the text.
std::vector<Word> words_of(std::string_view utf8);

/// The normal forms of the words from `first` up to but not including `last`, with one space between them.
std::string joined_normal(const std::vector<Word>& words, std::size_t first, std::size_t last);

/// One character in lower case and without its marks, as in `normal_form`: U"" where it is dropped, U" "
/// where it parts words. Used where a character has to be judged alone.
std::u32string folded(char32_t character);

/// Letters and marks that belong together as one code point wherever Unicode has it (NFC): `s` + U+030C →
/// `š`.
std::string composed(std::string_view utf8);

/// The script of most letters, by its ISO 15924 code: `Latn`, `Arab`, `Cyrl`, `Grek`, … `Zyyy` where the text
/// has no letter. The script met first wins where two have as many.
std::string script_of(std::string_view utf8);

}  // namespace incidentmap
