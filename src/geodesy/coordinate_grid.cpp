// SPDX-License-Identifier: MIT
#include <GeographicLib/Constants.hpp>
#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <numbers>

#include "geodesy/coordinate_words.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view bands = "CDEFGHJKLMNPQRSTUVWX";
constexpr std::string_view columns = "ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::string_view rows = "ABCDEFGHJKLMNPQRSTUV";

/// The southern edge of an MGRS latitude band; bands are 8 degrees high, X is 12.
double band_south(char band) { return -80 + 8 * static_cast<double>(bands.find(band)); }
double band_north(char band) { return band == 'X' ? 84 : band_south(band) + 8; }

/// Reads a text from its start, piece by piece.
class Scan {
  public:
    explicit Scan(std::string_view text) : m_rest(text) {}

    bool is_done() const { return m_rest.empty(); }

    bool take(std::string_view word) {
        const bool found = m_rest.substr(0, word.size()) == word;
        if (found) m_rest.remove_prefix(word.size());
        return found;
    }

    bool take_first_of(std::initializer_list<std::string_view> spellings) {
        return std::any_of(spellings.begin(), spellings.end(),
                           [this](std::string_view word) { return take(word); });
    }

    /// True where any of \p signs was there.
    bool skip(std::string_view signs) {
        const std::size_t count = std::min(m_rest.find_first_not_of(signs), m_rest.size());
        m_rest.remove_prefix(count);
        return count > 0;
    }

    /// A letter of \p letters; 0 where there is none.
    char letter(std::string_view letters) {
        if (m_rest.empty() || letters.find(m_rest.front()) == std::string_view::npos) return 0;
        const char found = m_rest.front();
        m_rest.remove_prefix(1);
        return found;
    }

    std::string digits() {
        const std::size_t count = std::min(m_rest.find_first_not_of("0123456789"), m_rest.size());
        std::string found{m_rest.substr(0, count)};
        m_rest.remove_prefix(count);
        return found;
    }

    /// Digits, and perhaps a point and more digits.
    std::string decimal() {
        std::string found = digits();
        if (!found.empty() && take(".")) found += "." + digits();
        return found;
    }

  private:
    std::string_view m_rest;
};

double number(const std::string& digits) {
    double value = std::nan("");
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
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
        GeographicLib::UTMUPS::Reverse(utm.zone, northern, utm.easting_m, utm.northing_m, position.lat,
                                       position.lon);
    } catch (const GeographicLib::GeographicErr&) {
        return std::nullopt;
    }
    return is_valid(position) ? std::optional{position} : std::nullopt;
}

/// Positions just over a band's edge are often given with the band next to it.
bool fits_band(LonLat position, char band) {
    constexpr double tolerance_deg = 0.5;
    return position.lat >= band_south(band) - tolerance_deg &&
           position.lat <= band_north(band) + tolerance_deg;
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

bool has_whole_digits(const std::string& decimal, std::size_t fewest, std::size_t most) {
    const std::size_t whole = std::min(decimal.find('.'), decimal.size());
    return whole >= fewest && whole <= most && decimal.size() <= whole + 7;
}

CoordinateResult read_utm(const std::string& plain) {
    Scan scan{plain};
    if (scan.take("UTM")) scan.skip(": ");
    if (scan.take("ZONE")) scan.skip(" ");
    const std::string zone = scan.digits();
    scan.skip(" ");
    const char letter = scan.letter(bands);
    if (zone.empty() || zone.size() > 2 || !letter || !scan.skip(" ,:")) return std::nullopt;
    const std::string easting = scan.decimal();
    scan.skip(" ");
    scan.take_first_of({"ME", "M E", "E", "M"});
    scan.skip(" ,;/");
    const std::string northing = scan.decimal();
    scan.skip(" ");
    scan.take_first_of({"MN", "M N", "N", "M"});
    if (!scan.is_done() || !has_whole_digits(easting, 5, 7) || !has_whole_digits(northing, 5, 8))
        return std::nullopt;
    const double precision_m = std::hypot(last_unit(easting), last_unit(northing)) / 2;
    return utm_result(
        {static_cast<int>(number(zone)), letter, number(easting), number(northing), precision_m}, plain);
}

/// The digits of an MGRS reference, in one piece or two of equal length; nothing where there is something
/// else.
std::optional<std::string> mgrs_digits(Scan& scan) {
    const std::string first = scan.digits();
    const bool has_blank = scan.skip(" ");
    const std::string second = scan.digits();
    if (!scan.is_done() || first.size() > 10 || second.size() > 5) return std::nullopt;
    if (has_blank ? first.size() != second.size() || first.empty() : first.size() % 2 != 0)
        return std::nullopt;
    return first + second;
}

CoordinateResult read_mgrs(const std::string& plain) {
    Scan scan{plain};
    if (scan.take("MGRS")) scan.skip(": ");
    std::string reference = scan.digits();
    if (reference.empty() || reference.size() > 2) return std::nullopt;
    for (const std::string_view letters : {bands, columns, rows}) {
        if (letters != rows) scan.skip(" ");
        const char letter = scan.letter(letters);
        if (!letter) return std::nullopt;
        reference += letter;
    }
    scan.skip(" ");
    const std::optional<std::string> digits = mgrs_digits(scan);
    // A square's letters alone are easily the letters of something else (`12 KMS`).
    if (!digits || (digits->empty() && plain.find(' ') != std::string::npos)) return std::nullopt;
    const bool is_sure = digits->size() >= 4;
    reference += *digits;
    try {
        int zone = 0;
        bool northern = false;
        double easting_m = 0;
        double northing_m = 0;
        int pairs = 0;
        GeographicLib::MGRS::Reverse(reference, zone, northern, easting_m, northing_m, pairs, true);
        ReadCoordinates read{{}, half_diagonal(std::pow(10.0, 5 - pairs)), "MGRS"};
        GeographicLib::UTMUPS::Reverse(zone, northern, easting_m, northing_m, read.position.lat,
                                       read.position.lon);
        if (is_valid(read.position)) return read;
    } catch (const GeographicLib::GeographicErr& error) {
        if (is_sure) return BadCoordinates{"'" + reference + "' is no MGRS reference: " + error.what(), {}};
    }
    return std::nullopt;
}

}  // namespace

CoordinateResult read_grid(const std::string& plain) {
    // Both begin with a zone, or say what they are; most texts are names, and need no closer look.
    const bool may_be = !plain.empty() && (plain.front() <= '9' || plain.front() == 'U' ||
                                           plain.front() == 'M' || plain.front() == 'Z');
    if (!may_be || plain.find_first_of("0123456789") == std::string::npos) return std::nullopt;
    if (CoordinateResult mgrs = read_mgrs(plain)) return mgrs;
    return read_utm(plain);
}

}  // namespace incidentmap
