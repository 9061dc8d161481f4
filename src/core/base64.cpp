// SPDX-License-Identifier: MIT
#include "core/base64.hpp"

namespace incidentmap {

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto byte = [&](std::size_t at) {
        return at < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) : 0U;
    };
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const unsigned bits = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        text += letters[bits >> 18];
        text += letters[bits >> 12 & 63];
        text += i + 1 < bytes.size() ? letters[bits >> 6 & 63] : '=';
        text += i + 2 < bytes.size() ? letters[bits & 63] : '=';
    }
    return text;
}

}  // namespace incidentmap
