// SPDX-License-Identifier: MIT
#include "prose/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <set>
#include <string>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

struct AbbreviationRow {
    std::string_view words;
};

constexpr AbbreviationRow abbreviation_rows[] = {
#include "prose/tables/abbreviations.inc"
};

const std::set<std::string, std::less<>>& abbreviations() {
    static const std::set<std::string, std::less<>> all = [] {
        std::set<std::string, std::less<>> made;
        for (const AbbreviationRow& row : abbreviation_rows) {
            for (const std::string& word : split_list(row.words, ", ")) made.insert(word);
        }
        return made;
    }();
    return all;
}

/// Whether the text ends with an abbreviation and its full stop.
bool ends_with_abbreviation(std::string_view text) {
    text = trimmed(text);
    if (!text.ends_with('.')) return false;
    text.remove_suffix(1);
    const std::size_t blank = text.find_last_of(" \n\t(“\"");
    const std::string_view word = blank == std::string_view::npos ? text : text.substr(blank + 1);
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return true;
    return abbreviations().contains(word);
}

/// The ends of the sentences of a block, in bytes of it.
std::vector<std::size_t> ends_in(std::string_view block) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    if (U_FAILURE(status)) throw Error{std::string("ICU cannot part sentences: ") + u_errorName(status)};
    UText* opened = utext_openUTF8(nullptr, block.data(), static_cast<std::int64_t>(block.size()), &status);
    if (U_FAILURE(status)) throw Error{std::string("ICU cannot read the text: ") + u_errorName(status)};
    breaks->setText(opened, status);
    std::vector<std::size_t> ends;
    if (U_SUCCESS(status)) {
        breaks->first();
        for (auto at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next())
            ends.push_back(static_cast<std::size_t>(at));
    }
    utext_close(opened);
    if (U_FAILURE(status)) throw Error{std::string("ICU cannot part sentences: ") + u_errorName(status)};
    return ends;
}

/// `August 11:` and `Monday –` before a sentence.
Span head_of(const std::vector<Token>& tokens) {
    for (std::size_t i = 1; i < std::min<std::size_t>(tokens.size(), 7); ++i) {
        if (tokens[i].is(":") || (tokens[i].is("-") && tokens[i].after_blank)) return {0, i};
    }
    return {};
}

}  // namespace

std::vector<Sentence> sentences_of(const ProseText& prose) {
    std::vector<Sentence> sentences;
    for (std::size_t b = 0; b < prose.blocks.size(); ++b) {
        const Block& block = prose.blocks[b];
        if (block.kind == BlockKind::boilerplate) continue;
        const std::string_view text = std::string_view(prose.text).substr(block.at.begin, block.at.size());
        std::size_t begin = 0;
        bool first = true;
        for (const std::size_t end : ends_in(text)) {
            if (end < text.size() && ends_with_abbreviation(text.substr(begin, end - begin))) continue;
            Sentence sentence;
            sentence.at = {block.at.begin + begin, block.at.begin + end};
            sentence.block = b;
            sentence.begins_block = first;
            sentence.tokens = tokens_of(text.substr(begin, end - begin));
            for (Token& token : sentence.tokens) {
                token.at.begin += sentence.at.begin;
                token.at.end += sentence.at.begin;
            }
            sentence.head = head_of(sentence.tokens);
            begin = end;
            first = false;
            if (!sentence.tokens.empty()) sentences.push_back(std::move(sentence));
        }
    }
    return sentences;
}

}  // namespace incidentmap
