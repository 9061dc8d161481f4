// SPDX-License-Identifier: MIT
#include "geopackage/qgis_projects.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace incidentmap {
namespace {

constexpr std::int64_t largest_text = std::int64_t{128} << 20;  ///< two digits a byte

/// As QGIS stores an archive: its bytes in lower-case hexadecimal digits.
std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto value = static_cast<unsigned char>(c);
        hex += digits[value >> 4];
        hex += digits[value & 15];
    }
    return hex;
}

std::optional<unsigned> digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

std::optional<std::string> from_hex(std::string_view hex) {
    if (hex.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const auto high = digit(hex[i]);
        const auto low = digit(hex[i + 1]);
        if (!high || !low) return std::nullopt;
        bytes += static_cast<char>(*high << 4 | *low);
    }
    return bytes;
}

}  // namespace

std::vector<StoredProject> read_qgis_projects(Database& database) {
    std::vector<StoredProject> projects;
    Statement table = database.prepare(
        "SELECT count(*) FROM pragma_table_info('qgis_projects') WHERE name IN ('name', 'metadata', "
        "'content') "
        "AND EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'qgis_projects' AND sql NOT "
        "LIKE 'create virtual%')");
    if (!table.step() || table.integer(0) != 3) return projects;
    Statement rows = database.prepare(
        "SELECT CAST(name AS TEXT), CAST(metadata AS TEXT), CAST(content AS TEXT) FROM qgis_projects WHERE "
        "name "
        "IS NOT NULL AND length(content) <= ?1 ORDER BY name");
    rows.bind_integer(1, largest_text);
    while (rows.step()) {
        if (auto archive = from_hex(rows.text(2)))
            projects.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::move(*archive)});
    }
    return projects;
}

void write_qgis_projects(Database& database, const std::vector<StoredProject>& projects) {
    database.execute(
        "CREATE TABLE IF NOT EXISTS qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)");
    Statement row = database.prepare(
        "INSERT OR REPLACE INTO qgis_projects (name, metadata, content) VALUES (?1, ?2, ?3)");
    for (const StoredProject& project : projects) {
        row.bind_text(1, project.name);
        row.bind_text(2, project.metadata);
        row.bind_text(3, to_hex(project.archive));
        row.run();
    }
}

void remove_qgis_project(Database& database, const std::string& name) {
    Statement row = database.prepare("DELETE FROM qgis_projects WHERE name = ?1");
    row.bind_text(1, name);
    row.run();
}

}  // namespace incidentmap
