// SPDX-License-Identifier: MIT
#include "core/crc32.hpp"

#include <array>

namespace incidentmap {

std::uint32_t crc32_of(std::string_view bytes) {
    static const std::array<std::uint32_t, 256> table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t i = 0; i < made.size(); ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit) value = (value & 1) != 0 ? 0xEDB88320 ^ value >> 1 : value >> 1;
            made[i] = value;
        }
        return made;
    }();
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFF] ^ crc >> 8;
    return crc ^ 0xFFFFFFFF;
}

}  // namespace incidentmap
