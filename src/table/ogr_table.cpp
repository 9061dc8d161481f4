// SPDX-License-Identifier: MIT
#include "table/ogr_table.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <mutex>
#include <optional>

#include "core/error.hpp"
#include "core/lon_lat.hpp"
#include "core/text.hpp"
#include "table/file_bounds.hpp"
#include "table/workbook.hpp"

namespace incidentmap {
namespace {

struct Format {
    std::string_view extension;
    const char* driver;
    std::int64_t
        first_row;  ///< the number of the first row of data; 0: the driver's own numbers are a spreadsheet's
};

constexpr std::array<Format, 8> formats{{{".xlsx", "XLSX", 0},
                                         {".xlsm", "XLSX", 0},
                                         {".ods", "ODS", 0},
                                         {".geojson", "GeoJSON", 1},
                                         {".json", "GeoJSON", 1},
                                         {".gpkg", "GPKG", 1},
                                         {".fgb", "FlatGeobuf", 1},
                                         {".shp", "ESRI Shapefile", 1}}};

const Format* format_of(std::string_view extension) {
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&](const Format& f) { return f.extension == extension; });
    return found == formats.end() ? nullptr : &*found;
}

std::string extension_of(const std::string& path) {
    const auto dot = path.rfind('.');
    return dot == std::string::npos ? std::string{} : lower_ascii(std::string_view(path).substr(dot));
}

GDALDatasetUniquePtr open_dataset(const std::string& path) {
    static std::once_flag once;
    std::call_once(once, [] {
        GDALAllRegister();
        CPLSetErrorHandler(CPLQuietErrorHandler);
        // Cells are text: a spreadsheet's `03` stays `03`, an id stays what it looks like.
        CPLSetConfigOption("OGR_XLSX_FIELD_TYPES", "STRING");
        CPLSetConfigOption("OGR_ODS_FIELD_TYPES", "STRING");
        // Which row names the columns is found here.
        CPLSetConfigOption("OGR_XLSX_HEADERS", "DISABLE");
        CPLSetConfigOption("OGR_ODS_HEADERS", "DISABLE");
        CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "64");
    });
    const Format* format = format_of(extension_of(path));
    if (format->first_row == 0) refuse_huge_cells_of_workbook(path);
    const std::array<const char*, 2> drivers{format->driver, nullptr};
    CPLErrorReset();
    GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
    if (!dataset) {
        const std::string why = CPLGetLastErrorMsg();
        throw Error{"cannot read " + path + " as " + format->driver + (why.empty() ? "" : ": " + why)};
    }
    return dataset;
}

std::string listed(const std::vector<std::string>& names) { return "'" + joined(names, "', '") + "'"; }

std::vector<std::string> layer_names(GDALDataset& dataset) {
    std::vector<std::string> names;
    for (const OGRLayer* layer : dataset.GetLayers())
        names.emplace_back(const_cast<OGRLayer*>(layer)->GetName());
    return names;
}

/// Dates in the order that cannot be misread, whatever the file's own.
std::string cell_text(const OGRFeature& feature, int i, OGRFieldType type) {
    if (!feature.IsFieldSetAndNotNull(i)) return {};
    if (type != OFTDate && type != OFTDateTime) return const_cast<OGRFeature&>(feature).GetFieldAsString(i);
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int zone = 0;
    float second = 0;
    if (feature.GetFieldAsDateTime(i, &year, &month, &day, &hour, &minute, &second, &zone) == 0) return {};
    std::array<char, 40> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
    return std::string(buffer.data(), static_cast<std::size_t>(std::clamp(length, 0, 39)));
}

}  // namespace

struct OgrTable::State {
    GDALDatasetUniquePtr dataset;
    OGRLayer* layer = nullptr;
    std::unique_ptr<OGRCoordinateTransformation> to_wgs84;
    std::vector<OGRFieldType> types;
    std::vector<std::string> columns;
    std::optional<std::size_t> longitude_column;  ///< that the position goes into
    std::optional<std::size_t> latitude_column;
    bool has_own_position = false;  ///< the two are columns of the table's own
    std::int64_t first_row = 0;
    std::int64_t count = 0;
    Workbook workbook;
    std::vector<MergedCells> merged;
    std::vector<std::string> merged_texts;  ///< what each holds, once its first cell was met
    std::vector<RichCell> rich;             ///< row by row
    std::size_t rich_at = 0;                ///< those of rows that were read
    std::vector<std::string> notes;
    Row row;

    void choose_layer(const std::string& path, const std::string& sheet, const HeaderRules& header);
    void tell_other_sheets(const HeaderRules& header);
    void read_header(std::int64_t header_row, const HeaderRules& header);
    std::int64_t header_found = 0;
    void read_columns(const std::string& path);
    void find_own_position();
    void fill_merged();
    void fill_rich();
    void read_position(const OGRFeature& feature);
    bool read_cells(const OGRFeature& feature);
};

namespace {

std::vector<std::vector<std::string>> first_rows(OGRLayer& layer, std::vector<std::int64_t>& numbers,
                                                 std::int64_t from) {
    std::vector<std::vector<std::string>> rows;
    layer.ResetReading();
    const int fields = layer.GetLayerDefn()->GetFieldCount();
    while (rows.size() < HeaderRules::rows_looked_at) {
        const OGRFeatureUniquePtr feature(layer.GetNextFeature());
        if (!feature) break;
        if (feature->GetFID() < from) continue;
        std::vector<std::string> cells;
        bool empty = true;
        for (int i = 0; i < fields; ++i) {
            cells.push_back(in_one_line(as_utf8(cell_text(*feature, i, OFTString)).text));
            empty = empty && cells.back().empty();
        }
        if (empty) continue;
        rows.push_back(std::move(cells));
        numbers.push_back(feature->GetFID());
    }
    layer.ResetReading();
    return rows;
}

/// The row that names the columns; empty where there is none.
std::vector<std::string> names_in(OGRLayer& layer, const HeaderRules& header) {
    std::vector<std::int64_t> numbers;
    auto rows = first_rows(layer, numbers, 0);
    return rows.empty() ? std::vector<std::string>{} : std::move(rows[header.header_among(rows)]);
}

std::size_t known_in(OGRLayer& layer, const HeaderRules& header) {
    const auto names = names_in(layer, header);
    return names.empty() || !header.known ? 0 : header.known(names);
}

bool is_empty(const std::string& cell) { return trimmed(cell).empty(); }

}  // namespace

void OgrTable::State::choose_layer(const std::string& path, const std::string& sheet,
                                   const HeaderRules& header) {
    if (!sheet.empty()) {
        layer = dataset->GetLayerByName(sheet.c_str());
        if (layer == nullptr)
            throw Error{path + " has no sheet '" + sheet + "'; it has " + listed(layer_names(*dataset))};
        return;
    }
    if (dataset->GetLayerCount() == 0) throw Error{path + " holds no table"};
    layer = dataset->GetLayer(0);
    if (first_row != 0) return;
    OGRLayer* first_visible = nullptr;
    OGRLayer* first_known = nullptr;
    for (OGRLayer* candidate : dataset->GetLayers()) {
        const WorkbookSheet* known = workbook.sheet(candidate->GetName());
        if (known != nullptr && known->is_hidden) continue;
        if (first_visible == nullptr) first_visible = candidate;
        if (first_known == nullptr && header.known && known_in(*candidate, header) >= 2)
            first_known = candidate;
    }
    if (first_known != nullptr) {
        layer = first_known;
    } else if (first_visible != nullptr) {
        layer = first_visible;
    }
    tell_other_sheets(header);
}

void OgrTable::State::tell_other_sheets(const HeaderRules& header) {
    std::vector<std::string> others;
    const std::vector<std::string> names = names_in(*layer, header);
    for (OGRLayer* other : dataset->GetLayers()) {
        if (other == layer || std::string_view(other->GetName()) == "sources") continue;
        const WorkbookSheet* known = workbook.sheet(other->GetName());
        const bool is_hidden = known != nullptr && known->is_hidden;
        const bool is_alike = !is_hidden && names.size() > 1 && names_in(*other, header) == names;
        others.push_back("'" + std::string(other->GetName()) + "'" +
                         (is_hidden  ? " (hidden)"
                          : is_alike ? " (with the same columns)"
                                     : ""));
    }
    if (!others.empty())
        notes.push_back("the sheet '" + std::string(layer->GetName()) + "' was read, not " +
                        joined(others, ", ") + "; --sheet NAME takes another");
}

/// Of a spreadsheet: the row that names the columns. The rows up to it are passed over.
void OgrTable::State::read_header(std::int64_t header_row, const HeaderRules& header) {
    std::vector<std::int64_t> numbers;
    auto rows = first_rows(*layer, numbers, header_row);
    for (const RichCell& cell : rich) {
        const auto at = std::find(numbers.begin(), numbers.end(), cell.row);
        if (at == numbers.end() || cell.column < 1) continue;
        auto& cells = rows[static_cast<std::size_t>(at - numbers.begin())];
        const auto column = static_cast<std::size_t>(cell.column - 1);
        if (column < cells.size()) cells[column] = in_one_line(as_utf8(cell.text).text);
    }
    if (rows.empty())
        throw Error{"the sheet '" + std::string(layer->GetName()) +
                    "' has no header row; its first row names the columns"};
    const std::size_t chosen = header_row == 0 ? header.header_among(rows) : 0;
    columns = rows[chosen];
    std::size_t last = chosen;
    if (header_row == 0 && chosen + 1 < rows.size()) {
        if (auto names = header.names_of_two_rows(rows[chosen], rows[chosen + 1]); !names.empty()) {
            columns = std::move(names);
            last = chosen + 1;
            notes.push_back(rows_name_columns(numbers[chosen], numbers[last]));
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].empty()) columns[i] = "Field" + std::to_string(i + 1);
    }
    while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()}) {
        if (feature->GetFID() >= numbers[last]) break;
    }
    if (chosen == 0 || last != chosen) return;
    header_found = numbers[chosen];
    notes.push_back("row " + std::to_string(header_found) +
                    " names the columns; what stands above it is left out (--header-row takes another)");
}

void OgrTable::State::find_own_position() {
    const auto find = [&](std::initializer_list<std::string_view> names) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (std::find(names.begin(), names.end(), lower_ascii(columns[i])) != names.end()) return i;
        }
        return std::nullopt;
    };
    latitude_column = find({"latitude", "lat"});
    longitude_column = find({"longitude", "lon", "long", "lng"});
    has_own_position = latitude_column && longitude_column;
    if (has_own_position) return;
    longitude_column = columns.size();
    latitude_column = columns.size() + 1;
    columns.insert(columns.end(), {"longitude", "latitude"});
}

void OgrTable::State::read_columns(const std::string& path) {
    OGRFeatureDefn& definition = *layer->GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldDefn& field = *definition.GetFieldDefn(i);
        if (first_row != 0) columns.emplace_back(trimmed(field.GetNameRef()));
        types.push_back(field.GetType());
    }
    if (definition.GetGeomFieldCount() == 0) return;
    if (const OGRSpatialReference* reference = layer->GetSpatialRef(); reference != nullptr) {
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRSpatialReference source(*reference);
        source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        to_wgs84.reset(OGRCreateCoordinateTransformation(&source, &wgs84));
        if (!to_wgs84) throw Error{path + ": its coordinate reference system cannot be turned into WGS 84"};
    }
    find_own_position();
}

/// Cells of several runs have all of them.
void OgrTable::State::fill_rich() {
    while (rich_at < rich.size() && rich[rich_at].row < row.number) ++rich_at;
    for (; rich_at < rich.size() && rich[rich_at].row == row.number; ++rich_at) {
        const auto column = static_cast<std::size_t>(rich[rich_at].column - 1);
        if (column < types.size()) row.cells[column] = as_utf8(rich[rich_at].text).text;
    }
}

/// Each of the merged cells has what the first of them holds.
void OgrTable::State::fill_merged() {
    for (std::size_t k = 0; k < merged.size(); ++k) {
        const MergedCells& cells = merged[k];
        if (row.number < cells.first_row || row.number > cells.last_row) continue;
        const auto column = static_cast<std::size_t>(cells.first_column - 1);
        if (column >= row.cells.size()) continue;
        if (row.number == cells.first_row) {
            merged_texts[k] = row.cells[column];
        } else if (is_empty(row.cells[column])) {
            row.cells[column] = merged_texts[k];
        }
    }
}

void OgrTable::State::read_position(const OGRFeature& feature) {
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty()) return;
    // A MultiPoint of one is a point.
    if (wkbFlatten(geometry->getGeometryType()) == wkbMultiPoint &&
        geometry->toMultiPoint()->getNumGeometries() == 1)
        geometry = geometry->toMultiPoint()->getGeometryRef(0);
    if (wkbFlatten(geometry->getGeometryType()) != wkbPoint) {
        row.problems.push_back({"geometry-not-a-point", "",
                                std::string("the row's geometry is a ") + geometry->getGeometryName() +
                                    ", not a point, and was not used; the place's name is used instead"});
        return;
    }
    double x = geometry->toPoint()->getX();
    double y = geometry->toPoint()->getY();
    if (to_wgs84 && to_wgs84->Transform(1, &x, &y) == 0) {
        row.problems.push_back(
            {"position-not-transformed", "",
             "the row's position cannot be turned into WGS 84; the place's name is used instead"});
        return;
    }
    std::string& lon = row.cells[*longitude_column];
    std::string& lat = row.cells[*latitude_column];
    if (is_empty(lon) && is_empty(lat)) {
        lon = to_text(x, 9);
        lat = to_text(y, 9);
        return;
    }
    constexpr double apart_deg = 0.001;
    const double own_lon = std::strtod(lon.c_str(), nullptr);
    const double own_lat = std::strtod(lat.c_str(), nullptr);
    if (std::abs(own_lon - x) <= apart_deg && std::abs(own_lat - y) <= apart_deg) return;
    row.problems.push_back({"geometry-differs", columns[*latitude_column],
                            "the columns say " + lat + ", " + lon + " and the row's geometry " +
                                to_text(y, 6) + ", " + to_text(x, 6) +
                                "; the columns are used. Make them the same, or empty the columns"});
}

/// The row's cells. False where all are empty.
bool OgrTable::State::read_cells(const OGRFeature& feature) {
    bool empty = true;
    for (std::size_t i = 0; i < types.size(); ++i) {
        Utf8 cell = as_utf8(cell_text(feature, static_cast<int>(i), types[i]));
        if (cell.replaced > 0) {
            row.problems.push_back(
                {"not-utf8", columns[i],
                 "column " + columns[i] + " has bytes that are not UTF-8; each stands as \uFFFD"});
        }
        row.cells[i] = workbook.counts_from_1904 ? days_since_1904(cell.text) : std::move(cell.text);
        empty = empty && is_empty(row.cells[i]);
    }
    return !empty;
}

bool OgrTable::reads(std::string_view extension) { return format_of(extension) != nullptr; }

std::vector<std::string> OgrTable::sheets(const std::string& path) {
    return layer_names(*open_dataset(path));
}

OgrTable::OgrTable(const std::string& path, const std::string& sheet, std::int64_t header_row,
                   const HeaderRules& header)
    : m_state(std::make_unique<State>()) {
    State& state = *m_state;
    state.dataset = open_dataset(path);
    state.first_row = format_of(extension_of(path))->first_row;
    const bool is_sheet = state.first_row == 0;
    if (is_sheet) state.workbook = read_workbook(path);
    state.choose_layer(path, sheet, header);
    if (extension_of(path) == ".gpkg") refuse_huge_cells_of_geopackage(path, state.layer->GetName());
    if (is_sheet) {
        const WorkbookSheet* known = state.workbook.sheet(state.layer->GetName());
        if (known != nullptr) {
            SheetCells cells = read_sheet_cells(path, known->part);
            state.merged = std::move(cells.merged);
            state.rich = std::move(cells.rich);
        }
        state.read_header(header_row, header);
        state.merged_texts.resize(state.merged.size());
        if (state.workbook.counts_from_1904)
            state.notes.push_back("the workbook counts its days from 1904, and its dates were read so");
    }
    state.read_columns(path);
    state.row.cells.resize(state.columns.size());
}

OgrTable::~OgrTable() = default;
OgrTable::OgrTable(OgrTable&&) noexcept = default;
OgrTable& OgrTable::operator=(OgrTable&&) noexcept = default;

const std::vector<std::string>& OgrTable::columns() const { return m_state->columns; }

const std::vector<std::string>& OgrTable::notes() const { return m_state->notes; }

std::int64_t OgrTable::header_found() const { return m_state->header_found; }

const Row* OgrTable::next() {
    State& state = *m_state;
    Row& row = state.row;
    while (true) {
        const OGRFeatureUniquePtr feature(state.layer->GetNextFeature());
        if (!feature) return nullptr;
        ++state.count;
        row.number = state.first_row > 0 ? state.count + state.first_row - 1 : feature->GetFID();
        row.problems.clear();
        const bool filled = state.read_cells(*feature);
        if (!state.rich.empty()) state.fill_rich();
        if (state.longitude_column) {
            if (!state.has_own_position) {
                row.cells[*state.longitude_column].clear();
                row.cells[*state.latitude_column].clear();
            }
            state.read_position(*feature);
        }
        if (!state.merged.empty()) state.fill_merged();
        if (filled || (state.longitude_column && !row.cells[*state.longitude_column].empty())) return &row;
    }
}

}  // namespace incidentmap
