// SPDX-License-Identifier: MIT
/// The second of the three forms in which names are compared: the same for every romanisation and script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/spelling/kind_words.hpp"

namespace incidentmap {

/// A name without what romanisations differ in.
struct PhoneticKey {
    std::string text;  ///< ASCII for Latin, Arabic and Cyrillic letters; no spaces
    std::vector<KindWord>
        set_aside;  ///< generic words that are not in `text`, in the order in which they stand
};

/// The consonants of a name by their classes (see sounds.hpp), with generic words, articles, vowels and
/// doubled letters left out, and without spaces: `Sheikh Amir`, `Qaryat Shaykh Amīr`, `Şêx Emîr`, `شيخ امير`
/// and `شێخ ئەمیر` are all `cxmr`. `mb` is `nb`, as it is said.
///
/// A word that tells parts of a place apart (qualifiers.hpp: `Sharqi`, `Upper`, `al-Awal`) is two capitals
/// for what it says, at the end: `Western Ghariyah` and `Ghāriyah al Gharbīyah` are `grWW`.
///
/// A name without a consonant (`Aoua`), one that is only a generic word (`Camp`) and one in another script
/// (Greek, Hebrew, Han) has its normal form without spaces. Never empty for a name that has letters.
/// Only for names of places where Arabic, Kurdish or Persian is spoken: elsewhere it brings together too
/// much.
PhoneticKey phonetic_key(std::string_view utf8);

/// Phonetic keys of other readings of the same letters, where a letter stands for two sounds: Russian х is ḥ
/// (Хомс) and kh (Хан-Шейхун), ظ is ẓ and ḍ (Kazimiyah, Kadhimiyah), Kurdish ژ and چ are written ز and ج in
/// Arabic. Each differs from phonetic key() and from the others; mostly there is none. For what is asked, not
/// for what is stored.
std::vector<std::string> other_phonetic_keys(std::string_view utf8);

/// The words of a name by which its letters are compared: without kind words and articles, in normal form,
/// with one space between them, and behind them a sign for each qualifier (qualifiers.hpp): `Abū aḑ Ḑuhūr` →
/// `abu duhur`. Never empty for a name that has letters.
std::string compared_form(std::string_view utf8);

}  // namespace incidentmap
