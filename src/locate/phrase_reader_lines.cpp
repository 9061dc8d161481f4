// SPDX-License-Identifier: MIT
// Clues about lines and about two places: ways, borders, sides; and times, which are no distances.
#include <algorithm>
#include <array>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "locate/phrase_reader.hpp"

namespace incidentmap {
namespace {

/// `Tikrit–Baiji` as two names.
std::optional<std::pair<std::string, std::string>> two_of(const std::string& words) {
    for (std::string_view sign : {"–", "—", " - ", "-to-", "/"}) {
        if (const auto at = words.find(sign); at != std::string::npos) {
            std::string first(trimmed(std::string_view(words).substr(0, at)));
            std::string second(trimmed(std::string_view(words).substr(at + sign.size())));
            if (!first.empty() && !second.empty()) return std::pair{std::move(first), std::move(second)};
        }
    }
    // A single hyphen joins two names, more of them join the parts of one.
    const auto hyphen = words.find('-');
    if (hyphen == std::string::npos || hyphen == 0 || words.find('-', hyphen + 1) != std::string::npos ||
        words.size() - hyphen < 4 || hyphen < 3)
        return std::nullopt;
    return std::pair{words.substr(0, hyphen), words.substr(hyphen + 1)};
}

}  // namespace

bool PhraseReader::read_between(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "in" && low(at + 1) == "between") ++at;
    if (low(at) != "between") return false;
    ++at;
    if (low(at) == "the" && (low(at + 1) == "towns" || low(at + 1) == "villages" || low(at + 1) == "cities"))
        at += low(at + 2) == "of" ? 3 : 2;
    const auto first = m_words.name_at(at, "and");
    if (!first || low(at) != "and") return false;
    ++at;
    const auto second = m_words.name_at(at);
    if (!second) return false;
    if (first->ends_with(" border") || second->ends_with(" border")) {
        phrase.not_understood = words(begin, at);
        m_at = m_words.size();
        return true;
    }
    Clue clue;
    clue.relation = Relation::between;
    clue.place = *first;
    clue.other = *second;
    keep(phrase, std::move(clue), begin, at);
    return true;
}

/// `on the road from Q to R`, `on the Q to R road`, `along the Q–R highway`, `the Q-R road`.
bool PhraseReader::read_road(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "on" || low(at) == "along" || low(at) == "by" || low(at) == "off" || low(at) == "near")
        ++at;
    at = m_words.skip_the(at);
    const auto is_road = [&](std::size_t i) {
        return low(i) == "road" || low(i) == "highway" || low(i) == "motorway" || low(i) == "route" ||
               low(i) == "railway";
    };
    if (low(at) == "main" || low(at) == "international" || low(at) == "desert") ++at;
    Clue clue;
    clue.relation = Relation::road;
    if (is_road(at)) {
        ++at;
        std::string_view stop;
        if (low(at) == "from" || low(at) == "linking" || low(at) == "connecting") {
            stop = low(at) == "from" ? "to" : "and";
        } else if (low(at) == "between") {
            stop = "and";
        } else {
            return false;
        }
        ++at;
        std::size_t end = at;
        auto first = m_words.name_at(end, stop);
        if (!first || low(end) != stop) {
            end = at;
            first = m_words.name_at(end, stop == "to" ? "and" : "to");
            if (!first || (low(end) != "to" && low(end) != "and")) return false;
        }
        at = end + 1;
        const auto second = m_words.name_at(at);
        if (!second) return false;
        clue.place = *first;
        clue.other = *second;
        keep(phrase, std::move(clue), begin, at);
        return true;
    }
    std::size_t end = at;
    while (end < m_words.size() && !is_road(end) && !(end > at && m_words.starts_clue(end))) ++end;
    if (end >= m_words.size() || !is_road(end) || end == at || low(at) == ",") return false;
    std::size_t to = at;
    while (to < end && low(to) != "to") ++to;
    if (to < end && to > at && to + 1 < end) {
        clue.place = words(at, to);
        clue.other = words(to + 1, end);
    } else if (auto pair = two_of(words(at, end))) {
        clue.place = std::move(pair->first);
        clue.other = std::move(pair->second);
    } else {
        return false;
    }
    keep(phrase, std::move(clue), begin, end + 1);
    return true;
}

/// `the border of Q`, `the border with Q`, `the border between Q and R`, `the Q–R border`, `the Syrian
/// border`.
bool PhraseReader::read_border(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "on" || low(at) == "along" || low(at) == "at" || low(at) == "near") ++at;
    for (std::string_view sides : {"either side of", "both sides of"}) at += m_words.matches(at, sides);
    at = m_words.skip_the(at);
    Clue clue;
    clue.relation = Relation::border;
    if (low(at) == "border" || low(at) == "borders" || low(at) == "frontier") {
        ++at;
        if (low(at) == "area" || low(at) == "region" || low(at) == "strip") ++at;
        const std::string link = low(at);
        if (link != "of" && link != "with" && link != "between") return false;
        ++at;
        const auto first = m_words.name_at(at, "and");
        if (!first) return false;
        clue.place = *first;
        if (low(at) == "and") {
            ++at;
            const auto second = m_words.name_at(at);
            if (!second) return false;
            clue.other = *second;
        }
        keep(phrase, std::move(clue), begin, at);
        return true;
    }
    std::size_t end = at;
    while (end < m_words.size() && low(end) != "border" && low(end) != "frontier" &&
           !(end > at && m_words.starts_clue(end)))
        ++end;
    if (end >= m_words.size() || (low(end) != "border" && low(end) != "frontier") || end == at ||
        end - at > 6)
        return false;
    // `the other side of the border` names none.
    for (std::size_t i = at; i < end; ++i) {
        if (low(i) == "side") return false;
    }
    const std::string names = words(at, end);
    if (auto pair = two_of(names)) {
        clue.place = std::move(pair->first);
        clue.other = std::move(pair->second);
    } else {
        clue.place = names;
    }
    ++end;
    // `the Qaim border crossing` is a name.
    if (low(end) == "crossing" || low(end) == "post" || low(end) == "gate" || low(end) == "town" ||
        low(end) == "guard" || low(end) == "guards")
        return false;
    keep(phrase, std::move(clue), begin, end);
    return true;
}

/// `the Syrian side of the border`, `the Iraqi side of the border with Syria`: a border, and in which
/// country; `the Mosul side of Qayyarah`.
bool PhraseReader::read_side(Phrase& phrase) {
    constexpr std::size_t most_words = 4;
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "on" || low(at) == "from" || low(at) == "at" || low(at) == "in") ++at;
    if (low(at) != "the") return false;
    const std::size_t side_begin = ++at;
    while (at < m_words.size() && low(at) != "side") ++at;
    const std::size_t side_end = at;
    if (at - side_begin > most_words || m_words.matches(at, "side of") == 0) return false;
    // `the other side of`, `the far side of` name nobody.
    if (!m_words.is_capital(side_begin) || !m_words.could_be_name(side_begin, side_end)) return false;
    const std::string side = words(side_begin, side_end);
    at += 2;
    const std::size_t of = m_words.skip_the(at);
    const std::size_t before = m_at;
    m_at = at;
    bool is_border = read_border(phrase);
    if (!is_border && (low(of) == "border" || low(of) == "frontier")) {
        Clue clue;
        clue.relation = Relation::border;
        clue.place = side;
        keep(phrase, std::move(clue), begin, of + 1);
        is_border = true;
    }
    if (is_border) {
        const std::size_t border_end = m_at;
        phrase.clues.back().words = words(begin, m_at);
        const std::string country = country_of_people(side);
        Clue inside;
        inside.relation = Relation::within;
        inside.place = country.empty() ? side : country_name(country);
        keep(phrase, std::move(inside), side_begin, side_end + 1);
        m_at = border_end;
        return true;
    }
    m_at = before;
    Clue clue;
    clue.relation = Relation::side;
    clue.other = side;
    return keep_with_place(phrase, std::move(clue), begin, at);
}

/// `an hour's drive from Q`: a time is no distance.
bool PhraseReader::read_travel_time(Phrase& phrase) {
    constexpr std::array<std::string_view, 14> times{"hour",   "hours",  "hour's",  "hours'",   "hour’s",
                                                     "hours’", "minute", "minutes", "minutes'", "minutes’",
                                                     "day's",  "days'",  "days",    "minute's"};
    constexpr std::array<std::string_view, 8> travels{"drive", "walk",  "flight",  "ride",
                                                      "away",  "march", "journey", "driving"};
    std::size_t at = m_at;
    bool is_time = false;
    while (at < m_words.size() && at < m_at + 8 &&
           !(is_time && std::find(travels.begin(), travels.end(), low(at)) != travels.end())) {
        is_time = is_time || std::find(times.begin(), times.end(), low(at)) != times.end() ||
                  low(at).ends_with("-hour") || low(at).ends_with("-minute") || low(at).ends_with("-day");
        ++at;
    }
    if (at >= m_words.size() || at >= m_at + 8) return false;
    phrase.not_understood = words(m_at, at + 1);
    m_at = m_words.size();
    return true;
}

}  // namespace incidentmap
