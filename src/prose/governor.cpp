// SPDX-License-Identifier: MIT
#include "prose/governor.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/text.hpp"
#include "prose/going_back.hpp"
#include "prose/people.hpp"
#include "prose/place_words.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct RoleRow {
    RoleWord role;
    std::string_view words;
};

constexpr RoleRow role_rows[] = {
#include "prose/tables/role_words.inc"
};

const WordTable& role_words() {
    static const WordTable table(role_rows);
    return table;
}

/// `the town of`, `the airbase of`: the words before `of` are of the name's kind.
bool is_kind_before(std::span<const Token> tokens, std::size_t of) {
    if (of == 0) return false;
    static constexpr std::array<std::string_view, 16> kinds{
        "towns",   "cities",         "villages", "districts",   "provinces", "ports",
        "areas",   "parts",          "capital",  "regions",     "bases",     "camps",
        "islands", "neighbourhoods", "suburbs",  "governorates"};
    return is_place_noun(tokens[of - 1]) || is_one_of(tokens[of - 1].low, kinds);
}

/// `the Risaldar area of`: a name stands before the kind.
bool has_name_before(std::span<const Token> tokens, std::size_t of) {
    if (of < 2) return false;
    const Token& name = tokens[of - 2];
    static constexpr std::array<std::string_view, 5> waters{"sea", "gulf", "ocean", "lake", "river"};
    if (is_one_of(name.low, waters)) return false;  // `the Red Sea port of Mokha`
    return name.is_word() && name.capital && name.stems.empty() && of > 2 && country_of_word(name).empty();
}

bool is_verb_like(const Token& token) {
    static constexpr std::array<std::string_view, 32> verbs{
        "is",      "was",      "were",    "are",    "has",    "had",     "have",    "be",
        "been",    "that",     "which",   "who",    "where",  "whose",   "said",    "houses",
        "hosts",   "hosting",  "housing", "serves", "killed", "killing", "wounded", "wounding",
        "injured", "injuring", "and",     "or",     "but",    "when",    "while",   "if"};
    return is_one_of(token.low, verbs);
}

}  // namespace

std::optional<Trigger> trigger_ending(std::span<const Token> tokens, Span clause, std::size_t end) {
    for (std::size_t size = 4; size >= 1; --size) {
        if (end < size + clause.begin) continue;
        const auto trigger = trigger_at(tokens, end - size);
        if (trigger && trigger->at.end == end) return trigger;
    }
    return std::nullopt;
}

Governor governor_of(std::span<const Token> tokens, Span clause, const Mention& mention) {
    // `بمدينة الفاشر`: the preposition is written together with the noun.
    const Token& head = tokens[mention.at.begin];
    if (head.stems.size() > 1 && head.low.starts_with("ب") && is_place_noun(head))
        return {RoleWord::in, {mention.at.begin, mention.at.begin + 1}, false, false};
    std::size_t at = mention.at.begin;
    for (int steps = 0; steps < 9 && at > clause.begin; ++steps) {
        --at;
        const Token& token = tokens[at];
        if (token.is_mark()) {
            // `at its second city, Ganja`
            if (token.is(",") && at + 1 == mention.at.begin && at > clause.begin &&
                is_place_noun(tokens[at - 1]) && !tokens[at - 1].capital)
                continue;
            if (token.is("'s") || token.is("“") || token.is("\"") || token.is("’") || token.is("‘")) continue;
            break;
        }
        for (std::size_t size : {std::size_t{4}, std::size_t{3}, std::size_t{2}, std::size_t{1}}) {
            if (at + 1 < size + clause.begin) continue;
            const std::size_t begin = at + 1 - size;
            const auto hit = role_words().find(tokens, begin, at + 1);
            if (!hit || hit->size != size) continue;
            const RoleWord role = role_rows[hit->row].role;
            // `town of`, `outskirts of`; not `the Risaldar area of Peshawar`
            if (role == RoleWord::of && is_kind_before(tokens, begin) && !has_name_before(tokens, begin))
                break;
            return {role, {begin, at + 1}, false, false};
        }
        const auto trigger = trigger_ending(tokens, clause, at + 1);
        if (trigger) return {RoleWord::at, trigger->at, true, false};
        // Another name between is what the word governs: `In Bolan a bridge linking Quetta`.
        const bool of_owner = at + 1 < tokens.size() && tokens[at + 1].is("'s");
        const bool other_name = token.capital && token.stems.empty() && at + 2 < mention.at.begin &&
                                !of_owner && country_of_word(token).empty() && !is_place_noun(token);
        // `On Tuesday Iran fired missiles`: the word before is of the day.
        if (is_verb_like(token) || other_name || (token.capital && is_date_word(token))) break;
    }
    return {};
}

bool owns_site(std::span<const Token> tokens, const Mention& mention) {
    if (!mention.found || mention.is_country || mention.rank < 2 || mention.rank > 4) return false;
    for (std::size_t i = mention.at.end + 1; i < std::min(mention.at.end + 5, tokens.size()); ++i) {
        if (!tokens[i].is_word() || tokens[i].capital) return false;
        if (const auto noun = place_noun(tokens, i)) return noun->rank >= 3;
    }
    return false;
}

bool is_among_places(std::span<const Token> tokens, Span clause, const Governor& governor) {
    static constexpr std::array<std::string_view, 18> places{
        "places",    "towns",     "cities",    "villages", "bases",   "sites",
        "positions", "provinces", "districts", "regions",  "areas",   "targets",
        "locations", "posts",     "camps",     "points",   "suburbs", "neighbourhoods"};
    const auto is = [&](std::size_t at, std::string_view word) {
        return at < tokens.size() && tokens[at].is(word);
    };
    const std::size_t at = governor.at.begin;
    if (!(is(at, "among") && is(governor.at.end, "them")) && !is(at, "including")) return false;
    for (std::size_t back = 1; back <= 10 && at >= clause.begin + back; ++back) {
        if (is_one_of(tokens[at - back].low, places)) return true;
    }
    return false;
}

bool is_apposition(std::span<const Token> tokens, Span gap) {
    if (gap.size() < 4 || gap.size() > 8 || !tokens[gap.begin].is(",")) return false;
    const Token& article = tokens[gap.begin + 1];
    const Token& last = tokens[gap.end - 1];
    if (!(article.is("a") || article.is("an") || article.is("the"))) return false;
    if (!(last.is("of") || last.is("in") || last.is("near") || last.is("outside"))) return false;
    if (last.is("of") && is_direction(tokens[gap.end - 2].low)) return false;  // `a district south-west of`
    bool noun = false;
    for (std::size_t i = gap.begin + 2; i + 1 < gap.end; ++i) {
        if (tokens[i].is_mark() || trigger_at(tokens, i)) return false;
        noun = noun || is_place_noun(tokens[i]);
    }
    return noun;
}

bool list_goes_on(std::span<const Token> tokens, Span rest) {
    for (std::size_t i = rest.begin; i < std::min(rest.begin + 6, rest.end); ++i) {
        if (tokens[i].is("and") || tokens[i].is("or") || tokens[i].is("as")) return true;
        if (tokens[i].is_word() && !tokens[i].capital && !tokens[i].is("the")) return false;
    }
    return false;
}

bool is_of_anchor(std::span<const Token> tokens, Span clause, const std::optional<Trigger>& trigger,
                  std::span<const TimeMention> times, const Mention& mention) {
    if (!trigger || !trigger->is_verb) return false;
    std::size_t comma = clause.begin;
    while (comma < trigger->at.begin && !tokens[comma].is(",")) ++comma;
    if (comma >= trigger->at.begin || mention.at.begin > comma) return false;
    const auto anchor = std::find_if(times.begin(), times.end(), [&](const TimeMention& time) {
        return time.from_anchor_days && time.at.begin <= clause.begin + 1 && time.at.end < comma;
    });
    if (anchor == times.end()) return false;
    for (std::size_t i = anchor->at.end; i < comma; ++i) {
        const auto of_another = trigger_at(tokens, i);
        if (of_another && of_another->at.end <= mention.at.begin) return true;
    }
    return false;
}

bool is_where_taken(std::span<const Token> tokens, Span clause, std::size_t governor) {
    static constexpr std::array<std::string_view, 12> taken{
        "taken",   "brought", "rushed", "evacuated",    "flown",     "transferred",
        "treated", "carried", "buried", "hospitalised", "airlifted", "moved"};
    for (std::size_t back = 1; back <= 5 && governor >= clause.begin + back; ++back) {
        const std::size_t at = governor - back;
        if (tokens[at].is_mark() || trigger_at(tokens, at)) return false;
        if (is_one_of(tokens[at].low, taken)) return true;
    }
    return false;
}

bool is_part_before(std::span<const Token> tokens, std::size_t of) {
    static constexpr std::array<std::string_view, 44> parts{
        "part",        "parts",    "outskirts", "centre",    "center",   "north",         "south",
        "east",        "west",     "edge",      "coast",     "area",     "areas",         "suburb",
        "suburbs",     "side",     "heart",     "district",  "middle",   "town",          "city",
        "countryside", "premises", "grounds",   "perimeter", "border",   "borders",       "vicinity",
        "gates",       "entrance", "runway",    "territory", "waters",   "neighbourhood", "neighborhood",
        "compound",    "roof",     "walls",     "shore",     "villages", "ward",          "sector",
        "block",       "quarter"};
    if (of > 1 && tokens[of - 1].is_number()) --of;  // `ward 12 of Lashio`
    if (of > 0 && is_one_of(tokens[of - 1].low, parts)) return true;
    // `two residents of Chasiv Yar were killed`
    if (of == 0 || !people_word(tokens, of - 1, PeopleSort::victims)) return false;
    for (std::size_t i = of + 1; i < std::min(of + 9, tokens.size()); ++i) {
        if (tokens[i].is("killed") || tokens[i].is("wounded") || tokens[i].is("injured") ||
            tokens[i].is("died") || tokens[i].is("hurt"))
            return true;
    }
    return false;
}

bool is_passive(std::span<const Token> tokens, Span clause, const Trigger& trigger) {
    if (trigger.at.end < tokens.size() && tokens[trigger.at.end].is("by")) return true;
    // `Moscow has been pounding Odesa`: it pounds.
    if (tokens[trigger.at.begin].low.ends_with("ing")) return false;
    static constexpr std::array<std::string_view, 6> forms{"was", "were", "been", "being", "are", "is"};
    for (std::size_t back = 1; back <= 3 && trigger.at.begin >= clause.begin + back; ++back) {
        const Token& token = tokens[trigger.at.begin - back];
        if (is_one_of(token.low, forms)) return true;
        if (token.is_mark()) return false;
    }
    return false;
}

bool stands_before_noun(std::span<const Token> tokens, const Mention& mention, const Trigger& noun) {
    if (noun.at.begin > mention.at.end + 2) return false;
    for (std::size_t i = mention.at.end; i < noun.at.begin; ++i) {
        if (!weapon_at(tokens, i) && !tokens[i].is("'s")) return false;
    }
    return true;
}

bool leads_entry(std::span<const Token> tokens, std::span<const TimeMention> times, const Mention& mention) {
    if (mention.is_country || mention.rank < 2) return false;
    // `Kashira, Moscow region: a drone …`
    std::size_t end = mention.at.end;
    const auto is_mark = [&](std::size_t at, std::string_view mark) {
        return at < tokens.size() && tokens[at].is(mark);
    };
    if (is_mark(end, ",")) {
        std::size_t behind = end + 1;
        while (behind < tokens.size() && behind < end + 6 && tokens[behind].is_word() &&
               (tokens[behind].capital || is_place_noun(tokens[behind])))
            ++behind;
        if (behind > end + 1) end = behind;
    }
    // `#Idlib 11:40: …`
    if (end + 1 < tokens.size() && tokens[end].is_number() && tokens[end].text.find(':') != std::string::npos)
        ++end;
    const bool dash = is_mark(end, "-") && tokens[end].after_blank;
    if (!is_mark(end, ":") && !is_mark(end, "|") && !dash) return false;
    for (std::size_t i = 0; i < mention.at.begin; ++i) {
        const bool timed =
            std::any_of(times.begin(), times.end(), [&](const TimeMention& time) { return time.at.has(i); });
        const bool bar = tokens[i].is("|") || i == 0;
        if (tokens[i].is_word() && !timed) return false;
        if (tokens[i].is_number() && !timed && !bar) return false;
    }
    return true;
}

}  // namespace incidentmap
