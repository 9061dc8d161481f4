// SPDX-License-Identifier: MIT
#include "build/condition.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "locate/parent.hpp"

namespace incidentmap {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::optional<double> as_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(value == value)) return std::nullopt;
    return value;
}

std::set<std::string> forms_of(const std::string& name) {
    std::set<std::string> forms;
    for (const NameForm& form : name_forms(name, true)) forms.insert(form.normal);
    return forms;
}

/// The parts between commas; those in double quotes are one whatever stands in them.
std::vector<std::string> values_of(std::string_view text) {
    std::vector<std::string> values;
    std::string value;
    bool quoted = false;
    bool was_quoted = false;
    const auto end = [&] {
        if (was_quoted || !trimmed(value).empty())
            values.push_back(was_quoted ? value : std::string(trimmed(value)));
        value.clear();
        was_quoted = false;
    };
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
            if (!was_quoted) value = trimmed(value);
            was_quoted = true;
        } else if (c == ',' && !quoted) {
            end();
        } else if (quoted || !was_quoted) {
            value += c;
        }
    }
    end();
    return values;
}

/// Where something lies that may be anywhere from \p low to \p high, as seen from what is asked for.
Verdict spanning(bool all, bool some) {
    if (all) return Verdict::inside;
    return some ? Verdict::may_be_inside : Verdict::outside;
}

Verdict opposite(Verdict verdict) {
    if (verdict == Verdict::may_be_inside) return verdict;
    return verdict == Verdict::inside ? Verdict::outside : Verdict::inside;
}

Verdict either(Verdict a, Verdict b) { return std::min(a, b); }

/// As numbers, for days: \p first and \p last of something against those of what is asked for.
template <typename Number, typename Sign>
Verdict compared(Sign sign, Number low, Number high, Number asked_low, Number asked_high) {
    switch (sign) {
        case Sign::less:
            return spanning(high < asked_low, low < asked_low);
        case Sign::at_most:
            return spanning(high <= asked_high, low <= asked_high);
        case Sign::more:
            return spanning(low > asked_high, high > asked_high);
        case Sign::at_least:
            return spanning(low >= asked_low, high >= asked_low);
        case Sign::equal:
        case Sign::unequal:
            break;
    }
    return spanning(asked_low <= low && high <= asked_high, low <= asked_high && asked_low <= high);
}

}  // namespace

Condition::Parts Condition::parts_of(const std::string& text) {
    const auto at = text.find_first_of("=!<>");
    const std::string column(trimmed(std::string_view(text).substr(0, at)));
    const auto refuse = [&]() -> UsageError {
        return UsageError{"--where " + text +
                          " is not COLUMN=VALUE, such as event_type=Battles, killed>5 or month<2020-07"};
    };
    if (at == std::string::npos || column.empty()) throw refuse();
    Parts parts;
    parts.column = column;
    const bool with_equals = at + 1 < text.size() && text[at + 1] == '=';
    std::size_t size = with_equals && text[at] != '=' ? 2 : 1;
    if (text[at] == '!' && !with_equals) throw refuse();
    if (text[at] == '!') parts.sign = Sign::unequal;
    if (text[at] == '<') parts.sign = with_equals ? Sign::at_most : Sign::less;
    if (text[at] == '>') parts.sign = with_equals ? Sign::at_least : Sign::more;
    if (text[at] == '=' && with_equals) size = 2;
    parts.values = values_of(std::string_view(text).substr(at + size));
    const bool is_ordered = parts.sign != Sign::equal && parts.sign != Sign::unequal;
    if (is_ordered && parts.values.size() != 1) throw refuse();
    return parts;
}

Condition::Condition(const std::string& text, std::span<const std::string> extra_columns,
                     std::span<const std::string> countries, const std::vector<Gazetteer>& gazetteers)
    : Condition(parts_of(text), text, extra_columns, countries, gazetteers) {}

Condition::Condition(const Parts& parts, const std::string& text, std::span<const std::string> extra_columns,
                     std::span<const std::string> countries, const std::vector<Gazetteer>& gazetteers)
    : m_key{parts.column, extra_columns}, m_sign{parts.sign} {
    const bool is_ordered = m_sign != Sign::equal && m_sign != Sign::unequal;
    for (const std::string& value : parts.values) {
        Literal literal;
        literal.text = value;
        literal.normal = normal_form(value);
        literal.number = as_number(value);
        if (m_key.kind() == KeyKind::date || is_ordered) literal.date = read_date_text(value).date;
        if (m_key.kind() == KeyKind::place) add_names(literal, countries, gazetteers);
        if (m_key.kind() == KeyKind::date && !literal.date)
            throw UsageError{"--where " + text + ": '" + value + "' is no date"};
        if (m_key.kind() == KeyKind::number && !literal.number)
            throw UsageError{"--where " + text + ": '" + value + "' is no number"};
        if (is_ordered && !literal.number && !literal.date)
            throw UsageError{"--where " + text + ": '" + value +
                             "' is neither a number nor a date, and nothing is more or less than it"};
        m_literals.push_back(std::move(literal));
    }
}

/// A province has several spellings: all that a gazetteer has of the one that is called so.
void Condition::add_names(Literal& literal, std::span<const std::string> countries,
                          const std::vector<Gazetteer>& gazetteers) const {
    literal.names = forms_of(literal.text);
    if (m_key.name() == "country") literal.country = country_code(literal.text);
    if (m_key.name() != "admin1" && m_key.name() != "admin2") return;
    const Parent parent(literal.text, countries, gazetteers);
    const Place* place = parent.only_place();
    if (place == nullptr) return;
    literal.names.merge(forms_of(place->name));
    for (const Gazetteer& gazetteer : gazetteers) {
        for (const Name& name : gazetteer.names_of(place->id)) literal.names.merge(forms_of(name.text));
    }
}

Verdict Condition::judge(const KeyedIncident& keyed) const {
    const bool is_equality = m_sign == Sign::equal || m_sign == Sign::unequal;
    Verdict verdict = Verdict::outside;
    if (m_literals.empty()) {
        verdict = m_key.values(keyed).empty() ? Verdict::inside : Verdict::outside;
    } else if (m_key.kind() == KeyKind::date) {
        verdict = judge_date(keyed.incident.date);
    } else if (m_key.kind() == KeyKind::number) {
        if (const auto count = m_key.number(keyed.incident)) {
            const bool only_best = !count->low && !count->high;
            const auto bound = [&](const std::optional<std::int64_t>& stated, double unstated) {
                if (stated) return static_cast<double>(*stated);
                return only_best ? static_cast<double>(*count->best) : unstated;
            };
            verdict = judge_number(bound(count->low, 0), bound(count->high, infinity));
        }
    } else {
        const std::vector<KeyValue> values = m_key.values(keyed);
        verdict = is_equality ? judge_texts(values) : judge_ordered(values);
    }
    return m_sign == Sign::unequal ? opposite(verdict) : verdict;
}

Verdict Condition::judge_date(const std::optional<EventDate>& date) const {
    if (!date) return Verdict::outside;
    Verdict best = Verdict::outside;
    for (const Literal& asked : m_literals) {
        best = either(best, compared(m_sign, date->first, date->last, asked.date->first, asked.date->last));
    }
    return best == Verdict::inside && date->approximate ? Verdict::may_be_inside : best;
}

Verdict Condition::judge_number(double low, double high) const {
    Verdict best = Verdict::outside;
    for (const Literal& asked : m_literals)
        best = either(best, compared(m_sign, low, high, *asked.number, *asked.number));
    return best;
}

Verdict Condition::judge_texts(const std::vector<KeyValue>& values) const {
    const auto asked = std::count_if(values.begin(), values.end(),
                                     [this](const KeyValue& value) { return is_asked(value); });
    return spanning(asked > 0 && static_cast<std::size_t>(asked) == values.size(), asked > 0);
}

/// Values of a column that is read as numbers, or as days, because such are asked for. Others are outside.
Verdict Condition::judge_ordered(const std::vector<KeyValue>& values) const {
    const Literal& asked = m_literals.front();
    std::size_t all = 0;
    std::size_t some = 0;
    for (const KeyValue& value : values) {
        Verdict verdict = Verdict::outside;
        if (asked.number) {
            if (const auto number = as_number(value.text)) verdict = judge_number(*number, *number);
        } else {
            verdict = judge_date(read_date_text(value.text).date);
        }
        all += verdict == Verdict::inside ? 1 : 0;
        some += verdict == Verdict::outside ? 0 : 1;
    }
    return spanning(all > 0 && all == values.size(), some > 0);
}

bool Condition::is_asked(const KeyValue& value) const {
    const std::string normal = normal_form(value.text);
    return std::any_of(m_literals.begin(), m_literals.end(), [&](const Literal& asked) {
        if (value.text == asked.text || (!normal.empty() && normal == asked.normal)) return true;
        if (m_key.kind() != KeyKind::place) return false;
        if (!asked.country.empty()) return country_code(value.text) == asked.country;
        const std::set<std::string> forms = forms_of(value.text);
        return std::any_of(forms.begin(), forms.end(),
                           [&](const std::string& form) { return asked.names.contains(form); });
    });
}

}  // namespace incidentmap
