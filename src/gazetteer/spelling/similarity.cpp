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

struct Cost {
    std::string_view name;
    double letters;
};

constexpr Cost cost_table[] = {
#include "gazetteer/tables/costs.inc"
};

/// A row of the table of costs; one that is not there is an error of the build.
consteval double cost(std::string_view name) {
    for (const Cost& row : cost_table) {
        if (row.name == name) return row.letters;
    }
    throw "costs.csv lacks this cost";
}

/// Costs as parts of a letter, chosen so that another romanisation of a name comes before another name.
struct Costs {
    double near_vowel = cost("near vowel");
    double vowel_for_vowel = cost("vowel for vowel");
    double rounded_vowel = cost("rounded vowel");
    double kindred_letter = cost("kindred letter");
    double vowel_left_out = cost("vowel left out");
    double glide_left_out = cost("glide left out");
    double last_vowel = cost("last vowel");
    double first_vowel = cost("first vowel");
    double doubled_letter = cost("doubled letter");
    double space = cost("space");
    double silent_h = cost("silent h");
    double h_left_out = cost("h left out");
    double swapped = cost("swapped");
    double swapped_with_vowel = cost("swapped with vowel");
    double unwritten_vowel = cost("unwritten vowel");
    double unwritten_glide = cost("unwritten glide");
};

constexpr Costs usual;

/// Letters that romanisations or careless spelling put for each other, and vowels that are near. `š` is sh,
/// `č` ch, `ž` zh, `ĝ` gh, `þ` th, `ð` dh. `ħ` is the Arabic heh, which Sorani writes for e: a consonant or a
/// vowel.
struct SimilarLetters {
    std::u32string_view letters;
    bool are_vowels;
};

constexpr SimilarLetters similar_letters[] = {
#include "gazetteer/tables/compared_letters.inc"
};

enum class Where { anywhere, first, not_before_vowel };

/// What two letters stand for together, by one letter: so that `sh` weighs as much as `s`. `ê` and `ô` stand
/// for diphthongs, near ones of i and e, of u and o; before a vowel the glide is a consonant: `Taya`,
/// `Tayyibah`.
struct Digraph {
    std::u32string_view letters;
    char32_t letter;
    Where where;
};

constexpr Digraph digraphs[] = {
#include "gazetteer/tables/compared_together.inc"
};

struct Romanised {
    char32_t letter;
    char32_t latin;  ///< 0: not heard
};

/// Only to compare names across scripts; never shown. Long vowels of Arabic and ʿayn are letters of their
/// own: they are written, where short vowels are not.
constexpr Romanised romanised[] = {
#include "gazetteer/tables/compared_across_scripts.inc"
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

bool has_arabic(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(),
                       [](char32_t letter) { return letter >= 0x0600 && letter < 0x0700; });
}

/// For each letter whether it is one of a set.
struct LetterSet {
    static constexpr char32_t end = 0x0700;
    std::array<bool, end> is{};

    constexpr bool has(char32_t letter) const { return letter < end && is[letter]; }
};

constexpr LetterSet vowels = [] {
    LetterSet set;
    for (const char32_t letter : std::u32string_view(U"aeiouywاويāīūʿħêô")) set.is[letter] = true;
    return set;
}();

constexpr LetterSet romanised_letters = [] {
    LetterSet set;
    for (const Romanised& row : romanised) set.is[row.letter] = true;
    return set;
}();

bool has_romanised(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(),
                       [](char32_t letter) { return romanised_letters.has(letter); });
}

bool is_vowel(char32_t letter) { return vowels.has(letter); }

bool is_long(char32_t letter) { return letter == U'ā' || letter == U'ī' || letter == U'ū' || letter == U'ʿ'; }

/// For each letter the rows it stands in, as bits: two letters share a row where their bits meet.
struct RowBits {
    static constexpr char32_t end = 0x0700;
    std::array<std::uint64_t, end> bits{};

    constexpr bool share(char32_t a, char32_t b) const {
        return a < end && b < end && (bits[a] & bits[b]) != 0;
    }
};

constexpr RowBits make_row_bits(bool of_vowels) {
    static_assert(std::size(similar_letters) <= 64);
    RowBits table;
    for (std::size_t row = 0; row < std::size(similar_letters); ++row) {
        if (similar_letters[row].are_vowels != of_vowels) continue;
        for (const char32_t letter : similar_letters[row].letters)
            table.bits[letter] |= std::uint64_t{1} << row;
    }
    return table;
}

constexpr RowBits kindred_bits = make_row_bits(false);
constexpr RowBits near_vowel_bits = make_row_bits(true);

std::u32string in_latin(const std::u32string& text) {
    std::u32string latin;
    for (const char32_t letter : text) {
        const Romanised* row = romanised_row(letter);
        if (row == nullptr)
            latin.push_back(letter);
        else if (row->latin != 0)
            latin.push_back(row->latin);
    }
    return latin;
}

/// Letters that stand second in a digraph: before any other letter none needs to be looked for.
constexpr LetterSet second_letters = [] {
    LetterSet set;
    for (const Digraph& row : digraphs) set.is[row.letters[1]] = true;
    return set;
}();

/// The letter for `first` and `second`, or 0.
char32_t joined_letter(char32_t first, char32_t second, Where where) {
    for (const Digraph& row : digraphs) {
        if (row.where == where && row.letters[0] == first && row.letters[1] == second) return row.letter;
    }
    return 0;
}

std::u32string with_digraphs_joined(const std::u32string& text) {
    std::u32string joined;
    joined.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char32_t letter = text[at];
        if (!second_letters.has(letter)) {
            joined.push_back(letter);
            continue;
        }
        const bool before_vowel = at + 1 < text.size() && is_vowel(text[at + 1]);
        const bool first = joined.size() == 1 || (joined.size() > 1 && joined[joined.size() - 2] == U' ');
        char32_t together = 0;
        if (!joined.empty() && !before_vowel) {
            together = joined_letter(joined.back(), letter, Where::not_before_vowel);
            if (together == 0 && first) together = joined_letter(joined.back(), letter, Where::first);
        }
        if (!joined.empty() && together == 0)
            together = joined_letter(joined.back(), letter, Where::anywhere);
        if (together == 0)
            joined.push_back(letter);
        else
            joined.back() = together;
    }
    return joined;
}

std::u32string compared(std::string_view text) {
    // A character is at most four bytes; no need to decode what is cut off.
    std::u32string points = code_points(first_bytes(text, longest_compared * 4));
    points.resize(std::min(points.size(), longest_compared));
    return points;
}

double replacing(char32_t a, char32_t b) {
    if (a == b) return 0;
    if (a == U'ħ' || b == U'ħ') {
        const char32_t other = a == U'ħ' ? b : a;
        return other == U'h' ? 0 : is_vowel(other) ? usual.near_vowel : 1;
    }
    // A long vowel that Arabic writes is written in Latin letters too, in one of its ways; ʿayn may be any
    // vowel.
    if (a == U'ʿ' || b == U'ʿ') return is_vowel(a) && is_vowel(b) ? 0 : 1;
    if (near_vowel_bits.share(a, b)) return is_long(a) || is_long(b) ? 0 : usual.near_vowel;
    if (is_vowel(a) && is_vowel(b)) {
        const auto rounded = [](char32_t c) {
            return c == U'o' || c == U'u' || c == U'w' || c == U'ū' || c == U'و' || c == U'ô';
        };
        return rounded(a) != rounded(b) ? usual.rounded_vowel : usual.vowel_for_vowel;
    }
    return kindred_bits.share(a, b) ? usual.kindred_letter : 1;
}

bool is_silent_h(const std::u32string& text, std::size_t at) {
    const char32_t letter = text[at];
    if (letter != U'h' && letter != U'ه' && letter != U'ħ') return false;
    const bool ends = at + 1 == text.size() || text[at + 1] == U' ';
    return ends && at > 0;
}

/// \param unwritten whether the other name is in Arabic letters, which leave short vowels out
double leaving_out(const std::u32string& text, std::size_t at, bool unwritten) {
    const char32_t letter = text[at];
    if (letter == U' ') return usual.space;
    if (letter == U'ʿ') return at == 0 ? usual.first_vowel : usual.doubled_letter;
    const bool third = at > 1 && text[at - 2] == letter;
    if (at > 0 && text[at - 1] == letter && !third) return usual.doubled_letter;
    // Of ة the a is heard where a consonant comes before it: `Halazun` is no حلزونة.
    const bool heard = letter == U'ħ' && at > 0 && !is_vowel(text[at - 1]);
    if (is_silent_h(text, at)) return heard ? usual.last_vowel : usual.silent_h;
    if (letter == U'ħ') return usual.vowel_left_out;
    if (!is_vowel(letter)) return letter == U'h' ? usual.h_left_out : 1;
    if (at == 0 || text[at - 1] == U' ') return usual.first_vowel;
    const bool glide = letter == U'y' || letter == U'w';
    const bool ends = at + 1 == text.size() || (at + 2 == text.size() && text[at + 1] == U'h');
    if (ends && !unwritten && !glide && at > 0 && !is_vowel(text[at - 1])) return usual.last_vowel;
    const bool last =
        at + 1 == text.size() || text[at + 1] == U' ' || (at + 2 == text.size() && text[at + 1] == U'h');
    // Arabic writes long vowels, those at the end of a word and all glides: what it leaves out is short.
    if (unwritten && !is_long(letter) && !glide && !last) return usual.unwritten_vowel;
    if (unwritten && glide) return usual.unwritten_glide;
    const bool beside_vowel = is_vowel(text[at - 1]) || (at + 1 < text.size() && is_vowel(text[at + 1]));
    return glide && beside_vowel ? usual.glide_left_out : usual.vowel_left_out;
}

/// As long as the longest name that is compared, and one more.
using Line = std::array<double, longest_compared + 1>;

void set_costs_of_leaving_out(const std::u32string& text, bool unwritten, Line& costs) {
    for (std::size_t at = 0; at < text.size(); ++at) costs[at] = leaving_out(text, at, unwritten);
}

constexpr double never = std::numeric_limits<double>::infinity();

/// \param most what costs more may be given as `never`
double alignment_cost(const std::u32string& a, const std::u32string& b, bool a_arabic, bool b_arabic,
                      double most) {
    std::array<Line, 3> lines;
    Line a_left_out, b_left_out;
    set_costs_of_leaving_out(a, b_arabic, a_left_out);
    set_costs_of_leaving_out(b, a_arabic, b_left_out);
    const std::size_t band = widest_shift + (a.size() > b.size() ? a.size() - b.size() : b.size() - a.size());
    lines[0][0] = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) lines[0][j] = lines[0][j - 1] + b_left_out[j - 1];
    double least_above = 0;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& line = lines[i % 3];
        const auto& above = lines[(i + 2) % 3];
        const auto& two_above = lines[(i + 1) % 3];
        const std::size_t first = i > band ? i - band : 0;
        const std::size_t last = std::min(b.size(), i + band);
        double least = never;
        for (std::size_t j = first; j <= last; ++j) {
            const bool above_in_band = j < i + band;
            double best = above_in_band ? above[j] + a_left_out[i - 1] : never;
            if (j > first) best = std::min(best, line[j - 1] + b_left_out[j - 1]);
            if (j > 0) best = std::min(best, above[j - 1] + replacing(a[i - 1], b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                const bool vowel = is_vowel(a[i - 1]) || is_vowel(a[i - 2]);
                best = std::min(best, two_above[j - 2] + (vowel ? usual.swapped_with_vowel : usual.swapped));
            }
            line[j] = best;
            least = std::min(least, best);
        }
        // A swap reaches over one line, so that one hopeless line alone decides nothing.
        if (least > most && least_above > most) return never;
        least_above = least;
    }
    return lines[a.size() % 3][b.size()];
}

/// \param least what is less alike may be given as 0
double alike(const std::u32string& a, const std::u32string& b, bool a_arabic, bool b_arabic, double least) {
    if (a.empty() || b.empty()) return 0;
    constexpr double rounding = 1e-6;
    const auto longer = static_cast<double>(std::max(a.size(), b.size()));
    const double most = (1 - least) * longer + rounding;
    // Names that differ are never quite the same, even where all they differ in is how a sound is written.
    return std::clamp(1 - alignment_cost(a, b, a_arabic, b_arabic, most) / longer, 0.0, 0.995);
}

}  // namespace

ComparedName::ComparedName(std::string_view normal)
    : m_letters{compared(normal)},
      m_has_latin{has_latin(m_letters)},
      m_has_romanised{has_romanised(m_letters)},
      m_has_arabic{has_arabic(m_letters)} {
    std::u32string joined = with_digraphs_joined(m_letters);
    if (joined.size() != m_letters.size()) m_joined = std::move(joined);
}

double similarity(std::string_view normal_a, std::string_view normal_b) {
    if (normal_a == normal_b) return 1;
    return similarity(ComparedName(normal_a), ComparedName(normal_b));
}

double similarity(const ComparedName& a, const ComparedName& b, double least) {
    if (a.m_letters == b.m_letters) return 1;
    const bool across = (a.m_has_latin && !b.m_has_latin && b.m_has_romanised) ||
                        (b.m_has_latin && !a.m_has_latin && a.m_has_romanised);
    if (!across) return alike(a.joined(), b.joined(), false, false, least);
    return alike(with_digraphs_joined(in_latin(a.m_letters)), with_digraphs_joined(in_latin(b.m_letters)),
                 a.m_has_arabic, b.m_has_arabic, least);
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

std::vector<std::string> deletions(std::string_view phonetic_key) {
    std::vector<std::string> texts;
    for (std::size_t at = 0; at < phonetic_key.size();) {
        const std::size_t size = code_point_at(phonetic_key, at).size;
        std::string text(phonetic_key.substr(0, at));
        text += phonetic_key.substr(at + size);
        texts.push_back(std::move(text));
        at += size;
    }
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    return texts;
}

}  // namespace incidentmap
