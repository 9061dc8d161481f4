// SPDX-License-Identifier: MIT
#include "incident/agreement.hpp"

#include <algorithm>
#include <limits>

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
