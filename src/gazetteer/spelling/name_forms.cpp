// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/name_forms.hpp"

#include <algorithm>
#include <utility>

#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/sounds.hpp"

namespace incidentmap {
namespace {

/// The normal form of the words without the article before them; empty where there is none.
std::string without_article(const std::vector<Word>& words, Romanisation romanisation) {
    if (words.empty()) return {};
    if (is_article(words, 0, romanisation)) return joined_normal(words, 1, words.size());
    // Written together in Latin letters (`Alqaim`) an article cannot be told from a name (`Albania`).
    const bool arabic_letters = static_cast<unsigned char>(words.front().normal.front()) >= 0xD8;
    const std::size_t size = arabic_letters ? attached_article_size(words.front()) : 0;
    if (size == 0) return {};
    std::vector<Word> rest = words;
    rest.front().raw.remove_prefix(size);
    // What is left is read anew: the normal form lacks what is not seen, and so has other sizes.
    rest.front().normal = normal_form(rest.front().raw);
    return joined_normal(rest, 0, rest.size());
}

void add(std::vector<NameForm>& forms, NameForm form) {
    const bool known = std::any_of(forms.begin(), forms.end(),
                                   [&](const NameForm& other) { return other.normal == form.normal; });
    if (!form.normal.empty() && !known) forms.push_back(std::move(form));
}

}  // namespace

std::vector<NameForm> name_forms(std::string_view text, bool with_articles,
                                 std::optional<std::string_view> country) {
    std::vector<Word> words = words_of(text);
    const Romanisation romanisation = with_articles ? romanisation_of(text) : Romanisation::any;
    std::vector<NameForm> forms;
    add(forms, {joined_normal(words, 0, words.size()), false, false});
    if (with_articles) add(forms, {without_article(words, romanisation), false, true});
    const WordsSetAside parts = set_kind_words_aside(std::move(words), country);
    if (parts.kind_words.empty()) return forms;
    add(forms, {joined_normal(parts.core, 0, parts.core.size()), true, false});
    if (with_articles) add(forms, {without_article(parts.core, romanisation), true, true});
    return forms;
}

bool uses_phonetic_key(std::string_view country) {
    static constexpr std::string_view countries[] = {
#include "gazetteer/tables/phonetic_key_countries.inc"
    };
    return std::find(std::begin(countries), std::end(countries), country) != std::end(countries);
}

std::string without_admin_words(std::string_view text) {
    const WordsSetAside parts = set_kind_words_aside(words_of(text), std::string_view{});
    const bool admin = std::any_of(parts.kind_words.begin(), parts.kind_words.end(),
                                   [](const KindWord& word) { return kind_group(word.kind) == "admin"; });
    if (!admin || parts.core.empty()) return std::string(text);
    const char* begin = parts.core.front().raw.data();
    const std::string_view last = parts.core.back().raw;
    return std::string(begin, static_cast<std::size_t>(last.data() + last.size() - begin));
}

}  // namespace incidentmap
