// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

/// Bytes as hexadecimal digits in small letters, two a byte.
std::string to_hex(std::string_view bytes);

/// The bytes of such digits, in small or capital letters; nothing where they are none, or not two a byte.
std::optional<std::string> from_hex(std::string_view hex);

/// A byte as an address writes it where it would mean something else: `%5D`.
std::string percent_code(char byte);

}  // namespace incidentmap
