// SPDX-License-Identifier: MIT
/// Lines that publishers have in parts: a river from one mouth to the next.
#pragma once

#include <vector>

#include "gazetteer/import/layer_area.hpp"

namespace incidentmap {

/// Joins strips of one name and kind that meet, or nearly: the first of them keeps its row and has the
/// outline of all. Namesakes elsewhere stay apart. Takes time in proportion to the square of the parts of one
/// name.
std::vector<LayerArea> with_parts_joined(std::vector<LayerArea> areas);

}  // namespace incidentmap
