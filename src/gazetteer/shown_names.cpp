// SPDX-License-Identifier: MIT
#include "gazetteer/shown_names.hpp"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/translit.h>
#include <unicode/tznames.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/code_points.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/similarity.hpp"

namespace incidentmap {
namespace {

/// By what a name without a language is told to be of one.
struct LettersOfLanguage {
    std::string_view language;
    std::string_view script;       ///< ISO 15924
    std::string_view countries;    ///< where most who write so speak it
    std::u32string_view foreign;   ///< letters that it has not
    std::u32string_view own;       ///< letters that its neighbours have not
    std::string_view endings;      ///< of words, that it has not
    std::string_view begins_with;  ///< how its full names begin
    const char* transliterator;    ///< ICU's, to Latin letters; null: names compare by their consonants
};

constexpr LettersOfLanguage letters_of_languages[] = {
    {"ar", "Arab", "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SY TD TN YE",
     U"پچژگڤکیەۆێڕڵٹڈےںھہ(", U"", "", "ال", nullptr},
    {"uk", "Cyrl", "UA", U"ыэёъўЫЭЁЪЎæәӳӲҕҗҥјљњћђџћ(", U"іїєґІЇЄҐ", "чь шь щь жь цк ск", "",
     "Ukrainian-Latin/BGN"},
};

const LettersOfLanguage* letters_of(std::string_view language) {
    const auto* const found =
        std::find_if(std::begin(letters_of_languages), std::end(letters_of_languages),
                     [&](const LettersOfLanguage& row) { return row.language == language; });
    return found == std::end(letters_of_languages) ? nullptr : found;
}

bool holds_any(std::string_view text, std::u32string_view letters) {
    const std::u32string points = code_points(text);
    return points.find_first_of(letters) != std::u32string::npos;
}

/// A letter three times in a row is a slip.
bool has_slip(std::string_view text) {
    const std::u32string points = code_points(text);
    for (std::size_t i = 2; i < points.size(); ++i) {
        if (points[i] == points[i - 1] && points[i] == points[i - 2]) return true;
    }
    return false;
}

bool is_in_list(std::string_view list, std::string_view word) {
    const std::vector<std::string> words = split_list(list, " ");
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string utf8_of(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

/// What a language calls the towns after which time zones are named, by country and English name.
using ZoneTowns = std::map<std::pair<std::string, std::string>, std::string>;

ZoneTowns zone_towns(const icu::Locale& locale) {
    ZoneTowns towns;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::TimeZoneNames> english{
        icu::TimeZoneNames::createInstance(icu::Locale::getEnglish(), status)};
    const std::unique_ptr<icu::TimeZoneNames> asked{icu::TimeZoneNames::createInstance(locale, status)};
    const std::unique_ptr<icu::StringEnumeration> zones{icu::TimeZone::createTimeZoneIDEnumeration(
        UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status)};
    if (U_FAILURE(status) != 0 || !english || !asked || !zones) return towns;
    while (const icu::UnicodeString* zone = zones->snext(status)) {
        if (U_FAILURE(status) != 0) break;
        char region[8] = {};
        UErrorCode no_region = U_ZERO_ERROR;
        icu::TimeZone::getRegion(*zone, region, sizeof region, no_region);
        icu::UnicodeString in_english;
        icu::UnicodeString name;
        english->getExemplarLocationName(*zone, in_english);
        asked->getExemplarLocationName(*zone, name);
        if (U_FAILURE(no_region) != 0 || name.isEmpty()) continue;
        towns.try_emplace({region, normal_form(utf8_of(in_english))}, utf8_of(name));
    }
    return towns;
}

int rank_of(const Name& name) { return name.sort == "preferred" ? 0 : 1; }

/// A name of today that a map can show: no list, and no part of a longer name (`del Tolima`).
bool is_shown(const Name& name) {
    if (name.sort == "former" || name.sort == "code" || name.to_year) return false;
    if (holds_any(name.text, U",;،()")) return false;
    const std::string first = name.text.substr(0, name.text.find(' '));
    return first.size() == name.text.size() || !is_in_list("de del du", first);
}

}  // namespace

struct ShownNames::Words {
    std::string language;
    icu::Locale locale;
    std::span<const Gazetteer> gazetteers;
    const LettersOfLanguage* letters = nullptr;  ///< null: names without a language are none of it
    ZoneTowns towns;
    std::unique_ptr<icu::Transliterator> transliterator;

    std::string country(std::string_view code) const;
    std::string stated(const std::vector<Name>& names) const;
    std::string town(const NamedPlace& place) const;
    std::string told_by_letters(const NamedPlace& place, const std::vector<Name>& names) const;
    std::optional<double> unlikeness(const std::string& name, const NamedPlace& place) const;
};

ShownNames::ShownNames(std::string_view language, std::span<const Gazetteer> gazetteers) {
    if (language.empty() || language == "en") return;
    m_words = std::make_unique<Words>();
    m_words->language = language;
    m_words->locale = icu::Locale(m_words->language.c_str());
    m_words->gazetteers = gazetteers;
    m_words->letters = letters_of(language);
    m_words->towns = zone_towns(m_words->locale);
    if (m_words->letters == nullptr || m_words->letters->transliterator == nullptr) return;
    UErrorCode status = U_ZERO_ERROR;
    m_words->transliterator.reset(
        icu::Transliterator::createInstance(m_words->letters->transliterator, UTRANS_FORWARD, status));
    if (U_FAILURE(status) != 0) m_words->letters = nullptr;
}

ShownNames::~ShownNames() = default;

std::string ShownNames::Words::country(std::string_view code) const {
    if (code.empty()) return {};
    icu::UnicodeString name;
    icu::Locale("", std::string(code).c_str()).getDisplayCountry(locale, name);
    std::string text = utf8_of(name);
    return text == code ? std::string{} : text;
}

std::string ShownNames::Words::stated(const std::vector<Name>& names) const {
    const Name* best = nullptr;
    for (const Name& name : names) {
        if (name.language != language || !is_shown(name)) continue;
        if (best == nullptr || rank_of(name) < rank_of(*best)) best = &name;
    }
    return best == nullptr ? std::string{} : best->text;
}

std::string ShownNames::Words::town(const NamedPlace& place) const {
    const auto found = towns.find({std::string(place.country), normal_form(place.name)});
    return found == towns.end() ? std::string{} : found->second;
}

/// How far a name reads from the English one; nothing where it is another name.
std::optional<double> ShownNames::Words::unlikeness(const std::string& name, const NamedPlace& place) const {
    const std::string english = normal_form(place.name);
    if (!transliterator) {
        if (phonetic_key(name).text != phonetic_key(place.name).text) return std::nullopt;
        return 1 - similarity(normal_form(name), english);
    }
    icu::UnicodeString latin = icu::UnicodeString::fromUTF8(name);
    transliterator->transliterate(latin);
    const std::size_t limit = english.size() / 4;
    const std::size_t distance = edit_distance(normal_form(utf8_of(latin)), english, limit);
    if (distance > limit) return std::nullopt;
    return static_cast<double>(distance);
}

std::string ShownNames::Words::told_by_letters(const NamedPlace& place,
                                               const std::vector<Name>& names) const {
    if (letters == nullptr || !is_in_list(letters->countries, place.country)) return {};
    const std::vector<std::string> endings = split_list(letters->endings, " ");
    const auto has_foreign_ending = [&](const std::string& text) {
        return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
            return (text + " ").find(ending + " ") != std::string::npos;
        });
    };
    std::string best;
    std::tuple<bool, double, bool, std::size_t> best_rank;
    for (const Name& name : names) {
        const std::string& text = name.text;
        if (!name.language.empty() || name.script != letters->script || !is_shown(name) ||
            holds_any(text, letters->foreign) || has_foreign_ending(text) || has_slip(text))
            continue;
        const auto unlike = unlikeness(text, place);
        if (!unlike) continue;
        const bool begins_well = text.starts_with(letters->begins_with);
        const std::tuple rank{!begins_well, *unlike, !holds_any(text, letters->own), 1'000 - text.size()};
        if (!best.empty() && rank >= best_rank) continue;
        best = text;
        best_rank = rank;
    }
    return best;
}

std::string ShownNames::of(const NamedPlace& place) const {
    std::string english(place.name);
    if (!m_words) return english;
    const Words& words = *m_words;
    if (place.is_country) {
        const std::string code =
            place.country.empty() ? country_code(place.name) : std::string(place.country);
        if (std::string name = words.country(code); !name.empty()) return name;
    }
    std::vector<Name> names;
    for (const Gazetteer& gazetteer : words.gazetteers) {
        for (Name& name : gazetteer.names_of(place.place_id)) names.push_back(std::move(name));
    }
    if (std::string name = words.stated(names); !name.empty()) return name;
    if (std::string name = words.town(place); !name.empty()) return name;
    if (std::string name = words.told_by_letters(place, names); !name.empty()) return name;
    return english;
}

}  // namespace incidentmap
