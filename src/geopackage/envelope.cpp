// SPDX-License-Identifier: MIT
#include "geopackage/envelope.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"

namespace incidentmap {

namespace {

struct Grower {
    Envelope envelope;

    void operator()(std::monostate) {}

    void operator()(LonLat p) {
        if (!std::isfinite(p.lon) || !std::isfinite(p.lat))
            throw Error{"a geometry has a position that is not a finite number"};
        envelope.min_x = std::min(envelope.min_x, p.lon);
        envelope.max_x = std::max(envelope.max_x, p.lon);
        envelope.min_y = std::min(envelope.min_y, p.lat);
        envelope.max_y = std::max(envelope.max_y, p.lat);
    }

    void operator()(const std::vector<LonLat>& positions) {
        for (const LonLat p : positions) (*this)(p);
    }

    void operator()(const MultiLine& shape) {
        for (const Line& line : shape.lines) (*this)(line);
    }

    void operator()(const MultiPolygon& shape) {
        for (const Polygon& polygon : shape.polygons) {
            (*this)(polygon.outer);
            for (const Ring& hole : polygon.holes) (*this)(hole);
        }
    }
};

}  // namespace

bool is_empty(const Envelope& envelope) { return envelope.min_x > envelope.max_x; }

Envelope joined(const Envelope& a, const Envelope& b) {
    return {std::min(a.min_x, b.min_x), std::max(a.max_x, b.max_x), std::min(a.min_y, b.min_y),
            std::max(a.max_y, b.max_y)};
}

std::optional<Envelope> envelope_of(const Geometry& geometry) {
    Grower grower;
    std::visit(grower, geometry);
    if (is_empty(grower.envelope)) return std::nullopt;
    return grower.envelope;
}

}  // namespace incidentmap
