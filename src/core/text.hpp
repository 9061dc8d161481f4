// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// Without ASCII white space at either end.
std::string_view trimmed(std::string_view text);

/// In one line: without white space at either end, and one blank wherever ASCII white space stood between
/// words.
std::string in_one_line(std::string_view text);

/// ASCII letters lower case; every other byte as it is.
std::string lower_ascii(std::string_view text);

/// Whether the word is one of a list.
bool is_one_of(std::string_view word, std::span<const std::string_view> words);

/// The parts between \p separator, each trimmed, empty ones left out.
std::vector<std::string> split_list(std::string_view text, std::string_view separator);

/// The parts with \p separator between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

struct Utf8 {
    std::string text;
    std::size_t replaced = 0;  ///< how many ill-formed sequences became U+FFFD
};

/// True where the bytes are well-formed UTF-8 (Unicode 15, table 3-7).
bool is_utf8(std::string_view bytes);

/// The text with each ill-formed sequence replaced by U+FFFD (maximal subparts, Unicode 15, 3.9).
Utf8 as_utf8(std::string_view bytes);

/// At most \p most bytes, never cutting a character in two; where something is cut, `…` stands in its place.
std::string shortened(std::string_view text, std::size_t most);

/// A number in the fewest digits that say it: `44.4009`, `3`, never in exponent form, never `-0`.
/// Not finite: empty.
std::string to_text(double value, int most_decimals);

}  // namespace incidentmap
