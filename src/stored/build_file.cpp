// SPDX-License-Identifier: MIT
#include "stored/build_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "geopackage/geometry_blob.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr int most_decimals = 9;
const std::string geometry_column = "geom";

/// The columns of `reports` that are not the input's own words.
constexpr std::array<std::string_view, 17> made_columns{
    "report_id",     "incident_id", "source_id",      "input_file",  "input_row", "event_date",
    "date_start",    "date_end",    "date_precision", "status",      "location",  "place_id",
    "uncertainty_m", "method",      "because",        "match_score", "decided_by"};

constexpr std::string_view sqlite_magic("SQLite format 3\0", 16);

Error not_ours(const fs::path& path) {
    return Error{path.string() + " is no GeoPackage that incidentmap build wrote"};
}

Database open(const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        throw Error{"there is no " + path.string() +
                    "; make it with incidentmap build INPUT, or name the GeoPackage of a build"};
    }
    if (!fs::is_regular_file(path, ignored)) throw Error{"cannot read " + path.string() + ": it is no file"};
    std::ifstream file(path, std::ios::binary);
    std::array<char, sqlite_magic.size()> begin{};
    file.read(begin.data(), begin.size());
    if (!file || std::string_view(begin.data(), begin.size()) != sqlite_magic) throw not_ours(path);
    return Database::open_read_only(path);
}

ColumnType type_of(std::string_view name, const std::string& declared) {
    if (name == geometry_column) return ColumnType::blob;
    if (declared == "REAL" || declared == "DOUBLE") return ColumnType::real;
    if (declared == "INTEGER" || declared == "MEDIUMINT") return ColumnType::integer;
    return ColumnType::text;
}

/// \throws Error where a position is none of the Earth's: what reckons with it might never end
Geometry geometry_of(std::span<const std::byte> bytes) {
    if (bytes.empty()) return {};
    DecodedGeometry decoded = decode_geometry(bytes);
    if (!decoded.geometry) return {};
    const auto check = [](LonLat position) {
        if (!is_valid(position))
            throw Error{"the build's GeoPackage is damaged: it has a position at latitude " +
                        to_text(position.lat, 6) + ", longitude " + to_text(position.lon, 6)};
    };
    for_each_position(*decoded.geometry, check);
    if (const auto* area = std::get_if<MultiPolygon>(&*decoded.geometry)) {
        for (const Polygon& polygon : area->polygons) {
            for (const Ring& hole : polygon.holes) std::for_each(hole.begin(), hole.end(), check);
        }
    }
    return std::move(*decoded.geometry);
}

}  // namespace

const StoredRow::Cell* StoredRow::find(std::string_view column) const {
    if (!m_names) return nullptr;
    const auto at = std::find(m_names->begin(), m_names->end(), column);
    return at == m_names->end() ? nullptr : &m_cells[static_cast<std::size_t>(at - m_names->begin())];
}

std::string StoredRow::text(std::string_view column) const {
    const Cell* cell = find(column);
    if (cell == nullptr) return {};
    if (const auto* text = std::get_if<std::string>(cell)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(cell)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(cell)) return to_text(*real, most_decimals);
    return {};
}

std::optional<double> StoredRow::number(std::string_view column) const {
    const Cell* cell = find(column);
    if (cell == nullptr) return std::nullopt;
    if (const auto* whole = std::get_if<std::int64_t>(cell)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(cell)) return *real;
    return std::nullopt;
}

const std::vector<std::string>& StoredRow::names() const {
    static const std::vector<std::string> none;
    return m_names ? *m_names : none;
}

std::optional<StoredRow> StoredRows::next() {
    if (!m_statement.step()) return std::nullopt;
    std::vector<StoredRow::Cell> cells;
    cells.reserve(m_names->size());
    Geometry geometry;
    for (std::size_t i = 0; i < m_types.size(); ++i) {
        const int column = static_cast<int>(i);
        if (m_types[i] == ColumnType::blob) {
            geometry = geometry_of(m_statement.blob(column));
        } else if (m_statement.is_null(column)) {
            cells.emplace_back();
        } else if (m_types[i] == ColumnType::integer) {
            cells.emplace_back(m_statement.integer(column));
        } else if (m_types[i] == ColumnType::real) {
            cells.emplace_back(m_statement.real(column));
        } else {
            cells.emplace_back(as_utf8(m_statement.text(column)).text);
        }
    }
    return StoredRow(m_names, std::move(cells), std::move(geometry));
}

BuildFile::BuildFile(const fs::path& path) : m_database(open(path)) {
    Statement tables = m_database.prepare(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('gpkg_contents', 'build')");
    if (!tables.step() || tables.integer(0) != 2) throw not_ours(path);
    Statement counts =
        m_database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'gpkg_ogr_contents'");
    m_has_counts = counts.step();
    const auto& build = table(LayerId::build);
    if (!build || build->names->size() != 3) throw not_ours(path);
    Statement entries = m_database.prepare("SELECT section, name, value FROM build ORDER BY rowid");
    while (entries.step()) {
        m_entries.push_back(
            {std::string(entries.text(0)), std::string(entries.text(1)), std::string(entries.text(2))});
        if (m_entries.back().section == "build" && m_entries.back().name == "build_id")
            m_build_id = m_entries.back().value;
    }
    // A build of which a filter left nothing has no reports.
    if (m_build_id.empty()) throw not_ours(path);
}

std::string BuildFile::value(std::string_view section, std::string_view name) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const BuildEntry& entry) {
        return entry.section == section && entry.name == name;
    });
    return found == m_entries.end() ? std::string{} : found->value;
}

std::int64_t BuildFile::count(std::string_view name) const {
    const std::string text = value("count", name);
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

const std::optional<BuildFile::Table>& BuildFile::table(LayerId layer) {
    auto& known = m_tables[index_of(layer)];
    if (!known) known = read_table(layer);
    return *known;
}

std::optional<BuildFile::Table> BuildFile::read_table(LayerId layer) {
    const std::string& name = layer_schema(layer).name;
    // A view, or a table that code outside the file stands behind, is none of ours.
    Statement known = m_database.prepare(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND sql NOT LIKE 'create virtual%'");
    known.bind_text(1, name);
    if (!known.step()) return std::nullopt;
    Statement columns = m_database.prepare("SELECT name, type FROM pragma_table_info(?) ORDER BY cid");
    columns.bind_text(1, name);
    Table table;
    auto names = std::make_shared<std::vector<std::string>>();
    std::string list;
    while (columns.step()) {
        const std::string column(columns.text(0));
        if (column == "fid") continue;
        table.types.push_back(type_of(column, std::string(columns.text(1))));
        if (table.types.back() != ColumnType::blob) names->push_back(column);
        list += (list.empty() ? "" : ", ") + quoted_identifier(column);
    }
    table.names = std::move(names);
    table.select = "SELECT " + list + " FROM " + quoted_identifier(name);
    return table;
}

bool BuildFile::Table::has_column(std::string_view name) const {
    return std::find(names->begin(), names->end(), name) != names->end();
}

bool BuildFile::has(LayerId layer) { return table(layer).has_value(); }

std::vector<std::string> BuildFile::column_names(LayerId layer) {
    const auto& from = table(layer);
    return from ? *from->names : std::vector<std::string>{};
}

std::int64_t BuildFile::row_count(LayerId layer) {
    if (!has(layer)) return 0;
    // Counting them again would read all of the table.
    if (m_has_counts) {
        Statement kept =
            m_database.prepare("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?1");
        kept.bind_text(1, layer_schema(layer).name);
        if (kept.step() && !kept.is_null(0)) return kept.integer(0);
    }
    Statement rows =
        m_database.prepare("SELECT count(*) FROM " + quoted_identifier(layer_schema(layer).name));
    return rows.step() ? rows.integer(0) : 0;
}

std::vector<StoredRow> BuildFile::rows(LayerId layer, std::string_view column, std::string_view value) {
    const auto& from = table(layer);
    if (!from || !from->has_column(column)) return {};
    Statement statement =
        m_database.prepare(from->select + " WHERE " + quoted_identifier(column) + " = ? ORDER BY rowid");
    statement.bind_text(1, value);
    StoredRows rows(std::move(statement), from->names, from->types);
    std::vector<StoredRow> all;
    while (auto row = rows.next()) all.push_back(std::move(*row));
    return all;
}

std::optional<StoredRows> BuildFile::in_order(LayerId layer, const std::vector<std::string_view>& columns) {
    const auto& from = table(layer);
    if (!from) return std::nullopt;
    auto names = std::make_shared<std::vector<std::string>>();
    std::vector<ColumnType> types;
    std::string list;
    std::size_t place = 0;  // among the names, which the geometry is not one of
    for (const ColumnType type : from->types) {
        const bool is_geometry = type == ColumnType::blob;
        const std::string& name = is_geometry ? geometry_column : (*from->names)[place++];
        if (!is_geometry && std::find(columns.begin(), columns.end(), name) == columns.end()) continue;
        if (!is_geometry) names->push_back(name);
        types.push_back(type);
        list += (list.empty() ? "" : ", ") + quoted_identifier(name);
    }
    if (list.empty()) list = "NULL";
    return StoredRows(m_database.prepare("SELECT " + list + " FROM " +
                                         quoted_identifier(layer_schema(layer).name) + " ORDER BY rowid"),
                      std::move(names), std::move(types));
}

std::optional<StoredRows> BuildFile::all(LayerId layer, std::string_view order_by) {
    const auto& from = table(layer);
    if (!from || !from->has_column(order_by)) return std::nullopt;
    return StoredRows(m_database.prepare(from->select + " ORDER BY " + quoted_identifier(order_by) +
                                         " COLLATE BINARY, rowid"),
                      from->names, from->types);
}

std::vector<CountedValues> BuildFile::counts_by(LayerId layer, const std::vector<std::string_view>& columns) {
    const auto& from = table(layer);
    if (!from) return {};
    std::string list;
    for (const std::string_view column : columns)
        list += (from->has_column(column) ? quoted_identifier(column) : std::string("NULL")) + ", ";
    std::string order;
    for (std::size_t i = 1; i <= columns.size(); ++i) order += (i > 1 ? ", " : "") + std::to_string(i);
    Statement rows =
        m_database.prepare("SELECT " + list + "count(*) FROM " + quoted_identifier(layer_schema(layer).name) +
                           " GROUP BY " + order + " ORDER BY " + order);
    std::vector<CountedValues> all;
    while (rows.step()) {
        CountedValues& counted = all.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i)
            counted.values.push_back(as_utf8(rows.text(static_cast<int>(i))).text);
        counted.count = rows.integer(static_cast<int>(columns.size()));
    }
    return all;
}

std::optional<std::pair<std::string, std::string>> BuildFile::span_of(LayerId layer, std::string_view least,
                                                                      std::string_view greatest) {
    const auto& from = table(layer);
    if (!from || !from->has_column(least) || !from->has_column(greatest)) return std::nullopt;
    Statement row = m_database.prepare("SELECT min(" + quoted_identifier(least) + "), max(" +
                                       quoted_identifier(greatest) + ") FROM " +
                                       quoted_identifier(layer_schema(layer).name));
    if (!row.step() || row.is_null(0)) return std::nullopt;
    return std::pair{std::string(row.text(0)), std::string(row.text(1))};
}

void BuildFile::each_text(LayerId layer, std::string_view column,
                          const std::function<void(std::string_view)>& take) {
    const auto& from = table(layer);
    if (!from || !from->has_column(column)) return;
    Statement texts = m_database.prepare("SELECT " + quoted_identifier(column) + " FROM " +
                                         quoted_identifier(layer_schema(layer).name) + " WHERE " +
                                         quoted_identifier(column) + " IS NOT NULL ORDER BY rowid");
    while (texts.step()) take(texts.text(0));
}

std::vector<std::string> own_columns(const StoredRow& report) {
    std::vector<std::string> own;
    std::copy_if(report.names().begin(), report.names().end(), std::back_inserter(own),
                 [](const std::string& name) {
                     return std::find(made_columns.begin(), made_columns.end(), name) == made_columns.end();
                 });
    return own;
}

fs::path build_file_path(const fs::path& asked) {
    std::error_code error;
    if (!fs::is_directory(asked, error)) return asked;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(asked, error)) {
        if (lower_ascii(entry.path().extension().string()) == ".gpkg") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    if (files.size() == 1) return files.front();
    for (const fs::path& file : files) {
        if (file.filename() == "incidents.gpkg") return file;
    }
    if (files.empty())
        throw Error{"there is no GeoPackage in " + asked.string() +
                    "; make one with incidentmap build INPUT"};
    std::vector<std::string> names;
    for (const fs::path& file : files) names.push_back(file.filename().string());
    throw Error{asked.string() +
                " has several GeoPackages; name one: " + shortened(joined(names, ", "), 500)};
}

}  // namespace incidentmap
