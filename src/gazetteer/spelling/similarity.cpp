// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/similarity.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "gazetteer/spelling/code_points.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t widest_shift = 16;

/// Costs as parts of a letter, chosen so that another romanisation of a name comes before another name.
struct Costs {
    double near_vowel = 0.15;  // i e y, o u w, a e
    double vowel_for_vowel = 0.4;
    double kindred_letter = 0.3;
    double vowel_left_out = 0.4;
    double doubled_letter = 0.15;
    double space = 0.1;
    double silent_h = 0.3;
    double swapped = 0.7;
};

constexpr Costs one_script;
constexpr Costs two_scripts{.vowel_left_out = 0.1};

/// Letters that romanisations or careless spelling put for each other.
constexpr std::u32string_view kindred[] = {
    U"qkgc", U"cj", U"dtz", U"sz", U"bp",  U"fv",  U"vw",   U"xk", U"xh",  U"jg", U"كقگ", U"جچ",
    U"بپ",   U"فڤ", U"وڤ",  U"سص", U"تطث", U"دضذ", U"ضظزذ", U"حه", U"ژزج", U"غق", U"هت",
};

constexpr std::u32string_view near_vowels[] = {U"iey", U"ouw", U"ae"};

struct Romanised {
    char32_t letter;
    std::u32string_view latin;
};

/// Only to compare names across scripts; never shown.
constexpr Romanised romanised[] = {
    {U'ا', U"a"},  {U'ب', U"b"},  {U'پ', U"p"}, {U'ت', U"t"},  {U'ث', U"th"}, {U'ج', U"j"},  {U'چ', U"ch"},
    {U'ح', U"h"},  {U'خ', U"kh"}, {U'د', U"d"}, {U'ذ', U"dh"}, {U'ر', U"r"},  {U'ز', U"z"},  {U'ژ', U"zh"},
    {U'س', U"s"},  {U'ش', U"sh"}, {U'ص', U"s"}, {U'ض', U"d"},  {U'ط', U"t"},  {U'ظ', U"z"},  {U'ع', U""},
    {U'غ', U"gh"}, {U'ف', U"f"},  {U'ڤ', U"v"}, {U'ق', U"q"},  {U'ك', U"k"},  {U'گ', U"g"},  {U'ل', U"l"},
    {U'م', U"m"},  {U'ن', U"n"},  {U'ه', U"h"}, {U'و', U"w"},  {U'ي', U"y"},  {U'а', U"a"},  {U'б', U"b"},
    {U'в', U"v"},  {U'г', U"g"},  {U'д', U"d"}, {U'е', U"e"},  {U'ж', U"j"},  {U'з', U"z"},  {U'и', U"i"},
    {U'к', U"k"},  {U'л', U"l"},  {U'м', U"m"}, {U'н', U"n"},  {U'о', U"o"},  {U'п', U"p"},  {U'р', U"r"},
    {U'с', U"s"},  {U'т', U"t"},  {U'у', U"u"}, {U'ф', U"f"},  {U'х', U"h"},  {U'ц', U"ts"}, {U'ч', U"ch"},
    {U'ш', U"sh"}, {U'щ', U"sh"}, {U'ъ', U""},  {U'ы', U"y"},  {U'ь', U""},   {U'э', U"e"},  {U'ю', U"yu"},
    {U'я', U"ya"},
};

bool has_latin(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(),
                       [](char32_t letter) { return letter >= U'a' && letter <= U'z'; });
}

const Romanised* romanised_row(char32_t letter) {
    const auto* row = std::find_if(std::begin(romanised), std::end(romanised),
                                   [letter](const Romanised& entry) { return entry.letter == letter; });
    return row == std::end(romanised) ? nullptr : row;
}

bool has_romanised(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(), romanised_row);
}

bool is_vowel(char32_t letter) {
    return std::u32string_view(U"aeiouywاوي").find(letter) != std::u32string_view::npos;
}

/// For each letter the rows it stands in, as bits: two letters share a row where their bits meet.
struct RowBits {
    static constexpr char32_t end = 0x0700;
    std::array<std::uint32_t, end> bits{};

    constexpr bool share(char32_t a, char32_t b) const {
        return a < end && b < end && (bits[a] & bits[b]) != 0;
    }
};

template <std::size_t size>
constexpr RowBits make_row_bits(const std::u32string_view (&rows)[size]) {
    static_assert(size <= 32);
    RowBits table;
    for (std::size_t row = 0; row < size; ++row) {
        for (const char32_t letter : rows[row]) table.bits[letter] |= std::uint32_t{1} << row;
    }
    return table;
}

constexpr RowBits kindred_bits = make_row_bits(kindred);
constexpr RowBits near_vowel_bits = make_row_bits(near_vowels);

std::u32string in_latin(const std::u32string& text) {
    std::u32string latin;
    for (const char32_t letter : text) {
        const Romanised* row = romanised_row(letter);
        if (row == nullptr)
            latin.push_back(letter);
        else
            latin += row->latin;
    }
    return latin;
}

std::u32string compared(std::string_view text) {
    // A character is at most four bytes; no need to decode what is cut off.
    std::u32string points = code_points(first_bytes(text, longest_compared * 4));
    points.resize(std::min(points.size(), longest_compared));
    return points;
}

double replacing(char32_t a, char32_t b, const Costs& costs) {
    if (a == b) return 0;
    if (near_vowel_bits.share(a, b)) return costs.near_vowel;
    if (is_vowel(a) && is_vowel(b)) return costs.vowel_for_vowel;
    return kindred_bits.share(a, b) ? costs.kindred_letter : 1;
}

double leaving_out(const std::u32string& text, std::size_t at, const Costs& costs) {
    const char32_t letter = text[at];
    if (letter == U' ') return costs.space;
    const bool third = at > 1 && text[at - 2] == letter;
    if (at > 0 && text[at - 1] == letter && !third) return costs.doubled_letter;
    if (is_vowel(letter)) return costs.vowel_left_out;
    return letter == U'h' || letter == U'ه' ? costs.silent_h : 1;
}

double alignment_cost(const std::u32string& a, const std::u32string& b, const Costs& costs) {
    constexpr double never = std::numeric_limits<double>::infinity();
    std::array<std::vector<double>, 3> lines;
    for (auto& line : lines) line.resize(b.size() + 1);
    std::vector<double> b_left_out(b.size());
    for (std::size_t j = 0; j < b.size(); ++j) b_left_out[j] = leaving_out(b, j, costs);
    const std::size_t band = widest_shift + (a.size() > b.size() ? a.size() - b.size() : b.size() - a.size());
    lines[0][0] = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) lines[0][j] = lines[0][j - 1] + b_left_out[j - 1];
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& line = lines[i % 3];
        const auto& above = lines[(i + 2) % 3];
        const auto& two_above = lines[(i + 1) % 3];
        const std::size_t first = i > band ? i - band : 0;
        const std::size_t last = std::min(b.size(), i + band);
        const double left_out = leaving_out(a, i - 1, costs);
        for (std::size_t j = first; j <= last; ++j) {
            const bool above_in_band = j < i + band;
            double best = above_in_band ? above[j] + left_out : never;
            if (j > first) best = std::min(best, line[j - 1] + b_left_out[j - 1]);
            if (j > 0) best = std::min(best, above[j - 1] + replacing(a[i - 1], b[j - 1], costs));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                best = std::min(best, two_above[j - 2] + costs.swapped);
            }
            line[j] = best;
        }
    }
    return lines[a.size() % 3][b.size()];
}

}  // namespace

double similarity(std::string_view normal_a, std::string_view normal_b) {
    if (normal_a == normal_b) return 1;
    std::u32string a = compared(normal_a);
    std::u32string b = compared(normal_b);
    if (a.empty() || b.empty()) return 0;
    const bool across = (has_latin(a) && !has_latin(b) && has_romanised(b)) ||
                        (has_latin(b) && !has_latin(a) && has_romanised(a));
    if (across) {
        a = in_latin(a);
        b = in_latin(b);
        a.resize(std::min(a.size(), longest_compared * 2));
        b.resize(std::min(b.size(), longest_compared * 2));
    }
    if (a.empty() || b.empty()) return 0;
    // From the smaller to the greater, so that the result does not depend on the order asked.
    if (b < a) std::swap(a, b);
    const auto longer = static_cast<double>(std::max(a.size(), b.size()));
    return std::clamp(1 - alignment_cost(a, b, across ? two_scripts : one_script) / longer, 0.0, 1.0);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (a == b) return 0;
    const std::u32string x = code_points(a);
    const std::u32string y = code_points(b);
    limit = std::min(limit, std::max(x.size(), y.size()));
    const std::size_t too_far = limit + 1;
    const std::size_t difference = x.size() > y.size() ? x.size() - y.size() : y.size() - x.size();
    if (difference > limit) return too_far;
    const std::size_t band = limit;
    std::size_t least_above = 0;
    std::array<std::vector<std::size_t>, 3> lines;
    for (auto& line : lines) line.assign(y.size() + 1, too_far);
    for (std::size_t j = 0; j <= std::min(band, y.size()); ++j) lines[0][j] = j;
    for (std::size_t i = 1; i <= x.size(); ++i) {
        auto& line = lines[i % 3];
        const auto& above = lines[(i + 2) % 3];
        const auto& two_above = lines[(i + 1) % 3];
        const std::size_t first = i > band ? i - band : 0;
        const std::size_t last = std::min(y.size(), i + band);
        std::size_t least = too_far;
        for (std::size_t j = first; j <= last; ++j) {
            std::size_t best = j == i + band ? too_far : above[j] + 1;
            if (j > first) best = std::min(best, line[j - 1] + 1);
            if (j > 0) best = std::min(best, above[j - 1] + (x[i - 1] == y[j - 1] ? 0U : 1U));
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
                best = std::min(best, two_above[j - 2] + 1);
            }
            line[j] = std::min(best, too_far);
            least = std::min(least, line[j]);
        }
        // A swap reaches over one line, so that one hopeless line alone decides nothing.
        if (least >= too_far && least_above >= too_far) return too_far;
        least_above = least;
    }
    return std::min(lines[x.size() % 3][y.size()], too_far);
}

std::vector<std::string> deletions(std::string_view skeleton) {
    std::vector<std::string> texts;
    for (std::size_t at = 0; at < skeleton.size();) {
        const std::size_t size = code_point_at(skeleton, at).size;
        std::string text(skeleton.substr(0, at));
        text += skeleton.substr(at + size);
        texts.push_back(std::move(text));
        at += size;
    }
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    return texts;
}

}  // namespace incidentmap
