// SPDX-License-Identifier: MIT
#include "prose/token.hpp"

#include <array>
#include <cctype>
#include <unordered_map>
#include <utility>

#include "gazetteer/spelling/code_points.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'\u0660' && c <= U'\u0669') ||
           (c >= U'\u06F0' && c <= U'\u06F9');
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʿ' || c == U'ʾ' || c == U'`';
}

bool is_hyphen(char32_t c) { return c == U'-' || c == U'‐' || c == U'‑'; }

/// Letters, and marks upon them.
bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    if (is_digit(c) || is_apostrophe(c)) return false;
    if (c >= 0x0300 && c <= 0x036F) return true;
    if (c >= 0x0620 && c <= 0x065F) return true;  // also the free hamza, which the normal form drops
    const std::u32string form = folded(c);
    return !form.empty() && form != U" " && !(c >= 0x2000 && c <= 0x2BFF);
}

bool is_arabic(char32_t c) { return c >= 0x0600 && c <= 0x06FF; }

bool begins_capital(std::string_view text) {
    const char32_t first = code_point_at(text, 0).value;
    if (first < 0x80) return first >= U'A' && first <= U'Z';
    if (is_arabic(first)) return true;
    const std::u32string form = folded(first);
    const std::string as_is = utf8({&first, 1});
    // A capital is a letter that folding makes another one, without being a small letter with a mark.
    if (first < 0x250)
        return (first >= 0xC0 && first <= 0xDE) || (first >= 0x100 && first <= 0x17F && first % 2 == 0);
    if (first >= 0x400 && first <= 0x42F) return true;
    return form.empty();
}

/// Of an Arabic word: itself, and without what is written together with it (and, then, by, for, as, the).
std::vector<std::string> arabic_stems(const std::string& low) {
    static constexpr std::array<std::string_view, 5> clitics{"و", "ف", "ب", "ل", "ك"};
    std::vector<std::string> stems{low};
    const auto add_bare = [&](std::string_view word) {
        if (word.starts_with("ال") && word.size() > 8) stems.emplace_back(word.substr(4));
        if (word.starts_with("لل") && word.size() > 8) stems.emplace_back(word.substr(4));
    };
    add_bare(low);
    for (const std::string_view clitic : clitics) {
        if (!low.starts_with(clitic) || low.size() <= clitic.size() + 4) continue;
        stems.emplace_back(low.substr(clitic.size()));
        add_bare(std::string_view(low).substr(clitic.size()));
    }
    return stems;
}

/// The text one code point after the other.
class Reader {
  public:
    explicit Reader(std::string_view text) : m_text(text) {}

    bool at_end() const { return m_at >= m_text.size(); }
    std::size_t at() const { return m_at; }
    char32_t here() const { return at_end() ? U'\0' : code_point_at(m_text, m_at).value; }
    char32_t next() const {
        if (at_end()) return U'\0';
        const std::size_t after = m_at + code_point_at(m_text, m_at).size;
        return after >= m_text.size() ? U'\0' : code_point_at(m_text, after).value;
    }
    void step() { m_at += code_point_at(m_text, m_at).size; }
    void go_to(std::size_t at) { m_at = at; }
    std::string_view slice(std::size_t from) const { return m_text.substr(from, m_at - from); }

  private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

/// Reads `U.S.`, `a.m.`, `U.N`: single letters with full stops between them.
bool read_dotted(Reader& in) {
    const std::size_t from = in.at();
    int letters = 0;
    while (is_letter(in.here()) && in.next() == U'.') {
        in.step();
        in.step();
        ++letters;
    }
    if (letters >= 2) {
        if (is_letter(in.here()) && !is_letter(in.next())) in.step();
        return true;
    }
    in.go_to(from);
    return false;
}

void read_number(Reader& in) {
    while (is_digit(in.here()) ||
           ((in.here() == U',' || in.here() == U'.' || in.here() == U':') && is_digit(in.next())))
        in.step();
    while (is_letter(in.here())) in.step();
}

void read_word(Reader& in) {
    while (is_letter(in.here()) || is_digit(in.here()) ||
           (is_apostrophe(in.here()) && is_letter(in.next()))) {
        // The 's of `Iraq's` is a mark of its own.
        if (is_apostrophe(in.here()) && (in.next() == U's' || in.next() == U'S')) {
            const std::size_t here = in.at();
            in.step();
            in.step();
            const bool possessive = !is_letter(in.here());
            in.go_to(here);
            if (possessive) return;
        }
        in.step();
    }
}

Token made(std::string_view text, Token::Kind kind, std::size_t begin) {
    Token token;
    token.kind = kind;
    token.at = {begin, begin + text.size()};
    token.text = text;
    if (kind == Token::Kind::mark) {
        token.low = text == "–" || text == "—" || text == "‒" ? "-" : std::string(text);
        return token;
    }
    token.low = normal_form(text);
    if (token.low.empty()) token.low = text;
    token.capital = kind == Token::Kind::word && begins_capital(text);
    if (kind == Token::Kind::word && is_arabic(code_point_at(text, 0).value))
        token.stems = arabic_stems(token.low);
    return token;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    Reader in(text);
    bool blank = true;
    bool hyphen = false;
    while (!in.at_end()) {
        const char32_t c = in.here();
        const std::size_t begin = in.at();
        if (c == U' ' || c == U'\n' || c == U'\t' || c == U'\r' || c == U'\u00A0' || c == U'\u200E' ||
            c == U'\u200F') {
            blank = true;
            hyphen = false;
            in.step();
            continue;
        }
        const bool before_word = !tokens.empty() && !tokens.back().is_mark() && !blank;
        if (is_hyphen(c) && before_word && (is_letter(in.next()) || is_digit(in.next()))) {
            hyphen = true;
            in.step();
            continue;
        }
        Token::Kind kind = Token::Kind::word;
        if (is_digit(c)) {
            kind = Token::Kind::number;
            read_number(in);
        } else if (is_letter(c)) {
            if (!read_dotted(in)) read_word(in);
        } else if (is_apostrophe(c) && before_word && (in.next() == U's' || in.next() == U'S')) {
            kind = Token::Kind::mark;
            in.step();
            in.step();
        } else {
            kind = Token::Kind::mark;
            in.step();
        }
        Token token = made(in.slice(begin), kind, begin);
        const bool possessive = token.text.ends_with('s') || token.text.ends_with('S');
        if (kind == Token::Kind::mark && possessive && is_apostrophe(c)) token.low = "'s";
        token.after_hyphen = std::exchange(hyphen, false);
        token.after_blank = std::exchange(blank, false);
        tokens.push_back(std::move(token));
    }
    return tokens;
}

std::string slice(std::string_view text, std::span<const Token> tokens, Span at) {
    return std::string(
        text.substr(tokens[at.begin].at.begin, tokens[at.end - 1].at.end - tokens[at.begin].at.begin));
}

}  // namespace incidentmap
