// SPDX-License-Identifier: MIT
/// GEOS, for the sources of this folder that combine areas; nothing else includes this.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "geodesy/shapes.hpp"

// As <geos_c.h> declares them, which only sources include.
struct GEOSContextHandle_HS;
struct GEOSGeom_t;

namespace incidentmap::geos {

/// A vertex on the plane on which GEOS works: metres, or degrees where edges are straight in them.
struct Vertex {
    double x = 0;
    double y = 0;
};
using Vertices = std::vector<Vertex>;

struct Destroy {
    GEOSContextHandle_HS* handle;
    void operator()(GEOSGeom_t* geometry) const noexcept;
};
using Shape = std::unique_ptr<GEOSGeom_t, Destroy>;

/// A context of GEOS for one thread, with the last thing that GEOS said. Shapes must not outlive it.
class Context {
  public:
    /// \param failure how the sentence begins when GEOS cannot: `cannot combine two areas`
    explicit Context(std::string failure);
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    GEOSContextHandle_HS* handle() const { return m_handle; }
    [[noreturn]] void fail() const;
    /// Owns what GEOS made. \throws Error where that is null
    Shape made(GEOSGeom_t* shape) const;

    Shape line(const Vertices& vertices) const;
    Shape ring(const Vertices& vertices) const;
    Shape polygon(Shape outer, std::vector<Shape> holes) const;
    Shape multi_polygon(std::vector<Shape> polygons) const;
    /// \param vertices_of how a ring of positions stands on the plane
    Shape area(const MultiPolygon& area, const std::function<Vertices(const Ring&)>& vertices_of) const;

    Vertices vertices(const GEOSGeom_t* ring) const;
    /// Calls \p take with each polygon of a shape that is not empty; lines and points are left out.
    void for_each_polygon(const GEOSGeom_t* shape, const std::function<void(const GEOSGeom_t*)>& take) const;
    /// \param ring_of the positions of a ring's vertices
    Polygon polygon_of(const GEOSGeom_t* polygon, const std::function<Ring(const Vertices&)>& ring_of) const;

  private:
    static void hear(const char* message, void* said);

    GEOSContextHandle_HS* m_handle;
    std::string m_failure;
    std::string m_said = "GEOS said no more";
};

/// Longitudes and latitudes as they are, and back.
Vertices as_degrees(const Ring& ring);
Ring from_degrees(const Vertices& vertices);

}  // namespace incidentmap::geos
