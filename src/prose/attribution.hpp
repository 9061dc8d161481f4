// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "prose/event.hpp"

namespace incidentmap {

/// Who says of an attack that it was theirs (`claims`), that it was not (`denies`), or whose it was
/// (`blames`). Only organisations, governments and their offices are told; persons are not.
std::vector<Attribution> attributions_in(const Seen& seen, std::size_t sentence, std::string_view text);

}  // namespace incidentmap
