// SPDX-License-Identifier: MIT
#include "gazetteer/country.hpp"

#include "core/text.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <array>
#include <map>
#include <utility>

namespace incidentmap {
namespace {

/// What the news writes and CLDR does not.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> names_in_the_news{{
    {"syrian arab republic", "SY"}, {"republic of iraq", "IQ"}, {"usa", "US"}, {"u.s.", "US"}, {"u.s.a.", "US"},
    {"united states of america", "US"}, {"uk", "GB"}, {"great britain", "GB"}, {"turkey", "TR"}, {"türkiye", "TR"},
    {"palestine", "PS"}, {"state of palestine", "PS"}, {"democratic republic of the congo", "CD"}, {"dr congo", "CD"},
    {"drc", "CD"}, {"republic of the congo", "CG"}, {"burma", "MM"}, {"myanmar", "MM"}, {"ivory coast", "CI"},
    {"russian federation", "RU"}, {"islamic republic of iran", "IR"}, {"czech republic", "CZ"}, {"uae", "AE"},
    {"bosnia and herzegovina", "BA"}, {"republic of yemen", "YE"}, {"libyan arab jamahiriya", "LY"},
}};

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
    std::map<std::string, std::string, std::less<>> code_of;  ///< by name in lower case, and by codes in capitals
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
        for (const auto& [name, code] : names_in_the_news) made.code_of.emplace(name, code);
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

}  // namespace incidentmap
