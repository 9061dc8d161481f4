// SPDX-License-Identifier: MIT
#include "geodesy/geos.hpp"

#include <geos_c.h>

#include <utility>

#include "core/error.hpp"

namespace incidentmap::geos {
namespace {

void drop(const char* /*message*/, void* /*nothing*/) {}

/// The shapes for GEOS to take over.
std::vector<GEOSGeometry*> released(std::vector<Shape> shapes) {
    std::vector<GEOSGeometry*> all;
    all.reserve(shapes.size());
    for (Shape& shape : shapes) all.push_back(shape.release());
    return all;
}

GEOSCoordSequence* sequence_of(const Context& context, const Vertices& vertices) {
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_create_r(context.handle(), static_cast<unsigned>(vertices.size()), 2);
    if (sequence == nullptr) context.fail();
    for (std::size_t i = 0; i < vertices.size(); ++i)
        GEOSCoordSeq_setXY_r(context.handle(), sequence, static_cast<unsigned>(i), vertices[i].x,
                             vertices[i].y);
    return sequence;
}

}  // namespace

void Destroy::operator()(GEOSGeom_t* geometry) const noexcept { GEOSGeom_destroy_r(handle, geometry); }

Context::Context(std::string failure) : m_handle{GEOS_init_r()}, m_failure{std::move(failure)} {
    if (m_handle == nullptr) throw Error{"cannot start GEOS"};
    GEOSContext_setErrorMessageHandler_r(m_handle, &Context::hear, &m_said);
    GEOSContext_setNoticeMessageHandler_r(m_handle, drop, nullptr);
}

Context::~Context() { GEOS_finish_r(m_handle); }

void Context::hear(const char* message, void* said) { *static_cast<std::string*>(said) = message; }

void Context::fail() const { throw Error{m_failure + ": " + m_said}; }

Shape Context::made(GEOSGeom_t* shape) const {
    if (shape == nullptr) fail();
    return {shape, Destroy{m_handle}};
}

Shape Context::line(const Vertices& vertices) const {
    return made(GEOSGeom_createLineString_r(m_handle, sequence_of(*this, vertices)));
}

Shape Context::ring(const Vertices& vertices) const {
    return made(GEOSGeom_createLinearRing_r(m_handle, sequence_of(*this, vertices)));
}

Shape Context::polygon(Shape outer, std::vector<Shape> holes) const {
    std::vector<GEOSGeometry*> given = released(std::move(holes));
    return made(GEOSGeom_createPolygon_r(m_handle, outer.release(), given.data(),
                                         static_cast<unsigned>(given.size())));
}

Shape Context::multi_polygon(std::vector<Shape> polygons) const {
    std::vector<GEOSGeometry*> given = released(std::move(polygons));
    return made(GEOSGeom_createCollection_r(m_handle, GEOS_MULTIPOLYGON, given.data(),
                                            static_cast<unsigned>(given.size())));
}

Shape Context::area(const MultiPolygon& area, const std::function<Vertices(const Ring&)>& vertices_of) const {
    std::vector<Shape> polygons;
    for (const Polygon& each : area.polygons) {
        std::vector<Shape> holes;
        for (const Ring& hole : each.holes) holes.push_back(ring(vertices_of(hole)));
        polygons.push_back(polygon(ring(vertices_of(each.outer)), std::move(holes)));
    }
    return multi_polygon(std::move(polygons));
}

Vertices Context::vertices(const GEOSGeom_t* ring) const {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(m_handle, ring);
    unsigned count = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(m_handle, sequence, &count) == 0) fail();
    Vertices out(count);
    for (unsigned i = 0; i < count; ++i) GEOSCoordSeq_getXY_r(m_handle, sequence, i, &out[i].x, &out[i].y);
    return out;
}

void Context::for_each_polygon(const GEOSGeom_t* shape,
                               const std::function<void(const GEOSGeom_t*)>& take) const {
    const int type = GEOSGeomTypeId_r(m_handle, shape);
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int count = GEOSGetNumGeometries_r(m_handle, shape);
        for (int i = 0; i < count; ++i) for_each_polygon(GEOSGetGeometryN_r(m_handle, shape, i), take);
    }
    if (type == GEOS_POLYGON && GEOSisEmpty_r(m_handle, shape) == 0) take(shape);
}

Polygon Context::polygon_of(const GEOSGeom_t* polygon,
                            const std::function<Ring(const Vertices&)>& ring_of) const {
    Polygon out;
    out.outer = ring_of(vertices(GEOSGetExteriorRing_r(m_handle, polygon)));
    const int holes = GEOSGetNumInteriorRings_r(m_handle, polygon);
    for (int i = 0; i < holes; ++i)
        out.holes.push_back(ring_of(vertices(GEOSGetInteriorRingN_r(m_handle, polygon, i))));
    return out;
}

Vertices as_degrees(const Ring& ring) {
    Vertices vertices;
    vertices.reserve(ring.size());
    for (const LonLat position : ring) vertices.push_back({position.lon, position.lat});
    return vertices;
}

Ring from_degrees(const Vertices& vertices) {
    Ring ring;
    ring.reserve(vertices.size());
    for (const Vertex vertex : vertices) ring.push_back({vertex.x, vertex.y});
    return ring;
}

}  // namespace incidentmap::geos
