// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

/// Up to eight bytes of \p text from \p at, which lies in it, as one little-endian number on every machine.
inline std::uint64_t word_at(std::string_view text, std::size_t at) {
    std::uint64_t word = 0;
    const std::size_t size = text.size() - at;
    if constexpr (std::endian::native == std::endian::little) {
        if (size >= 8) {
            std::memcpy(&word, text.data() + at, 8);
        } else {
            std::memcpy(&word, text.data() + at, size);
        }
        return word;
    }
    for (std::size_t i = 0; i < 8 && i < size; ++i)
        word |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[at + i])) << (8 * i);
    return word;
}

/// Two 64-bit lanes of multiply-and-fold over eight bytes at a time.
Hash128 hash128(std::string_view text);

/// Sixteen lower-case hexadecimal digits of the high half: enough for an id that people copy.
std::string short_hex(const Hash128& hash);

}  // namespace incidentmap
