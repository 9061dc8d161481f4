// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geopackage/database.hpp"

namespace incidentmap {

/// How a table is drawn, in the form of QGIS.
struct LayerStyle {
    std::string table;
    bool is_spatial = true;
    std::string name;  ///< at most 30 characters
    std::string description;
    std::string qml;               ///< the style itself
    bool is_default = true;        ///< one of a table's styles is; the others are there to switch to
    std::string sld = {};          ///< the same for other programs; may be empty
    std::string owner = {};        ///< may be empty
    std::string update_time = {};  ///< empty: that of the file
};

/// The styles that a file holds, in their order; none where it has no such table.
std::vector<LayerStyle> read_layer_styles(Database& database);

/// Makes the table `layer_styles`, where QGIS looks for styles, in their order.
/// To be called once, in a transaction, after the other tables: it is to stand last. \param time as
/// create_table's
void create_layer_styles(Database& database, const std::vector<LayerStyle>& styles, std::string_view time);

/// Adds styles to those that create_layer_styles() put there.
void add_layer_styles(Database& database, const std::vector<LayerStyle>& styles, std::string_view time);

}  // namespace incidentmap
