// SPDX-License-Identifier: MIT
#include "core/hash.hpp"

namespace incidentmap {
namespace {

// Odd constants with about as many ones as zeros: the fractional parts of the square roots of 2, 3 and 5.
constexpr std::uint64_t k1 = 0x6A09E667F3BCC909;
constexpr std::uint64_t k2 = 0xBB67AE8584CAA73B;
constexpr std::uint64_t k3 = 0x3C6EF372FE94F82B;

/// The two halves of the 128-bit product, folded together.
std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace

Hash128 hash128(std::string_view text) {
    std::uint64_t a = k1 ^ text.size();
    std::uint64_t b = k2 + text.size();
    for (std::size_t at = 0; at < text.size(); at += 8) {
        const std::uint64_t word = word_at(text, at);
        a = fold(a ^ word, k2 ^ b);
        b = fold(b + word, k3) + a;
    }
    return {fold(a ^ k3, b ^ k1), fold(b ^ k2, a + k3)};
}

std::string short_hex(const Hash128& hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i) text[i] = digits[(hash.high >> (60 - 4 * i)) & 0xF];
    return text;
}

}  // namespace incidentmap
