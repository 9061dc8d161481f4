// SPDX-License-Identifier: MIT
#include "geodesy/plane.hpp"

#include <proj.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>

#include "core/error.hpp"
#include "core/text.hpp"
#include "geodesy/geodesic.hpp"

namespace incidentmap {

struct Plane::State {
    std::unique_ptr<PJ_CONTEXT, PJ_CONTEXT* (*)(PJ_CONTEXT*)> context{proj_context_create(),
                                                                      &proj_context_destroy};
    std::unique_ptr<PJ, PJ* (*)(PJ*)> projection{nullptr, &proj_destroy};
};

Plane::Plane(LonLat middle, PlaneKind kind) : m_state{std::make_unique<State>()} {
    // A step from a pole PROJ's equal-area plane loses its digits; at the pole itself it does not.
    constexpr double beside_pole_deg = 0.001;
    if (90 - std::abs(middle.lat) < beside_pole_deg) middle.lat = std::copysign(90.0, middle.lat);
    const std::string words = std::string("+proj=") + (kind == PlaneKind::equal_area ? "laea" : "aeqd") +
                              " +ellps=WGS84 +lat_0=" + to_text(middle.lat, 9) +
                              " +lon_0=" + to_text(middle.lon, 9);
    m_state->projection.reset(proj_create(m_state->context.get(), words.c_str()));
    if (!m_state->projection) {
        throw Error{"cannot make a plane about " + to_text(middle.lat, 4) + ", " + to_text(middle.lon, 4) +
                    ": PROJ refused it"};
    }
}

Plane::~Plane() = default;
Plane::Plane(Plane&&) noexcept = default;
Plane& Plane::operator=(Plane&&) noexcept = default;

PlanePoint Plane::to_plane(LonLat position) const {
    const PJ_XY there = proj_trans(m_state->projection.get(), PJ_FWD,
                                   proj_coord(proj_torad(position.lon), proj_torad(position.lat), 0, 0))
                            .xy;
    if (!std::isfinite(there.x) || !std::isfinite(there.y)) {
        throw Error{"the position " + to_text(position.lat, 4) + ", " + to_text(position.lon, 4) +
                    " cannot be put on a plane"};
    }
    return {there.x, there.y};
}

LonLat Plane::to_globe(PlanePoint point) const {
    const PJ_LP there =
        proj_trans(m_state->projection.get(), PJ_INV, proj_coord(point.x_m, point.y_m, 0, 0)).lp;
    if (!std::isfinite(there.lam) || !std::isfinite(there.phi))
        throw Error{"a point of a plane lies beyond the globe"};
    return {proj_todeg(there.lam), proj_todeg(there.phi)};
}

void MeanPosition::add(LonLat position) {
    constexpr double radian = std::numbers::pi / 180;
    m_x += std::cos(position.lat * radian) * std::cos(position.lon * radian);
    m_y += std::cos(position.lat * radian) * std::sin(position.lon * radian);
    m_z += std::sin(position.lat * radian);
}

LonLat MeanPosition::position() const {
    constexpr double radian = std::numbers::pi / 180;
    if (std::hypot(m_x, m_y, m_z) < 1e-9) return {0, 0};
    return {std::atan2(m_y, m_x) / radian, std::atan2(m_z, std::hypot(m_x, m_y)) / radian};
}

Box box_about(const Plane& plane, double half_width_m, double half_height_m) {
    constexpr int steps = 16;
    constexpr double farthest_m = 12'600'000 / std::numbers::sqrt2;
    const LonLat middle = plane.to_globe({0, 0});
    Box box{180, 90, -180, -90};  // longitudes from the middle's
    const double half_width = std::min(half_width_m, farthest_m);
    const double half_height = std::min(half_height_m, farthest_m);
    for (int row = -steps; row <= steps; ++row) {
        for (int column = -steps; column <= steps; ++column) {
            const LonLat there = plane.to_globe({half_width * column / steps, half_height * row / steps});
            const double lon = wrapped_angle(there.lon - middle.lon);
            box.west = std::min(box.west, lon);
            box.east = std::max(box.east, lon);
            box.south = std::min(box.south, there.lat);
            box.north = std::max(box.north, there.lat);
        }
    }
    for (const double pole : {-90.0, 90.0}) {
        // The position opposite the middle is not on the plane, and what is near it lies far outside the box.
        constexpr double beside_opposite_m = 200'000;
        if (geodesic(middle, {middle.lon, pole}).distance_m > half_meridian_m - beside_opposite_m) continue;
        const PlanePoint there = plane.to_plane({0, pole});
        if (std::abs(there.x_m) > half_width || std::abs(there.y_m) > half_height) continue;
        (pole < 0 ? box.south : box.north) = pole;
        box.west = -180;
        box.east = 180;
    }
    if (box.east - box.west > 300) return {-180, box.south, 180, box.north};
    return {wrapped_angle(box.west + middle.lon), box.south, wrapped_angle(box.east + middle.lon), box.north};
}

Line made_dense(const Line& positions, double longest_edge_deg) {
    Line dense;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i > 0) {
            const LonLat from = positions[i - 1];
            const LonLat to = positions[i];
            const double longest = std::max(std::abs(to.lon - from.lon), std::abs(to.lat - from.lat));
            const int steps = static_cast<int>(std::ceil(longest / longest_edge_deg));
            for (int step = 1; step < steps; ++step) {
                const double part = static_cast<double>(step) / steps;
                dense.push_back(
                    {from.lon + part * (to.lon - from.lon), from.lat + part * (to.lat - from.lat)});
            }
        }
        dense.push_back(positions[i]);
    }
    return dense;
}

}  // namespace incidentmap
