// SPDX-License-Identifier: MIT
/// The normal forms under which a gazetteer keeps one name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// One normal form of a name, and what was left out to make it.
struct NameForm {
    std::string normal;
    bool without_kind_words = false;  ///< `taji` of `Camp Taji`
    bool without_article = false;     ///< `qaim` of `Al Qā'im`

    friend bool operator==(const NameForm&, const NameForm&) = default;
};

/// The whole name's normal form first, then without its article, without its kind words (kind_words.hpp), and
/// without both; a form that an earlier one has is left out. Empty where the name has no letter and no digit.
/// A report's name asked for in all of its forms meets a gazetteer's name that differs from it by such a
/// word. \param with_articles whether Arabic articles are looked for, alone before the name or written
/// together with it in Arabic letters (see uses_phonetic_key); elsewhere `El` and `As` are part of the name
/// \param country of a gazetteer's name, as set_kind_words_aside() has it; none for what is asked
std::vector<NameForm> name_forms(std::string_view text, bool with_articles,
                                 std::optional<std::string_view> country = std::nullopt);

/// Whether places of the country (ISO 3166-1 alpha-2) are also looked up by their phonetic key: where the
/// language of most place names is Arabic, Kurdish or Persian. False for an empty country.
bool uses_phonetic_key(std::string_view country);

/// The name without its kind words, as written: `Muḩāfaz̧at Nīnawá` → `Nīnawá`.
std::string without_admin_words(std::string_view text);

}  // namespace incidentmap
