// SPDX-License-Identifier: MIT
#pragma once

namespace incidentmap {

/// A position on WGS 84 (EPSG:4326), in degrees: longitude east of Greenwich, latitude north of the equator.
/// Always these two named members, never two bare doubles.
struct LonLat {
    double lon = 0;
    double lat = 0;

    friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// True where both members are finite, the latitude is within -90 to 90 and the longitude within -180 to 180.
bool is_valid(LonLat position);

}  // namespace incidentmap
