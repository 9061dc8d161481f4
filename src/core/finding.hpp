// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/lon_lat.hpp"

namespace incidentmap {

enum class Severity { note, warning, error };

/// "note", "warning" or "error".
const char* to_string(Severity severity);

/// Something that a check noticed. To people: one of the *things to check*.
struct Finding {
    std::string code;  ///< stable, lower case, hyphenated: `latitude-out-of-range`
    Severity severity = Severity::warning;
    std::string file;                ///< the input's name as shown to people; empty where none
    std::int64_t row = 0;            ///< as a spreadsheet shows it (the header is 1); 0 where none
    std::string column;              ///< the input's own column name; empty where none
    std::string sentence;            ///< what is wrong, with the value, and what would put it right
    std::string incident_id;         ///< empty where it belongs to no incident
    std::optional<LonLat> position;  ///< where on the map, if anywhere
};

/// `reports.csv:17: latitude '95.2' is out of range (-90 to 90)`: file, row and sentence in one line.
std::string to_line(const Finding& finding);

}  // namespace incidentmap
