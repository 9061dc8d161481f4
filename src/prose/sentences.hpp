// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "prose/text.hpp"

namespace incidentmap {

/// A sentence of the body, with its tokens.
struct Sentence {
    Span at;  ///< in bytes of the text
    std::size_t block = 0;
    bool begins_block = false;
    std::vector<Token> tokens;
    Span head{};  ///< `August 11:` before the sentence proper, in tokens; empty where there is none
};

/// The sentences of a text's body, headings and title, parted by ICU's rules, which are corrected by a table
/// of abbreviations (`Gen. Austin` is no end). \throws Error where ICU cannot part them
std::vector<Sentence> sentences_of(const ProseText& prose);

}  // namespace incidentmap
