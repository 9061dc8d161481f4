// SPDX-License-Identifier: MIT
#pragma once

#include "stored/build_file.hpp"
#include "writer/page/page_file.hpp"
#include "writer/page/page_shapes.hpp"

namespace incidentmap {

/// Writes the incidents of a build, in the order of their ids, in one pass over its layers: what the map, the
/// table and the search need in blocks of columns (`incidents`, `spots`, `launches`, `lines`), and all that
/// is known of each in blocks of a hundred incidents (`details`), which the page reads one by one. Memory is
/// that of a block.
void write_incidents(BuildFile& build, const PageShapes& shapes, PageFile& page);

}  // namespace incidentmap
