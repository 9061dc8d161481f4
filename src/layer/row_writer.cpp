// SPDX-License-Identifier: MIT
#include "layer/row_writer.hpp"

#include <array>
#include <cassert>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "layer/schema.hpp"

namespace incidentmap {
namespace {

constexpr int degree_decimals = 6;  ///< 0.1 m
constexpr int km_decimals = 3;

/// A date-time has four digits for its year.
bool has_four_digits(Day day) {
    const auto year = static_cast<int>(std::chrono::year_month_day{day}.year());
    return year >= 0 && year <= 9999;
}

double rounded(double value, int decimals) {
    constexpr std::array<double, 7> scales{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    const double scale = scales.at(static_cast<std::size_t>(decimals));
    // Adding zero turns -0 into 0.
    return std::round(value * scale) / scale + 0.0;
}

/// Up to but not 360, when it is rounded.
void fill_azimuth(RowWriter& cells, ColumnId column, double azimuth_deg) {
    const double degrees = rounded(azimuth_deg, 1);
    cells.real(column, degrees >= 360 ? degrees - 360 : degrees, 1);
}

std::size_t letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<std::size_t>(c - 'A') + 1 : 0; }

}  // namespace

RowWriter::RowWriter(FeatureBatch& batch, LayerId layer)
    : m_batch{&batch}, m_positions{&positions_in(layer)} {
    batch.append_nulls(layer_schema(layer).columns.size());
}

const RowWriter::Positions& RowWriter::positions_in(LayerId layer) {
    static const std::array<Positions, layer_count> all = [] {
        std::array<Positions, layer_count> positions{};
        for (LayerId id : all_layers) {
            Positions& of_layer = positions[index_of(id)];
            of_layer.fill(absent);
            const std::vector<LayerColumn>& columns = layer_schema(id).columns;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const auto known = ColumnId::named(columns[i].name);
                assert(known);
                of_layer[known->index()] = static_cast<std::uint8_t>(i);
            }
        }
        return positions;
    }();
    return all[index_of(layer)];
}

void RowWriter::text(ColumnId column, std::string_view value) {
    if (!value.empty() && has(column)) m_batch->set(position_of(column), value);
}

void RowWriter::joined(ColumnId column, std::initializer_list<std::string_view> parts) {
    if (has(column)) m_batch->set(position_of(column), parts);
}

void RowWriter::sentences(ColumnId column, const std::vector<std::string>& values) {
    if (!has(column)) return;
    if (values.size() == 1) return text(column, values.front());
    text(column, incidentmap::joined(values, " "));
}

void RowWriter::integer(ColumnId column, std::optional<std::int64_t> value) {
    if (value && has(column)) m_batch->set(position_of(column), *value);
}

void RowWriter::code(ColumnId column, int value) {
    if (value != 0) integer(column, value);
}

void RowWriter::real(ColumnId column, double value, int decimals) {
    if (std::isfinite(value) && has(column)) m_batch->set(position_of(column), rounded(value, decimals));
}

void RowWriter::extra(const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) {
        if (cell.empty()) {
            m_batch->append_nulls(1);
        } else {
            m_batch->append(cell);
        }
    }
}

const std::string& CountryNames::operator()(const std::string& code) {
    const bool two_letters = code.size() == 2 && letter(code[0]) != 0 && letter(code[1]) != 0;
    auto& name = m_names[two_letters ? letter(code[0]) * 27 + letter(code[1]) : 0];
    if (!name || !two_letters) name = code.empty() || !m_name_of ? std::string{} : m_name_of(code);
    return *name;
}

void fill_days(RowWriter& cells, const EventDate& date) {
    const std::string first = to_iso(date.first);
    cells.text("date_start", first);
    cells.text("date_end", to_iso(date.last));
    if (!cells.has("time_from")) return;
    const Day after = date.last + std::chrono::days{1};
    if (!has_four_digits(date.first) || !has_four_digits(after)) return;
    constexpr std::string_view utc_midnight = "T00:00:00.000Z";
    cells.joined("time_from", {first, utc_midnight});
    cells.joined("time_until", {to_iso(after), utc_midnight});
}

void fill_when(RowWriter& cells, const std::optional<EventDate>& date) {
    if (!date) return;
    cells.text("event_date", to_edtf(*date));
    fill_days(cells, *date);
    if (!cells.has("time_from")) return;
    cells.code("time_precision", acled_time_precision(*date).value_or(0));
}

namespace {

/// The columns of a report whose combined text an incident has, and the column of a layer of that name.
std::span<const std::pair<ReportColumn, ColumnId>> combined_columns() {
    static const auto all = [] {
        std::vector<std::pair<ReportColumn, ColumnId>> columns;
        for (std::size_t i = 0; i < report_column_count; ++i) {
            const auto column = ColumnId::named(report_columns()[i].name);
            if (column && report_columns()[i].combined != Combined::no)
                columns.emplace_back(static_cast<ReportColumn>(i), *column);
        }
        return columns;
    }();
    return all;
}

}  // namespace

void fill_what(RowWriter& cells, const Incident& incident, bool counts) {
    for (const auto& [report_column, column] : combined_columns())
        cells.text(column, incident[report_column]);
    if (!counts) return;
    cells.integer("weapon_count",
                  incident.weapon_count.best ? incident.weapon_count.best : incident.weapon_count.low);
    cells.text("weapon_count_text", to_text(incident.weapon_count));
    cells.integer("killed_low", incident.killed.low);
    cells.integer("killed_best", incident.killed.best);
    cells.integer("killed_high", incident.killed.high);
    cells.integer("injured_low", incident.injured.low);
    cells.integer("injured_best", incident.injured.best);
    cells.integer("injured_high", incident.injured.high);
}

void fill_place(RowWriter& cells, const Location& location, CountryNames& countries) {
    cells.text("location", name_of(location));
    cells.text("place_id", location.place_id);
    cells.text("kind", location.kind);
    cells.text("country", countries(location.country));
    cells.text("country_code", location.country);
    cells.text("admin1", location.admin1);
    cells.text("admin2", location.admin2);
}

void fill_point(RowWriter& cells, LonLat position) {
    cells.real("latitude", position.lat, degree_decimals);
    cells.real("longitude", position.lon, degree_decimals);
}

void fill_uncertainty(RowWriter& cells, ColumnId column, const Location& location) {
    // Up to the next metre, so that the circle still covers; a hundredth is noise.
    cells.real(column, std::ceil(location.uncertainty_m - 0.01), 0);
}

void fill_certainty(RowWriter& cells, const Location& location) {
    cells.code("geo_precision", location.geo_precision);
    cells.code("where_prec", location.where_prec);
    fill_uncertainty(cells, "uncertainty_m", location);
    cells.text("method", to_string(location.method));
    cells.sentences("because", location.reasons);
    if (location.score) cells.real("match_score", *location.score, 3);
    cells.text("decided_by", location.decided_by);
}

void fill_distance(RowWriter& cells, const Measure& measure) {
    cells.text("distance_reason", measure.why_null);
    if (!measure.bounds) return;
    const DistanceBounds& bounds = *measure.bounds;
    cells.real("distance_km", bounds.likely_m / 1000, km_decimals);
    cells.real("distance_km_min", bounds.min_m / 1000, km_decimals);
    cells.real("distance_km_max", bounds.max_m / 1000, km_decimals);
    cells.text("distance_text", measure.text);
    fill_azimuth(cells, "azimuth_deg", bounds.azimuth.likely_deg);
    fill_azimuth(cells, "azimuth_deg_start", bounds.azimuth.start_deg);
    // A span of all azimuths runs from 0 to 360: its end is not 0.
    if (bounds.azimuth.end_deg == 360) {
        cells.real("azimuth_deg_end", 360, 1);
    } else {
        fill_azimuth(cells, "azimuth_deg_end", bounds.azimuth.end_deg);
    }
    fill_azimuth(cells, "back_azimuth_deg", bounds.back_azimuth_deg);
    cells.text("compass", compass(bounds.azimuth).value_or(""));
}

std::string name_of(const Location& location) {
    if (!location.name.empty()) return location.name;
    return to_text(location.likely.lat, degree_decimals) + ", " +
           to_text(location.likely.lon, degree_decimals);
}

}  // namespace incidentmap
