// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/date_fields.hpp"
#include "core/date_numbers.hpp"

namespace incidentmap {

/// `27 July 2020`, `Monday, July 27th, 2020`, `27-Jul-2020`, `July 2020`, `early July 2020`, `Q3 2020`.
/// \param is_end of a span, which may lack what the other end has
std::optional<DateFields> in_words(DateTokens tokens, bool is_end);

}  // namespace incidentmap
