// SPDX-License-Identifier: MIT
#include "layer/report_row.hpp"

#include <algorithm>
#include <array>

#include "layer/row_writer.hpp"

namespace incidentmap {
namespace {

using enum ReportColumn;

constexpr std::array before_dates{report_id, incident_id, source_id};

constexpr std::array after_dates{event_type,
                                 sub_event_type,
                                 weapon,
                                 weapon_count,
                                 place,
                                 place_words,
                                 country,
                                 admin1,
                                 admin2,
                                 launch_place,
                                 launch_words,
                                 launch_country,
                                 launch_admin1,
                                 latitude,
                                 longitude,
                                 coordinates_uncertainty_m,
                                 coordinates_from,
                                 coordinates_by,
                                 launch_latitude,
                                 launch_longitude,
                                 place_said_to_be,
                                 launch_said_to_be,
                                 killed,
                                 injured,
                                 damage,
                                 attributed_to,
                                 attributed_by,
                                 claimed_by,
                                 denied_by,
                                 launch_said_by,
                                 launch_disputed_by,
                                 notes};

void append_own_date(RowWriter& cells, const Report& report) {
    const auto& date = report.event_date;
    cells.text(date ? to_edtf(*date) : std::string{});
    cells.text(report[event_date]);
    if (!date) return cells.nulls(3);
    cells.text(to_iso(date->first));
    cells.text(to_iso(date->last));
    cells.text(to_string(date->precision));
}

void append_found(RowWriter& cells, const Location* found) {
    if (found == nullptr) return cells.nulls(8);
    cells.text(to_string(found->status));
    if (!found->has_place()) {
        cells.nulls(4);
        cells.text(reasons_text(*found));
        return cells.nulls(2);
    }
    cells.text(name_of(*found));
    cells.text(found->place_id);
    append_uncertainty(cells, *found);
    append_reasons(cells, *found);
}

}  // namespace

void report_row(RowWriter cells, const Report& report, const Location* own_place) {
    for (ReportColumn column : before_dates) cells.text(report[column]);
    cells.text(report.file);
    cells.integer(report.row);
    append_own_date(cells, report);
    for (ReportColumn column : after_dates) cells.text(report[column]);
    append_found(cells, own_place);
    for (const std::string& cell : report.extra) cells.text(cell);
}

}  // namespace incidentmap
