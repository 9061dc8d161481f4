// SPDX-License-Identifier: MIT
#include "prose/text_places.hpp"

#include <algorithm>
#include <utility>

#include "gazetteer/country.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

/// Of more places than that the first are heeded.
constexpr std::size_t most_companions = 12;

/// Whether the words are the place's own name, not another spelling of it.
bool is_name_of(std::string_view words, const FoundPlace& place) {
    if (static_cast<unsigned char>(words[0]) >= 0x80) return true;  // in other letters than its own
    return normal_form(words).find(normal_form(place.name)) != std::string::npos;
}

}  // namespace

PlaceRank rank_of_kind(std::string_view kind) {
    const std::string_view group = kind_group(kind);
    if (kind == "country" || kind == "region" || kind == "sea") return 0;
    if (kind == "province" || kind == "border") return 1;
    if (group == "admin") return 2;
    if (kind == "city" || kind == "town" || kind.empty()) return 3;
    if (group == "settlement" || kind == "street") return 4;
    if (group == "installation") return 5;
    return 3;
}

std::vector<std::string> TextPlaces::countries() const {
    std::vector<std::pair<double, std::string>> weighed;
    for (const auto& [code, weight] : m_countries) weighed.emplace_back(-weight, code);
    std::sort(weighed.begin(), weighed.end());
    std::vector<std::string> codes;
    for (auto& [weight, code] : weighed) codes.push_back(std::move(code));
    return codes;
}

double TextPlaces::weight_of(const std::string& code) const {
    const auto found = m_countries.find(code);
    return found == m_countries.end() ? 0 : found->second;
}

std::string TextPlaces::only_country() const {
    std::string only;
    for (const auto& [code, weight] : m_countries) {
        if (code == "US" || code == "GB") continue;  // who speaks of all the world
        if (!only.empty()) return {};
        only = code;
    }
    return only;
}

bool TextPlaces::is_name(std::string_view words) const {
    if (!country_that_is_called(words).empty()) return true;
    const std::string normal = normal_form(words);
    if (normal.empty()) return false;
    return std::any_of(m_resolver.gazetteers().begin(), m_resolver.gazetteers().end(),
                       [&](const Gazetteer& gazetteer) { return !gazetteer.by_normal_form(normal).empty(); });
}

std::optional<FoundPlace> TextPlaces::answer(const Query& query) {
    const Location& location = m_resolver.resolve(query);
    if (!location.has_place()) return std::nullopt;
    FoundPlace found;
    found.words = query.words;
    found.name = location.name;
    found.kind = location.kind;
    found.country = location.country;
    found.admin1 = location.admin1;
    found.point = location.likely;
    found.uncertainty_m = location.uncertainty_m;
    found.is_point = location.status == Status::resolved;
    return found;
}

std::optional<FoundPlace> TextPlaces::find_in_company(const std::string& words) {
    if (m_company.empty()) return std::nullopt;
    std::size_t asked = 0;
    for (const std::string& code : countries()) {
        if (asked++ == 4) break;
        Query query{words, code, {}, {}, std::nullopt};
        query.company = m_company;
        if (auto found = answer(query)) {
            found->decided_by_text = true;
            return found;
        }
    }
    return std::nullopt;
}

std::optional<FoundPlace> TextPlaces::find(const std::string& words) {
    const auto known = m_found.find(words);
    if (known != m_found.end()) return known->second;
    std::optional<FoundPlace> found = answer({words, {}, {}, {}, std::nullopt});
    const bool at_home =
        found && (found->country.empty() || found->kind == "country" || m_countries.contains(found->country));
    if (!at_home) {
        // A small place of a country that the text never names is not the one that it means.
        // Nor is a city that is called so in other letters: `Pensa` of Burkina Faso is not Penza.
        if (found && !m_countries.empty() &&
            (found->kind == "town" || found->kind == "province" || rank_of_kind(found->kind) == 4 ||
             (found->kind == "city" && !is_name_of(words, *found))))
            found.reset();
        std::size_t asked = 0;
        for (const std::string& code : countries()) {
            if (asked++ == 4) break;
            if (auto here = answer({words, code, {}, {}, std::nullopt})) {
                // A village at home does not stand for the city that all the world calls so.
                if (!(found && found->kind == "city" && here->kind != "city")) found = std::move(here);
                break;
            }
        }
        if (!found) found = find_in_company(words);
    }
    m_found.emplace(words, found);
    return found;
}

std::optional<FoundPlace> TextPlaces::find_within(const std::string& words, const FoundPlace& about) {
    Query query{words, about.country, {}, {}, std::nullopt};
    if (rank_of_kind(about.kind) == 1) {
        query.admin1 = about.name;
    } else {
        query.words += ", " + about.words;
    }
    std::optional<FoundPlace> found = answer(query);
    if (found) found->decided_by_text = true;
    return found;
}

void TextPlaces::note_company(const FoundPlace& place) {
    if (!place.is_point || place.decided_by_text || m_company.size() >= most_companions) return;
    const bool known = std::any_of(m_company.begin(), m_company.end(),
                                   [&](const Companion& one) { return one.name == place.name; });
    if (!known) m_company.push_back({place.name, place.point, true, place.country});
}

}  // namespace incidentmap
