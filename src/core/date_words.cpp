// SPDX-License-Identifier: MIT
#include "core/date_words.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "core/plain_text.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

struct Row {
    DateWord means;
    int number;
    std::string_view words;
};

constexpr Row rows[] = {
#include "core/tables/date_words.inc"
};

struct Meaning {
    DateWord word = DateWord::none;
    int number = 0;
};

const std::unordered_map<std::string, Meaning>& meanings() {
    static const auto all = [] {
        std::unordered_map<std::string, Meaning> by_word;
        for (const Row& row : rows) {
            for (std::string& word : split_list(row.words, ","))
                by_word[std::move(word)] = {row.means, row.number};
        }
        return by_word;
    }();
    return all;
}

bool is_digit(char32_t point) { return point >= U'0' && point <= U'9'; }
bool is_letter(char32_t point) { return (point >= U'a' && point <= U'z') || point >= 0x80; }

/// Makes one of the pieces at \p i and \p count more, where they have a meaning together.
bool join(std::vector<DateToken>& tokens, std::size_t i, std::size_t count) {
    if (i + count >= tokens.size() || tokens[i + count].kind != DateToken::Kind::word) return false;
    std::string text = tokens[i].text;
    for (std::size_t k = i + 1; k <= i + count; ++k) {
        const bool is_hyphen = tokens[k].is('-') && k < i + count;
        if (tokens[k].kind != DateToken::Kind::word && !is_hyphen) return false;
        text += (is_hyphen || tokens[k - 1].is('-') ? "" : " ") + tokens[k].text;
    }
    const auto found = meanings().find(text);
    if (found == meanings().end()) return false;
    tokens[i].text = found->first;
    tokens[i].word = found->second.word;
    tokens[i].number = found->second.number;
    const auto behind = tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    tokens.erase(behind, behind + static_cast<std::ptrdiff_t>(count));
    return true;
}

/// Words that only together have a meaning (`تشرين الثاني`, `fin de semana`, `week-end`) become one.
void join_words(std::vector<DateToken>& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].kind == DateToken::Kind::word && !join(tokens, i, 2)) join(tokens, i, 1);
    }
}

void finish(DateToken& token) {
    if (token.kind == DateToken::Kind::number) {
        token.value = -1;
        if (token.text.size() <= 9)
            std::from_chars(token.text.data(), token.text.data() + token.text.size(), token.value);
    } else if (token.kind == DateToken::Kind::word) {
        const auto found = meanings().find(token.text);
        if (found == meanings().end()) return;
        token.word = found->second.word;
        token.number = found->second.number;
    }
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
    std::vector<DateToken> tokens;
    bool after_blank = false;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const WrittenPoint point = written_point_at(text, at);
        const char32_t plain = plain_point(point.value);
        if (plain == U' ') {
            after_blank = true;
            open = false;
        } else if (plain != 0) {
            const auto kind = is_digit(plain)    ? DateToken::Kind::number
                              : is_letter(plain) ? DateToken::Kind::word
                                                 : DateToken::Kind::mark;
            if (!open || kind == DateToken::Kind::mark || tokens.back().kind != kind) {
                tokens.push_back({kind, {}, 0, DateWord::none, 0, after_blank, at});
                after_blank = false;
            }
            append_utf8(tokens.back().text, plain);
            open = true;
        }
        at += point.bytes;
    }
    for (DateToken& token : tokens) finish(token);
    join_words(tokens);
    return tokens;
}

std::string_view weekday_name(int number) {
    constexpr std::array<std::string_view, 7> names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
    return names.at(static_cast<std::size_t>(number) - 1);
}

}  // namespace incidentmap
