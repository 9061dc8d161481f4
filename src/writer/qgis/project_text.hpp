// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "writer/qgis/project.hpp"

namespace incidentmap {

/// The text of the project's `.qgs` file, which QGIS 3.22 and later open without a message.
/// \throws Error where a style is none
std::string qgs_text(const QgisProject& project);

}  // namespace incidentmap
