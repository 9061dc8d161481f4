// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace incidentmap {

/// 128 bits that stand for a text, the same on every machine and in every version: ids made from content and
/// tables of what was seen are built on it. It guards against chance, not against malice.
struct Hash128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

/// Two 64-bit lanes of multiply-and-fold over eight bytes at a time.
Hash128 hash128(std::string_view text);

/// Sixteen lower-case hexadecimal digits of the high half: enough for an id that people copy.
std::string short_hex(const Hash128& hash);

}  // namespace incidentmap
