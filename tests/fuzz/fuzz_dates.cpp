// SPDX-License-Identifier: MIT
#include "core/date.hpp"
#include "harness.hpp"

using namespace incidentmap;

/// A date that was read ends after it starts, and what is written of it is read as the same date.
void fuzz_dates(std::string_view text) {
    for (const DateOrder order : {DateOrder::unstated, DateOrder::day_first, DateOrder::month_first}) {
        order_shown_by(text);
        const ReadDate read = read_date(text, order);
        const auto* date = std::get_if<EventDate>(&read);
        if (date == nullptr) {
            require(!std::get<std::string>(read).empty());
            continue;
        }
        require(date->first <= date->last);
        const ReadDate again = read_date(to_edtf(*date));
        require(std::holds_alternative<EventDate>(again) && std::get<EventDate>(again) == *date);
        wrong_weekday(text, *date);
        require(overlap(*date, *date) && span_of(*date, *date).first == date->first);
        const std::optional<int> precision = acled_time_precision(*date);
        require(!precision || (*precision >= 1 && *precision <= 3));
    }
}
