// SPDX-License-Identifier: MIT
#include "cli/text_table.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "gazetteer/spelling/code_points.hpp"

namespace incidentmap {
namespace {

struct Character {
    UChar32 code = 0;
    std::string_view bytes;
};

/// Calls \p take for each character until it says no.
template <typename Take>
void each_character(std::string_view text, Take take) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (!take(Character{static_cast<UChar32>(point.value), text.substr(at, point.size)})) return;
        at += point.size;
    }
}

/// What breaks a line, moves the cursor or turns the reading direction of what follows.
bool is_unruly(UChar32 c) {
    const auto category = u_charType(c);
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return category == U_CONTROL_CHAR || category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR ||
           turns;
}

std::size_t width_of(UChar32 c) {
    const auto category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string cut(std::string_view text, std::size_t widest) {
    if (display_width(text) <= widest) return std::string(text);
    std::string out;
    std::size_t width = 0;
    each_character(text, [&](const Character& c) {
        width += width_of(c.code);
        if (width < widest) out += c.bytes;
        return width < widest;
    });
    return out + "…";
}

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ',';
    });
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    each_character(text, [&](const Character& c) {
        width += width_of(c.code);
        return true;
    });
    return width;
}

std::string one_line(std::string_view text) {
    std::string out;
    each_character(text, [&](const Character& c) {
        out += is_unruly(c.code) ? " " : (c.code == replacement_character ? "\uFFFD" : c.bytes);
        return true;
    });
    return out;
}

std::string text_table(const std::vector<std::vector<std::string>>& asked, std::size_t widest) {
    std::vector<std::vector<std::string>> rows = asked;
    std::vector<std::size_t> widths;
    std::vector<bool> numbers;
    for (auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        numbers.resize(widths.size(), rows.size() > 1);
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = cut(one_line(row[i]), widest);
            widths[i] = std::max(widths[i], display_width(row[i]));
            if (&row != &rows.front() && !row[i].empty() && !is_number(row[i])) numbers[i] = false;
        }
    }
    std::string out;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - display_width(row[i]), ' ');
            line += (i > 0 ? "  " : "") + (numbers[i] ? padding + row[i] : row[i] + padding);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

}  // namespace incidentmap
