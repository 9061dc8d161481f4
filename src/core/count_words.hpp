// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

/// What a word says in a number of people or things.
enum class CountWord {
    number,      ///< `six`
    plural,      ///< `dozens`: the smallest number that it claims
    at_least,    ///< before a number
    more_than,   ///< before a number
    at_most,     ///< before a number
    fewer_than,  ///< before a number
    about,       ///< before a number, or behind it
    or_more,     ///< behind a number
    killed,
    injured,
    person,         ///< who is counted, or nothing: `civilians`, `were`
    also,           ///< `and`
    to,             ///< between the ends of a span
    between,        ///< before the ends of a span
    about_number,   ///< `une vingtaine`: about 20
    including,      ///< what follows is a part of what is counted
    possibly,       ///< before the greatest number, behind another
    no_casualties,  ///< neither killed nor injured
};

/// A word that a text begins with.
struct CountWordFound {
    CountWord means;
    std::int64_t number = 0;
    std::string_view rest;  ///< what follows it, without blanks
};

/// The longest word of one of \p wanted at the beginning of a text in plain letters (plain_text.hpp); with
/// \p whole only where nothing follows it. Words of eight languages (tables/count_words.csv).
std::optional<CountWordFound> word_at_start(std::string_view text, std::initializer_list<CountWord> wanted,
                                            bool whole = false);

/// `six`, `шість`, `twenty-one`, `двадцять один`: the number that the whole text is in words.
std::optional<std::int64_t> number_in_words(std::string_view text);

}  // namespace incidentmap
