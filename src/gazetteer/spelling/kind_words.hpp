// SPDX-License-Identifier: MIT
/// Words in a name that say what sort of place it is: `Camp`, `Qaryat`, `air base`, `محافظة`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {

/// A generic word or phrase that was found in a name.
struct KindWord {
    std::string words;  ///< as found, the words parted by one space: `Qaryat`, `Air Base`
    std::string kind;   ///< one of `place_kinds()`
    std::string
        language;  ///< ISO 639 of the word, romanised or not: `en`, `fr`, `ar`, `ku`, `ckb`, `fa`, `tr`
};

/// A name without its generic words.
struct NameParts {
    std::string core_normal;  ///< normal form of what is left; of the whole name where nothing would be
    std::vector<KindWord> kind_words;  ///< in the order in which they stand; empty where none was set aside
};

/// The words of a name that are its own, and the generic ones that were set aside.
struct WordsSetAside {
    std::vector<Word> core;
    std::vector<KindWord> kind_words;
    bool only_generic = false;  ///< the whole name is a generic word, which stays in `core`
};

/// Where a generic word may stand: many are part of the name elsewhere (`Qasr al Nahr`, `Port Said`).
enum class KindWordPosition {
    first,        ///< before the name: `Qaryat …`
    last,         ///< after it, or before it with `of` or `de` between: `… City`, `City of …`
    either,       ///< `Camp Taji`, `Taji Camp`
    last_of_two,  ///< after the name where an installation's word stands before it: `قاعدة … الجوية`
};

/// One row of the table of generic words.
struct KindWordRow {
    std::string_view kind;
    std::string_view language;
    KindWordPosition position = KindWordPosition::first;
    std::string_view phrases;  ///< parted by `, `
    /// Codes of the countries in whose names it is set aside, parted by `, `; empty: in all
    std::string_view countries{};
};

/// The whole table.
std::span<const KindWordRow> kind_word_table();

/// The closed list of kinds of places: country, region, province, … street, building.
std::span<const std::string_view> place_kinds();

/// `settlement`, `admin`, `installation` or `feature`; empty where `kind` is none of `place_kinds()`.
std::string_view kind_group(std::string_view kind);

/// Sets aside at most one phrase before the name and one after it, the longest that fits, with the `of` or
/// `de` that ties it. Never all: a name that is only a generic word (`Camp`, `Al Qaryah`) keeps it. Words
/// such as Tal, Deir, Ain, Khan, Abu and Kafr are parts of names and are never set aside.
/// \param country of a gazetteer's name: words of other countries' divisions (`State`, `Krai`) are part of
/// it. None for what is asked, where each may say of what kind the place is
WordsSetAside set_kind_words_aside(std::vector<Word> words,
                                   std::optional<std::string_view> country = std::nullopt);

/// True where the generic word says that kind in that country: a department is a province of Colombia and a
/// district of Argentina.
bool says_kind(std::string_view words, std::string_view kind, std::string_view country);

/// The same from text: `Camp Taji` → `taji` and a military base; `Irbil International Airport` → `irbil` and
/// an airport; `Taji` → `taji` and nothing.
NameParts name_parts(std::string_view utf8);

}  // namespace incidentmap
