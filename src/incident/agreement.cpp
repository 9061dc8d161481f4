// SPDX-License-Identifier: MIT
#include "incident/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/text.hpp"
#include "geodesy/distance_bounds.hpp"
#include "geodesy/footprint.hpp"

namespace incidentmap {
namespace {

constexpr std::int64_t no_high = std::numeric_limits<std::int64_t>::max();

/// The numbers that a count allows. `about 30` allows all: it only says which is likely.
struct Allowed {
    std::int64_t low;
    std::int64_t high;
};

Allowed allowed(const Count& count) { return {count.low.value_or(0), count.high.value_or(no_high)}; }

bool is_country(const Location& location) {
    return location.status == Status::coarse && location.kind == "country";
}

EventDate common(const EventDate& a, const EventDate& b) {
    EventDate date{std::max(a.first, b.first), std::min(a.last, b.last), DatePrecision::days,
                   a.approximate && b.approximate};
    for (const EventDate& one : {a, b}) {
        if (one.first == date.first && one.last == date.last) date.precision = one.precision;
    }
    if (date.first == date.last) date.precision = DatePrecision::day;
    return date;
}

/// True where no point of the one can be a point of the other, by their distance on a sphere, which errs by
/// less than 0.6 %: most pairs of places are that far apart, and a geodesic takes a hundred times as long.
bool are_far_apart(const Location& a, const Location& b) {
    constexpr double radius_m = 6'371'008.8;
    constexpr double radians = std::numbers::pi / 180;
    const double half_lat = std::sin((b.likely.lat - a.likely.lat) / 2 * radians);
    const double half_lon = std::sin((b.likely.lon - a.likely.lon) / 2 * radians);
    const double chord = half_lat * half_lat + std::cos(a.likely.lat * radians) *
                                                   std::cos(b.likely.lat * radians) * half_lon * half_lon;
    const double distance_m = 2 * radius_m * std::asin(std::min(1.0, std::sqrt(chord)));
    return 0.99 * distance_m > a.uncertainty_m + b.uncertainty_m;
}

}  // namespace

bool agree(const std::optional<EventDate>& a, const std::optional<EventDate>& b) {
    return !a || !b || overlap(*a, *b);
}

bool agree(const Count& a, const Count& b) {
    if (!a.known() || !b.known()) return true;
    const Allowed p = allowed(a);
    const Allowed q = allowed(b);
    return p.low <= q.high && q.low <= p.high;
}

bool agree(std::string_view a, std::string_view b) {
    const std::string p = lower_ascii(trimmed(a));
    const std::string q = lower_ascii(trimmed(b));
    return p.find(q) != std::string::npos || q.find(p) != std::string::npos;
}

bool agree(const Location& a, const Location& b) {
    if (!a.has_place() || !b.has_place()) return true;
    if (!a.place_id.empty() && a.place_id == b.place_id) return true;
    if (is_country(a) || is_country(b)) return a.country == b.country;
    if (a.status == Status::coarse && b.status == Status::coarse) {
        return covers(a.footprint, b.likely) || covers(b.footprint, a.likely);
    }
    if (a.status == Status::coarse) return covers(a.footprint, b.likely);
    if (b.status == Status::coarse) return covers(b.footprint, a.likely);
    if (are_far_apart(a, b)) return false;
    return distance_bounds({a.footprint, a.likely}, {b.footprint, b.likely}).min_m <= 0;
}

std::optional<EventDate> common_date(const std::vector<std::optional<EventDate>>& dates) {
    std::optional<EventDate> together;
    std::optional<EventDate> span;
    bool one_day_at_least = true;
    for (const auto& date : dates) {
        if (!date) continue;
        span = span ? span_of(*span, *date) : *date;
        one_day_at_least = one_day_at_least && (!together || overlap(*together, *date));
        if (one_day_at_least) together = together ? common(*together, *date) : *date;
    }
    return one_day_at_least ? together : span;
}

Count common_count(const std::vector<Count>& counts) {
    Count together;
    Allowed all{0, no_high};
    Allowed widest{no_high, 0};
    std::vector<std::int64_t> bests;
    for (const Count& count : counts) {
        if (!count.known()) continue;
        const Allowed one = allowed(count);
        all = {std::max(all.low, one.low), std::min(all.high, one.high)};
        const bool low_said = count.low || count.best;
        const bool high_said = count.high || count.best || count.low;
        if (low_said) widest.low = std::min(widest.low, count.low.value_or(count.best.value_or(0)));
        if (high_said)
            widest.high =
                std::max(widest.high, count.high.value_or(count.best.value_or(count.low.value_or(0))));
        if (count.low) together.low = all.low;
        if (count.high) together.high = all.high;
        if (count.best) bests.push_back(*count.best);
    }
    if (all.low > all.high) {
        together.low = widest.low == no_high ? std::nullopt : std::optional(widest.low);
        together.high = widest.high;
        return together;
    }
    if (together.low) together.low = all.low;
    if (together.high) together.high = all.high;
    if (together.low && together.low == together.high) {
        together.best = together.low;
    } else if (!bests.empty() &&
               std::all_of(bests.begin(), bests.end(),
                           [&](std::int64_t best) { return best == bests.front(); }) &&
               bests.front() >= all.low && bests.front() <= all.high) {
        together.best = bests.front();
    }
    return together;
}

}  // namespace incidentmap
