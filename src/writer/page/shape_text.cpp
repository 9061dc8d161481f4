// SPDX-License-Identifier: MIT
#include "writer/page/shape_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/json_object.hpp"
#include "core/json_text.hpp"

namespace incidentmap {
namespace {

std::int64_t steps(double degrees) { return std::llround(degrees * shape_steps_a_degree); }

void append_line(std::string& out, const Line& line, bool is_ring) {
    out += '[';
    std::int64_t x = 0;
    std::int64_t y = 0;
    const std::size_t count = is_ring && line.size() > 1 ? line.size() - 1 : line.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += ',';
        append_json(out, steps(line[i].lon) - x);
        out += ',';
        append_json(out, steps(line[i].lat) - y);
        x = steps(line[i].lon);
        y = steps(line[i].lat);
    }
    out += ']';
}

/// How far a position is from the straight line between two others, in degrees.
double distance_from(LonLat position, LonLat from, LonLat to) {
    const double dx = to.lon - from.lon;
    const double dy = to.lat - from.lat;
    const double length = dx * dx + dy * dy;
    double along = 0;
    if (length > 0) {
        along = ((position.lon - from.lon) * dx + (position.lat - from.lat) * dy) / length;
        along = std::clamp(along, 0.0, 1.0);
    }
    return std::hypot(position.lon - from.lon - along * dx, position.lat - from.lat - along * dy);
}

}  // namespace

void append_shape(std::string& out, const Geometry& geometry) {
    if (const auto* lines = std::get_if<MultiLine>(&geometry)) {
        append_array(out, lines->lines,
                     [](std::string& to, const Line& line) { append_line(to, line, false); });
    } else if (const auto* area = std::get_if<MultiPolygon>(&geometry)) {
        append_array(out, area->polygons, [](std::string& to, const Polygon& polygon) {
            to += '[';
            append_line(to, polygon.outer, true);
            for (const Ring& hole : polygon.holes) {
                to += ',';
                append_line(to, hole, true);
            }
            to += ']';
        });
    } else {
        out += "[]";
    }
}

Line thinned(const Line& line, const Tolerance& tolerance) {
    if (line.size() < 3) return line;
    std::vector<bool> stays(line.size(), false);
    stays.front() = stays.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, line.size() - 1}};
    while (!spans.empty()) {
        const auto [first, last] = spans.back();
        spans.pop_back();
        double worst = 1;  // in tolerances
        std::size_t farthest = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double off = distance_from(line[i], line[first], line[last]) / tolerance(line[i]);
            if (off > worst) {
                worst = off;
                farthest = i;
            }
        }
        if (farthest == 0) continue;
        stays[farthest] = true;
        spans.emplace_back(first, farthest);
        spans.emplace_back(farthest, last);
    }
    Line kept;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (stays[i]) kept.push_back(line[i]);
    }
    return kept;
}

MultiPolygon thinned(const MultiPolygon& area, const Tolerance& tolerance) {
    constexpr std::size_t least_positions = 4;
    MultiPolygon kept;
    for (const Polygon& polygon : area.polygons) {
        Polygon thin{thinned(polygon.outer, tolerance), {}};
        if (thin.outer.size() < least_positions) continue;
        for (const Ring& hole : polygon.holes) {
            Ring ring = thinned(hole, tolerance);
            if (ring.size() >= least_positions) thin.holes.push_back(std::move(ring));
        }
        kept.polygons.push_back(std::move(thin));
    }
    return kept;
}

}  // namespace incidentmap
