// SPDX-License-Identifier: MIT
#include "core/time_of_day.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace incidentmap {
namespace {

using Tokens = std::span<const DateToken>;
using Kind = DateToken::Kind;

/// How many tokens at \p i are a zone behind a time: `Z`, `UTC`, `+03:00`, `-0500`, `UTC+3`.
std::size_t take_zone(Tokens t, std::size_t i, TimeOfDay& time) {
    std::size_t taken = 0;
    if (i < t.size() && t[i].is(DateWord::zone)) {
        time.zone_min = 0;
        taken = 1;
    }
    const std::size_t s = i + taken;
    const bool sign = s + 1 < t.size() && (t[s].is('+') || t[s].is('-')) && t[s + 1].kind == Kind::number &&
                      !t[s + 1].after_blank && !t[s].after_blank;
    if (!sign) return taken;
    const bool colon = s + 3 < t.size() && t[s + 2].is(':') && t[s + 3].is_number(2);
    int minutes = 0;
    if (t[s + 1].is_short_number()) {
        if (!colon && taken == 0 && !(t[s].is('+'))) return taken;
        minutes = t[s + 1].value * 60 + (colon ? t[s + 3].value : 0);
    } else if (t[s + 1].is_number(4) && (s + 2 >= t.size() || !t[s + 2].is('-'))) {
        minutes = t[s + 1].value / 100 * 60 + t[s + 1].value % 100;
    } else {
        return taken;
    }
    if (minutes > 14 * 60) return taken;
    time.zone_min = t[s].is('-') ? -minutes : minutes;
    return taken + (colon ? 4 : 2);
}

/// The hour that `6 pm` is; -1 where it is none.
int hour_of(int hour, std::string_view noon) {
    if (noon.empty()) return hour <= 24 ? hour : -1;
    return hour >= 1 && hour <= 12 ? hour % 12 + (noon == "pm" ? 12 : 0) : -1;
}

}  // namespace

std::optional<TimeOfDay> take_time(std::vector<DateToken>& tokens) {
    std::optional<TimeOfDay> first;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Tokens t(tokens);
        if (!t[i].is_short_number()) continue;
        std::size_t end = i + 1;
        TimeOfDay time;
        if (end + 1 < t.size() && t[end].is(':') && t[end + 1].is_number(2)) {
            time.minutes = t[end + 1].value;
            end += 2;
            if (end + 1 < t.size() && t[end].is(':') && t[end + 1].is_number(2)) end += 2;
            if (end + 1 < t.size() && t[end].is('.') && t[end + 1].kind == Kind::number &&
                !t[end + 1].after_blank)
                end += 2;
        }
        const bool noon = end < t.size() && t[end].is(DateWord::noon);
        if (end == i + 1 && !noon) continue;
        const int hour = hour_of(t[i].value, noon ? std::string_view(t[end].text) : "");
        if (hour < 0 || time.minutes > 59) continue;
        time.minutes += hour * 60;
        end += noon ? 1 : 0;
        end += take_zone(t, end, time);
        std::size_t begin = i;
        // Of `18:00-19:00` the dash goes too.
        const auto leads = [&](const DateToken& token) {
            return token.text == "t" || token.text == "at" || token.is(',') || (first && token.is('-'));
        };
        while (begin > 0 && leads(t[begin - 1])) --begin;
        if (!first) first = time;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                     tokens.begin() + static_cast<std::ptrdiff_t>(end));
        i = begin == 0 ? static_cast<std::size_t>(-1) : begin - 1;
    }
    return first;
}

}  // namespace incidentmap
