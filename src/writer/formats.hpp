// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layer/schema.hpp"
#include "stored/build_facts.hpp"
#include "stored/shown_extent.hpp"
#include "writer/map_choices.hpp"
#include "writer/ogr_writer.hpp"
#include "writer/picture/build_picture.hpp"

namespace incidentmap {

/// A build whose GeoPackage is finished: what a file of all of it is made from.
struct FinishedBuild {
    const std::filesystem::path& geopackage;
    const BuildFacts& facts;
    const ShownPositions& shown;
    std::span<const std::string> extra_headers;  ///< the input's own columns
    const std::string& stem;                     ///< what its files begin with
    const std::string& build_id;
    const MapGround& ground;  ///< where borders and towns come from
    const PictureTexts& texts;
    const MapChoices& maps;
    PictureOptions picture;      ///< how large pictures are
    const std::string& methods;  ///< the note on methods, in Markdown; empty: there is none
};

/// How the files of a format come about.
enum class FormatKind {
    geopackage,  ///< one file, with all layers and tables, made in any case
    streamed,    ///< GeoJSON: a file a layer, with its style, written while the build goes on
    copied,      ///< a file a layer, which OGR copies from the GeoPackage
    whole,       ///< one file of all of the build, made from the GeoPackage
};

/// A format of files that a build can write.
struct Format {
    std::string_view name;       ///< as people ask for it: `csv`
    std::string_view extension;  ///< with the dot
    std::string_view holds;      ///< for people: what one gets
    FormatKind kind = FormatKind::whole;
    /// Which layers and tables have a file, or stand in the file.
    bool (*has)(LayerId layer) = [](LayerId) { return true; };
    OgrFormat ogr = {};  ///< of FormatKind::copied
    /// Of FormatKind::whole: writes the file. \param draft an empty file
    void (*write)(const FinishedBuild& build, const std::filesystem::path& draft) = nullptr;
    bool is_picture = false;  ///< drawn, which a program may have been built without
};

/// To add a format, add its row to the table in the source.
std::span<const Format> formats();

/// Null where there is none of that name.
const Format* find_format(std::string_view name);

/// The GeoPackage, from which the others are made.
const Format& store_format();

/// The formats of these names, each once. \throws UsageError where there is none of a name, or where it is a
/// picture and this program draws none
std::vector<const Format*> asked_formats(std::span<const std::string> names);

/// `gpkg, geojson, …`, for the help of `-f`; the README has what each holds.
std::string format_help();

}  // namespace incidentmap
