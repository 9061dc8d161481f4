// SPDX-License-Identifier: MIT
/// Words for kinds of places, and for sites that a text goes back to.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "prose/text_places.hpp"
#include "prose/token.hpp"

namespace incidentmap {

/// A word that says of what kind a place is, and how closely such a place says where.
struct PlaceNoun {
    std::size_t size = 0;  ///< in tokens
    PlaceRank rank = 3;
};

/// The words for a kind of place that begin at a token: `air base`. Nothing where none do.
std::optional<PlaceNoun> place_noun(std::span<const Token> tokens, std::size_t at);

/// Whether a word says what kind of place something is: `base`, `station`.
bool is_place_noun(const Token& token);

/// The words for a site that may go back to one named before, such as `base`.
std::optional<PlaceNoun> site_noun(std::span<const Token> tokens, std::size_t at);

/// Whether a word begins sentences with a capital and is no part of a name: `officials`, `two`.
bool is_opener(std::string_view word);

/// Whether a place that was named may be meant by a noun that goes back: `the base` by Camp Taji.
/// \param words the name, with the noun behind it \param kind the gazetteer's; empty where none has it
bool may_go_back_to(const std::string& noun, const std::string& words, const std::string& kind,
                    PlaceRank rank);

}  // namespace incidentmap
