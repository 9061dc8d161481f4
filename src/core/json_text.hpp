// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace incidentmap {

/// Appends a JSON string (RFC 8259) in its quotes. The text must be UTF-8. Besides what JSON asks for, `<`,
/// `>`,
/// `&`, U+2028 and U+2029 are escaped, so that the text may also stand inside a script element.
void append_json(std::string& out, std::string_view text);

/// Appends a number with at most \p most_decimals; `null` where it is not finite.
void append_json(std::string& out, double value, int most_decimals);

void append_json(std::string& out, std::int64_t value);

}  // namespace incidentmap
