// SPDX-License-Identifier: MIT
#include "prose/extract.hpp"

#include <utility>

#include "prose/drafting.hpp"
#include "prose/event.hpp"
#include "prose/sentences.hpp"
#include "prose/story.hpp"

namespace incidentmap {
namespace {

/// The day that a title or a heading states.
std::optional<DayAbove> day_of_heading(const Seen& heading, std::size_t sentence, bool is_title) {
    for (const TimeMention& time : heading.times) {
        if (time.date && !time.open && time.date->precision == DatePrecision::day)
            return DayAbove{time, sentence, is_title};
    }
    return std::nullopt;
}

/// The day that a paragraph begins with as an entry of a list: `5 October – …`, `August 11: …`.
std::optional<DayAbove> day_of_entry(const Seen& seen, std::size_t sentence) {
    const std::vector<Token>& tokens = seen.sentence->tokens;
    for (const TimeMention& time : seen.times) {
        if (!time.date || time.date->precision != DatePrecision::day || time.at.end >= tokens.size())
            continue;
        bool begins = true;
        for (std::size_t i = 0; i < time.at.begin; ++i) begins = begins && !tokens[i].is_word();
        // `27 July, 07:05 – …`
        std::size_t end = time.at.end;
        if (tokens[end].is(",") && end + 1 < tokens.size()) ++end;
        if (tokens[end].is_number() && tokens[end].text.find(':') != std::string::npos &&
            end + 1 < tokens.size())
            ++end;
        const Token& behind = tokens[end];
        if (begins && (behind.is("-") || behind.is(":") || behind.is("|")))
            return DayAbove{time, sentence, false};
        break;
    }
    return std::nullopt;
}

/// `• …`, `03/06 …`, `17:40 — …`: an entry of a list.
bool begins_entry(const Sentence& sentence) {
    const std::vector<Token>& tokens = sentence.tokens;
    if (tokens.empty()) return false;
    return tokens[0].is("•") || tokens[0].is("-") || tokens[0].is("#") || tokens[0].is("*") ||
           (tokens[0].is_number() && tokens[0].text.find_first_of(":/") != std::string::npos);
}

}  // namespace

Extracted extract(const TextToRead& text, Resolver& resolver) {
    Extracted extracted;
    extracted.prose = prose_text(text.text);
    extracted.published = text.published ? text.published : extracted.prose.published;
    const std::vector<Sentence> sentences = sentences_of(extracted.prose);
    const DayOrder order = order_of_days(sentences, extracted.published);
    // Read twice: the countries that the whole text names say which of several places is meant.
    TextPlaces first(resolver);
    for (const Sentence& sentence : sentences) mentions_in(sentence, extracted.prose.text, first);
    TextPlaces places(resolver);
    for (const std::string& code : first.countries()) places.note_country(code, first.weight_of(code));
    for (const std::string& name : first.persons()) places.note_person(name);
    for (const Companion& one : first.company()) places.note_company(one);
    std::vector<Seen> seen;
    std::optional<DayAbove> above;
    bool in_body = false;
    std::optional<DayAbove> block_day;
    bool in_entry = false;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const Sentence& sentence = sentences[i];
        Seen one;
        one.sentence = &sentence;
        one.times = times_in(sentence, extracted.published, order);
        one.mentions = mentions_in(sentence, extracted.prose.text, places);
        one.speech = speech_in(sentence.tokens);
        const BlockKind kind = extracted.prose.blocks[sentence.block].kind;
        in_body = in_body || kind == BlockKind::body;
        one.in_title = kind == BlockKind::title || (kind == BlockKind::heading && !in_body);
        if (kind != BlockKind::body) above = day_of_heading(one, i, kind == BlockKind::title);
        const bool begins = i == 0 || sentences[i - 1].block != sentence.block;
        if (begins) block_day = day_of_entry(one, i);
        if (begins) in_entry = block_day || begins_entry(sentence);
        one.in_entry = in_entry;
        if (kind == BlockKind::body) one.day_above = block_day ? block_day : above;
        seen.push_back(std::move(one));
    }
    std::vector<Event> events;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        for (Event& event : events_in(seen[i], i, extracted.prose.text, places))
            events.push_back(std::move(event));
    }
    const Story story = story_of(events, sentences, extracted.published);
    extracted.drafts = drafts_of(story, seen, text, extracted.prose, first.only_country());
    extracted.aggregates = aggregates_of(story, seen, text, extracted.prose);
    return extracted;
}

}  // namespace incidentmap
