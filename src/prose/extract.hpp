// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "locate/resolver.hpp"
#include "prose/draft_report.hpp"
#include "prose/text.hpp"

namespace incidentmap {

/// A text to read, and what is known of it besides.
struct TextToRead {
    std::string name;    ///< of its file, as the drafts name it
    std::string text;    ///< UTF-8, plain
    std::string sha256;  ///< of the file
    std::optional<Day>
        published;  ///< as its source says; the text's own day of publication where it does not
    std::string source_id;
    std::string publisher;
    std::string title;
    std::string url;
};

/// What a text came to.
struct Extracted {
    std::vector<DraftReport> drafts;
    std::vector<Aggregate> aggregates;
    ProseText prose;
    std::optional<Day> published;
};

/// Drafts the incidents that a text tells of. \throws Error where ICU cannot part its sentences
Extracted extract(const TextToRead& text, Resolver& resolver);

}  // namespace incidentmap
