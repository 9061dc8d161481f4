// SPDX-License-Identifier: MIT
#include "gazetteer/import/import_areas.hpp"

#include <filesystem>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/import/layer_rows.hpp"
#include "gazetteer/import/packed_file.hpp"

namespace incidentmap {
namespace {

bool is_geojson(const std::string& path) {
    const std::string extension = lower_ascii(std::filesystem::path(inner_name(path)).extension().string());
    return extension == ".geojson" || extension == ".json";
}

}  // namespace

bool holds_areas(const std::string& path) { return is_geojson(path) && LayerRows(path, {}).holds_polygons(); }

void import_areas(const std::string& path, PlaceIntake& intake, ImportLog& log) {
    LayerRows rows(path, {});
    if (!rows.column("place_id")) {
        throw Error{path +
                    ": its areas have no place_id; give each the place_id of the place whose area it is, or "
                    "import it as a layer: ogr " +
                    path};
    }
    while (const LayerRow* read = rows.next(log)) {
        const auto cell = [&](std::string_view name) {
            const auto column = rows.column(name);
            return column ? read->cells[*column] : std::string{};
        };
        AreaRow row;
        row.place_id = cell("place_id");
        if (row.place_id.empty()) {
            log.bad_row(rows.at(), "area-without-place-id", "place_id",
                        "the area has no place_id and was left out");
            continue;
        }
        const auto* area = std::get_if<MultiPolygon>(&read->geometry);
        if (area == nullptr) {
            log.bad_row(
                rows.at(), "area-not-a-polygon", "",
                "the area of " + row.place_id + " is no polygon in longitude and latitude and was left out");
            continue;
        }
        row.level = cell("level");
        row.name = cell("name");
        row.country = cell("country");
        row.source_id = cell("source_id");
        row.area = *area;
        if (intake.add_area(row)) continue;
        log.bad_row(rows.at(), "area-twice", "place_id",
                    row.place_id + " has an area already; this one was left out");
    }
}

}  // namespace incidentmap
