// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/sounds.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace incidentmap {
namespace {

/// One letter on the way to a sound: a small Latin letter has still to be read with its neighbours; a capital
/// is a decided consonant class; `A` is a vowel that no article begins with (ʿayn, seated hamza).
struct Letter {
    char value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct LetterRow {
    std::u32string_view letters;
    char value;
};

/// Letters that are known only before their marks are dropped.
constexpr LetterRow marked_letters[] = {
#include "gazetteer/tables/sounds_marked.inc"
};

/// Arabic and Cyrillic letters in their normal form.
constexpr LetterRow plain_letters[] = {
#include "gazetteer/tables/sounds_plain.inc"
};

/// What Latin letters sound like together; the longest first.
struct Group {
    std::string_view letters;
    char consonant;
    bool first_only;  ///< at the start of a word, where no r and h meet otherwise
};

constexpr Group groups[] = {
#include "gazetteer/tables/sounds_together.inc"
};

constexpr std::string_view words_ending_in_h[] = {
#include "gazetteer/tables/words_ending_in_h.inc"
};

/// What a letter tells of who wrote the name.
enum class Tell { bgn, not_bgn, hardly_bgn, sorani };

struct TellingLetters {
    std::u32string_view letters;
    Tell tell;
};

constexpr TellingLetters telling_letters[] = {
#include "gazetteer/tables/telling_letters.inc"
};

bool has_letter(std::u32string_view text, Tell tell) {
    return std::any_of(
        std::begin(telling_letters), std::end(telling_letters), [&](const TellingLetters& row) {
            return row.tell == tell && text.find_first_of(row.letters) != std::u32string_view::npos;
        });
}

/// The rows by code point, for the blocks in which their letters lie.
struct LetterTable {
    static constexpr char32_t low_end = 0x0700;
    static constexpr char32_t high_begin = 0x1E00;
    static constexpr char32_t high_end = 0x1F00;
    std::array<char, low_end + (high_end - high_begin)> values{};

    constexpr char operator[](char32_t letter) const {
        if (letter < low_end) return values[letter];
        if (letter >= high_begin && letter < high_end) return values[low_end + (letter - high_begin)];
        return letter == replacement_character ? '?' : '\0';
    }
};

template <std::size_t size>
constexpr LetterTable make_letter_table(const LetterRow (&rows)[size]) {
    LetterTable table;
    for (const LetterRow& row : rows) {
        for (const char32_t letter : row.letters) {
            if (letter < LetterTable::low_end)
                table.values[letter] = row.value;
            else if (letter != replacement_character) {
                table.values.at(LetterTable::low_end + (letter - LetterTable::high_begin)) = row.value;
            }
        }
    }
    return table;
}

constexpr LetterTable marked_values = make_letter_table(marked_letters);
constexpr LetterTable plain_values = make_letter_table(plain_letters);

char small_latin(char32_t letter) {
    const char32_t lower = letter >= U'A' && letter <= U'Z' ? letter + 32 : letter;
    const bool counts = (lower >= U'a' && lower <= U'z') || (lower >= U'0' && lower <= U'9');
    return counts ? static_cast<char>(lower) : '\0';
}

/// Adds what one character without its marks stands for; false where it belongs to another script.
bool add_plain(std::vector<Letter>& letters, char32_t plain, std::size_t begin, std::size_t end) {
    const char value = plain < 0x80 ? static_cast<char>(plain) : plain_values[plain];
    if (value == 0) return false;
    if (value == ' ') return true;
    const bool dzh =
        plain == U'ж' && !letters.empty() && letters.back().value == 'D' && letters.back().end == begin;
    if (dzh) letters.back() = {'J', letters.back().begin, end};
    if (dzh) return true;
    if (letters.empty() && (plain == U'я' || plain == U'ю')) letters.push_back({'y', begin, end});
    letters.push_back({value, begin, end});
    return true;
}

bool is_vowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'A';
}

bool is_semivowel(char letter) { return letter == 'w' || letter == 'y' || letter == 'v'; }

bool is_vowel_like(char letter) { return is_vowel(letter) || is_semivowel(letter); }

/// `عبدالرحمن`, `Abdul Rahman`, `Abdelrahman`: the article within is left out, as it is where it stands
/// alone.
void drop_inner_article(std::vector<Letter>& letters) {
    constexpr std::size_t at = 4;  // a b d u l
    if (letters.size() <= at || !is_vowel(letters[0].value) || !is_vowel(letters[3].value)) return;
    const auto is = [&letters](std::size_t i, char small) {
        return letters[i].value == small || letters[i].value == small - 'a' + 'A';
    };
    if (!is(1, 'b') || !is(2, 'd') || !is(at, 'l')) return;
    if (letters.size() == at + 1 || !is_vowel_like(letters[at + 1].value) || letters[at].value == 'L') {
        letters.erase(letters.begin() + at);
    }
}

/// The letters of a word; nothing where one of them belongs to another script.
std::optional<std::vector<Letter>> letters_of(std::string_view word, Romanisation romanisation) {
    std::vector<Letter> letters;
    letters.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        const std::size_t end = at + point.size;
        if (point.value < 0x80) {
            if (const char small = small_latin(point.value)) letters.push_back({small, at, end});
        } else if (const char marked = marked_values[point.value]) {
            letters.push_back({marked, at, end});
        } else if ((point.value == U'ş' || point.value == U'Ş') && romanisation != Romanisation::bgn) {
            letters.push_back({'C', at, end});
        } else {
            for (const char32_t plain : folded(point.value)) {
                if (!add_plain(letters, plain, at, end)) return std::nullopt;
            }
        }
        at = end;
    }
    // A heh that ends a word in Arabic letters is a ta marbuta without its dots, or the Kurdish vowel.
    if (!letters.empty() && letters.back().value == 'h' && letters.back().end - letters.back().begin > 1) {
        letters.back().value = 'e';
        // Names with Allah: the two lams of `لله` are one doubled sound.
        const std::size_t size = letters.size();
        if (size > 3 && letters[size - 2].value == 'L' && letters[size - 3].value == 'L') {
            letters.erase(letters.end() - 2);
            return letters;
        }
    }
    drop_inner_article(letters);
    return letters;
}

/// By the first byte of a letter in UTF-8: U+0600 to U+06FF.
bool is_arabic(char lead) {
    return static_cast<unsigned char>(lead) >= 0xD8 && static_cast<unsigned char>(lead) <= 0xDB;
}

/// Sorani writes every vowel, so that two equal letters are one doubled sound.
bool is_sorani(std::string_view word) { return has_letter(code_points(word), Tell::sorani); }

const Group* group_at(const std::vector<Letter>& letters, std::size_t at) {
    for (const Group& group : groups) {
        const std::size_t least = group.letters.size() + (group.first_only ? 1 : 0);
        if (at + least > letters.size() || (group.first_only && at > 0)) continue;
        bool same = true;
        for (std::size_t i = 0; same && i < group.letters.size(); ++i) {
            same = letters[at + i].value == group.letters[i] &&
                   (i == 0 || group.first_only || letters[at + i].begin == letters[at + i - 1].end);
        }
        if (same) return &group;
    }
    return nullptr;
}

/// The consonant at `at` and how many letters write it.
std::pair<char, std::size_t> consonant_at(const std::vector<Letter>& letters, std::size_t at) {
    const char letter = letters[at].value;
    if (const Group* group = group_at(letters, at)) return {group->consonant, group->letters.size()};
    return {letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter, 1};
}

/// A semivowel that is surely a consonant: at the start of a word, or the one before its last vowel.
/// Returns its class, or 0. `ending` is the first letter of the run of vowels that ends the word.
char glide_of_ending(const std::vector<Letter>& letters, std::size_t ending, std::size_t end) {
    if (end - ending < 2 || letters[end - 1].value == 'A') return 0;
    for (std::size_t at = end - 1; at-- > ending;) {
        const char letter = letters[at].value;
        if (is_semivowel(letter)) return letter == 'y' ? 'y' : 'w';
    }
    std::size_t open = end;
    while (open > ending && (letters[open - 1].value == 'a' || letters[open - 1].value == 'e')) --open;
    if (open == end || open == ending) return 0;
    const char before = letters[open - 1].value;
    return before == 'i' ? 'y' : before == 'u' ? 'w' : '\0';
}

/// `Qal‘at Sukkar`: the `t` of a word that leans on the next one is a ta marbuta.
bool ends_in_leaning_t(const std::vector<Letter>& letters) {
    const std::size_t consonants = static_cast<std::size_t>(std::count_if(
        letters.begin(), letters.end(), [](const Letter& letter) { return !is_vowel_like(letter.value); }));
    return consonants >= (letters[letters.size() - 2].value == 'a' ? 2U : 3U);
}

/// Where the word ends once a silent last `h` or `t` is passed over.
std::size_t end_of_sounds(const std::vector<Letter>& letters, const std::string& normal, bool last_word) {
    const std::size_t size = letters.size();
    if (size < 2) return size;
    const char before = letters[size - 2].value;
    const char last = letters[size - 1].value;
    if (before != 'a' && before != 'e') return size;
    if (!last_word && (last == 't' || last == 'T')) return ends_in_leaning_t(letters) ? size - 1 : size;
    if (last != 'h') return size;
    const bool consonant_h = std::find(std::begin(words_ending_in_h), std::end(words_ending_in_h), normal) !=
                             std::end(words_ending_in_h);
    return consonant_h ? size : size - 1;
}

/// The run of vowels at `at`, as one sound without a consonant, or with the semivowel that counts.
Sound vowels(const std::vector<Letter>& letters, std::size_t at, std::size_t run_end, std::size_t end) {
    Sound sound{0, letters[at].begin, letters[run_end - 1].end - letters[at].begin};
    if (at == 0) {
        const char next = letters.size() > 1 ? letters[1].value : '\0';
        if (letters[0].value == 'w' || letters[0].value == 'y') sound.consonant = letters[0].value;
        if (letters[0].value == 'v') sound.consonant = 'f';
        if (letters[0].value == 'o' && next == 'u' && letters.size() > 2 && is_vowel(letters[2].value)) {
            sound.consonant = 'w';
        }
    }
    if (sound.consonant == 0 && run_end == end) sound.consonant = glide_of_ending(letters, at, end);
    return sound;
}

}  // namespace

Romanisation romanisation_of(std::string_view utf8) {
    const std::u32string text = code_points(utf8);
    if (has_letter(text, Tell::not_bgn)) return Romanisation::any;
    if (has_letter(text, Tell::bgn)) return Romanisation::bgn;
    if (has_letter(text, Tell::hardly_bgn)) return Romanisation::any;
    for (std::size_t at = text.find_first_of(U"gG"); at < text.size();
         at = text.find_first_of(U"gG", at + 1)) {
        if (at + 1 == text.size() || text[at + 1] != U'h') return Romanisation::any;
    }
    return Romanisation::bgn;
}

std::optional<std::vector<Sound>> sounds_of(const Word& word, Romanisation romanisation, bool last_word) {
    const auto letters = letters_of(word.raw, romanisation);
    if (!letters) return std::nullopt;
    const std::size_t end = end_of_sounds(*letters, word.normal, last_word);
    std::vector<Sound> sounds;
    sounds.reserve(letters->size());
    const bool writes_vowels = is_sorani(word.raw);
    char previous = 0;
    for (std::size_t at = 0; at < end;) {
        const Letter& letter = (*letters)[at];
        if (is_vowel_like(letter.value)) {
            std::size_t run_end = at;
            while (run_end < end && is_vowel_like((*letters)[run_end].value)) ++run_end;
            sounds.push_back(vowels(*letters, at, run_end, end));
            previous = 0;
            at = run_end;
            continue;
        }
        const auto [consonant, size] = consonant_at(*letters, at);
        const std::size_t letter_end = (*letters)[at + size - 1].end;
        // Arabic writes a doubled letter once: where it writes two, a vowel stands between them.
        const bool doubles = writes_vowels || !is_arabic(word.raw[letter.begin]);
        if (doubles && consonant == previous && sounds.back().begin + sounds.back().size == letter.begin) {
            sounds.back().size = letter_end - sounds.back().begin;
        } else {
            sounds.push_back({consonant, letter.begin, letter_end - letter.begin});
        }
        previous = doubles ? consonant : '\0';
        at += size;
    }
    if (end < letters->size()) {
        Sound silent{0, (*letters)[end].begin, (*letters)[end].end - (*letters)[end].begin};
        sounds.push_back(silent);
    }
    return sounds;
}

bool is_article(const std::vector<Word>& words, std::size_t at, Romanisation romanisation) {
    static constexpr std::string_view sun_letters = "tdrzsclnj";
    if (at + 1 >= words.size() || words[at].normal.size() > (words[at].normal[0] & 0x80 ? 6U : 3U))
        return false;
    const auto sounds = sounds_of(words[at], romanisation, true);
    if (!sounds || sounds->size() != 2 || (*sounds)[0].consonant != 0) return false;
    const char consonant = (*sounds)[1].consonant;
    if (consonant == 'l') return true;
    const auto next = sounds_of(words[at + 1], romanisation, true);
    return next && !next->empty() && consonant != 0 && next->front().consonant == consonant &&
           sun_letters.find(consonant) != std::string_view::npos;
}

std::size_t attached_article_size(const Word& word) {
    if (!word.normal.starts_with("al") && !word.normal.starts_with("el") && !word.normal.starts_with("ال"))
        return 0;
    const auto letters = letters_of(word.raw, Romanisation::any);
    if (!letters || letters->size() < 4) return 0;
    const char first = (*letters)[0].value;
    const char second = (*letters)[1].value;
    const char third = (*letters)[2].value;
    if (first == 'a' && second == 'L') return (*letters)[1].end < (*letters)[2].end ? (*letters)[1].end : 0;
    if ((first != 'a' && first != 'e') || second != 'l' || is_vowel_like(third)) return 0;
    const bool is_name = letters->size() >= 5 || (third == 'b' && (*letters)[3].value == 'u');
    return is_name ? (*letters)[1].end : 0;
}

}  // namespace incidentmap
