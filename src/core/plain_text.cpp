// SPDX-License-Identifier: MIT
#include "core/plain_text.hpp"

#include "core/text.hpp"

namespace incidentmap {
namespace {

struct Plain {
    std::u32string_view letters;
    char32_t plain;  ///< 0: nothing
};

/// Letters that dates have with and without their marks.
constexpr Plain plain_letters[] = {
    {U"àáâãäåÀÁÂÃÄÅ", U'a'}, {U"çÇ", U'c'},       {U"èéêëÈÉÊË", U'e'}, {U"ìíîïıİÌÍÎÏ", U'i'}, {U"ñÑ", U'n'},
    {U"òóôõöÒÓÔÕÖ", U'o'},   {U"ùúûüÙÚÛÜ", U'u'}, {U"ğĞ", U'g'},       {U"şŞ", U's'},         {U"أإآٱ", U'ا'},
    {U"ىی", U'ي'},           {U"ёЁ", U'е'},       {U"ًٌٍَُِّْـ", 0},           {U"'’ʼ‘", U'\''},
};

constexpr char32_t no_letter = 0;
constexpr char32_t blank = U' ';

}  // namespace

WrittenPoint written_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (size == 1 || at + size > text.size()) return {lead, 1};
    char32_t value = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) value = (value << 6U) | (byte(i) & 0x3FU);
    return {value, size};
}

char32_t plain_point(char32_t point) {
    if (point < 0x80) {
        if (point >= U'A' && point <= U'Z') return point + 0x20;
        return point < 0x20 ? blank : point;
    }
    if (point >= 0x660 && point <= 0x669) return U'0' + (point - 0x660);
    if (point >= 0x6F0 && point <= 0x6F9) return U'0' + (point - 0x6F0);
    if (point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000)
        return blank;
    if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212) return U'-';
    if ((point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
        (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF)
        return no_letter;
    if (point == 0x60C) return U',';
    for (const Plain& row : plain_letters) {
        if (row.letters.find(point) != std::u32string_view::npos) return row.plain;
    }
    if (point >= 0x410 && point <= 0x42F) return point + 0x20;
    if (point >= 0x400 && point <= 0x40F) return point + 0x50;
    return point;
}

void append_utf8(std::string& out, char32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6U));
        out += static_cast<char>(0x80 | (point & 0x3FU));
    } else {
        out += static_cast<char>(0xE0 | (point >> 12U));
        out += static_cast<char>(0x80 | ((point >> 6U) & 0x3FU));
        out += static_cast<char>(0x80 | (point & 0x3FU));
    }
}

std::string plain_text(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const WrittenPoint point = written_point_at(text, at);
        if (const char32_t letter = plain_point(point.value); letter != no_letter) append_utf8(plain, letter);
        at += point.bytes;
    }
    return in_one_line(plain);
}

}  // namespace incidentmap
