// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/position_index.hpp"
#include "locate/found_locations.hpp"
#include "locate/locality.hpp"
#include "locate/location.hpp"
#include "locate/parent.hpp"
#include "locate/phrase.hpp"
#include "locate/query.hpp"
#include "report/report.hpp"

namespace incidentmap {

class Answers;
struct Context;

/// True for words of the form of a place id, `geonames:98182`: a word, a colon, no blank.
bool is_like_place_id(std::string_view words);

/// Finds where localities are. Each distinct query is looked up once.
class Resolver {
  public:
    /// \p gazetteers in the order in which they go before one another.
    explicit Resolver(std::vector<Gazetteer> gazetteers);

    /// The answer; it stays where it is until forget() is called.
    const Location& resolve(const Query& query);

    /// The localities that a list with commas names, where it is one: `Aden, Taiz, Marib`, none of which lies
    /// in the next, each with what is said behind all of them (`Goma, Bukavu, DRC`). Else the words alone.
    std::vector<std::string> listed(const Query& query);

    /// From now on all answers go through \p answers, which must outlive the resolver.
    void keep_in(Answers& answers) { m_answers = &answers; }

    /// From now on what is found is shared with the other resolvers that are given \p found. They must have
    /// the same gazetteers.
    void share(std::shared_ptr<FoundLocations> found) { m_shared = std::move(found); }
    /// Null where nothing is shared.
    const std::shared_ptr<FoundLocations>& shared() const { return m_shared; }

    /// A location from numbers, named after \p named where that is a place that lies there, else after what
    /// is near; in its country, province and district. It is not kept and has no serial. \p country, \p
    /// admin1 as the report states them: outlines are generalised, so that they decide at a border.
    Location locate(const GivenPosition& given, const Location* named, const std::string& country = {},
                    const std::string& admin1 = {});

    /// Drops what was looked up longest ago, where it has grown beyond twice \p most localities; references
    /// to it end then.
    void forget_if_large(std::size_t most = most_kept);

    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;

    const std::vector<Gazetteer>& gazetteers() const { return m_gazetteers; }

  private:
    std::shared_ptr<const Location> find(const Query& query, const std::string& key);
    Location look_up(const Query& query);
    Location look_up_words(const Query& query);
    /// \param readings names of one place
    Location look_up_names(const Query& query, const std::vector<std::string>& readings,
                           const std::vector<std::string>& parents);
    Location look_up_locality(const Query& query, const Locality& locality,
                              std::vector<std::string> readings);
    std::vector<std::string> look_up_list(const Query& query);
    /// A place that is stated about others, kept: thousands of reports may say no more than their province.
    const Location& location_of_area(const Place& place);
    std::optional<Location> country_area(const std::string& code);
    std::optional<Location> country_alone(const Query& query, const Locality& locality,
                                          const Location& found);
    /// Nothing where the first is no area that holds what follows.
    std::optional<Location> larger_first(const Query& query, const Locality& locality);
    std::optional<Location> part_behind(const Query& query, const Locality& locality);
    /// What was found, or what the words may say besides: a country by another of its names, the larger area
    /// first, an oblast by its adjective.
    Location or_other_reading(const Query& query, const Locality& locality, Location found);
    bool is_rival_of(const Query& query, const std::string& words, const Place& place, bool is_known);
    Location from_no_place(const Query& query);
    Location from_phrase(const Query& query, const Phrase& phrase);
    Location for_map(const Query& query, Location found);
    struct StatedArea {
        Location area;
        std::string town;  ///< that was stated, where the area is the division that holds it
    };
    std::optional<StatedArea> stated_area(const Query& query, bool is_known);
    std::optional<Place> division_around(const Place& place);
    Context context_of(const Query& query, const std::vector<std::string>& parents);

    std::vector<Gazetteer> m_gazetteers;
    Parents m_parents;
    PositionIndex m_positions;
    static constexpr std::size_t most_kept = 20'000;
    struct Found {
        std::shared_ptr<const Location> location;
        std::uint32_t answer = 0;  ///< its number in m_answers
    };
    std::unordered_map<std::string, Found> m_found;
    std::unordered_map<std::string, Found> m_found_before;  ///< what is asked for again moves back
    std::shared_ptr<FoundLocations> m_shared;               ///< may be null
    std::unordered_map<std::string, std::vector<std::string>> m_listed;  ///< by key_of()
    std::unordered_map<std::string, Location> m_areas;                   ///< by place id
    Answers* m_answers = nullptr;
    std::uint64_t m_serial = 0;
    bool m_prefers_area = false;  ///< while a part of a place is looked for
};

}  // namespace incidentmap
