// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace incidentmap {

/// What stands for bytes that are not UTF-8.
inline constexpr char32_t replacement_character = 0xFFFD;

/// One decoded character and how many bytes of the text it took (at least 1).
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 1;
};

/// The code point that starts at byte `at` of `utf8` (`at` must be within the text). Overlong forms,
/// surrogates, values above U+10FFFF and cut sequences give U+FFFD for the bytes that cannot be used, as the
/// Unicode Standard (section 3.9, best practice for U+FFFD substitution) has it.
CodePoint code_point_at(std::string_view utf8, std::size_t at);

/// The whole text as code points; bytes that are not UTF-8 become U+FFFD.
std::u32string code_points(std::string_view utf8);

/// The code points as UTF-8. Surrogates and values above U+10FFFF become U+FFFD.
std::string utf8(std::u32string_view text);

/// The first `size` bytes of the text or a few fewer, so that no character is cut in two.
std::string_view first_bytes(std::string_view utf8, std::size_t size);

}  // namespace incidentmap
