// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "gazetteer/boundaries.hpp"
#include "stored/build_facts.hpp"
#include "stored/shown_extent.hpp"
#include "writer/map_choices.hpp"
#include "writer/picture/build_picture.hpp"

namespace incidentmap {

/// What stands on a page besides its data.
struct PageContent {
    PictureTexts texts;
    MapChoices maps;
    std::string methods;       ///< the note on methods, in Markdown; empty: the page has none
    std::optional<Box> frame;  ///< what the map shows at first; none: where most incidents are
};

/// Writes the page of a build: one file that asks no network, unless tiles were chosen, with a map, a table,
/// a time slider and all that is known of each incident. Texts of the build stand in it as data only. The
/// same build and the same gazetteers give the same bytes. \param draft an empty file \param geopackage what
/// the build wrote \param facts of that build \param shown where it lies \param ground where borders and
/// towns come from \throws Error where the file is no build's, is damaged, or the disk is full
void write_page(const std::filesystem::path& draft, const std::filesystem::path& geopackage,
                const BuildFacts& facts, const ShownPositions& shown, const MapGround& ground,
                const PageContent& content);

/// Checks a page that was written: that it is whole. \throws Error
void check_page(const std::filesystem::path& draft);

}  // namespace incidentmap
