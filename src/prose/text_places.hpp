// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/lon_lat.hpp"
#include "locate/resolver.hpp"

namespace incidentmap {

/// What the gazetteer says of words: what a mention keeps of a Location.
struct FoundPlace {
    std::string words;  ///< those that were looked up
    std::string name;
    std::string kind;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string admin1;
    LonLat point;
    double uncertainty_m = 0;
    bool is_point = false;         ///< false: only an area is known
    bool decided_by_text = false;  ///< several bear the name; what the text names besides decided
};

/// How closely words say where: a country 0, a province 1, a district 2, a town 3, a village or quarter 4, a
/// site 5.
using PlaceRank = int;

/// Looks words up in the context of one text: the countries that it names, most named first.
class TextPlaces {
  public:
    /// \param resolver must outlive it
    explicit TextPlaces(Resolver& resolver) : m_resolver(resolver) {}

    /// Takes note of a country that the text names, or speaks of the people of.
    void note_country(const std::string& code, double weight) { m_countries[code] += weight; }

    /// Takes note of a person's name, whose words alone name no place then.
    void note_person(const std::string& name) { m_persons.insert(name); }
    bool is_person(const std::string& name) const { return m_persons.contains(name); }
    const std::set<std::string>& persons() const { return m_persons; }

    /// The place that the words name, in the countries of the text before all others.
    std::optional<FoundPlace> find(const std::string& words);

    /// The same, in one country alone.
    std::optional<FoundPlace> find_in(const std::string& words, const std::string& country) {
        return answer({words, country, {}, {}, std::nullopt});
    }

    /// The same, inside another place that the text names about it: `Rawdha neighbourhood` in `Marib`.
    std::optional<FoundPlace> find_within(const std::string& words, const FoundPlace& about);

    /// Takes note of a point that the text names: of several places of one name the one near it is meant.
    void note_company(const FoundPlace& place);
    void note_company(const Companion& one) { m_company.push_back(one); }
    const std::vector<Companion>& company() const { return m_company; }

    /// Whether a place bears that very name, letters and marks aside; a country too.
    bool is_name(std::string_view words) const;

    /// Codes of the countries noted, the weightiest first.
    std::vector<std::string> countries() const;
    double weight_of(const std::string& code) const;

    /// The one country that the text names besides the US and the UK; empty where it names several.
    std::string only_country() const;

  private:
    std::optional<FoundPlace> find_in_company(const std::string& words);
    std::optional<FoundPlace> answer(const Query& query);

    Resolver& m_resolver;
    std::set<std::string> m_persons;  ///< normal forms of single words
    std::map<std::string, double> m_countries;
    std::vector<Companion> m_company;
    std::map<std::string, std::optional<FoundPlace>> m_found;
};

/// The rank of a kind of the gazetteer.
PlaceRank rank_of_kind(std::string_view kind);

}  // namespace incidentmap
