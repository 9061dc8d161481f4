// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <string_view>

#include "core/text.hpp"
#include "gazetteer/spelling/code_points.hpp"
#include "writer/methods.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t longest_text = 2'000;

/// What breaks a line, is not seen, or turns the reading direction of what follows.
bool is_unruly(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

std::string one_plain_line(std::string_view text) {
    std::u32string plain;
    for (const char32_t c : code_points(text)) plain += is_unruly(c) ? U' ' : c;
    return shortened(in_one_line(utf8(plain)), longest_text);
}

/// Where programs that show Markdown make links of bare text, a code span is the way to keep it text.
bool could_be_a_link(std::string_view text) {
    const std::string lower = lower_ascii(text);
    return lower.find('@') != std::string::npos || lower.find("://") != std::string::npos ||
           lower.find("www.") != std::string::npos || lower.find("mailto:") != std::string::npos;
}

/// A bar ends a cell, in a code span too (GitHub Flavored Markdown 0.29, 4.10).
std::string code_span(std::string_view text, bool in_table) {
    std::size_t longest = 0;
    std::size_t run = 0;
    std::string inside;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
        inside += in_table && c == '|' ? std::string("\\|") : std::string(1, c);
    }
    const std::string fence(longest + 1, '`');
    const bool needs_room = inside.starts_with('`') || inside.ends_with('`');
    return fence + (needs_room ? " " + inside + " " : inside) + fence;
}

/// Where a text begins like a heading, an item of a list, a quotation or a rule: how many characters from its
/// beginning the one stands that is to be escaped.
std::optional<std::size_t> block_mark(std::string_view text) {
    constexpr std::string_view first = "#+-=:>";
    if (!text.empty() && first.find(text.front()) != std::string_view::npos) return 0;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool is_marked = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    const bool is_item = is_marked && (digits + 1 == text.size() || text[digits + 1] == ' ');
    return is_item ? std::optional(digits) : std::nullopt;
}

/// The ASCII punctuation that means something to Markdown within a line, escaped (CommonMark 0.31, 2.4).
std::string escaped(std::string_view text) {
    constexpr std::string_view marks = "\\`*_{}[]<>|~&$";
    const auto block = block_mark(text);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (block == i || marks.find(text[i]) != std::string_view::npos) out += '\\';
        out += text[i];
    }
    return out;
}

std::string shown(const MethodsText& text, bool in_table) {
    if (!text.is_data) return text.text;
    const std::string plain = one_plain_line(text.text);
    return could_be_a_link(plain) ? code_span(plain, in_table) : escaped(plain);
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
    out += "|";
    for (const std::string& cell : cells) out += " " + cell + " |";
    out += "\n";
}

void append_table(std::string& out, const MethodsSection& section) {
    append_row(out, section.head);
    append_row(out, std::vector<std::string>(section.head.size(), "---"));
    for (const auto& row : section.rows) {
        std::vector<std::string> cells;
        for (const MethodsText& cell : row) cells.push_back(shown(cell, true));
        append_row(out, cells);
    }
    out += "\n";
}

}  // namespace

std::string to_markdown(const MethodsNote& note) {
    std::string out = "# " + shown(note.title, false) + "\n\n" + empty_area_sentence + "\n\nBuild `" +
                      note.build_id + "`\n\n";
    for (const MethodsSection& section : note.sections) {
        out += "## " + section.title + "\n\n";
        for (const std::string& paragraph : section.paragraphs) out += paragraph + "\n\n";
        if (!section.head.empty()) append_table(out, section);
        for (const std::string& paragraph : section.notes) out += paragraph + "\n\n";
    }
    out += "## Cite as\n\n" + shown(note.cite_as, false) + "\n";
    if (!note.attributions.empty()) out += "\n## Attribution\n\n";
    for (const MethodsText& attribution : note.attributions) out += "* " + shown(attribution, false) + "\n";
    return out;
}

}  // namespace incidentmap
