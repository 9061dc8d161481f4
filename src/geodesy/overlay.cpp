// SPDX-License-Identifier: MIT
#include "geodesy/overlay.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <numbers>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "geodesy/antimeridian.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/geos.hpp"
#include "geodesy/plane.hpp"

namespace incidentmap {
namespace {

constexpr double longest_edge_deg = 0.05;
constexpr double least_area_m2 = 1;
constexpr double same_border_m = 5'000;
constexpr int quarter_segments = 16;
constexpr double outline_offset_m = 5;  ///< of circles and sectors

using geos::Shape;

/// From where to where something reaches along a direction of the plane, in metres.
struct Extent {
    double start = 0;
    double end = 0;
};

/// Areas and lines on the plane about one position.
class Overlay {
  public:
    explicit Overlay(LonLat centre) : m_plane{centre, PlaneKind::equidistant} {}

    Shape made(GEOSGeometry* geometry) const { return m_geos.made(geometry); }
    GEOSContextHandle_t context() const { return m_geos.handle(); }

    Shape area(const Footprint& footprint) const;
    Shape line(const Line& line) const { return m_geos.line(on_plane(line)); }
    MultiPolygon on_globe(const GEOSGeometry* shape) const;
    LonLat position(const GEOSGeometry* point) const;
    Shape edge(const Footprint& footprint) const;
    /// All within \p half_width_m of a line or several.
    Shape band(const GEOSGeometry* edge, double half_width_m) const;
    Extent extent(const MultiPolygon& area, double azimuth_deg) const;
    /// What of \p area lies from \p start to \p end along a direction.
    MultiPolygon strip(const MultiPolygon& area, double azimuth_deg, double start, double end) const;

  private:
    geos::Vertices on_plane(const Line& positions) const;
    Ring ring_on_globe(const geos::Vertices& vertices) const;

    geos::Context m_geos{"cannot combine two areas"};
    Plane m_plane;
};

geos::Vertices Overlay::on_plane(const Line& positions) const {
    const Line all = made_dense(positions, longest_edge_deg);
    geos::Vertices vertices;
    vertices.reserve(all.size());
    for (const LonLat position : all) {
        const PlanePoint there = m_plane.to_plane(position);
        vertices.push_back({there.x_m, there.y_m});
    }
    // The ends of a ring are one position, and must be so to the last bit.
    if (all.size() > 1 && all.front() == all.back()) vertices.back() = vertices.front();
    return vertices;
}

Shape Overlay::area(const Footprint& footprint) const {
    Shape collection = m_geos.area(outline(footprint, outline_offset_m),
                                   [this](const Ring& ring) { return on_plane(ring); });
    // Whether there is anything to do is known much sooner than it is done.
    if (GEOSGetNumGeometries_r(context(), collection.get()) == 1 &&
        GEOSisValid_r(context(), collection.get()) == 1)
        return collection;
    // Parts that a border of the map cut in two grow together again, and what crosses itself is mended.
    const Shape valid = made(GEOSMakeValid_r(context(), collection.get()));
    return made(GEOSUnaryUnion_r(context(), valid.get()));
}

/// That of one polygon is its rings, which need not be looked through for crossings.
Shape Overlay::edge(const Footprint& footprint) const {
    const MultiPolygon whole = outline(footprint, outline_offset_m);
    if (whole.polygons.size() != 1) return made(GEOSBoundary_r(context(), area(footprint).get()));
    const Polygon& polygon = whole.polygons.front();
    std::vector<GEOSGeometry*> rings{m_geos.line(on_plane(polygon.outer)).release()};
    for (const Ring& hole : polygon.holes) rings.push_back(m_geos.line(on_plane(hole)).release());
    return made(GEOSGeom_createCollection_r(context(), GEOS_MULTILINESTRING, rings.data(),
                                            static_cast<unsigned>(rings.size())));
}

Ring Overlay::ring_on_globe(const geos::Vertices& vertices) const {
    Ring out;
    out.reserve(vertices.size());
    for (const geos::Vertex vertex : vertices) out.push_back(m_plane.to_globe({vertex.x, vertex.y}));
    out.back() = out.front();
    return out;
}

/// The polygons of a shape; its lines and points are left out, and slivers.
MultiPolygon Overlay::on_globe(const GEOSGeometry* shape) const {
    MultiPolygon area;
    m_geos.for_each_polygon(shape, [&](const GEOSGeometry* polygon) {
        double size_m2 = 0;
        GEOSArea_r(context(), polygon, &size_m2);
        if (size_m2 < least_area_m2) return;
        MultiPolygon cut = cut_polygon(m_geos.polygon_of(
            polygon, [this](const geos::Vertices& vertices) { return ring_on_globe(vertices); }));
        area.polygons.insert(area.polygons.end(), std::make_move_iterator(cut.polygons.begin()),
                             std::make_move_iterator(cut.polygons.end()));
    });
    return wound(std::move(area));
}

/// GEOS takes time with the square of the vertices that lie within the width of one another. So of a line
/// with many it makes the bands of short pieces, and joins neighbours first.
Shape Overlay::band(const GEOSGeometry* edge, double half_width_m) const {
    constexpr int most_vertices = 2'000;
    constexpr std::size_t in_piece = 64;
    if (GEOSGetNumCoordinates_r(context(), edge) <= most_vertices)
        return made(GEOSBuffer_r(context(), edge, half_width_m, quarter_segments));
    std::vector<Shape> bands;
    for (int i = 0; i < GEOSGetNumGeometries_r(context(), edge); ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(context(), edge, i);
        const int type = GEOSGeomTypeId_r(context(), part);
        if (type != GEOS_LINESTRING && type != GEOS_LINEARRING) continue;
        const geos::Vertices all = m_geos.vertices(part);
        for (std::size_t first = 0; first + 1 < all.size(); first += in_piece) {
            const std::size_t end = std::min(first + in_piece + 1, all.size());
            const Shape piece = m_geos.line({all.begin() + static_cast<std::ptrdiff_t>(first),
                                             all.begin() + static_cast<std::ptrdiff_t>(end)});
            bands.push_back(made(GEOSBuffer_r(context(), piece.get(), half_width_m, quarter_segments)));
        }
    }
    return made(GEOSUnaryUnion_r(context(), m_geos.multi_polygon(std::move(bands)).get()));
}

LonLat Overlay::position(const GEOSGeometry* point) const {
    double x = 0;
    double y = 0;
    if (GEOSGeomGetX_r(context(), point, &x) != 1 || GEOSGeomGetY_r(context(), point, &y) != 1) m_geos.fail();
    return m_plane.to_globe({x, y});
}

Extent Overlay::extent(const MultiPolygon& area, double azimuth_deg) const {
    const double towards = azimuth_deg * std::numbers::pi / 180;
    Extent extent{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const Polygon& polygon : area.polygons) {
        for (LonLat position : made_dense(polygon.outer, longest_edge_deg)) {
            const PlanePoint there = m_plane.to_plane(position);
            const double along = there.x_m * std::sin(towards) + there.y_m * std::cos(towards);
            extent.start = std::min(extent.start, along);
            extent.end = std::max(extent.end, along);
        }
    }
    return extent;
}

MultiPolygon Overlay::strip(const MultiPolygon& area, double azimuth_deg, double start, double end) const {
    constexpr double far_m = 2e7;  // wider than any area
    const double towards = azimuth_deg * std::numbers::pi / 180;
    geos::Vertices corners;
    for (const auto& [along, across] : std::initializer_list<std::pair<double, double>>{
             {start, -far_m}, {end, -far_m}, {end, far_m}, {start, far_m}, {start, -far_m}})
        corners.push_back({along * std::sin(towards) + across * std::cos(towards),
                           along * std::cos(towards) - across * std::sin(towards)});
    const Shape box = m_geos.polygon(m_geos.ring(corners), {});
    return on_globe(made(GEOSIntersection_r(context(), this->area(Footprint{area}).get(), box.get())).get());
}

/// A position that stands for where a footprint is.
LonLat middle_of(const Footprint& footprint) {
    if (const auto* circle = std::get_if<Circle>(&footprint)) return circle->centre;
    if (const auto* sector = std::get_if<Sector>(&footprint)) return sector->centre;
    const auto& area = std::get<MultiPolygon>(footprint);
    const auto box = bbox(Geometry{area});
    if (!box) return {0, 0};
    const double east = box->east < box->west ? box->east + 360 : box->east;
    return {wrapped_angle((box->west + east) / 2), (box->south + box->north) / 2};
}

/// The middle of the smaller of two: what is far from it is of no account.
LonLat middle_of(const Footprint& a, const Footprint& b) {
    const LonLat of_a = middle_of(a);
    const LonLat of_b = middle_of(b);
    return radius_about_m(a, of_a) <= radius_about_m(b, of_b) ? of_a : of_b;
}

}  // namespace

MultiPolygon overlap(const Footprint& a, const Footprint& b) {
    const Overlay overlay(middle_of(a, b));
    const Shape common =
        overlay.made(GEOSIntersection_r(overlay.context(), overlay.area(a).get(), overlay.area(b).get()));
    return overlay.on_globe(common.get());
}

MultiPolygon remainder(const Footprint& a, const Footprint& b) {
    const Overlay overlay(middle_of(a));
    const Shape rest =
        overlay.made(GEOSDifference_r(overlay.context(), overlay.area(a).get(), overlay.area(b).get()));
    return overlay.on_globe(rest.get());
}

MultiPolygon band_between(LonLat from, LonLat to, double half_width_m) {
    const Geodesic way = geodesic(from, to);
    const Overlay overlay(destination(from, way.azimuth_deg, way.distance_m / 2));
    // A geodesic is nearly straight on the plane about its middle, and quite so when it has many vertices.
    constexpr int steps = 64;
    Line line;
    for (int step = 0; step <= steps; ++step)
        line.push_back(destination(from, way.azimuth_deg, way.distance_m * step / steps));
    const Shape band = overlay.made(
        GEOSBuffer_r(overlay.context(), overlay.line(line).get(), half_width_m, quarter_segments));
    return overlay.on_globe(band.get());
}

MultiPolygon band_along_edge(const Footprint& area, const Footprint* beside, double half_width_m) {
    const Overlay overlay(beside == nullptr ? middle_of(area) : middle_of(area, *beside));
    Shape edge = overlay.edge(area);
    if (beside != nullptr) {
        const Shape about = overlay.made(
            GEOSBuffer_r(overlay.context(), overlay.area(*beside).get(), same_border_m, quarter_segments));
        edge = overlay.made(GEOSIntersection_r(overlay.context(), edge.get(), about.get()));
    }
    if (GEOSisEmpty_r(overlay.context(), edge.get()) == 1) return {};
    return overlay.on_globe(overlay.band(edge.get(), half_width_m).get());
}

MultiPolygon part_towards(const MultiPolygon& area, double azimuth_deg, double share) {
    const Overlay overlay(middle_of(Footprint{area}));
    const Extent extent = overlay.extent(area, azimuth_deg);
    return overlay.strip(area, azimuth_deg, extent.end - share * (extent.end - extent.start), extent.end);
}

MultiPolygon middle_part(const MultiPolygon& area, double share) {
    const Overlay overlay(middle_of(Footprint{area}));
    MultiPolygon part = area;
    for (double azimuth_deg : {0.0, 90.0}) {
        const Extent extent = overlay.extent(area, azimuth_deg);
        const double margin = (1 - share) / 2 * (extent.end - extent.start);
        part = overlay.strip(part, azimuth_deg, extent.start + margin, extent.end - margin);
    }
    return part;
}

LonLat position_within(const MultiPolygon& area) {
    if (area.polygons.empty()) throw Error{"an area without a polygon has no position"};
    const Overlay overlay(middle_of(Footprint{area}));
    const Shape whole = overlay.area(Footprint{area});
    const GEOSGeometry* largest = nullptr;
    double most_m2 = -1;
    for (int i = 0; i < GEOSGetNumGeometries_r(overlay.context(), whole.get()); ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(overlay.context(), whole.get(), i);
        double size_m2 = 0;
        GEOSArea_r(overlay.context(), part, &size_m2);
        if (size_m2 > most_m2) {
            most_m2 = size_m2;
            largest = part;
        }
    }
    const Shape centroid = overlay.made(GEOSGetCentroid_r(overlay.context(), largest));
    if (GEOSCovers_r(overlay.context(), largest, centroid.get()) == 1)
        return overlay.position(centroid.get());
    return overlay.position(overlay.made(GEOSPointOnSurface_r(overlay.context(), largest)).get());
}

}  // namespace incidentmap
