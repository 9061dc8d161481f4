// SPDX-License-Identifier: MIT
#include "prose/text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "core/date_words.hpp"
#include "core/text.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct BoilerplateRow {
    bool begins;
    std::string_view words;
};

constexpr BoilerplateRow boilerplate_rows[] = {
#include "prose/tables/boilerplate.inc"
};

const WordTable& boilerplate_words() {
    static const WordTable table(boilerplate_rows);
    return table;
}

/// The lines that are not empty.
std::vector<Span> lines_of(std::string_view text) {
    std::vector<Span> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = trimmed(text.substr(at, end - at));
        if (!line.empty()) {
            const auto begin = static_cast<std::size_t>(line.data() - text.data());
            lines.push_back({begin, begin + line.size()});
        }
        at = end + 1;
    }
    return lines;
}

bool ends_sentence(std::string_view line) {
    static constexpr std::array<std::string_view, 12> ends{".",  "!",  "?", "…", ".”", ".\"",
                                                           ".)", ".’", "؟", ":", "!”", "?”"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return line.ends_with(end); });
}

std::string_view slice(std::string_view text, const Span& span) {
    return text.substr(span.begin, span.end - span.begin);
}

/// Why a line is none of the text's own; empty where it may be.
std::string boilerplate_reason(std::string_view line) {
    const std::vector<Token> tokens = tokens_of(line);
    std::size_t words = 0;
    for (const Token& token : tokens) words += token.is_mark() ? 0 : 1;
    if (words == 0) return "no word";
    const auto hit = boilerplate_words().find(tokens, 0);
    // `Related` begins a line of links, not `Related attacks hit …`.
    if (hit && (hit->size > 1 || words <= 8 || (tokens.size() > 1 && tokens[1].is_mark())) &&
        (words <= 40 || !ends_sentence(line)))
        return "begins as what pages put about every text";
    return {};
}

/// Whether all words are of a day: `Friday, 5 October`.
bool is_only_a_day(std::span<const Token> tokens) {
    bool day = false;
    for (const Token& token : tokens) {
        if (token.is_mark()) continue;
        const auto words = date_tokens(token.text);
        const bool of_day = token.is_number() || (words.size() == 1 && words[0].word != DateWord::none);
        if (!of_day) return false;
        day = day || !token.is_number();
    }
    return day;
}

/// The dateline that a paragraph begins with, up to and with its dash: capitals, a place, a day, an agency in
/// brackets, at most a dozen words. Also `(Agency/Baghdad)`.
std::size_t dateline_size(std::string_view block) {
    const std::vector<Token> tokens = tokens_of(block.substr(0, std::min<std::size_t>(block.size(), 160)));
    if (tokens.empty()) return 0;
    if (tokens[0].is("(")) {
        for (std::size_t i = 1; i < std::min<std::size_t>(tokens.size(), 8); ++i) {
            if (!tokens[i].is(")")) continue;
            return i + 1 < tokens.size() ? tokens[i + 1].at.begin : 0;
        }
        return 0;
    }
    bool first_in_capitals = tokens[0].is_word() && tokens[0].capital && tokens[0].text.size() > 2 &&
                             std::none_of(tokens[0].text.begin(), tokens[0].text.end(),
                                          [](char c) { return c >= 'a' && c <= 'z'; });
    bool bracket = false;
    for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 16); ++i) {
        const Token& token = tokens[i];
        if (token.is("(")) bracket = true;
        const bool dash = token.is("-") && token.after_blank;
        const bool colon = token.is(":") && i <= 3 && first_in_capitals;
        if (dash || token.is("--") || colon) {
            if (i == 0 || !(first_in_capitals || bracket || i <= 3)) return 0;
            // `5 October – …` in a list of days is the day of what it tells, and no dateline.
            if (is_only_a_day({tokens.data(), i})) return 0;
            std::size_t after = i + 1;
            while (after < tokens.size() && tokens[after].is("-")) ++after;
            return after < tokens.size() ? tokens[after].at.begin : 0;
        }
        if (!bracket && token.is_word() && !token.capital && token.text != "al" && token.text != "de") {
            const auto words = date_tokens(token.text);
            if (words.empty() || words[0].word == DateWord::none) return 0;
        }
        if (token.is(".") && !bracket && i > 0 && tokens[i - 1].text.size() > 5) return 0;
    }
    return 0;
}

/// A day with its year, and hardly anything else, in a line: `Monday 30 December 2019 14:19 GMT`.
std::optional<Day> day_alone(std::string_view line) {
    if (line.size() > 60) return std::nullopt;
    std::string_view text = line;
    for (const std::string_view word : {"Published", "Updated", "published", "Posted", "on ", ":", "Date"}) {
        if (text.starts_with(word)) text = trimmed(text.substr(word.size()));
    }
    const DateReading reading = read_date_text(text);
    if (reading.date && reading.date->precision == DatePrecision::day) return reading.date->first;
    // What stands behind the year is the time of day.
    for (std::size_t at = text.find(" 20"); at != std::string_view::npos; at = text.find(" 20", at + 1)) {
        if (at + 5 > text.size()) break;
        const DateReading shorter = read_date_text(text.substr(0, at + 5));
        if (shorter.date && shorter.date->precision == DatePrecision::day) return shorter.date->first;
    }
    return std::nullopt;
}

/// `• Two rockets hit …`, `2. Suárez. …`, `1 Nov | Mastung | …`: an entry of a list tells, with or without a
/// full stop.
bool is_entry(std::string_view line) {
    const std::vector<Token> tokens = tokens_of(line.substr(0, 400));
    if (tokens.size() < 6) return false;
    static constexpr std::array<std::string_view, 8> bullets{"•", "*", "-", "▪", "●", "·", "►", "‣"};
    const bool bullet = std::any_of(bullets.begin(), bullets.end(),
                                    [&](std::string_view mark) { return tokens[0].is(mark); });
    const bool numbered =
        tokens[0].is_number() && tokens[0].low.size() <= 2 && (tokens[1].is(".") || tokens[1].is(")"));
    const auto bars =
        std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.is("|"); });
    return bullet || numbered || bars >= 2;
}

std::size_t word_count(std::string_view line) {
    std::size_t words = 0;
    for (const Token& token : tokens_of(line)) words += token.is_mark() ? 0 : 1;
    return words;
}

/// `Yala – Gunmen opened fire …`, `Pattani – A bomb …`: what begins paragraph after paragraph is an entry of
/// a list, and no dateline.
void keep_entries(ProseText& prose) {
    std::vector<Block*> headed;
    for (Block& block : prose.blocks) {
        if (!block.dateline.empty()) headed.push_back(&block);
    }
    if (headed.size() < 3) return;
    for (Block* block : headed) {
        block->at.begin = block->dateline.begin;
        block->dateline = {};
    }
}

}  // namespace

ProseText prose_text(std::string text) {
    ProseText prose;
    prose.text = std::move(text);
    const std::vector<Span> lines = lines_of(prose.text);
    bool seen_body = false;
    std::size_t links_in_row = 0;
    bool over = false;
    for (const Span& line : lines) {
        const std::string_view words = slice(prose.text, line);
        Block block{BlockKind::body, line, {}, {}};
        const std::string why = boilerplate_reason(words);
        const bool is_sentence = ends_sentence(words);
        if (!prose.published) {
            if (const auto day = day_alone(words)) {
                prose.published = day;
                prose.published_at = line;
                block.kind = BlockKind::boilerplate;
                block.set_aside = "the day of publication";
                prose.blocks.push_back(block);
                continue;
            }
        }
        if (!why.empty()) {
            block.kind = BlockKind::boilerplate;
            block.set_aside = why;
        } else if (over) {
            block.kind = BlockKind::boilerplate;
            block.set_aside = "stands below a list of links";
        } else if (!is_sentence && !is_entry(words)) {
            const bool title = !seen_body && prose.blocks.empty();
            block.kind = title ? BlockKind::title : BlockKind::heading;
            if (word_count(words) > 25) block.kind = BlockKind::body;
            if (seen_body && block.kind == BlockKind::heading && ++links_in_row >= 3) {
                over = true;
                block.kind = BlockKind::boilerplate;
                block.set_aside = "a list of links";
                for (std::size_t k = 1; k <= 2 && k <= prose.blocks.size(); ++k) {
                    Block& before = prose.blocks[prose.blocks.size() - k];
                    if (before.kind != BlockKind::heading) break;
                    before.kind = BlockKind::boilerplate;
                    before.set_aside = "a list of links";
                }
            }
        }
        if (block.kind == BlockKind::body) {
            links_in_row = 0;
            seen_body = true;
            if (const std::size_t size = dateline_size(words); size > 0) {
                block.dateline = {line.begin, line.begin + size};
                block.at.begin += size;
            }
        }
        if (!block.at.empty()) prose.blocks.push_back(block);
    }
    keep_entries(prose);
    return prose;
}

CodePointCount::CodePointCount(std::string_view text) : m_before(text.size() + 1, 0) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        m_before[i + 1] = m_before[i] + (begins ? 1 : 0);
    }
}

}  // namespace incidentmap
