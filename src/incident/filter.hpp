// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "geodesy/antimeridian.hpp"
#include "incident/incident.hpp"

namespace incidentmap {

/// Which incidents a build keeps. What is not asked for keeps everything.
struct Filter {
    std::optional<Day> since;            ///< inclusive
    std::optional<Day> until;            ///< inclusive
    std::vector<std::string> countries;  ///< ISO 3166-1 alpha-2
    std::optional<Box> box;              ///< west may be greater than east

    bool asks_anything() const { return since || until || !countries.empty() || box; }
};

enum class Verdict {
    inside,
    may_be_inside,  ///< its date is uncertain, or not known, and may fall inside: kept, marked and counted
    outside,
};

/// Whether an incident is kept. \p stated_country is the code of the country that its reports state; empty
/// where none. By country: one of its places, or one of the places that an ambiguous one may be, or else the
/// stated country, must be in the list. By box: one of its possible areas must reach into it; what is not on
/// the map is outside.
Verdict judge(const Filter& filter, const Incident& incident, const std::string& stated_country);

}  // namespace incidentmap
