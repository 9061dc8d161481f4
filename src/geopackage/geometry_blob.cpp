// SPDX-License-Identifier: MIT
#include "geopackage/geometry_blob.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {

namespace {

constexpr std::uint32_t wkb_point = 1, wkb_line = 2, wkb_polygon = 3;
constexpr std::uint32_t wkb_multi_point = 4, wkb_multi_line = 5, wkb_multi_polygon = 6;
constexpr std::uint32_t wgs84_srs_id = 4326;

// Flags of the header: bit 0 little endian, bits 1 to 3 the kind of envelope, bit 4 empty, bit 5 of the
// maker's own.
constexpr unsigned flag_little_endian = 1, flag_envelope_xy = 1U << 1, flag_extended = 1U << 5;

/// Appends little endian values to a buffer.
class Sink {
  public:
    explicit Sink(std::vector<std::byte>& buffer) : m_buffer{buffer} {}

    void put_byte(unsigned value) { m_buffer.push_back(static_cast<std::byte>(value)); }

    void put_integer(std::uint32_t value) { put<4>(value); }

    void put_real(double value) { put<8>(std::bit_cast<std::uint64_t>(value)); }

    void put_count(std::size_t count) {
        if (count > std::numeric_limits<std::uint32_t>::max()) throw Error{"a geometry has too many parts"};
        put_integer(static_cast<std::uint32_t>(count));
    }

    void put_head(std::uint32_t type) {
        put_byte(1);
        put_integer(type);
    }

    void put_position(LonLat p) {
        put_real(p.lon);
        put_real(p.lat);
    }

    void put_positions(const std::vector<LonLat>& positions) {
        put_count(positions.size());
        for (const LonLat p : positions) put_position(p);
    }

    void operator()(std::monostate) {}

    void operator()(LonLat p) {
        put_head(wkb_point);
        put_position(p);
    }

    void operator()(const MultiLine& shape) {
        put_head(wkb_multi_line);
        put_count(shape.lines.size());
        for (const Line& line : shape.lines) {
            put_head(wkb_line);
            put_positions(line);
        }
    }

    void operator()(const MultiPolygon& shape) {
        put_head(wkb_multi_polygon);
        put_count(shape.polygons.size());
        for (const Polygon& polygon : shape.polygons) {
            put_head(wkb_polygon);
            put_count(polygon.holes.size() + 1);
            put_positions(polygon.outer);
            for (const Ring& hole : polygon.holes) put_positions(hole);
        }
    }

  private:
    template <unsigned size>
    void put(std::uint64_t value) {
        std::array<std::byte, size> bytes;
        for (unsigned i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(value >> (8 * i));
        m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
    }

    std::vector<std::byte>& m_buffer;
};

/// What is wrong with the bytes; caught within this file.
struct Damage {
    std::string problem;
};

/// Takes values off the front of bytes that may be damaged.
class Source {
  public:
    explicit Source(std::span<const std::byte> bytes) : m_bytes{bytes} {}

    void set_little_endian(bool little_endian) { m_little_endian = little_endian; }

    void need(std::size_t size) const {
        if (m_bytes.size() < size) throw Damage{"the geometry ends too early"};
    }

    void skip(std::size_t size) {
        need(size);
        m_bytes = m_bytes.subspan(size);
    }

    unsigned take_byte() {
        need(1);
        const auto value = std::to_integer<unsigned>(m_bytes.front());
        m_bytes = m_bytes.subspan(1);
        return value;
    }

    std::uint32_t take_integer() { return static_cast<std::uint32_t>(take<4>()); }

    double take_real() { return std::bit_cast<double>(take<8>()); }

    /// A count of things of which each takes at least `least_size` bytes.
    std::size_t take_count(std::size_t least_size) {
        const std::size_t count = take_integer();
        if (count > m_bytes.size() / least_size) throw Damage{"the geometry ends too early"};
        return count;
    }

  private:
    template <unsigned size>
    std::uint64_t take() {
        need(size);
        std::uint64_t value = 0;
        for (unsigned i = 0; i < size; ++i) {
            const unsigned place = m_little_endian ? i : size - 1 - i;
            value |= std::to_integer<std::uint64_t>(m_bytes[i]) << (8 * place);
        }
        m_bytes = m_bytes.subspan(size);
        return value;
    }

    std::span<const std::byte> m_bytes;
    bool m_little_endian = true;
};

/// A WKB geometry's type without its dimensions, and how many numbers a position has.
struct WkbHead {
    std::uint32_t type = 0;
    std::size_t numbers = 2;
};

WkbHead take_head(Source& source) {
    const unsigned order = source.take_byte();
    if (order > 1) throw Damage{"the geometry's byte order is unknown"};
    source.set_little_endian(order == 1);
    const std::uint32_t type = source.take_integer();
    const std::uint32_t dimensions = type / 1000;  // ISO WKB: 1000 has Z, 2000 M, 3000 both
    if (dimensions > 3) throw Damage{"the geometry's type " + std::to_string(type) + " is unknown"};
    constexpr std::array<std::size_t, 4> numbers{2, 3, 3, 4};
    return {type % 1000, numbers[dimensions]};
}

LonLat take_position(Source& source, std::size_t numbers) {
    LonLat p;
    p.lon = source.take_real();
    p.lat = source.take_real();
    source.skip((numbers - 2) * sizeof(double));
    return p;
}

/// A point, or nothing for WKB's way to write an empty one: not a number, twice.
Geometry take_point(Source& source, std::size_t numbers) {
    const LonLat p = take_position(source, numbers);
    if (std::isnan(p.lon) && std::isnan(p.lat)) return std::monostate{};
    if (!std::isfinite(p.lon) || !std::isfinite(p.lat)) throw Damage{"a position is not a finite number"};
    return p;
}

std::vector<LonLat> take_positions(Source& source, std::size_t numbers) {
    const std::size_t count = source.take_count(numbers * sizeof(double));
    std::vector<LonLat> positions;
    positions.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        positions.push_back(take_position(source, numbers));
        if (!std::isfinite(positions.back().lon) || !std::isfinite(positions.back().lat))
            throw Damage{"a position is not a finite number"};
    }
    return positions;
}

Line take_line(Source& source, std::size_t numbers) {
    Line line = take_positions(source, numbers);
    if (line.size() == 1) throw Damage{"a line has only one position"};
    return line;
}

Ring take_ring(Source& source, std::size_t numbers) {
    Ring ring = take_positions(source, numbers);
    if (ring.empty()) return ring;
    if (ring.size() < 4) throw Damage{"a ring has fewer than four positions"};
    if (ring.front() != ring.back()) throw Damage{"a ring is not closed"};
    return ring;
}

Polygon take_polygon(Source& source, std::size_t numbers) {
    const std::size_t count = source.take_count(sizeof(std::uint32_t));
    Polygon polygon;
    for (std::size_t i = 0; i < count; ++i) {
        Ring ring = take_ring(source, numbers);
        if (i == 0)
            polygon.outer = std::move(ring);
        else if (!ring.empty())
            polygon.holes.push_back(std::move(ring));
    }
    if (polygon.outer.empty() && !polygon.holes.empty()) throw Damage{"an area has a hole but no outline"};
    return polygon;
}

/// The heads of the parts of a multi geometry, each of which must be of the one type that belongs there.
WkbHead take_part_head(Source& source, std::uint32_t type) {
    const WkbHead head = take_head(source);
    if (head.type != type) throw Damage{"a part of the geometry is of another type than the whole"};
    return head;
}

constexpr std::size_t head_size = 1 + sizeof(std::uint32_t);

Geometry take_multi_point(Source& source) {
    const std::size_t count = source.take_count(head_size);
    if (count == 0) return std::monostate{};
    if (count > 1) throw Damage{"the geometry is of several points; one is needed"};
    return take_point(source, take_part_head(source, wkb_point).numbers);
}

/// The lines of a MultiLineString that have any positions.
Geometry take_multi_line(Source& source) {
    MultiLine shape;
    for (std::size_t left = source.take_count(head_size); left > 0; --left) {
        Line line = take_line(source, take_part_head(source, wkb_line).numbers);
        if (!line.empty()) shape.lines.push_back(std::move(line));
    }
    if (shape.lines.empty()) return std::monostate{};
    return shape;
}

/// The polygons of a MultiPolygon that have any positions.
Geometry take_multi_polygon(Source& source) {
    MultiPolygon shape;
    for (std::size_t left = source.take_count(head_size); left > 0; --left) {
        Polygon polygon = take_polygon(source, take_part_head(source, wkb_polygon).numbers);
        if (!polygon.outer.empty()) shape.polygons.push_back(std::move(polygon));
    }
    if (shape.polygons.empty()) return std::monostate{};
    return shape;
}

Geometry take_geometry(Source& source) {
    const WkbHead head = take_head(source);
    switch (head.type) {
        case wkb_point:
            return take_point(source, head.numbers);
        case wkb_multi_point:
            return take_multi_point(source);
        case wkb_multi_line:
            return take_multi_line(source);
        case wkb_multi_polygon:
            return take_multi_polygon(source);
        case wkb_line: {
            Line line = take_line(source, head.numbers);
            if (line.empty()) return std::monostate{};
            return MultiLine{{std::move(line)}};
        }
        case wkb_polygon: {
            Polygon polygon = take_polygon(source, head.numbers);
            if (polygon.outer.empty()) return std::monostate{};
            return MultiPolygon{{std::move(polygon)}};
        }
        default:
            break;
    }
    throw Damage{"the geometry's type " + std::to_string(head.type) + " is neither point, line nor area"};
}

void pass_header(Source& source) {
    source.need(8);
    if (source.take_byte() != 'G' || source.take_byte() != 'P' || source.take_byte() != 0)
        throw Damage{"the geometry does not begin as a GeoPackage's does"};
    const unsigned flags = source.take_byte();
    if ((flags & flag_extended) != 0) throw Damage{"the geometry is of a kind of its maker's own"};
    source.set_little_endian((flags & flag_little_endian) != 0);
    const std::uint32_t srs_id = source.take_integer();
    if (srs_id != wgs84_srs_id && srs_id != 0)
        throw Damage{"the geometry's reference system is " +
                     std::to_string(static_cast<std::int32_t>(srs_id)) + ", not 4326"};
    constexpr std::array<std::size_t, 8> envelope_numbers{0, 4, 6, 6, 8, 9, 9, 9};
    const std::size_t numbers = envelope_numbers[(flags >> 1) & 7];
    if (numbers == 9) throw Damage{"the geometry's envelope is of an unknown kind"};
    source.skip(numbers * sizeof(double));
}

}  // namespace

EncodedGeometry GeometryEncoder::encode(const Geometry& geometry) {
    m_buffer.clear();
    const std::optional<Envelope> envelope = envelope_of(geometry);
    if (!envelope) return {};
    const bool has_envelope = !std::holds_alternative<LonLat>(geometry);

    Sink sink{m_buffer};
    sink.put_byte('G');
    sink.put_byte('P');
    sink.put_byte(0);
    sink.put_byte(flag_little_endian | (has_envelope ? flag_envelope_xy : 0));
    sink.put_integer(wgs84_srs_id);
    if (has_envelope) {
        for (const double value : {envelope->min_x, envelope->max_x, envelope->min_y, envelope->max_y})
            sink.put_real(value);
    }
    std::visit(sink, geometry);
    return {m_buffer, envelope};
}

DecodedGeometry decode_geometry(std::span<const std::byte> bytes) {
    Source source{bytes};
    try {
        pass_header(source);
        return {take_geometry(source), {}};
    } catch (const Damage& damage) {
        return {std::nullopt, damage.problem};
    }
}

}  // namespace incidentmap
