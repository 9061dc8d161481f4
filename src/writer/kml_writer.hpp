// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "writer/draft_text.hpp"

namespace incidentmap {

/// Writes the map of a finished GeoPackage as KML 2.2 (OGC 12-007r2): a folder a layer, styles as in QGIS,
/// the days as spans of time, the columns under their titles, which are told once a layer. What the position
/// and the span of time say is no column, nor what goes without saying: a single report, as many dead at
/// least and at most. Who said a thing stands with it. What opens on a click is a table of Google Earth's
/// own; where a text has a letter of markup in it, that is a description instead, in which nothing of the
/// data is markup. Tables are left out. \param title the document's name \param build_id stands among its
/// data \throws Error
void write_kml(const std::filesystem::path& geopackage, std::span<const std::string> extra_headers,
               const std::string& title, const std::string& build_id, DraftText& to);

}  // namespace incidentmap
