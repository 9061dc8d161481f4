// SPDX-License-Identifier: MIT
#include "table/ogr_table.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <mutex>
#include <optional>

#include "core/error.hpp"
#include "core/lon_lat.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

struct Format {
    std::string_view extension;
    const char* driver;
    std::int64_t
        first_row;  ///< the number of the first row of data; 0: the driver's own numbers are a spreadsheet's
};

constexpr std::array<Format, 9> formats{{{".xlsx", "XLSX", 0},
                                         {".xlsm", "XLSX", 0},
                                         {".ods", "ODS", 0},
                                         {".geojson", "GeoJSON", 1},
                                         {".json", "GeoJSON", 1},
                                         {".geojsonl", "GeoJSONSeq", 1},
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
        // RowWriter are text: a spreadsheet's `03` stays `03`, an id stays what it looks like.
        CPLSetConfigOption("OGR_XLSX_FIELD_TYPES", "STRING");
        CPLSetConfigOption("OGR_ODS_FIELD_TYPES", "STRING");
        CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE");
        CPLSetConfigOption("OGR_ODS_HEADERS", "FORCE");
        CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "64");
    });
    const Format* format = format_of(extension_of(path));
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

OGRLayer& chosen_layer(GDALDataset& dataset, const std::string& path, const std::string& sheet) {
    OGRLayer* layer = sheet.empty() ? dataset.GetLayer(0) : dataset.GetLayerByName(sheet.c_str());
    if (layer != nullptr) return *layer;
    if (dataset.GetLayerCount() == 0) throw Error{path + " holds no table"};
    throw Error{path + " has no sheet '" + sheet + "'; it has " + listed(layer_names(dataset))};
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
    std::optional<std::size_t> longitude_column;  ///< and latitude in the next, both made from the geometry
    std::int64_t first_row = 0;
    std::int64_t count = 0;
    Row row;

    void read_columns(const std::string& path);
    void read_position(const OGRFeature& feature);
};

void OgrTable::State::read_columns(const std::string& path) {
    OGRFeatureDefn& definition = *layer->GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldDefn& field = *definition.GetFieldDefn(i);
        columns.emplace_back(trimmed(field.GetNameRef()));
        types.push_back(field.GetType());
    }
    const bool has_own = std::any_of(columns.begin(), columns.end(), [](const std::string& column) {
        return lower_ascii(column) == "latitude" || lower_ascii(column) == "lat";
    });
    if (definition.GetGeomFieldCount() == 0 || has_own) return;
    if (const OGRSpatialReference* reference = layer->GetSpatialRef(); reference != nullptr) {
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRSpatialReference source(*reference);
        source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        to_wgs84.reset(OGRCreateCoordinateTransformation(&source, &wgs84));
        if (!to_wgs84) throw Error{path + ": its coordinate reference system cannot be turned into WGS 84"};
    }
    longitude_column = columns.size();
    columns.insert(columns.end(), {"longitude", "latitude"});
}

void OgrTable::State::read_position(const OGRFeature& feature) {
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty()) return;
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
    row.cells[*longitude_column] = to_text(x, 9);
    row.cells[*longitude_column + 1] = to_text(y, 9);
}

bool OgrTable::reads(std::string_view extension) { return format_of(extension) != nullptr; }

std::vector<std::string> OgrTable::sheets(const std::string& path) {
    return layer_names(*open_dataset(path));
}

OgrTable::OgrTable(const std::string& path, const std::string& sheet) : m_state(std::make_unique<State>()) {
    m_state->dataset = open_dataset(path);
    m_state->layer = &chosen_layer(*m_state->dataset, path, sheet);
    m_state->first_row = format_of(extension_of(path))->first_row;
    m_state->read_columns(path);
    m_state->row.cells.resize(m_state->columns.size());
}

OgrTable::~OgrTable() = default;
OgrTable::OgrTable(OgrTable&&) noexcept = default;
OgrTable& OgrTable::operator=(OgrTable&&) noexcept = default;

const std::vector<std::string>& OgrTable::columns() const { return m_state->columns; }

const Row* OgrTable::next() {
    State& state = *m_state;
    Row& row = state.row;
    while (true) {
        const OGRFeatureUniquePtr feature(state.layer->GetNextFeature());
        if (!feature) return nullptr;
        ++state.count;
        row.number = state.first_row > 0 ? state.count + state.first_row - 1 : feature->GetFID();
        row.problems.clear();
        bool empty = true;
        for (std::size_t i = 0; i < state.types.size(); ++i) {
            Utf8 cell = as_utf8(cell_text(*feature, static_cast<int>(i), state.types[i]));
            if (cell.replaced > 0) {
                row.problems.push_back(
                    {"not-utf8", state.columns[i],
                     "column " + state.columns[i] + " has bytes that are not UTF-8; each stands as \uFFFD"});
            }
            row.cells[i] = std::move(cell.text);
            empty = empty && trimmed(row.cells[i]).empty();
        }
        if (state.longitude_column) {
            row.cells[*state.longitude_column].clear();
            row.cells[*state.longitude_column + 1].clear();
            state.read_position(*feature);
            empty = empty && row.cells[*state.longitude_column].empty();
        }
        if (!empty) return &row;
    }
}

}  // namespace incidentmap
