// SPDX-License-Identifier: MIT
#include "core/text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "core/json_text.hpp"

namespace incidentmap {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// The length of the well-formed sequence at the start of \p s, or 0; then \p bad is how many bytes make one
/// maximal ill-formed subpart.
struct Sequence {
    std::size_t length;
    std::size_t bad;
};

Sequence first_sequence(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {1, 0};
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return {0, 1};
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= s.size() || byte(i) < low || byte(i) > high) return {0, i};
        low = 0x80;
        high = 0xBF;
    }
    return {length, 0};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string in_one_line(std::string_view text) {
    std::string out;
    bool blank = false;
    for (char c : trimmed(text)) {
        if (!is_space(c)) out += blank ? std::string{' ', c} : std::string{c};
        blank = is_space(c);
    }
    return out;
}

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> split_list(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        const std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty()) parts.emplace_back(part);
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + separator.size());
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) out += separator;
        out += part;
    }
    return out;
}

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        // Most texts are ASCII: eight bytes at once.
        std::uint64_t eight = 0;
        if (bytes.size() >= sizeof eight) {
            std::memcpy(&eight, bytes.data(), sizeof eight);
            if ((eight & 0x8080808080808080) == 0) {
                bytes.remove_prefix(sizeof eight);
                continue;
            }
        }
        const auto length = first_sequence(bytes).length;
        if (length == 0) return false;
        bytes.remove_prefix(length);
    }
    return true;
}

Utf8 as_utf8(std::string_view bytes) {
    Utf8 out;
    out.text.reserve(bytes.size());
    while (!bytes.empty()) {
        const Sequence sequence = first_sequence(bytes);
        if (sequence.length > 0) {
            out.text += bytes.substr(0, sequence.length);
        } else {
            out.text += "\xEF\xBF\xBD";
            ++out.replaced;
        }
        bytes.remove_prefix(std::max(sequence.length, sequence.bad));
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    constexpr std::string_view mark = "…";
    std::size_t end = most > mark.size() ? most - mark.size() : 0;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + std::string(mark);
}

std::string to_text(double value, int most_decimals) {
    if (!std::isfinite(value)) return {};
    std::string text;
    append_json(text, value, most_decimals);
    return text;
}

}  // namespace incidentmap
