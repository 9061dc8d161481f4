// SPDX-License-Identifier: MIT
#include "incident/duplicates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "core/hash.hpp"
#include "core/text.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

constexpr double most_uncertain_m = 25'000;
constexpr int longest_days = 7;
constexpr double cell_deg = 0.25;
constexpr double metres_a_degree = 110'000;
constexpr std::size_t most_in_a_cell = 300;
constexpr std::size_t most_words = 60'000;
constexpr double highest_score = 0.99;
constexpr double radians_a_degree = 3.14159265358979 / 180;

/// A factor of the score, with its reason.
struct Factor {
    double value = 1;
    const char* why = "";
};

/// The days that both may have: how many, and of how many in all; not above 0 where they have none in common.
struct CommonDays {
    int common = 0;
    int all = 1;
};

CommonDays common_days(const Trace& a, const Trace& b) {
    const std::int32_t end_a = a.first_day + a.days;
    const std::int32_t end_b = b.first_day + b.days;
    return {std::min(end_a, end_b) - std::max(a.first_day, b.first_day),
            std::max(end_a, end_b) - std::min(a.first_day, b.first_day)};
}

double factor_of_dates(CommonDays days) { return days.all == 1 ? 1 : 0.5 + 0.5 * days.common / days.all; }

bool is_one_place(const Trace& a, const Trace& b) { return a.place != 0 && a.place == b.place; }

/// Nothing where their possible areas do not meet. What is clearly farther is told by latitude and longitude
/// alone: a degree of latitude has 110.5 km or more, one of longitude 111.3 km times the cosine.
std::optional<double> apart_m(const Trace& a, const Trace& b) {
    if (is_one_place(a, b)) return 0;
    const double reach = double{a.uncertainty_m} + double{b.uncertainty_m};
    if (std::abs(a.lat - b.lat) * 110'500 > reach) return std::nullopt;
    const double east = std::abs(a.lon - b.lon);
    const double highest = std::max(std::abs(a.lat), std::abs(b.lat)) * radians_a_degree;
    if (east < 180 && highest < 1.2 && east * 110'000 * std::cos(highest) > reach * 1.05) return std::nullopt;
    const double apart = geodesic({a.lon, a.lat}, {b.lon, b.lat}).distance_m;
    return apart > reach ? std::nullopt : std::optional(apart);
}

double factor_of_places(const Trace& a, const Trace& b, double apart) {
    const double reach = double{a.uncertainty_m} + double{b.uncertainty_m};
    const double wider = std::max(a.uncertainty_m, b.uncertainty_m);
    const double precise = wider <= 1'000 ? 1 : (wider <= 3'000 ? 0.98 : (wider <= 10'000 ? 0.9 : 0.75));
    return reach > 0 ? precise * (1 - 0.5 * apart / reach) : precise;
}

std::optional<Factor> factor_of_kinds(const Trace& a, const Trace& b) {
    if (a.type != 0 && b.type != 0 && a.type != b.type) return std::nullopt;
    if (a.type == 0 || b.type == 0) return Factor{0.7, "event type not stated by both"};
    if (a.sub_type == 0 || b.sub_type == 0) return Factor{0.9, "same event type"};
    if (a.sub_type == b.sub_type) return Factor{1, "same event type and sub-type"};
    return Factor{0.6, "same event type, other sub-type"};
}

bool says_killed(const Trace& trace) { return trace.killed_low <= trace.killed_high; }

Factor factor_of_killed(const Trace& a, const Trace& b) {
    if (!says_killed(a) || !says_killed(b)) return {0.97, "number killed not stated by both"};
    const bool agree = a.killed_low <= b.killed_high && b.killed_low <= a.killed_high;
    return agree ? Factor{1, "numbers killed agree"} : Factor{0.7, "numbers killed differ"};
}

Factor factor_of_sources(const Trace& a, const Trace& b) {
    if (a.source == 0 || b.source == 0) return {0.95, "source not stated by both"};
    return a.source == b.source ? Factor{0.5, "one publication tells of both as two"}
                                : Factor{1, "different publications"};
}

std::int32_t column_of(double lon) { return static_cast<std::int32_t>(std::floor((lon + 180) / cell_deg)); }
std::int32_t line_of(double lat) { return static_cast<std::int32_t>(std::floor((lat + 90) / cell_deg)); }

/// The cells that the possible area of an incident may reach into; the last column is next to the first.
template <typename Take>
void for_each_cell(const Trace& trace, Take take) {
    constexpr auto columns = static_cast<std::int32_t>(360 / cell_deg);
    const double north = trace.uncertainty_m / metres_a_degree;
    const double narrowest = std::cos((std::min(89.9, std::abs(trace.lat) + north)) * radians_a_degree);
    const double east = std::min(180.0, north / narrowest);
    for (std::int32_t line = line_of(trace.lat - north); line <= line_of(trace.lat + north); ++line) {
        for (std::int32_t column = column_of(trace.lon - east); column <= column_of(trace.lon + east);
             ++column)
            take((static_cast<std::int64_t>(line) << 32) | ((column % columns + columns) % columns));
    }
}

bool is_better(const DuplicatePair& a, const DuplicatePair& b) {
    if (a.score != b.score) return a.score > b.score;
    return std::pair(a.report_a, a.report_b) < std::pair(b.report_a, b.report_b);
}

std::uint16_t saturated(std::int64_t count) {
    return static_cast<std::uint16_t>(
        std::clamp<std::int64_t>(count, 0, std::numeric_limits<std::uint16_t>::max()));
}

}  // namespace

std::optional<DuplicatePair> compare_traces(const Trace& a, const Trace& b, double least_score) {
    const auto kinds = factor_of_kinds(a, b);
    const CommonDays days = common_days(a, b);
    if (!kinds || days.common < 1) return std::nullopt;
    const Factor killed = factor_of_killed(a, b);
    const Factor sources = factor_of_sources(a, b);
    const double so_far = factor_of_dates(days) * kinds->value * killed.value * sources.value;
    if (so_far + 0.005 < least_score) return std::nullopt;
    const auto apart = apart_m(a, b);
    if (!apart) return std::nullopt;
    const double score =
        std::round(std::min(so_far * factor_of_places(a, b, *apart), highest_score) * 100) / 100;
    if (score < least_score) return std::nullopt;
    const std::string when = days.all == 1 ? "same day, " + to_iso(Day{std::chrono::days{a.first_day}})
                                           : "dates that have " + std::to_string(days.common) + " of " +
                                                 std::to_string(days.all) + " days in common";
    const std::string where = (is_one_place(a, b) ? "same place" : distance_for_people(*apart) + " apart") +
                              ", known to " + distance_for_people(std::max(a.uncertainty_m, b.uncertainty_m));
    return DuplicatePair{std::min(a.report, b.report), std::max(a.report, b.report), score,
                         joined({when, where, kinds->why, killed.why, sources.why}, "; ")};
}

/// Words beyond the first 60,000 count as not stated.
std::uint16_t DuplicateFinder::number_of(std::string_view text) {
    if (text.empty()) return 0;
    if (const auto known = m_words.find(text); known != m_words.end()) return known->second;
    if (m_words.size() >= most_words) return 0;
    const auto next = static_cast<std::uint16_t>(m_words.size() + 1);
    const std::uint16_t number = m_words.try_emplace(lower_ascii(trimmed(text)), next).first->second;
    m_words.try_emplace(std::string(text), number);
    return number;
}

void DuplicateFinder::add(const Incident& incident, std::uint32_t report, std::size_t source) {
    if (incident.status != Status::resolved || !incident.date || incident.locations.empty()) return;
    const Location& location = *incident.locations.front().location;
    const auto days = (incident.date->last - incident.date->first).count() + 1;
    if (location.uncertainty_m > most_uncertain_m || days > longest_days || days < 1) return;
    Trace trace;
    trace.first_day = static_cast<std::int32_t>(incident.date->first.time_since_epoch().count());
    trace.days = static_cast<std::uint8_t>(days);
    trace.uncertainty_m = static_cast<float>(location.uncertainty_m);
    trace.lon = static_cast<float>(location.likely.lon);
    trace.lat = static_cast<float>(location.likely.lat);
    trace.report = report;
    trace.source = source == Report::no_source ? 0 : static_cast<std::uint32_t>(source + 1);
    if (!location.place_id.empty())
        trace.place = static_cast<std::uint32_t>(hash128(location.place_id).low | 1);
    trace.type = number_of(incident[ReportColumn::event_type]);
    trace.sub_type = number_of(incident[ReportColumn::sub_event_type]);
    const Count& killed = incident.killed;
    trace.killed_low = killed.known() ? saturated(killed.low.value_or(0)) : 1;
    trace.killed_high =
        killed.known() ? saturated(killed.high.value_or(std::numeric_limits<std::uint16_t>::max())) : 0;
    m_traces.push_back(trace);
}

void DuplicateFinder::compare_day(std::int32_t day, const std::vector<std::uint32_t>& active,
                                  double least_score, std::vector<DuplicatePair>& found) {
    auto& cells = m_cells;
    auto& pairs = m_pairs;
    cells.clear();
    pairs.clear();
    for (std::uint32_t index : active)
        for_each_cell(m_traces[index], [&](std::int64_t cell) { cells.emplace_back(cell, index); });
    std::sort(cells.begin(), cells.end());
    for (std::size_t from = 0; from < cells.size();) {
        std::size_t to = from;
        while (to < cells.size() && cells[to].first == cells[from].first) ++to;
        const std::size_t compared = std::min(to, from + most_in_a_cell);
        m_not_compared += static_cast<std::int64_t>(to - compared);
        for (std::size_t i = from; i < compared; ++i) {
            for (std::size_t k = i + 1; k < compared; ++k)
                pairs.emplace_back(cells[i].second, cells[k].second);
        }
        from = to;
    }
    // Two possible areas may share several cells.
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& [i, k] : pairs) {
        const Trace& a = m_traces[i];
        const Trace& b = m_traces[k];
        // Each pair once: on the first day that both have.
        if (std::max(a.first_day, b.first_day) != day) continue;
        if (auto pair = compare_traces(a, b, least_score)) found.push_back(std::move(*pair));
    }
}

std::vector<DuplicatePair> DuplicateFinder::pairs(double least_score, std::size_t most) {
    m_not_compared = 0;
    // By day, then as they came: that is by their reports.
    std::vector<std::uint64_t> order;
    order.reserve(m_traces.size());
    for (std::size_t i = 0; i < m_traces.size(); ++i) {
        const auto day = static_cast<std::uint32_t>(m_traces[i].first_day) ^ 0x80000000U;
        order.push_back(std::uint64_t{day} << 32 | i);
    }
    std::sort(order.begin(), order.end());
    std::vector<DuplicatePair> found;
    std::vector<std::uint32_t> active;  // those that have the day
    for (std::size_t next = 0; next < order.size();) {
        const auto index_at = [&](std::size_t at) { return static_cast<std::uint32_t>(order[at]); };
        const std::int32_t day = m_traces[index_at(next)].first_day;
        std::erase_if(active, [&](std::uint32_t index) {
            return m_traces[index].first_day + m_traces[index].days <= day;
        });
        while (next < order.size() && m_traces[index_at(next)].first_day == day)
            active.push_back(index_at(next++));
        if (active.size() > 1) compare_day(day, active, least_score, found);
        if (found.size() > most * 8) {
            std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                             is_better);
            found.resize(most);
        }
    }
    std::sort(found.begin(), found.end(), is_better);
    if (found.size() > most) found.resize(most);
    return found;
}

}  // namespace incidentmap
