// SPDX-License-Identifier: MIT
#include "locate/locality.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/spelling/similarity.hpp"
#include "geodesy/compass_direction.hpp"
#include "locate/phrase_words.hpp"

namespace incidentmap {
namespace {

constexpr std::array<std::string_view, 12> directions{"north",      "south",      "east",       "west",
                                                      "northeast",  "northwest",  "southeast",  "southwest",
                                                      "north-east", "north-west", "south-east", "south-west"};

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    for (std::string& word : split_list(lower_ascii(text), " ")) {
        while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.pop_back();
        if (!word.empty()) words.push_back(std::move(word));
    }
    return words;
}

bool is_unit(std::string_view word) { return distance_unit(word) != nullptr; }

/// `85`, `85.5`, `85km`; also the unit that follows it in the next word.
bool is_distance(const std::vector<std::string>& words, std::size_t i) {
    const std::string& word = words[i];
    std::size_t digits = 0;
    while (digits < word.size() &&
           (std::isdigit(static_cast<unsigned char>(word[digits])) || word[digits] == '.'))
        ++digits;
    if (digits == 0) return false;
    const std::string_view rest = std::string_view(word).substr(digits);
    if (!rest.empty()) return is_unit(rest);
    return i + 1 < words.size() && is_unit(words[i + 1]);
}

/// The words about a place that the text begins with, the longest, followed by a word of its own.
std::string opening_of(std::string_view text) {
    const std::string low = lower_ascii(text);
    std::size_t longest = 0;
    for (PhraseUse use : {PhraseUse::told, PhraseUse::near, PhraseUse::outskirts}) {
        for (std::string_view phrase : phrase_words(use)) {
            if (low.size() > phrase.size() && low.starts_with(phrase) && low[phrase.size()] == ' ')
                longest = std::max(longest, phrase.size());
        }
    }
    return std::string(text.substr(0, longest));
}

/// With articles that are written together with a vowel parted from it: `Dahiet Elasad` is `Dahiet El asad`.
/// Not at the name's beginning (`Elias`), where they are mostly no articles; the text itself where there is
/// none.
std::string with_articles_parted(std::string_view text) {
    constexpr std::size_t least_word = 5;
    std::string parted;
    bool any = false;
    for (const std::string& word : split_list(text, " ")) {
        const std::string low = lower_ascii(word);
        const bool joined = !parted.empty() && low.size() >= least_word &&
                            (low.starts_with("el") || low.starts_with("al")) &&
                            std::string_view("aeiou").find(low[2]) != std::string_view::npos;
        any = any || joined;
        parted += parted.empty() ? "" : " ";
        parted += joined ? word.substr(0, 2) + " " + word.substr(2) : word;
    }
    return any ? parted : std::string(text);
}

}  // namespace

Locality parse_locality(std::string_view words) {
    std::string text(trimmed(words));
    for (auto at = text.find("،"); at != std::string::npos; at = text.find("،", at))
        text.replace(at, std::string_view("،").size(), ",");
    Locality locality;
    locality.parents = split_list(text, ",");
    if (!locality.parents.empty()) {
        locality.name = std::move(locality.parents.front());
        locality.parents.erase(locality.parents.begin());
    }
    std::string& name = locality.name;
    if (!name.empty() && name.back() == ')') {
        if (const auto open = name.rfind(" ("); open != std::string::npos && open > 0) {
            locality.bracketed = trimmed(std::string_view(name).substr(open + 2, name.size() - open - 3));
            name.erase(open);
        }
    }
    return locality;
}

std::vector<std::string> readings_of(std::string_view name) {
    constexpr std::size_t most_readings = 4;
    std::string outside(name);
    std::vector<std::string> readings;
    std::string inside;
    if (const auto open = outside.find('('); open != std::string::npos) {
        if (const auto close = outside.find(')', open); close != std::string::npos) {
            inside = outside.substr(open + 1, close - open - 1);
            outside.erase(open, close - open + 1);
        }
    }
    for (const std::string* part : {&outside, &inside}) {
        for (std::string& reading : split_list(*part, "/")) {
            const bool known = std::find(readings.begin(), readings.end(), reading) != readings.end();
            if (!known && readings.size() < most_readings) readings.push_back(std::move(reading));
        }
    }
    if (readings.empty()) readings.emplace_back(name);
    for (std::size_t i = 0, count = readings.size(); i < count && readings.size() < most_readings; ++i) {
        std::string parted = with_articles_parted(readings[i]);
        if (parted != readings[i]) readings.push_back(std::move(parted));
    }
    return readings;
}

std::optional<MisreadDirection> misread_direction(std::string_view text) {
    constexpr std::array<std::string_view, 6> leads{"to", "the", "in", "due", "just", "away"};
    std::vector<std::string> written = split_list(trimmed(text), " ");
    std::vector<std::string> low;
    for (const std::string& word : written) low.push_back(lower_ascii(word));
    for (std::size_t i = 0; i < low.size(); ++i) {
        if (!is_distance(low, i)) continue;
        std::size_t at = i + 1;
        if (at < low.size() && is_unit(low[at])) ++at;
        while (at < low.size() && is_one_of(low[at], leads)) ++at;
        if (at + 2 >= low.size() || (low[at + 1] != "of" && low[at + 1] != "from")) continue;
        if (read_compass_direction(low[at])) return std::nullopt;
        MisreadDirection misread{written[at], {}, {}};
        const auto meant = std::find_if(
            directions.begin(), directions.end(),
            [&](std::string_view direction) { return edit_distance(low[at], direction, 1) == 1; });
        if (meant == directions.end()) return misread;
        misread.meant = *meant;
        written[at] = *meant;
        misread.whole = joined(written, " ");
        return misread;
    }
    return std::nullopt;
}

std::string relating_words(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (std::string found = opening_of(text); !found.empty()) return found;
    const std::vector<std::string> words = words_in(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_distance(words, i))
            return words[i] + (i + 1 < words.size() && is_unit(words[i + 1]) ? " " + words[i + 1] : "");
        if (is_one_of(words[i], directions) && i + 1 < words.size() && words[i + 1] == "of")
            return words[i] + " of";
    }
    return {};
}

}  // namespace incidentmap
