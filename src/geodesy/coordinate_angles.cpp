// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "geodesy/coordinate_words.hpp"
#include "geodesy/geodesic.hpp"

namespace incidentmap {
namespace {

enum class Axis { unknown, latitude, longitude };

/// A number of degrees, minutes or seconds.
struct Part {
    std::string text;
    double value = 0;
    int decimals = 0;
    char mark = 0;  ///< what follows it: d, ', ", :, - or nothing
};

/// One of the two angles, as written.
struct Angle {
    std::vector<Part> parts;
    char sign = 0;    ///< + or -
    char letter = 0;  ///< N, S, E or W
    Axis label = Axis::unknown;
    bool is_closed = false;  ///< nothing more belongs to it

    Axis axis() const {
        if (letter == 'N' || letter == 'S') return Axis::latitude;
        if (letter == 'E' || letter == 'W') return Axis::longitude;
        return label;
    }

    /// Its numbers, for messages.
    std::string text() const {
        std::string joined(sign ? 1 : 0, sign);
        for (const Part& part : parts) joined += (&part == &parts.front() ? "" : " ") + part.text;
        return joined;
    }
};

struct Token {
    enum class Kind { number, mark, letter, label, separator, sign } kind;
    std::string text;
    bool after_blank = false;
};

struct Word {
    std::string_view written;
    Token::Kind kind;
    std::string_view meaning;
};

constexpr std::array<Word, 20> words{{
    {"N", Token::Kind::letter, "N"},    {"NORTH", Token::Kind::letter, "N"},
    {"S", Token::Kind::letter, "S"},    {"SOUTH", Token::Kind::letter, "S"},
    {"E", Token::Kind::letter, "E"},    {"EAST", Token::Kind::letter, "E"},
    {"W", Token::Kind::letter, "W"},    {"WEST", Token::Kind::letter, "W"},
    {"LAT", Token::Kind::label, "lat"}, {"LATITUDE", Token::Kind::label, "lat"},
    {"LON", Token::Kind::label, "lon"}, {"LONG", Token::Kind::label, "lon"},
    {"LNG", Token::Kind::label, "lon"}, {"LONGITUDE", Token::Kind::label, "lon"},
    {"DEG", Token::Kind::mark, "d"},    {"DEGREES", Token::Kind::mark, "d"},
    {"MIN", Token::Kind::mark, "'"},    {"MINUTES", Token::Kind::mark, "'"},
    {"SEC", Token::Kind::mark, "\""},   {"SECONDS", Token::Kind::mark, "\""},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

/// Where two numbers with decimal commas stand side by side (`33,3406; 44,4009`), the same with points.
std::string with_points(const std::string& plain) {
    std::size_t commas = 0;
    bool is_number = false;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] == '.') return plain;
        if (plain[i] != ',') continue;
        is_number = i > 0 && i + 1 < plain.size() && is_digit(plain[i - 1]) && is_digit(plain[i + 1]);
        if (!is_number) return plain;
        ++commas;
    }
    if (commas != 2) return plain;
    std::string pointed = plain;
    std::replace(pointed.begin(), pointed.end(), ',', '.');
    return pointed;
}

std::optional<Token> word_token(const std::string& word) {
    for (const Word& known : words) {
        if (word == known.written) return Token{known.kind, std::string{known.meaning}, false};
    }
    return std::nullopt;
}

std::optional<Token> sign_token(char c, bool after_number) {
    switch (c) {
        case ',':
        case ';':
        case '/':
        case '|':
            return Token{Token::Kind::separator, {c}, false};
        case 'd':
        case '\'':
        case '"':
        case ':':
            return Token{Token::Kind::mark, {c}, false};
        case '+':
            return Token{Token::Kind::sign, {c}, false};
        case '-':
            return Token{after_number ? Token::Kind::mark : Token::Kind::sign, {c}, false};
        default:
            return std::nullopt;
    }
}

/// The tokens of a text; nothing where any of it can be no part of coordinates.
std::optional<std::vector<Token>> tokens_of(const std::string& plain) {
    std::vector<Token> tokens;
    bool after_blank = true;
    for (std::size_t i = 0; i < plain.size();) {
        if (plain[i] == ' ' || plain[i] == '=') {
            after_blank = true;
            ++i;
            continue;
        }
        const std::size_t start = i;
        std::optional<Token> token;
        if (is_digit(plain[i]) || plain[i] == '.') {
            while (i < plain.size() && (is_digit(plain[i]) || plain[i] == '.')) ++i;
            token = Token{Token::Kind::number, plain.substr(start, i - start), false};
        } else if (is_letter(plain[i])) {
            while (i < plain.size() && is_letter(plain[i])) ++i;
            token = word_token(plain.substr(start, i - start));
            if (i < plain.size() && plain[i] == '.' && token && token->kind != Token::Kind::letter) ++i;
            if (i < plain.size() && plain[i] == ':' && token && token->kind != Token::Kind::mark) ++i;
        } else {
            const bool after_number =
                !after_blank && !tokens.empty() && tokens.back().kind == Token::Kind::number;
            token = sign_token(plain[i], after_number);
            ++i;
        }
        if (!token) return std::nullopt;
        token->after_blank = std::exchange(after_blank, false);
        tokens.push_back(std::move(*token));
    }
    return tokens;
}

std::optional<Part> part_of(const std::string& digits) {
    const std::size_t point = digits.find('.');
    if (digits.size() > 20 || point == 0 || point + 1 == digits.size()) return std::nullopt;
    Part part{digits};
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), part.value);
    if (result.ec != std::errc{} || result.ptr != digits.data() + digits.size()) return std::nullopt;
    if (point != std::string::npos) part.decimals = static_cast<int>(digits.size() - point - 1);
    return part;
}

/// Collects tokens into angles. An angle ends at a separator, at a letter behind it, or where the next one
/// begins.
class Assembly {
  public:
    explicit Assembly(const std::vector<Token>& tokens) {
        const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
            return token.kind == Token::Kind::letter || token.kind == Token::Kind::number;
        });
        m_letters_first = first != tokens.end() && first->kind == Token::Kind::letter;
        for (const Token& token : tokens) m_is_sound = m_is_sound && take(token);
    }

    /// The two angles; nothing where there are not two, or the tokens do not make any.
    std::optional<std::array<Angle, 2>> angles() const {
        std::vector<Angle> angles = m_angles;
        if (m_is_sound && angles.size() == 1) angles = halves(angles.front());
        if (!m_is_sound || angles.size() != 2) return std::nullopt;
        if (angles[0].parts.empty() || angles[1].parts.empty()) return std::nullopt;
        return std::array{angles[0], angles[1]};
    }

    /// What stands between the angles; 0 where nothing does.
    char separator() const { return m_separator; }
    /// True where the separator has no blank on either side.
    bool is_tight() const { return m_is_tight; }

  private:
    Angle& open() {
        if (m_angles.empty() || m_angles.back().is_closed) m_angles.emplace_back();
        return m_angles.back();
    }

    Angle& open_new_if(bool begun) {
        if (begun) open().is_closed = true;
        return open();
    }

    bool take(const Token& token) {
        switch (token.kind) {
            case Token::Kind::separator:
                return take_separator(token);
            case Token::Kind::label: {
                Angle& angle = open_new_if(!open().parts.empty() || open().label != Axis::unknown);
                angle.label = token.text == "lat" ? Axis::latitude : Axis::longitude;
                return true;
            }
            case Token::Kind::letter:
                return take_letter(token);
            case Token::Kind::sign: {
                Angle& angle = open_new_if(!open().parts.empty());
                if (angle.sign || angle.letter) return false;
                angle.sign = token.text.front();
                return true;
            }
            case Token::Kind::number:
                return take_number(token);
            case Token::Kind::mark:
                return take_mark(token);
        }
        return false;
    }

    bool take_separator(const Token& token) {
        if (m_separator || m_angles.size() != 1 || m_angles.front().parts.empty()) return false;
        m_angles.front().is_closed = true;
        m_separator = token.text.front();
        m_is_tight = !token.after_blank;
        return true;
    }

    bool take_letter(const Token& token) {
        const char letter = token.text.front();
        if (m_letters_first) {
            Angle& angle = open_new_if(!open().parts.empty());
            if (angle.letter || angle.sign) return false;
            angle.letter = letter;
            return true;
        }
        Angle& angle = open();
        if (angle.parts.empty() || angle.letter || angle.sign == '-') return false;
        angle.letter = letter;
        angle.is_closed = true;
        return true;
    }

    bool take_number(const Token& token) {
        std::optional<Part> part = part_of(token.text);
        if (!part) return false;
        Angle& angle = open();
        if (angle.parts.empty() && angle.sign && token.after_blank) return false;
        if (m_separator && angle.parts.empty()) m_is_tight = m_is_tight && !token.after_blank;
        angle.parts.push_back(std::move(*part));
        return angle.parts.size() <= 4;
    }

    bool take_mark(const Token& token) {
        const char mark = token.text.front();
        // A mark stands behind a number that has none.
        if (m_angles.empty() || m_angles.back().is_closed || m_angles.back().parts.empty()) return false;
        Angle& angle = m_angles.back();
        if (angle.parts.back().mark) return false;
        angle.parts.back().mark = mark;
        // A second number of degrees begins the other angle.
        if (mark == 'd' && angle.parts.size() > 1) {
            const Part part = angle.parts.back();
            angle.parts.pop_back();
            angle.is_closed = true;
            open().parts.push_back(part);
        }
        return true;
    }

    /// Two numbers, each with a decimal point, with nothing but a blank between.
    static std::vector<Angle> halves(const Angle& whole) {
        if (whole.parts.size() != 2 || whole.letter || whole.label != Axis::unknown) return {};
        for (const Part& part : whole.parts) {
            if (part.mark || part.decimals == 0) return {};
        }
        Angle first = whole;
        first.parts.pop_back();
        Angle second;
        second.parts.push_back(whole.parts.back());
        return {first, second};
    }

    std::vector<Angle> m_angles;
    char m_separator = 0;
    bool m_is_tight = false;  ///< no blank on either side of the separator
    bool m_letters_first = false;
    bool m_is_sound = true;
};

/// True where the marks are those of degrees, minutes and seconds in that order.
bool has_sound_marks(const Angle& angle) {
    constexpr std::array<char, 3> marks{'d', '\'', '"'};
    if (angle.parts.size() > marks.size()) return false;
    for (std::size_t i = 0; i < angle.parts.size(); ++i) {
        const Part& part = angle.parts[i];
        const bool is_last = i + 1 == angle.parts.size();
        if (!is_last && part.decimals > 0) return false;
        if ((part.mark == ':' || part.mark == '-') ? is_last : part.mark && part.mark != marks.at(i))
            return false;
        if (part.mark == '-' && angle.axis() == Axis::unknown) return false;
    }
    return true;
}

bool has_mark(const Angle& angle) {
    return std::any_of(angle.parts.begin(), angle.parts.end(),
                       [](const Part& part) { return part.mark != 0; });
}

double degrees_of(const Angle& angle) {
    double unit = 1;
    double sum = 0;
    for (const Part& part : angle.parts) {
        sum += part.value * unit;
        unit /= 60;
    }
    return angle.sign == '-' || angle.letter == 'S' || angle.letter == 'W' ? -sum : sum;
}

/// The unit of the last digit written, in degrees.
double last_unit_deg(const Angle& angle) {
    return std::pow(60.0, 1.0 - static_cast<double>(angle.parts.size())) *
           std::pow(10.0, -angle.parts.back().decimals);
}

std::string form_of(const Angle& lat, const Angle& lon) {
    const std::size_t parts = std::max(lat.parts.size(), lon.parts.size());
    if (parts == 1) return "decimal degrees";
    return parts == 2 ? "degrees and minutes" : "degrees, minutes and seconds";
}

/// Half the diagonal of the cell that the digits leave open, at its wider side.
double precision_m(LonLat position, double lon_unit_deg, double lat_unit_deg) {
    double greatest_m = 0;
    for (const double side : {-0.5, 0.5}) {
        const LonLat corner{position.lon + lon_unit_deg / 2,
                            std::clamp(position.lat + side * lat_unit_deg, -90.0, 90.0)};
        greatest_m = std::max(greatest_m, geodesic(position, corner).distance_m);
    }
    return greatest_m;
}

std::optional<std::string> wrong_part(const Angle& angle) {
    constexpr std::array<std::string_view, 3> names{"degrees", "minutes", "seconds"};
    for (std::size_t i = 1; i < angle.parts.size(); ++i) {
        if (angle.parts[i].value < 60) continue;
        return std::string{names.at(i)} + " of '" + angle.text() + "' are out of range (0 to 59)";
    }
    return std::nullopt;
}

struct Pair {
    Angle lat;
    Angle lon;
    bool is_stated = false;  ///< letters or words say which is which
};

/// Which of the two is the latitude; nothing where both say that they are the same.
std::optional<Pair> paired(const std::array<Angle, 2>& angles) {
    const Axis first = angles[0].axis();
    const Axis second = angles[1].axis();
    if (first != Axis::unknown && first == second) return std::nullopt;
    const bool swap = first == Axis::longitude || second == Axis::latitude;
    const bool is_stated = first != Axis::unknown || second != Axis::unknown;
    for (const Angle& angle : angles) {
        // `lat 33 E` contradicts itself.
        if (angle.letter && angle.label != Axis::unknown && angle.axis() != angle.label) return std::nullopt;
    }
    return swap ? Pair{angles[1], angles[0], is_stated} : Pair{angles[0], angles[1], is_stated};
}

std::string shortest(double value) {
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), result.ptr};
}

BadCoordinates out_of_range(const Pair& pair, LonLat position) {
    BadCoordinates bad;
    const bool lat_is_bad = std::abs(position.lat) > 90;
    bad.sentence = lat_is_bad ? "latitude '" + pair.lat.text() + "' is out of range (-90 to 90)"
                              : "longitude '" + pair.lon.text() + "' is out of range (-180 to 180)";
    const LonLat swapped{position.lat, position.lon};
    if (is_valid(swapped)) {
        bad.swapped = swapped;
        bad.sentence += "; swapped, it would be latitude " + shortest(swapped.lat) + ", longitude " +
                        shortest(swapped.lon);
    }
    return bad;
}

/// Without a letter, word, mark or decimal these may be any two numbers.
bool is_bare_integers(const Pair& pair) {
    return !pair.is_stated && !has_mark(pair.lat) && !has_mark(pair.lon) &&
           pair.lat.parts.back().decimals == 0 && pair.lon.parts.back().decimals == 0;
}

/// Texts that have the shape of coordinates and are times, dates, counts or fractions.
bool is_something_else(const Pair& pair, const Assembly& assembly) {
    if (pair.is_stated) return false;
    const std::size_t parts = std::max(pair.lat.parts.size(), pair.lon.parts.size());
    const std::size_t fewest = std::min(pair.lat.parts.size(), pair.lon.parts.size());
    if (!is_bare_integers(pair)) {
        const bool is_clock =
            pair.lat.parts.front().mark == ':' && parts == 2 && pair.lat.parts.back().decimals == 0;
        return is_clock ||
               (assembly.separator() == '/' && !has_mark(pair.lat) && pair.lat.parts.back().decimals == 0);
    }
    const char separator = assembly.separator();
    if (separator == 0 || separator == '/' || fewest != parts || parts == 2) return true;
    // `1,920` is one number.
    return parts == 1 && assembly.is_tight() && separator == ',' && !pair.lon.sign &&
           pair.lon.parts.front().text.size() == 3;
}

}  // namespace

CoordinateResult read_angles(const std::string& plain) {
    const auto tokens = tokens_of(with_points(plain));
    if (!tokens) return std::nullopt;
    const Assembly assembly{*tokens};
    const auto angles = assembly.angles();
    if (!angles || !has_sound_marks((*angles)[0]) || !has_sound_marks((*angles)[1])) return std::nullopt;
    const std::optional<Pair> pair = paired(*angles);
    if (!pair || is_something_else(*pair, assembly)) return std::nullopt;

    for (const Angle& angle : *angles) {
        const auto wrong = wrong_part(angle);
        if (wrong && is_bare_integers(*pair)) return std::nullopt;
        if (wrong) return BadCoordinates{*wrong, {}};
    }
    const LonLat position{degrees_of(pair->lon), degrees_of(pair->lat)};
    if (!is_valid(position)) {
        BadCoordinates bad = out_of_range(*pair, position);
        if (is_bare_integers(*pair) && !bad.swapped) return std::nullopt;
        return bad;
    }
    return ReadCoordinates{position,
                           precision_m(position, last_unit_deg(pair->lon), last_unit_deg(pair->lat)),
                           form_of(pair->lat, pair->lon)};
}

}  // namespace incidentmap
