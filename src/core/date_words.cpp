// SPDX-License-Identifier: MIT
#include "core/date_words.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <unordered_map>

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

/// One code point, and how many bytes it has; a byte that is no UTF-8 stands for itself.
struct Point {
    char32_t value = 0;
    std::size_t bytes = 1;
};

Point point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (size == 1 || at + size > text.size()) return {lead, 1};
    char32_t value = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) value = (value << 6U) | (byte(i) & 0x3FU);
    return {value, size};
}

void append_utf8(std::string& out, char32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6U));
        out += static_cast<char>(0x80 | (point & 0x3FU));
    } else {
        out += static_cast<char>(0xE0 | (point >> 12U));
        out += static_cast<char>(0x80 | ((point >> 6U) & 0x3FU));
        out += static_cast<char>(0x80 | (point & 0x3FU));
    }
}

struct Plain {
    std::u32string_view letters;
    char32_t plain;  ///< 0: nothing
};

/// Letters that dates have with and without their marks.
constexpr Plain plain_letters[] = {
    {U"àáâãäåÀÁÂÃÄÅ", U'a'}, {U"çÇ", U'c'},       {U"èéêëÈÉÊË", U'e'}, {U"ìíîïıİÌÍÎÏ", U'i'}, {U"ñÑ", U'n'},
    {U"òóôõöÒÓÔÕÖ", U'o'},   {U"ùúûüÙÚÛÜ", U'u'}, {U"ğĞ", U'g'},       {U"şŞ", U's'},         {U"أإآٱ", U'ا'},
    {U"ىی", U'ي'},           {U"ёЁ", U'е'},       {U"ًٌٍَُِّْـ", 0},           {U"'’ʼ‘", U'\''},
};

constexpr char32_t no_letter = 0;
constexpr char32_t blank = U' ';

/// A letter in lower case without marks; `-` for a dash, a blank for any space, an ASCII digit for any other.
char32_t plain_point(char32_t point) {
    if (point < 0x80) {
        if (point >= U'A' && point <= U'Z') return point + 0x20;
        return point < 0x20 ? blank : point;
    }
    if (point >= 0x660 && point <= 0x669) return U'0' + (point - 0x660);
    if (point >= 0x6F0 && point <= 0x6F9) return U'0' + (point - 0x6F0);
    if (point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000)
        return blank;
    if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212) return U'-';
    if ((point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
        (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF)
        return no_letter;
    if (point == 0x60C) return U',';
    for (const Plain& row : plain_letters) {
        if (row.letters.find(point) != std::u32string_view::npos) return row.plain;
    }
    if (point >= 0x410 && point <= 0x42F) return point + 0x20;
    if (point >= 0x400 && point <= 0x40F) return point + 0x50;
    return point;
}

bool is_digit(char32_t point) { return point >= U'0' && point <= U'9'; }
bool is_letter(char32_t point) { return (point >= U'a' && point <= U'z') || point >= 0x80; }

/// Words that only together have a meaning (`تشرين الثاني`) become one.
void join_pairs(std::vector<DateToken>& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].kind != DateToken::Kind::word || tokens[i + 1].kind != DateToken::Kind::word) continue;
        const auto found = meanings().find(tokens[i].text + " " + tokens[i + 1].text);
        if (found == meanings().end()) continue;
        tokens[i].text = found->first;
        tokens[i].word = found->second.word;
        tokens[i].number = found->second.number;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
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
        const Point point = point_at(text, at);
        const char32_t plain = plain_point(point.value);
        if (plain == blank) {
            after_blank = true;
            open = false;
        } else if (plain != no_letter) {
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
    join_pairs(tokens);
    return tokens;
}

std::string_view weekday_name(int number) {
    constexpr std::array<std::string_view, 7> names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
    return names.at(static_cast<std::size_t>(number) - 1);
}

}  // namespace incidentmap
