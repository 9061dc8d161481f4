// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "gazetteer/boundaries.hpp"
#include "stored/build_facts.hpp"
#include "writer/picture/picture_options.hpp"

namespace incidentmap {

/// What stands on the map of a build besides its layers; empty: the program's own words.
struct PictureTexts {
    std::string title;
    std::string subtitle;
    std::string credit;
    std::string note;
};

/// The printed map of a build: its attacks by type, areas, bases, launch places with their lines, possible
/// areas, a legend with counts, what it cannot show, its sources and its build id. \param geopackage what the
/// build wrote \param ground where borders and towns come from \return the file's bytes \throws Error
/// where the file is no build's, and as MapSheet
std::string picture_of_build(const std::filesystem::path& geopackage, const BuildFacts& facts,
                             const MapGround& ground, const PictureTexts& texts,
                             const PictureOptions& options);

}  // namespace incidentmap
