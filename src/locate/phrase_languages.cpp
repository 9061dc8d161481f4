// SPDX-License-Identifier: MIT
#include "locate/phrase_languages.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "core/text.hpp"
#include "gazetteer/spelling/no_places.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "locate/phrase_words.hpp"
#include "locate/stated_distance.hpp"

namespace incidentmap {
namespace {

struct FormRow {
    std::string_view language;
    std::string_view form;
    std::string_view english;
};

constexpr FormRow form_rows[] = {
#include "gazetteer/tables/phrase_forms.inc"
};

struct EndingRow {
    std::string_view ending;
    std::string_view becomes;
};

constexpr EndingRow ending_rows[] = {
#include "gazetteer/tables/name_endings.inc"
};

/// Words that say that a distance is not exact.
constexpr std::array<std::string_view, 12> about_words{
    "environ",  "unos",    "aproximadamente", "aprox", "cerca de", "около",
    "примерно", "близько", "приблизно",       "حوالي", "نحو",      "yaklasik"};

/// A part of a form: words of which one stands there, or a slot; either may be left out.
struct Step {
    char slot = 0;  ///< d, w, n, m, a (about); 0: words
    std::vector<std::string> words;
    bool is_optional = false;
    bool is_prefix = false;  ///< `و+`: written together with the name behind
};

struct Form {
    std::vector<Step> steps;
    std::string_view english;
    bool bends_names = false;
    bool is_latin = true;
};

std::vector<Step> steps_of(std::string_view form) {
    std::vector<Step> steps;
    for (std::string part : split_list(form, " ")) {
        Step step;
        step.is_optional = part.ends_with('?');
        if (step.is_optional) part.pop_back();
        step.is_prefix = part.ends_with('+');
        if (step.is_prefix) part.pop_back();
        if (part.starts_with('{')) {
            step.slot = part[1];
        } else {
            for (const std::string& word : split_list(part, "|")) step.words.push_back(normal_form(word));
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

const std::vector<Form>& forms() {
    static const std::vector<Form> all = [] {
        std::vector<Form> made;
        for (const FormRow& row : form_rows)
            made.push_back({steps_of(row.form), row.english, row.language == "uk" || row.language == "ru",
                            row.language != "uk" && row.language != "ru" && row.language != "ar"});
        return made;
    }();
    return all;
}

struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string normal;
};

/// Words between spaces and apostrophes.
std::vector<Token> tokens_of(std::string_view text) {
    constexpr std::array<std::string_view, 4> signs{" ", "'", "’", "ʼ"};
    std::vector<Token> tokens;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        if (end > begin) tokens.push_back({begin, end, normal_form(text.substr(begin, end - begin))});
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto sign = std::find_if(signs.begin(), signs.end(), [&](std::string_view one) {
            return text.substr(at).starts_with(one);
        });
        if (sign == signs.end()) {
            ++at;
            continue;
        }
        add(at);
        at += sign->size();
        begin = at;
    }
    add(text.size());
    return tokens;
}

/// What the slots of a form hold.
struct Bound {
    std::string distance;
    std::string direction;
    std::string name;
    std::string other;
    bool is_about = false;
};

class Matcher {
  public:
    explicit Matcher(std::string_view text) : m_text{text}, m_tokens{tokens_of(text)} {}

    bool matches(const Form& form, Bound& bound) {
        m_is_latin = form.is_latin;
        return match(form.steps, 0, bound);
    }

  private:
    bool match(std::span<const Step> steps, std::size_t at, Bound& bound) {
        if (steps.empty()) return at == m_tokens.size();
        const Step& step = steps.front();
        const std::span<const Step> rest = steps.subspan(1);
        if (step.slot != 0 ? fill(step, rest, at, bound) : pass(step, rest, at, bound)) return true;
        return step.is_optional && match(rest, at, bound);
    }

    bool pass(const Step& step, std::span<const Step> rest, std::size_t at, Bound& bound) {
        if (at >= m_tokens.size()) return false;
        const std::string& word = m_tokens[at].normal;
        if (step.is_prefix) return pass_prefix(step.words.front(), rest, at, bound);
        return std::find(step.words.begin(), step.words.end(), word) != step.words.end() &&
               match(rest, at + 1, bound);
    }

    /// `وعمران`: `and` is written together with the name.
    bool pass_prefix(const std::string& prefix, std::span<const Step> rest, std::size_t at, Bound& bound) {
        Token& token = m_tokens[at];
        if (!token.normal.starts_with(prefix) || token.normal.size() == prefix.size()) return false;
        token.begin += prefix.size();
        if (match(rest, at, bound)) return true;
        token.begin -= prefix.size();
        return false;
    }

    bool fill(const Step& step, std::span<const Step> rest, std::size_t at, Bound& bound) {
        constexpr std::size_t most_words = 8;
        for (std::size_t count = std::min(most_words, m_tokens.size() - std::min(at, m_tokens.size()));
             count > 0; --count) {
            Bound tried = bound;
            if (!holds(step.slot, at, at + count, tried) || !match(rest, at + count, tried)) continue;
            bound = std::move(tried);
            return true;
        }
        return false;
    }

    bool holds(char slot, std::size_t begin, std::size_t end, Bound& bound) const {
        std::string normal;
        for (std::size_t i = begin; i < end; ++i) normal += (i == begin ? "" : " ") + m_tokens[i].normal;
        switch (slot) {
            case 'a':
                bound.is_about = is_one_of(normal, about_words);
                return bound.is_about;
            case 'd':
                bound.distance = words(begin, end);
                return is_digit(bound.distance.front()) && read_stated_distance(bound.distance).has_value();
            case 'w':
                bound.direction = direction_said(normal);
                return !bound.direction.empty();
            default:
                (slot == 'n' ? bound.name : bound.other) = words(begin, end);
                return is_name(begin, end);
        }
    }

    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    /// Begins with a capital letter, or with one beyond ASCII, as all do of languages with letters of their
    /// own; it is no number.
    bool is_name(std::size_t begin, std::size_t end) const {
        const char first = m_text[m_tokens[begin].begin];
        const bool is_capital = m_is_latin && first >= 'A' && first <= 'Z';
        return (is_capital || static_cast<unsigned char>(first) >= 0x80) && end > begin &&
               !read_stated_distance(words(begin, end));
    }

    std::string words(std::size_t begin, std::size_t end) const {
        return std::string(
            m_text.substr(m_tokens[begin].begin, m_tokens[end - 1].end - m_tokens[begin].begin));
    }

    std::string_view m_text;
    std::vector<Token> m_tokens;
    bool m_is_latin = true;
};

/// `10 км` is `10 km`.
std::string distance_in_english(const std::string& distance) {
    const std::size_t end = distance.find_last_of("0123456789") + 1;
    const DistanceUnit* unit = distance_unit(lower_ascii(trimmed(std::string_view(distance).substr(end))));
    if (unit == nullptr || (unit->metres != 1000 && unit->metres != 1)) return distance;
    return distance.substr(0, end) + (unit->metres == 1 ? " m" : " km");
}

/// The name, and the form that the endings of the table make of it.
std::string with_plain_form(const std::string& name) {
    constexpr std::size_t least_stem = 4;  // two letters of Cyrillic
    for (const EndingRow& row : ending_rows) {
        if (!name.ends_with(row.ending) || name.size() < row.ending.size() + least_stem) continue;
        return name + "/" + name.substr(0, name.size() - row.ending.size()) + std::string(row.becomes);
    }
    return name;
}

std::string in_english(const Form& form, const Bound& bound) {
    std::string text;
    for (std::size_t i = 0; i < form.english.size(); ++i) {
        if (form.english[i] != '{') {
            text += form.english[i];
            continue;
        }
        const auto named = [&](const std::string& name) {
            return form.bends_names ? with_plain_form(name) : name;
        };
        switch (form.english[i + 1]) {
            case 'd':
                text += (bound.is_about ? "about " : "") + distance_in_english(bound.distance);
                break;
            case 'w':
                text += bound.direction;
                break;
            case 'n':
                text += named(bound.name);
                break;
            default:
                text += named(bound.other);
        }
        i += 2;
    }
    return text;
}

}  // namespace

std::optional<std::string> phrase_in_english(std::string_view words) {
    constexpr std::size_t most_bytes = 300;
    words = trimmed(words);
    const std::size_t comma = std::min(words.find(','), words.size());
    const std::string_view about = trimmed(words.substr(0, comma));
    if (about.empty() || about.size() > most_bytes) return std::nullopt;
    Matcher matcher(about);
    for (const Form& form : forms()) {
        Bound bound;
        if (matcher.matches(form, bound)) return in_english(form, bound) + std::string(words.substr(comma));
    }
    return std::nullopt;
}

}  // namespace incidentmap
