// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/code_points.hpp"

#include <algorithm>

namespace incidentmap {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(0);
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// The range of the second byte is where overlong forms and surrogates are told from the rest.
bool is_second_byte(unsigned char lead, unsigned char byte) {
    switch (lead) {
        case 0xE0:
            return byte >= 0xA0 && byte <= 0xBF;
        case 0xED:
            return byte >= 0x80 && byte <= 0x9F;
        case 0xF0:
            return byte >= 0x90 && byte <= 0xBF;
        case 0xF4:
            return byte >= 0x80 && byte <= 0x8F;
        default:
            return is_continuation(byte);
    }
}

}  // namespace

CodePoint code_point_at(std::string_view utf8, std::size_t at) {
    const unsigned char lead = byte_at(utf8, at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                               : (lead & 0xF0U) == 0xE0U      ? 3
                               : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                              : 0;
    if (length == 0 || !is_second_byte(lead, byte_at(utf8, at + 1))) return {replacement_character, 1};
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned char byte = byte_at(utf8, at + i);
        if (!is_continuation(byte)) return {replacement_character, i};
        value = (value << 6U) | (byte & 0x3FU);
    }
    return {value, length};
}

std::u32string code_points(std::string_view utf8) {
    std::u32string text;
    text.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = code_point_at(utf8, at);
        text.push_back(point.value);
        at += point.size;
    }
    return text;
}

std::string utf8(std::u32string_view text) {
    std::string bytes;
    bytes.reserve(text.size() * 2);
    const auto add = [&bytes](char32_t value) { bytes.push_back(static_cast<char>(value)); };
    for (char32_t value : text) {
        if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = replacement_character;
        if (value < 0x80) {
            add(value);
            continue;
        }
        if (value < 0x800) {
            add(0xC0U | (value >> 6U));
        } else if (value < 0x10000) {
            add(0xE0U | (value >> 12U));
            add(0x80U | ((value >> 6U) & 0x3FU));
        } else {
            add(0xF0U | (value >> 18U));
            add(0x80U | ((value >> 12U) & 0x3FU));
            add(0x80U | ((value >> 6U) & 0x3FU));
        }
        add(0x80U | (value & 0x3FU));
    }
    return bytes;
}

std::string_view first_bytes(std::string_view utf8, std::size_t size) {
    if (utf8.size() <= size) return utf8;
    const std::size_t least = size - std::min<std::size_t>(size, 3);
    while (size > least && is_continuation(static_cast<unsigned char>(utf8[size]))) --size;
    return utf8.substr(0, size);
}

}  // namespace incidentmap
