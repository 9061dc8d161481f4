// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "gazetteer/boundaries.hpp"
#include "writer/picture/map_features.hpp"
#include "writer/picture/sheet_texts.hpp"

namespace incidentmap {

/// Small maps on one sheet, one a month, all of the same ground at the same scale, each with its month and
/// how many incidents it shows; those of no one month stand in a last one. Months between the first and the
/// last that had none are shown too, unless there are more than three years of them. \return the picture's
/// bytes \throws UsageError where they do not fit on the sheet; Error as Canvas
std::string multiples_by_month(const PictureOptions& options, SheetContent content, const Layers& layers,
                               const MapGround& ground);

}  // namespace incidentmap
