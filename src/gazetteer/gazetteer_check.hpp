// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/finding.hpp"
#include "core/lon_lat.hpp"

namespace incidentmap {

/// Something of a place that is to be looked at.
struct PlaceFinding {
    std::string code;  ///< `outside-country`, `at-null-island`, `at-centre-of-area`, `id-twice`,
                       ///< `name-without-letters`, `twins`
    Severity severity = Severity::warning;
    std::string place_id;
    std::string name;
    std::string sentence;
    LonLat position;
};

/// What an examination of a gazetteer found.
struct GazetteerFindings {
    std::vector<PlaceFinding>
        findings;  ///< of each code the first of the gazetteer, at most as many as asked for
    std::vector<std::pair<std::string, std::int64_t>>
        counts;  ///< of each code, all; in the order of the checks
};

/// Looks at every place of a gazetteer (.gpkg):
/// * outside-country: more than 2 km outside the outline that the gazetteer has of its country
/// * at-null-island: at longitude 0 and latitude 0
/// * at-centre-of-area: a settlement or installation within 50 m of the centroid of a country, province or
///   district; such points are often put there because nothing better was known
/// * id-twice: two entries of one kind and source with one id of the source; of two kinds one may stand at
/// the other
/// * name-without-letters: a name, and no code, of signs and digits only
/// * preferred-twice: several preferred names in one language
/// * twins: places of one kind and one whole name within 200 m of each other
/// * province-unknown, outside-province: of a country whose provinces the gazetteer has; none has the name,
/// or
///   the place lies more than 5 km outside that one's outline
/// * points-apart: another source's point more than 20 km away
/// * source-unknown: a source that the table of sources lacks
/// Time grows with the number of places times its logarithm. \param most findings of each code
/// \throws Error as Gazetteer::open
GazetteerFindings check_gazetteer(const std::string& path, std::size_t most);

}  // namespace incidentmap
