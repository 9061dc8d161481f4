// SPDX-License-Identifier: MIT
/// Makes gazetteers.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.hpp"
#include "core/progress.hpp"
#include "gazetteer/import/import_result.hpp"
#include "gazetteer/import/layer_mapping.hpp"

namespace incidentmap {

/// What the files are.
enum class ImportFormat {
    csv,       ///< tables with a header (CSV, or whatever table.hpp opens) and areas as GeoJSON
    geonames,  ///< GeoNames' dumps of places, admin1CodesASCII.txt, admin2Codes.txt, countryInfo.txt; areas
               ///< as GeoJSON
    geonames_names,  ///< GeoNames' alternateNamesV2.txt
    ourairports,     ///< OurAirports' airports.csv, and regions.csv for the names of provinces
    ogr              ///< layers of points, lines or polygons that GDAL reads
};

/// `csv`, `geonames`, `geonames-names`, `ourairports`, `ogr`; nothing for any other word.
std::optional<ImportFormat> import_format(std::string_view word);

/// One source of an import: files of one format.
struct ImportPart {
    ImportFormat format = ImportFormat::csv;
    std::vector<std::string> files;
    LayerMapping mapping{};  ///< of layers only
};

struct ImportOptions {
    /// What the file says of the time of its last change: a fixed one, so that the same input gives the same
    /// bytes.
    std::string last_change = "2000-01-01T00:00:00.000Z";
    /// Called now and then: which file is being read, and how many of its bytes, or, where its reader does
    /// not tell bytes, how many rows of all files; may be empty.
    std::function<void(const Progress&)> progress;
    /// Countries (ISO 3166-1 alpha-2) whose places are kept, by what their records and the outlines say; of
    /// world files one country. All where there is none.
    std::vector<std::string> only_countries;
};

/// Reads the files, in whatever order they are named, and makes the gazetteer: as a draft beside it that
/// takes its name when it is whole. A row that cannot be used is a finding. Plain text, `.gz` or `.zip`
/// (packed_file.hpp).
///
/// `csv`: a table is what its columns say. Places: name, latitude, longitude (place_id, kind, country,
/// admin1, admin2, extent_m, accuracy_m, population, source_id, source_ref, source_date, notes, and in
/// `names` or `alternate_names` further spellings parted by ` | ` or `;`; a place without an id gets one made
/// of its name). Names: place_id, name, no position (language, script, sort, from_year, to_year, source_id).
/// Points: place_id, latitude, longitude, no name. Sources: source_id, licence. Areas: GeoJSON polygons with
/// place_id (level, name, country, source_id); one whose place is in another gazetteer is kept.
///
/// `geonames`: 19 columns parted by TABs. A province or country that has no row of its own in the dump takes
/// the point of its seat or capital, and its notes say so; one whose seat is not there either is left out and
/// counted.
///
/// `geonames-names`: names with language and years of use, for the places of GeoNames that the other parts
/// bring.
///
/// `ourairports`: kinds by type, and air bases by their names. Codes and keywords are names; a name or
/// keyword that could be a town's gets the word that says what it is.
///
/// `ogr`: columns by the mapping, or known by their names (layer_columns.hpp). Rows of one id are names of
/// one place. Polygons are areas and places; by those of countries, provinces and districts every place of
/// the import is told where it lies: what its record lacks is filled, what its record has otherwise is
/// replaced, which is a finding.
///
/// Entries of two parts that are one place are joined (place_join.hpp): the entry of the part that was named
/// first stays, the other's point is kept beside it and its names are added. Areas come before all else.
///
/// \throws Error where a file cannot be read or is none of these, the output cannot be written, or there is
/// no valid place; the output is then as it was
ImportResult import_gazetteer(const std::vector<ImportPart>& parts, const std::string& output,
                              const ImportOptions& options = {});

/// One part.
ImportResult import_gazetteer(ImportFormat format, const std::vector<std::string>& files,
                              const std::string& output, const ImportOptions& options = {});

}  // namespace incidentmap
