// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/lon_lat.hpp"

namespace incidentmap {

/// A place that is named together with the one that is looked for.
struct Companion {
    std::string name;
    LonLat point;
    bool same_report = false;  ///< else another report of the same incident names it
    std::string country{};     ///< its code; empty of a position

    friend bool operator==(const Companion&, const Companion&) = default;
};

/// A place lies with a companion that is no farther away; the others of its name are left out where they are
/// twice as far from all companions, and this much farther.
inline constexpr double company_reach_m = 50'000;
inline constexpr double company_lead_m = 20'000;

/// A locality to look up, and what its report states of where it is.
struct Query {
    std::string words;
    std::string country;  ///< name or code; empty where not stated
    std::string admin1;
    std::string admin2;
    std::optional<LonLat> near;  ///< of several places that fit, the one nearest to it
    bool is_place_id = false;    ///< the words are a place id and nothing else
    std::vector<Companion>
        company{};  ///< other places of the same report, and of the incident's other reports
    /// For a map: a place that is not sure enough to be drawn, or in no gazetteer, is the area that is stated
    /// about it, where there is one.
    bool for_map = false;
};

/// What a build asks of a locality of a report, with what the report states of where it is.
Query query_of_report(std::string words, std::string country, std::string admin1, std::string admin2);

/// A text that is the same for the same query only; what is looked up is kept under it.
std::string key_of(const Query& query);

}  // namespace incidentmap
