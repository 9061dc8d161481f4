// SPDX-License-Identifier: MIT
/// What the checks look at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.hpp"
#include "locate/location.hpp"
#include "report/report.hpp"
#include "report/source.hpp"

namespace incidentmap {

/// A locality of a report, and where it is.
struct CheckedPlace {
    const Location* location = nullptr;  ///< as the build has it; never null
    const Location* named =
        nullptr;           ///< where its words, or a decision, lead; null where there is a position only
    std::string words;     ///< the report's own words
    bool decided = false;  ///< a decision about this very report beats the position given
};

/// A report, and what its localities came to.
struct CheckedReport {
    const Report* report = nullptr;
    const Source* source = nullptr;  ///< never null; empty where none is known
    std::vector<CheckedPlace> places;
    std::vector<CheckedPlace> launches;
};

/// A finding about a cell of a report, of the severity that its code has.
Finding finding_in(const Report& report, ReportColumn column, std::string_view code, std::string sentence,
                   std::optional<LonLat> position = std::nullopt);

}  // namespace incidentmap
