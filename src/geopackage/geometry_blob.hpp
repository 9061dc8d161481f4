// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geodesy/shapes.hpp"
#include "geopackage/envelope.hpp"

namespace incidentmap {

/// A geometry as a GeoPackage stores it.
struct EncodedGeometry {
    std::span<const std::byte> bytes;  ///< in the encoder's buffer; none where it is to be NULL
    std::optional<Envelope> envelope;  ///< nothing where it is to be NULL
};

/// Writes geometries as GeoPackageBinary (GeoPackage 1.3, clause 2.1.3): little endian, SRS 4326, with an
/// envelope for all but points, then a WKB Point, MultiLineString or MultiPolygon. One buffer serves all.
class GeometryEncoder {
  public:
    /// The bytes are good until the next call. A geometry without a position has none: it is stored as NULL.
    /// \throws Error where a position is not finite, or a line or ring has more positions than WKB can count
    EncodedGeometry encode(const Geometry& geometry);

  private:
    std::vector<std::byte> m_buffer;
};

/// What the bytes hold, or why they hold nothing that can be used.
struct DecodedGeometry {
    std::optional<Geometry> geometry;  ///< an empty geometry is the monostate
    std::string problem;               ///< `the geometry ends too early`; empty where there is a geometry
};

/// Reads GeoPackageBinary of either byte order: Point, LineString, Polygon, MultiPoint of one point,
/// MultiLineString and MultiPolygon; Z and M are passed over. Lines become a MultiLine and areas a
/// MultiPolygon. The bytes need not be sound: nothing is read past their end and no count in them is
/// believed.
DecodedGeometry decode_geometry(std::span<const std::byte> bytes);

}  // namespace incidentmap
