// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

#include "core/date.hpp"
#include "core/date_fields.hpp"
#include "core/date_words.hpp"

namespace incidentmap {

using DateTokens = std::span<const DateToken>;

/// Of a year of two digits: 1970 to 2069.
int full_year(int two_digits);

/// What may part the numbers of a date.
bool is_separator(const DateToken& token);

/// A date of numbers and marks only.
std::optional<DateFields> in_numbers(DateTokens tokens, DateOrder order);

/// Days of one month.
struct DaysInNumbers {
    DateFields first;
    DateFields last;
    bool two_readings = false;  ///< the numbers may be days or a month, and nothing says which
};

/// `3-5/6/2020` and `20 and 21.05.2020`, `12/13-14/2018`: which number is the month is told by one above 12,
/// by points, or by the order.
std::optional<DaysInNumbers> days_in_numbers(DateTokens tokens, DateOrder order);

}  // namespace incidentmap
