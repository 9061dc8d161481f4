// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace incidentmap {

/// What is counted.
enum class ProgressUnit { things, bytes };

/// How far long work is: what the library hands to whoever shows it.
struct Progress {
    std::string_view what;  ///< `reading reports`; the same for the whole of a phase
    std::int64_t done = 0;
    std::optional<std::int64_t> total = {};  ///< nothing where it is not known beforehand
    ProgressUnit unit = ProgressUnit::things;
};

}  // namespace incidentmap
