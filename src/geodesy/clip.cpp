// SPDX-License-Identifier: MIT
#include "geodesy/clip.hpp"

#include <geos_c.h>

#include <functional>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "geodesy/plane.hpp"

namespace incidentmap {
namespace {

/// Areas in longitude and latitude, in a context of GEOS of their own.
class Clip {
  public:
    MultiPolygon overlap(const MultiPolygon& area, const Box& box) const;

  private:
    using Shape = std::unique_ptr<GEOSGeometry, std::function<void(GEOSGeometry*)>>;

    GEOSContextHandle_t context() const { return m_context.get(); }
    Shape made(GEOSGeometry* shape) const {
        if (shape == nullptr) throw Error{"cannot cut an area to a box"};
        return {shape, [this](GEOSGeometry* old) { GEOSGeom_destroy_r(context(), old); }};
    }
    Shape ring(const Ring& positions) const;
    Shape area(const MultiPolygon& area) const;
    Ring positions(const GEOSGeometry* ring) const;
    void append(MultiPolygon& to, const GEOSGeometry* shape) const;

    std::unique_ptr<GEOSContextHandle_HS, void (*)(GEOSContextHandle_t)> m_context{GEOS_init_r(),
                                                                                   &GEOS_finish_r};
};

Clip::Shape Clip::ring(const Ring& positions) const {
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_create_r(context(), static_cast<unsigned>(positions.size()), 2);
    if (sequence == nullptr) throw Error{"cannot cut an area to a box"};
    for (std::size_t i = 0; i < positions.size(); ++i)
        GEOSCoordSeq_setXY_r(context(), sequence, static_cast<unsigned>(i), positions[i].lon,
                             positions[i].lat);
    return made(GEOSGeom_createLinearRing_r(context(), sequence));
}

Clip::Shape Clip::area(const MultiPolygon& area) const {
    std::vector<GEOSGeometry*> polygons;
    for (const Polygon& polygon : area.polygons) {
        std::vector<GEOSGeometry*> holes;
        for (const Ring& hole : polygon.holes) holes.push_back(ring(hole).release());
        polygons.push_back(made(GEOSGeom_createPolygon_r(context(), ring(polygon.outer).release(),
                                                         holes.data(), static_cast<unsigned>(holes.size())))
                               .release());
    }
    const Shape collection = made(GEOSGeom_createCollection_r(context(), GEOS_MULTIPOLYGON, polygons.data(),
                                                              static_cast<unsigned>(polygons.size())));
    return made(GEOSMakeValid_r(context(), collection.get()));
}

Ring Clip::positions(const GEOSGeometry* ring) const {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(context(), ring);
    unsigned count = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(context(), sequence, &count) == 0)
        throw Error{"cannot cut an area to a box"};
    Ring out(count);
    for (unsigned i = 0; i < count; ++i)
        GEOSCoordSeq_getXY_r(context(), sequence, i, &out[i].lon, &out[i].lat);
    return out;
}

/// The polygons of a shape; its lines and points are left out.
void Clip::append(MultiPolygon& to, const GEOSGeometry* shape) const {
    const int type = GEOSGeomTypeId_r(context(), shape);
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int count = GEOSGetNumGeometries_r(context(), shape);
        for (int i = 0; i < count; ++i) append(to, GEOSGetGeometryN_r(context(), shape, i));
    }
    if (type != GEOS_POLYGON || GEOSisEmpty_r(context(), shape) != 0) return;
    Polygon polygon;
    polygon.outer = positions(GEOSGetExteriorRing_r(context(), shape));
    const int holes = GEOSGetNumInteriorRings_r(context(), shape);
    for (int i = 0; i < holes; ++i)
        polygon.holes.push_back(positions(GEOSGetInteriorRingN_r(context(), shape, i)));
    to.polygons.push_back(std::move(polygon));
}

MultiPolygon Clip::overlap(const MultiPolygon& all, const Box& box) const {
    if (!m_context) throw Error{"cannot start GEOS"};
    constexpr double longest_edge_deg = 1;  // of the box, which is bent where a map bends its parallels
    Shape frame = ring(made_dense({{box.west, box.south},
                                   {box.east, box.south},
                                   {box.east, box.north},
                                   {box.west, box.north},
                                   {box.west, box.south}},
                                  longest_edge_deg));
    const Shape window = made(GEOSGeom_createPolygon_r(context(), frame.release(), nullptr, 0));
    MultiPolygon found;
    append(found, made(GEOSIntersection_r(context(), area(all).get(), window.get())).get());
    return found;
}

/// A box that crosses the antimeridian is two that do not.
std::vector<Box> parts_of(const Box& box) {
    if (box.west <= box.east) return {box};
    return {{box.west, box.south, 180, box.north}, {-180, box.south, box.east, box.north}};
}

}  // namespace

MultiPolygon clipped(const MultiPolygon& area, const Box& box) {
    MultiPolygon all;
    if (area.polygons.empty()) return all;
    const Clip clip;
    for (const Box& part : parts_of(box)) {
        MultiPolygon found = clip.overlap(area, part);
        all.polygons.insert(all.polygons.end(), std::make_move_iterator(found.polygons.begin()),
                            std::make_move_iterator(found.polygons.end()));
    }
    return wound(std::move(all));
}

}  // namespace incidentmap
