// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text.hpp"
#include "report/area_words.hpp"
#include "report/country_cells.hpp"
#include "report/given_position.hpp"
#include "report/local_day.hpp"
#include "report/report.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

std::optional<LonLat> given_point(const Report& report) {
    return report.position ? std::optional{report.position->position} : std::nullopt;
}

void read_event_date(Report& report, DateOrder order) {
    if (says_unknown(report[Column::event_date])) return;
    const DateReading read = read_date_text(report[Column::event_date], order);
    if (!read.date) {
        add_finding(report, read.ends_before_start ? "ends-before-start" : "date-not-read", Severity::error,
                    Column::event_date, read.why);
        return;
    }
    report.event_date =
        read.instant ? local_days(*read.instant, report[Column::country], given_point(report)) : *read.date;
    if (const auto wrong = wrong_weekday(report[Column::event_date], *read.date))
        add_finding(report, "weekday-differs", Severity::warning, Column::event_date,
                    *wrong + "; the date is used. Check both");
}

Count read_number(Report& report, Column column) {
    const ReadCount read = read_count(report[column]);
    if (const auto* count = std::get_if<Count>(&read)) return *count;
    add_finding(report, "count-not-read", Severity::warning, column,
                std::string(name_of(column)) + " " + std::get<std::string>(read));
    return {};
}

/// Two parts of which each begins with a capital or a letter that has none, and that no word ties together:
/// `Tikrit and Baiji`, and neither `between Tikrit and Baiji` nor `Jammu and Kashmir`.
bool are_two_places(std::string_view first, std::string_view second) {
    constexpr std::string_view second_halves[] = {"kashmir",     "baluchestan",    "balochistan", "bakhtiari",
                                                  "boyer-ahmad", "herzegovina",    "tobago",      "nevis",
                                                  "barbuda",     "principe",       "príncipe",    "nicobar",
                                                  "wear",        "the grenadines", "caicos"};
    constexpr std::string_view ties[] = {"between", "road",  "border", "near", "km",
                                         "from",    "north", "south",  "east", "west"};
    const auto starts_a_name = [](std::string_view text) {
        const auto c = static_cast<unsigned char>(text.empty() ? ' ' : text.front());
        return (c >= 'A' && c <= 'Z') || c >= 0x80;
    };
    if (!starts_a_name(first) || !starts_a_name(second)) return false;
    const std::string low = lower_ascii(second);
    for (const std::string_view half : second_halves) {
        if (low.starts_with(half)) return false;
    }
    for (const std::string& word : split_list(lower_ascii(first) + " " + low, " ")) {
        if (std::find(std::begin(ties), std::end(ties), word) != std::end(ties)) return false;
    }
    return second.find(',') == std::string_view::npos && first.find(',') == std::string_view::npos;
}

/// Several places that one cell names: `Mosul & Erbil`, `Tikrit; Baiji`, `Tikrit and Baiji`.
std::vector<std::string> apart(const std::vector<std::string>& names) {
    std::vector<std::string> places;
    for (const std::string& name : names) {
        bool parted = false;
        for (const std::string_view joint : {" & ", "; ", " and ", " y ", " et "}) {
            const auto at = name.find(joint);
            if (at == std::string::npos || name.find(joint, at + 1) != std::string::npos) continue;
            const std::string first(trimmed(std::string_view(name).substr(0, at)));
            const std::string second(trimmed(std::string_view(name).substr(at + joint.size())));
            if (!are_two_places(first, second)) continue;
            places.insert(places.end(), {first, second});
            parted = true;
            break;
        }
        if (!parted) places.push_back(name);
    }
    return places;
}

std::vector<std::string> localities(const Report& report, Column place, Column words) {
    std::vector<std::string> names = split_list(report[place], "|");
    if (names.empty()) names = split_list(report[words], "|");
    names = apart(names);
    std::erase_if(names, [](const std::string& name) { return says_nothing(name); });
    return names;
}

/// Where no place is named: the smallest area that is.
std::string area_in_words(const Report& report) {
    const std::string& district = report[Column::admin2];
    const std::string& province = report[Column::admin1];
    if (!district.empty()) return with_kind_word(district, "district");
    if (!province.empty()) return with_kind_word(province, "province");
    return report[Column::country];
}

}  // namespace

void read_cells(Report& report, const ReadOptions& options) {
    // Where nobody has seen what else its column holds, `NA` says that nothing is known.
    CountryCells{}.read(report);
    report.weapon_count = read_number(report, Column::weapon_count);
    report.killed = read_number(report, Column::killed);
    report.injured = read_number(report, Column::injured);
    read_positions(report);
    read_event_date(report, options.date_order);
    report.places = localities(report, Column::place, Column::place_words);
    report.launch_places = localities(report, Column::launch_place, Column::launch_words);
    const bool is_nowhere = position_means(report) == PositionMeans::nothing;
    if (is_nowhere) report.places.clear();
    if (report.places.empty() && !report.position && !is_nowhere) {
        if (std::string area = area_in_words(report); !area.empty()) report.places.push_back(std::move(area));
    }
    if (report.places.empty() && !report.position) {
        add_finding(report, "no-place", Severity::warning, Column::place,
                    "the row has neither a place nor a position, so it adds nothing to where its incident "
                    "was. Fill place, or latitude and longitude");
    }
}

}  // namespace incidentmap
