// SPDX-License-Identifier: MIT
#include "locate/phrase.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/country.hpp"

namespace incidentmap {
namespace {

/// A word of the text, or a comma, with where it stands.
struct Token {
    std::string low;  ///< in lower case
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Words, commas and closing brackets; `85km` is two words, `(` begins a comma's clue where it is no second
/// distance.
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    const auto add = [&](std::size_t begin, std::size_t end) {
        if (end > begin) tokens.push_back({lower_ascii(text.substr(begin, end - begin)), begin, end});
    };
    while (at < text.size()) {
        if (std::isspace(static_cast<unsigned char>(text[at])) != 0) {
            ++at;
            continue;
        }
        if (text[at] == ',' || text[at] == ';' || text[at] == '(' || text[at] == ')') {
            add(at, at + 1);
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) == 0 &&
               text[at] != ';' && text[at] != '(' && text[at] != ')' &&
               !(text[at] == ',' &&
                 !(at + 1 < text.size() && at > begin && is_digit(text[at - 1]) && is_digit(text[at + 1])))) {
            ++at;
        }
        // `85km`: the unit is a word of its own.
        std::size_t digits = begin;
        while (digits < at && (is_digit(text[digits]) || text[digits] == '.' || text[digits] == ','))
            ++digits;
        const std::string rest = lower_ascii(text.substr(digits, at - digits));
        const bool glued = digits > begin && (rest == "km" || rest == "kms" || rest == "m" || rest == "mi" ||
                                              rest == "-km" || rest == "-mile" || rest == "nm");
        if (glued) {
            add(begin, digits);
            add(rest.front() == '-' ? digits + 1 : digits, at);
        } else {
            add(begin, at);
        }
    }
    // A full stop that ends the whole is no part of a name.
    if (!tokens.empty() && tokens.back().low.size() > 2 && tokens.back().low.ends_with('.')) {
        tokens.back().low.pop_back();
        --tokens.back().end;
    }
    return tokens;
}

/// Words with which a phrase may begin and which say nothing of where.
constexpr std::array<std::string_view, 17> empty_openings{"an area",
                                                          "the area",
                                                          "area",
                                                          "a location",
                                                          "a place",
                                                          "a spot",
                                                          "a point",
                                                          "a position",
                                                          "somewhere",
                                                          "an undisclosed location",
                                                          "an unknown location",
                                                          "a site",
                                                          "a region",
                                                          "the region",
                                                          "land",
                                                          "territory",
                                                          "positions"};

/// Nouns of a kind of place that is not named: `a village west of Qaim`.
constexpr std::array<std::string_view, 16> kind_nouns{
    "village", "town",    "city",       "base",     "air base",      "military base",
    "camp",    "airport", "airfield",   "district", "neighbourhood", "neighborhood",
    "farm",    "valley",  "checkpoint", "field"};

constexpr std::array<std::string_view, 19> near_words{"near",
                                                      "near to",
                                                      "close to",
                                                      "next to",
                                                      "around",
                                                      "adjacent to",
                                                      "not far from",
                                                      "beside",
                                                      "in the vicinity of",
                                                      "the vicinity of",
                                                      "vicinity of",
                                                      "in the area of",
                                                      "the area of",
                                                      "the area around",
                                                      "in the area around",
                                                      "nearby",
                                                      "just near",
                                                      "very near",
                                                      "the surroundings of"};

constexpr std::array<std::string_view, 10> inside_words{
    "in",     "inside",     "within",     "of",     "at",
    "in the", "inside the", "within the", "at the", "on the territory of"};

/// What is never a place, though the words before it could stand before one.
constexpr std::array<std::string_view, 44> never_places{
    "monday",    "tuesday",  "wednesday", "thursday", "friday",   "saturday", "sunday",   "january",
    "february",  "march",    "april",     "may",      "june",     "july",     "august",   "september",
    "october",   "november", "december",  "noon",     "midnight", "midday",   "dawn",     "dusk",
    "sunset",    "sunrise",  "miss",      "misses",   "people",   "men",      "soldiers", "militants",
    "yesterday", "today",    "tomorrow",  "least",    "nothing",  "most",     "them",     "it",
    "each",      "hours",    "minutes",   "help"};

/// Names that begin as parts of places do, and are none.
constexpr std::array<std::string_view, 12> names_like_parts{"northern ireland",
                                                            "northern cyprus",
                                                            "northern territory",
                                                            "northern cape",
                                                            "northern mariana islands",
                                                            "western sahara",
                                                            "western australia",
                                                            "western cape",
                                                            "eastern cape",
                                                            "central african republic",
                                                            "southern ocean",
                                                            "eastern europe"};

class Reader {
  public:
    explicit Reader(std::string_view text) : m_text{text}, m_tokens{tokens_of(text)} {}

    std::optional<Phrase> read();

  private:
    bool at_end() const { return m_at >= m_tokens.size(); }
    const std::string& low(std::size_t i) const {
        static const std::string none;
        return i < m_tokens.size() ? m_tokens[i].low : none;
    }
    std::string words(std::size_t begin, std::size_t end) const;
    std::size_t matches(std::size_t at, std::string_view phrase) const;
    template <std::size_t N>
    std::size_t longest(std::size_t at, const std::array<std::string_view, N>& phrases) const;
    std::size_t skip_the(std::size_t at) const { return low(at) == "the" ? at + 1 : at; }

    std::optional<Wind> wind_at(std::size_t& at) const;
    std::optional<Wind> adjective_at(std::size_t& at) const;
    std::optional<StatedDistance> distance_at(std::size_t& at) const;
    bool starts_clue(std::size_t at) const;
    bool could_be_name(std::size_t begin, std::size_t end) const;
    std::optional<std::string> name_at(std::size_t& at, std::string_view stop = {}) const;

    bool read_clue(Phrase& phrase);
    bool read_offset(Phrase& phrase);
    bool read_direction(Phrase& phrase);
    bool read_part(Phrase& phrase);
    bool read_outskirts(Phrase& phrase);
    bool read_near(Phrase& phrase);
    bool read_between(Phrase& phrase);
    bool read_road(Phrase& phrase);
    bool read_border(Phrase& phrase);
    bool read_side(Phrase& phrase);
    bool read_travel_time(Phrase& phrase);
    void keep(Phrase& phrase, Clue clue, std::size_t begin, std::size_t end);
    bool keep_with_place(Phrase& phrase, Clue clue, std::size_t begin, std::size_t at);

    std::string_view m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
};

std::string Reader::words(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    return std::string(m_text.substr(m_tokens[begin].begin, m_tokens[end - 1].end - m_tokens[begin].begin));
}

/// How many tokens from \p at are the words of \p phrase; 0 where they are not.
std::size_t Reader::matches(std::size_t at, std::string_view phrase) const {
    std::size_t count = 0;
    for (const std::string& word : split_list(phrase, " ")) {
        if (low(at + count) != word) return 0;
        ++count;
    }
    return count;
}

template <std::size_t N>
std::size_t Reader::longest(std::size_t at, const std::array<std::string_view, N>& phrases) const {
    std::size_t most = 0;
    for (std::string_view phrase : phrases) most = std::max(most, matches(at, phrase));
    return most;
}

/// A wind of up to three words: `north`, `N.E.`, `north west`, `north-north-west`.
std::optional<Wind> Reader::wind_at(std::size_t& at) const {
    for (std::size_t count = 3; count > 0; --count) {
        if (at + count > m_tokens.size()) continue;
        std::string joined_words;
        for (std::size_t i = 0; i < count; ++i) joined_words += (i == 0 ? "" : " ") + low(at + i);
        if (const auto wind = read_wind(joined_words)) {
            at += count;
            return wind;
        }
    }
    return std::nullopt;
}

/// `northern`, `north-western`, `south eastern`.
std::optional<Wind> Reader::adjective_at(std::size_t& at) const {
    constexpr std::string_view ending = "ern";
    for (std::size_t count = 2; count > 0; --count) {
        if (at + count > m_tokens.size() || !low(at + count - 1).ends_with(ending)) continue;
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + low(at + i);
        text.erase(text.size() - ending.size());
        // `north-eastern`, and `northern-eastern` is nobody's.
        if (const auto wind = read_wind(text)) {
            at += count;
            return wind;
        }
    }
    return std::nullopt;
}

/// The longest run of tokens that is a distance, with one in brackets behind it.
std::optional<StatedDistance> Reader::distance_at(std::size_t& at) const {
    constexpr std::size_t most_tokens = 14;
    for (std::size_t end = std::min(m_tokens.size(), at + most_tokens); end > at; --end) {
        const auto distance = read_stated_distance(words(at, end));
        if (!distance) continue;
        at = end;
        return distance;
    }
    return std::nullopt;
}

/// Whether a further clue begins here, after a place's name.
bool Reader::starts_clue(std::size_t at) const {
    std::size_t after = at;
    const std::string& word = low(at);
    if (word == "," || word == ";" || word == "(" || word == ")") return true;
    if (word == "in" || word == "inside" || word == "within" || word == "near" || word == "outside" ||
        word == "between" || word == "along")
        return true;
    if (matches(at, "close to") + matches(at, "on the") + matches(at, "on a") + matches(at, "not far from") +
            matches(at, "next to") >
        0)
        return true;
    if (word == "to" || word == "just" || word == "due") {
        after = at + 1 + (low(at + 1) == "the" ? 1 : 0);
        return wind_at(after).has_value();
    }
    if (m_text[m_tokens[at].begin] != std::toupper(static_cast<unsigned char>(m_text[m_tokens[at].begin])) &&
        wind_at(after))
        return low(after) == "of" || low(after) == "from";
    after = at;
    return distance_at(after).has_value();
}

bool Reader::could_be_name(std::size_t begin, std::size_t end) const {
    if (begin >= end) return false;
    bool has_letter = false;
    for (std::size_t i = begin; i < end; ++i) {
        for (char c : low(i))
            has_letter = has_letter || std::isalpha(static_cast<unsigned char>(c)) != 0 ||
                         static_cast<unsigned char>(c) >= 0x80;
    }
    if (!has_letter) return false;
    // No name holds a unit (`a mile and a half`), nor is a wind a name (`in the north`).
    for (std::size_t i = begin; i < end; ++i) {
        for (std::string_view unit : {"km", "kilometre", "kilometres", "kilometer", "kilometers", "mile",
                                      "miles", "metres", "meters"}) {
            if (low(i) == unit) return false;
        }
    }
    std::size_t after_wind = begin;
    if (wind_at(after_wind) && after_wind == end) return false;
    const std::string& last = low(end - 1);
    if (std::find(never_places.begin(), never_places.end(), last) != never_places.end() ||
        std::find(never_places.begin(), never_places.end(), low(begin)) != never_places.end())
        return false;
    // `40 people`: a number first, and then a common word.
    const bool number_first = std::all_of(low(begin).begin(), low(begin).end(), is_digit);
    return !(number_first && end - begin > 1 &&
             std::islower(static_cast<unsigned char>(m_text[m_tokens[begin + 1].begin])) != 0);
}

/// A name up to the next clue, comma, end, or the word \p stop; an article before it is passed over.
std::optional<std::string> Reader::name_at(std::size_t& at, std::string_view stop) const {
    std::size_t begin = skip_the(at);
    // `the town of Bashiqa`
    if (const std::size_t noun = longest(begin, kind_nouns);
        noun > 0 && low(begin + noun) == "of" && begin + noun + 1 < m_tokens.size())
        begin = skip_the(begin + noun + 1);
    std::size_t end = begin;
    while (end < m_tokens.size() && (stop.empty() || low(end) != stop) &&
           !(end > begin && starts_clue(end)) && low(end) != "," && low(end) != ")")
        ++end;
    if (!could_be_name(begin, end)) return std::nullopt;
    at = end;
    return words(begin, end);
}

void Reader::keep(Phrase& phrase, Clue clue, std::size_t begin, std::size_t end) {
    clue.words = words(begin, end);
    phrase.clues.push_back(std::move(clue));
    m_at = end;
}

/// Keeps a clue that ends with the name of its place, which begins at \p at; false where no name does.
bool Reader::keep_with_place(Phrase& phrase, Clue clue, std::size_t begin, std::size_t at) {
    const auto name = name_at(at);
    if (!name) return false;
    clue.place = *name;
    keep(phrase, std::move(clue), begin, at);
    return true;
}

/// `[to the | due | in the] WIND`, as it stands behind a distance.
std::size_t after_lead(const std::vector<Token>& tokens, std::size_t at) {
    const auto is = [&](std::size_t i, std::string_view word) {
        return i < tokens.size() && tokens[i].low == word;
    };
    if (is(at, "away")) ++at;
    if (is(at, "to") || is(at, "in") || is(at, "towards") || is(at, "toward")) ++at;
    if (is(at, "the")) ++at;
    if (is(at, "due") || is(at, "just")) ++at;
    return at;
}

bool Reader::read_offset(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    Clue clue;
    clue.relation = Relation::offset;
    if (low(at) == "within") {
        ++at;
    } else {
        at += matches(at, "up to");
    }
    for (int leg = 0; leg < 2; ++leg) {
        const auto distance = distance_at(at);
        if (!distance) return false;
        std::size_t after = after_lead(m_tokens, at);
        const auto wind = wind_at(after);
        if (wind) at = after;
        clue.legs.push_back({*distance, wind});
        if (low(at) != "and" || !wind) break;
        ++at;
    }
    if (clue.legs.size() == 2 && !clue.legs.back().wind) return false;
    if (!clue.legs.front().wind && low(at) == "away") ++at;
    if (low(at) == "inside" || low(at) == "into") {  // `13 km inside the Iraqi border`
        phrase.not_understood = words(begin, at + 1);
        m_at = m_tokens.size();
        return true;
    }
    const bool has_link = low(at) == "of" || low(at) == "from" ||
                          (!clue.legs.back().wind && (low(at) == "outside" || low(at) == "off"));
    // `85 km N Baghdad`
    const bool name_follows = !has_link && phrase.clues.empty() && clue.legs.back().wind &&
                              at < m_tokens.size() && low(at) != "," &&
                              std::isupper(static_cast<unsigned char>(m_text[m_tokens[at].begin])) != 0;
    if (has_link || name_follows) {
        if (has_link) ++at;
        at += matches(at, "the coast of");
        const auto name = name_at(at);
        if (!name) return false;
        clue.place = *name;
        // `12 km from Taji to the north`
        if (!clue.legs.front().wind && (low(at) == "to" || low(at) == "towards")) {
            std::size_t after = after_lead(m_tokens, at);
            if (const auto wind = wind_at(after); wind && low(after) != "of") {
                clue.legs.front().wind = wind;
                at = after;
            }
        }
        keep(phrase, std::move(clue), begin, at);
        return true;
    }
    // `Taji, 12 km SE`: the place stands before.
    if (phrase.clues.empty() || phrase.clues.back().relation != Relation::at || !clue.legs.front().wind)
        return false;
    if (at < m_tokens.size() && low(at) != "," && low(at) != ")" && !starts_clue(at)) return false;
    clue.place = phrase.clues.back().place;
    clue.words = phrase.clues.back().words + ", " + words(begin, at);
    phrase.clues.back() = std::move(clue);
    m_at = at;
    return true;
}

bool Reader::read_direction(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    // `the north of Q` is a part of it, `to the north of Q` is not.
    if (low(at) == "to" && low(at + 1) == "the") {
        at += 2;
    } else if (low(at) == "just" || low(at) == "due") {
        ++at;
    }
    const auto wind = wind_at(at);
    if (!wind || (low(at) != "of" && low(at) != "from")) return false;
    ++at;
    Clue clue;
    clue.relation = Relation::direction;
    clue.wind = wind;
    return keep_with_place(phrase, std::move(clue), begin, at);
}

/// `northern Iraq`, `the north of Mosul`, `the eastern part of Anbar`, `central Baghdad`, `the centre of
/// Kirkuk`.
bool Reader::read_part(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "in") ++at;
    const bool has_article = low(at) == "the";
    at = skip_the(at);
    if (longest(at, names_like_parts) > 0) return false;
    Clue clue;
    clue.relation = Relation::part;
    if (const auto wind = adjective_at(at)) {
        clue.wind = wind;
    } else if (low(at) == "central" || low(at) == "downtown") {
        ++at;
    } else if (has_article &&
               (low(at) == "centre" || low(at) == "center" || low(at) == "heart" || low(at) == "middle") &&
               low(at + 1) == "of") {
        at += 2;
    } else {
        const auto side = has_article ? wind_at(at) : std::nullopt;
        if (!side || low(at) != "of") return false;
        clue.wind = side;
        ++at;
    }
    for (std::string_view noun :
         {"part of", "parts of", "side of", "half of", "districts of", "areas of", "neighbourhoods of",
          "countryside of", "suburbs of", "edge of", "outskirts of", "fringes of"}) {
        if (const std::size_t count = matches(at, noun); count > 0) {
            if (noun == "suburbs of" || noun == "edge of" || noun == "outskirts of" || noun == "fringes of")
                clue.relation = Relation::outskirts;
            at += count;
            break;
        }
    }
    return keep_with_place(phrase, std::move(clue), begin, at);
}

bool Reader::read_outskirts(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "on" || low(at) == "in" || low(at) == "at") ++at;
    at = skip_the(at);
    constexpr std::array<std::string_view, 9> nouns{"outskirts of", "outskirt of",  "suburbs of",
                                                    "edge of",      "edges of",     "fringes of",
                                                    "periphery of", "perimeter of", "entrance to"};
    const std::size_t count = longest(at, nouns);
    if (count == 0) return false;
    at += count;
    Clue clue;
    clue.relation = Relation::outskirts;
    return keep_with_place(phrase, std::move(clue), begin, at);
}

bool Reader::read_near(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    Clue clue;
    if (const std::size_t count = longest(at, near_words); count > 0) {
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
    const auto name = name_at(at);
    if (!name) return false;
    // `near the border with Syria` is a border.
    const std::size_t word = skip_the(name_begin);
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

bool Reader::read_between(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "in" && low(at + 1) == "between") ++at;
    if (low(at) != "between") return false;
    ++at;
    if (low(at) == "the" && (low(at + 1) == "towns" || low(at + 1) == "villages" || low(at + 1) == "cities"))
        at += low(at + 2) == "of" ? 3 : 2;
    const auto first = name_at(at, "and");
    if (!first || low(at) != "and") return false;
    ++at;
    const auto second = name_at(at);
    if (!second) return false;
    if (first->ends_with(" border") || second->ends_with(" border")) {
        phrase.not_understood = words(begin, at);
        m_at = m_tokens.size();
        return true;
    }
    Clue clue;
    clue.relation = Relation::between;
    clue.place = *first;
    clue.other = *second;
    keep(phrase, std::move(clue), begin, at);
    return true;
}

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

/// `on the road from Q to R`, `on the Q to R road`, `along the Q–R highway`, `the Q-R road`.
bool Reader::read_road(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "on" || low(at) == "along" || low(at) == "by" || low(at) == "off") ++at;
    at = skip_the(at);
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
        auto first = name_at(end, stop);
        if (!first || low(end) != stop) {
            end = at;
            first = name_at(end, stop == "to" ? "and" : "to");
            if (!first || (low(end) != "to" && low(end) != "and")) return false;
        }
        at = end + 1;
        const auto second = name_at(at);
        if (!second) return false;
        clue.place = *first;
        clue.other = *second;
        keep(phrase, std::move(clue), begin, at);
        return true;
    }
    std::size_t end = at;
    while (end < m_tokens.size() && !is_road(end) && low(end) != ",") ++end;
    if (end >= m_tokens.size() || !is_road(end) || end == at) return false;
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
bool Reader::read_border(Phrase& phrase) {
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "on" || low(at) == "along" || low(at) == "at" || low(at) == "near") ++at;
    for (std::string_view sides : {"either side of", "both sides of"}) at += matches(at, sides);
    at = skip_the(at);
    Clue clue;
    clue.relation = Relation::border;
    if (low(at) == "border" || low(at) == "borders" || low(at) == "frontier") {
        ++at;
        if (low(at) == "area" || low(at) == "region" || low(at) == "strip") ++at;
        const std::string link = low(at);
        if (link != "of" && link != "with" && link != "between") return false;
        ++at;
        const auto first = name_at(at, "and");
        if (!first) return false;
        clue.place = *first;
        if (low(at) == "and") {
            ++at;
            const auto second = name_at(at);
            if (!second) return false;
            clue.other = *second;
        }
        keep(phrase, std::move(clue), begin, at);
        return true;
    }
    std::size_t end = at;
    while (end < m_tokens.size() && low(end) != "border" && low(end) != "frontier" &&
           !(end > at && starts_clue(end)))
        ++end;
    if (end >= m_tokens.size() || (low(end) != "border" && low(end) != "frontier") || end == at ||
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
bool Reader::read_side(Phrase& phrase) {
    constexpr std::size_t most_words = 4;
    const std::size_t begin = m_at;
    std::size_t at = m_at;
    if (low(at) == "on" || low(at) == "from" || low(at) == "at" || low(at) == "in") ++at;
    if (low(at) != "the") return false;
    const std::size_t side_begin = ++at;
    while (at < m_tokens.size() && low(at) != "side") ++at;
    const std::size_t side_end = at;
    if (at - side_begin > most_words || matches(at, "side of") == 0) return false;
    // `the other side of`, `the far side of` name nobody.
    const bool is_named = std::isupper(static_cast<unsigned char>(m_text[m_tokens[side_begin].begin])) != 0 ||
                          static_cast<unsigned char>(m_text[m_tokens[side_begin].begin]) >= 0x80;
    if (!is_named || !could_be_name(side_begin, side_end)) return false;
    const std::string side = words(side_begin, side_end);
    at += 2;
    const std::size_t of = skip_the(at);
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
bool Reader::read_travel_time(Phrase& phrase) {
    constexpr std::array<std::string_view, 14> times{"hour",   "hours",  "hour's",  "hours'",   "hour’s",
                                                     "hours’", "minute", "minutes", "minutes'", "minutes’",
                                                     "day's",  "days'",  "days",    "minute's"};
    constexpr std::array<std::string_view, 8> travels{"drive", "walk",  "flight",  "ride",
                                                      "away",  "march", "journey", "driving"};
    std::size_t at = m_at;
    bool is_time = false;
    while (at < m_tokens.size() && at < m_at + 8 &&
           !(is_time && std::find(travels.begin(), travels.end(), low(at)) != travels.end())) {
        is_time = is_time || std::find(times.begin(), times.end(), low(at)) != times.end() ||
                  low(at).ends_with("-hour") || low(at).ends_with("-minute") || low(at).ends_with("-day");
        ++at;
    }
    if (at >= m_tokens.size() || at >= m_at + 8) return false;
    phrase.not_understood = words(m_at, at + 1);
    m_at = m_tokens.size();
    return true;
}

bool Reader::read_clue(Phrase& phrase) {
    return read_travel_time(phrase) || read_offset(phrase) || read_between(phrase) || read_road(phrase) ||
           read_side(phrase) || read_border(phrase) || read_part(phrase) || read_direction(phrase) ||
           read_outskirts(phrase) || read_near(phrase);
}

std::optional<Phrase> Reader::read() {
    Phrase phrase;
    if (const std::size_t count = longest(m_at, empty_openings); count > 0 && count < m_tokens.size()) {
        m_at += count;
        if (low(m_at) == "of" || low(m_at) == "that") return std::nullopt;
    } else if (low(m_at) == "a" || low(m_at) == "an" || low(m_at) == "the") {
        std::size_t at = m_at + 1;
        if (const std::size_t noun = longest(at, kind_nouns); noun > 0 && at + noun < m_tokens.size()) {
            at += noun;
            const std::size_t kind_begin = m_at + 1;
            const std::size_t before = m_at;
            m_at = at;
            if (read_clue(phrase)) {
                phrase.kind_words = words(kind_begin, at);
            } else {
                m_at = before;
            }
        }
    }
    bool relates = !phrase.clues.empty();
    while (!at_end() && phrase.not_understood.empty()) {
        const std::string& word = low(m_at);
        if (word == "," || word == ";" || word == "(" || word == ")" || word == "and") {
            ++m_at;
            continue;
        }
        if (read_clue(phrase)) {
            relates = true;
            continue;
        }
        // A name: the place itself where nothing came before, else what lies about.
        std::size_t at = m_at;
        const std::size_t lead = longest(at, inside_words);
        at += lead;
        const std::size_t name_begin = at;
        const auto name = name_at(at);
        if (!name) return std::nullopt;
        relates = relates || lead > 0;
        if (phrase.clues.empty()) {
            Clue clue;
            clue.place = *name;
            keep(phrase, std::move(clue), name_begin, at);
        } else {
            phrase.parents.push_back(*name);
            m_at = at;
        }
    }
    if (!relates && phrase.not_understood.empty()) return std::nullopt;
    return phrase;
}

}  // namespace

std::optional<Phrase> read_phrase(std::string_view words) {
    constexpr std::size_t most_bytes = 1'000;
    const std::string_view text = trimmed(words);
    if (text.empty() || text.size() > most_bytes) return std::nullopt;
    return Reader(text).read();
}

}  // namespace incidentmap
