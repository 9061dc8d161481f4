// SPDX-License-Identifier: MIT
#include "geodesy/coordinates.hpp"

#include <array>
#include <cstddef>

#include "geodesy/coordinate_words.hpp"

namespace incidentmap {
namespace {

struct Spelling {
    std::string_view written;
    char plain;
};

constexpr std::array<Spelling, 25> spellings{{
    {"\u2032", '\''}, {"\u2018", '\''}, {"\u2019", '\''}, {"\u00b4", '\''}, {"\u02b9", '\''},
    {"`", '\''},      {"\u2033", '"'},  {"\u201c", '"'},  {"\u201d", '"'},  {"\u02ba", '"'},
    {"''", '"'},      {"\u00b0", 'd'},  {"\u00ba", 'd'},  {"\u02da", 'd'},  {"\u2212", '-'},
    {"\u2013", '-'},  {"\u2010", '-'},  {"\u2011", '-'},  {"\u066b", '.'},  {"\u060c", ','},
    {"\u00a0", ' '},  {"\u2009", ' '},  {"\u202f", ' '},  {"\t", ' '},      {"\u3000", ' '},
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
    if (static_cast<unsigned char>(c) >= 0x80) return {'?', 1};
    return {c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c, 1};
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view around = " \r\n([{)]}";
    const std::size_t first = text.find_first_not_of(around);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(around) - first + 1);
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
    return std::string{trimmed(plain)};
}

CoordinateResult read_coordinates(std::string_view text) {
    // Longer than any way of writing a position; what people put in a cell may be a page.
    constexpr std::size_t longest = 120;
    if (text.size() > longest) return std::nullopt;
    const std::string plain = plain_coordinate_text(text);
    if (CoordinateResult grid = read_grid(plain)) return grid;
    return read_angles(plain);
}

}  // namespace incidentmap
