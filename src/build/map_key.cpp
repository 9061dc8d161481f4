// SPDX-License-Identifier: MIT
#include "build/map_key.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "layer/drawn_places.hpp"
#include "layer/row_writer.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;
using Values = std::vector<KeyValue>;

constexpr std::size_t most_spans = 5'000;

void add_value(Values& values, KeyValue value) {
    if (trimmed(value.text).empty()) return;
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

/// Each part of `a | b`, which two reports that differ make.
Values parts_of(const std::string& text) {
    Values values;
    for (std::string& part : split_list(text, "|")) add_value(values, {std::move(part), {}});
    return values;
}

std::string digits(int number, int width) {
    std::string text = std::to_string(number);
    while (static_cast<int>(text.size()) < width) text.insert(text.begin(), '0');
    return text;
}

// --- days

enum class Span { year, month, week };

Day first_of(Span span, Day day) {
    using namespace std::chrono;
    const year_month_day date{day};
    if (span == Span::year) return sys_days{date.year() / January / 1};
    if (span == Span::month) return sys_days{date.year() / date.month() / 1};
    return day - days{weekday{day}.iso_encoding() - 1};
}

Day after(Span span, Day first) {
    using namespace std::chrono;
    const year_month_day date{first};
    if (span == Span::year) return sys_days{(date.year() + years{1}) / January / 1};
    if (span == Span::month) return sys_days{(date.year() / date.month() + months{1}) / 1};
    return first + days{7};
}

/// `2020`, `2020-07`, `2020-W31` (ISO 8601: the week's year is that of its Thursday).
std::string span_name(Span span, Day first) {
    using namespace std::chrono;
    const year_month_day date{span == Span::week ? first + days{3} : first};
    std::string year = digits(static_cast<int>(date.year()), 4);
    if (span == Span::year) return year;
    if (span == Span::month) return year + "-" + digits(static_cast<int>(unsigned{date.month()}), 2);
    const auto week = (sys_days{date} - sys_days{date.year() / January / 1}).count() / 7 + 1;
    return year + "-W" + digits(static_cast<int>(week), 2);
}

template <Span span>
Values spans(const KeyedIncident& keyed) {
    Values values;
    if (!keyed.incident.date) return values;
    for (Day day = first_of(span, keyed.incident.date->first); day <= keyed.incident.date->last;
         day = after(span, day)) {
        if (values.size() == most_spans)
            throw Error{"the incident " + keyed.incident.id + " is dated " + to_edtf(*keyed.incident.date) +
                        ", which is more than " + std::to_string(most_spans) +
                        " maps: correct the date, or split by year"};
        values.push_back({span_name(span, day), {}});
    }
    return values;
}

Values event_date(const KeyedIncident& keyed) {
    if (!keyed.incident.date) return {};
    return {{to_edtf(*keyed.incident.date), {}}};
}

// --- places

/// Of each place of the incident, or each that an ambiguous one may be; else what its reports state.
template <typename Of>
Values found_or_stated(const KeyedIncident& keyed, Of of, Column stated) {
    Values values;
    for (const IncidentLocation& place : keyed.incident.locations) {
        const Location& location = *place.location;
        if (location.has_place()) add_value(values, of(location));
        if (location.status != Status::ambiguous) continue;
        for (const Match& match : location.alternatives) add_value(values, of(match));
    }
    if (!values.empty()) return values;
    for (const Report& report : keyed.reports) {
        const std::string& words = report[stated];
        const std::string country = country_name(country_code(report[Column::country]));
        if (stated != Column::country) {
            add_value(values, {words, country});
        } else {
            add_value(values, {country.empty() ? words : country, {}});
        }
    }
    return values;
}

Values country(const KeyedIncident& keyed) {
    const auto of = [](const auto& found) { return KeyValue{country_name(found.country), {}}; };
    return found_or_stated(keyed, of, Column::country);
}

Values admin1(const KeyedIncident& keyed) {
    const auto of = [](const auto& found) { return KeyValue{found.admin1, country_name(found.country)}; };
    return found_or_stated(keyed, of, Column::admin1);
}

Values admin2(const KeyedIncident& keyed) {
    const auto of = [](const auto& found) {
        return KeyValue{found.admin2,
                        joined(split_list(found.admin1 + "|" + country_name(found.country), "|"), ", ")};
    };
    return found_or_stated(keyed, of, Column::admin2);
}

Values location(const KeyedIncident& keyed) {
    Values values;
    for (const IncidentLocation& place : keyed.incident.locations) {
        if (place.location->has_place())
            add_value(values, {name_of(*place.location), country_name(place.location->country)});
    }
    return values;
}

/// What the layer `bases` holds of it.
Values base(const KeyedIncident& keyed) {
    Values values;
    if (!keyed.incident.is_attack) return values;
    for (const IncidentLocation& place : keyed.incident.locations) {
        const Location& location = *place.location;
        if (location.status != Status::resolved || location.place_id.empty()) continue;
        if (is_installation(location.kind))
            add_value(values, {location.name,
                               joined(split_list(location.admin1 + "|" + country_name(location.country), "|"),
                                      ", ")});
    }
    return values;
}

Values launch_site(const KeyedIncident& keyed) {
    Values values;
    for (const LaunchSite& launch : keyed.incident.launches) {
        if (launch.location->has_place())
            add_value(values, {name_of(*launch.location), country_name(launch.location->country)});
    }
    return values;
}

Values status(const KeyedIncident& keyed) { return {{to_string(keyed.incident.status), {}}}; }

// --- what happened

template <ReportColumn column>
Values text(const KeyedIncident& keyed) {
    return parts_of(keyed.incident[column]);
}

Values incident_id(const KeyedIncident& keyed) { return parts_of(keyed.incident.id); }

template <Count Incident::*member>
Values count(const KeyedIncident& keyed) {
    Values values;
    add_value(values, {to_text(keyed.incident.*member), {}});
    return values;
}

struct KeyRow {
    std::string_view name;
    KeyKind kind;
    Values (*values)(const KeyedIncident&);
    std::string_view says;
    Count Incident::*number = nullptr;
};

// clang-format off
constexpr std::array rows{
    KeyRow{"year", KeyKind::date, spans<Span::year>, "2020"},
    KeyRow{"month", KeyKind::date, spans<Span::month>, "2020-07"},
    KeyRow{"week", KeyKind::date, spans<Span::week>, "2020-W31"},
    KeyRow{"event_date", KeyKind::date, event_date, "the day"},
    KeyRow{"country", KeyKind::place, country, "where it was found to be, else as stated"},
    KeyRow{"admin1", KeyKind::place, admin1, "the province, likewise"},
    KeyRow{"admin2", KeyKind::place, admin2, "the district, likewise"},
    KeyRow{"base", KeyKind::place, base, "a base or compound that an attack hit"},
    KeyRow{"location", KeyKind::place, location, "the place found"},
    KeyRow{"launch_site", KeyKind::place, launch_site, "the reported launch place found"},
    KeyRow{"status", KeyKind::text, status, "resolved, coarse, ambiguous, unresolved"},
    KeyRow{"event_type", KeyKind::text, text<ReportColumn::event_type>, ""},
    KeyRow{"sub_event_type", KeyKind::text, text<ReportColumn::sub_event_type>, ""},
    KeyRow{"weapon", KeyKind::text, text<ReportColumn::weapon>, ""},
    KeyRow{"damage", KeyKind::text, text<ReportColumn::damage>, ""},
    KeyRow{"attributed_to", KeyKind::text, text<ReportColumn::attributed_to>, ""},
    KeyRow{"claimed_by", KeyKind::text, text<ReportColumn::claimed_by>, ""},
    KeyRow{"denied_by", KeyKind::text, text<ReportColumn::denied_by>, ""},
    KeyRow{"notes", KeyKind::text, text<ReportColumn::notes>, ""},
    KeyRow{"incident_id", KeyKind::text, incident_id, ""},
    KeyRow{"weapon_count", KeyKind::number, count<&Incident::weapon_count>, "", &Incident::weapon_count},
    KeyRow{"killed", KeyKind::number, count<&Incident::killed>, "", &Incident::killed},
    KeyRow{"injured", KeyKind::number, count<&Incident::injured>, "", &Incident::injured},
};
// clang-format on

constexpr std::size_t day_rows = 3;  ///< those that stand for days come first

}  // namespace

MapKey::MapKey(const std::string& name, std::span<const std::string> extra_columns) : m_name{trimmed(name)} {
    const auto known = std::find_if(rows.begin(), rows.end(),
                                    [&](const KeyRow& row) { return row.name == lower_ascii(m_name); });
    m_row = static_cast<std::size_t>(known - rows.begin());
    if (known != rows.end()) {
        m_name = known->name;
        return;
    }
    const auto is_meant = [&](std::string_view column) {
        return lower_ascii(trimmed(column)) == lower_ascii(m_name);
    };
    const auto own = std::find_if(extra_columns.begin(), extra_columns.end(), is_meant);
    const auto ours = report_columns();
    const auto cell = std::find_if(ours.begin(), ours.end(),
                                   [&](const ReportColumnInfo& column) { return is_meant(column.name); });
    if (own == extra_columns.end() && cell != ours.end()) {
        m_name = cell->name;
        m_cell = static_cast<Column>(cell - ours.begin());
        return;
    }
    if (own == extra_columns.end()) {
        std::vector<std::string> all;
        for (const KeyRow& row : rows) all.emplace_back(row.name);
        for (const std::string& column : extra_columns) all.push_back(shortened(column, 60));
        throw UsageError{"there is no column '" + shortened(m_name, 100) +
                         "' to choose or split by; there are " + joined(all, ", ")};
    }
    m_name = trimmed(*own);
    m_extra = static_cast<std::size_t>(own - extra_columns.begin());
}

KeyKind MapKey::kind() const { return is_of_table() ? rows[m_row].kind : KeyKind::text; }

std::vector<KeyValue> MapKey::values(const KeyedIncident& keyed) const {
    if (is_of_table()) return rows[m_row].values(keyed);
    Values values;
    for (const Report& report : keyed.reports) {
        if (m_cell) add_value(values, {std::string(trimmed(report[*m_cell])), {}});
        if (m_extra && *m_extra < report.extra.size())
            add_value(values, {std::string(trimmed(report.extra[*m_extra])), {}});
    }
    return values;
}

std::optional<Count> MapKey::number(const Incident& incident) const {
    if (!is_of_table() || rows[m_row].number == nullptr) return std::nullopt;
    const Count& count = incident.*rows[m_row].number;
    return count.known() ? std::optional{count} : std::nullopt;
}

std::optional<EventDate> MapKey::days(const KeyValue& value) const {
    if (m_row >= day_rows) return std::nullopt;
    return read_date_text(value.text).date;
}

std::string map_key_help() {
    std::vector<std::string> names;
    for (const KeyRow& row : rows) names.emplace_back(row.name);
    return joined(names, ", ") + ", or a column of the input";
}

}  // namespace incidentmap
