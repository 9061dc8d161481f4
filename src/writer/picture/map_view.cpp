// SPDX-License-Identifier: MIT
#include "writer/picture/map_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace incidentmap {
namespace {

constexpr double longest_edge_deg = 0.5;
constexpr double margin_share = 0.08;  ///< of the frame's shorter side, left free around what is shown
constexpr double half_world_m = 12'600'000;

LonLat mean_of(const std::vector<Geometry>& shown) {
    MeanPosition mean;
    for (const Geometry& geometry : shown)
        for_each_position(geometry, [&](LonLat position) { mean.add(position); });
    return mean.position();
}

struct Extent {
    double west_m = std::numeric_limits<double>::infinity();
    double south_m = std::numeric_limits<double>::infinity();
    double east_m = -std::numeric_limits<double>::infinity();
    double north_m = -std::numeric_limits<double>::infinity();

    bool is_empty() const { return west_m > east_m; }
    PlanePoint middle() const { return {(west_m + east_m) / 2, (south_m + north_m) / 2}; }
};

Extent extent_on(const Plane& plane, const std::vector<Geometry>& shown) {
    Extent extent;
    for (const Geometry& geometry : shown) {
        for_each_position(geometry, [&](LonLat position) {
            const PlanePoint there = plane.to_plane(position);
            extent.west_m = std::min(extent.west_m, there.x_m);
            extent.east_m = std::max(extent.east_m, there.x_m);
            extent.south_m = std::min(extent.south_m, there.y_m);
            extent.north_m = std::max(extent.north_m, there.y_m);
        });
    }
    return extent;
}

/// The plane about the middle of the extent of what is shown. About another middle far places have another
/// extent: a few steps come near enough.
Plane plane_of(const std::vector<Geometry>& shown) {
    constexpr int steps = 4;
    Plane plane(mean_of(shown), PlaneKind::equal_area);
    for (int step = 0; step < steps; ++step) {
        const Extent extent = extent_on(plane, shown);
        if (extent.is_empty()) return plane;
        plane = Plane(plane.to_globe(extent.middle()), PlaneKind::equal_area);
    }
    return plane;
}

/// Where the way from a point inside a half plane to one outside leaves it; \p distance is how far inside.
PagePoint crossing(PagePoint from, double from_distance, PagePoint to, double to_distance) {
    const double part = from_distance / (from_distance - to_distance);
    return {std::lerp(from.x, to.x, part), std::lerp(from.y, to.y, part)};
}

/// How far inside each of a box's four sides a point is.
std::array<double, 4> distances_inside(const PageBox& box, PagePoint point) {
    return {point.x - box.left, box.right() - point.x, point.y - box.top, box.bottom() - point.y};
}

/// A ring cut to a box, side after side (Sutherland, Hodgman 1974).
PagePath cut_ring(PagePath ring, const PageBox& box) {
    for (std::size_t side = 0; side < 4; ++side) {
        PagePath inside;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const PagePoint from = ring[i];
            const PagePoint to = ring[(i + 1) % ring.size()];
            const double from_distance = distances_inside(box, from)[side];
            const double to_distance = distances_inside(box, to)[side];
            if (from_distance >= 0) inside.push_back(from);
            if ((from_distance >= 0) != (to_distance >= 0))
                inside.push_back(crossing(from, from_distance, to, to_distance));
        }
        ring = std::move(inside);
    }
    return ring;
}

/// The parts of a line that come near a box: what is wholly to one side of it is left out.
std::vector<PagePath> near_parts(const PagePath& line, const PageBox& box) {
    std::vector<PagePath> parts;
    PagePath part;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto from = distances_inside(box, line[i - 1]);
        const auto to = distances_inside(box, line[i]);
        bool beside = false;
        for (std::size_t side = 0; side < 4; ++side) beside = beside || (from[side] < 0 && to[side] < 0);
        if (beside) {
            if (!part.empty()) parts.push_back(std::exchange(part, {}));
            continue;
        }
        if (part.empty()) part.push_back(line[i - 1]);
        part.push_back(line[i]);
    }
    if (!part.empty()) parts.push_back(std::move(part));
    return parts;
}

/// Without vertices so near the one before that nobody could tell them apart. The ends stay.
PagePath thinned(const PagePath& path) {
    constexpr double indistinct = 0.3;  // pixels
    PagePath out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool is_end = i == 0 || i + 1 == path.size();
        if (is_end || std::hypot(path[i].x - out.back().x, path[i].y - out.back().y) >= indistinct)
            out.push_back(path[i]);
    }
    return out;
}

bool is_seam(LonLat from, LonLat to) {
    const bool antimeridian = std::abs(from.lon) == 180 && std::abs(to.lon) == 180;
    const bool pole = std::abs(from.lat) == 90 && std::abs(to.lat) == 90;
    return antimeridian || pole;
}

}  // namespace

MapView::MapView(const PageBox& frame, const std::vector<Geometry>& shown, double least_width_m)
    : m_frame{frame}, m_plane{plane_of(shown)} {
    const Extent extent = extent_on(m_plane, shown);
    const double margin = std::min(frame.width, frame.height) * margin_share;
    if (extent.is_empty()) {
        m_metres_a_pixel = 2 * half_world_m / std::min(frame.width, frame.height);
        return;
    }
    const double half_width_m = std::max(extent.east_m, -extent.west_m);
    const double half_height_m = std::max(extent.north_m, -extent.south_m);
    m_metres_a_pixel = std::max({2 * half_width_m / (frame.width - 2 * margin),
                                 2 * half_height_m / (frame.height - 2 * margin),
                                 least_width_m / std::min(frame.width, frame.height)});
}

PagePoint MapView::at(LonLat position) const {
    const PlanePoint there = m_plane.to_plane(position);
    return {m_frame.left + m_frame.width / 2 + there.x_m / m_metres_a_pixel,
            m_frame.top + m_frame.height / 2 - there.y_m / m_metres_a_pixel};
}

LonLat MapView::position_at(PagePoint point) const {
    return m_plane.to_globe({(point.x - m_frame.left - m_frame.width / 2) * m_metres_a_pixel,
                             (m_frame.top + m_frame.height / 2 - point.y) * m_metres_a_pixel});
}

bool MapView::shows(PagePoint point) const {
    return point.x >= m_frame.left && point.x <= m_frame.right() && point.y >= m_frame.top &&
           point.y <= m_frame.bottom();
}

bool MapView::is_on_globe(PagePoint point) const {
    constexpr double edge_m = 12'700'000;  // twice the radius of the earth, on an equal-area map
    return std::hypot(point.x - m_frame.left - m_frame.width / 2,
                      point.y - m_frame.top - m_frame.height / 2) *
               m_metres_a_pixel <
           edge_m;
}

PagePath MapView::traced(const Line& positions) const {
    PagePath path;
    for (const LonLat position : made_dense(positions, longest_edge_deg)) path.push_back(at(position));
    return path;
}

PageBox MapView::surely_hidden_beyond() const {
    constexpr double margin = 20;
    return {m_frame.left - margin, m_frame.top - margin, m_frame.width + 2 * margin,
            m_frame.height + 2 * margin};
}

std::vector<PagePath> MapView::rings(const MultiPolygon& area) const {
    std::vector<PagePath> paths;
    const auto add = [&](const Ring& ring) {
        PagePath path = thinned(cut_ring(traced(ring), surely_hidden_beyond()));
        if (path.size() > 2) paths.push_back(std::move(path));
    };
    for (const Polygon& polygon : area.polygons) {
        add(polygon.outer);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
    }
    return paths;
}

std::vector<PagePath> MapView::borders(const MultiPolygon& area) const {
    MultiLine edges;
    const auto add = [&](const Ring& ring) {
        Line line;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            if (i > 0 && is_seam(ring[i - 1], ring[i])) edges.lines.push_back(std::exchange(line, {}));
            line.push_back(ring[i]);
        }
        edges.lines.push_back(std::move(line));
    };
    for (const Polygon& polygon : area.polygons) {
        add(polygon.outer);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
    }
    return lines(edges);
}

std::vector<PagePath> MapView::lines(const MultiLine& lines) const {
    std::vector<PagePath> paths;
    for (const Line& line : lines.lines) {
        for (const PagePath& part : near_parts(traced(line), surely_hidden_beyond()))
            paths.push_back(thinned(part));
    }
    return paths;
}

Box MapView::box() const {
    return box_about(m_plane, m_frame.width / 2 * m_metres_a_pixel, m_frame.height / 2 * m_metres_a_pixel);
}

}  // namespace incidentmap
