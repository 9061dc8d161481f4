// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// A piece of a text, as bytes from `begin` up to `end`; of a sentence, as numbers of its tokens.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return begin >= end; }
    std::size_t size() const { return empty() ? 0 : end - begin; }
    bool has(std::size_t at) const { return begin <= at && at < end; }
    bool has(const Span& other) const { return begin <= other.begin && other.end <= end; }
    bool meets(const Span& other) const { return begin < other.end && other.begin < end; }
    friend bool operator==(const Span&, const Span&) = default;
};

/// A word, a number or a mark of a text.
struct Token {
    enum class Kind { word, number, mark };

    Kind kind = Kind::word;
    Span at;           ///< in bytes of the text
    std::string text;  ///< as it stands
    std::string low;   ///< of words the normal form; of numbers and marks as they stand, dashes as `-`
    std::vector<std::string> stems;  ///< of Arabic words: without the words written together with it
    bool capital = false;            ///< begins with a capital letter, or is of a script that has none
    bool after_hyphen = false;       ///< a hyphen and no blank stands before it: the `led` of `US-led`
    bool after_blank = true;

    bool is(std::string_view word) const { return low == word; }
    bool is_word() const { return kind == Kind::word; }
    bool is_number() const { return kind == Kind::number; }
    bool is_mark() const { return kind == Kind::mark; }
};

/// The tokens of a text. A hyphen between letters parts words and is no token; `'s` is a mark of its own;
/// `U.S.` and `a.m.` are one word (`us`, `am`); `1:38`, `3,000` and `41st` are one number.
std::vector<Token> tokens_of(std::string_view text);

/// The text from the first of these tokens to the end of the last.
std::string slice(std::string_view text, std::span<const Token> tokens, Span at);

}  // namespace incidentmap
