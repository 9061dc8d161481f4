// SPDX-License-Identifier: MIT
#include "gazetteer/country.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <map>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

/// What the news writes and CLDR does not: names of countries, and of their people.
struct CountryWord {
    std::string_view words;
    std::string_view code;
    bool is_people;
};

constexpr CountryWord country_words[] = {
#include "gazetteer/tables/country_words.inc"
};

std::string display_name(const char* code) {
    const icu::Locale country("", code);
    icu::UnicodeString name;
    std::string text;
    country.getDisplayCountry(icu::Locale::getEnglish(), name);
    name.toUTF8String(text);
    return text;
}

struct CountryNames {
    std::map<std::string, std::string, std::less<>> name_of;  ///< by alpha-2
    std::map<std::string, std::string, std::less<>>
        code_of;  ///< by name in lower case, and by codes in capitals
};

const CountryNames& country_names() {
    static const CountryNames names = [] {
        CountryNames made;
        for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
            const std::string name = display_name(*code);
            made.name_of[*code] = name;
            made.code_of[lower_ascii(name)] = *code;
            made.code_of[*code] = *code;
            made.code_of[icu::Locale("", *code).getISO3Country()] = *code;
        }
        for (const auto& [words, code, is_people] : country_words) {
            if (!is_people) made.code_of.emplace(words, code);
        }
        return made;
    }();
    return names;
}

}  // namespace

std::string country_name(std::string_view code) {
    const auto found = country_names().name_of.find(code);
    return found == country_names().name_of.end() ? std::string{} : found->second;
}

std::string country_code(std::string_view text) {
    const auto& codes = country_names().code_of;
    const auto exact = codes.find(trimmed(text));
    const auto found = exact != codes.end() ? exact : codes.find(lower_ascii(trimmed(text)));
    return found == codes.end() ? std::string{} : found->second;
}

std::string country_of_people(std::string_view adjective) {
    const std::string low = lower_ascii(trimmed(adjective));
    for (const auto& [words, code, is_people] : country_words) {
        if (is_people && words == low) return std::string(code);
    }
    return {};
}

}  // namespace incidentmap
