// SPDX-License-Identifier: MIT
#include "gazetteer/import/layer_rows.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <numbers>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/import/import_table.hpp"
#include "gazetteer/import/packed_file.hpp"
#include "geodesy/antimeridian.hpp"
#include "table/table.hpp"

namespace incidentmap {
namespace {

struct Driver {
    std::string_view extension;
    const char* name;
};

/// Drivers that open nothing but the file; a Shapefile's are the files of its name.
constexpr Driver drivers[] = {
    {".geojson", "GeoJSON"},   {".json", "GeoJSON"}, {".geojsonl", "GeoJSONSeq"}, {".geojsons", "GeoJSONSeq"},
    {".ndjson", "GeoJSONSeq"}, {".gpkg", "GPKG"},    {".fgb", "FlatGeobuf"},      {".shp", "ESRI Shapefile"}};

constexpr std::string_view latitude = "latitude|lat|latitude_deg|lat_dd|y";
constexpr std::string_view longitude = "longitude|lon|lng|long|longitude_deg|long_dd|x";

const char* driver_of(const std::string& path) {
    const std::string extension = lower_ascii(std::filesystem::path(path).extension().string());
    const auto* row = std::find_if(std::begin(drivers), std::end(drivers),
                                   [&](const Driver& driver) { return driver.extension == extension; });
    return row == std::end(drivers) ? nullptr : row->name;
}

GDALDatasetUniquePtr open_layers(const std::string& shown, const std::string& path, const char* driver) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(path, error);
    if (error || !std::filesystem::is_regular_file(absolute, error))
        throw Error{"cannot open " + shown + ": no such file"};
    GDALAllRegister();
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    const std::array<const char*, 2> allowed{driver, nullptr};
    GDALDatasetUniquePtr dataset(GDALDataset::Open(absolute.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                                   allowed.data(), nullptr, nullptr));
    if (dataset && dataset->GetLayerCount() > 0) return dataset;
    const std::string why = CPLGetLastErrorMsg();
    throw Error{"cannot read " + shown + " as " + driver + (why.empty() ? "" : ": " + why)};
}

OGRLayer& chosen(GDALDataset& dataset, const std::string& shown, const std::string& name) {
    if (name.empty()) return *dataset.GetLayer(0);
    if (OGRLayer* layer = dataset.GetLayerByName(name.c_str())) return *layer;
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset.GetLayers()) names.emplace_back(layer->GetName());
    throw Error{shown + " has no layer '" + name + "'; it has '" + joined(names, "', '") + "'"};
}

/// Nothing where it is no ring with an area on the globe.
std::optional<Ring> ring_of(const OGRLinearRing& line, bool counter_clockwise) {
    Ring ring;
    for (int i = 0; i < line.getNumPoints(); ++i) {
        const LonLat position{line.getX(i), line.getY(i)};
        if (!is_valid(position)) return std::nullopt;
        if (ring.empty() || !(ring.back() == position)) ring.push_back(position);
    }
    if (!ring.empty() && !(ring.front() == ring.back())) ring.push_back(ring.front());
    const double turns = ring.size() < 4 ? 0 : twice_signed_area(ring);
    if (turns == 0) return std::nullopt;
    if ((turns > 0) != counter_clockwise) std::reverse(ring.begin(), ring.end());
    return ring;
}

/// True where a step of the ring is shorter across the antimeridian. One of exactly 360 runs along the map's
/// border.
bool goes_across(const Ring& ring) {
    return std::adjacent_find(ring.begin(), ring.end(), [](LonLat a, LonLat b) {
               const double step = std::abs(a.lon - b.lon);
               return step > 180 && step < 360;
           }) != ring.end();
}

/// False where the outer ring cannot be used; a hole that cannot is left out. What goes across the
/// antimeridian is cut there, so that an outline which its publisher did not cut does not run around the
/// Earth.
bool add_polygon(MultiPolygon& area, const OGRPolygon& polygon) {
    const OGRLinearRing* exterior = polygon.getExteriorRing();
    if (exterior == nullptr) return true;
    std::optional<Ring> outer = ring_of(*exterior, true);
    if (!outer) return false;
    Polygon made;
    made.outer = std::move(*outer);
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i) {
        if (auto hole = ring_of(*polygon.getInteriorRing(i), false)) made.holes.push_back(std::move(*hole));
    }
    if (goes_across(made.outer) || std::any_of(made.holes.begin(), made.holes.end(), goes_across)) {
        for (Polygon& part : cut_polygon(made).polygons) area.polygons.push_back(std::move(part));
    } else {
        area.polygons.push_back(std::move(made));
    }
    return true;
}

/// monostate where it is neither a point nor an area on the globe.
Geometry geometry_of(const OGRGeometry& geometry) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPoint && !geometry.IsEmpty()) {
        const LonLat position{geometry.toPoint()->getX(), geometry.toPoint()->getY()};
        return is_valid(position) ? Geometry{position} : Geometry{};
    }
    if (type == wkbMultiPoint && geometry.toMultiPoint()->getNumGeometries() == 1)
        return geometry_of(*geometry.toMultiPoint()->getGeometryRef(0));
    MultiPolygon area;
    if (type == wkbPolygon) {
        if (!add_polygon(area, *geometry.toPolygon())) return {};
    } else if (type == wkbMultiPolygon) {
        for (const OGRPolygon* polygon : *geometry.toMultiPolygon()) {
            if (!add_polygon(area, *polygon)) return {};
        }
    }
    return area.polygons.empty() ? Geometry{} : Geometry{std::move(area)};
}

bool is_line(const OGRGeometry& geometry) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    return (type == wkbLineString || type == wkbMultiLineString) && !geometry.IsEmpty();
}

/// The strip along a line in longitude and latitude, at least as wide as what its publisher's drawing may be
/// off by: half a kilometre to each side where it is nearest to a pole, and more elsewhere.
Geometry strip_along(const OGRGeometry& line) {
    constexpr double half_width_m = 500;
    constexpr double metres_a_degree = 111'195;
    constexpr double most_lat_deg = 85;
    OGREnvelope box;
    line.getEnvelope(&box);
    const double lat_deg = std::min(std::max(std::abs(box.MinY), std::abs(box.MaxY)), most_lat_deg);
    const double half_width_deg = half_width_m / metres_a_degree / std::cos(lat_deg * std::numbers::pi / 180);
    const OGRGeometryUniquePtr thin(line.Simplify(half_width_deg / 5));
    const OGRGeometryUniquePtr strip(thin ? thin->Buffer(half_width_deg, 3) : nullptr);
    return strip ? geometry_of(*strip) : Geometry{};
}

std::unique_ptr<OGRCoordinateTransformation> to_wgs84(OGRLayer& layer, const std::string& shown) {
    const OGRSpatialReference* reference = layer.GetSpatialRef();
    if (reference == nullptr) return nullptr;
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference source(*reference);
    source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (source.IsSame(&wgs84)) return nullptr;
    std::unique_ptr<OGRCoordinateTransformation> result(OGRCreateCoordinateTransformation(&source, &wgs84));
    if (!result) throw Error{shown + ": its coordinate reference system cannot be turned into WGS 84"};
    return result;
}

}  // namespace

struct LayerRows::State {
    std::string shown;
    UnpackedFiles unpacked;  // ends after what reads its files
    GDALDatasetUniquePtr dataset;
    OGRLayer* layer = nullptr;
    std::unique_ptr<OGRCoordinateTransformation> transformation;
    std::optional<Table> table;
    std::optional<std::size_t> lat;
    std::optional<std::size_t> lon;
    std::vector<std::string> columns;
    LayerRow row;

    bool next_of_layer(ImportLog& log);
    bool next_of_table(ImportLog& log);
};

LayerRows::LayerRows(const std::string& path, const std::string& layer) : m_state(std::make_unique<State>()) {
    State& state = *m_state;
    state.shown = path;
    const std::string plain = state.unpacked.plain(path);
    if (lower_ascii(plain).ends_with(".shp") && plain != path)
        throw Error{"cannot read " + path + ": a Shapefile is several files; unpack it and name the .shp"};
    if (const char* driver = driver_of(plain)) {
        state.dataset = open_layers(path, plain, driver);
        state.layer = &chosen(*state.dataset, path, layer);
        state.transformation = to_wgs84(*state.layer, path);
        OGRFeatureDefn& definition = *state.layer->GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i)
            state.columns.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
        return;
    }
    state.table = Table::open(plain, TableOptions{layer, {}});
    state.columns = state.table->columns();
    state.lat = column(latitude);
    state.lon = column(longitude);
    if (!state.lat || !state.lon)
        throw Error{path +
                    ": a table has to have columns of latitude and longitude; layers are .geojson, "
                    ".geojsonl, .gpkg, .fgb and .shp"};
}

LayerRows::~LayerRows() = default;
LayerRows::LayerRows(LayerRows&&) noexcept = default;
LayerRows& LayerRows::operator=(LayerRows&&) noexcept = default;

const std::vector<std::string>& LayerRows::columns() const { return m_state->columns; }

std::optional<std::size_t> LayerRows::column(std::string_view names) const {
    for (const std::string& name : split_list(names, "|")) {
        for (std::size_t i = 0; i < m_state->columns.size(); ++i) {
            if (lower_ascii(trimmed(m_state->columns[i])) == lower_ascii(name)) return i;
        }
    }
    return std::nullopt;
}

bool LayerRows::State::next_of_layer(ImportLog& log) {
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    const OGRFeatureUniquePtr feature(layer->GetNextFeature());
    if (!feature) {
        if (CPLGetLastErrorType() >= CE_Failure)
            throw Error{"cannot read " + shown + ": " + CPLGetLastErrorMsg()};
        return false;
    }
    ++row.number;
    log.count_row();
    row.cells.assign(columns.size(), {});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int field = static_cast<int>(i);
        if (feature->IsFieldSetAndNotNull(field))
            row.cells[i] = as_utf8(trimmed(feature->GetFieldAsString(field))).text;
    }
    row.geometry = {};
    OGRGeometry* geometry = feature->GetGeometryRef();
    row.of_line = geometry != nullptr && is_line(*geometry);
    if (geometry == nullptr) return true;
    if (!transformation || geometry->transform(transformation.get()) == OGRERR_NONE)
        row.geometry = row.of_line ? strip_along(*geometry) : geometry_of(*geometry);
    return true;
}

bool LayerRows::State::next_of_table(ImportLog& log) {
    const Row* read = table->next();
    if (read == nullptr) return false;
    log.count_row();
    row.number = read->number;
    row.cells = read->cells;
    for (const RowProblem& problem : read->problems)
        log.tell({shown, row.number}, Severity::warning, problem.code, problem.column, problem.sentence);
    row.geometry = {};
    const auto lat_deg = number_in(trimmed(row.cells[*lat]));
    const auto lon_deg = number_in(trimmed(row.cells[*lon]));
    if (lat_deg && lon_deg && is_valid({.lon = *lon_deg, .lat = *lat_deg}))
        row.geometry = LonLat{.lon = *lon_deg, .lat = *lat_deg};
    return true;
}

const LayerRow* LayerRows::next(ImportLog& log) {
    State& state = *m_state;
    if (!(state.table ? state.next_of_table(log) : state.next_of_layer(log))) return nullptr;
    return &state.row;
}

const LayerRow* LayerRows::first_with_geometry() {
    State& state = *m_state;
    if (state.table) return nullptr;
    ImportLog silent({});
    bool found = false;
    while (!found && state.next_of_layer(silent))
        found = !std::holds_alternative<std::monostate>(state.row.geometry);
    state.layer->ResetReading();
    state.row.number = 0;
    return found ? &state.row : nullptr;
}

bool LayerRows::holds_polygons() {
    const LayerRow* row = first_with_geometry();
    return row != nullptr && std::holds_alternative<MultiPolygon>(row->geometry);
}

bool LayerRows::holds_lines() {
    const LayerRow* row = first_with_geometry();
    return row != nullptr && row->of_line;
}

InputPosition LayerRows::at() const { return {m_state->shown, m_state->row.number}; }

}  // namespace incidentmap
