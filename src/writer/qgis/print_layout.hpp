// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "writer/qgis/project.hpp"

namespace incidentmap {

/// What stands on the printed map beside the map itself, each in a text box of that name.
struct LayoutTexts {
    std::string title;
    std::string subtitle;
    std::string note;         ///< what the map cannot show
    std::string not_a_point;  ///< how many incidents have no point on it, and why
    std::string uncertainty;  ///< what its grey areas mean
    std::string credit;       ///< who made it, from what, under which licences
    std::string made;         ///< the day and the build
};

/// A print layout `A4 map`, as QGIS has it in XML: A4 across, with the map, the legend of what is in it, a
/// scale bar in kilometres, an arrow to the north and the texts.
std::string print_layout(const QgisProject& project, const LayoutTexts& texts);

/// The text so that a label of QGIS shows it as it is: neither an expression (`[% … %]`) nor a date is put
/// in.
std::string label_text(std::string_view text);

}  // namespace incidentmap
