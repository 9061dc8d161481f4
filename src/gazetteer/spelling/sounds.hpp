// SPDX-License-Identifier: MIT
/// How the letters of a name sound, whatever script and romanisation it is written in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {

/// One consonant or one run of vowels of a word.
struct Sound {
    /// The consonant's class: one of `b c d f g h j k l m n r s t w x y z`, a digit, `?` for a damaged
    /// character; 0 for vowels and for what is written but does not count (the `h` of `-ah`, a doubled vowel,
    /// ʿayn).
    char consonant = 0;
    std::size_t begin = 0;  ///< first byte in the word
    std::size_t size = 0;   ///< bytes: `sh`, `ou` and `ll` are one sound each
};

/// Who wrote the name decides what some letters stand for: BGN/PCGN writes ṣād as `ş`, Kurdish writes `sh`
/// so.
enum class Romanisation { any, bgn };

/// `bgn` where the name has a letter that only BGN/PCGN 1956 and kindred systems use (ā, ḩ, ţ, ‘ …), or has
/// no letter that they never use for Arabic (ê, e, o, c, p, v, x, g alone); `any` otherwise.
Romanisation romanisation_of(std::string_view utf8);

/// The sounds of one word in Latin, Arabic (also Persian and Sorani) or Cyrillic letters; digits stand for
/// themselves. Empty optional where the word has a letter of another script.
///
/// Classes: `b` b p ب پ; `c` sh ch tch ş ç ش چ; `d` d dh ḍ د ذ ض; `f` f ph ف; `g` gh ğ غ; `h` ه ح;
/// `j` j dj c zh ج ژ; `k` k q g ق ك گ; `l`; `m`; `n`; `r`; `s` s ṣ س ص; `t` t ṭ th ت ط ث; `x` kh x خ;
/// `z` z ẓ ز ظ. Cyrillic х is `h`, though it writes kh too. `v` and ڤ are `f` at the start of a word and as و
/// elsewhere, because Arabic spelling has either. `w` and `y` count at the start of a word and before its
/// last vowel only (`Rawah`, `Yusufiyah`): elsewhere و and ي may as well be the vowels ū and ī. `last_word`:
/// whether the name ends here (before another word the `t` of `Qal‘at` is the ta marbuta that `قلعة` does not
/// sound).
std::optional<std::vector<Sound>> sounds_of(const Word& word, Romanisation romanisation, bool last_word);

/// Whether the word at `at` is an article that stands alone: `al`, `el`, `ul`, or with its `l` taken over by
/// the word after it (`ash Shaykh`, `ez Zor`, `an Najaf`); also in Cyrillic letters. A last word is none.
bool is_article(const std::vector<Word>& words, std::size_t at, Romanisation romanisation);

/// How many leading bytes of the word are an article written together with it: the `ال` of `القائم`, the `Al`
/// of `Alqosh`; 0 where there is none.
std::size_t attached_article_size(const Word& word);

}  // namespace incidentmap
