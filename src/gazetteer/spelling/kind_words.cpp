// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/kind_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace incidentmap {
namespace {

using enum KindWordPosition;

constexpr std::size_t longest_phrase = 4;  // words

constexpr KindWordRow table[] = {
#include "gazetteer/tables/kind_words.inc"
};

struct AdminWordRow {
    std::string_view kind;
    std::string_view countries;  ///< `-`: none, it says what is asked only
    std::string_view language;
    KindWordPosition position;
    std::string_view phrases;
};

constexpr AdminWordRow admin_words[] = {
#include "gazetteer/tables/admin_words.inc"
};

constexpr auto all_rows = [] {
    std::array<KindWordRow, std::size(table) + std::size(admin_words)> rows{};
    std::copy(std::begin(table), std::end(table), rows.begin());
    for (std::size_t i = 0; i < std::size(admin_words); ++i) {
        const AdminWordRow& row = admin_words[i];
        rows[std::size(table) + i] = {row.kind, row.language, row.position, row.phrases, row.countries};
    }
    return rows;
}();

/// The kinds and their groups.
constexpr std::pair<std::string_view, std::string_view> groups[] = {
#include "gazetteer/tables/place_kinds.inc"
};

/// Small words about a word of kind and the name.
enum class Part { tie, the, elision, article };

struct Particle {
    std::string_view word;
    Part part;
};

constexpr Particle particles[] = {
#include "gazetteer/tables/particles.inc"
};

constexpr auto kinds = [] {
    std::array<std::string_view, std::size(groups)> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = groups[i].first;
    return names;
}();

/// Phrases, and the words that begin or end one: most names are done with two look-ups.
struct Index {
    std::unordered_map<std::string, std::vector<const KindWordRow*>> phrases;
    std::unordered_set<std::string> first_words;
    std::unordered_set<std::string> last_words;
};

Index make_index() {
    Index index;
    for (const KindWordRow& row : kind_word_table()) {
        for (std::string_view rest = row.phrases; !rest.empty();) {
            const std::size_t comma = rest.find(", ");
            const std::string phrase = normal_form(rest.substr(0, comma));
            index.phrases[phrase].push_back(&row);
            index.first_words.insert(phrase.substr(0, phrase.find(' ')));
            index.last_words.insert(phrase.substr(phrase.rfind(' ') + 1));
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
        }
    }
    return index;
}

const Index& index() {
    static const Index made = make_index();
    return made;
}

/// A run of words that is a row's phrase.
struct Found {
    const KindWordRow* row = nullptr;
    std::size_t first = 0;
    std::size_t count = 0;
};

bool has_country(const KindWordRow& row, std::string_view country) {
    return country.size() == 2 && row.countries.find(country) != std::string_view::npos;
}

/// Whether a row counts: all do in what is asked, those of a country in names of that country.
bool counts(const KindWordRow& row, const std::optional<std::string_view>& country) {
    return !country || row.countries.empty() || has_country(row, *country);
}

bool is(const Word& word, Part part) {
    return std::any_of(std::begin(particles), std::end(particles), [&](const Particle& particle) {
        return particle.part == part && particle.word == word.normal;
    });
}

template <typename Allowed>
std::optional<Found> phrase_at(const std::vector<Word>& words, std::size_t first, std::size_t count,
                               Allowed allowed) {
    const auto entry = index().phrases.find(joined_normal(words, first, first + count));
    if (entry == index().phrases.end()) return std::nullopt;
    for (const KindWordRow* row : entry->second) {
        if (allowed(*row)) return Found{row, first, count};
    }
    return std::nullopt;
}

std::optional<Found> phrase_before(const std::vector<Word>& words, std::size_t begin,
                                   const std::optional<std::string_view>& country) {
    if (begin >= words.size() || !index().first_words.contains(words[begin].normal)) return std::nullopt;
    for (std::size_t count = std::min(longest_phrase, words.size() - begin); count > 0; --count) {
        const bool tied = begin + count < words.size() && is(words[begin + count], Part::tie);
        const auto found = phrase_at(words, begin, count, [&](const KindWordRow& row) {
            return counts(row, country) &&
                   (row.position == first || row.position == either || (row.position == last && tied));
        });
        if (found) return found;
    }
    return std::nullopt;
}

std::optional<Found> phrase_after(const std::vector<Word>& words, std::size_t begin, bool after_installation,
                                  const std::optional<std::string_view>& country) {
    if (begin >= words.size() || !index().last_words.contains(words.back().normal)) return std::nullopt;
    for (std::size_t count = std::min(longest_phrase, words.size() - begin); count > 0; --count) {
        const auto found = phrase_at(words, words.size() - count, count, [&](const KindWordRow& row) {
            return counts(row, country) && (row.position == last || row.position == either ||
                                            (row.position == last_of_two && after_installation));
        });
        if (found) return found;
    }
    return std::nullopt;
}

KindWord kind_word(const std::vector<Word>& words, const Found& found) {
    KindWord result{"", std::string(found.row->kind), std::string(found.row->language)};
    for (std::size_t i = found.first; i < found.first + found.count; ++i) {
        if (!result.words.empty()) result.words.push_back(' ');
        result.words += words[i].raw;
    }
    return result;
}

/// `d'Ain al-Asad` after `base aérienne`: the elided `de` is no part of the name.
Word without_elision(const Word& word) {
    for (const auto& [elided, part] : particles) {
        if (part != Part::elision || !word.raw.starts_with(elided)) continue;
        Word rest{word.raw.substr(elided.size()), normal_form(word.raw.substr(elided.size()))};
        if (!rest.normal.empty()) return rest;
    }
    return word;
}

/// Where the name begins once the phrase before it, `of` and `the` are passed over.
std::size_t after_ties(const std::vector<Word>& words, std::size_t at) {
    while (at < words.size() && (is(words[at], Part::tie) || is(words[at], Part::the))) ++at;
    return at;
}

bool has_own_word(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                       words.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Word& word) { return !is(word, Part::article); });
}

}  // namespace

std::span<const KindWordRow> kind_word_table() { return all_rows; }

bool says_kind(std::string_view words, std::string_view kind, std::string_view country) {
    const auto entry = index().phrases.find(normal_form(words));
    if (entry == index().phrases.end()) return false;
    return std::any_of(entry->second.begin(), entry->second.end(), [&](const KindWordRow* row) {
        return row->kind == kind && (row->countries.empty() || has_country(*row, country));
    });
}

std::span<const std::string_view> place_kinds() { return kinds; }

std::string_view kind_group(std::string_view kind) {
    const auto* row = std::find_if(std::begin(groups), std::end(groups),
                                   [kind](const auto& pair) { return pair.first == kind; });
    return row == std::end(groups) ? std::string_view{} : row->second;
}

WordsSetAside set_kind_words_aside(std::vector<Word> words, std::optional<std::string_view> country) {
    WordsSetAside result;
    const std::size_t start = !words.empty() && is(words.front(), Part::the) ? 1 : 0;
    std::size_t begin = 0;
    std::size_t end = words.size();

    const auto before = phrase_before(words, start, country);
    if (before && has_own_word(words, after_ties(words, start + before->count), end)) {
        result.kind_words.push_back(kind_word(words, *before));
        begin = after_ties(words, start + before->count);
        if (before->row->language == "fr") words[begin] = without_elision(words[begin]);
    }
    const bool after_installation =
        !result.kind_words.empty() && kind_group(result.kind_words.front().kind) == "installation";
    const std::size_t name_begin = std::max(begin, start);
    const auto after = phrase_after(words, name_begin, after_installation, country);
    if (after && has_own_word(words, name_begin, after->first)) {
        result.kind_words.push_back(kind_word(words, *after));
        begin = name_begin;
        end = after->first;
    }
    result.only_generic = result.kind_words.empty() && (before || after);
    result.core.assign(words.begin() + static_cast<std::ptrdiff_t>(begin),
                       words.begin() + static_cast<std::ptrdiff_t>(end));
    return result;
}

NameParts name_parts(std::string_view utf8) {
    WordsSetAside parts = set_kind_words_aside(words_of(utf8));
    return {joined_normal(parts.core, 0, parts.core.size()), std::move(parts.kind_words)};
}

}  // namespace incidentmap
