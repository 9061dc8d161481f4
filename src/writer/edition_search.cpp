// SPDX-License-Identifier: MIT
#include "writer/edition_search.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <variant>

#include "core/error.hpp"
#include "core/hex.hpp"
#include "core/text.hpp"
#include "geopackage/database.hpp"
#include "geopackage/geometry_blob.hpp"
#include "writer/page/page_bundle.hpp"
#include "writer/page/shape_text.hpp"
#include "writer/qgis/base_map.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_told = 20;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad() || !file.is_open()) throw Error{"cannot read " + path.string() + " to look through it"};
    return bytes;
}

/// What was deflated, with zlib's head; empty where it is none.
std::string inflated(std::string_view packed) {
    std::size_t size = 0;
    void* bytes = CPLZLibInflate(packed.data(), packed.size(), nullptr, 0, &size);
    if (bytes == nullptr) return {};
    std::string result(static_cast<const char*>(bytes), size);
    VSIFree(bytes);
    return result;
}

/// Bytes that GDAL reads as a file.
class MemoryFile {
  public:
    explicit MemoryFile(std::string bytes) : m_bytes{std::move(bytes)} {
        static int count = 0;  // GDAL remembers what is in an archive by its name
        m_path = "/vsimem/edition_search_" + std::to_string(++count) + ".zip";
        VSILFILE* file = VSIFileFromMemBuffer(m_path.c_str(), reinterpret_cast<GByte*>(m_bytes.data()),
                                              m_bytes.size(), FALSE);
        if (file != nullptr) VSIFCloseL(file);
    }
    ~MemoryFile() { VSIUnlink(m_path.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    const std::string& path() const { return m_path; }

  private:
    std::string m_bytes;
    std::string m_path;
};

std::string bytes_of_vsi(const std::string& path) {
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    if (file == nullptr) throw Error{"cannot read " + path + " to look through it"};
    std::string bytes;
    std::array<char, 1 << 16> part{};
    for (std::size_t count = part.size(); count == part.size();) {
        count = VSIFReadL(part.data(), 1, part.size(), file);
        bytes.append(part.data(), count);
    }
    VSIFCloseL(file);
    return bytes;
}

std::string from_base64(std::string_view letters) {
    std::string bytes;
    unsigned value = 0;
    int bits = 0;
    for (const char c : letters) {
        const auto at =
            std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").find(c);
        if (at == std::string_view::npos) continue;
        value = value << 6 | static_cast<unsigned>(at);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(value >> bits & 0xFF);
    }
    return bytes;
}

/// Goes through outputs, and keeps what it finds.
class Search {
  public:
    explicit Search(const Withheld& withheld) : m_withheld{withheld} {}

    /// \param is_program a text of which most is the program's own
    /// \param has_shapes outlines stand in it that the GeoPackage holds too
    void text(const std::string& where, std::string_view text, bool is_program = false,
              bool has_shapes = false) {
        if (const std::string name = m_withheld.names.found_in(text, is_program); !name.empty())
            tell(where + ": the name '" + name + "'");
        if (is_program) return;
        if (const auto position = m_withheld.positions.found_in(text, has_shapes)) tell(where, *position);
    }

    void geometry(const std::string& where, const Geometry& geometry) {
        const auto look = [&](LonLat position) {
            if (const auto told = m_withheld.positions.told_by(position)) tell(where, *told);
        };
        for_each_position(geometry, look);
    }

    void geopackage(const std::string& where, const fs::path& path);
    void zip(const std::string& where, const std::string& bytes);
    void page(const std::string& where, std::string_view bytes);
    void pdf(const std::string& where, std::string_view bytes);
    void file(const DraftFile& draft);

    std::vector<std::string> told() && { return std::move(m_told); }

  private:
    void tell(std::string sentence) {
        if (m_told.size() >= most_told) return;
        if (std::find(m_told.begin(), m_told.end(), sentence) == m_told.end())
            m_told.push_back(std::move(sentence));
    }
    void tell(const std::string& where, LonLat position) {
        tell(where + ": the position " + to_text(position.lat, 2) + ", " + to_text(position.lon, 2));
    }
    void table(const std::string& where, Database& database, const std::string& table);
    void steps(const std::string& where, std::string_view json);

    const Withheld& m_withheld;
    std::vector<std::string> m_told;
};

bool is_of_program(const std::string& table) {
    return table.starts_with("gpkg_") || table == "layer_styles" || table == "qgis_projects" ||
           table.starts_with("sqlite_");
}

bool is_of_base_map(const std::string& table) {
    const std::vector<std::string> tables = base_map_tables();
    return std::find(tables.begin(), tables.end(), table) != tables.end();
}

void Search::table(const std::string& where, Database& database, const std::string& table) {
    std::vector<std::string> columns;
    {
        Statement info = database.prepare("PRAGMA table_info(" + quoted_identifier(table) + ")");
        while (info.step()) columns.emplace_back(info.text(1));
    }
    std::string sql;
    for (const std::string& column : columns)
        sql += (sql.empty() ? "SELECT typeof(" : ", typeof(") + quoted_identifier(column) + "), " +
               quoted_identifier(column);
    if (sql.empty()) return;
    Statement rows = database.prepare(sql + " FROM " + quoted_identifier(table));
    const bool is_program = is_of_program(table);
    const bool is_ground = is_of_base_map(table);
    while (rows.step()) {
        std::optional<double> before;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto at = static_cast<int>(2 * i);
            const std::string type(rows.text(at));
            const std::string there = where + ", " + table + "." + columns[i];
            std::optional<double> number;
            if (type == "text") {
                const std::string_view cell = rows.text(at + 1);
                if (table == "qgis_projects" && columns[i] == "content") {
                    zip(there, from_hex(cell).value_or(""));
                } else {
                    text(there, cell, is_program);
                }
            } else if (type == "blob") {
                const std::span<const std::byte> blob = rows.blob(at + 1);
                const std::string_view bytes(reinterpret_cast<const char*>(blob.data()), blob.size());
                if (const DecodedGeometry decoded = decode_geometry(blob); decoded.geometry) {
                    // A coast may well pass through the place of an incident, and tells nothing of it.
                    if (!is_ground || std::holds_alternative<LonLat>(*decoded.geometry))
                        geometry(there, *decoded.geometry);
                } else if (table == "qgis_projects") {
                    zip(there, bytes.starts_with("PK") ? std::string(bytes) : from_hex(bytes).value_or(""));
                } else {
                    text(there, bytes, true);
                }
            } else if (type == "real") {
                number = rows.real(at + 1);
                if (before && !is_program) {
                    const std::array pair{*before, *number};
                    if (const auto told = m_withheld.positions.found_in(pair)) tell(there, *told);
                }
            }
            before = number;
        }
    }
}

void Search::geopackage(const std::string& where, const fs::path& path) {
    Database database = Database::open_read_only(path);
    std::vector<std::string> tables;
    {
        Statement names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'");
        while (names.step()) tables.emplace_back(names.text(0));
    }
    // An index holds what its table does.
    for (const std::string& name : tables) {
        if (!name.starts_with("rtree_")) table(where, database, name);
    }
}

void Search::zip(const std::string& where, const std::string& bytes) {
    const MemoryFile archive(bytes);
    const std::string root = "/vsizip/{" + archive.path() + "}";
    const CPLStringList names(VSIReadDirRecursive(root.c_str()));
    if (names.empty()) throw Error{where + " cannot be looked through: it is no zip"};
    for (int i = 0; i < names.size(); ++i) {
        const std::string name = names[i];
        if (name.ends_with('/')) continue;
        const bool is_program = !name.ends_with("sharedStrings.xml") && !name.starts_with("xl/worksheets/");
        text(where + ", " + name, bytes_of_vsi(root + "/" + name), is_program);
        text(where + ", the name of an entry", name);
    }
}

/// Positions of a page stand in columns, as whole numbers of steps.
void Search::steps(const std::string& where, std::string_view json) {
    const auto numbers_of = [&](std::string_view head, std::size_t from) {
        std::vector<std::optional<double>> numbers;
        const std::size_t at = json.find(head, from);
        if (at == std::string_view::npos) return numbers;
        const std::size_t end = std::min(json.find(']', at), json.size());
        for (const std::string& part :
             split_list(std::string(json.substr(at + head.size(), end - at - head.size())), ","))
            numbers.push_back(part == "null"
                                  ? std::nullopt
                                  : std::optional(std::strtod(part.c_str(), nullptr) / shape_steps_a_degree));
        return numbers;
    };
    for (std::size_t at = json.find("\"lon\":["); at != std::string_view::npos;
         at = json.find("\"lon\":[", at + 1)) {
        const auto lons = numbers_of("\"lon\":[", at);
        const auto lats = numbers_of("\"lat\":[", at);
        for (std::size_t i = 0; i < std::min(lons.size(), lats.size()); ++i) {
            if (lons[i] && lats[i]) geometry(where, LonLat{*lons[i], *lats[i]});
        }
    }
}

void Search::page(const std::string& where, std::string_view bytes) {
    std::string rest(bytes);
    for (const std::string_view own : {page_bundle::script, page_bundle::style}) {
        if (const std::size_t at = rest.find(own); at != std::string::npos) rest.erase(at, own.size());
    }
    constexpr std::string_view head = "<script type=\"application/json\"";
    std::size_t done = 0;
    for (std::size_t at = rest.find(head); at != std::string::npos; at = rest.find(head, done)) {
        text(where, std::string_view(rest).substr(done, at - done), true);
        const std::size_t tag = rest.find('>', at) + 1;
        done = std::min(rest.find("</script>", tag), rest.size());
        const std::string_view attributes = std::string_view(rest).substr(at, tag - at);
        const std::string_view content = std::string_view(rest).substr(tag, done - tag);
        const std::string json = attributes.find("zlib") != std::string_view::npos
                                     ? inflated(from_base64(content))
                                     : std::string(content);
        // Titles of columns and the like stand in the block about the page.
        text(where, json, attributes.find("\"about\"") != std::string_view::npos);
        steps(where, json);
    }
    text(where, std::string_view(rest).substr(done), true);
}

void Search::pdf(const std::string& where, std::string_view bytes) {
    for (std::size_t at = bytes.find("stream"); at != std::string_view::npos;
         at = bytes.find("stream", at + 6)) {
        std::size_t begin = at + 6;
        while (begin < bytes.size() && (bytes[begin] == '\r' || bytes[begin] == '\n')) ++begin;
        const std::size_t end = bytes.find("endstream", begin);
        if (end == std::string_view::npos) break;
        text(where, inflated(bytes.substr(begin, end - begin)), true);
        at = end + 3;
    }
}

void Search::file(const DraftFile& draft) {
    text(draft.name + ", its name", draft.name);
    const std::string extension = lower_ascii(fs::path(draft.name).extension().string());
    if (extension == ".gpkg") return geopackage(draft.name, draft.path);
    const std::string bytes = bytes_of(draft.path);
    if (extension == ".qgz" || extension == ".xlsx") return zip(draft.name, bytes);
    if (extension == ".html") return page(draft.name, bytes);
    const bool is_data = extension == ".geojson" || extension == ".csv" || extension == ".kml" ||
                         extension == ".md" || extension == ".fgb";
    text(draft.name, bytes, !is_data, extension == ".geojson" || extension == ".kml");
    if (extension == ".pdf") pdf(draft.name, bytes);
}

}  // namespace

std::vector<std::string> told_in(const std::vector<DraftFile>& drafts, const Withheld& withheld) {
    Search search(withheld);
    for (const DraftFile& draft : drafts) search.file(draft);
    return std::move(search).told();
}

void refuse_told(const std::vector<DraftFile>& drafts, const std::vector<std::string>& texts,
                 const Withheld& withheld) {
    std::vector<std::string> told = told_in(drafts, withheld);
    for (const std::string& text : texts) {
        const std::string name = withheld.names.found_in(text);
        const auto position = withheld.positions.found_in(text);
        const std::string where = "'" + shortened(text, 60) + "': the ";
        if (!name.empty()) told.push_back(where + "name '" + name + "'");
        if (position)
            told.push_back(where + "position " + to_text(position->lat, 2) + ", " +
                           to_text(position->lon, 2));
    }
    if (told.empty()) return;
    throw Error{"the public edition would tell what it withholds, and nothing was written. " +
                joined(told, "; ") +
                ". Publish those rows more closely, take the words out, or leave the column out (--drop)"};
}

}  // namespace incidentmap
