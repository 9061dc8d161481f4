// SPDX-License-Identifier: MIT
// Ways of writing a position that become one of the usual ones before it is read.
#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/plain_text.hpp"
#include "core/text.hpp"
#include "geodesy/coordinate_words.hpp"

namespace incidentmap {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct DirectionWord {
    std::string_view word;  ///< in plain letters (plain_text.hpp)
    std::string_view letter;
};

/// What stands for N, S, E and W beside numbers; of those that begin alike the longer first. `O` is east in
/// German and west in French, and none of them here.
constexpr DirectionWord direction_words[] = {
    {"северной широты", "N"},
    {"южной широты", "S"},
    {"восточной долготы", "E"},
    {"западной долготы", "W"},
    {"північної широти", "N"},
    {"південної широти", "S"},
    {"східної довготи", "E"},
    {"західної довготи", "W"},
    {"с. ш.", "N"},
    {"с.ш.", "N"},
    {"сш", "N"},
    {"ю. ш.", "S"},
    {"ю.ш.", "S"},
    {"юш", "S"},
    {"в. д.", "E"},
    {"в.д.", "E"},
    {"вд", "E"},
    {"з. д.", "W"},
    {"з.д.", "W"},
    {"зд", "W"},
    {"пн. ш.", "N"},
    {"пн.ш.", "N"},
    {"пнш", "N"},
    {"пд. ш.", "S"},
    {"пд.ш.", "S"},
    {"сх. д.", "E"},
    {"сх.д.", "E"},
    {"зх. д.", "W"},
    {"зх.д.", "W"},
    {"север", "N"},
    {"юг", "S"},
    {"восток", "E"},
    {"запад", "W"},
    {"північ", "N"},
    {"південь", "S"},
    {"схід", "E"},
    {"захід", "W"},
    {"شمالا", "N"},
    {"شمال", "N"},
    {"جنوبا", "S"},
    {"جنوب", "S"},
    {"شرقا", "E"},
    {"شرق", "E"},
    {"غربا", "W"},
    {"غرب", "W"},
    {"kuzey", "N"},
    {"guney", "S"},
    {"dogu", "E"},
    {"bati", "W"},
    {"norte", "N"},
    {"nord", "N"},
    {"leste", "E"},
    {"oeste", "W"},
    {"ouest", "W"},
    {"sur", "S"},
    {"sul", "S"},
    {"sud", "S"},
    {"este", "E"},
    {"est", "E"},
};

/// How many bytes of \p text are the word, in whatever case and with whatever marks; 0 where it is not there.
std::size_t bytes_of_word(std::string_view text, std::string_view word) {
    std::size_t at = 0;
    while (!word.empty()) {
        if (at >= text.size()) return 0;
        const WrittenPoint written = written_point_at(text, at);
        const WrittenPoint wanted = written_point_at(word, 0);
        const char32_t plain = plain_point(written.value);
        if (plain != 0 && plain != wanted.value) return 0;
        if (plain != 0) word.remove_prefix(wanted.bytes);
        at += written.bytes;
    }
    return at;
}

bool is_letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const char32_t plain = plain_point(written_point_at(text, at).value);
    return (plain >= U'a' && plain <= U'z') || (plain >= 0x400 && plain < 0x780);
}

/// `33D20M26SN`: the letters are marks.
std::string with_marks(const std::string& plain) {
    std::string marked = plain;
    bool any = false;
    for (std::size_t i = 1; i + 1 < plain.size(); ++i) {
        if (!is_digit(plain[i - 1])) continue;
        if (plain[i] == 'D' && is_digit(plain[i + 1])) {
            marked[i] = 'd';
            any = true;
        } else if (any && plain[i] == 'M' && (is_digit(plain[i + 1]) || plain[i + 1] == ' ')) {
            marked[i] = '\'';
        } else if (any && plain[i] == 'S' &&
                   std::string_view("NSEW ").find(plain[i + 1]) != std::string::npos) {
            marked[i] = '"';
        }
    }
    return any ? marked : plain;
}

/// `+33.3406+044.4009/`, as ISO 6709 has it: two signed numbers without a blank.
std::string parted_by_sign(const std::string& plain) {
    if (plain.empty() || (plain[0] != '+' && plain[0] != '-')) return plain;
    const std::size_t second = plain.find_first_of("+-", 1);
    if (second == std::string::npos || !is_digit(plain[second - 1])) return plain;
    const std::string_view numbers = std::string_view(plain).substr(0, plain.find('/'));
    if (second >= numbers.size()) return plain;
    if (numbers.find_first_not_of("+-.0123456789") != std::string_view::npos) return plain;
    return plain.substr(0, second) + ", " + std::string(numbers.substr(second));
}

/// `444247 3689200 38N` with its zone first.
std::string zone_first(const std::string& plain) {
    const std::vector<std::string> words = split_list(plain, " ");
    if (words.size() != 3) return plain;
    const auto is_long_number = [](const std::string& word) {
        return word.size() >= 6 && word.find_first_not_of("0123456789.") == std::string::npos;
    };
    const std::string& zone = words.back();
    const bool is_zone = zone.size() >= 2 && zone.size() <= 3 && !is_digit(zone.back()) &&
                         zone.find_first_not_of("0123456789") == zone.size() - 1;
    return is_zone && is_long_number(words[0]) && is_long_number(words[1])
               ? zone + " " + words[0] + " " + words[1]
               : plain;
}

/// The number behind a name in a JSON object: `"lat": 33.34`.
std::string_view number_of(std::string_view text, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const auto at = text.find("\"" + std::string(name) + "\"");
        if (at == std::string_view::npos) continue;
        std::string_view rest = text.substr(at + name.size() + 2);
        rest.remove_prefix(std::min(rest.find_first_not_of(": \""), rest.size()));
        return rest.substr(0, rest.find_first_not_of("+-.0123456789"));
    }
    return {};
}

}  // namespace

std::string with_english_letters(std::string_view text) {
    std::string out;
    bool after_letter = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t taken = 0;
        if (!after_letter) {
            for (const DirectionWord& row : direction_words) {
                const std::size_t bytes = bytes_of_word(text.substr(at), row.word);
                if (bytes == 0 || (row.word.back() != '.' && is_letter_at(text, at + bytes))) continue;
                out += row.letter;
                taken = bytes;
                break;
            }
        }
        after_letter = taken > 0 || is_letter_at(text, at);
        if (taken == 0) {
            taken = written_point_at(text, at).bytes;
            out += text.substr(at, taken);
        }
        at += taken;
    }
    return out;
}

std::string pair_in_json(std::string_view text) {
    std::string_view lat = number_of(text, {"lat", "latitude"});
    std::string_view lon = number_of(text, {"lon", "lng", "long", "longitude"});
    if (lat.empty() || lon.empty()) {
        const auto open = text.find('[', std::min(text.find("\"coordinates\""), text.size()));
        if (open == std::string_view::npos) return {};
        const std::vector<std::string> numbers =
            split_list(text.substr(open + 1, text.find(']', open) - open - 1), ",");
        return numbers.size() < 2 ? std::string{} : "LAT " + numbers[1] + ", LON " + numbers[0];
    }
    return "LAT " + std::string(lat) + ", LON " + std::string(lon);
}

std::string in_usual_form(const std::string& plain) { return zone_first(parted_by_sign(with_marks(plain))); }

bool take_doubt(std::string& plain) {
    // Brackets at the ends are gone already.
    constexpr std::array<std::string_view, 8> behind{"(APPROXIMATELY", "(APPROXIMATE", "(APPROX.", "(APPROX",
                                                     "APPROXIMATE",    "APPROX.",      "APPROX",   "?"};
    constexpr std::array<std::string_view, 6> before{"~", "APPROX.", "APPROX", "CA.", "CIRCA", "ABOUT"};
    constexpr std::array<std::string_view, 5> datums{"(WGS84", "(WGS 84", "WGS84", "WGS 84", "(WGS-84"};
    const auto take_end = [&](std::string_view word) {
        const bool found = plain.size() > word.size() && plain.ends_with(word);
        if (found) plain = trimmed(std::string_view(plain).substr(0, plain.size() - word.size()));
        return found;
    };
    for (const std::string_view datum : datums) {
        if (take_end(datum)) break;
    }
    bool doubtful = false;
    for (const std::string_view word : behind) doubtful = take_end(word) || doubtful;
    for (const std::string_view word : before) {
        if (!plain.starts_with(word)) continue;
        plain = trimmed(std::string_view(plain).substr(word.size()));
        doubtful = true;
    }
    while (!plain.empty() && (plain.back() == ',' || plain.back() == ';' || plain.back() == '('))
        plain.pop_back();
    return doubtful;
}

}  // namespace incidentmap
