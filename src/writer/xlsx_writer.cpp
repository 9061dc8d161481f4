// SPDX-License-Identifier: MIT
#include "writer/xlsx_writer.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "core/xml_text.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/database.hpp"
#include "layer/schema.hpp"
#include "writer/ogr_failures.hpp"

namespace incidentmap {
namespace {

constexpr std::int64_t most_rows = 1'048'575;  ///< beside the titles
constexpr std::size_t most_bytes = 32'000;
constexpr int first_year = 1900;  ///< spreadsheets count days from here

/// A file of GDAL's in memory, gone when it goes out of scope.
class MemoryFile {
  public:
    explicit MemoryFile(std::string path) : m_path{std::move(path)} {}
    ~MemoryFile() { VSIUnlink(m_path.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    const std::string& path() const { return m_path; }
    std::string bytes() const {
        vsi_l_offset size = 0;
        const GByte* data = VSIGetMemFileBuffer(m_path.c_str(), &size, FALSE);
        return data == nullptr ? std::string{} : std::string(reinterpret_cast<const char*>(data), size);
    }

  private:
    std::string m_path;
};

OGRFieldType field_type(ColumnType type) {
    switch (type) {
        case ColumnType::integer:
            return OFTInteger64;
        case ColumnType::real:
            return OFTReal;
        case ColumnType::date:
            return OFTDate;
        case ColumnType::datetime:
            return OFTDateTime;
        default:
            return OFTString;
    }
}

/// A text that a cell can hold: XML knows no control characters, and spreadsheets no longer texts.
std::string cell_text(std::string_view text) {
    const std::string whole = shortened(text, most_bytes);
    std::string cell;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (const std::size_t size = no_xml_at(std::string_view(whole).substr(i)); size > 0) {
            cell += "\uFFFD";
            i += size - 1;
        } else if (whole[i] != '\r') {
            cell += whole[i];
        }
    }
    return cell;
}

void set_cell(OGRFeature& feature, int field, const Statement& row, int column, ColumnType type) {
    if (row.is_null(column)) return;
    switch (type) {
        case ColumnType::integer:
            feature.SetField(field, static_cast<GIntBig>(row.integer(column)));
            return;
        case ColumnType::real:
            feature.SetField(field, row.real(column));
            return;
        case ColumnType::date:
        case ColumnType::datetime: {
            // Earlier days stand in `event_date`, as text.
            const std::string text(row.text(column));
            if (text.size() >= 10 && text[4] == '-' && std::atoi(text.c_str()) > first_year)
                feature.SetField(field, text.c_str());
            return;
        }
        default:
            feature.SetField(field, cell_text(row.text(column)).c_str());
    }
}

std::int64_t count_rows(Database& database, const std::string& table) {
    if (!listed_tables(database).contains(table)) return 0;
    Statement count = database.prepare("SELECT count(*) FROM " + quoted_identifier(table));
    return count.step() ? count.integer(0) : 0;
}

void write_sheet(Database& database, LayerId id, std::span<const std::string> extra_headers, GDALDataset& to,
                 const OgrFailures& failures, const std::string& what) {
    const LayerSchema& schema = layer_schema(id);
    const std::vector<LayerColumn> columns = columns_with_extra(id, extra_headers);
    OGRLayer* sheet = to.CreateLayer(schema.name.c_str(), nullptr, wkbNone, nullptr);
    failures.check(sheet != nullptr, what);
    std::string select;
    for (const LayerColumn& column : columns) {
        const std::string unit = column.unit.empty() ? "" : " (" + column.unit + ")";
        const std::string title = (column.title.empty() ? column.name : column.title) + unit;
        OGRFieldDefn field(cell_text(title).c_str(), field_type(column.type));
        failures.check(sheet->CreateField(&field) == OGRERR_NONE, what);
        select += (select.empty() ? "SELECT " : ", ") + quoted_identifier(column.name);
    }
    Statement rows = database.prepare(select + " FROM " + quoted_identifier(schema.name) + " ORDER BY rowid");
    while (rows.step()) {
        OGRFeature feature(sheet->GetLayerDefn());
        for (std::size_t i = 0; i < columns.size(); ++i)
            set_cell(feature, static_cast<int>(i), rows, static_cast<int>(i), columns[i].type);
        failures.check(sheet->CreateFeature(&feature) == OGRERR_NONE, what);
    }
}

}  // namespace

std::string xlsx_of_build(const std::filesystem::path& geopackage,
                          std::span<const std::string> extra_headers) {
    static std::atomic<int> number = 0;
    // In memory: OGR looks for the archive by the first `.xlsx` in a path, which a draft's name has twice.
    const MemoryFile file("/vsimem/incidentmap-" + std::to_string(++number) + ".xlsx");
    const std::string& to = file.path();
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
    const std::string what = "cannot write as XLSX";
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("XLSX");
    if (driver == nullptr) throw Error{what + ": this GDAL was built without it"};
    Database database = Database::open_read_only(geopackage);
    const OgrFailures failures;
    GDALDatasetUniquePtr book(driver->Create(to.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    failures.check(book != nullptr, what);
    std::vector<std::pair<LayerId, std::int64_t>> sheets;
    for (LayerId layer : all_layers) {
        if (layer == LayerId::answers || layer == LayerId::decisions) continue;  // for the program
        const std::int64_t count = count_rows(database, layer_schema(layer).name);
        if (!is_written(layer, count)) continue;
        if (count > most_rows)
            throw Error{what + ": " + layer_schema(layer).name + " has " + std::to_string(count) +
                        " rows, and a sheet holds " + std::to_string(most_rows)};
        write_sheet(database, layer, extra_headers, *book, failures, what);
        sheets.emplace_back(layer, count);
    }
    // Closing writes what is left, and tells failures to the handler only.
    book.reset();
    failures.check(true, what);
    const CPLConfigOptionSetter titles("OGR_XLSX_HEADERS", "FORCE", false);
    GDALDatasetUniquePtr written(GDALDataset::Open(to.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    failures.check(written != nullptr, what);
    for (const auto& [layer, count] : sheets) {
        OGRLayer* sheet = written->GetLayerByName(layer_schema(layer).name.c_str());
        if (sheet == nullptr || sheet->GetFeatureCount(1) != count)
            throw Error{what + ": the sheet " + layer_schema(layer).name + " does not hold the " +
                        std::to_string(count) + " rows"};
    }
    written.reset();
    return file.bytes();
}

}  // namespace incidentmap
