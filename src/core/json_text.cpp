// SPDX-License-Identifier: MIT
#include "core/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace incidentmap {
namespace {

constexpr std::array<bool, 256> bytes_to_look_at = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
    for (char c : {'"', '\\', '<', '>', '&', '\x7F'}) table[static_cast<unsigned char>(c)] = true;
    table[0xE2] = true;  // the first byte of U+2028 and U+2029
    return table;
}();

void append_escaped(std::string& out, unsigned code) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(code >> shift) & 0xF];
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
    out += '"';
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (!bytes_to_look_at[c]) continue;
        const bool separator = c == 0xE2 && (text.substr(i, 3) == "\u2028" || text.substr(i, 3) == "\u2029");
        if (c == 0xE2 && !separator) continue;
        out.append(text, done, i - done);
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            case 0xE2:
                append_escaped(out, text.substr(i, 3) == "\u2028" ? 0x2028 : 0x2029);
                i += 2;
                break;
            default:
                append_escaped(out, c);
        }
        done = i + 1;
    }
    out.append(text, done, text.size() - done);
    out += '"';
}

void append_json(std::string& out, double value, int most_decimals) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 400> buffer{};
    auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                      std::chars_format::fixed, most_decimals);
    if (most_decimals > 0) {
        while (end[-1] == '0') --end;
        if (end[-1] == '.') --end;
    }
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    out += digits == "-0" ? "0" : digits;
}

void append_json(std::string& out, std::int64_t value) {
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
}

}  // namespace incidentmap
