// SPDX-License-Identifier: MIT
#include "prose/people.hpp"

#include <algorithm>
#include <array>

#include "core/date_words.hpp"
#include "gazetteer/country.hpp"
#include "prose/trigger.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct PeopleRow {
    PeopleSort sort;
    std::string_view words;
};

constexpr PeopleRow people_rows[] = {
#include "prose/tables/people_words.inc"
};

/// A word may stand in rows of several sorts: `police`.
struct PeopleTables {
    WordTable title{people_rows, [](const PeopleRow& row) { return row.sort == PeopleSort::title; }};
    WordTable victims{people_rows, [](const PeopleRow& row) { return row.sort == PeopleSort::victims; }};
    WordTable speech{people_rows, [](const PeopleRow& row) { return row.sort == PeopleSort::speech; }};
    WordTable organisation{people_rows,
                           [](const PeopleRow& row) { return row.sort == PeopleSort::organisation; }};
    WordTable group{people_rows, [](const PeopleRow& row) { return row.sort == PeopleSort::group; }};
};

const WordTable& table_of(PeopleSort sort) {
    static const PeopleTables tables;
    switch (sort) {
        case PeopleSort::title:
            return tables.title;
        case PeopleSort::victims:
            return tables.victims;
        case PeopleSort::speech:
            return tables.speech;
        case PeopleSort::organisation:
            return tables.organisation;
        case PeopleSort::group:
            break;
    }
    return tables.group;
}

bool has_trigger(std::span<const Token> tokens, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        const auto trigger = trigger_at(tokens, i);
        if (trigger && (trigger->is_verb || !tokens[i].stems.empty())) return true;
        if (people_word(tokens, i, PeopleSort::victims) && i + 2 < end &&
            (tokens[i + 1].is("were") || tokens[i + 1].is("was") || tokens[i + 1].is("died")))
            return true;
        if (tokens[i].is("killed") || tokens[i].is("died") || tokens[i].is("casualties") ||
            tokens[i].is("injured") || tokens[i].is("wounded") || tokens[i].is("hurt") ||
            tokens[i].is("killing"))
            return true;
    }
    return false;
}

bool ends_clause(const Token& token) {
    return token.is_mark() && (token.is(",") || token.is(";") || token.is(".") || token.is(":") ||
                               token.is("\"") || token.is("”") || token.is("“") || token.is("-"));
}

/// Where a day and a manner behind the verb end: `on Tuesday`, `in a statement`, `on Twitter`, `that`.
std::size_t after_speech(std::span<const Token> tokens, std::size_t at) {
    while (at < tokens.size()) {
        const Token& token = tokens[at];
        if (token.is("that")) return at + 1;
        const bool small = token.is("on") || token.is("late") || token.is("early") || token.is("in") ||
                           token.is("reporters") || token.is("afp") || token.is("reuters") || token.is("a") ||
                           token.is("statement") || token.is("twitter") || token.is("telegram") ||
                           token.is("evening") || token.is("morning") || token.is("night") ||
                           token.is("the") || token.is("ap") || token.is("agency") || token.is("x") ||
                           token.is("post") || token.is("facebook") || token.is("social") ||
                           token.is("media") || token.is("briefing") || token.is("to") || token.is("state") ||
                           token.is("television");
        const auto words = date_tokens(token.text);
        const bool day = token.is_word() && token.capital && words.size() == 1 &&
                         (words[0].word == DateWord::weekday || words[0].word == DateWord::month);
        const bool number = token.is_number() && at > 0;
        if (!small && !day && !(number && at > 0 && !tokens[at - 1].is("in"))) return at;
        // `said in Baghdad that`: no more than the words above belong to the verb.
        if (token.is("the") || token.is("a") || token.is("in") || token.is("on") || token.is("to")) {
            if (at + 1 >= tokens.size()) return at;
            const std::size_t next = after_speech(tokens, at + 1);
            if (next == at + 1) return at;
            at = next;
            continue;
        }
        ++at;
    }
    return at;
}

}  // namespace

std::string country_of_word(const Token& token) {
    if (!token.is_word() || !token.capital) return {};
    if (token.is("us") && token.text != "us") return "US";
    if (token.is("uk")) return "GB";
    if (token.is("kurdish")) return "IQ";
    return country_of_people(token.text);
}

std::optional<std::size_t> people_word(std::span<const Token> tokens, std::size_t at, PeopleSort sort) {
    const auto hit = table_of(sort).find(tokens, at);
    if (!hit) return std::nullopt;
    return hit->size;
}

bool is_person(std::span<const Token> tokens, Span run) {
    for (std::size_t i = run.begin; i < run.end; ++i) {
        const auto size = people_word(tokens, i, PeopleSort::title);
        if (size && i + *size < run.end) return true;
        if (size && i + *size == run.end && i > run.begin) return false;
    }
    for (std::size_t back = 1; back <= 2 && back <= run.begin; ++back) {
        const Token& before = tokens[run.begin - back];
        if (!before.is_word()) {
            if (before.is(".")) continue;
            break;
        }
        if (back == 1 || tokens[run.begin - 1].is(".")) {
            if (people_word(tokens, run.begin - back, PeopleSort::title) && !before.is("head") &&
                !before.is("leader"))
                return true;
        }
    }
    return false;
}

bool is_organisation(std::span<const Token> tokens, Span run) {
    for (std::size_t i = run.begin; i < run.end; ++i) {
        if (people_word(tokens, i, PeopleSort::organisation)) return true;
    }
    return people_word(tokens, run.end - 1, PeopleSort::group).has_value() && run.size() > 1;
}

std::vector<Speech> speech_in(std::span<const Token> tokens) {
    std::vector<Speech> found;
    std::size_t from = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto size = people_word(tokens, i, PeopleSort::speech);
        if (!size || i < from) continue;
        if (tokens[i].is("called") && i >= 2 && tokens[i - 2].is("what"))
            continue;                                                         // `at what it called bases`
        if (tokens[i].capital && tokens[i].stems.empty() && i > 0) continue;  // `United States`
        Speech speech;
        speech.verb = i;
        const std::size_t behind = i + *size;
        if (tokens[i].is("according")) {
            std::size_t end = behind;
            while (end < tokens.size() && !ends_clause(tokens[end]) &&
                   !(trigger_at(tokens, end) && trigger_at(tokens, end)->is_verb))
                ++end;
            speech.at = {i, end};
            speech.who = {behind, end};
            speech.leads = i == 0;
            found.push_back(speech);
            from = end;
            continue;
        }
        // Back to where the speaker's words begin.
        std::size_t begin = i;
        while (begin > from && !ends_clause(tokens[begin - 1]) && !tokens[begin - 1].is("and") &&
               !tokens[begin - 1].is("but"))
            --begin;
        // `Colonel Marotto, a spokesman, said …`; not `rockets fell in Balad, said the mayor`
        // In Arabic who speaks stands behind the verb, and what is told before it is no speaker.
        const bool arabic = !tokens[i].stems.empty();
        if (begin == i && !arabic && !has_trigger(tokens, from, i)) begin = from;
        const bool ends = behind >= tokens.size() || (tokens[behind].is(".") && behind + 2 >= tokens.size());
        const bool behind_all = begin == i && i > from;
        const bool trails =
            begin > 0 && (behind_all || has_trigger(tokens, from, begin) || (ends && begin > from));
        if (has_trigger(tokens, begin, i)) begin = i > begin + 3 ? i - 3 : begin;
        std::size_t end = after_speech(tokens, behind);
        // `said Siddiq Ahmed, who heads …`: the speaker stands behind.
        if (trails && end < tokens.size() && tokens[end].is_word() && tokens[end].capital)
            end = tokens.size();
        if (trails && end < tokens.size() && !ends_clause(tokens[end])) {
            while (end < tokens.size() && !ends_clause(tokens[end]) &&
                   !(trigger_at(tokens, end) && trigger_at(tokens, end)->is_verb))
                ++end;
        }
        speech.at = {begin, end};
        speech.who = {begin, i};
        speech.leads = !trails;
        found.push_back(speech);
        from = end;
    }
    return found;
}

}  // namespace incidentmap
