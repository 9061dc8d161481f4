// SPDX-License-Identifier: MIT
#include "report/given_position.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <numbers>
#include <utility>

#include "core/plain_text.hpp"
#include "core/text.hpp"
#include "geodesy/coordinate_words.hpp"
#include "geodesy/coordinates.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

/// What a position may be off by where its uncertainty is stated and cannot be read.
constexpr double coarse_default_m = 5'000;
constexpr std::size_t significant_digits = 15;  ///< that a number of 64 bits keeps whatever it is

struct Degrees {
    double value = 0;
    int decimals = 0;
};

/// The decimals of a number as a person wrote it: what a computer added behind the 15th digit does not count
/// (33.299999999999997 is 33.3), nor does an exponent.
int decimals_of(const std::string& number, double value) {
    const std::size_t point = number.find('.');
    const std::size_t exponent = number.find_first_of("eE");
    const auto digits = static_cast<std::size_t>(
        std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
    if (exponent == std::string::npos && digits <= significant_digits)
        return point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1);
    char text[40];
    const int size = std::snprintf(text, sizeof text, "%.*g", static_cast<int>(significant_digits), value);
    const std::string rounded(text, static_cast<std::size_t>(std::clamp(size, 0, 39)));
    const std::size_t at = rounded.find('.');
    return at == std::string::npos ? 0 : static_cast<int>(rounded.size() - at - 1);
}

/// A plain decimal number; a decimal comma is read as a point.
std::optional<Degrees> degrees(std::string_view text) {
    std::string number(trimmed(text));
    // A spreadsheet's mark of a text, a sign apart from its digits, a sign left over.
    if (!number.empty() && number.front() == '\'') number.erase(0, 1);
    if (!number.empty() && number.front() == '+') number.erase(0, 1);
    if (number.starts_with("- ")) number.erase(1, 1);
    if (number.size() > 1 && (number.back() == ',' || number.back() == ';')) number.pop_back();
    if (std::count(number.begin(), number.end(), ',') == 1 && number.find('.') == std::string::npos) {
        std::replace(number.begin(), number.end(), ',', '.');
    }
    Degrees read;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), read.value);
    if (error != std::errc{} || end != number.data() + number.size() || !std::isfinite(read.value))
        return std::nullopt;
    read.decimals = decimals_of(number, read.value);
    return read;
}

bool in_range(Column column, double value) {
    const bool is_latitude = column == Column::latitude || column == Column::launch_latitude;
    return std::abs(value) <= (is_latitude ? 90 : 180);
}

/// Half the last digit written, on the ground: what the decimals alone claim.
double uncertainty_from_decimals(int decimals, double latitude) {
    const double half_degree = 0.5 * std::pow(10.0, -std::min(decimals, 9));
    const double north = half_degree * 111'320;
    const double east = north * std::cos(latitude * std::numbers::pi / 180);
    return std::max(1.0, std::hypot(north, east));
}

std::string_view says_column(Column column) { return name_of(column); }

/// A position in words, degrees with letters, or any other form; a finding where it is none.
std::optional<GivenPosition> in_other_forms(Report& report, Column column, const std::string& text,
                                            std::string_view shown) {
    const auto read = read_coordinates(text);
    if (read) {
        if (const auto* good = std::get_if<ReadCoordinates>(&*read))
            return GivenPosition{good->position, std::max(1.0, good->precision_m), false};
        add_finding(report, "coordinate-not-read", Severity::error, column,
                    std::get<BadCoordinates>(*read).sentence + "; the place's name is used instead");
        return std::nullopt;
    }
    add_finding(report, "coordinate-not-read", Severity::error, column,
                std::string(says_column(column)) + " '" + shortened(shown, 80) +
                    "' is not a number in degrees; the place's name is used instead");
    return std::nullopt;
}

/// `~33.34`, `33.34 (approx)`, `33.34?`
bool is_doubtful(std::string_view cell) {
    std::string plain = plain_coordinate_text(with_english_letters(cell));
    return take_doubt(plain);
}

/// Without what says that it is not exact and which of the two it is, and with a decimal point for a decimal
/// comma.
std::string number_alone(std::string_view cell) {
    std::string pointed(trimmed(cell));
    if (is_doubtful(cell)) {
        pointed = plain_coordinate_text(with_english_letters(cell));
        take_doubt(pointed);
    }
    const std::string low = lower_ascii(pointed);
    for (const std::string_view label : {"latitude", "longitude", "lat", "long", "lon", "lng"}) {
        if (!low.starts_with(label) || low.size() == label.size()) continue;
        pointed.erase(0, pointed.find_first_not_of(" .:=", label.size()));
        break;
    }
    if (std::count(pointed.begin(), pointed.end(), ',') == 1 && pointed.find('.') == std::string::npos)
        std::replace(pointed.begin(), pointed.end(), ',', '.');
    return pointed;
}

void tell_out_of_range(Report& report, Column latitude, Column longitude, double lat, double lon) {
    const bool lat_ok = in_range(latitude, lat);
    const Column column = lat_ok ? longitude : latitude;
    const bool swap = in_range(latitude, lon) && in_range(longitude, lat);
    add_finding(report, lat_ok ? "longitude-out-of-range" : "latitude-out-of-range", Severity::error, column,
                std::string(says_column(column)) + " '" + report[column] + "' is out of range (" +
                    (lat_ok ? "-180 to 180" : "-90 to 90") + "); the place's name is used instead" +
                    (swap ? ". Swapping latitude and longitude would make it valid" : ""));
}

std::optional<GivenPosition> position_in_cells(Report& report, Column latitude, Column longitude) {
    const bool no_latitude = says_unknown(report[latitude]);
    const bool no_longitude = says_unknown(report[longitude]);
    if (no_latitude && no_longitude) return std::nullopt;
    const auto lat = degrees(report[latitude]);
    const auto lon = degrees(report[longitude]);
    // Alone in its cell, `0,0` is a pair, and no number with a decimal comma.
    const bool is_pair = no_longitude && (!lat || trimmed(report[latitude]) == "0,0");
    if (is_pair) return in_other_forms(report, latitude, report[latitude], report[latitude]);
    if (no_latitude || no_longitude) {
        const Column missing = no_latitude ? latitude : longitude;
        add_finding(report, "coordinate-missing", Severity::error, missing,
                    std::string(says_column(missing)) +
                        " is empty though the other coordinate is given; the place's name is used instead");
        return std::nullopt;
    }
    if (!lat || !lon) {
        const std::string both =
            "lat " + number_alone(report[latitude]) + ", lon " + number_alone(report[longitude]) +
            (is_doubtful(report[latitude]) || is_doubtful(report[longitude]) ? " ?" : "");
        return in_other_forms(report, lat ? longitude : latitude, both, report[lat ? longitude : latitude]);
    }
    if (!in_range(latitude, lat->value) || !in_range(longitude, lon->value)) {
        tell_out_of_range(report, latitude, longitude, lat->value, lon->value);
        return std::nullopt;
    }
    return GivenPosition{{lon->value, lat->value},
                         uncertainty_from_decimals(std::min(lat->decimals, lon->decimals), lat->value),
                         false};
}

/// What is not known goes to 0, 0 in many a table: no position.
std::optional<GivenPosition> read_position(Report& report, Column latitude, Column longitude) {
    auto read = position_in_cells(report, latitude, longitude);
    if (!read || read->position != LonLat{0, 0}) return read;
    add_finding(
        report, "position-at-zero", Severity::error, latitude,
        "the position is 0, 0, in the Atlantic, where positions go that are not known; the place's name is "
        "used instead. Leave it out");
    return std::nullopt;
}

struct Unit {
    std::string_view name;
    double metres;
};

constexpr Unit units[] = {
    {"", 1},
    {"m", 1},
    {"metre", 1},
    {"metres", 1},
    {"meter", 1},
    {"meters", 1},
    {"mtr", 1},
    {"km", 1000},
    {"kms", 1000},
    {"kilometre", 1000},
    {"kilometres", 1000},
    {"kilometer", 1000},
    {"kilometers", 1000},
    {"mi", 1609.344},
    {"mile", 1609.344},
    {"miles", 1609.344},
    {"ft", 0.3048},
    {"feet", 0.3048},
    {"nm", 1852},
    {"nmi", 1852},
    {"м", 1},
    {"км", 1000},
    {"م", 1},
    {"كم", 1000},
    {"متر", 1},
    {"مترا", 1},
    {"كيلومتر", 1000},
    {"mètres", 1},
    {"mètre", 1},
    {"metros", 1},
    {"metro", 1},
    {"kilómetros", 1000},
    {"kilomètres", 1000},
    {"quilómetros", 1000},
    {"quilômetros", 1000},
    {"метрів", 1},
    {"метров", 1},
    {"nautical miles", 1852},
    {"yards", 0.9144},
    {"yd", 0.9144},
};

/// `5,000` and `12,500.5` have their thousands parted; `0,5` has a decimal comma.
std::optional<double> length_number(std::string text) {
    std::erase(text, ' ');
    const std::size_t comma = text.find(',');
    if (comma != std::string::npos) {
        const std::size_t point = text.find('.');
        const std::size_t end = point == std::string::npos ? text.size() : point;
        const bool thousands = comma >= 1 && comma <= 3 && text[0] != '0' && (end - comma) % 4 == 0;
        if (thousands) {
            std::erase(text, ',');
        } else if (point == std::string::npos && std::count(text.begin(), text.end(), ',') == 1) {
            text[comma] = '.';
        } else {
            return std::nullopt;
        }
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// Arabic and Persian digits as ASCII ones.
std::string with_ascii_digits(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const WrittenPoint point = written_point_at(text, at);
        const char32_t plain = plain_point(point.value);
        if (point.bytes > 1 && plain >= U'0' && plain <= U'9') {
            out += static_cast<char>(plain);
        } else {
            out += text.substr(at, point.bytes);
        }
        at += point.bytes;
    }
    return out;
}

}  // namespace

std::optional<double> read_length_m(std::string_view whole) {
    std::string_view text = trimmed(whole);
    for (const std::string_view sign : {"±",          "+/-",      "~",          "≈",       "<",
                                        "≤",          "within ",  "about ",     "around ", "approximately ",
                                        "approx. ",   "approx ",  "ca. ",       "circa ",  "up to ",
                                        "less than ", "environ ", "jusqu'à ",   "около ",  "близько ",
                                        "unos ",      "hasta ",   "radius of ", "radius "}) {
        if (lower_ascii(text.substr(0, sign.size())) == sign) text = trimmed(text.substr(sign.size()));
    }
    // Of a span the greater end.
    for (const std::string_view dash : {"–", "-", " to "}) {
        const auto at = text.find(dash);
        const auto next = at == std::string_view::npos ? at : text.find_first_not_of(' ', at + dash.size());
        const bool is_span = at != std::string_view::npos && at > 0 && next != std::string_view::npos &&
                             text[at - 1] != 'e' && text[at - 1] != 'E' && text[next] >= '0' &&
                             text[next] <= '9';
        if (is_span) text = text.substr(next);
    }
    const std::string digits_written = with_ascii_digits(text);
    text = digits_written;
    const std::size_t digits = text.find_first_not_of("0123456789.,eE+ ");
    const std::string name =
        lower_ascii(trimmed(digits == std::string_view::npos ? "" : text.substr(digits)));
    const auto number = length_number(std::string(trimmed(text.substr(0, digits))));
    if (!number || *number < 0) return std::nullopt;
    for (const Unit& unit : units) {
        if (unit.name == (name.ends_with('.') ? name.substr(0, name.size() - 1) : name))
            return *number * unit.metres;
    }
    return std::nullopt;
}

namespace {

struct MeansRow {
    std::string_view words;
    PositionMeans means;
    double radius_m;  ///< about the position, where no outline and no place is found
};

constexpr MeansRow means_rows[] = {
    {"named place", PositionMeans::named_place, coarse_default_m},
    {"district", PositionMeans::area, 25'000},
    {"province", PositionMeans::area, 100'000},
    {"country", PositionMeans::area, 500'000},
    {"no place", PositionMeans::nothing, 0},
};

const MeansRow* means_row(std::string_view text) {
    const std::string word = lower_ascii(trimmed(text));
    const auto found = std::find_if(std::begin(means_rows), std::end(means_rows),
                                    [&](const MeansRow& row) { return row.words == word; });
    return found == std::end(means_rows) ? nullptr : &*found;
}

}  // namespace

PositionMeans position_means(const Report& report) {
    const MeansRow* row = means_row(report[Column::coordinates_uncertainty_m]);
    return row == nullptr ? PositionMeans::spot : row->means;
}

void read_positions(Report& report) {
    report.position = read_position(report, Column::latitude, Column::longitude);
    report.launch_position = read_position(report, Column::launch_latitude, Column::launch_longitude);
    if (!report.position) return;
    const std::string& stated = report[Column::coordinates_uncertainty_m];
    if (const MeansRow* row = means_row(stated)) {
        report.position->uncertainty_m = row->radius_m;
        report.position->uncertainty_stated = true;
        if (row->means == PositionMeans::nothing) report.position.reset();
        return;
    }
    if (says_unknown(stated)) {
        add_finding(report, "uncertainty-not-stated", Severity::note, Column::coordinates_uncertainty_m,
                    "the position has no stated uncertainty; its decimals claim " +
                        to_text(report.position->uncertainty_m, 0) +
                        " m. State it in coordinates_uncertainty_m");
        return;
    }
    constexpr double half_the_earth_m = 20'000'000;
    const auto read = read_length_m(stated);
    if (read && *read <= half_the_earth_m) {
        report.position->uncertainty_m = *read;
        report.position->uncertainty_stated = true;
        return;
    }
    report.position->uncertainty_m = std::max(report.position->uncertainty_m, coarse_default_m);
    add_finding(report, "uncertainty-not-read", Severity::warning, Column::coordinates_uncertainty_m,
                "coordinates_uncertainty_m '" + stated + "' is not a length such as 500, 500 m or 0.5 km; " +
                    to_text(report.position->uncertainty_m / 1000, 1) + " km is taken instead");
}

}  // namespace incidentmap
