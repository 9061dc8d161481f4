// SPDX-License-Identifier: MIT
// Clues about one place: distances, directions, parts, what is near.
#include "locate/phrase_reader.hpp"

#include <utility>

#include "gazetteer/spelling/kind_words.hpp"

namespace incidentmap {
namespace {

/// `[to the | due | in the] DIRECTION`, as it stands behind a distance.
std::size_t after_lead(const PhraseText& text, std::size_t at) {
    if (text.low(at) == "away") ++at;
    if (text.low(at) == "to" || text.low(at) == "in" || text.low(at) == "towards" || text.low(at) == "toward")
        ++at;
    at = text.skip_the(at);
    if (text.low(at) == "due" || text.low(at) == "just") ++at;
    return at;
}

/// `Province`: with a direction before it a name (`Northern Province`), and no part of something.
bool is_word_of_divisions(const std::string& name) {
    const NameParts parts = name_parts("X " + name);
    return parts.core_normal == "x" && !parts.kind_words.empty() &&
           kind_group(parts.kind_words.front().kind) == "admin";
}

}  // namespace

void PhraseReader::keep(Phrase& phrase, Clue clue, std::size_t begin, std::size_t end) {
    clue.words = words(begin, end);
    phrase.clues.push_back(std::move(clue));
    m_at = end;
}

/// Keeps a clue that ends with the name of its place, which begins at \p at; false where no name does.
bool PhraseReader::keep_with_place(Phrase& phrase, Clue clue, std::size_t begin, std::size_t at) {
    const auto name = m_words.name_at(at);
    if (!name) return false;
    clue.place = *name;
    keep(phrase, std::move(clue), begin, at);
    return true;
}

bool PhraseReader::read_offset(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    Clue clue;
    clue.relation = Relation::offset;
    if (low(at) == "within") {
        ++at;
    } else {
        at += m_words.matches(at, "up to");
    }
    for (int leg = 0; leg < 2; ++leg) {
        const auto distance = m_words.distance_at(at);
        if (!distance) return false;
        std::size_t after = after_lead(m_words, at);
        const auto direction = m_words.compass_direction_at(after);
        if (direction) at = after;
        clue.legs.push_back({*distance, direction});
        if (low(at) != "and" || !direction) break;
        ++at;
    }
    if (clue.legs.size() == 2 && !clue.legs.back().direction) return false;
    if (!clue.legs.front().direction && low(at) == "away") ++at;
    if (low(at) == "inside" || low(at) == "into") {  // `13 km inside the Iraqi border`
        phrase.not_understood = words(begin, at + 1);
        m_at = m_words.size();
        return true;
    }
    const bool has_link = low(at) == "of" || low(at) == "from" ||
                          (!clue.legs.back().direction && (low(at) == "outside" || low(at) == "off"));
    // `85 km N Baghdad`
    const bool name_follows = !has_link && phrase.clues.empty() && clue.legs.back().direction &&
                              at < m_words.size() && low(at) != "," && m_words.is_capital(at);
    if (has_link || name_follows) {
        if (has_link) ++at;
        at += m_words.matches(at, "the coast of");
        const auto name = m_words.name_at(at);
        if (!name) return false;
        clue.place = *name;
        // `12 km from Taji to the north`
        if (!clue.legs.front().direction && (low(at) == "to" || low(at) == "towards")) {
            std::size_t after = after_lead(m_words, at);
            if (const auto direction = m_words.compass_direction_at(after); direction && low(after) != "of") {
                clue.legs.front().direction = direction;
                at = after;
            }
        }
        keep(phrase, std::move(clue), begin, at);
        return true;
    }
    // `Taji, 12 km SE`: the place stands before.
    if (phrase.clues.empty() || phrase.clues.back().relation != Relation::at || !clue.legs.front().direction)
        return false;
    if (at < m_words.size() && low(at) != "," && low(at) != ")" && !m_words.starts_clue(at)) return false;
    clue.place = phrase.clues.back().place;
    clue.words = phrase.clues.back().words + ", " + words(begin, at);
    phrase.clues.back() = std::move(clue);
    m_at = at;
    return true;
}

bool PhraseReader::read_direction(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    // `the north of Q` is a part of it, `to the north of Q` is not.
    if (low(at) == "to" && low(at + 1) == "the") {
        at += 2;
    } else if (low(at) == "just" || low(at) == "due") {
        ++at;
    }
    const auto direction = m_words.compass_direction_at(at);
    if (!direction || (low(at) != "of" && low(at) != "from")) return false;
    ++at;
    Clue clue;
    clue.relation = Relation::direction;
    clue.direction = direction;
    return keep_with_place(phrase, std::move(clue), begin, at);
}

/// `northern Iraq`, `the north of Mosul`, `the eastern part of Anbar`, `central Baghdad`, `the centre of
/// Kirkuk`.
bool PhraseReader::read_part(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "in") ++at;
    const bool has_article = low(at) == "the";
    at = m_words.skip_the(at);
    if (m_words.longest(at, PhraseUse::name) > 0) return false;
    Clue clue;
    clue.relation = Relation::part;
    if (const auto direction = m_words.adjective_at(at)) {
        clue.direction = direction;
    } else if (low(at) == "central" || low(at) == "downtown") {
        ++at;
    } else if (has_article &&
               (low(at) == "centre" || low(at) == "center" || low(at) == "heart" || low(at) == "middle") &&
               low(at + 1) == "of") {
        at += 2;
    } else {
        const auto side = has_article ? m_words.compass_direction_at(at) : std::nullopt;
        if (!side || low(at) != "of") return false;
        clue.direction = side;
        ++at;
    }
    if (const std::size_t edge = m_words.longest(at, PhraseUse::edge); edge > 0) {
        clue.relation = Relation::outskirts;
        at += edge;
    } else if (const std::size_t part = m_words.longest(at, PhraseUse::part); part > 0) {
        at += part;
    } else {
        std::size_t end = at;
        const auto name = m_words.name_at(end);
        if (name && is_word_of_divisions(*name)) return false;
    }
    return keep_with_place(phrase, std::move(clue), begin, at);
}

bool PhraseReader::read_outskirts(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "on" || low(at) == "in" || low(at) == "at") ++at;
    at = m_words.skip_the(at);
    const std::size_t count = m_words.longest(at, PhraseUse::outskirts);
    if (count == 0) return false;
    at += count;
    Clue clue;
    clue.relation = Relation::outskirts;
    return keep_with_place(phrase, std::move(clue), begin, at);
}

bool PhraseReader::read_near(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    Clue clue;
    if (low(at) == "off") {
        clue.relation = Relation::offshore;
        at += m_words.matches(at, "off the coast of") > 0 ? 4 : 1;
    } else if (const std::size_t count = m_words.longest(at, PhraseUse::near); count > 0) {
        clue.relation = Relation::near;
        at += count;
    } else if (low(at) == "outside") {
        clue.relation = Relation::outside;
        at += low(at + 1) == "of" ? 2 : 1;
    } else if (low(at) == "just" && low(at + 1) == "outside") {
        clue.relation = Relation::outside;
        at += low(at + 2) == "of" ? 3 : 2;
    } else {
        return false;
    }
    const std::size_t name_begin = at;
    const auto name = m_words.name_at(at);
    if (!name) return false;
    // `near the border with Syria` is a border.
    const std::size_t word = m_words.skip_the(name_begin);
    if (low(word) == "border" || low(word) == "outskirts") {
        m_at = name_begin;
        if (low(word) == "border" ? read_border(phrase) : read_outskirts(phrase)) {
            phrase.clues.back().words = words(begin, m_at);
            return true;
        }
        m_at = begin;
    }
    if (name->ends_with(" border")) {
        m_at = name_begin;
        if (read_border(phrase)) {
            phrase.clues.back().words = words(begin, m_at);
            return true;
        }
        m_at = begin;
    }
    clue.place = *name;
    keep(phrase, std::move(clue), begin, at);
    return true;
}

}  // namespace incidentmap
