// SPDX-License-Identifier: MIT
#include "report/report.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/text.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

std::string column_name(Column column) {
    return std::string(report_columns()[static_cast<std::size_t>(column)].name);
}

void find(Report& report, std::string code, Severity severity, Column column, std::string sentence) {
    report.findings.push_back({std::move(code), severity, report.file, report.row, column_name(column),
                               std::move(sentence), report[Column::incident_id], std::nullopt});
}

void read_event_date(Report& report, DateOrder order) {
    if (says_unknown(report[Column::event_date])) return;
    const ReadDate read = read_date(report[Column::event_date], order);
    if (const auto* date = std::get_if<EventDate>(&read)) {
        report.event_date = *date;
        if (const auto wrong = wrong_weekday(report[Column::event_date], *date))
            find(report, "weekday-differs", Severity::warning, Column::event_date,
                 *wrong + "; the date is used. Check both");
    } else {
        const bool backwards = ends_before_start(report[Column::event_date], order);
        find(report, backwards ? "ends-before-start" : "date-not-read", Severity::error, Column::event_date,
             std::get<std::string>(read));
    }
}

Count read_number(Report& report, Column column) {
    const ReadCount read = read_count(report[column]);
    if (const auto* count = std::get_if<Count>(&read)) return *count;
    find(report, "count-not-read", Severity::warning, column,
         column_name(column) + " " + std::get<std::string>(read));
    return {};
}

struct Degrees {
    double value = 0;
    int decimals = 0;
};

/// A plain decimal number; a decimal comma is read as a point.
std::optional<Degrees> degrees(std::string_view text) {
    std::string number(trimmed(text));
    if (!number.empty() && number.front() == '+') number.erase(0, 1);
    if (std::count(number.begin(), number.end(), ',') == 1 && number.find('.') == std::string::npos) {
        std::replace(number.begin(), number.end(), ',', '.');
    }
    Degrees read;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), read.value);
    if (error != std::errc{} || end != number.data() + number.size() || !std::isfinite(read.value))
        return std::nullopt;
    const auto point = number.find('.');
    if (point != std::string::npos) read.decimals = static_cast<int>(number.size() - point - 1);
    return read;
}

bool in_range(Column column, double value) {
    const bool is_latitude = column == Column::latitude || column == Column::launch_latitude;
    return std::abs(value) <= (is_latitude ? 90 : 180);
}

std::optional<Degrees> read_degrees(Report& report, Column column) {
    const std::string& text = report[column];
    const auto read = degrees(text);
    if (!read) {
        find(report, "coordinate-not-read", Severity::error, column,
             column_name(column) + " '" + text +
                 "' is not a number in degrees; the place's name is used instead");
    }
    return read;
}

/// Half the last digit written, on the ground: what the decimals alone claim.
double uncertainty_from_decimals(int decimals, double latitude) {
    const double half_degree = 0.5 * std::pow(10.0, -std::min(decimals, 9));
    const double north = half_degree * 111'320;
    const double east = north * std::cos(latitude * 3.14159265358979 / 180);
    return std::max(1.0, std::hypot(north, east));
}

std::optional<double> stated_uncertainty(Report& report) {
    const std::string& text = report[Column::coordinates_uncertainty_m];
    if (says_unknown(text)) return std::nullopt;
    const auto read = degrees(text);
    if (read && read->value >= 0 && read->value <= 20'000'000) return read->value;
    find(report, "uncertainty-not-read", Severity::warning, Column::coordinates_uncertainty_m,
         "coordinates_uncertainty_m '" + text +
             "' is not a number of metres; the decimals of the position are used instead");
    return std::nullopt;
}

std::optional<GivenPosition> read_position(Report& report, Column latitude, Column longitude) {
    const bool no_latitude = says_unknown(report[latitude]);
    const bool no_longitude = says_unknown(report[longitude]);
    if (no_latitude && no_longitude) return std::nullopt;
    if (no_latitude || no_longitude) {
        const Column missing = no_latitude ? latitude : longitude;
        find(report, "coordinate-missing", Severity::error, missing,
             column_name(missing) +
                 " is empty though the other coordinate is given; the place's name is used instead");
        return std::nullopt;
    }
    const auto lat = read_degrees(report, latitude);
    const auto lon = read_degrees(report, longitude);
    if (!lat || !lon) return std::nullopt;
    const bool lat_ok = in_range(latitude, lat->value);
    if (!lat_ok || !in_range(longitude, lon->value)) {
        const Column column = lat_ok ? longitude : latitude;
        const bool swap = in_range(latitude, lon->value) && in_range(longitude, lat->value);
        find(report,
             column_name(column).find("latitude") != std::string::npos ? "latitude-out-of-range"
                                                                       : "longitude-out-of-range",
             Severity::error, column,
             column_name(column) + " '" + report[column] + "' is out of range (" +
                 (lat_ok ? "-180 to 180" : "-90 to 90") + "); the place's name is used instead" +
                 (swap ? ". Swapping latitude and longitude would make it valid" : ""));
        return std::nullopt;
    }
    GivenPosition given{{lon->value, lat->value},
                        uncertainty_from_decimals(std::min(lat->decimals, lon->decimals), lat->value),
                        false};
    return given;
}

void read_positions(Report& report) {
    report.position = read_position(report, Column::latitude, Column::longitude);
    report.launch_position = read_position(report, Column::launch_latitude, Column::launch_longitude);
    if (!report.position) return;
    if (const auto stated = stated_uncertainty(report)) {
        report.position->uncertainty_m = *stated;
        report.position->uncertainty_stated = true;
        return;
    }
    if (!says_unknown(report[Column::coordinates_uncertainty_m])) return;
    find(report, "uncertainty-not-stated", Severity::note, Column::coordinates_uncertainty_m,
         "the position has no stated uncertainty; its decimals claim " +
             to_text(report.position->uncertainty_m, 0) + " m. State it in coordinates_uncertainty_m");
}

std::vector<std::string> localities(const Report& report, Column place, Column words) {
    std::vector<std::string> names = split_list(report[place], "|");
    if (names.empty()) names = split_list(report[words], "|");
    return names;
}

}  // namespace

void read_cells(Report& report, const ReadOptions& options) {
    read_event_date(report, options.date_order);
    report.weapon_count = read_number(report, Column::weapon_count);
    report.killed = read_number(report, Column::killed);
    report.injured = read_number(report, Column::injured);
    read_positions(report);
    report.places = localities(report, Column::place, Column::place_words);
    report.launch_places = localities(report, Column::launch_place, Column::launch_words);
    if (report.places.empty() && !report.position) {
        find(report, "no-place", Severity::warning, Column::place,
             "the row has neither a place nor a position, so it adds nothing to where its incident was. Fill "
             "place, or latitude and longitude");
    }
}

}  // namespace incidentmap
