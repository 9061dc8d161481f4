// SPDX-License-Identifier: MIT
/// Names in GeoNames' files; for their importers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/import/geonames_record.hpp"
#include "gazetteer/place.hpp"

namespace incidentmap {

/// The name of a place of a dump, and its name in ASCII where that is more than the name without its marks.
/// \param former whether the place is no more
std::vector<Name> main_names(const GeonamesRecord& record, bool former);

/// The names of the column of alternate names that are not among \p names: what is no name (an address, more
/// than 200 bytes) is left out, three or four capitals are a code.
std::vector<Name> column_names(const GeonamesRecord& record, bool former, const std::vector<Name>& names);

/// A line of alternateNamesV2.txt (10 columns) or alternateNames.txt (8).
struct AlternateName {
    std::string_view geonameid;
    std::optional<Name>
        name;  ///< nothing where the line holds none: a link, a postal code, a Wikidata number …
};

/// Where the line is none, it is told as a bad row and there is nothing.
std::optional<AlternateName> alternate_name(std::string_view line, const InputPosition& at, ImportLog& log);

/// The year of `1958`, `19580714`, `1958-07-14`, `ca. 1200`, `332 BC`; nothing of what names none.
std::optional<int> year_in(std::string_view text);

}  // namespace incidentmap
