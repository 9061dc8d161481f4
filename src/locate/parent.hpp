// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "locate/candidate.hpp"

namespace incidentmap {

/// Province borders differ between sources: a place so little outside the one that is stated may be meant.
inline constexpr double border_doubt_m = 15'000;

/// A larger area named by a locality or a report (`Nineveh province`, `Iraq`, `Long Beach, CA`), and the
/// places that it may be.
class Parent {
  public:
    Parent(const std::string& words, const std::vector<Gazetteer>& gazetteers);

    /// False where no gazetteer has it: it decides nothing.
    bool is_known() const { return !m_country.empty() || !m_places.empty(); }
    const std::string& words() const { return m_words; }

    /// How far a place lies outside, in metres: 0 within, infinity where that is far or cannot be told.
    /// Within: by the province or district of the place's own record, by the parent's outline, or close to a
    /// town that is the parent.
    double outside_m(const Place& place) const;

  private:
    struct Option {
        Place place;
        std::unordered_set<std::string> names;  ///< normal forms
        std::optional<MultiPolygon> area;
    };

    double outside_m(const Place& place, const Option& option) const;

    std::string m_words;
    std::string m_country;  ///< its code, where it is a country
    std::vector<Option> m_places;
};

/// The parents of a run, each looked up once.
class Parents {
  public:
    /// \param gazetteers must outlive it
    explicit Parents(const std::vector<Gazetteer>& gazetteers) : m_gazetteers(gazetteers) {}

    /// It stays where it is until the next call.
    const Parent& named(const std::string& words);

    const std::vector<Gazetteer>& gazetteers() const { return m_gazetteers; }

  private:
    const std::vector<Gazetteer>& m_gazetteers;
    std::unordered_map<std::string, Parent> m_parents;
};

/// The outline of a place in the first gazetteer that has one: they share ids, and not all hold outlines.
std::optional<MultiPolygon> area_of(const Place& place, const std::vector<Gazetteer>& gazetteers);

}  // namespace incidentmap
