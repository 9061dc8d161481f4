// SPDX-License-Identifier: MIT
#include "build/build_time.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

#include "core/error.hpp"

namespace incidentmap {
namespace {

/// SOURCE_DATE_EPOCH; empty where it is not set.
std::string_view set_time() {
    const char* set = std::getenv("SOURCE_DATE_EPOCH");
    return set == nullptr ? std::string_view{} : std::string_view(set);
}

}  // namespace

std::int64_t change_time(const std::vector<std::string>& inputs) {
    if (const std::string_view text = set_time(); !text.empty()) {
        std::int64_t seconds = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 ||
            seconds > 253'402'300'799) {
            throw UsageError{"SOURCE_DATE_EPOCH is '" + std::string(text) +
                             "', which is no number of seconds since 1970"};
        }
        return seconds;
    }
    std::int64_t newest = 0;
    for (const std::string& input : inputs) {
        struct stat status {};
        if (input != "-" && stat(input.c_str(), &status) == 0)
            newest = std::max<std::int64_t>(newest, status.st_mtime);
    }
    return newest;
}

std::string as_datetime(std::int64_t seconds) {
    const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{time - day};
    const auto two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
    return to_iso(day) + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" +
           two(clock.seconds().count()) + ".000Z";
}

std::optional<Day> today(const std::vector<std::string>& inputs, bool is_written) {
    if (!is_written && set_time().empty())
        return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const std::int64_t seconds = change_time(inputs);
    if (seconds == 0) return std::nullopt;
    return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
}

}  // namespace incidentmap
