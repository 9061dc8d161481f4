// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace incidentmap {

/// What a build makes, and from which files.
struct Dependencies {
    std::vector<std::string> outputs;
    std::vector<std::string> inputs;
};

/// A rule for make: `out/june.gpkg: june.csv …`, and one without a recipe for each input, so that make goes
/// on where one was removed. \throws Error where a name holds what make cannot have
std::string make_rules(const Dependencies& dependencies);

/// Writes the rules into a file. Outputs that are current, and so were not written, get the time of the
/// newest input where they are older than it: make would build them again and again. Their content stays.
/// \throws Error
void write_depfile(const std::filesystem::path& file, const Dependencies& dependencies);

}  // namespace incidentmap
