// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/no_places.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <unordered_map>

#include "core/text.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

struct NoPlaceRow {
    NoPlace sort;
    std::string_view language;
    std::string_view words;
};

constexpr NoPlaceRow no_place_rows[] = {
#include "gazetteer/tables/no_places.inc"
};

struct DirectionRow {
    std::string_view direction;
    std::string_view language;
    std::string_view words;
};

constexpr DirectionRow direction_rows[] = {
#include "gazetteer/tables/direction_words.inc"
};

/// What may stand before such a word and changes nothing.
constexpr std::string_view before[] = {"the ", "a ",    "an ",  "near ", "at ",     "in ", "on ",
                                       "to ",  "some ", "le ",  "la ",   "les ",    "l ",  "un ",
                                       "une ", "el ",   "los ", "las ",  "una ",    "o ",  "os ",
                                       "das ", "der ",  "die ", "al ",   "unknown "};

struct Words {
    std::unordered_map<std::string, NoPlace> sorts;
    std::unordered_map<std::string, std::string_view> directions;
};

const Words& words() {
    static const Words all = [] {
        Words made;
        for (const auto& [sort, language, list] : no_place_rows) {
            for (const std::string& word : split_list(list, ",")) made.sorts.emplace(normal_form(word), sort);
        }
        for (const auto& [direction, language, list] : direction_rows) {
            for (const std::string& word : split_list(list, ","))
                made.directions.emplace(normal_form(word), direction);
        }
        return made;
    }();
    return all;
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char byte) {
        return std::isalpha(static_cast<unsigned char>(byte)) || static_cast<unsigned char>(byte) >= 0x80;
    });
}

/// The text without the small words before it.
std::string_view without_lead(std::string_view normal) {
    for (bool again = true; again;) {
        again = false;
        for (std::string_view word : before) {
            if (!normal.starts_with(word) || normal.size() == word.size()) continue;
            normal.remove_prefix(word.size());
            again = true;
        }
    }
    return normal;
}

std::optional<NoPlace> sort_of(const std::string& word) {
    if (words().directions.contains(word)) return NoPlace::direction;
    const auto found = words().sorts.find(word);
    return found == words().sorts.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<NoPlace> no_place(std::string_view text) {
    const std::string normal = normal_form(text);
    if (!has_letter(normal)) return NoPlace::placeholder;
    if (const auto sort = sort_of(normal)) return sort;
    const std::string_view rest = without_lead(normal);
    return rest.size() == normal.size() ? std::nullopt : sort_of(std::string(rest));
}

std::string_view direction_said(std::string_view text) {
    const std::string normal = normal_form(text);
    for (const std::string& word : {normal, std::string(without_lead(normal))}) {
        const auto found = words().directions.find(word);
        if (found != words().directions.end()) return found->second;
    }
    return {};
}

}  // namespace incidentmap
