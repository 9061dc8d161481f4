// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/lon_lat.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// Another source's published point of a place. It stands beside the place's own, never averaged with it.
struct OtherPoint {
    LonLat point;
    std::string source_id;
};

/// An entry of a gazetteer.
struct Place {
    std::string id;       ///< `geonames:98182`, `ourairports:ORER`, or the gazetteer's own word
    std::string name;     ///< the preferred name, as people who read English write it
    std::string kind;     ///< one of the kinds of kind_words.hpp: `city`, `air base`, `province` …
    std::string country;  ///< ISO 3166-1 alpha-2; empty where none is known or settled
    std::string admin1;   ///< the province's preferred name, without its generic word
    std::string admin2;
    LonLat point;           ///< as one source published it
    double extent_m = 0;    ///< how large the thing is: the radius of a circle that holds it
    double accuracy_m = 0;  ///< how well the point is known
    std::int64_t population = 0;
    std::string source_id;
    std::vector<OtherPoint> other_points;
    bool has_area = false;  ///< whether the gazetteer holds its polygon
};

/// One spelling of a place.
struct Name {
    std::string text;
    std::string language;  ///< ISO 639; empty where not known
    std::string script;    ///< ISO 15924
    std::string sort;      ///< `preferred`, `alternate`, `former` or `code`
    std::optional<int> from_year;
    std::optional<int> to_year;
};

}  // namespace incidentmap
