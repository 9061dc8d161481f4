// SPDX-License-Identifier: MIT
#include "incident/checks/check_time.hpp"

namespace incidentmap {
namespace {

constexpr std::chrono::days time_zones{1};

}  // namespace

std::vector<Finding> check_time(const Report& report, const std::optional<EventDate>& published,
                                std::optional<Day> today) {
    if (!report.event_date) return {};
    const Day first = report.event_date->first;
    if (published && first > published->last + time_zones) {
        return {finding_in(report, ReportColumn::event_date, "published-before-event",
                           "the source was published on " + to_edtf(*published) + ", before " +
                               to_edtf(*report.event_date) +
                               ", when it says that this happened. Check both dates")};
    }
    if (today && first > *today + time_zones) {
        return {finding_in(report, ReportColumn::event_date, "date-in-future",
                           "the date " + to_edtf(*report.event_date) + " is after " + to_iso(*today) +
                               ", when this was written or checked. Check the date")};
    }
    return {};
}

}  // namespace incidentmap
