// SPDX-License-Identifier: MIT
#include "cli/text_table.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "core/error.hpp"
#include "gazetteer/spelling/code_points.hpp"

namespace incidentmap {
namespace {

constexpr const char* left_to_right_mark = "\u200E";

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

/// What a reader sees as one letter: a grapheme cluster (UAX 29).
struct Cluster {
    std::string_view bytes;
    std::size_t width = 0;
};

/// As wide as its widest character: jamo that make one syllable, emoji that are joined, a letter with its
/// marks; a flag, and what is asked to be an emoji (U+FE0F), are two wide.
std::size_t width_of_cluster(std::string_view bytes) {
    constexpr char32_t emoji_style = 0xFE0F;
    std::size_t width = 0;
    int indicators = 0;
    each_character(bytes, [&](const Character& c) {
        width = std::max(width, width_of(c.code));
        if (u_hasBinaryProperty(c.code, UCHAR_REGIONAL_INDICATOR)) ++indicators;
        if (c.code == emoji_style || indicators == 2) width = 2;
        return true;
    });
    return width;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// ICU's iterator over the grapheme clusters of any language.
class ClusterBoundaries {
  public:
    explicit ClusterBoundaries(std::string_view text) {
        UErrorCode status = U_ZERO_ERROR;
        m_iterator.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        m_text.reset(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
        if (U_SUCCESS(status)) m_iterator->setText(m_text.get(), status);
        if (U_FAILURE(status))
            throw Error{std::string("ICU cannot find the letters of a text: ") + u_errorName(status)};
    }
    /// The byte after the next cluster; nothing at the end.
    std::optional<std::size_t> next() {
        const std::int32_t at = m_iterator->next();
        return at == icu::BreakIterator::DONE ? std::nullopt : std::optional(static_cast<std::size_t>(at));
    }

  private:
    struct Close {
        void operator()(UText* text) const { utext_close(text); }
    };
    std::unique_ptr<UText, Close> m_text;
    std::unique_ptr<icu::BreakIterator> m_iterator;
};

/// Calls \p take for each cluster until it says no.
template <typename Take>
void each_cluster(std::string_view text, Take take) {
    if (is_ascii(text)) {
        each_character(text, [&](const Character& c) { return take(Cluster{c.bytes, width_of(c.code)}); });
        return;
    }
    ClusterBoundaries boundaries(text);
    std::size_t from = 0;
    while (const auto end = boundaries.next()) {
        const std::string_view bytes = text.substr(from, *end - from);
        if (!take(Cluster{bytes, width_of_cluster(bytes)})) return;
        from = *end;
    }
}

/// True where letters, or digits among them, are written from right to left.
bool has_right_to_left(std::string_view text) {
    bool found = false;
    each_character(text, [&](const Character& c) {
        const auto direction = u_charDirection(c.code);
        found = direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ||
                direction == U_ARABIC_NUMBER;
        return !found;
    });
    return found;
}

std::string cut(std::string_view text, std::size_t widest) {
    if (display_width(text) <= widest) return std::string(text);
    std::string out;
    std::size_t width = 0;
    each_cluster(text, [&](const Cluster& cluster) {
        width += cluster.width;
        if (width < widest) out += cluster.bytes;
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
    each_cluster(text, [&](const Cluster& cluster) {
        width += cluster.width;
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
            // Without a mark of direction, a terminal that turns right-to-left letters round turns the blanks
            // and the digits of the next cell with them, and the columns change places.
            if (has_right_to_left(row[i])) row[i] += left_to_right_mark;
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
