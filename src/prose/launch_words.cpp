// SPDX-License-Identifier: MIT
#include "prose/launch_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/text.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct LaunchRow {
    bool is_verb;
    std::string_view words;
};

constexpr LaunchRow launch_rows[] = {
#include "prose/tables/launch_words.inc"
};

const WordTable& launch_words() {
    static const WordTable table(launch_rows);
    return table;
}

constexpr std::array<std::string_view, 22> finds{
    "found",       "discovered", "located", "recovered", "seized", "parked",    "finds", "identified",
    "spotted",     "uncovered",  "ready",   "impounded", "came",   "abandoned", "be",    "traced",
    "confiscated", "عثر",        "عثرت",    "ضبط",       "ضبطت",   "العثور"};

bool finds_something(const Token& token) {
    return std::any_of(finds.begin(), finds.end(), [&](std::string_view word) {
        return token.is(word) || std::find(token.stems.begin(), token.stems.end(), word) != token.stems.end();
    });
}

}  // namespace

bool launches_from_at(std::span<const Token> tokens, std::size_t at) {
    const auto hit = launch_words().find(tokens, at);
    return hit && launch_rows[hit->row].is_verb;
}

bool launches_before(std::span<const Token> tokens, Span clause, std::size_t at) {
    for (std::size_t i = clause.begin; i < at; ++i) {
        if (launches_from_at(tokens, i)) return true;
        const auto trigger = trigger_at(tokens, i);
        if (trigger && trigger->sort == TriggerSort::launches && trigger->is_verb) return true;
    }
    return false;
}

bool is_shelled_from(std::span<const Token> tokens, const std::optional<Trigger>& trigger, std::size_t from) {
    if (!trigger || !trigger->is_verb || trigger->kind != WeaponKind::artillery || trigger->at.end > from)
        return false;
    const std::span<const Token> between = tokens.subspan(trigger->at.end, from - trigger->at.end);
    return std::none_of(between.begin(), between.end(),
                        [](const Token& token) { return token.is_mark() || token.low.ends_with("ing"); });
}

bool has_weapon(std::span<const Token> tokens, Span clause) {
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        if (weapon_at(tokens, i) || tokens[i].is("weapons") || tokens[i].is("munitions")) return true;
    }
    static constexpr std::array<std::string_view, 9> these{"they", "it",  "both",    "most", "some",
                                                           "all",  "two", "several", "these"};
    return std::find(these.begin(), these.end(), tokens[clause.begin].low) != these.end();
}

bool finds_launcher(std::span<const Token> tokens, Span clause) {
    bool found = false;
    bool launcher = false;
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        // `came upon a launcher`
        found = found || (finds_something(tokens[i]) &&
                          (!tokens[i].is("came") || (i + 1 < clause.end && tokens[i + 1].is("upon"))));
        const auto hit = launch_words().find(tokens, i, clause.end);
        launcher = launcher || (hit && !launch_rows[hit->row].is_verb);
    }
    return found && launcher;
}

std::size_t launcher_in(std::span<const Token> tokens, Span clause) {
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        const auto hit = launch_words().find(tokens, i, clause.end);
        if (hit && !launch_rows[hit->row].is_verb) return i;
    }
    return clause.end;
}

bool stands_after_from(std::span<const Token> tokens, Span clause, std::size_t at) {
    bool area = false;  // `from areas under Houthi control in neighbouring Taiz`
    for (std::size_t back = 1; back <= (area ? 9 : 5) && at >= clause.begin + back; ++back) {
        const Token& token = tokens[at - back];
        if (token.is_mark() || trigger_at(tokens, at - back)) return false;
        area = area || token.is("control") || token.is("controlled") || token.is("held");
        if (token.is("from")) return launches_before(tokens, clause, at - back) && has_weapon(tokens, clause);
    }
    return false;
}

bool is_way_before(std::span<const Token> tokens, Span clause, std::size_t at) {
    static constexpr std::array<std::string_view, 9> ways{"road",    "highway", "route", "motorway", "way",
                                                          "railway", "line",    "track", "path"};
    return at > clause.begin && is_one_of(tokens[at - 1].low, ways);
}

}  // namespace incidentmap
