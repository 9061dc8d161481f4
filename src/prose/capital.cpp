// SPDX-License-Identifier: MIT
#include "prose/capital.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "gazetteer/country.hpp"
#include "prose/people.hpp"

namespace incidentmap {
namespace {

/// The country of the people named at a token: `Iraqi`, `South Sudanese`, `Papua New Guinean`. \param at goes
/// behind them
std::string read_people(std::span<const Token> tokens, std::string_view text, std::size_t& at) {
    constexpr std::size_t most_words = 3;
    for (std::size_t count = std::min(most_words, tokens.size() - at); count > 1; --count) {
        std::string country = country_of_people(slice(text, tokens, {at, at + count}));
        if (!country.empty()) return at += count, country;
    }
    std::string country = at < tokens.size() ? country_of_word(tokens[at]) : std::string();
    if (!country.empty()) ++at;
    return country;
}

/// The country that is named at a token, `Lesotho`, `the Solomon Islands`. \param at goes behind it
std::string read_country(std::span<const Token> tokens, std::string_view text, std::size_t& at) {
    constexpr std::size_t most_words = 6;
    if (at < tokens.size() && tokens[at].is("the")) ++at;
    if (at >= tokens.size() || !tokens[at].capital) return {};
    for (std::size_t count = std::min(most_words, tokens.size() - at); count > 0; --count) {
        std::string country = country_that_is_called(slice(text, tokens, {at, at + count}));
        if (!country.empty()) return at += count, country;
    }
    return {};
}

/// Of `Mali's capital` the country. \param at goes to `capital`
std::string read_owner(std::span<const Token> tokens, std::string_view text, std::size_t& at) {
    std::size_t behind = at;
    std::string owner = read_country(tokens, text, behind);
    if (owner.empty() || behind + 1 >= tokens.size() || !tokens[behind].is("'s") ||
        !tokens[behind + 1].is("capital"))
        return {};
    at = behind + 1;
    return owner;
}

}  // namespace

std::optional<Mention> capital_at(std::span<const Token> tokens, std::string_view text, std::size_t from,
                                  TextPlaces& places) {
    if (!tokens[from].is("the") && !tokens[from].capital) return std::nullopt;
    std::size_t at = from + (tokens[from].is("the") ? 1 : 0);
    std::string country = read_people(tokens, text, at);
    if (country.empty()) country = read_owner(tokens, text, at);
    if (at >= tokens.size() || !tokens[at].is("capital") || at == from) return std::nullopt;
    std::size_t end = at + 1;
    if (end < tokens.size() && tokens[end].capital) return std::nullopt;
    if (end < tokens.size() && tokens[end].is("of")) {
        if (!country.empty()) return std::nullopt;
        country = read_country(tokens, text, ++end);
        if (country.empty()) return std::nullopt;
    }
    if (country.empty()) {
        const std::vector<std::string> all = places.countries();
        for (const std::string& code : all) {
            if (country.empty() && code != "US" && code != "GB") country = code;
        }
    }
    const std::string_view capital = capital_of(country);
    if (capital.empty()) return std::nullopt;
    Mention mention;
    mention.at = {from, end};
    mention.words = capital;
    mention.found = places.find_in(mention.words, country);
    mention.noun = "capital";
    if (!mention.found) return std::nullopt;
    return mention;
}

}  // namespace incidentmap
