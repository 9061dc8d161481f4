// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

struct ReportColumnInfo {
    std::string_view name;
    std::string_view title;  ///< for people
    std::string_view description;
    std::string_view synonyms;  ///< other tables' names for it, separated by commas
};

/// What is known of each column, in the order of ReportColumn.
std::span<const ReportColumnInfo, report_column_count> report_columns();

/// Which column of an input is read as what.
struct ColumnMap {
    std::vector<std::optional<ReportColumn>> read_as;  ///< for each input column; nothing: carried through
    std::vector<std::string> input;                    ///< the input's own names

    std::optional<std::size_t> index_of(ReportColumn column) const;
    /// The input's own name of a column, or ours where it has none.
    std::string name_of(ReportColumn column) const;
};

/// Knows the columns of an input by their names or synonyms, in any order, case and writing (`Event date`,
/// `event-date`, `EVENT_DATE`); \p asked (`place` to `Town`) goes before both.
/// \throws UsageError where \p asked names a column that the input or we do not have; Error where there is
/// neither a place nor a latitude and longitude: the message lists the columns found and the nearest
/// synonyms.
ColumnMap map_columns(const std::string& file, const std::vector<std::string>& input,
                      const std::map<std::string, std::string>& asked);

/// One line for people: `place ← Town, event_date ← Date; carried through: Remarks`.
std::string to_text(const ColumnMap& map);

}  // namespace incidentmap
