// SPDX-License-Identifier: MIT
#include "report/column_use.hpp"

#include <algorithm>
#include <iterator>

#include "core/count.hpp"
#include "core/date.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/no_places.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geodesy/coordinates.hpp"
#include "report/event_kind.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

constexpr std::size_t most_values = 200;
constexpr std::size_t longest_kept = 400;

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_date(const std::string& value) {
    // A bare number may be anything: a year, a day number.
    if (is_digits(value) && value.size() != 8) return false;
    return value.size() <= 60 && read_date_text(value, DateOrder::day_first).date.has_value();
}

bool is_position(const std::string& value) {
    const auto read = value.size() <= 200 ? read_coordinates(value) : std::nullopt;
    return read && std::holds_alternative<ReadCoordinates>(*read);
}

bool is_address(const std::string& value) {
    return value.starts_with("http://") || value.starts_with("https://") || value.starts_with("www.");
}

bool is_number(const std::string& value) {
    const ReadCount read = read_count(value);
    return std::holds_alternative<Count>(read) && value.find_first_of("0123456789") != std::string::npos;
}

bool is_name(const std::string& value) {
    return value.size() >= 2 && value.size() <= 60 && !no_place(value) &&
           value.find_first_of("0123456789") == std::string::npos &&
           std::count(value.begin(), value.end(), ' ') <= 5;
}

/// `SD-2023/17`: short, with digits, without blanks.
bool is_id(const std::string& value) {
    return value.size() <= 24 && value.find(' ') == std::string::npos &&
           value.find_first_of("0123456789") != std::string::npos;
}

/// Whether a word of the header begins with one of these.
bool header_says(std::string_view header, std::initializer_list<std::string_view> beginnings) {
    const std::vector<std::string> words = split_list(normal_form(header), " ");
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::any_of(beginnings.begin(), beginnings.end(),
                           [&](std::string_view beginning) { return word.starts_with(beginning); });
    });
}

/// Four in five values, at least, are of a kind.
template <typename Is>
bool are_mostly(std::span<const std::string> values, Is is) {
    const auto count = static_cast<std::size_t>(std::count_if(values.begin(), values.end(), is));
    return count > 0 && count * 5 >= values.size() * 4;
}

std::optional<LikelyUse> as_number(std::string_view header, const ColumnMap& map) {
    const auto is_free = [&](Column column) { return !map.index_of(column); };
    if (header_says(header, {"kill", "dead", "death", "fatal", "mort", "tue", "muert", "убит", "загиб",
                             "погиб", "قتل"}) &&
        is_free(Column::killed))
        return LikelyUse{Column::killed, "its values are numbers, and its name speaks of deaths", true};
    if (header_says(header, {"wound", "injur", "bless", "herid", "ferid", "поран", "ранен", "جرح"}) &&
        is_free(Column::injured))
        return LikelyUse{Column::injured, "its values are numbers, and its name speaks of injuries", true};
    return std::nullopt;
}

}  // namespace

void ColumnValues::see(std::string_view whole) {
    const std::string_view cell = trimmed(whole);
    if (cell.empty()) return;
    ++m_filled;
    const std::string value = shortened(cell, longest_kept);
    if (m_seen.contains(value)) {
        m_repeats = true;
        return;
    }
    if (m_values.size() >= most_values) return;
    m_values.push_back(value);
    m_seen.insert(value);
}

std::optional<LikelyUse> likely_use(std::string_view header, const ColumnValues& column,
                                    const ColumnMap& map) {
    std::vector<std::string> values;
    for (const std::string& value : column.values()) {
        if (!says_nothing(value)) values.push_back(value);
    }
    if (values.empty()) return std::nullopt;
    const auto is_free = [&](Column ours) { return !map.index_of(ours); };
    const auto use = [](Column ours, std::string why, bool sure) {
        return LikelyUse{ours, std::move(why), sure};
    };
    if (are_mostly(values, is_address) && is_free(Column::url))
        return use(Column::url, "its values are addresses of pages", true);
    if (is_free(Column::latitude) && are_mostly(values, is_position))
        return use(Column::latitude, "its values are positions: latitude and longitude in one", true);
    if (is_free(Column::event_date) && are_mostly(values, is_date))
        return use(Column::event_date, "its values are dates", true);
    if (is_free(Column::country) &&
        are_mostly(values, [](const std::string& value) { return !countries_named(value).empty(); }))
        return use(Column::country, "its values are countries", true);
    if (is_free(Column::event_type) && values.size() <= 60 &&
        are_mostly(values, [](const std::string& value) { return event_kind(value).has_value(); }))
        return use(Column::event_type, "its values are kinds of events", true);
    if (are_mostly(values, is_number)) return as_number(header, map);
    if (is_free(Column::notes) &&
        are_mostly(values, [](const std::string& value) { return value.size() > 60; }))
        return use(Column::notes, "its values are long texts", true);
    const bool has_id = !is_free(Column::report_id) || !is_free(Column::incident_id);
    if (!has_id && values.size() > 1 && column.all_differ() && are_mostly(values, is_id))
        return use(Column::report_id, "its values all differ, and are no words", false);
    const bool has_place = !is_free(Column::place) || !is_free(Column::place_words);
    if (!has_place && are_mostly(values, is_name))
        return use(Column::place, "its values look like names", false);
    return std::nullopt;
}

}  // namespace incidentmap
