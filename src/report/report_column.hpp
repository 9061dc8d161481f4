// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace incidentmap {

/// The columns of a report table, in their usual order.
enum class ReportColumn : std::size_t {
    report_id,
    incident_id,
    source_id,
    event_date,
    event_type,
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
    notes,
    publisher,
    title,
    published,
    url
};

constexpr std::size_t report_column_count = static_cast<std::size_t>(ReportColumn::url) + 1;

/// How the texts of several reports become the incident's one text.
enum class Combined {
    no,     ///< they stay with the reports, or code of their own reads them
    first,  ///< that of the first report that has one
    each,   ///< each that differs, separated by ` | `
    pairs,  ///< claims and who makes them, which stay paired
};

/// When two reports of an incident disagree on the column; silence never does.
enum class Compared { no, as_place, as_date, as_count, as_text, as_damage };

struct ReportColumnInfo {
    std::string_view name;
    std::string_view title;  ///< for people
    std::string_view description;
    Combined combined = Combined::no;
    Compared compared = Compared::no;
};

/// What is known of each column, in the order of ReportColumn.
std::span<const ReportColumnInfo, report_column_count> report_columns();

}  // namespace incidentmap
