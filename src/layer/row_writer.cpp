// SPDX-License-Identifier: MIT
#include "layer/row_writer.hpp"

#include <array>
#include <cmath>

#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr int degree_decimals = 6;  ///< 0.1 m
constexpr int km_decimals = 3;

void append_utc_midnight(RowWriter& cells, Day day) { cells.joined({to_iso(day), "T00:00:00.000Z"}); }

/// A date-time has four digits for its year.
bool has_four_digits(Day day) {
    const auto year = static_cast<int>(std::chrono::year_month_day{day}.year());
    return year >= 0 && year <= 9999;
}

void append_count(RowWriter& cells, const Count& count, bool counts) {
    if (!counts) return cells.nulls(3);
    cells.integer(count.low);
    cells.integer(count.best);
    cells.integer(count.high);
}

std::size_t letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<std::size_t>(c - 'A') + 1 : 0; }

}  // namespace

void RowWriter::text(std::string_view value) {
    if (value.empty()) return nulls(1);
    m_batch->append(value);
}

void RowWriter::sentences(const std::vector<std::string>& values) {
    if (values.size() == 1) return text(values.front());
    text(incidentmap::joined(values, " "));
}

void RowWriter::integer(std::optional<std::int64_t> value) {
    if (!value) return nulls(1);
    m_batch->append(*value);
}

void RowWriter::code(int value) { integer(value == 0 ? std::nullopt : std::optional<std::int64_t>{value}); }

void RowWriter::real(double value, int decimals) {
    if (!std::isfinite(value)) return nulls(1);
    constexpr std::array<double, 7> scales{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    const double scale = scales.at(static_cast<std::size_t>(decimals));
    // Adding zero turns -0 into 0.
    m_batch->append(std::round(value * scale) / scale + 0.0);
}

const std::string& CountryNames::operator()(const std::string& code) {
    const bool two_letters = code.size() == 2 && letter(code[0]) != 0 && letter(code[1]) != 0;
    auto& name = m_names[two_letters ? letter(code[0]) * 27 + letter(code[1]) : 0];
    if (!name || !two_letters) name = code.empty() || !m_name_of ? std::string{} : m_name_of(code);
    return *name;
}

void append_when(RowWriter& cells, const std::optional<EventDate>& date) {
    append_days(cells, date);
    if (!date) return cells.nulls(3);
    const Day after = date->last + std::chrono::days{1};
    if (has_four_digits(date->first) && has_four_digits(after)) {
        append_utc_midnight(cells, date->first);
        append_utc_midnight(cells, after);
    } else {
        cells.nulls(2);
    }
    cells.code(acled_time_precision(*date).value_or(0));
}

void append_days(RowWriter& cells, const std::optional<EventDate>& date) {
    if (!date) return cells.nulls(3);
    cells.text(to_edtf(*date));
    cells.text(to_iso(date->first));
    cells.text(to_iso(date->last));
}

void append_what(RowWriter& cells, const Incident& incident, bool counts) {
    cells.text(incident.event_type);
    cells.text(incident.sub_event_type);
    cells.text(incident.weapon);
    if (counts) {
        cells.integer(incident.weapon_count.best ? incident.weapon_count.best : incident.weapon_count.low);
        cells.text(to_text(incident.weapon_count));
    } else {
        cells.nulls(2);
    }
    append_count(cells, incident.killed, counts);
    append_count(cells, incident.injured, counts);
    cells.text(incident.damage);
    cells.text(incident.attributed_to);
    cells.text(incident.attributed_by);
    cells.text(incident.claimed_by);
    cells.text(incident.denied_by);
}

void append_region(RowWriter& cells, const Location& location, CountryNames& countries) {
    cells.text(countries(location.country));
    cells.text(location.country);
    cells.text(location.admin1);
    cells.text(location.admin2);
}

void append_point(RowWriter& cells, LonLat position) {
    cells.real(position.lat, degree_decimals);
    cells.real(position.lon, degree_decimals);
}

void append_uncertainty(RowWriter& cells, const Location& location) {
    // Up to the next metre, so that the circle still covers; a hundredth is noise.
    cells.real(std::ceil(location.uncertainty_m - 0.01), 0);
}

void append_precision(RowWriter& cells, const Location& location) {
    cells.code(location.geo_precision);
    cells.code(location.where_prec);
    append_uncertainty(cells, location);
}

void append_reasons(RowWriter& cells, const Location& location) {
    cells.text(to_string(location.method));
    cells.sentences(location.reasons);
    if (location.score) {
        cells.real(*location.score, 3);
    } else {
        cells.nulls(1);
    }
    cells.text(location.decided_by);
}

void append_distance(RowWriter& cells, const Measure& measure) {
    const auto& bounds = measure.bounds;
    if (!bounds) return cells.nulls(4);
    cells.real(bounds->likely_m / 1000, km_decimals);
    cells.real(bounds->min_m / 1000, km_decimals);
    cells.real(bounds->max_m / 1000, km_decimals);
    cells.text(measure.text);
}

void append_azimuth(RowWriter& cells, double azimuth_deg) {
    const double rounded = std::round(azimuth_deg * 10) / 10;
    cells.real(rounded >= 360 ? rounded - 360 : rounded, 1);
}

void append_bearing(RowWriter& cells, const std::optional<DistanceBounds>& bounds) {
    if (!bounds) return cells.nulls(3);
    append_azimuth(cells, bounds->azimuth.likely_deg);
    append_azimuth(cells, bounds->azimuth.start_deg);
    // A span of all azimuths runs from 0 to 360: its end is not 0.
    if (bounds->azimuth.end_deg == 360) {
        cells.real(360, 1);
    } else {
        append_azimuth(cells, bounds->azimuth.end_deg);
    }
}

void append_compass(RowWriter& cells, const std::optional<DistanceBounds>& bounds) {
    cells.text(bounds ? compass(bounds->azimuth).value_or("") : std::string{});
}

std::string name_of(const Location& location) {
    if (!location.name.empty()) return location.name;
    return to_text(location.likely.lat, degree_decimals) + ", " +
           to_text(location.likely.lon, degree_decimals);
}

}  // namespace incidentmap
