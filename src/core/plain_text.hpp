// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace incidentmap {

/// One code point, and how many bytes it has; a byte that is no UTF-8 stands for itself.
struct WrittenPoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

WrittenPoint written_point_at(std::string_view text, std::size_t at);

/// A letter in lower case without marks; `-` for a dash, a blank for any space, an ASCII digit for any other;
/// 0 for what has no width.
char32_t plain_point(char32_t point);

void append_utf8(std::string& out, char32_t point);

/// The text as its words are compared: each letter as plain_point() has it, one blank between words.
std::string plain_text(std::string_view text);

}  // namespace incidentmap
