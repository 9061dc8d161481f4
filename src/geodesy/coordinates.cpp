// SPDX-License-Identifier: MIT
#include "geodesy/coordinates.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <utility>

#include "core/text.hpp"
#include "geodesy/coordinate_words.hpp"

namespace incidentmap {
namespace {

struct Spelling {
    std::string_view written;
    char plain;
};

constexpr std::array<Spelling, 27> spellings{{
    {"\u2032", '\''}, {"\u2018", '\''}, {"\u2019", '\''}, {"\u00b4", '\''}, {"\u02b9", '\''}, {"`", '\''},
    {"\u2033", '"'},  {"\u201c", '"'},  {"\u201d", '"'},  {"\u02ba", '"'},  {"''", '"'},      {"\u00b0", 'd'},
    {"\u00ba", 'd'},  {"\u02da", 'd'},  {"\u2212", '-'},  {"\u2013", '-'},  {"\u2010", '-'},  {"\u2011", '-'},
    {"\u066b", '.'},  {"\u060c", ','},  {"\u00a0", ' '},  {"\u2009", ' '},  {"\u202f", ' '},  {"\t", ' '},
    {"\n", ' '},      {"\r", ' '},      {"\u3000", ' '},
}};

/// Marks of writing direction and joining: they stand for nothing.
constexpr std::array<std::string_view, 9> invisible{"\u200e", "\u200f", "\u200b", "\u200c", "\u2066",
                                                    "\u2067", "\u2068", "\u2069", "\ufeff"};

/// Arabic (U+0660...) and Persian (U+06F0...) digits are two bytes in UTF-8.
std::optional<char> arabic_digit(std::string_view text) {
    if (text.size() < 2) return std::nullopt;
    const auto lead = static_cast<unsigned char>(text[0]);
    const auto tail = static_cast<unsigned char>(text[1]);
    const int base = lead == 0xd9 ? 0xa0 : lead == 0xdb ? 0xb0 : 0x100;
    return tail >= base && tail < base + 10 ? std::optional{static_cast<char>('0' + (tail - base))}
                                            : std::nullopt;
}

struct Letter {
    std::optional<char> plain;  ///< nothing where it is to be left out
    std::size_t bytes = 1;
};

Letter first_letter(std::string_view text) {
    for (const std::string_view mark : invisible) {
        if (text.substr(0, mark.size()) == mark) return {std::nullopt, mark.size()};
    }
    for (const Spelling& spelling : spellings) {
        if (text.substr(0, spelling.written.size()) == spelling.written) {
            return {spelling.plain, spelling.written.size()};
        }
    }
    if (const auto digit = arabic_digit(text)) return {digit, 2};
    const char c = text.front();
    if (static_cast<unsigned char>(c) >= 0x80) return {'#', 1};
    return {c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c, 1};
}

std::string_view without_brackets(std::string_view text) {
    constexpr std::string_view around = " \r\n([{)]}";
    const std::size_t first = text.find_first_not_of(around);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(around) - first + 1);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that a text begins with, sign and decimals included; empty where it begins with none.
std::string_view number_at(std::string_view text) {
    std::size_t end = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const std::size_t digits = end;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
    return end > digits && is_digit(text[digits]) ? text.substr(0, end) : std::string_view{};
}

std::string pair_text(std::string_view lat, std::string_view lon) {
    return "LAT " + std::string(lat) + ", LON " + std::string(lon);
}

/// Two numbers behind \p mark with \p between them, the latitude first; empty where there are none.
std::string pair_behind(std::string_view text, std::string_view mark, std::string_view between) {
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
        const std::string_view lat = number_at(text.substr(at + mark.size()));
        const std::string_view rest = text.substr(at + mark.size() + lat.size());
        if (lat.empty() || !rest.starts_with(between)) continue;
        const std::string_view lon = number_at(rest.substr(between.size()));
        if (!lon.empty()) return pair_text(lat, lon);
    }
    return {};
}

/// The position in the address of a map: `…/@33.34,44.40,15z`, `…?q=33.34,44.40`, `…#map=12/33.34/44.40`.
std::string pair_in_address(std::string_view address) {
    struct Place {
        std::string_view mark;
        std::string_view between;
    };
    constexpr Place places[] = {
        {"!3d", "!4d"},        {"mlat=", "&mlon="}, {"q=", ","},       {"query=", ","},   {"q=", "%2C"},
        {"query=", "%2C"},     {"ll=", ","},        {"ll=", "%2C"},    {"center=", ","},  {"center=", "%2C"},
        {"destination=", ","}, {"daddr=", ","},     {"lat=", "&lon="}, {"lat=", "&lng="}, {"/place/", ","},
        {"/search/", ","},     {"@", ","}};
    for (const Place& place : places) {
        if (std::string pair = pair_behind(address, place.mark, place.between); !pair.empty()) return pair;
    }
    const std::size_t map = address.find("#map=");
    const std::size_t slash = map == std::string_view::npos ? map : address.find('/', map);
    return slash == std::string_view::npos ? std::string{} : pair_behind(address.substr(slash), "/", "/");
}

/// `POINT (44.4009 33.3406)`, with or without Z and SRID: the longitude stands first.
std::string pair_in_wkt(std::string_view plain) {
    const std::size_t open = plain.find('(');
    if (open == std::string_view::npos) return {};
    std::string_view rest = plain.substr(open + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const std::string_view lon = number_at(rest);
    rest.remove_prefix(lon.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const std::string_view lat = number_at(rest);
    return lon.empty() || lat.empty() ? std::string{} : pair_text(lat, lon);
}

/// `332026N 0442403E`: two digits of degrees (three of the longitude), of minutes, of seconds.
std::string unpacked(const std::string& plain) {
    std::string out;
    std::size_t at = 0;
    for (const std::size_t degrees : {std::size_t{2}, std::size_t{3}}) {
        while (at < plain.size() && (plain[at] == ' ' || plain[at] == ',')) ++at;
        if (plain.compare(at, 4, degrees == 2 ? "LAT " : "LON ") == 0) at += 4;
        const std::size_t begin = at;
        while (at < plain.size() && is_digit(plain[at])) ++at;
        const std::size_t digits = at - begin;
        const bool has_letter = at < plain.size() && (degrees == 2 ? plain[at] == 'N' || plain[at] == 'S'
                                                                   : plain[at] == 'E' || plain[at] == 'W');
        if (!has_letter || (digits != degrees + 4 && digits != degrees + 2)) return {};
        for (std::size_t i = begin; i < at; i += i == begin ? degrees : 2)
            out += plain.substr(i, i == begin ? degrees : 2) + " ";
        out += plain[at++];
        out += degrees == 2 ? ", " : "";
    }
    return at == plain.size() ? out : std::string{};
}

/// Numbers as a spreadsheet or a program writes them, `3.33406E+01`, in plain digits.
std::string without_exponents(const std::string& plain) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t e = plain.find('E'); e != std::string::npos; e = plain.find('E', e + 1)) {
        std::size_t begin = e;
        while (begin > done && (is_digit(plain[begin - 1]) || plain[begin - 1] == '.')) --begin;
        const bool has_sign = e + 1 < plain.size() && (plain[e + 1] == '+' || plain[e + 1] == '-');
        std::size_t end = e + 2;
        while (end < plain.size() && is_digit(plain[end])) ++end;
        const bool is_number = has_sign && end > e + 2 && end <= e + 5 &&
                               plain.substr(begin, e - begin).find('.') != std::string::npos;
        if (!is_number) continue;
        out += plain.substr(done, begin - done) +
               to_text(std::strtod(plain.substr(begin, end - begin).c_str(), nullptr), 15);
        done = end;
    }
    return out + plain.substr(done);
}

}  // namespace

std::string plain_coordinate_text(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const Letter letter = first_letter(text);
        // Two single primes, each of its own kind, are a double one too.
        if (letter.plain == '\'' && !plain.empty() && plain.back() == '\'') {
            plain.back() = '"';
        } else if (letter.plain && !(*letter.plain == ' ' && !plain.empty() && plain.back() == ' ')) {
            plain += *letter.plain;
        }
        text.remove_prefix(letter.bytes);
    }
    return std::string{without_brackets(plain)};
}

namespace {

/// What an address says; a short one leads to a map and holds no position.
CoordinateResult in_address(std::string_view address) {
    const std::string pair = pair_in_address(address);
    if (!pair.empty()) return read_angles(pair);
    constexpr std::string_view short_ones[] = {"://goo.gl/", "://maps.app.goo.gl/", "://bit.ly/", "://t.co/"};
    for (const std::string_view host : short_ones) {
        if (address.find(host) == std::string_view::npos) continue;
        return BadCoordinates{"the short address '" + shortened(address, 60) +
                                  "' holds no position; open it and copy the long one",
                              {}};
    }
    return std::nullopt;
}

/// What a text says that is no address. \param written in plain letters
CoordinateResult in_words(const std::string& written) {
    if (written.starts_with("GEO:")) {
        const std::string pair = pair_behind(written, "GEO:", ",");
        return pair.empty() ? std::nullopt : read_angles(pair);
    }
    if (written.starts_with("POINT") || written.starts_with("SRID=")) {
        const std::string pair = pair_in_wkt(written);
        return pair.empty() ? std::nullopt : read_angles(pair);
    }
    if (CoordinateResult code = read_plus_code(written)) return code;
    std::string plain = in_usual_form(written);
    if (CoordinateResult grid = read_grid(plain)) return grid;
    if (std::string parted = unpacked(plain); !parted.empty()) plain = std::move(parted);
    return read_angles(plain);
}

}  // namespace

CoordinateResult read_coordinates(std::string_view text) {
    // Longer than any way of writing a position; what people put in a cell may be a page.
    constexpr std::size_t longest = 160;
    constexpr std::size_t longest_address = 2000;
    constexpr double doubtful_m = 5'000;
    const std::string_view whole = without_brackets(text);
    if (whole.size() <= longest_address && (whole.starts_with("http://") || whole.starts_with("https://")))
        return in_address(whole);
    if (text.size() > longest) return std::nullopt;
    if (trimmed(text).starts_with('{')) {
        const std::string pair = pair_in_json(text);
        return pair.empty() ? std::nullopt : read_angles(pair);
    }
    std::string plain = without_exponents(plain_coordinate_text(with_english_letters(text)));
    const bool doubtful = take_doubt(plain);
    CoordinateResult read = in_words(plain);
    if (doubtful && read) {
        if (auto* good = std::get_if<ReadCoordinates>(&*read))
            good->precision_m = std::max(good->precision_m, doubtful_m);
    }
    return read;
}

}  // namespace incidentmap
