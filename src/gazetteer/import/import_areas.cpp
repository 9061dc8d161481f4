// SPDX-License-Identifier: MIT
#include "gazetteer/import/import_areas.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/import/packed_file.hpp"

namespace incidentmap {
namespace {

bool is_geojson(const std::string& path) {
    const std::string extension = lower_ascii(std::filesystem::path(inner_name(path)).extension().string());
    return extension == ".geojson" || extension == ".json";
}

/// \param unpacked keeps what a packed file holds as long as the data set is open
GDALDatasetUniquePtr open_geojson(const std::string& path, UnpackedFiles& unpacked) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(path, error);
    if (error || !std::filesystem::is_regular_file(absolute, error))
        throw Error{"cannot open " + path + ": no such file"};
    GDALAllRegister();
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    CPLErrorReset();
    const std::array<const char*, 2> drivers{"GeoJSON", nullptr};
    const std::string name = std::filesystem::absolute(unpacked.plain(absolute.string()), error).string();
    GDALDatasetUniquePtr dataset(
        GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
    if (dataset && dataset->GetLayerCount() > 0) return dataset;
    const std::string why = CPLGetLastErrorMsg();
    throw Error{"cannot read " + path + " as GeoJSON" + (why.empty() ? "" : ": " + why)};
}

bool is_polygon(const OGRGeometry* geometry) {
    if (geometry == nullptr) return false;
    const OGRwkbGeometryType type = wkbFlatten(geometry->getGeometryType());
    return type == wkbPolygon || type == wkbMultiPolygon;
}

/// Twice the signed area in square degrees: positive where the ring runs counter-clockwise.
double turning(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const LonLat& a = ring[i - 1];
        const LonLat& b = ring[i];
        sum += (a.lon - ring[0].lon) * (b.lat - ring[0].lat) - (b.lon - ring[0].lon) * (a.lat - ring[0].lat);
    }
    return sum;
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
    const double turns = ring.size() < 4 ? 0 : turning(ring);
    if (turns == 0) return std::nullopt;
    if ((turns > 0) != counter_clockwise) std::reverse(ring.begin(), ring.end());
    return ring;
}

/// Nothing where an outer ring cannot be used; a hole that cannot is left out.
std::optional<MultiPolygon> multi_polygon(const OGRGeometry& geometry) {
    MultiPolygon result;
    const auto add = [&result](const OGRPolygon& polygon) {
        const OGRLinearRing* exterior = polygon.getExteriorRing();
        if (exterior == nullptr) return true;
        std::optional<Ring> outer = ring_of(*exterior, true);
        if (!outer) return false;
        Polygon made;
        made.outer = std::move(*outer);
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i) {
            if (auto hole = ring_of(*polygon.getInteriorRing(i), false))
                made.holes.push_back(std::move(*hole));
        }
        result.polygons.push_back(std::move(made));
        return true;
    };
    if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon) {
        if (!add(*geometry.toPolygon())) return std::nullopt;
    } else {
        for (const OGRPolygon* polygon : *geometry.toMultiPolygon()) {
            if (!add(*polygon)) return std::nullopt;
        }
    }
    if (result.polygons.empty()) return std::nullopt;
    return result;
}

std::string property(const OGRFeature& feature, const char* name) {
    const int field = feature.GetFieldIndex(name);
    if (field < 0 || !feature.IsFieldSetAndNotNull(field)) return {};
    return as_utf8(trimmed(const_cast<OGRFeature&>(feature).GetFieldAsString(field))).text;
}

void import_area(const OGRFeature& feature, const InputPosition& at, GazetteerWriter& writer,
                 ImportLog& log) {
    AreaRow row;
    row.place_id = property(feature, "place_id");
    if (row.place_id.empty()) {
        log.bad_row(at, "area-without-place-id", "place_id", "the area has no place_id and was left out");
        return;
    }
    const OGRGeometry* geometry = feature.GetGeometryRef();
    std::optional<MultiPolygon> area;
    if (is_polygon(geometry)) area = multi_polygon(*geometry);
    if (!area) {
        log.bad_row(
            at, "area-not-a-polygon", "",
            "the area of " + row.place_id + " is no polygon in longitude and latitude and was left out");
        return;
    }
    row.level = property(feature, "level");
    row.name = property(feature, "name");
    row.country = property(feature, "country");
    row.source_id = property(feature, "source_id");
    row.area = std::move(*area);
    if (writer.add_area(row)) return;
    log.bad_row(at, "area-twice", "place_id", row.place_id + " has an area already; this one was left out");
}

}  // namespace

bool holds_areas(const std::string& path) {
    if (!is_geojson(path)) return false;
    UnpackedFiles unpacked;
    const GDALDatasetUniquePtr dataset = open_geojson(path, unpacked);
    const OGRFeatureUniquePtr first(dataset->GetLayer(0)->GetNextFeature());
    return first && is_polygon(first->GetGeometryRef());
}

void import_areas(const std::string& path, GazetteerWriter& writer, ImportLog& log) {
    UnpackedFiles unpacked;
    const GDALDatasetUniquePtr dataset = open_geojson(path, unpacked);
    OGRLayer& layer = *dataset->GetLayer(0);
    if (layer.GetLayerDefn()->GetFieldIndex("place_id") < 0) {
        throw Error{path +
                    ": its areas have no place_id; give each the place_id of the place whose area it is"};
    }
    const OGRSpatialReference* reference = layer.GetSpatialRef();
    if (reference != nullptr && reference->IsGeographic() == 0) {
        throw Error{path + " is not in longitude and latitude (WGS 84), as GeoJSON has to be"};
    }
    std::int64_t number = 0;
    while (true) {
        const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
        CPLErrorReset();
        const OGRFeatureUniquePtr feature(layer.GetNextFeature());
        if (!feature) break;
        log.count_row();
        import_area(*feature, {path, ++number}, writer, log);
    }
    if (CPLGetLastErrorType() >= CE_Failure) throw Error{"cannot read " + path + ": " + CPLGetLastErrorMsg()};
}

}  // namespace incidentmap
