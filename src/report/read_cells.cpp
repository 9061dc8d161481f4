// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/text.hpp"
#include "core/toll.hpp"
#include "report/area_words.hpp"
#include "report/country_cells.hpp"
#include "report/given_position.hpp"
#include "report/local_day.hpp"
#include "report/places_in_cell.hpp"
#include "report/report.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

std::optional<LonLat> given_point(const Report& report) {
    return report.position ? std::optional{report.position->position} : std::nullopt;
}

void read_event_date(Report& report, DateOrder order) {
    if (says_no_figure(report[Column::event_date])) return;
    const DateReading read = read_date_text(report[Column::event_date], order);
    if (!read.date) {
        add_finding(report, read.ends_before_start ? "ends-before-start" : "date-not-read", Severity::error,
                    Column::event_date, read.why);
        return;
    }
    report.event_date =
        read.instant ? local_days(*read.instant, report[Column::country], given_point(report)) : *read.date;
    if (const auto wrong = wrong_weekday(report[Column::event_date], *read.date))
        add_finding(report, "weekday-differs", Severity::warning, Column::event_date,
                    *wrong + "; the date is used. Check both");
}

/// What a cell says of how many, where it says it with words: of those killed it may tell the injured too.
std::optional<Count> read_people(Report& report, Column column) {
    const auto toll = read_toll(report[column]);
    if (!toll) return std::nullopt;
    const bool is_killed = column == Column::killed;
    const auto& other = is_killed ? toll->injured : toll->killed;
    const Column other_column = is_killed ? Column::injured : Column::killed;
    if (other && report[other_column].empty()) (is_killed ? report.injured : report.killed) = *other;
    const auto& own = is_killed ? toll->killed : toll->injured;
    if (own) return own;
    return other ? std::optional{Count{}} : toll->people;
}

void read_number(Report& report, Column column, Count& into) {
    const ReadCount read = read_count(report[column]);
    if (const auto* count = std::get_if<Count>(&read)) {
        if (count->known()) into = *count;
        return;
    }
    const auto people = column == Column::weapon_count ? std::nullopt : read_people(report, column);
    if (people) {
        into = *people;
        return;
    }
    // Of a column of casualties a bare number stands so, and only so.
    constexpr std::string_view all = " casualties";
    const std::string& cell = report[column];
    if (cell.ends_with(all) && cell.find_first_not_of("0123456789+-") == cell.size() - all.size()) {
        add_finding(report, "count-not-read", Severity::warning, column,
                    "'" + cell + "' does not say how many of them were killed and how many injured; write " +
                        "2 killed, 3 injured");
        return;
    }
    add_finding(report, "count-not-read", Severity::warning, column,
                std::string(name_of(column)) + " " + std::get<std::string>(read));
}

std::vector<std::string> localities(const Report& report, Column place, Column words) {
    std::vector<std::string> names = places_in_cell(report[place]);
    if (names.empty()) names = places_in_cell(report[words]);
    std::erase_if(names, [](const std::string& name) { return says_nothing(name); });
    return names;
}

/// Where no place is named: the smallest area that is.
std::string area_in_words(const Report& report) {
    const std::string& district = report[Column::admin2];
    const std::string& province = report[Column::admin1];
    if (!district.empty()) return with_kind_word(district, "district");
    if (!province.empty()) return with_kind_word(province, "province");
    return report[Column::country];
}

}  // namespace

void read_cells(Report& report, const ReadOptions& options) {
    // Where nobody has seen what else its column holds, `NA` says that nothing is known.
    CountryCells{}.read(report);
    report.weapon_count = report.killed = report.injured = Count{};
    read_number(report, Column::weapon_count, report.weapon_count);
    read_number(report, Column::killed, report.killed);
    read_number(report, Column::injured, report.injured);
    read_positions(report);
    read_event_date(report, options.date_order);
    report.places = localities(report, Column::place, Column::place_words);
    report.launch_places = localities(report, Column::launch_place, Column::launch_words);
    const bool is_nowhere = position_means(report) == PositionMeans::nothing;
    if (is_nowhere) report.places.clear();
    if (report.places.empty() && !report.position && !is_nowhere) {
        if (std::string area = area_in_words(report); !area.empty()) report.places.push_back(std::move(area));
    }
    if (report.places.empty() && !report.position) {
        add_finding(report, "no-place", Severity::warning, Column::place,
                    "the row has neither a place nor a position, so it adds nothing to where its incident "
                    "was. Fill place, or latitude and longitude");
    }
}

}  // namespace incidentmap
