// SPDX-License-Identifier: MIT
#include "locate/sure_name.hpp"

#include "locate/question.hpp"

namespace incidentmap {

bool is_surely_named(const Location& location) {
    return location.has_place() && location.score.value_or(0) >= low_score && !location.place_id.empty();
}

bool lies_in(const Location& place, const Location& area) {
    if (area.kind == "country") return place.country == area.country;
    return area.status == Status::coarse && place.country == area.country && place.admin1 == area.name &&
           place.place_id != area.place_id;
}

}  // namespace incidentmap
