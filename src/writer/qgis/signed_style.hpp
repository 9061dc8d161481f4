// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// The style with a comment after it that says whose it is and stands for what it was: QGIS leaves it out
/// when a person saves a style, and it does not fit what was changed by hand.
std::string signed_style(const std::string& qml);

/// True for a style as signed_style() gave it: nobody changed it since, and nobody's work is lost with it.
bool is_own_style(std::string_view qml);

}  // namespace incidentmap
