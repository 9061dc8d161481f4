// SPDX-License-Identifier: MIT
/// Which column of a layer is what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/import/layer_mapping.hpp"
#include "gazetteer/import/layer_rows.hpp"

namespace incidentmap {

struct NameColumn {
    std::size_t column = 0;
    std::string language;  ///< empty where not known
};

/// The columns of one layer, each empty where there is none.
struct LayerColumns {
    std::vector<NameColumn> names;  ///< the first has the preferred name
    std::optional<std::size_t> kind;
    std::optional<std::size_t> id;
    std::optional<std::size_t> language;
    std::optional<std::size_t> country;
    std::optional<std::size_t> admin1;
    std::optional<std::size_t> admin2;
    std::optional<std::size_t> population;
    std::optional<std::size_t> name_type;  ///< GNS: `H` and `VS` stand for names of the past
    std::string kind_of_all;               ///< where `kind` is empty
    std::string language_of_all;
    std::string country_of_all;
    std::string source_id;
    std::string source;
    std::string licence;
};

/// By the mapping; what it leaves empty by the names that columns have with OCHA's common operational data
/// (`ADM1_EN`, `ADM1_PCODE`: the deepest level is what the layer is of), geoBoundaries, NGA GNS, Who's On
/// First, Natural Earth, OpenStreetMap's extracts, and in general (`name`, `kind`, `country`, `name_ar`).
/// \param path the file, whose name stands for a source that has none
/// \throws Error where a column of the mapping is not there, or no column has names
LayerColumns layer_columns(const LayerRows& rows, const LayerMapping& mapping, const std::string& path);

/// What a publisher's word (`PPLA`, `hamlet`, `Admin-1 states provinces`, `aerodrome`) is among our kinds;
/// empty where none is known. \param column where it stands: Who's On First means other things by `region`
/// and `locality`
std::string kind_of_word(std::string_view word, std::string_view column, std::int64_t population);

}  // namespace incidentmap
