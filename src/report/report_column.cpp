// SPDX-License-Identifier: MIT
#include "report/report_column.hpp"

#include <array>

namespace incidentmap {
namespace {

// clang-format off
constexpr std::array<ReportColumnInfo, report_column_count> all_columns{{
    {"report_id", "Report", "The report's own id."},
    {"incident_id", "Incident", "Reports of one incident share it."},
    {"source_id", "Source id", "The source, as the table of sources names it."},
    {"event_date", "Date", "When it happened, as closely as the report says.", Combined::no, Compared::as_date},
    {"event_type", "Event type", "ACLED's event type.", Combined::first, Compared::as_text},
    {"sub_event_type", "Sub-event type", "ACLED's sub-event type.", Combined::first, Compared::as_text},
    {"weapon", "Weapon", "What was used, in the report's terms.", Combined::each, Compared::as_text},
    {"weapon_count", "Weapon count", "How many, with bounds: 3, 30+, 4-6.", Combined::no, Compared::as_count},
    {"place", "Place looked up", "The locality that was looked up.", Combined::no, Compared::as_place},
    {"place_words", "The report's words for the place", "As the report has them, never altered."},
    {"country", "Country", "The country the report names."},
    {"admin1", "Province", "The province the report names."},
    {"admin2", "District", "The district the report names."},
    {"launch_place", "Launch place looked up", "The launch locality that was looked up.", Combined::no, Compared::as_place},
    {"launch_words", "The report's words for the launch place", "As the report has them, never altered."},
    {"launch_country", "Launch country", "The country the report names for the launch place."},
    {"launch_admin1", "Launch province", "The province the report names for the launch place."},
    {"latitude", "Latitude given", "Degrees north, where the report gives a position."},
    {"longitude", "Longitude given", "Degrees east, where the report gives a position."},
    {"coordinates_uncertainty_m", "Stated uncertainty (m)", "Metres about the given position."},
    {"coordinates_from", "Position taken from", "What the given position was taken from."},
    {"coordinates_by", "Position found by", "Who found the given position."},
    {"launch_latitude", "Launch latitude given", "Degrees north."},
    {"launch_longitude", "Launch longitude given", "Degrees east."},
    {"place_said_to_be", "The place is said to be", "What the report says of where the place is, for checking."},
    {"launch_said_to_be", "The launch place is said to be", "What the report says of where the launch place is."},
    {"killed", "Killed", "People killed, with bounds.", Combined::no, Compared::as_count},
    {"injured", "Injured", "People injured, with bounds.", Combined::no, Compared::as_count},
    {"damage", "Damage", "What the report says was damaged.", Combined::each, Compared::as_damage},
    {"attributed_to", "Attributed to", "Who is said to have done it. A claim.", Combined::pairs, Compared::as_text},
    {"attributed_by", "Attributed by", "Who says so.", Combined::pairs, Compared::no},
    {"claimed_by", "Claimed by", "Who claimed it.", Combined::each, Compared::as_text},
    {"denied_by", "Denied by", "Who denied it.", Combined::each, Compared::no},
    {"launch_said_by", "Launch place according to", "Who names the launch place."},
    {"launch_disputed_by", "Launch place disputed by", "Who disputes it."},
    {"notes", "Notes", "What a reader should know.", Combined::each, Compared::no},
    {"publisher", "Publisher", "Where there is no table of sources."},
    {"title", "Title of the source", "Where there is no table of sources."},
    {"published", "Published", "The day of publication."},
    {"url", "Address of the source", "Where there is no table of sources."},
}};
// clang-format on

}  // namespace

std::span<const ReportColumnInfo, report_column_count> report_columns() { return all_columns; }

}  // namespace incidentmap
