// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/normal_form.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/error.hpp"

namespace incidentmap {
namespace {

/// All the letters of one row are written as `plain`: nothing, one space, or letters.
struct Row {
    std::u32string_view letters;
    std::string_view plain;
};

constexpr Row rows[] = {
#include "gazetteer/tables/letter_forms.inc"
};

enum class Sort : std::uint8_t { other, text, nothing, space };

/// What one code point becomes; `other` is left to ICU.
struct Fold {
    std::array<char, 4> bytes{};
    std::uint8_t size = 0;
    Sort sort = Sort::other;
};

/// The blocks in which the names of the region are written: Basic Latin to Arabic, and Latin Extended
/// Additional.
struct FoldTable {
    static constexpr char32_t low_end = 0x0700;
    static constexpr char32_t high_begin = 0x1E00;
    static constexpr char32_t high_end = 0x1F00;
    std::array<Fold, low_end + (high_end - high_begin)> folds{};

    static constexpr bool covers(char32_t character) {
        return character < low_end || (character >= high_begin && character < high_end);
    }
    static constexpr std::size_t slot(char32_t character) {
        return character < low_end ? character : low_end + (character - high_begin);
    }
};

constexpr FoldTable make_fold_table() {
    FoldTable table;
    for (const Row& row : rows) {
        Fold fold;
        for (const char byte : row.plain) fold.bytes[fold.size++] = byte;
        fold.sort = row.plain.empty() ? Sort::nothing : row.plain == " " ? Sort::space : Sort::text;
        for (const char32_t letter : row.letters) {
            if (!FoldTable::covers(letter)) throw "a letter lies outside the blocks";
            table.folds[FoldTable::slot(letter)] = fold;
        }
    }
    return table;
}

constexpr FoldTable fold_table = make_fold_table();

void check(UErrorCode code, const char* what) {
    if (U_FAILURE(code)) throw Error(std::string("ICU: ") + what + ": " + u_errorName(code));
}

const UNormalizer2* case_folding_normalizer() {
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFKCCasefoldInstance(&code);
    check(code, "no NFKC case folding data");
    return normalizer;
}

/// Marks that change the sound of a letter, not the letter itself; elsewhere they are vowels of their own.
bool is_droppable_mark(char32_t mark) {
    if (mark == 0x3099 || mark == 0x309A) return false;  // Japanese voicing marks
    UErrorCode code = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(mark), &code);
    check(code, "script of a character");
    return script == USCRIPT_INHERITED || script == USCRIPT_COMMON || script == USCRIPT_ARABIC ||
           script == USCRIPT_HEBREW || script == USCRIPT_SYRIAC || script == USCRIPT_CYRILLIC ||
           script == USCRIPT_GREEK || script == USCRIPT_LATIN;
}

/// A character outside the table that NFKC and case folding leave as it is.
std::u32string folded_by_category(char32_t character) {
    const auto point = static_cast<UChar32>(character);
    if (character == replacement_character) return {character};
    switch (u_charType(point)) {
        case U_DECIMAL_DIGIT_NUMBER:
            return {U'0' + static_cast<char32_t>(u_charDigitValue(point))};
        case U_NON_SPACING_MARK:
            return is_droppable_mark(character) ? U"" : std::u32string{character};
        case U_SPACE_SEPARATOR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
        case U_DASH_PUNCTUATION:
        case U_CONNECTOR_PUNCTUATION:
        case U_START_PUNCTUATION:
        case U_END_PUNCTUATION:
            return U" ";
        case U_UPPERCASE_LETTER:
        case U_LOWERCASE_LETTER:
        case U_TITLECASE_LETTER:
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER:
        case U_LETTER_NUMBER:
        case U_OTHER_NUMBER:
        case U_COMBINING_SPACING_MARK:
        case U_UNASSIGNED:
        case U_PRIVATE_USE_CHAR:
            return {character};
        default:
            return U"";
    }
}

std::u32string folded_alone(char32_t character) {
    if (FoldTable::covers(character)) {
        const Fold& fold = fold_table.folds[FoldTable::slot(character)];
        if (fold.sort == Sort::space) return U" ";
        if (fold.sort != Sort::other) return code_points({fold.bytes.data(), fold.size});
    }
    return folded_by_category(character);
}

/// NFC of a whole text; what ICU cannot take is left as it is.
std::string normalized_nfc(const std::u32string& text) {
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&code);
    check(code, "no NFC data");
    std::u16string units;
    for (const char32_t character : text) {
        if (character > 0xFFFF) {
            units.push_back(U16_LEAD(character));
            units.push_back(U16_TRAIL(character));
        } else {
            units.push_back(static_cast<char16_t>(character));
        }
    }
    std::u16string result(units.size() * 3 + 1, u'\0');
    const std::int32_t length =
        unorm2_normalize(nfc, units.data(), static_cast<std::int32_t>(units.size()), result.data(),
                         static_cast<std::int32_t>(result.size()), &code);
    check(code, "NFC");
    std::u32string points;
    for (std::int32_t at = 0; at < length;) {
        UChar32 point = 0;
        U16_NEXT(result.data(), at, length, point);
        points.push_back(static_cast<char32_t>(point));
    }
    return utf8(points);
}

void end_word(std::string& text) {
    if (!text.empty() && text.back() != ' ') text.push_back(' ');
}

std::string cut_and_trimmed(std::string text) {
    text.resize(first_bytes(text, longest_normal_form).size());
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

}  // namespace

std::u32string folded(char32_t character) {
    if (FoldTable::covers(character) && fold_table.folds[FoldTable::slot(character)].sort != Sort::other) {
        return folded_alone(character);
    }
    std::array<UChar, 32> units{};
    UErrorCode code = U_ZERO_ERROR;
    const std::int32_t length =
        unorm2_getDecomposition(case_folding_normalizer(), static_cast<UChar32>(character), units.data(),
                                static_cast<std::int32_t>(units.size()), &code);
    check(code, "decomposition of a character");
    if (length < 0) return folded_alone(character);
    std::u32string text;
    for (std::int32_t at = 0; at < length;) {
        UChar32 point = 0;
        U16_NEXT(units.data(), at, length, point);
        text += folded_alone(static_cast<char32_t>(point));
    }
    return text;
}

std::string normal_form(std::string_view utf8_text) {
    std::string text;
    text.reserve(std::min(utf8_text.size(), longest_normal_form) + 4);
    bool compose = false;
    for (std::size_t at = 0; at < utf8_text.size() && text.size() < longest_normal_form + 1;) {
        const CodePoint point = code_point_at(utf8_text, at);
        at += point.size;
        const Fold fold =
            FoldTable::covers(point.value) ? fold_table.folds[FoldTable::slot(point.value)] : Fold{};
        if (fold.sort == Sort::text) {
            text.append(fold.bytes.data(), fold.size);
        } else if (fold.sort == Sort::space) {
            end_word(text);
        } else if (fold.sort == Sort::other) {
            for (const char32_t character : folded(point.value)) {
                if (character == U' ')
                    end_word(text);
                else
                    text += utf8({&character, 1});
                compose = compose || character > 0x06FF;
            }
        }
    }
    text = cut_and_trimmed(std::move(text));
    return compose ? cut_and_trimmed(normalized_nfc(code_points(text))) : text;
}

std::string composed(std::string_view utf8_text) {
    const bool has_marks = std::any_of(utf8_text.begin(), utf8_text.end(), [](char byte) {
        return static_cast<unsigned char>(byte) == 0xCC || static_cast<unsigned char>(byte) == 0xCD;
    });
    return has_marks ? normalized_nfc(code_points(utf8_text)) : std::string(utf8_text);
}

std::vector<Word> words_of(std::string_view utf8_text) {
    utf8_text = first_bytes(utf8_text, longest_normal_form);
    std::vector<Word> words;
    std::size_t begin = 0;
    const auto end_at = [&](std::size_t end) {
        const std::string_view raw = utf8_text.substr(begin, end - begin);
        if (std::string normal = normal_form(raw); !normal.empty()) words.push_back({raw, std::move(normal)});
    };
    for (std::size_t at = 0; at < utf8_text.size();) {
        const CodePoint point = code_point_at(utf8_text, at);
        const bool known = FoldTable::covers(point.value) &&
                           fold_table.folds[FoldTable::slot(point.value)].sort != Sort::other;
        if (known ? fold_table.folds[FoldTable::slot(point.value)].sort == Sort::space
                  : folded(point.value) == U" ") {
            end_at(at);
            begin = at + point.size;
        }
        at += point.size;
    }
    end_at(utf8_text.size());
    return words;
}

std::string joined_normal(const std::vector<Word>& words, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last && i < words.size(); ++i) {
        if (!text.empty()) text.push_back(' ');
        text += words[i].normal;
    }
    return text;
}

std::string script_of(std::string_view utf8_text) {
    std::vector<std::pair<UScriptCode, std::size_t>> counts;
    for (const char32_t character : code_points(first_bytes(utf8_text, longest_normal_form))) {
        const auto point = static_cast<UChar32>(character);
        if (!u_isalpha(point)) continue;
        UErrorCode code = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(point, &code);
        check(code, "script of a character");
        if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
        const auto known =
            std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == script; });
        if (known == counts.end())
            counts.emplace_back(script, 1);
        else
            ++known->second;
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? "Zyyy" : uscript_getShortName(most->first);
}

}  // namespace incidentmap
