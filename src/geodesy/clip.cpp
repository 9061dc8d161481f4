// SPDX-License-Identifier: MIT
#include "geodesy/clip.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

#include "geodesy/geos.hpp"
#include "geodesy/plane.hpp"
#include "geodesy/xyz.hpp"

namespace incidentmap {
namespace {

/// Of a box, whose edges a map bends as it bends its parallels.
constexpr double longest_edge_deg = 1;

/// A box that crosses the antimeridian is two that do not.
std::vector<Box> parts_of(const Box& box) {
    if (box.west <= box.east) return {box};
    return {{box.west, box.south, 180, box.north}, {-180, box.south, box.east, box.north}};
}

geos::Shape frame_of(const geos::Context& context, const Box& box) {
    const Ring frame = made_dense({{box.west, box.south},
                                   {box.east, box.south},
                                   {box.east, box.north},
                                   {box.west, box.north},
                                   {box.west, box.south}},
                                  longest_edge_deg);
    return context.polygon(context.ring(geos::as_degrees(frame)), {});
}

/// So many pairs of edges, of which each may meet the other, GEOS looks through within a second.
constexpr double most_pairs = 2e7;

/// Whether most edges are so long that their boxes lie across one another, as in a star with thousands of
/// spikes: what looks for edges that meet, compares nearly all of them with nearly all.
bool is_crowded(const MultiPolygon& area) {
    const auto box = bbox(Geometry{area});
    if (!box) return false;
    const double width = box->east < box->west ? 360 : box->east - box->west;
    const double height = box->north - box->south;
    double edges = 0;
    double widths = 0;
    double heights = 0;
    const auto add = [&](const Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            ++edges;
            widths += std::abs(ring[i].lon - ring[i - 1].lon);
            heights += std::abs(ring[i].lat - ring[i - 1].lat);
        }
    };
    for (const Polygon& polygon : area.polygons) {
        add(polygon.outer);
        for (const Ring& hole : polygon.holes) add(hole);
    }
    // Boxes of that mean size, strewn over the whole.
    return width > 0 && height > 0 && (2 * widths / width) * (2 * heights / height) > most_pairs;
}

/// What of a ring lies on one side of a line of longitude or latitude (Sutherland and Hodgman 1974). Parts
/// that the line cuts off from each other hang together along it.
Ring cut_along(const Ring& ring, double LonLat::*axis, double line, bool keep_above) {
    Ring kept;
    const auto inside = [&](LonLat at) { return keep_above ? at.*axis >= line : at.*axis <= line; };
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const LonLat from = ring[i - 1];
        const LonLat to = ring[i];
        if (inside(from) != inside(to)) {
            LonLat crossing = between(from, to, (line - from.*axis) / (to.*axis - from.*axis));
            crossing.*axis = line;
            kept.push_back(crossing);
        }
        if (inside(to)) kept.push_back(to);
    }
    if (!kept.empty()) kept.push_back(kept.front());
    return kept;
}

Ring cut_to(Ring ring, const Box& box) {
    ring = cut_along(ring, &LonLat::lon, box.west, true);
    ring = cut_along(ring, &LonLat::lon, box.east, false);
    ring = cut_along(ring, &LonLat::lat, box.south, true);
    return cut_along(ring, &LonLat::lat, box.north, false);
}

/// Each vertex is looked at once.
MultiPolygon cut_plainly(const MultiPolygon& area, const Box& box) {
    constexpr std::size_t least = 4;  // of a ring
    MultiPolygon all;
    for (const Polygon& polygon : area.polygons) {
        Polygon cut{cut_to(polygon.outer, box), {}};
        if (cut.outer.size() < least) continue;
        for (const Ring& hole : polygon.holes) {
            if (Ring rest = cut_to(hole, box); rest.size() >= least) cut.holes.push_back(std::move(rest));
        }
        all.polygons.push_back(std::move(cut));
    }
    return all;
}

/// Where the box of a polygon lies, seen from another.
enum class Lies { outside, across, inside };

Lies lies(const Ring& ring, const Box& box) {
    double west = 180, south = 90, east = -180, north = -90;
    for (const LonLat at : ring) {
        west = std::min(west, at.lon);
        east = std::max(east, at.lon);
        south = std::min(south, at.lat);
        north = std::max(north, at.lat);
    }
    const bool is_inside = west >= box.west && east <= box.east && south >= box.south && north <= box.north;
    if (is_inside) return Lies::inside;
    const bool meets = west < box.east && east > box.west && south < box.north && north > box.south;
    return meets ? Lies::across : Lies::outside;
}

/// A ring with vertices along the edges of the box that it follows, which a map may bend.
Ring bent_along(const Ring& ring, const Box& box) {
    Ring bent;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const bool follows =
            i > 0 && ring[i].lat == ring[i - 1].lat && (ring[i].lat == box.south || ring[i].lat == box.north);
        if (!follows) {
            bent.push_back(ring[i]);
            continue;
        }
        const Line dense = made_dense({ring[i - 1], ring[i]}, longest_edge_deg);
        bent.insert(bent.end(), dense.begin() + 1, dense.end());
    }
    return bent;
}

/// Adds what of a polygon lies in the box. GEOS cuts to a rectangle without looking whether the polygon is
/// sound; where what it makes is not, both are mended and intersected, which takes many times as long.
void add_cut(const geos::Context& context, const Polygon& polygon, const Box& box, MultiPolygon& all) {
    const auto add = [&](const GEOSGeometry* cut) {
        Polygon taken = context.polygon_of(cut, geos::from_degrees);
        taken.outer = bent_along(taken.outer, box);
        for (Ring& hole : taken.holes) hole = bent_along(hole, box);
        all.polygons.push_back(std::move(taken));
    };
    geos::Shape whole = context.area({{polygon}}, geos::as_degrees);
    GEOSContextHandle_t handle = context.handle();
    const geos::Shape quick{GEOSClipByRect_r(handle, whole.get(), box.west, box.south, box.east, box.north),
                            geos::Destroy{handle}};
    if (quick && GEOSisValid_r(handle, quick.get()) == 1) return context.for_each_polygon(quick.get(), add);
    // Mending takes far longer than looking whether there is anything to mend.
    if (GEOSisValid_r(handle, whole.get()) != 1) whole = context.made(GEOSMakeValid_r(handle, whole.get()));
    const geos::Shape common =
        context.made(GEOSIntersection_r(handle, whole.get(), frame_of(context, box).get()));
    context.for_each_polygon(common.get(), add);
}

/// Adds a polygon that lies in the box, mended where it crosses itself.
void add_whole(const geos::Context& context, const Polygon& polygon, MultiPolygon& all) {
    const geos::Shape whole = context.area({{polygon}}, geos::as_degrees);
    if (GEOSisValid_r(context.handle(), whole.get()) == 1) {
        all.polygons.push_back(polygon);
        return;
    }
    const geos::Shape mended = context.made(GEOSMakeValid_r(context.handle(), whole.get()));
    context.for_each_polygon(mended.get(), [&](const GEOSGeometry* part) {
        all.polygons.push_back(context.polygon_of(part, geos::from_degrees));
    });
}

}  // namespace

MultiPolygon clipped(const MultiPolygon& area, const Box& box, Unsound what_is) {
    MultiPolygon all;
    if (area.polygons.empty()) return all;
    if (is_crowded(area)) {
        for (const Box& part : parts_of(box)) {
            MultiPolygon cut = cut_plainly(area, part);
            std::move(cut.polygons.begin(), cut.polygons.end(), std::back_inserter(all.polygons));
        }
        return wound(std::move(all));
    }
    const geos::Context context{"cannot cut an area to a box"};
    for (const Box& part : parts_of(box)) {
        for (const Polygon& polygon : area.polygons) {
            const Lies where = lies(polygon.outer, part);
            if (where == Lies::inside && what_is == Unsound::may_stay) all.polygons.push_back(polygon);
            if (where == Lies::inside && what_is == Unsound::is_mended) add_whole(context, polygon, all);
            if (where == Lies::across) add_cut(context, polygon, part, all);
        }
    }
    return wound(std::move(all));
}

}  // namespace incidentmap
