// SPDX-License-Identifier: MIT
#include "writer/output_target.hpp"

#include <algorithm>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

/// One file was named of a format that stands in a folder.
[[noreturn]] void refuse_file(const Format& format, const fs::path& output) {
    const std::string name(format.name);
    const std::string folder = (output.parent_path() / output.stem()).string() + "/";
    if (is_by_layer(format))
        throw UsageError{"a build has several layers, and " + name +
                         " holds one a file: give a folder instead of " + output.string() + ", such as " +
                         folder};
    throw UsageError{std::string(format.holds) + " stands beside the layers: give a folder instead of " +
                     output.string() + ", such as " + folder + ", and -f " +
                     std::string(store_format().name) + "," + name};
}

}  // namespace

bool is_by_layer(const Format& format) {
    return format.kind == FormatKind::streamed || format.kind == FormatKind::copied;
}

OutputTarget output_target(const std::string& output, const std::string& stem,
                           std::span<const Format* const> asked) {
    const fs::path path = output;
    const std::string extension = lower_ascii(path.extension().string());
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
        if (extension == store_format().extension) {
            if (std::find(asked.begin(), asked.end(), &store_format()) == asked.end())
                throw UsageError{"the output " + output +
                                 " is a GeoPackage, but the format gpkg is not asked for"};
            return {path.parent_path(), path.stem().string(), false};
        }
        for (const Format& format : formats()) {
            if (extension == format.extension) refuse_file(format, path);
        }
    }
    if (stem.empty() || stem.find('/') != std::string::npos)
        throw UsageError{"'" + stem + "' cannot be the beginning of a file name"};
    return {path, stem, true};
}

std::vector<std::string> names_of(const OutputTarget& target, std::span<const Format* const> asked) {
    std::vector<std::string> names{target.methods_name()};
    for (const Format* format : asked) {
        if (!is_by_layer(*format)) names.push_back(target.name_of(*format));
        if (format == &store_format() && target.is_folder) names.push_back(target.project_name());
        if (!is_by_layer(*format)) continue;
        for (LayerId layer : all_layers) {
            if (!format->has(layer)) continue;
            names.push_back(target.name_of(*format, layer));
            if (format->kind == FormatKind::streamed) names.push_back(target.style_name(layer));
        }
    }
    return names;
}

void refuse_inputs(const OutputTarget& target, const std::vector<std::string>& names,
                   const std::vector<std::string>& inputs) {
    for (const std::string& name : names) {
        for (const std::string& input : inputs) {
            std::error_code ignored;
            if (!fs::equivalent(target.folder / name, input, ignored)) continue;
            throw UsageError{"the output " + (target.folder / name).string() +
                             " is also an input: give another folder or name"};
        }
    }
}

}  // namespace incidentmap
