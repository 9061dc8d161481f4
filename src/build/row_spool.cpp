// SPDX-License-Identifier: MIT
#include "build/row_spool.hpp"

#include <bit>
#include <cstring>
#include <limits>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {
namespace {

/// Parts of one map lie apart: no more is read than most of them need.
constexpr std::size_t least_window = std::size_t{1} << 13;

void put(std::string& out, double number) {
    const auto bits = std::bit_cast<std::uint64_t>(number);
    out.append(reinterpret_cast<const char*>(&bits), sizeof bits);
}

void put(std::string& out, const Line& line) {
    put_number(out, line.size());
    for (const LonLat position : line) {
        put(out, position.lon);
        put(out, position.lat);
    }
}

struct PutGeometry {
    std::string& out;

    void operator()(std::monostate) const {}
    void operator()(LonLat position) const {
        put(out, position.lon);
        put(out, position.lat);
    }
    void operator()(const MultiLine& lines) const {
        put_number(out, lines.lines.size());
        for (const Line& line : lines.lines) put(out, line);
    }
    void operator()(const MultiPolygon& area) const {
        put_number(out, area.polygons.size());
        for (const Polygon& polygon : area.polygons) {
            put(out, polygon.outer);
            put_number(out, polygon.holes.size());
            for (const Ring& hole : polygon.holes) put(out, hole);
        }
    }
};

struct PutValue {
    std::string& out;

    void operator()(std::monostate) const {}
    void operator()(std::int64_t value) const { put_number(out, static_cast<std::uint64_t>(value)); }
    void operator()(double value) const { put(out, value); }
    void operator()(std::string_view text) const { put_text(out, text); }
};

/// Takes apart what put() made.
struct Taker {
    std::string_view bytes;

    std::uint64_t number() { return take_number(bytes); }
    std::string_view text() { return take_text(bytes); }
    double real() {
        std::uint64_t bits = 0;
        std::memcpy(&bits, bytes.data(), sizeof bits);
        bytes.remove_prefix(sizeof bits);
        return std::bit_cast<double>(bits);
    }
    LonLat position() {
        const double lon = real();
        return {lon, real()};
    }
    Line line() {
        Line out(static_cast<std::size_t>(number()));
        for (LonLat& at : out) at = position();
        return out;
    }
    Geometry geometry(std::size_t kind) {
        if (kind == 1) return position();
        if (kind == 2) {
            MultiLine lines;
            lines.lines.resize(static_cast<std::size_t>(number()));
            for (Line& one : lines.lines) one = line();
            return lines;
        }
        if (kind != 3) return {};
        MultiPolygon area;
        area.polygons.resize(static_cast<std::size_t>(number()));
        for (Polygon& polygon : area.polygons) {
            polygon.outer = line();
            polygon.holes.resize(static_cast<std::size_t>(number()));
            for (Ring& hole : polygon.holes) hole = line();
        }
        return area;
    }
    void value(FeatureBatch& into) {
        switch (number()) {
            case 1:
                return into.append(static_cast<std::int64_t>(number()));
            case 2:
                return into.append(real());
            case 3:
                return into.append(text());
            default:
                return into.append_nulls(1);
        }
    }
};

}  // namespace

RowSpool::RowSpool() : m_file{least_window} {}

RowSpool::Part RowSpool::add(const FeatureBatch& rows, std::string_view note) {
    std::string& out = m_file.waiting();
    const std::uint64_t start = m_file.size();
    const std::size_t before = out.size();
    put_text(out, note);
    const std::size_t rows_at = out.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Feature row = rows[i];
        put_number(out, index_of(row.layer));
        put_number(out, row.geometry.index());
        std::visit(PutGeometry{out}, row.geometry);
        put_number(out, row.values.size());
        for (const Value& value : row.values) {
            put_number(out, value.index());
            std::visit(PutValue{out}, value);
        }
    }
    const std::string_view added = std::string_view(out).substr(before);
    if (added.size() > std::numeric_limits<std::uint32_t>::max())
        throw Error{"an incident has more than 4 GiB of rows"};
    const Part part{start, static_cast<std::uint32_t>(added.size()), static_cast<std::uint32_t>(rows.size()),
                    hash128(std::string_view(out).substr(rows_at))};
    m_file.flush_if_full();
    return part;
}

std::string_view RowSpool::note(const Part& part) { return Taker{bytes(part)}.text(); }

void RowSpool::read(const Part& part, FeatureBatch& into) {
    Taker take{bytes(part)};
    take.text();
    for (std::uint32_t row = 0; row < part.rows; ++row) {
        const LayerId layer = all_layers[static_cast<std::size_t>(take.number())];
        into.start(layer, take.geometry(static_cast<std::size_t>(take.number())));
        for (std::uint64_t left = take.number(); left > 0; --left) take.value(into);
    }
}

}  // namespace incidentmap
