// SPDX-License-Identifier: MIT
#include "gazetteer/country.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/similarity.hpp"

namespace incidentmap {
namespace {

enum class Use { name, column, people };

/// What is written and CLDR does not have: names of countries, and of their people.
struct CountryWord {
    std::string_view words;
    std::string_view code;
    Use use;
};

constexpr CountryWord country_words[] = {
#include "gazetteer/tables/country_words.inc"
};

struct CapitalRow {
    std::string_view country;
    std::string_view name;
};

constexpr CapitalRow capitals[] = {
#include "gazetteer/tables/capitals.inc"
};

/// What several countries are called.
struct CountryGroup {
    std::string_view words;
    std::string_view codes;
};

constexpr CountryGroup country_groups[] = {
#include "gazetteer/tables/country_groups.inc"
};

/// Languages of reports beside English, in the order in which they go before one another.
constexpr const char* languages[] = {
    "fr", "es", "ar", "ru",  "uk", "pt", "de", "tr", "fa", "it", "pl", "nl", "ckb", "ku", "ur",
    "ps", "he", "hy", "ka",  "az", "sw", "so", "am", "ti", "ha", "om", "hi", "bn",  "my", "th",
    "vi", "id", "ms", "fil", "zh", "ja", "ko", "ro", "hu", "cs", "sk", "sl", "hr",  "sr", "bg",
    "mk", "sq", "el", "sv",  "da", "nb", "fi", "et", "lv", "lt", "be", "kk", "uz",  "ky", "tg",
    "tk", "mn", "ta", "te",  "ml", "mr", "gu", "pa", "kn", "si", "ne", "km", "lo",  "ca", "eu",
    "gl", "af", "zu", "rw",  "ln", "mg", "yo", "ig", "ht", "is", "ga"};

std::string display_name(const char* code, const char* language) {
    icu::UnicodeString name;
    std::string text;
    icu::Locale("", code).getDisplayCountry(icu::Locale(language), name);
    name.toUTF8String(text);
    return text;
}

/// Words that are written short in tables.
std::string_view in_full(std::string_view word) {
    constexpr std::pair<std::string_view, std::string_view> shortened[] = {
        {"rep", "republic"}, {"dem", "democratic"}, {"fed", "federated"},
        {"st", "saint"},     {"is", "islands"},     {"isl", "islands"},
        {"sts", "states"},   {"terr", "territory"}, {"territories", "territory"},
        {"utd", "united"},   {"peoples", "people"}};
    for (const auto& [from, to] : shortened) {
        if (word == from) return to;
    }
    return word;
}

/// The words of a name of a country in an order of their own, so that `Congo, Democratic Republic of the` and
/// `Democratic Republic of Congo` have one key; without the small ones.
std::string key_of(std::string_view text) {
    std::vector<std::string> words;
    for (const std::string& word : split_list(normal_form(text), " ")) {
        if (word == "the" || word == "of" || word == "and") continue;
        words.emplace_back(in_full(word));
    }
    std::sort(words.begin(), words.end());
    return joined(words, " ");
}

/// The key without the words of constitutions, which tables add and leave out as they like. Not `state`:
/// Niger State is none.
std::string key_without_form_of_state(const std::string& key) {
    constexpr std::string_view forms[] = {"republic",     "kingdom",       "islamic",      "federal",
                                          "federative",   "democratic",    "people",       "socialist",
                                          "bolivarian",   "plurinational", "commonwealth", "sultanate",
                                          "principality", "hashemite",     "arab",         "cooperative"};
    std::vector<std::string> words = split_list(key, " ");
    std::erase_if(words, [&](const std::string& word) {
        return std::find(std::begin(forms), std::end(forms), word) != std::end(forms);
    });
    return joined(words, " ");
}

using Codes = std::vector<std::string>;

struct CountryNames {
    std::map<std::string, std::string, std::less<>> name_of;  ///< by alpha-2
    std::map<std::string, std::string, std::less<>> by_code;  ///< alpha-2 by alpha-2 and alpha-3
    std::unordered_map<std::string, Codes> by_key;
    std::unordered_map<std::string, std::string> places;  ///< by key, what is a country where it stands alone
};

const CountryNames& country_names() {
    static const CountryNames names = [] {
        CountryNames made;
        const auto add = [&made](std::string_view words, std::string_view code, bool stands_alone) {
            const std::string key = key_of(words);
            made.by_key.try_emplace(key, Codes{std::string(code)});
            if (stands_alone) made.places.try_emplace(key, code);
        };
        for (const auto& [words, codes] : country_groups)
            made.by_key.emplace(key_of(words), split_list(codes, " "));
        for (const auto& [words, code, use] : country_words) {
            if (use != Use::people) add(words, code, use == Use::name);
        }
        for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
            const std::string name = display_name(*code, "en");
            made.name_of[*code] = name;
            made.by_code[*code] = *code;
            made.by_code[icu::Locale("", *code).getISO3Country()] = *code;
            add(name, *code, true);
        }
        made.name_of.try_emplace("XK", "Kosovo");
        made.by_code.try_emplace("XK", "XK");
        made.by_code.try_emplace("XKX", "XK");
        return made;
    }();
    return names;
}

/// Names in other languages, made when the first is asked for that is no English one.
const std::unordered_map<std::string, std::string>& names_in_languages() {
    static const std::unordered_map<std::string, std::string> names = [] {
        std::unordered_map<std::string, std::string> made;
        for (const char* language : languages) {
            for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
                const std::string name = display_name(*code, language);
                if (name != *code) made.try_emplace(key_of(name), *code);
            }
        }
        return made;
    }();
    return names;
}

/// A table may well have a name in another language; most words that are asked have nothing of one.
bool may_be_a_country(std::string_view text) { return text.size() >= 3 && text.size() <= 80; }

Codes codes_of_key(const std::string& key) {
    if (key.empty()) return {};
    const CountryNames& names = country_names();
    if (const auto found = names.by_key.find(key); found != names.by_key.end()) return found->second;
    const std::string bare = key_without_form_of_state(key);
    if (bare != key && !bare.empty()) {
        if (const auto found = names.by_key.find(bare); found != names.by_key.end()) return found->second;
    }
    return {};
}

/// `Yemen (North Yemen)`, `Bolivia (Plurinational State of)`: either part, or both.
Codes codes_in_brackets(std::string_view text) {
    const auto open = text.find('(');
    if (open == std::string_view::npos || open == 0) return {};
    const auto close = text.find(')', open);
    const std::string_view inside =
        text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
    if (Codes outside = codes_of_key(key_of(text.substr(0, open))); !outside.empty()) return outside;
    return codes_of_key(key_of(inside));
}

/// `Burma/Myanmar`, `Iraq and Syria`, `Kenya–Somalia`: all that are named, where each is a country.
Codes codes_of_several(std::string_view text) {
    for (const std::string_view separator : {"/", "|", ";", " and ", " & ", "–", "-"}) {
        if (text.find(separator) == std::string_view::npos) continue;
        Codes all;
        for (const std::string& part : split_list(text, separator)) {
            const Codes codes = codes_of_key(key_of(part));
            if (codes.empty()) return {};
            for (const std::string& code : codes) {
                if (std::find(all.begin(), all.end(), code) == all.end()) all.push_back(code);
            }
        }
        return all;
    }
    return {};
}

}  // namespace

std::string country_name(std::string_view code) {
    const auto found = country_names().name_of.find(code);
    return found == country_names().name_of.end() ? std::string{} : found->second;
}

std::vector<std::string> countries_named(std::string_view text) {
    text = trimmed(text);
    const auto& codes = country_names().by_code;
    if (const auto code = codes.find(text); code != codes.end()) return {code->second};
    const std::string key = key_of(text);
    if (Codes found = codes_of_key(key); !found.empty()) return found;
    if (Codes found = codes_in_brackets(text); !found.empty()) return found;
    if (Codes found = codes_of_several(text); !found.empty()) return found;
    if (!may_be_a_country(text)) return {};
    const auto& others = names_in_languages();
    const auto found = others.find(key);
    return found == others.end() ? Codes{} : Codes{found->second};
}

std::string country_code(std::string_view text) {
    Codes codes = countries_named(text);
    return codes.size() == 1 ? std::move(codes.front()) : std::string{};
}

std::string country_that_is_called(std::string_view text) {
    const auto& places = country_names().places;
    const std::string key = key_of(text);
    if (const auto found = places.find(key); found != places.end()) return found->second;
    return {};
}

std::string country_meant(std::string_view text) {
    constexpr std::size_t least_letters = 4;
    const std::string key = key_of(text);
    if (key.size() < least_letters) return {};
    std::string meant;
    for (const auto& [name, codes] : country_names().by_key) {
        if (codes.size() != 1 || edit_distance(key, name, 1) != 1) continue;
        if (!meant.empty() && meant != codes.front()) return {};
        meant = codes.front();
    }
    return meant;
}

std::string country_of_people(std::string_view adjective) {
    static const std::unordered_map<std::string_view, std::string_view> peoples = [] {
        std::unordered_map<std::string_view, std::string_view> made;
        for (const auto& [words, code, use] : country_words) {
            if (use == Use::people) made.try_emplace(words, code);
        }
        return made;
    }();
    const auto found = peoples.find(lower_ascii(trimmed(adjective)));
    return found == peoples.end() ? std::string{} : std::string(found->second);
}

std::string_view capital_of(std::string_view country) {
    const auto* row = std::find_if(std::begin(capitals), std::end(capitals),
                                   [&](const CapitalRow& capital) { return capital.country == country; });
    return row == std::end(capitals) ? std::string_view() : row->name;
}

}  // namespace incidentmap
