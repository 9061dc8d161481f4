// SPDX-License-Identifier: MIT
#include "locate/location.hpp"

#include "core/text.hpp"

namespace incidentmap {

const char* to_string(Status status) {
    switch (status) {
        case Status::resolved:
            return "resolved";
        case Status::coarse:
            return "coarse";
        case Status::ambiguous:
            return "ambiguous";
        case Status::unresolved:
            return "unresolved";
    }
    return "";
}

const char* to_string(Method method) {
    switch (method) {
        case Method::none:
            return "";
        case Method::place_name:
            return "place_name";
        case Method::area_outline:
            return "area_outline";
        case Method::coordinates:
            return "coordinates";
        case Method::distance_direction:
            return "distance_direction";
        case Method::distance:
            return "distance";
        case Method::direction:
            return "direction";
        case Method::near:
            return "near";
        case Method::between:
            return "between";
        case Method::border:
            return "border";
        case Method::part_of_area:
            return "part_of_area";
        case Method::intersection:
            return "intersection";
        case Method::decision:
            return "decision";
    }
    return "";
}

std::string reasons_text(const Location& location) { return joined(location.reasons, " "); }

}  // namespace incidentmap
