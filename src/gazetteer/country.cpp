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

/// What the news calls the people of a country.
constexpr std::array<std::pair<std::string_view, std::string_view>, 70> peoples{{{"iraqi", "IQ"}, {"syrian", "SY"}, {"iranian", "IR"}, {"turkish", "TR"}, {"jordanian", "JO"}, {"saudi", "SA"}, {"saudi arabian", "SA"}, {"kuwaiti", "KW"}, {"lebanese", "LB"}, {"israeli", "IL"}, {"palestinian", "PS"}, {"egyptian", "EG"}, {"yemeni", "YE"}, {"omani", "OM"}, {"emirati", "AE"}, {"qatari", "QA"}, {"bahraini", "BH"}, {"cypriot", "CY"}, {"greek", "GR"}, {"bulgarian", "BG"}, {"georgian", "GE"}, {"armenian", "AM"}, {"azerbaijani", "AZ"}, {"azeri", "AZ"}, {"afghan", "AF"}, {"pakistani", "PK"}, {"indian", "IN"}, {"chinese", "CN"}, {"turkmen", "TM"}, {"uzbek", "UZ"}, {"tajik", "TJ"}, {"kazakh", "KZ"}, {"kyrgyz", "KG"}, {"russian", "RU"}, {"ukrainian", "UA"}, {"belarusian", "BY"}, {"polish", "PL"}, {"slovak", "SK"}, {"hungarian", "HU"}, {"romanian", "RO"}, {"moldovan", "MD"}, {"lithuanian", "LT"}, {"latvian", "LV"}, {"estonian", "EE"}, {"finnish", "FI"}, {"sudanese", "SD"}, {"south sudanese", "SS"}, {"ethiopian", "ET"}, {"eritrean", "ER"}, {"somali", "SO"}, {"djiboutian", "DJ"}, {"kenyan", "KE"}, {"ugandan", "UG"}, {"chadian", "TD"}, {"libyan", "LY"}, {"tunisian", "TN"}, {"algerian", "DZ"}, {"moroccan", "MA"}, {"malian", "ML"}, {"nigerien", "NE"}, {"nigerian", "NG"}, {"burkinabe", "BF"}, {"cameroonian", "CM"}, {"congolese", "CD"}, {"rwandan", "RW"}, {"burundian", "BI"}, {"central african", "CF"}, {"burmese", "MM"}, {"thai", "TH"}, {"bangladeshi", "BD"}}};

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

std::string country_of_people(std::string_view adjective) {
    const std::string low = lower_ascii(trimmed(adjective));
    for (const auto& [people, code] : peoples) {
        if (people == low) return std::string(code);
    }
    return {};
}

}  // namespace incidentmap
