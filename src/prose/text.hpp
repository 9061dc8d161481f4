// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "prose/token.hpp"

namespace incidentmap {

/// What a block of a text is.
enum class BlockKind {
    title,  ///< the first line, where it is no sentence
    body,
    heading,      ///< a short line without a full stop among the body
    boilerplate,  ///< what a page puts about every text: shares, bylines, captions, lists of links
};

/// A paragraph, without blanks at its ends and without the dateline that it begins with.
struct Block {
    BlockKind kind = BlockKind::body;
    Span at;                ///< in bytes of the text
    Span dateline;          ///< `BAGHDAD, Jan 3 (Agency) —`; empty where there is none
    std::string set_aside;  ///< of boilerplate: why
};

/// A text as it is read: its bytes, and what they are.
struct ProseText {
    std::string text;  ///< UTF-8
    std::vector<Block> blocks;
    std::optional<Day> published;  ///< the day that the text itself gives for its publication
    Span published_at;
};

/// Takes a plain text apart. The title is the first block where it ends without a full stop; below three
/// lines of links in a row nothing is body any more.
ProseText prose_text(std::string text);

/// Numbers of code points for numbers of bytes, both in ascending order of asking or not.
class CodePointCount {
  public:
    explicit CodePointCount(std::string_view text);
    std::size_t at(std::size_t byte) const {
        return m_before[byte < m_before.size() ? byte : m_before.size() - 1];
    }

  private:
    std::vector<std::size_t> m_before;
};

}  // namespace incidentmap
