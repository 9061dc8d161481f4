// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "geopackage/geometry_blob.hpp"
#include "harness.hpp"

using namespace incidentmap;

/// Bytes are a geometry or have their reason, and a geometry that was read is written in one form only.
void fuzz_geometry(std::string_view bytes) {
    const DecodedGeometry read = decode_geometry(std::as_bytes(std::span(bytes)));
    require(read.geometry.has_value() == read.problem.empty());
    if (!read.geometry) return;
    GeometryEncoder encoder;
    const EncodedGeometry written = encoder.encode(*read.geometry);
    if (!written.envelope) return;
    const std::vector<std::byte> first(written.bytes.begin(), written.bytes.end());
    const DecodedGeometry again = decode_geometry(first);
    require(again.geometry.has_value());
    require(std::ranges::equal(encoder.encode(*again.geometry).bytes, first));
}
