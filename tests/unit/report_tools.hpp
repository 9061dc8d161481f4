// SPDX-License-Identifier: MIT
/// What several tests of reports share.
#pragma once

#include <string>
#include <vector>

#include "catch.hpp"
#include "report/reader.hpp"
#include "report/report.hpp"
#include "scratch.hpp"

namespace report_tools {

using namespace incidentmap;

/// The one report of a one-row table, its cells read.
inline Report report_of(const std::string& csv, const ReadOptions& options = {}) {
    const Scratch scratch;
    ReportReader reader(scratch.file("reports.csv", csv), {});
    const Report* row = reader.next();
    REQUIRE(row != nullptr);
    Report report = *row;
    read_cells(report, options);
    return report;
}

inline std::vector<std::string> codes(const Report& report) {
    std::vector<std::string> out;
    for (const Finding& finding : report.findings) out.push_back(finding.code);
    return out;
}

/// Those that are not \p but.
inline std::vector<std::string> codes_but(const Report& report, const std::string& but) {
    std::vector<std::string> out = codes(report);
    std::erase(out, but);
    return out;
}

using Codes = std::vector<std::string>;
using Column = ReportColumn;

}  // namespace report_tools
