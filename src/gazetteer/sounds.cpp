// SPDX-License-Identifier: MIT
#include "gazetteer/sounds.hpp"

#include <algorithm>
#include <array>

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
    {U"šŠșȘçÇčČćĆ", 'C'}, {U"žŽǧǦĝĜ", 'J'},   {U"ğĞġĠḡḠẍẌ", 'G'}, {U"ḫḪẖ", 'X'}, {U"ṯṮþÞ", 'T'},
    {U"ḏḎðÐ", 'D'},       {U"ḥḤḩḨħĦ", 'H'}, {U"ةۃەۀۂ", 'e'},   {U"ئؤ", 'A'},  {U"ۆۇۈێ", 'o'},
};

/// Arabic and Cyrillic letters in their normal form.
constexpr LetterRow plain_letters[] = {
    {U"اэаоы", 'a'}, {U"ع", 'A'},    {U"بپбп", 'B'},  {U"چشчшщ", 'C'}, {U"دذضд", 'D'}, {U"еиіїё", 'i'},
    {U"فڤф", 'F'},   {U"غґ", 'G'},   {U"حхһ", 'H'},   {U"ه", 'h'},     {U"جژжџ", 'J'}, {U"كگقгк", 'K'},
    {U"لл", 'L'},    {U"مм", 'M'},   {U"نн", 'N'},    {U"رр", 'R'},    {U"سصсц", 'S'}, {U"تثطт", 'T'},
    {U"у", 'u'},     {U"وв", 'w'},   {U"خ", 'X'},     {U"يј", 'y'},    {U"юя", 'i'},   {U"زظз", 'Z'},
    {U"\uFFFD", '?'},
};

/// What Latin letters sound like together; the longest first.
struct Group {
    std::string_view letters;
    char consonant;
};

constexpr Group groups[] = {
    {"tsch", 'c'}, {"dsch", 'j'}, {"tch", 'c'}, {"sch", 'c'}, {"dzh", 'j'}, {"sh", 'c'}, {"ch", 'c'},
    {"kh", 'x'},   {"gh", 'g'},   {"dj", 'j'},  {"zh", 'j'},  {"th", 't'},  {"dh", 'd'}, {"ph", 'f'},
    {"ck", 'k'},   {"b", 'b'},    {"c", 'j'},   {"d", 'd'},   {"f", 'f'},   {"g", 'k'},  {"h", 'h'},
    {"j", 'j'},    {"k", 'k'},    {"l", 'l'},   {"m", 'm'},   {"n", 'n'},   {"p", 'b'},  {"q", 'k'},
    {"r", 'r'},    {"s", 's'},    {"t", 't'},   {"x", 'x'},   {"z", 'z'},
};

/// Words whose last `h` is ḥ, a consonant, though `ah` and `eh` mostly write the silent ta marbuta.
constexpr std::string_view ending_in_consonant_h[] = {"salah", "saleh", "sabah", "falah",  "fattah", "miftah",
                                                      "mallah", "fallah", "jarrah", "janah", "najah", "rabah"};

template <std::size_t size>
char value_in(const LetterRow (&rows)[size], char32_t letter) {
    for (const LetterRow& row : rows) {
        if (row.letters.find(letter) != std::u32string_view::npos) return row.value;
    }
    return 0;
}

/// The letters of a word; nothing where one of them belongs to another script.
std::optional<std::vector<Letter>> letters_of(std::string_view word, Romanisation romanisation) {
    std::vector<Letter> letters;
    letters.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        const std::size_t end = at + point.size;
        if (point.value < 0x80) {
            const std::u32string_view small = U"abcdefghijklmnopqrstuvwxyz0123456789";
            const char32_t lower = point.value >= U'A' && point.value <= U'Z' ? point.value + 32 : point.value;
            if (small.find(lower) != std::u32string_view::npos) letters.push_back({static_cast<char>(lower), at, end});
        } else if (const char marked = value_in(marked_letters, point.value)) {
            letters.push_back({marked, at, end});
        } else if ((point.value == U'ş' || point.value == U'Ş') && romanisation != Romanisation::bgn) {
            letters.push_back({'C', at, end});
        } else {
            for (const char32_t plain : folded(point.value)) {
                const char value = plain < 0x80 ? static_cast<char>(plain) : value_in(plain_letters, plain);
                if (value == 0) return std::nullopt;
                if (value != ' ') letters.push_back({value, at, end});
            }
        }
        at = end;
    }
    // A heh that ends a word in Arabic letters is a ta marbuta without its dots, or the Kurdish vowel.
    if (!letters.empty() && letters.back().value == 'h' && letters.back().end - letters.back().begin > 1) {
        letters.back().value = 'e';
    }
    return letters;
}

bool is_vowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'A';
}

/// By the first byte of a letter in UTF-8: U+0600 to U+06FF.
bool is_arabic(char lead) { return static_cast<unsigned char>(lead) >= 0xD8 && static_cast<unsigned char>(lead) <= 0xDB; }

bool is_semivowel(char letter) { return letter == 'w' || letter == 'y' || letter == 'v'; }

bool is_vowel_like(char letter) { return is_vowel(letter) || is_semivowel(letter); }

const Group* group_at(const std::vector<Letter>& letters, std::size_t at) {
    for (const Group& group : groups) {
        if (at + group.letters.size() > letters.size()) continue;
        bool same = true;
        for (std::size_t i = 0; same && i < group.letters.size(); ++i) {
            same = letters[at + i].value == group.letters[i] &&
                   (i == 0 || letters[at + i].begin == letters[at + i - 1].end);
        }
        if (same) return &group;
    }
    return nullptr;
}

/// A semivowel that is surely a consonant: at the start of a word, or the one before its last vowel.
/// Returns its class, or 0. `ending` is the first letter of the run of vowels that ends the word.
char glide_of_ending(const std::vector<Letter>& letters, std::size_t ending, std::size_t end) {
    if (end == 0 || end - ending < 2) return 0;
    for (std::size_t at = end - 1; at-- > ending;) {
        const char letter = letters[at].value;
        if (is_semivowel(letter)) return letter == 'y' ? 'y' : 'w';
    }
    const char last = letters[end - 1].value;
    const char before = letters[end - 2].value;
    if (last != 'a' && last != 'e') return 0;
    return before == 'i' ? 'y' : before == 'u' ? 'w' : '\0';
}

/// Where the word ends once a silent last `h` is passed over.
std::size_t end_of_sounds(const std::vector<Letter>& letters, const std::string& normal) {
    const std::size_t size = letters.size();
    if (size < 2 || letters[size - 1].value != 'h') return size;
    const char before = letters[size - 2].value;
    if (before != 'a' && before != 'e') return size;
    const bool consonant_h = std::find(std::begin(ending_in_consonant_h), std::end(ending_in_consonant_h),
                                       normal) != std::end(ending_in_consonant_h);
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
    } else if (run_end == end) {
        sound.consonant = glide_of_ending(letters, at, end);
    }
    return sound;
}

std::size_t consonant_count(const std::vector<Sound>& sounds) {
    return static_cast<std::size_t>(
        std::count_if(sounds.begin(), sounds.end(), [](const Sound& sound) { return sound.consonant != 0; }));
}

/// `Qal‘at Sukkar`: the `t` of a word that leans on the next one is a ta marbuta.
void silence_leaning_t(std::vector<Sound>& sounds, const std::vector<Letter>& letters) {
    const std::size_t size = letters.size();
    if (size < 3 || consonant_count(sounds) < 3 || sounds.back().consonant != 't') return;
    const char before = letters[size - 2].value;
    if ((letters[size - 1].value == 't' || letters[size - 1].value == 'T') && (before == 'a' || before == 'e')) {
        sounds.back().consonant = 0;
    }
}

}  // namespace

Romanisation romanisation_of(std::string_view utf8) {
    static constexpr std::u32string_view only_bgn = U"āĀīĪūŪḩḨţŢḑḐ\u0327‘’";
    static constexpr std::u32string_view only_others = U"êÊîÎûÛçÇëË";
    bool bgn = false;
    for (const char32_t letter : code_points(utf8)) {
        if (only_others.find(letter) != std::u32string_view::npos) return Romanisation::any;
        bgn = bgn || only_bgn.find(letter) != std::u32string_view::npos;
    }
    const std::string normal = normal_form(utf8);
    return bgn || normal.starts_with("al ") || normal.starts_with("as ") || normal.ends_with("ah")
               ? Romanisation::bgn
               : Romanisation::any;
}

std::optional<std::vector<Sound>> sounds_of(const Word& word, Romanisation romanisation, bool last_word) {
    const auto letters = letters_of(word.raw, romanisation);
    if (!letters) return std::nullopt;
    const std::size_t end = end_of_sounds(*letters, word.normal);
    std::vector<Sound> sounds;
    sounds.reserve(letters->size());
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
        const Group* group = group_at(*letters, at);
        const std::size_t size = group != nullptr ? group->letters.size() : 1;
        const bool capital = letter.value >= 'A' && letter.value <= 'Z';
        const char consonant = group != nullptr ? group->consonant
                               : capital        ? static_cast<char>(letter.value + 32) : letter.value;
        const std::size_t letter_end = (*letters)[at + size - 1].end;
        // Arabic writes a doubled letter once: where it writes two, a vowel stands between them.
        const bool doubles = !is_arabic(word.raw[letter.begin]);
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
    if (!last_word) silence_leaning_t(sounds, *letters);
    return sounds;
}

bool is_article(const std::vector<Word>& words, std::size_t at, Romanisation romanisation) {
    static constexpr std::string_view sun_letters = "tdrzscln";
    if (at + 1 >= words.size() || words[at].normal.size() > 6) return false;
    const auto sounds = sounds_of(words[at], romanisation, true);
    if (!sounds || sounds->size() != 2 || (*sounds)[0].consonant != 0) return false;
    const char consonant = (*sounds)[1].consonant;
    if (consonant == 'l') return true;
    const auto next = sounds_of(words[at + 1], romanisation, true);
    return next && !next->empty() && consonant != 0 && next->front().consonant == consonant &&
           sun_letters.find(consonant) != std::string_view::npos;
}

std::size_t attached_article_size(const Word& word) {
    const auto letters = letters_of(word.raw, Romanisation::any);
    if (!letters || letters->size() < 4) return 0;
    const char first = (*letters)[0].value;
    const char second = (*letters)[1].value;
    const char third = (*letters)[2].value;
    if (first == 'a' && second == 'L') return (*letters)[1].end;
    if ((first != 'a' && first != 'e') || second != 'l' || is_vowel_like(third)) return 0;
    const std::string_view rest = std::string_view(word.normal).substr(2);
    const bool two_consonants =
        std::count_if(letters->begin() + 2, letters->end(), [](const Letter& letter) {
            return !is_vowel_like(letter.value);
        }) >= 2;
    return two_consonants || rest == "bu" || rest == "bou" || rest == "bo" ? (*letters)[1].end : 0;
}

}  // namespace incidentmap
