// SPDX-License-Identifier: MIT
#include "geodesy/coordinate_words.hpp"

#include <GeographicLib/Constants.hpp>
#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <charconv>
#include <cmath>
#include <numbers>
#include <regex>

namespace incidentmap {
namespace {

constexpr std::string_view bands = "CDEFGHJKLMNPQRSTUVWX";

/// The southern edge of an MGRS latitude band; bands are 8 degrees high, X is 12.
double band_south(char band) { return -80 + 8 * static_cast<double>(bands.find(band)); }
double band_north(char band) { return band == 'X' ? 84 : band_south(band) + 8; }

std::optional<double> number(const std::string& digits) {
    double value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (result.ec != std::errc{} || result.ptr != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// The unit of the last digit written, in the number's own unit.
double last_unit(const std::string& digits) {
    const std::size_t point = digits.find('.');
    return point == std::string::npos ? 1 : std::pow(10.0, -static_cast<double>(digits.size() - point - 1));
}

double half_diagonal(double side) { return side * std::numbers::sqrt2 / 2; }

struct UtmText {
    int zone;
    char letter;
    double easting_m;
    double northing_m;
    double precision_m;
};

std::optional<LonLat> utm_position(const UtmText& utm, bool northern) {
    LonLat position;
    try {
        GeographicLib::UTMUPS::Reverse(utm.zone, northern, utm.easting_m, utm.northing_m, position.lat, position.lon);
    } catch (const GeographicLib::GeographicErr&) {
        return std::nullopt;
    }
    return is_valid(position) ? std::optional{position} : std::nullopt;
}

/// Positions just over a band's edge are often given with the band next to it.
bool fits_band(LonLat position, char band) {
    constexpr double tolerance_deg = 0.5;
    return position.lat >= band_south(band) - tolerance_deg && position.lat <= band_north(band) + tolerance_deg;
}

CoordinateResult utm_result(const UtmText& utm, const std::string& written) {
    if (utm.zone < 1 || utm.zone > 60) {
        return BadCoordinates{"UTM zone '" + std::to_string(utm.zone) + "' is out of range (1 to 60)", {}};
    }
    const bool in_north = utm.letter >= 'N';
    std::optional<LonLat> position = utm_position(utm, in_north);
    if (utm.letter == 'S' && !(position && fits_band(*position, 'S'))) {
        position = utm_position(utm, false);
    } else if (utm.letter != 'N' && position && !fits_band(*position, utm.letter)) {
        return BadCoordinates{"the northing of '" + written + "' does not lie in UTM band " + utm.letter, {}};
    }
    if (!position) return BadCoordinates{"easting or northing of '" + written + "' is out of range", {}};
    return ReadCoordinates{*position, utm.precision_m, "UTM"};
}

CoordinateResult read_utm(const std::string& plain) {
    static const std::regex form{
        R"((?:UTM[: ]*)?(?:ZONE ?)?(\d{1,2}) ?([C-HJ-NP-X])[ ,:]+(\d{5,7}(?:\.\d{1,6})?) ?(?:ME|M E|E|M)?[ ,;/]+(\d{5,8}(?:\.\d{1,6})?) ?(?:MN|M N|N|M)?)"};
    std::smatch found;
    if (!std::regex_match(plain, found, form)) return std::nullopt;
    const auto zone = number(found[1]);
    const auto easting_m = number(found[3]);
    const auto northing_m = number(found[4]);
    if (!zone || !easting_m || !northing_m) return std::nullopt;
    const double precision_m = std::hypot(last_unit(found[3]), last_unit(found[4])) / 2;
    return utm_result({static_cast<int>(*zone), found[2].str().front(), *easting_m, *northing_m, precision_m}, plain);
}

CoordinateResult read_mgrs(const std::string& plain) {
    static const std::regex form{
        R"((?:MGRS[: ]*)?(\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z][A-HJ-NP-V]) ?(\d{0,10}|\d{1,5} \d{1,5}))"};
    std::smatch found;
    if (!std::regex_match(plain, found, form)) return std::nullopt;
    std::string digits = found[4];
    if (const std::size_t blank = digits.find(' '); blank != std::string::npos) {
        // Halves of different lengths are no pair.
        if (2 * blank + 1 != digits.size()) return std::nullopt;
        digits.erase(blank, 1);
    }
    // A square's letters alone are easily the letters of something else (`12 KMS`).
    const bool is_sure = digits.size() >= 4;
    if (digits.size() % 2 != 0 || (digits.empty() && plain.find(' ') != std::string::npos)) return std::nullopt;
    const std::string reference = found[1].str() + found[2].str() + found[3].str() + digits;
    try {
        int zone = 0;
        bool northern = false;
        double easting_m = 0;
        double northing_m = 0;
        int pairs = 0;
        GeographicLib::MGRS::Reverse(reference, zone, northern, easting_m, northing_m, pairs, true);
        ReadCoordinates read{{}, half_diagonal(std::pow(10.0, 5 - pairs)), "MGRS"};
        GeographicLib::UTMUPS::Reverse(zone, northern, easting_m, northing_m, read.position.lat, read.position.lon);
        if (is_valid(read.position)) return read;
    } catch (const GeographicLib::GeographicErr& error) {
        if (is_sure) return BadCoordinates{"'" + reference + "' is no MGRS reference: " + error.what(), {}};
    }
    return std::nullopt;
}

}  // namespace

CoordinateResult read_grid(const std::string& plain) {
    // Both begin with a zone, or say what they are; most texts are names, and need no closer look.
    const bool may_be = !plain.empty() && (plain.front() <= '9' || plain.front() == 'U' || plain.front() == 'M' ||
                                           plain.front() == 'Z');
    if (!may_be || plain.find_first_of("0123456789") == std::string::npos) return std::nullopt;
    if (const CoordinateResult mgrs = read_mgrs(plain)) return mgrs;
    return read_utm(plain);
}

}  // namespace incidentmap
