// SPDX-License-Identifier: MIT
#include "prose/times.hpp"

#include <array>
#include <utility>

#include "core/date_words.hpp"
#include "core/text.hpp"
#include "prose/number_word.hpp"
#include "prose/time_words.hpp"

namespace incidentmap {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

EventDate whole_month(int y, unsigned m) {
    const std::chrono::year_month_day_last last{year{y} / month{m} / std::chrono::last};
    return {Day{year{y} / month{m} / day{1}}, Day{last}, DatePrecision::month, false};
}

EventDate one_day(Day d) { return {d, d, DatePrecision::day, false}; }

/// Reads the times of one sentence.
class TimeReader {
  public:
    TimeReader(const std::vector<Token>& tokens, const std::optional<Day>& published, DayOrder order)
        : m_tokens(tokens), m_published(published), m_order(order) {}

    std::vector<TimeMention> read() {
        while (m_at < m_tokens.size()) {
            if (!(read_iso() || read_numeric() || read_day_of_month() || read_weekday() || read_words() ||
                  read_month() || read_year()))
                ++m_at;
        }
        join_ranges();
        return std::move(m_found);
    }

  private:
    /// `between Saturday evening and Monday morning`: one span of days.
    void join_ranges() {
        for (std::size_t i = 0; i + 1 < m_found.size(); ++i) {
            TimeMention& first = m_found[i];
            const TimeMention& last = m_found[i + 1];
            if (!first.date || !last.date || before(first.at.begin) != "between" ||
                last.at.begin > first.at.end + 3)
                continue;
            bool joined = false;
            for (std::size_t k = first.at.end; k < last.at.begin; ++k) joined = joined || is(k, "and");
            if (!joined || last.date->last < first.date->first) continue;
            first.at.end = last.at.end;
            first.date = EventDate{first.date->first, last.date->last, DatePrecision::days, false};
            m_found.erase(m_found.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }
    struct NamedPart {
        DateWord word = DateWord::none;
        int number = 0;
    };

    NamedPart date_word(std::size_t at) const {
        if (at >= m_tokens.size() || !m_tokens[at].is_word() || !m_tokens[at].capital) return {};
        // `Mayo` is a place here, and a month in another language: of Latin letters English words only.
        const bool latin = static_cast<unsigned char>(m_tokens[at].text[0]) < 0x80;
        if (latin) return english_word(m_tokens[at].low);
        const auto words = incidentmap::date_tokens(m_tokens[at].text);
        if (words.size() == 1 && words[0].word != DateWord::none) return {words[0].word, words[0].number};
        for (const std::string& stem : m_tokens[at].stems) {
            const auto bare = incidentmap::date_tokens(stem);
            if (bare.size() == 1 && bare[0].word != DateWord::none) return {bare[0].word, bare[0].number};
        }
        return {};
    }
    static NamedPart english_word(const std::string& low) {
        static constexpr std::array<std::string_view, 12> months{
            "january", "february", "march",     "april",   "may",      "june",
            "july",    "august",   "september", "october", "november", "december"};
        for (std::size_t i = 0; i < months.size(); ++i) {
            if (low == months[i] || low == months[i].substr(0, 3) || (i == 8 && low == "sept"))
                return {DateWord::month, static_cast<int>(i) + 1};
        }
        for (int day = 1; day <= 7; ++day) {
            if (low == lower_ascii(weekday_name(day))) return {DateWord::weekday, day};
        }
        return {};
    }
    int month_at(std::size_t at) const {
        const NamedPart found = date_word(at);
        return found.word == DateWord::month ? found.number : 0;
    }
    int weekday_at(std::size_t at) const {
        const NamedPart found = date_word(at);
        return found.word == DateWord::weekday && m_tokens[at].text.size() > 3 ? found.number : 0;
    }
    bool is(std::size_t at, std::string_view word) const {
        return at < m_tokens.size() && m_tokens[at].is(word);
    }
    /// A number of one or two digits that may be a day, `3rd` too.
    int day_at(std::size_t at) const {
        if (at >= m_tokens.size() || !m_tokens[at].is_number()) return 0;
        const std::string& text = m_tokens[at].low;
        if (text.find_first_of(":.,") != std::string::npos) return 0;
        const long value = number_of(m_tokens[at]).value_or(0);
        return value >= 1 && value <= 31 && text.size() <= 4 ? static_cast<int>(value) : 0;
    }
    int year_at(std::size_t at) const {
        if (at >= m_tokens.size() || !m_tokens[at].is_number() || m_tokens[at].low.size() != 4) return 0;
        const long value = number_of(m_tokens[at]).value_or(0);
        return value >= 1900 && value <= 2100 ? static_cast<int>(value) : 0;
    }
    /// A full stop behind `Jan` is passed over.
    std::size_t after_month(std::size_t at) const {
        return is(at + 1, ".") && m_tokens[at].text.size() <= 4 ? at + 2 : at + 1;
    }
    std::string before(std::size_t at, std::size_t back = 1) const {
        return at >= back ? m_tokens[at - back].low : std::string();
    }
    bool opens(std::size_t at) const {
        const std::string word = before(at);
        return word == "since" || word == "until" || word == "till" || word == "by" ||
               (word == "early" && before(at, 2) == "since") ||
               (word == "late" && before(at, 2) == "since") ||
               (word == "of" && before(at, 2) == "anniversary");
    }

    /// The year that a month and day without one had: the last time before the publication.
    std::optional<Day> with_year(int m, int d, int stated) const {
        const auto valid = [&](int y) -> std::optional<Day> {
            const year_month_day whole{year{y}, month{static_cast<unsigned>(m)},
                                       day{static_cast<unsigned>(d)}};
            if (!whole.ok()) return std::nullopt;
            return Day{whole};
        };
        if (stated != 0) return valid(stated);
        if (!m_published) return std::nullopt;
        const int now = static_cast<int>(year_month_day{*m_published}.year());
        const std::optional<Day> this_year = valid(now);
        // A day may be ahead of the publication where zones differ.
        if (this_year && *this_year <= *m_published + days{1}) return this_year;
        return valid(now - 1);
    }

    void keep(Span at, std::optional<EventDate> date, DateBasis basis, std::string rule) {
        TimeMention mention;
        mention.at = at;
        mention.date = date;
        mention.basis = basis;
        // `the worst attack since 4 March, when a bomber …`: that day is told of.
        const bool told_of = at.end + 1 < m_tokens.size() && is(at.end, ",") &&
                             (is(at.end + 1, "when") || is(at.end + 1, "on"));
        mention.open = opens(at.begin) && !told_of;
        mention.rule = std::move(rule);
        m_found.push_back(std::move(mention));
        m_at = at.end;
    }
    void keep_day(Span at, int m, int d, int stated_year) {
        const std::optional<Day> found = with_year(m, d, stated_year);
        keep(at, found ? std::optional(one_day(*found)) : std::nullopt, DateBasis::stated,
             stated_year != 0 ? "the day as stated" : "the day as stated, in the year up to the publication");
    }

    bool read_iso() {
        const int y = year_at(m_at);
        if (y == 0 || m_at + 2 >= m_tokens.size()) return false;
        if (!m_tokens[m_at + 1].after_hyphen || !m_tokens[m_at + 2].after_hyphen) return false;
        const int m = day_at(m_at + 1);
        const int d = day_at(m_at + 2);
        if (m == 0 || m > 12 || d == 0) return false;
        keep_day({m_at, m_at + 3}, m, d, y);
        return true;
    }

    /// `29/10/2022`; where the text does not say which number is the month, there is no day.
    bool read_numeric() {
        const auto found = m_order == DayOrder::unknown ? std::nullopt : numeric_day_at(m_tokens, m_at);
        if (!found) return false;
        const bool day_first = m_order == DayOrder::day_first;
        keep_day(found->at, day_first ? found->second : found->first,
                 day_first ? found->first : found->second, found->year);
        return true;
    }

    /// `January 28, 2024`, `28 January`, `March 11 and 14`, `12 to 13 January`, each with a weekday before
    /// it.
    bool read_day_of_month() {
        std::size_t at = m_at;
        if (weekday_at(at) != 0) at += is(at + 1, ",") ? 2 : 1;
        if (month_at(at) != 0) return read_american(at);
        if (day_at(at) != 0) return read_european(at);
        return false;
    }
    bool read_american(std::size_t at) {
        const int m = month_at(at);
        std::size_t next = after_month(at);
        if (day_at(next) == 0) return false;
        const std::size_t begin = m_at;
        std::vector<std::pair<Span, int>> dates{{{begin, next + 1}, day_at(next)}};
        ++next;
        while ((is(next, "and") || is(next, ",")) && day_at(next + 1) != 0 && month_at(next + 2) == 0 &&
               year_at(next + 1) == 0 &&
               !(next + 2 < m_tokens.size() && m_tokens[next + 2].is_word() && is(next, ","))) {
            if (next + 2 < m_tokens.size() && m_tokens[next + 2].is_word() && !is(next + 2, "and")) break;
            dates.push_back({{next + 1, next + 2}, day_at(next + 1)});
            next += 2;
        }
        int y = year_at(next);
        if (y == 0 && is(next, ",")) y = year_at(next + 1);
        if (y != 0) {
            next += is(next, ",") ? 2 : 1;
            dates.back().first.end = next;
        }
        for (const auto& [span, d] : dates) keep_day(span, m, d, y);
        return true;
    }
    bool read_european(std::size_t at) {
        std::size_t next = at + 1;
        if (is(next, "of")) ++next;
        int second = 0;
        bool night = false;
        if ((is(next, "to") || is(next, "and") || is(next, "or")) && day_at(next + 1) != 0 &&
            month_at(next + 2) != 0) {
            night = is(next, "to") || before(m_at) == "of" || before(m_at, 2) == "night";
            second = day_at(next + 1);
            next += 2;
        } else if (next < m_tokens.size() && m_tokens[next].after_hyphen && day_at(next) != 0 &&
                   month_at(next + 1) != 0) {
            night = true;
            second = day_at(next);
            ++next;
        }
        const int m = month_at(next);
        if (m == 0) return false;
        const std::size_t month_token = next;
        next = after_month(next);
        if (next == month_token + 2 && next >= m_tokens.size()) next = month_token + 1;
        int y = year_at(next);
        if (y != 0) ++next;
        const std::size_t begin = m_at;
        const int first = day_at(at);
        if (second != 0 && night) {
            const auto a = with_year(m, first, y);
            const auto b = with_year(m, second, y);
            if (a && b && *a < *b) {
                keep({begin, next}, EventDate{*a, *b, DatePrecision::days, false}, DateBasis::stated,
                     "the days as stated");
                return true;
            }
        }
        keep_day({begin, second != 0 ? at + 1 : next}, m, first, y);
        if (second != 0) keep_day({at + 2, next}, m, second, y);
        m_at = next;
        return true;
    }

    /// `on Wednesday`, `last Friday`: the last one up to the publication.
    bool read_weekday() {
        const int number = weekday_at(m_at);
        if (number == 0) return false;
        std::size_t begin = m_at;
        const bool last = before(m_at) == "last" || before(m_at) == "past";
        if (last || before(m_at) == "late" || before(m_at) == "early") --begin;
        if (before(m_at) == "next" || before(m_at) == "every" || (before(m_at) == "coming")) {
            ++m_at;
            return true;
        }
        std::optional<EventDate> date;
        if (m_published) {
            const unsigned today = std::chrono::weekday{*m_published}.iso_encoding();
            int back = (static_cast<int>(today) - number + 7) % 7;
            if (last && back == 0) back = 7;
            date = one_day(*m_published - days{back});
        }
        keep({begin, m_at + 1}, date, DateBasis::stated, "the last such weekday up to the publication");
        return true;
    }

    bool read_words() {
        const auto words = time_words_at(m_tokens, m_at);
        if (!words) return false;
        const Span at{m_at, m_at + words->size};
        // `then` at the head of a sentence tells the order; elsewhere it says nothing of the day.
        if (words->size == 1 && m_tokens[m_at].is("then") && m_at > 2) return false;
        const int n = words->days;
        const std::size_t before_count = m_found.size();
        switch (words->sort) {
            case TimeSort::day:
            case TimeSort::ago:
                keep(at, m_published ? std::optional(one_day(*m_published - days{n})) : std::nullopt,
                     DateBasis::relative, "counted from the publication");
                if (words->sort == TimeSort::ago && n >= 7 && m_found.back().date) {
                    m_found.back().date->approximate = true;
                }
                break;
            case TimeSort::overnight:
                keep(at, std::nullopt, DateBasis::relative, "the night of the day told");
                m_found.back().is_part_of_day = true;
                break;
            case TimeSort::anchored:
                anchored(at, 0);
                break;
            case TimeSort::anchored_back:
                anchored(at, -n);
                break;
            case TimeSort::anchored_on:
                anchored(at, n);
                break;
            case TimeSort::week:
                keep_week(at, n);
                break;
            case TimeSort::weekend: {
                std::optional<EventDate> date;
                if (m_published) {
                    const unsigned today = std::chrono::weekday{*m_published}.iso_encoding();
                    const Day saturday = *m_published - days{(today + 1) % 7};
                    const Day end = saturday + days{1} > *m_published ? saturday : saturday + days{1};
                    date = EventDate{saturday, end,
                                     saturday == end ? DatePrecision::day : DatePrecision::days, false};
                }
                keep(at, date, DateBasis::relative, "the last weekend up to the publication");
                break;
            }
            case TimeSort::month:
                keep_month(at, n);
                break;
            case TimeSort::year:
                keep_year(at, n);
                break;
            case TimeSort::holiday: {
                const auto found = with_year(n / 100, n % 100, year_at(at.end));
                keep(at, found ? std::optional(one_day(*found)) : std::nullopt, DateBasis::stated,
                     "the holiday");
                break;
            }
        }
        return m_found.size() > before_count;
    }
    void anchored(Span at, int offset) {
        keep(at, std::nullopt, DateBasis::relative, "counted from the incident told before");
        m_found.back().from_anchor_days = offset;
    }
    void keep_week(Span at, int back) {
        std::optional<EventDate> date;
        if (m_published) {
            const unsigned today = std::chrono::weekday{*m_published}.iso_encoding();
            const Day monday = *m_published - days{today - 1} - days{7 * back};
            const Day end = back == 0 ? *m_published : monday + days{6};
            date = EventDate{monday, end, monday == end ? DatePrecision::day : DatePrecision::days, false};
        }
        keep(at, date, DateBasis::relative, "the week, counted from the publication");
    }
    void keep_month(Span at, int back) {
        std::optional<EventDate> date;
        if (m_published) {
            const year_month_day now{*m_published};
            const std::chrono::year_month then = now.year() / now.month() - std::chrono::months{back};
            date = whole_month(static_cast<int>(then.year()), static_cast<unsigned>(then.month()));
        }
        keep(at, date, DateBasis::relative, "the month, counted from the publication");
    }
    void keep_year(Span at, int back) {
        std::optional<EventDate> date;
        if (m_published) {
            const int then = static_cast<int>(year_month_day{*m_published}.year()) - back;
            date = EventDate{Day{year{then} / 1 / 1}, Day{year{then} / 12 / 31}, DatePrecision::year, false};
        }
        keep(at, date, DateBasis::relative, "the year, counted from the publication");
    }

    /// `in April`, `last December`, `late March 2022`: a month needs a word before it or a year behind it.
    bool read_month() {
        const int m = month_at(m_at);
        if (m == 0) return false;
        static constexpr std::array<std::string_view, 13> openers{"in",  "last", "since",  "late",  "early",
                                                                  "mid", "of",   "during", "until", "this",
                                                                  "by",  "from", "في"};
        const std::string word = before(m_at);
        const std::size_t behind = after_month(m_at);
        int y = year_at(m_at + 1);
        std::size_t next = y != 0 ? m_at + 2 : m_at + 1;
        if (y == 0 && behind == m_at + 2 && year_at(behind) != 0) {
            y = year_at(behind);
            next = behind + 1;
        }
        bool opened = y != 0;
        for (const std::string_view opener : openers) opened = opened || word == opener;
        if (!opened) return false;
        if (y == 0 && m_published) {
            const year_month_day now{*m_published};
            y = static_cast<int>(now.year());
            const int this_month = static_cast<int>(static_cast<unsigned>(now.month()));
            if (m > this_month || (m == this_month && word == "last")) --y;
        }
        std::optional<EventDate> date;
        if (y != 0) date = whole_month(y, static_cast<unsigned>(m));
        const bool with_word = word == "late" || word == "early" || word == "mid" || word == "last";
        keep({with_word ? m_at - 1 : m_at, next}, date, DateBasis::stated, "the month as stated");
        return true;
    }

    bool read_year() {
        const int y = year_at(m_at);
        const std::string word = before(m_at);
        if (y == 0 || !(word == "in" || word == "since" || word == "until" || word == "of" ||
                        word == "from" || word == "during" || word == "early" || word == "late"))
            return false;
        keep({m_at, m_at + 1},
             EventDate{Day{year{y} / 1 / 1}, Day{year{y} / 12 / 31}, DatePrecision::year, false},
             DateBasis::stated, "the year as stated");
        return true;
    }

    const std::vector<Token>& m_tokens;
    const std::optional<Day>& m_published;
    DayOrder m_order;
    std::vector<TimeMention> m_found;
    std::size_t m_at = 0;
};

}  // namespace

const char* to_string(DateBasis basis) {
    switch (basis) {
        case DateBasis::stated:
            return "stated";
        case DateBasis::relative:
            return "relative";
        case DateBasis::inherited:
            return "inherited";
        case DateBasis::by_publication:
            return "by publication";
        case DateBasis::none:
            break;
    }
    return "not stated";
}

std::vector<TimeMention> times_in(const Sentence& sentence, const std::optional<Day>& published,
                                  DayOrder order) {
    return TimeReader(sentence.tokens, published, order).read();
}

}  // namespace incidentmap
