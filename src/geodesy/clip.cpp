// SPDX-License-Identifier: MIT
#include "geodesy/clip.hpp"

#include <geos_c.h>

#include <iterator>
#include <utility>
#include <vector>

#include "geodesy/geos.hpp"
#include "geodesy/plane.hpp"

namespace incidentmap {
namespace {

/// A box that crosses the antimeridian is two that do not.
std::vector<Box> parts_of(const Box& box) {
    if (box.west <= box.east) return {box};
    return {{box.west, box.south, 180, box.north}, {-180, box.south, box.east, box.north}};
}

geos::Shape frame_of(const geos::Context& context, const Box& box) {
    constexpr double longest_edge_deg = 1;  // of the box, which is bent where a map bends its parallels
    const Ring frame = made_dense({{box.west, box.south},
                                   {box.east, box.south},
                                   {box.east, box.north},
                                   {box.west, box.north},
                                   {box.west, box.south}},
                                  longest_edge_deg);
    return context.polygon(context.ring(geos::as_degrees(frame)), {});
}

}  // namespace

MultiPolygon clipped(const MultiPolygon& area, const Box& box) {
    MultiPolygon all;
    if (area.polygons.empty()) return all;
    const geos::Context context{"cannot cut an area to a box"};
    geos::Shape whole = context.area(area, geos::as_degrees);
    // Mending takes far longer than looking whether there is anything to mend.
    if (GEOSisValid_r(context.handle(), whole.get()) != 1)
        whole = context.made(GEOSMakeValid_r(context.handle(), whole.get()));
    for (const Box& part : parts_of(box)) {
        const geos::Shape common =
            context.made(GEOSIntersection_r(context.handle(), whole.get(), frame_of(context, part).get()));
        context.for_each_polygon(common.get(), [&](const GEOSGeometry* polygon) {
            all.polygons.push_back(context.polygon_of(polygon, geos::from_degrees));
        });
    }
    return wound(std::move(all));
}

}  // namespace incidentmap
