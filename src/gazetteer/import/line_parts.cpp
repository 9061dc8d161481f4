// SPDX-License-Identifier: MIT
#include "gazetteer/import/line_parts.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {
namespace {

/// Strips no farther apart, in degrees, are parts of one line: publishers leave gaps at lakes and borders.
constexpr double nearly_meeting_deg = 0.1;

OGRLinearRing ring_of(const Ring& ring) {
    OGRLinearRing line;
    for (const LonLat position : ring) line.addPoint(position.lon, position.lat);
    return line;
}

OGRMultiPolygon shape_of(const MultiPolygon& area) {
    OGRMultiPolygon shape;
    for (const Polygon& polygon : area.polygons) {
        OGRPolygon part;
        OGRLinearRing outer = ring_of(polygon.outer);
        part.addRing(&outer);
        for (const Ring& hole : polygon.holes) {
            OGRLinearRing inner = ring_of(hole);
            part.addRing(&inner);
        }
        shape.addGeometry(&part);
    }
    return shape;
}

Ring ring_of(const OGRLinearRing& line, bool counter_clockwise) {
    Ring ring;
    for (int i = 0; i < line.getNumPoints(); ++i) ring.push_back({.lon = line.getX(i), .lat = line.getY(i)});
    if ((line.isClockwise() != 0) == counter_clockwise) std::reverse(ring.begin(), ring.end());
    return ring;
}

void add_polygons(const OGRGeometry& shape, MultiPolygon& area) {
    const OGRwkbGeometryType type = wkbFlatten(shape.getGeometryType());
    if (type == wkbMultiPolygon || type == wkbGeometryCollection) {
        for (const OGRGeometry* part : *shape.toGeometryCollection()) add_polygons(*part, area);
    } else if (type == wkbPolygon && !shape.IsEmpty()) {
        Polygon polygon;
        polygon.outer = ring_of(*shape.toPolygon()->getExteriorRing(), true);
        for (int i = 0; i < shape.toPolygon()->getNumInteriorRings(); ++i)
            polygon.holes.push_back(ring_of(*shape.toPolygon()->getInteriorRing(i), false));
        area.polygons.push_back(std::move(polygon));
    }
}

/// A line of which parts have come.
struct JoinedLine {
    std::size_t first;  ///< the area that has its row
    OGRMultiPolygon strips;
};

MultiPolygon united(const JoinedLine& line) {
    const std::unique_ptr<OGRGeometry> whole(line.strips.UnionCascaded());
    if (!whole) throw Error{"the parts of a line cannot be joined"};
    MultiPolygon area;
    add_polygons(*whole, area);
    return area;
}

void add_strips(JoinedLine& line, const OGRMultiPolygon& strips) {
    for (const OGRPolygon* strip : strips) line.strips.addGeometry(strip);
}

}  // namespace

std::vector<LayerArea> with_parts_joined(std::vector<LayerArea> areas) {
    std::map<std::string, std::vector<JoinedLine>> named;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const Place& place = areas[i].place.place;
        std::vector<JoinedLine>& lines = named[place.kind + '\n' + place.name];
        JoinedLine joined{i, shape_of(areas[i].outline)};
        // It may close the gap between lines that were apart so far.
        for (auto line = lines.begin(); line != lines.end();) {
            if (line->strips.Distance(&joined.strips) > nearly_meeting_deg) {
                ++line;
                continue;
            }
            joined.first = std::min(joined.first, line->first);
            add_strips(joined, line->strips);
            line = lines.erase(line);
        }
        lines.push_back(std::move(joined));
    }
    std::map<std::size_t, MultiPolygon> outlines;
    for (const auto& [name, lines] : named) {
        for (const JoinedLine& line : lines) outlines.emplace(line.first, united(line));
    }
    std::vector<LayerArea> result;
    for (auto& [first, outline] : outlines) {
        result.push_back(std::move(areas[first]));
        result.back().outline = std::move(outline);
    }
    return result;
}

}  // namespace incidentmap
