// SPDX-License-Identifier: MIT
#include "report/places_in_cell.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

/// What parts places whatever stands beside it.
constexpr std::string_view signs[] = {";", "；", "؛", "•", " + ", " & "};

/// Words between the last two of a list.
constexpr std::string_view joints[] = {" as well as ", " and ", " et ", " y ", " e ",  " та ",
                                       " і ",          " й ",   " и ",  " و ", " ve ", " und "};

/// Names of which the word is a part, by what follows it.
constexpr std::string_view second_halves[] = {
    "kashmir",      "baluchestan", "balochistan", "bakhtiari", "boyer-ahmad", "herzegovina", "tobago",
    "nevis",        "barbuda",     "principe",    "príncipe",  "nicobar",     "wear",        "the grenadines",
    "grenadines",   "caicos",      "labrador",    "futuna",    "león",        "leon",        "providencia",
    "nagar haveli", "diu",         "hove",        "jan mayen", "miquelon",    "the grenada", "герцеговина",
    "alto douro",   "cunha",       "barro",       "los santos"};

/// Words that say where by both names together.
constexpr std::string_view ties[] = {"between",   "road", "highway", "border", "near",      "km",
                                     "from",      "to",   "entre",   "route",  "carretera", "frontera",
                                     "frontière", "між",  "между",   "بين",    "arası",     "arasında"};

constexpr std::string_view directions[] = {"north", "south", "east", "west"};

/// What may stand before a list, and is said of each of it.
constexpr std::string_view leads[] = {"both ",        "the towns of ",  "towns of ",  "the villages of ",
                                      "villages of ", "the cities of ", "cities of ", "the districts of ",
                                      "districts of "};

constexpr std::pair<std::string_view, std::string_view> plurals[] = {
    {" districts", " district"}, {" provinces", " province"},    {" governorates", " governorate"},
    {" oblasts", " oblast"},     {" states", " state"},          {" regions", " region"},
    {" counties", " county"},    {" townships", " township"},    {" villages", " village"},
    {" raions", " raion"},       {" departments", " department"}};

/// Begins with a capital or with a letter that has none; no number.
bool starts_a_name(std::string_view text) {
    const auto c = static_cast<unsigned char>(text.empty() ? ' ' : text.front());
    return (c >= 'A' && c <= 'Z') || c >= 0x80 || text.starts_with("al-") || text.starts_with("el-") ||
           text.starts_with("ash-") || text.starts_with("as-") || text.starts_with("at-");
}

/// A word that ties two places together, or a direction from both of them.
bool has_tie(std::string_view text) {
    std::vector<std::string> words = split_list(lower_ascii(text), " ");
    for (std::string& word : words) {
        while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.pop_back();
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_one_of(words[i], ties)) return true;
        const bool from_it = i + 1 < words.size() && (words[i + 1] == "of" || words[i + 1] == "from");
        if (from_it && is_one_of(words[i], directions)) return true;
    }
    return false;
}

bool all_names(const std::vector<std::string>& parts) {
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(),
                                           [](const std::string& part) { return starts_a_name(part); });
}

bool is_second_half(std::string_view text) {
    const std::string low = lower_ascii(text);
    return std::any_of(std::begin(second_halves), std::end(second_halves),
                       [&](std::string_view half) { return low.starts_with(half); });
}

/// `Tikrit` and `Baiji districts` are districts both.
void say_kind_of_each(std::vector<std::string>& parts) {
    const std::string low = lower_ascii(parts.back());
    for (const auto& [plural, singular] : plurals) {
        if (!low.ends_with(plural)) continue;
        parts.back().erase(low.size() - plural.size());
        for (std::string& part : parts) part += singular;
        return;
    }
}

/// `Kyiv` in a line and `Ukraine` in the next, as if a comma stood between; a line in brackets belongs to the
/// one above.
std::string in_one_list(std::string_view text) {
    std::string list;
    for (const std::string& line : split_list(text, "\n")) {
        if (line.empty()) continue;
        if (!list.empty()) list += line.starts_with('(') ? " " : ", ";
        list += line;
    }
    return list;
}

/// `A, B and C`, `A and B, P`, `A and B districts`; empty where it is no list.
std::vector<std::string> parted_by_words(std::string_view text) {
    const std::string low = lower_ascii(text);
    for (const std::string_view lead : leads) {
        if (low.starts_with(lead)) {
            text.remove_prefix(lead.size());
            break;
        }
    }
    for (const std::string_view joint : joints) {
        std::vector<std::string> halves = split_list(text, joint);
        if (halves.size() < 2) continue;
        if (std::any_of(halves.begin() + 1, halves.end(), is_second_half)) return {};
        std::string after;  // the larger area that is said of all
        if (const auto comma = halves.back().find(", "); comma != std::string::npos) {
            after = halves.back().substr(comma);
            halves.back().erase(comma);
        }
        std::vector<std::string> parts;
        for (const std::string& half : halves) {
            for (std::string& part : split_list(half, ",")) parts.push_back(std::move(part));
        }
        if (!all_names(parts)) return {};
        say_kind_of_each(parts);
        for (std::string& part : parts) part += after;
        return parts;
    }
    return {};
}

/// Whether a cell has any of the signs, or what the words between begin with: most have none, and are one
/// place.
bool may_be_a_list(std::string_view cell) {
    constexpr std::string_view first_letters = "aeyvu";
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const auto c = static_cast<unsigned char>(cell[i]);
        if (c >= 0x80 || c == '|' || c == '\n' || c == ';' || c == '+' || c == '&') return true;
        const bool is_joint =
            c == ' ' && i + 1 < cell.size() && first_letters.find(cell[i + 1]) != std::string_view::npos;
        if (is_joint) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string> places_in_cell(std::string_view cell) {
    if (!may_be_a_list(cell)) {
        const std::string_view place = trimmed(cell);
        return place.empty() ? std::vector<std::string>{} : std::vector{std::string(place)};
    }
    std::vector<std::string> places;
    for (const std::string& named : split_list(cell, "|")) {
        std::vector<std::string> parts{in_one_list(named)};
        for (const std::string_view sign : signs) {
            std::vector<std::string> further;
            for (std::string& part : parts) {
                std::vector<std::string> found = split_list(part, sign);
                const bool part_them = all_names(found) && !has_tie(part) && !is_second_half(found.back());
                if (part_them) {
                    std::move(found.begin(), found.end(), std::back_inserter(further));
                } else {
                    further.push_back(std::move(part));
                }
            }
            parts = std::move(further);
        }
        for (std::string& part : parts) {
            std::vector<std::string> found =
                has_tie(part) ? std::vector<std::string>{} : parted_by_words(part);
            if (found.empty()) found.push_back(std::move(part));
            std::move(found.begin(), found.end(), std::back_inserter(places));
        }
    }
    return places;
}

}  // namespace incidentmap
