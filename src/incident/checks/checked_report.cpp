// SPDX-License-Identifier: MIT
#include "incident/checks/checked_report.hpp"

#include <cassert>
#include <utility>

#include "incident/checks/check_list.hpp"

namespace incidentmap {

Finding finding_in(const Report& report, ReportColumn column, std::string_view code, std::string sentence,
                   std::optional<LonLat> position) {
    const Check* check = find_check(code);
    assert(check != nullptr);
    return {std::string(code),
            check->severity,
            report.file,
            report.row,
            std::string(report_columns()[static_cast<std::size_t>(column)].name),
            std::move(sentence),
            report[ReportColumn::incident_id],
            position};
}

}  // namespace incidentmap
