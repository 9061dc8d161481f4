// SPDX-License-Identifier: MIT
#include "prose/dated_event.hpp"

#include <algorithm>
#include <utility>

#include "prose/time_words.hpp"

namespace incidentmap {
namespace {

using std::chrono::days;

EventDate shifted(EventDate from, int by) {
    from.first += days{by};
    from.last += days{by};
    return from;
}

/// Whether the day is that of another verb: `Workers on Thursday ended their search where a missile hit the
/// market`; `In Basra, where protesters marched on Friday, rockets struck the airport`.
bool is_of_another_verb(const TimeMention& time, const Event& event, const std::vector<Token>& tokens) {
    if (!event.trigger || time.at.end > event.trigger->at.begin) return false;
    const auto is_relative = [](const Token& token) {
        return token.is("where") || token.is("who") || token.is("which") || token.is("whose") ||
               token.is("that");
    };
    bool comma = false;
    for (std::size_t i = time.at.end; i < event.trigger->at.begin; ++i) {
        comma = comma || tokens[i].is(",");
        if (is_relative(tokens[i]) && !comma) return true;
    }
    if (!comma) return false;
    for (std::size_t i = time.at.begin; i-- > event.clause.begin;) {
        if (tokens[i].is(",")) return false;
        if (is_relative(tokens[i])) return true;
    }
    return false;
}

/// The times of an event that may be its day, and the one from which its counted days are counted.
struct OwnTime {
    const TimeMention* time = nullptr;
    const TimeMention* anchor = nullptr;
};

OwnTime own_time(const Event& event, const std::vector<Token>& tokens) {
    OwnTime own;
    OwnTime other;
    for (const TimeMention& time : event.times) {
        if (time.is_part_of_day || (!time.date && !time.from_anchor_days)) continue;
        // The day at the head of an entry is that of what has none of its own.
        if (event.day_above && event.day_above->sentence == event.sentence &&
            event.day_above->time.at == time.at)
            continue;
        OwnTime& of = is_of_another_verb(time, event, tokens) ? other : own;
        const bool better =
            !of.time || (time.date && !of.time->date) ||
            (time.date && of.time->date && of.time->date->precision != DatePrecision::day &&
             time.date->precision == DatePrecision::day) ||
            // `Two weeks ago, on 27 August`
            (time.date && of.time->date && of.time->date->approximate && !time.date->approximate);
        if (better) of.time = &time;
    }
    if (own.time == nullptr) return other;
    if (other.time != nullptr && other.time->date) own.anchor = other.time;
    return own;
}

/// `reopened on Friday, nine days after a strike`: how many days before that day it was.
std::optional<int> days_after(const TimeMention* own, const Event& event, const std::vector<Token>& tokens) {
    if (own == nullptr || !own->date || !event.trigger || own->at.end > event.trigger->at.begin)
        return std::nullopt;
    for (std::size_t i = own->at.end; i + 2 < event.trigger->at.begin; ++i) {
        const auto counted = counted_days_at(tokens, i);
        if (counted && tokens[i + counted->size].is("after")) return counted->days;
    }
    return std::nullopt;
}

/// `hours after a missile hit`, `a day after`: counted from the clause before; else the day is not known.
void link_day(Told& told, const Event& event, const Told& before) {
    if (!before.date) return;
    if (!event.link_days) {
        // Beside what is known to the month, no more is known of it either.
        if (before.date->precision == DatePrecision::day || before.date->precision == DatePrecision::days)
            return;
        told.date = before.date;
        told.date->approximate = true;
        told.basis = DateBasis::inherited;
        told.date_words = before.date_words;
        told.date_words.rule = "about that of the incident told beside it";
        return;
    }
    told.date = shifted(*before.date, event.link == LinkSort::earlier ? -*event.link_days : *event.link_days);
    told.basis = DateBasis::relative;
    told.date_words = before.date_words;
    told.date_words.rule = "counted from the incident told beside it";
}

int worth(DateBasis basis) {
    switch (basis) {
        case DateBasis::stated:
            return 4;
        case DateBasis::relative:
            return 3;
        case DateBasis::inherited:
            return 2;
        case DateBasis::by_publication:
            return 1;
        case DateBasis::none:
            break;
    }
    return 0;
}

bool is_day(const std::optional<EventDate>& date) { return date && date->precision == DatePrecision::day; }

}  // namespace

bool has_own_day(const Told& told) {
    return told.basis == DateBasis::stated ||
           (told.basis == DateBasis::relative && !told.date_words.rule.starts_with("the day on which"));
}

Telling telling_of(const Told& told) {
    Telling telling;
    if (has_own_day(told)) telling.date = told.date;
    for (const ToldPlace& place : told.targets) {
        if (!is_wide(place)) telling.points.push_back(place.use.mention.found->point);
    }
    return telling;
}

void better_date(Told& old, const Told& told) {
    const bool closer =
        told.date && old.date && told.basis == old.basis && is_day(told.date) && !is_day(old.date);
    if (worth(told.basis) > worth(old.basis) || closer) {
        old.date = told.date;
        old.basis = told.basis;
        old.date_words = told.date_words;
    }
}

std::string words_of(const Sentence& sentence, Span at) {
    std::string words;
    for (std::size_t i = at.begin; i < at.end; ++i) {
        const Token& token = sentence.tokens[i];
        words += (words.empty() ? "" : token.after_hyphen ? "-" : " ") + token.text;
    }
    return words;
}

void date_event(Told& told, const Event& event, const Told* before, const std::vector<Sentence>& sentences,
                const std::optional<Day>& published) {
    const auto take = [&](const EventDate& date, DateBasis basis, std::size_t sentence,
                          const TimeMention& time, std::string rule) {
        told.date = date;
        told.basis = basis;
        told.date_words = {sentence, time.at, words_of(sentences[sentence], time.at), std::move(rule)};
    };
    const auto [own, anchor] = own_time(event, sentences[event.sentence].tokens);
    if (const auto ago = days_after(own, event, sentences[event.sentence].tokens))
        return take(shifted(*own->date, -*ago), DateBasis::relative, event.sentence, *own,
                    "counted from the day told beside it");
    const bool headed = event.day_above && !event.day_above->in_title && event.day_above->time.date;
    if (own && own->date && headed && published && own->rule == "counted from the publication") {
        const auto back = own->date->first - *published;
        return take(shifted(*event.day_above->time.date, static_cast<int>(back.count())), own->basis,
                    event.sentence, *own, "counted from the day of the heading, or of the entry");
    }
    if (own && own->date) return take(*own->date, own->basis, event.sentence, *own, own->rule);
    if (own && anchor)
        return take(shifted(*anchor->date, *own->from_anchor_days), DateBasis::relative, event.sentence, *own,
                    "counted from the day told beside it");
    const bool begins_entry = !before || sentences[before->sentence].block != sentences[event.sentence].block;
    if (own && headed && begins_entry)
        return take(shifted(*event.day_above->time.date, *own->from_anchor_days), DateBasis::relative,
                    event.sentence, *own, "counted from the day of the heading, or of the entry");
    if (own && own->from_anchor_days && *own->from_anchor_days != 0 && (!before || !before->date))
        return;  // counted from what is not known
    if (own && before && before->date)
        return take(shifted(*before->date, *own->from_anchor_days), DateBasis::relative, event.sentence, *own,
                    own->rule);
    const bool overnight = std::any_of(event.times.begin(), event.times.end(),
                                       [](const TimeMention& time) { return time.is_part_of_day; });
    if (overnight && !event.said_on && published && !headed)
        return take({*published - days{1}, *published, DatePrecision::days, false}, DateBasis::relative,
                    event.sentence, event.times.front(), "the night up to the publication");
    if (event.link != LinkSort::none && event.link != LinkSort::same && before)
        return link_day(told, event, *before);
    if (event.day_above && !event.day_above->in_title)
        return take(*event.day_above->time.date, DateBasis::stated, event.day_above->sentence,
                    event.day_above->time, "the day of the heading, or of the entry");
    if (event.said_on && event.said_on->date && (!before || before->sentence != event.sentence))
        return take(*event.said_on->date, DateBasis::relative, event.sentence, *event.said_on,
                    "the day on which it was said");
    if (before && before->date) {
        told.date = before->date;
        told.date_words = before->date_words;
        // A day that nobody stated stays one.
        told.basis = before->basis == DateBasis::by_publication ? before->basis : DateBasis::inherited;
        if (told.basis == DateBasis::inherited)
            told.date_words.rule = "handed on from the incident told before";
        return;
    }
    if (before != nullptr) return;
    if (event.day_above)
        return take(*event.day_above->time.date, DateBasis::inherited, event.day_above->sentence,
                    event.day_above->time, "the day of the title");
    if (!published) return;
    told.date = EventDate{*published - days{1}, *published, DatePrecision::days, true};
    told.basis = DateBasis::by_publication;
    told.date_words.rule = "no day is stated: up to the day of publication";
}

}  // namespace incidentmap
