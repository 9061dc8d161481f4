// SPDX-License-Identifier: MIT
/// What the checks look at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.hpp"
#include "locate/located_report.hpp"
#include "report/source.hpp"

namespace incidentmap {

using CheckedPlace = LocatedPlace;

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
