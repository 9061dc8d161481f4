// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace incidentmap {

/// Which column of a layer is what. What is empty is known by the names that columns have with the usual
/// publishers (layer_columns.hpp).
struct LayerMapping {
    std::vector<std::string>
        names{};               ///< columns; the first has the preferred name. `COLUMN=ar` states the language
    std::string kind{};        ///< a column, or one of place_kinds() for all of them
    std::string id{};          ///< a column
    std::string language{};    ///< a column, or an ISO 639 code for all names
    std::string country{};     ///< a column, or an ISO 3166-1 code or English name for all places
    std::string admin1{};      ///< a column
    std::string admin2{};      ///< a column
    std::string population{};  ///< a column
    std::string layer{};       ///< empty: the first
    std::string source{};      ///< title of the source; empty: the publisher's or the file's name
    std::string licence{};
};

}  // namespace incidentmap
