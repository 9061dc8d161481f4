// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <optional>

#include "geodesy/shapes.hpp"

namespace incidentmap {

/// The box about a geometry, in degrees, in the order in which GeoPackage writes it: x is the longitude, y
/// the latitude. As made it holds nothing.
struct Envelope {
    double min_x = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    friend bool operator==(const Envelope&, const Envelope&) = default;
};

/// True until something was added.
bool is_empty(const Envelope& envelope);

/// The smallest envelope that holds both.
Envelope joined(const Envelope& a, const Envelope& b);

/// The envelope of all positions of a geometry; nothing where it has none. What crosses the antimeridian was
/// cut there, so that its envelope spans the world.
/// \throws Error where a position is not finite
std::optional<Envelope> envelope_of(const Geometry& geometry);

}  // namespace incidentmap
