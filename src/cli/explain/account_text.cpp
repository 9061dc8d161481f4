// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/explain/account.hpp"
#include "cli/text_table.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t widest_line = 100;
constexpr std::size_t widest_label = 30;

/// Appends words in lines, those after the first set in by \p indent columns. \p used columns of the first
/// line are taken.
void append_wrapped(std::string& out, const std::string& text, std::size_t used, std::size_t indent) {
    bool first = true;
    std::size_t column = used;
    for (const std::string& word : split_list(one_line(text), " ")) {
        const std::size_t width = display_width(word);
        if (!first && column + 1 + width > widest_line) {
            out += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (!first) {
            out += ' ';
            ++column;
        }
        out += word;
        column += width;
        first = false;
    }
    out += '\n';
}

std::string shown(const AccountLine& line) { return line.is_quote ? "“" + line.text + "”" : line.text; }

std::size_t label_width(const AccountBlock& block) {
    std::size_t widest = 0;
    for (const AccountLine& line : block.lines)
        widest = std::max(widest, display_width(one_line(line.label)));
    return std::min(widest, widest_label);
}

void append_block(std::string& out, const AccountBlock& block) {
    std::size_t left = 2;
    if (!block.heading.empty()) {
        out += "  ";
        append_wrapped(out, block.heading, 2, 4);
        left = 4;
    }
    const std::size_t width = label_width(block);
    for (const AccountLine& line : block.lines) {
        const std::string label = one_line(line.label);
        out += std::string(left, ' ') + label;
        const std::size_t used = display_width(label);
        if (used > width) {
            out += "\n" + std::string(left + width + 2, ' ');
        } else {
            out += std::string(width - used + 2, ' ');
        }
        append_wrapped(out, shown(line), left + width + 2, left + width + 2);
    }
}

}  // namespace

std::string to_text(const Account& account, const Colours& colours) {
    std::string out = colours.heading(one_line(account.title)) + "\n";
    append_wrapped(out, account.summary, 0, 0);
    int number = 0;
    for (const AccountSection& section : account.sections) {
        out += "\n" + colours.heading(std::to_string(++number) + ". " + section.title) + "\n";
        if (!section.note.empty()) {
            out += "  ";
            append_wrapped(out, section.note, 2, 2);
        }
        bool first = true;
        for (const AccountBlock& block : section.blocks) {
            if (!first || !section.note.empty()) out += '\n';
            first = false;
            append_block(out, block);
        }
    }
    return out;
}

}  // namespace incidentmap
