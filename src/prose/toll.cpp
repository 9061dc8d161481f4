// SPDX-License-Identifier: MIT
#include "prose/toll.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "prose/number_word.hpp"
#include "prose/people.hpp"
#include "prose/trigger.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

enum class TollSort { killed, injured, both };
enum class TollForm { verb, after, none, one, two };

struct TollRow {
    TollSort sort;
    TollForm form;
    std::string_view words;
};

constexpr TollRow toll_rows[] = {
#include "prose/tables/toll_words.inc"
};

const WordTable& toll_words(TollForm form) {
    static const WordTable verb(toll_rows, [](const TollRow& row) { return row.form == TollForm::verb; });
    static const WordTable after(toll_rows, [](const TollRow& row) { return row.form == TollForm::after; });
    static const WordTable none(toll_rows, [](const TollRow& row) { return row.form == TollForm::none; });
    static const WordTable one(
        toll_rows, [](const TollRow& row) { return row.form == TollForm::one || row.form == TollForm::two; });
    return form == TollForm::verb    ? verb
           : form == TollForm::after ? after
           : form == TollForm::none  ? none
                                     : one;
}

bool is_toll_word(std::span<const Token> tokens, std::size_t at) {
    return toll_words(TollForm::verb).find(tokens, at) || toll_words(TollForm::after).find(tokens, at);
}

/// Words of how many, without a number: `dozens`, `several`.
constexpr std::array<std::string_view, 6> vague{"dozens",   "several", "scores",
                                                "hundreds", "many",    "multiple"};

bool is_people(std::span<const Token> tokens, std::size_t at) {
    return people_word(tokens, at, PeopleSort::victims).has_value();
}

/// `a boy of ten`: the number is an age.
bool is_age(std::span<const Token> tokens, std::size_t at) {
    return at > 1 && tokens[at - 1].is("of") && is_people(tokens, at - 2) &&
           !tokens[at - 2].low.ends_with('s') && !tokens[at - 2].is("people");
}

bool speaks_within(std::span<const Token> tokens, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (people_word(tokens, i, PeopleSort::speech)) return true;
    }
    return false;
}

/// `ten people, a commander and a girl among them, were killed`: what follows are parts of the ten.
bool lists_parts(std::span<const Token> tokens, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 1 < std::min(begin + 16, end); ++i) {
        if (is_toll_word(tokens, i)) return false;
        if (tokens[i].is("among") && (tokens[i + 1].is("them") || tokens[i + 1].is("those"))) return true;
    }
    return false;
}

/// People within a few words, before any mark or toll word.
struct People {
    std::size_t end = 0;
    bool any = false;
    bool plural = false;
};

People people_at(std::span<const Token> tokens, std::size_t from, std::size_t end) {
    People who{from, false, false};
    std::size_t& k = who.end;
    while (k < end && k < from + 8 &&
           (tokens[k].is_word() || (k + 1 < end && tokens[k + 1].after_hyphen && tokens[k + 1].is("year"))) &&
           !is_toll_word(tokens, k) && !tokens[k].is("and") && !tokens[k].is("in") && !tokens[k].is("on") &&
           !tokens[k].is("at") && !tokens[k].is("near")) {
        if (is_people(tokens, k) || people_word(tokens, k, PeopleSort::title)) {
            who.any = true;
            who.plural = tokens[k].low.ends_with('s') || tokens[k].is("people") || tokens[k].is("children") ||
                         tokens[k].is("men") || tokens[k].is("women");
        }
        ++k;
    }
    return who;
}

/// `an elderly couple`
bool is_couple(std::span<const Token> tokens, const Amount& amount, std::size_t end) {
    return amount.is_article && end > amount.at.end && tokens[end - 1].is("couple");
}

/// Whether what stands behind an `and` or a comma is no further part of a sum of people.
bool ends_count(std::span<const Token> tokens, std::size_t next, std::size_t end) {
    if ((next + 1 < end && is_toll_word(tokens, next + 1)) || lists_parts(tokens, next + 1, end)) return true;
    // `killing two and wounding three`, `and 25 wounded`: the next number is the others'.
    const auto following = amount_at(tokens, next + 1, end);
    if (!following) return true;
    const std::size_t behind = following->at.end;
    // `seven people, three of them children`
    if (behind + 1 < tokens.size() && tokens[behind].is("of") &&
        (tokens[behind + 1].is("them") || tokens[behind + 1].is("whom")))
        return true;
    if (behind > next + 1 && tokens[behind - 1].is("them")) return true;
    return (behind < end && is_toll_word(tokens, behind)) ||
           (behind + 1 < end && is_toll_word(tokens, behind + 1));
}

/// People counted from a token on: amounts with people behind them, summed over commas and `and`.
std::optional<TollCount> people_from(std::span<const Token> tokens, std::size_t begin, std::size_t end) {
    long sum = 0;
    long first = 0;
    int parts = 0;
    bool counted = false;
    bool exact = true;
    std::string qualifier;
    std::string words;
    Span at{begin, begin};
    std::size_t i = begin;
    while (i < end) {
        while (i < end && (tokens[i].is("of") || tokens[i].is("his") || tokens[i].is("her")) && !counted) ++i;
        const auto amount = amount_at(tokens, i, end);
        bool definite_one = false;
        std::size_t from = i;
        if (amount) {
            from = amount->at.end;
        } else if (i < end && (tokens[i].is("the") || tokens[i].is("top") || tokens[i].capital ||
                               people_word(tokens, i, PeopleSort::title))) {
            definite_one = true;
        } else {
            break;
        }
        const People who = people_at(tokens, from, end);
        const std::size_t k = who.end;
        const bool people = who.any;
        const bool plural = who.plural;
        // `killed 26 men, a local official said`
        if (counted && speaks_within(tokens, from, std::min(k + 1, end))) break;
        if (amount) {
            if (amount->is_article && !people) break;
            if (!people && k < end && k > from && !amount->is_article && counted) break;
            if (!people && k > from && !counted && !tokens[k - 1].is_word()) break;
            if (!people && k > from + 1) break;  // `two cars`: what is counted is no people
            if (!people && k == from + 1 && !tokens[from].capital && !tokens[from].is("others") &&
                !tokens[from].is("more"))
                break;
            if (amount->exact) {
                const long value = is_couple(tokens, *amount, k) ? 2 : *amount->exact;
                sum += value;
                if (parts++ == 0) first = value;
            } else if (const auto number = number_of(tokens[amount->at.end - 1])) {
                sum += *number;
                exact = false;
                qualifier = amount->text.substr(0, amount->text.rfind(' '));
            } else {
                words = amount->text;
            }
        } else if (definite_one) {
            if (!people || plural) break;
            sum += 1;
        }
        counted = true;
        at.end = k;
        // `two Americans and one Briton`; `a child, a woman and a man`
        std::size_t next = k;
        while (next < end && !tokens[next].is("and") && !tokens[next].is(",") && tokens[next].is_word() &&
               next < k + 6 && !is_toll_word(tokens, next))
            ++next;
        if (next >= end || !(tokens[next].is("and") || tokens[next].is(","))) break;
        if (tokens[next].is(",") && next + 1 < end && !amount_at(tokens, next + 1, end)) break;
        if (ends_count(tokens, next, end)) break;
        i = next + 1;
    }
    if (!counted) return std::nullopt;
    // `three soldiers, two American and one British`: the parts of the first.
    if (parts > 2 && sum == 2 * first) sum = first;
    if (!words.empty() && sum == 0) return TollCount{words, at};
    std::string text = std::to_string(sum);
    if (!exact) text = qualifier + " " + text;
    return TollCount{text, at};
}

/// The last amount of people before a verb, from the clause's begin on.
std::optional<TollCount> people_before(std::span<const Token> tokens, std::size_t begin, std::size_t verb) {
    // `25 wounded`, `57 dead`
    if (verb > begin) {
        for (std::size_t back = 1; back <= 4 && verb >= begin + back; ++back) {
            const auto amount = amount_at(tokens, verb - back, verb);
            if (amount && amount->at.end == verb && !amount->is_article && !is_age(tokens, verb - back))
                return TollCount{amount->text, amount->at};
        }
    }
    std::optional<TollCount> closest;
    for (std::size_t i = begin; i < verb; ++i) {
        const auto amount = amount_at(tokens, i, verb);
        if (!amount) {
            // `the driver was wounded`
            if (tokens[i].is("the") && i + 2 < verb + 1 && is_people(tokens, i + 1) &&
                !tokens[i + 1].low.ends_with('s') && i + 2 >= verb)
                return TollCount{"1", {i, i + 2}};
            continue;
        }
        // `18 people, six of them children, were hurt`
        if (closest && amount->at.end > i + 1 &&
            (tokens[amount->at.end - 1].is("them") || tokens[amount->at.end - 1].is("whom"))) {
            i = amount->at.end - 1;
            continue;
        }
        if (is_age(tokens, i) || (closest && lists_parts(tokens, i, verb))) continue;
        const auto people = people_from(tokens, i, verb);
        if (people) {
            // The closest to the verb: `a bomb at a police academy left 22 cadets dead`
            closest = people;
            i = std::max(people->at.end, i + 1) - 1;
            continue;
        }
        // `Sixteen were seriously wounded`
        const std::size_t after = amount->at.end;
        if (!amount->is_article && after + 1 < verb + 1 && after + 3 >= verb && after < verb &&
            (tokens[after].is("were") || tokens[after].is("was") || tokens[after].is("are")))
            return TollCount{amount->text, amount->at};
        // `leaving five bystanders injured`: whoever they are
        if (i > begin && verb <= amount->at.end + 3 && !amount->is_article &&
            (tokens[i - 1].is("leaving") || tokens[i - 1].is("left") || tokens[i - 1].is("leaves")))
            return TollCount{amount->text, amount->at};
        i = amount->at.end - 1;
    }
    return closest;
}

/// `none of its 11 crew was hurt`, `neither was injured`
std::optional<std::pair<TollSort, Span>> none_of(std::span<const Token> tokens, std::size_t at,
                                                 std::size_t end) {
    if (!(tokens[at].is("none") || tokens[at].is("nobody") || tokens[at].is("neither"))) return std::nullopt;
    for (std::size_t i = at + 1; i < std::min(end, at + 9); ++i) {
        if (tokens[i].is_mark()) return std::nullopt;
        if (tokens[i].is("hurt") || tokens[i].is("injured") || tokens[i].is("wounded"))
            return std::pair{TollSort::injured, Span{at, i + 1}};
        if (tokens[i].is("killed") || tokens[i].is("died"))
            return std::pair{TollSort::killed, Span{at, i + 1}};
    }
    return std::nullopt;
}

/// `the number of people killed has risen to 53`, `the death toll rose to 12`
std::optional<TollCount> risen_to(std::span<const Token> tokens, std::size_t at, Span clause) {
    static constexpr std::array<std::string_view, 8> rises{"risen",     "rose",    "rises",  "climbed",
                                                           "increased", "reached", "climbs", "rising"};
    const bool put_at =
        (tokens[at].is("toll") || tokens[at].is("dead")) && at + 1 < clause.end && tokens[at + 1].is("at");
    if (!put_at && std::find(rises.begin(), rises.end(), tokens[at].low) == rises.end()) return std::nullopt;
    bool deaths = false;
    for (std::size_t i = clause.begin; i < at + (put_at ? 1 : 0); ++i)
        deaths = deaths || tokens[i].is("killed") || tokens[i].is("death") || tokens[i].is("dead") ||
                 tokens[i].is("deaths");
    std::size_t next = at + 1;
    if (next < clause.end && (tokens[next].is("to") || tokens[next].is("at"))) ++next;
    if (!deaths || next >= clause.end) return std::nullopt;
    const auto amount = amount_at(tokens, next, clause.end);
    if (!amount || amount->is_article) return std::nullopt;
    return TollCount{amount->text, amount->at};
}

}  // namespace

std::optional<Amount> amount_at(std::span<const Token> tokens, std::size_t at, std::size_t end) {
    static constexpr std::array<std::string_view, 20> qualifiers{
        "at least",   "more than", "up to",         "as many as",    "about",
        "around",     "some",      "nearly",        "almost",        "over",
        "fewer than", "less than", "no fewer than", "approximately", "no less than",
        "at most",    "roughly",   "an estimated",  "not less than", "close to"};
    static const WordTable table = [] {
        struct Row {
            std::string_view words;
        };
        std::vector<Row> rows;
        static constexpr Row all[] = {
            {"at least, more than, up to, as many as, about, around, some, nearly, almost, over, "
             "fewer than, less than, no fewer than, approximately, no less than, at most, "
             "roughly, an estimated, not less than, close to"}};
        return WordTable(all);
    }();
    std::size_t number = at;
    std::string qualifier;
    if (const auto hit = table.find(tokens, at, end)) {
        number = at + hit->size;
        for (std::size_t i = at; i < number; ++i) qualifier += (i > at ? " " : "") + tokens[i].low;
        if (std::find(qualifiers.begin(), qualifiers.end(), qualifier) == qualifiers.end())
            return std::nullopt;
        if (qualifier == "no fewer than" || qualifier == "no less than" || qualifier == "not less than")
            qualifier = "at least";
        if (qualifier == "some" || qualifier == "around" || qualifier == "nearly" || qualifier == "almost" ||
            qualifier == "approximately" || qualifier == "roughly" || qualifier == "an estimated" ||
            qualifier == "close to")
            qualifier = "about";
        if (qualifier == "as many as" || qualifier == "at most") qualifier = "up to";
        if (qualifier == "over") qualifier = "more than";
        if (qualifier == "less than") qualifier = "fewer than";
    }
    if (number >= end) return std::nullopt;
    const Token& token = tokens[number];
    if (is_ordinal(token) || token.after_hyphen) return std::nullopt;
    if (token.is_number() && token.text.find(':') != std::string::npos) return std::nullopt;
    if (token.is("a") && number + 1 < end &&
        (tokens[number + 1].is("dozen") || tokens[number + 1].is("hundred"))) {
        const long value = tokens[number + 1].is("dozen") ? 12 : 100;
        const std::string text = (qualifier.empty() ? "" : qualifier + " ") + std::to_string(value);
        return Amount{text, {at, number + 2}, qualifier.empty() ? std::optional(value) : std::nullopt, false};
    }
    if (qualifier.empty() && (token.is("a") || token.is("an") || token.is("another")))
        return Amount{"1", {at, number + 1}, 1, true};
    if (std::find(vague.begin(), vague.end(), token.low) != vague.end()) {
        std::size_t behind = number + 1;
        if (behind < end && tokens[behind].is("of")) ++behind;
        return Amount{token.low, {at, behind}, std::nullopt, false};
    }
    std::optional<long> value = number_of(token);
    std::size_t behind = number + 1;
    if (!value) return std::nullopt;
    // `thirty-three`, `two dozen`
    if (token.is_word() && *value >= 20 && *value < 100 && behind < end && tokens[behind].after_hyphen) {
        if (const auto ones = number_of(tokens[behind]); ones && *ones < 10) {
            value = *value + *ones;
            ++behind;
        }
    } else if (behind < end && tokens[behind].is("dozen") && token.is_word()) {
        value = *value * 12;
        ++behind;
    }
    if (behind < end && tokens[behind].is("of") && behind + 1 < end &&
        (tokens[behind + 1].is("its") || tokens[behind + 1].is("them") || tokens[behind + 1].is("whom") ||
         tokens[behind + 1].is("the")))
        behind += 2;
    const std::string text = (qualifier.empty() ? "" : qualifier + " ") + std::to_string(*value);
    return Amount{text, {at, behind}, qualifier.empty() ? value : std::nullopt, false};
}

Toll toll_in(std::span<const Token> tokens, Span clause) {
    Toll toll;
    const auto extend = [&](Span at) {
        if (toll.at.empty()) toll.at = at;
        toll.at.begin = std::min(toll.at.begin, at.begin);
        toll.at.end = std::max(toll.at.end, at.end);
    };
    const auto set = [&](TollSort sort, const TollCount& count, Span words) {
        if (sort != TollSort::injured && !toll.killed) toll.killed = count;
        if (sort != TollSort::killed && !toll.injured) toll.injured = count;
        extend(words);
    };
    std::size_t from = clause.begin;
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        if (const auto hit = toll_words(TollForm::none).find(tokens, i, clause.end)) {
            const Span at{i, i + hit->size};
            set(toll_rows[hit->row].sort, {"0", at}, at);
            i = at.end - 1;
            from = at.end;
            continue;
        }
        if (const auto none = none_of(tokens, i, clause.end)) {
            set(none->first, {"0", none->second}, none->second);
            i = none->second.end - 1;
            from = none->second.end;
            continue;
        }
        if (const auto risen = risen_to(tokens, i, clause)) {
            set(TollSort::killed, *risen, risen->at);
            i = risen->at.end - 1;
            from = risen->at.end;
            continue;
        }
        // Arabic says one and two in the word itself: `سقوط قتيل وجريحين`
        if (const auto one = toll_words(TollForm::one).find(tokens, i, clause.end)) {
            const TollRow& row = toll_rows[one->row];
            set(row.sort, {row.form == TollForm::one ? "1" : "2", {i, i + 1}}, {i, i + 1});
            continue;
        }
        const auto after = toll_words(TollForm::after).find(tokens, i, clause.end);
        const auto verb = toll_words(TollForm::verb).find(tokens, i, clause.end);
        if (!after && !verb) continue;
        // `The fire claimed 12 lives`; not `No one claimed responsibility`
        if (tokens[i].is("claimed") && (i + 1 >= clause.end || !amount_at(tokens, i + 1, clause.end)))
            continue;
        const std::size_t size = std::max(after ? after->size : 0, verb ? verb->size : 0);
        const TollSort sort = after && (!verb || after->size >= verb->size) ? toll_rows[after->row].sort
                                                                            : toll_rows[verb->row].sort;
        std::optional<TollCount> count;
        const bool passive = after && (!verb || after->size > verb->size);
        const bool deaths = tokens[i].is("deaths") || tokens[i].is("injuries") || tokens[i].is("dead");
        if (!passive && verb && !deaths) count = people_from(tokens, i + size, clause.end);
        if (!count) count = people_before(tokens, from, i);
        if (count) {
            Span at{std::min(count->at.begin, i), std::max(count->at.end, i + size)};
            set(sort, *count, at);
            from = std::max(i + size, count->at.begin > i ? count->at.end : i + size);
            i = from - 1;
        } else {
            i += size - 1;
        }
    }
    return toll;
}

}  // namespace incidentmap
