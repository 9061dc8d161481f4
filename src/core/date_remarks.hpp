// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/date_words.hpp"

namespace incidentmap {

/// Makes of Roman numbers what they stand for: the month of `3.V.2020`, the count of `II квартал`.
void settle_roman_numbers(std::vector<DateToken>& tokens);

/// Takes `(exact day unknown)` and its like off the end. True where there was such a remark.
bool take_remark(std::vector<DateToken>& tokens);

/// What stands around a date in numbers: `на ніч`, `on`, a weekday, `р.`.
struct DateFrame {
    std::size_t begin = 0;  ///< of the tokens within
    std::size_t end = 0;    ///< behind the last of them
    bool is_night = false;
    bool is_night_before = false;
    bool is_weekend = false;
};

/// The words before and behind a date that has none within.
DateFrame frame_of(std::span<const DateToken> tokens);

}  // namespace incidentmap
