// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "writer/formats.hpp"

namespace incidentmap {

/// Where the files of a build go, and how they are called.
struct OutputTarget {
    std::filesystem::path folder;
    std::string stem;
    bool is_folder = true;  ///< false: one GeoPackage alone is asked for

    std::string geopackage_name() const { return name_of(store_format()); }
    /// Of the QGIS project, which comes with the GeoPackage of a folder.
    std::string project_name() const { return stem + ".qgz"; }
    std::string methods_name() const { return stem + "_methods.md"; }
    /// Of a file of all of the build.
    std::string name_of(const Format& format) const { return stem + std::string(format.extension); }
    /// Of a file of one layer.
    std::string name_of(const Format& format, LayerId layer) const {
        return stem + "_" + layer_schema(layer).name + std::string(format.extension);
    }
    /// Where QGIS looks for the style of a layer's file, without being asked.
    std::string style_name(LayerId layer) const { return stem + "_" + layer_schema(layer).name + ".qml"; }
};

/// True for a format of which each layer has a file.
bool is_by_layer(const Format& format);

/// Where the files of these formats go. \param output a folder, or one file that ends in `.gpkg` \param stem
/// what files in a folder begin with \throws UsageError where one file is asked for that is no GeoPackage
OutputTarget output_target(const std::string& output, const std::string& stem,
                           std::span<const Format* const> asked);

/// All that a build of these formats may replace or remove.
std::vector<std::string> names_of(const OutputTarget& target, std::span<const Format* const> asked);

/// \throws UsageError where one of the names is that of an input
void refuse_inputs(const OutputTarget& target, const std::vector<std::string>& names,
                   const std::vector<std::string>& inputs);

}  // namespace incidentmap
