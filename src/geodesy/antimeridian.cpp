// SPDX-License-Identifier: MIT
#include "geodesy/antimeridian.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace incidentmap {
namespace {

bool on_cut(double lon) { return std::remainder(lon - 180, 360.0) == 0; }

int lap_of(double lon) { return static_cast<int>(std::floor((lon + 180) / 360)); }

/// The part of a line within one lap of the earth, and whether each end is a cut at the antimeridian.
struct Piece {
    Line line;
    bool cut_at_start = false;
    bool cut_at_end = false;
};

/// The lap in which a line begins: that of its first vertex that is not on the antimeridian itself.
int first_lap(const Line& line) {
    for (const LonLat vertex : line) {
        if (!on_cut(vertex.lon)) return lap_of(vertex.lon);
    }
    return line.empty() || std::abs(line.front().lon) <= 180 ? 0 : lap_of(line.front().lon);
}

void append(Line& line, double lon, double lat, int lap) {
    const LonLat vertex{lon - 360.0 * lap, lat};
    if (line.empty() || line.back() != vertex) line.push_back(vertex);
}

double lat_at(LonLat a, LonLat b, double lon) {
    return a.lat + (b.lat - a.lat) * ((lon - a.lon) / (b.lon - a.lon));
}

std::vector<Piece> pieces_of(const Line& line) {
    std::vector<Piece> pieces;
    int lap = first_lap(line);
    Piece piece;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const LonLat vertex = line[i];
        while (i > 0 && std::abs(vertex.lon - 360.0 * lap) > 180) {
            const int step = vertex.lon > 360.0 * lap ? 1 : -1;
            const double cut = 360.0 * lap + 180.0 * step;
            const double lat = lat_at(line[i - 1], vertex, cut);
            append(piece.line, cut, lat, lap);
            piece.cut_at_end = true;
            pieces.push_back(std::exchange(piece, Piece{{}, true, false}));
            lap += step;
            append(piece.line, cut, lat, lap);
        }
        append(piece.line, vertex.lon, vertex.lat, lap);
    }
    pieces.push_back(std::move(piece));
    return pieces;
}

/// Where a position on the map's border lies as one goes round it counter-clockwise, in degrees from the
/// lower right corner: up the right side, left along the top, down the left side, right along the bottom.
double along_border(LonLat position) {
    return position.lon > 0 ? position.lat + 90 : 360 + 180 + 90 - position.lat;
}

constexpr double border_length = 2 * (180 + 360);

struct Corner {
    double along;
    LonLat position;
};
constexpr Corner corners[] = {{180, {180, 90}}, {540, {-180, 90}}, {720, {-180, -90}}, {1080, {180, -90}}};

double ahead(double from, double to) { return to >= from ? to - from : to - from + border_length; }

/// Walks the border counter-clockwise from where \p ring ends to \p target, noting the corners passed.
void follow_border(Ring& ring, LonLat target) {
    const double start = along_border(ring.back());
    const double reach = ahead(start, along_border(target));
    for (int lap = 0; lap < 2; ++lap) {
        for (const Corner& corner : corners) {
            const double distance = corner.along + lap * border_length - start;
            if (distance > 0 && distance < reach) append(ring, corner.position.lon, corner.position.lat, 0);
        }
    }
    append(ring, target.lon, target.lat, 0);
}

/// Joins the pieces of cut rings into closed rings, along the map's border.
std::vector<Ring> joined(std::vector<Line> pieces) {
    std::vector<Ring> rings;
    std::vector<bool> used(pieces.size(), false);
    for (std::size_t first = 0; first < pieces.size(); ++first) {
        if (used[first]) continue;
        Ring ring = pieces[first];
        used[first] = true;
        for (;;) {
            const double end = along_border(ring.back());
            std::size_t next = first;
            double nearest = ahead(end, along_border(pieces[first].front()));
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                const double distance = ahead(end, along_border(pieces[i].front()));
                if (!used[i] && distance < nearest) {
                    nearest = distance;
                    next = i;
                }
            }
            follow_border(ring, pieces[next].front());
            if (next == first) break;
            used[next] = true;
            for (const LonLat vertex : pieces[next]) append(ring, vertex.lon, vertex.lat, 0);
        }
        rings.push_back(std::move(ring));
    }
    return rings;
}

/// Rotates a closed ring so that it begins away from the antimeridian; empty where it lies on it altogether.
Ring begun_off_cut(const Ring& ring) {
    const double turn = ring.back().lon - ring.front().lon;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        if (on_cut(ring[i].lon)) continue;
        Ring result(ring.begin() + static_cast<std::ptrdiff_t>(i), ring.end());
        for (std::size_t j = 1; j <= i; ++j) result.push_back({ring[j].lon + turn, ring[j].lat});
        return result;
    }
    return {};
}

/// Puts each ring where it belongs: counter-clockwise ones are outer rings, the others holes in the smallest.
MultiPolygon assembled(std::vector<Ring> rings) {
    MultiPolygon area;
    std::vector<Ring> holes;
    for (Ring& ring : rings) {
        if (ring.size() < 4) continue;
        const double extent = twice_signed_area(ring);
        if (extent > 0) {
            area.polygons.push_back({std::move(ring), {}});
        } else if (extent < 0) {
            holes.push_back(std::move(ring));
        }
    }
    if (area.polygons.empty() && !holes.empty()) {
        area.polygons.push_back({{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}, {-180, -90}}, {}});
    }
    for (Ring& hole : holes) {
        Polygon* home = nullptr;
        for (Polygon& polygon : area.polygons) {
            if (!ring_covers(polygon.outer, hole.front())) continue;
            if (!home || twice_signed_area(polygon.outer) < twice_signed_area(home->outer)) home = &polygon;
        }
        if (home) home->holes.push_back(std::move(hole));
    }
    return area;
}

/// The ring with the area that it bounds on its left (\p outer) or on its right.
Ring directed(Ring ring, bool outer) {
    const double turn = ring.back().lon - ring.front().lon;
    bool on_left = twice_signed_area(ring) > 0;
    if (std::abs(turn) > 180) {
        double sum = 0;
        for (const LonLat vertex : ring) sum += vertex.lat;
        on_left = (turn > 0) == (sum > 0);
    }
    if (on_left != outer) std::reverse(ring.begin(), ring.end());
    return ring;
}

enum class Side { outside, edge, inside };

/// Counts the edges to the east of \p position.
Side side_of(const Ring& ring, LonLat position) {
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[i + 1];
        if (std::max(a.lat, b.lat) < position.lat || std::min(a.lat, b.lat) > position.lat) continue;
        const double side =
            (b.lon - a.lon) * (position.lat - a.lat) - (position.lon - a.lon) * (b.lat - a.lat);
        const bool beside = position.lon < std::min(a.lon, b.lon) || position.lon > std::max(a.lon, b.lon);
        if (side == 0 && !beside) return Side::edge;
        if ((a.lat > position.lat) != (b.lat > position.lat) && (side > 0) == (b.lat > a.lat))
            inside = !inside;
    }
    return inside ? Side::inside : Side::outside;
}

struct Interval {
    double west;
    double east;
};

/// Joins intervals that meet both sides of the antimeridian into one with west > east: all but the widest
/// gap.
Interval around_the_back(std::vector<Interval> intervals) {
    std::sort(intervals.begin(), intervals.end(), [](Interval a, Interval b) { return a.west < b.west; });
    Interval result{-180, 180};
    double widest = 0;
    double reach = intervals.front().east;
    for (const Interval interval : intervals) {
        if (interval.west - reach > widest) {
            widest = interval.west - reach;
            result = {interval.west, reach};
        }
        reach = std::max(reach, interval.east);
    }
    return result;
}

std::vector<const Line*> lines_of(const Geometry& geometry) {
    std::vector<const Line*> lines;
    if (const auto* multi_line = std::get_if<MultiLine>(&geometry)) {
        for (const Line& line : multi_line->lines) lines.push_back(&line);
    } else if (const auto* area = std::get_if<MultiPolygon>(&geometry)) {
        for (const Polygon& polygon : area->polygons) lines.push_back(&polygon.outer);
    }
    return lines;
}

}  // namespace

bool holds(const Box& box, LonLat position) {
    if (position.lat < box.south || position.lat > box.north) return false;
    if (box.west <= box.east) return position.lon >= box.west && position.lon <= box.east;
    return position.lon >= box.west || position.lon <= box.east;
}

std::optional<Box> bbox(const Geometry& geometry) {
    if (const auto* point = std::get_if<LonLat>(&geometry))
        return Box{point->lon, point->lat, point->lon, point->lat};
    std::vector<Interval> intervals;
    Box box{180, 90, -180, -90};
    for (const Line* line : lines_of(geometry)) {
        if (line->empty()) continue;
        Interval interval{180, -180};
        for (const LonLat vertex : *line) {
            interval = {std::min(interval.west, vertex.lon), std::max(interval.east, vertex.lon)};
            box.south = std::min(box.south, vertex.lat);
            box.north = std::max(box.north, vertex.lat);
        }
        box.west = std::min(box.west, interval.west);
        box.east = std::max(box.east, interval.east);
        intervals.push_back(interval);
    }
    if (intervals.empty()) return std::nullopt;
    if (box.west == -180 && box.east == 180) {
        const Interval joined = around_the_back(std::move(intervals));
        box.west = joined.west;
        box.east = joined.east;
    }
    return box;
}

MultiLine cut_line(const Line& line) {
    MultiLine result;
    for (Piece& piece : pieces_of(line)) {
        if (piece.line.size() > 1) result.lines.push_back(std::move(piece.line));
    }
    return result;
}

MultiPolygon cut_rings(const std::vector<Ring>& rings) {
    std::vector<Ring> whole;
    std::vector<Line> parts;
    for (const Ring& ring : rings) {
        if (ring.size() < 4) continue;
        const Ring begun = begun_off_cut(ring);
        if (begun.empty()) {
            whole.push_back(ring);
            continue;
        }
        std::vector<Piece> pieces = pieces_of(begun);
        if (pieces.size() == 1) {
            whole.push_back(std::move(pieces.front().line));
            continue;
        }
        // The ring began within a piece: its last piece runs on into its first.
        Line last = std::move(pieces.back().line);
        pieces.pop_back();
        for (const LonLat vertex : pieces.front().line) append(last, vertex.lon, vertex.lat, 0);
        pieces.front().line = std::move(last);
        for (Piece& piece : pieces) {
            if (piece.line.size() > 1) parts.push_back(std::move(piece.line));
        }
    }
    for (Ring& ring : joined(std::move(parts))) whole.push_back(std::move(ring));
    return assembled(std::move(whole));
}

MultiPolygon cut_polygon(const Polygon& polygon) {
    std::vector<Ring> rings;
    if (polygon.outer.size() < 4) return {};
    rings.push_back(directed(unrolled(polygon.outer), true));
    for (const Ring& hole : polygon.holes) {
        if (hole.size() >= 4) rings.push_back(directed(unrolled(hole), false));
    }
    return cut_rings(rings);
}

Ring unrolled(const Ring& ring) {
    Ring result;
    double lap = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const double step = i == 0 ? 0 : ring[i].lon - ring[i - 1].lon;
        if (std::abs(step) > 180 && std::abs(step) != 360) lap -= 360 * std::round(step / 360);
        result.push_back({ring[i].lon + lap, ring[i].lat});
    }
    return result;
}

double twice_signed_area(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        // About the first vertex, so that a small ring far from 0/0 keeps its digits.
        const double x1 = ring[i].lon - ring.front().lon;
        const double y1 = ring[i].lat - ring.front().lat;
        sum += x1 * (ring[i + 1].lat - ring.front().lat) - (ring[i + 1].lon - ring.front().lon) * y1;
    }
    return sum;
}

MultiPolygon wound(MultiPolygon area) {
    for (Polygon& polygon : area.polygons) {
        if (twice_signed_area(polygon.outer) < 0) std::reverse(polygon.outer.begin(), polygon.outer.end());
        for (Ring& hole : polygon.holes) {
            if (twice_signed_area(hole) > 0) std::reverse(hole.begin(), hole.end());
        }
    }
    return area;
}

bool ring_covers(const Ring& ring, LonLat position) { return side_of(ring, position) != Side::outside; }

bool ring_holds(const Ring& ring, LonLat position) { return side_of(ring, position) == Side::inside; }

}  // namespace incidentmap
