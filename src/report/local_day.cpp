// SPDX-License-Identifier: MIT
#include "report/local_day.hpp"

#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <memory>
#include <string>

#include "gazetteer/country.hpp"

namespace incidentmap {
namespace {

using std::chrono::days;
using std::chrono::seconds;

struct Offsets {
    seconds least{-12 * 3600};
    seconds greatest{14 * 3600};
};

/// How far the clocks of a country are from UTC at an instant; nothing where ICU knows no zone of it.
std::optional<Offsets> offsets_of(const std::string& country, std::chrono::sys_seconds instant) {
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
        UCAL_ZONE_TYPE_CANONICAL_LOCATION, country.c_str(), nullptr, code));
    if (U_FAILURE(code) || !zones) return std::nullopt;
    std::optional<Offsets> offsets;
    while (const icu::UnicodeString* id = zones->snext(code)) {
        const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(*id));
        std::int32_t raw_ms = 0;
        std::int32_t saving_ms = 0;
        zone->getOffset(static_cast<UDate>(instant.time_since_epoch().count()) * 1000, 0, raw_ms, saving_ms,
                        code);
        if (U_FAILURE(code)) return std::nullopt;
        const seconds offset{(raw_ms + saving_ms) / 1000};
        if (!offsets) offsets = Offsets{offset, offset};
        offsets->least = std::min(offsets->least, offset);
        offsets->greatest = std::max(offsets->greatest, offset);
    }
    return offsets;
}

Offsets offsets_at(LonLat point) {
    const seconds solar{static_cast<std::int64_t>(point.lon * 240)};
    return {solar - seconds{3 * 3600}, solar + seconds{3 * 3600}};
}

}  // namespace

EventDate local_days(std::chrono::sys_seconds instant, std::string_view country,
                     std::optional<LonLat> point) {
    Offsets offsets;
    const std::string code = country.empty() ? std::string{} : country_code(country);
    if (const auto known = code.empty() ? std::nullopt : offsets_of(code, instant)) {
        offsets = *known;
    } else if (point) {
        offsets = offsets_at(*point);
    }
    const Day first = std::chrono::floor<days>(instant + offsets.least);
    const Day last = std::chrono::floor<days>(instant + offsets.greatest);
    return {first, last, first == last ? DatePrecision::day : DatePrecision::days, false};
}

}  // namespace incidentmap
