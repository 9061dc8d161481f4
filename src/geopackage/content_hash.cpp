// SPDX-License-Identifier: MIT
#include "geopackage/content_hash.hpp"

#include <bit>
#include <vector>

#include "core/error.hpp"
#include "core/hash.hpp"

namespace incidentmap {
namespace {

enum class Kind { text, integer, real, bytes };

Kind kind_of(std::string_view declared) {
    if (declared == "TEXT" || declared == "DATE" || declared == "DATETIME") return Kind::text;
    if (declared == "INTEGER" || declared == "BOOLEAN") return Kind::integer;
    if (declared == "REAL") return Kind::real;
    return Kind::bytes;
}

void add_cell(ContentHash& hash, const Statement& row, int column, Kind kind) {
    if (row.is_null(column)) return hash.add_null();
    switch (kind) {
        case Kind::text:
            return hash.add(row.text(column));
        case Kind::integer:
            return hash.add(row.integer(column));
        case Kind::real:
            return hash.add(row.real(column));
        case Kind::bytes:
            return hash.add(row.blob(column));
    }
}

}  // namespace

void ContentHash::add(double value) { mix(std::bit_cast<std::uint64_t>(value + 0.0) + 3); }

void ContentHash::add(std::string_view text) {
    mix(text.size() + 4);
    for (std::size_t at = 0; at < text.size(); at += 8) mix(word_at(text, at));
}

void ContentHash::add(std::span<const std::byte> bytes) {
    add(std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::string ContentHash::hex() const { return short_hex({m_state, 0}); }

std::string content_hash(Database& database, std::string_view table) {
    Statement described = database.prepare("SELECT name, type FROM pragma_table_info(?1) ORDER BY cid");
    described.bind_text(1, table);
    std::string columns;
    std::string geometry;
    std::string key;
    std::vector<Kind> kinds;
    while (described.step()) {
        const std::string name = quoted_identifier(described.text(0));
        const Kind kind = kind_of(described.text(1));
        if (key.empty()) {
            key = name;
        } else if (kind == Kind::bytes) {
            geometry += ", " + name;
        } else {
            columns += ", " + name;
            kinds.push_back(kind);
        }
    }
    if (key.empty()) throw Error{"there is no table " + std::string(table)};
    if (!geometry.empty()) kinds.push_back(Kind::bytes);
    Statement rows = database.prepare("SELECT " + key + columns + geometry + " FROM " +
                                      quoted_identifier(table) + " ORDER BY " + key);
    ContentHash hash;
    while (rows.step()) {
        for (std::size_t i = 0; i < kinds.size(); ++i)
            add_cell(hash, rows, static_cast<int>(i) + 1, kinds[i]);
    }
    return hash.hex();
}

}  // namespace incidentmap
