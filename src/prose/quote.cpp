// SPDX-License-Identifier: MIT
#include <algorithm>

#include "gazetteer/country.hpp"
#include "prose/drafting.hpp"
#include "prose/going_back.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_words = 25;

/// Whether capitals at a token are of a person: a title before them, or two or more that are neither a place,
/// an organisation, a weapon nor a people.
std::size_t person_at(const Seen& seen, std::size_t at) {
    const std::span<const Token> tokens = seen.sentence->tokens;
    if (!tokens[at].is_word() || !tokens[at].capital || !tokens[at].stems.empty()) return 0;
    if (std::any_of(seen.mentions.begin(), seen.mentions.end(),
                    [&](const Mention& mention) { return mention.at.has(at); }))
        return 0;
    std::size_t end = at;
    while (end < tokens.size() && tokens[end].is_word() &&
           (tokens[end].capital || (tokens[end].after_hyphen && tokens[end].capital) ||
            (end + 1 < tokens.size() && tokens[end + 1].after_hyphen && tokens[end + 1].capital)))
        ++end;
    const Span run{at, end};
    if (run.empty()) return 0;
    const bool person = is_person(tokens, run);
    if (!person && (run.size() < 2 || is_organisation(tokens, run) || at == 0)) return 0;
    for (std::size_t i = at; i < end; ++i) {
        if (is_date_word(tokens[i])) return 0;
        if (weapon_at(tokens, i) || trigger_at(tokens, i) || !country_of_word(tokens[i]).empty() ||
            people_word(tokens, i, PeopleSort::organisation) || people_word(tokens, i, PeopleSort::group) ||
            tokens[i].text == "US")
            return person ? run.size() : 0;
    }
    return run.size();
}

}  // namespace

Quote quote_of(const Seen& seen, std::string_view text, Span about) {
    const std::span<const Token> tokens = seen.sentence->tokens;
    std::size_t begin = std::min(about.begin, tokens.size() - 1);
    std::size_t end = std::min(std::max(about.end, begin + 1), tokens.size());
    const auto words = [&] {
        return static_cast<std::size_t>(
            std::count_if(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                          tokens.begin() + static_cast<std::ptrdiff_t>(end),
                          [](const Token& token) { return !token.is_mark() && !token.after_hyphen; }));
    };
    // Grows to both sides, sooner to the front, as far as 25 words go.
    bool front = true;
    while (words() < most_words && (begin > 0 || end < tokens.size())) {
        if (begin > 0 && (front || end == tokens.size())) {
            --begin;
        } else {
            ++end;
        }
        front = !front;
    }
    while (words() > most_words) --end;
    Quote quote{{}, {begin, end}};
    if (begin > 0) quote.words = "… ";
    std::size_t at = tokens[begin].at.begin;
    for (std::size_t i = begin; i < end; ++i) {
        const std::size_t size = person_at(seen, i);
        if (size == 0) continue;
        quote.words += std::string(text.substr(at, tokens[i].at.begin - at)) + "[…]";
        const std::size_t last = std::min(i + size, end) - 1;
        at = tokens[last].at.end;
        i = last;
    }
    if (at < tokens[end - 1].at.end) quote.words += text.substr(at, tokens[end - 1].at.end - at);
    if (end < tokens.size()) quote.words += " …";
    for (char& c : quote.words) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    return quote;
}

}  // namespace incidentmap
