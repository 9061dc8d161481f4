// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "gazetteer/split_divisions.hpp"
#include "geodesy/near_points.hpp"
#include "locate/candidate.hpp"

namespace incidentmap {

/// Province borders differ between sources: a place so little outside the one that is stated may be meant.
inline constexpr double border_doubt_m = 15'000;

/// A larger area named by a locality or a report (`Nineveh province`, `Iraq`, `Long Beach, CA`,
/// `Kenya-Somalia border`), and the places that it may be.
class Parent {
  public:
    /// \param countries codes of the countries stated: an area is looked up within them only, and a province
    /// of theirs goes before a country of its name (Georgia, Niger). Empty where none is stated
    Parent(const std::string& words, std::span<const std::string> countries,
           const std::vector<Gazetteer>& gazetteers);

    /// False where no gazetteer has it.
    bool is_known() const { return !m_countries.empty() || !m_places.empty(); }

    /// True where it is more than a country: a province, a district, a town.
    bool is_within_country() const;

    const std::string& words() const { return m_words; }

    /// The area that it is, where it is one area less than a country, or one of several provinces has that
    /// very name; null where it may be several or none.
    const Place* only_place() const;

    /// `Kyiv City` beside the province Kyiv around it, where the words may mean both; null elsewhere.
    const Place* city_with(const Place& province) const;

    /// How far a place lies outside, in metres: 0 within, infinity where that is far or cannot be told.
    /// Within: by the province or district of the place's own record, by the parent's outline, or close to a
    /// town that is the parent; of a country also what tables put into it (contested_places.hpp).
    double outside_m(const Place& place) const;

    /// Lets go of what lies outside another that is known, and can not be meant: what has a like name only,
    /// or lies in another country. What is called exactly so is kept, and contradicts the other.
    void keep_within(const Parent& larger);

    /// The place's own province, where that was a part of this one once; null where it was not.
    const SplitDivision* split_off(const Place& place) const;

  private:
    struct Option {
        Place place;
        std::unordered_set<std::string> names;  ///< normal forms
        std::optional<MultiPolygon> area;
        std::unordered_map<std::string, const SplitDivision*> split_off;  ///< by normal form
    };

    double outside_m(const Place& place, const Option& option) const;
    static bool is_town(const Option& option);
    bool in_a_town(const Place& place) const;
    void add_places(const std::string& words, std::span<const std::string> countries,
                    const std::vector<Gazetteer>& gazetteers);
    void drop_the_lesser(const std::string& words, std::span<const std::string> countries);
    void drop_namesakes_elsewhere();
    void find_towns();

    std::string m_words;
    std::vector<std::string> m_countries;  ///< codes, where it is a country
    std::vector<Option> m_places;
    NearPoints m_towns{0};  ///< numbers of those that are towns
    std::unordered_set<std::string> m_town_ids;
    std::unordered_map<std::string, std::vector<std::size_t>> m_towns_named;  ///< by normal form
};

/// The parents of a run, each looked up once.
class Parents {
  public:
    /// \param gazetteers must outlive it
    explicit Parents(const std::vector<Gazetteer>& gazetteers) : m_gazetteers(gazetteers) {}

    /// It stays where it is until the next call.
    const Parent& named(const std::string& words, std::span<const std::string> countries = {});

    /// An area stated together with a larger one, which may be empty.
    const Parent& named_within(const std::string& words, const std::string& larger,
                               std::span<const std::string> countries);

    const std::vector<Gazetteer>& gazetteers() const { return m_gazetteers; }

  private:
    const std::vector<Gazetteer>& m_gazetteers;
    std::unordered_map<std::string, Parent> m_parents;  ///< by words, countries and the larger area
};

/// The outline of a place in the first gazetteer that has one: they share ids, and not all hold outlines.
std::optional<MultiPolygon> area_of(const Place& place, const std::vector<Gazetteer>& gazetteers);

}  // namespace incidentmap
