// SPDX-License-Identifier: MIT
#include "build/map_names.hpp"

#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <map>
#include <string_view>

#include "core/hash.hpp"
#include "core/text.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

/// A file name has 255 bytes at the most; a layer's, a draft's and an ending come to it.
constexpr std::size_t longest_name = 80;
constexpr std::string_view not_stated = "not_stated";

/// Characters that no name should have: blanks of all kinds, what is not seen, what is no character.
bool is_unsafe(char32_t c) {
    if (c < 0x80) {
        const bool is_letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return !is_letter && c != '-' && c != '.' && c != '_';
    }
    return c < 0xA1 || c == 0xAD || c == 0x61C || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF ||
           (c >= 0xFFF0 && c <= 0xFFFF) || c >= 0xE0000;
}

/// One `_` for a run of unsafe characters, none at the ends; no dot at the beginning or the end.
std::string safe(const std::string& text) {
    const auto read = icu::UnicodeString::fromUTF8(composed(text));
    icu::UnicodeString out;
    for (int32_t at = 0; at < read.length(); at = read.moveIndex32(at, 1)) {
        const auto c = static_cast<char32_t>(read.char32At(at));
        if (!is_unsafe(c)) {
            out.append(static_cast<UChar32>(c));
        } else if (!out.isEmpty() && out[out.length() - 1] != u'_') {
            out.append(u'_');
        }
    }
    std::string name;
    out.toUTF8String(name);
    const auto begin = name.find_first_not_of("._");
    if (begin == std::string::npos) return {};
    return name.substr(begin, name.find_last_not_of("._") + 1 - begin);
}

std::string folded_name(const std::string& name) {
    std::string folded;
    icu::UnicodeString::fromUTF8(name).foldCase().toUTF8String(folded);
    return folded;
}

std::string hash_of(const KeyValue& value) {
    return short_hex(hash128(value.text + '\x1F' + value.within)).substr(0, 8);
}

/// At most so many bytes, never cutting a character in two.
std::string cut(const std::string& name, std::size_t most) {
    std::size_t end = std::min(most, name.size());
    while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    return name.substr(0, end);
}

}  // namespace

std::vector<std::string> map_names(std::span<const std::optional<KeyValue>> values) {
    std::vector<std::string> names;
    std::map<std::string, int> taken{{std::string(not_stated), 1}};
    for (const auto& value : values) {
        names.push_back(value ? safe(value->text) : std::string(not_stated));
        if (value) ++taken[folded_name(names.back())];
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        const bool is_alone = taken[folded_name(names[i])] == 1;
        if (is_alone && !names[i].empty() && names[i].size() <= longest_name) continue;
        const std::string begin = cut(names[i], longest_name - 9);
        names[i] = begin + (begin.empty() ? "" : "_") + hash_of(*values[i]);
    }
    return names;
}

}  // namespace incidentmap
