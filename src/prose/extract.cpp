// SPDX-License-Identifier: MIT
#include "prose/extract.hpp"

#include <utility>

#include "prose/drafting.hpp"
#include "prose/event.hpp"
#include "prose/sentences.hpp"
#include "prose/story.hpp"

namespace incidentmap {

Extracted extract(const TextToRead& text, Resolver& resolver) {
    Extracted extracted;
    extracted.prose = prose_text(text.text);
    extracted.published = text.published ? text.published : extracted.prose.published;
    const std::vector<Sentence> sentences = sentences_of(extracted.prose);
    // Read twice: the countries that the whole text names say which of several places is meant.
    TextPlaces first(resolver);
    for (const Sentence& sentence : sentences) mentions_in(sentence, extracted.prose.text, first);
    TextPlaces places(resolver);
    for (const std::string& code : first.countries()) places.note_country(code, first.weight_of(code));
    for (const std::string& name : first.persons()) places.note_person(name);
    std::vector<Seen> seen;
    bool in_body = false;
    for (const Sentence& sentence : sentences) {
        Seen one;
        one.sentence = &sentence;
        one.times = times_in(sentence, extracted.published);
        one.mentions = mentions_in(sentence, extracted.prose.text, places);
        one.speech = speech_in(sentence.tokens);
        const BlockKind kind = extracted.prose.blocks[sentence.block].kind;
        in_body = in_body || kind == BlockKind::body;
        one.in_title = kind == BlockKind::title || (kind == BlockKind::heading && !in_body);
        seen.push_back(std::move(one));
    }
    std::vector<Event> events;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        for (Event& event : events_in(seen[i], i, extracted.prose.text, places))
            events.push_back(std::move(event));
    }
    const Story story = story_of(events, sentences, extracted.published);
    extracted.drafts = drafts_of(story, seen, text, extracted.prose);
    extracted.aggregates = aggregates_of(story, seen, text, extracted.prose);
    return extracted;
}

}  // namespace incidentmap
