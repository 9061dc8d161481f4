// SPDX-License-Identifier: MIT
#include "build/row_spool.hpp"

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <limits>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;
constexpr std::size_t least_window = std::size_t{1} << 13;

[[noreturn]] void fail(const char* what) {
    throw Error{std::string("cannot ") + what + " a temporary file in " +
                std::filesystem::temp_directory_path().string() + ": " + std::strerror(errno)};
}

void put(std::string& out, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) out += static_cast<char>(0x80 | (number & 0x7F));
    out += static_cast<char>(number);
}

void put(std::string& out, double number) {
    const auto bits = std::bit_cast<std::uint64_t>(number);
    out.append(reinterpret_cast<const char*>(&bits), sizeof bits);
}

void put(std::string& out, std::string_view text) {
    put(out, std::uint64_t{text.size()});
    out += text;
}

void put(std::string& out, const Line& line) {
    put(out, std::uint64_t{line.size()});
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
        put(out, std::uint64_t{lines.lines.size()});
        for (const Line& line : lines.lines) put(out, line);
    }
    void operator()(const MultiPolygon& area) const {
        put(out, std::uint64_t{area.polygons.size()});
        for (const Polygon& polygon : area.polygons) {
            put(out, polygon.outer);
            put(out, std::uint64_t{polygon.holes.size()});
            for (const Ring& hole : polygon.holes) put(out, hole);
        }
    }
};

struct PutValue {
    std::string& out;

    void operator()(std::monostate) const {}
    void operator()(std::int64_t value) const { put(out, static_cast<std::uint64_t>(value)); }
    void operator()(double value) const { put(out, value); }
    void operator()(std::string_view text) const { put(out, text); }
};

/// Takes apart what put() made.
struct Taker {
    std::string_view bytes;

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; !bytes.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes.front());
            bytes.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0) break;
        }
        return value;
    }
    double real() {
        std::uint64_t bits = 0;
        std::memcpy(&bits, bytes.data(), sizeof bits);
        bytes.remove_prefix(sizeof bits);
        return std::bit_cast<double>(bits);
    }
    std::string_view text() {
        const auto size = static_cast<std::size_t>(number());
        const std::string_view out = bytes.substr(0, size);
        bytes.remove_prefix(size);
        return out;
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

RowSpool::RowSpool() {
    std::string pattern = (std::filesystem::temp_directory_path() / "incidentmap-XXXXXX").string();
    m_file = mkstemp(pattern.data());
    if (m_file < 0) fail("make");
    unlink(pattern.c_str());
}

RowSpool::~RowSpool() { close(m_file); }

void RowSpool::flush() {
    std::size_t done = 0;
    while (done < m_waiting.size()) {
        const ssize_t wrote = write(m_file, m_waiting.data() + done, m_waiting.size() - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) fail("write");
        done += static_cast<std::size_t>(wrote);
    }
    m_written += m_waiting.size();
    m_waiting.clear();
}

RowSpool::Part RowSpool::add(const FeatureBatch& rows, std::string_view note) {
    const std::size_t before = m_waiting.size();
    put(m_waiting, note);
    const std::size_t rows_at = m_waiting.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Feature row = rows[i];
        put(m_waiting, std::uint64_t{index_of(row.layer)});
        put(m_waiting, std::uint64_t{row.geometry.index()});
        std::visit(PutGeometry{m_waiting}, row.geometry);
        put(m_waiting, std::uint64_t{row.values.size()});
        for (const Value& value : row.values) {
            put(m_waiting, std::uint64_t{value.index()});
            std::visit(PutValue{m_waiting}, value);
        }
    }
    const std::string_view added = std::string_view(m_waiting).substr(before);
    if (added.size() > std::numeric_limits<std::uint32_t>::max())
        throw Error{"an incident has more than 4 GiB of rows"};
    const Part part{m_written + before, static_cast<std::uint32_t>(added.size()),
                    static_cast<std::uint32_t>(rows.size()),
                    hash128(std::string_view(m_waiting).substr(rows_at))};
    if (m_waiting.size() >= chunk) flush();
    return part;
}

std::string_view RowSpool::bytes(const Part& part) {
    if (!m_waiting.empty()) flush();
    const bool inside =
        part.start >= m_window_start && part.start + part.size <= m_window_start + m_window.size();
    if (!inside) {
        // Parts of one map lie apart: no more is read than most of them need.
        m_window.resize(std::max<std::size_t>(least_window, part.size));
        m_window_start = part.start;
        std::size_t done = 0;
        while (done < m_window.size()) {
            const ssize_t got = pread(m_file, m_window.data() + done, m_window.size() - done,
                                      static_cast<off_t>(part.start + done));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail("read");
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        m_window.resize(done);
        if (done < part.size) fail("read");
    }
    return std::string_view(m_window).substr(static_cast<std::size_t>(part.start - m_window_start),
                                             part.size);
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
