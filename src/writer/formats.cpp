// SPDX-License-Identifier: MIT
#include "writer/formats.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "core/text.hpp"
#include "writer/draft_text.hpp"
#include "writer/kml_writer.hpp"
#include "writer/page/build_page.hpp"
#include "writer/picture/canvas.hpp"
#include "writer/xlsx_writer.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

bool is_spatial(LayerId layer) { return layer_schema(layer).geometry.has_value(); }

/// GeoJSON: what is not on the map goes along, with null for its geometry.
bool is_place(LayerId layer) { return is_spatial(layer) || layer == LayerId::not_mapped; }

/// What people read. What a later build reads again stands in the GeoPackage alone.
bool is_for_people(LayerId layer) { return layer != LayerId::answers && layer != LayerId::decisions; }

void write_kml_file(const FinishedBuild& build, const fs::path& path) {
    DraftText draft(path);
    write_kml(build.geopackage, build.extra_headers, build.stem, build.build_id, draft);
    draft.close();
}

void write_xlsx(const FinishedBuild& build, const fs::path& path) {
    DraftText draft(path);
    draft.buffer() = xlsx_of_build(build.geopackage, build.extra_headers);
    draft.close();
}

void write_html(const FinishedBuild& build, const fs::path& path) {
    write_page(path, build.geopackage, build.facts, build.shown, build.ground,
               {build.texts, build.maps, build.methods, build.picture.frame});
    check_page(path);
}

template <PictureFormat format>
void write_picture(const FinishedBuild& build, const fs::path& path) {
    PictureOptions options = build.picture;
    options.format = format;
    DraftText draft(path);
    draft.buffer() = picture_of_build(build.geopackage, build.facts, build.ground, build.texts, options);
    draft.close();
}

std::vector<Format> all_formats() {
    using enum FormatKind;
    return {
        {.name = "gpkg",
         .extension = ".gpkg",
         .holds = "a GeoPackage with all layers and tables, styles and the map of QGIS",
         .kind = geopackage},
        {.name = "geojson",
         .extension = ".geojson",
         .holds = "GeoJSON, a file a layer, with a style for QGIS",
         .kind = streamed,
         .has = is_place},
        {.name = "csv",
         .extension = ".csv",
         .holds = "CSV, a file a layer or table",
         .kind = copied,
         .has = is_for_people,
         .ogr = {"CSV", {"GEOMETRY=NONE", "LINEFORMAT=CRLF", "WRITE_BOM=NO"}, true}},
        {.name = "fgb",
         .extension = ".fgb",
         .holds = "FlatGeobuf, a file a layer",
         .kind = copied,
         .has = is_spatial,
         .ogr = {"FlatGeobuf", {"SPATIAL_INDEX=YES"}, false}},
        {.name = "kml",
         .extension = ".kml",
         .holds = "a map for Google Earth",
         .has = is_spatial,
         .write = write_kml_file},
        {.name = "xlsx",
         .extension = ".xlsx",
         .holds = "a workbook, a sheet a layer or table",
         .write = write_xlsx},
        {.name = "html", .extension = ".html", .holds = "a page that works offline", .write = write_html},
        {.name = "svg",
         .extension = ".svg",
         .holds = "a picture of the map, for drawing programs and print",
         .write = write_picture<PictureFormat::svg>,
         .is_picture = true},
        {.name = "png",
         .extension = ".png",
         .holds = "a picture of the map, in pixels",
         .write = write_picture<PictureFormat::png>,
         .is_picture = true},
        {.name = "pdf",
         .extension = ".pdf",
         .holds = "a picture of the map, for print",
         .write = write_picture<PictureFormat::pdf>,
         .is_picture = true},
    };
}

}  // namespace

std::span<const Format> formats() {
    static const std::vector<Format> all = all_formats();
    return all;
}

const Format* find_format(std::string_view name) {
    const auto all = formats();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Format& format) { return format.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const Format& store_format() { return formats().front(); }

std::vector<const Format*> asked_formats(std::span<const std::string> names) {
    std::vector<const Format*> asked;
    for (const std::string& name : names) {
        const Format* format = find_format(name);
        if (format == nullptr) {
            std::vector<std::string> known;
            for (const Format& one : formats()) known.emplace_back(one.name);
            throw UsageError{"there is no format '" + name + "'; there are " + joined(known, ", ")};
        }
        if (format->is_picture) check_can_draw();
        if (std::find(asked.begin(), asked.end(), format) == asked.end()) asked.push_back(format);
    }
    return asked;
}

std::string format_help() {
    std::vector<std::string> names;
    for (const Format& format : formats()) names.emplace_back(format.name);
    return joined(names, ", ");
}

}  // namespace incidentmap
