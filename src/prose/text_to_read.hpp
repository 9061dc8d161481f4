// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/date.hpp"

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

}  // namespace incidentmap
