// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/unknown_words.hpp"

namespace incidentmap {

/// A number with bounds, as reports state them. Nothing is invented: `at least 30` has a low and neither a
/// best nor a high. All empty: not known. A stated zero is 0, 0, 0.
struct Count {
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> best;
    std::optional<std::int64_t> high;

    bool known() const { return low || best || high; }
    friend bool operator==(const Count&, const Count&) = default;
};

/// What became of a count's text: a count (not known where the text is empty or says so), or why not.
using ReadCount = std::variant<Count, std::string>;

/// Reads `3`, `3,000`, `30+`, `at least 30`, `more than 40` (low 41), `4-6`, `4 to 6`, `about 30` (best
/// only), `2 (1-4)` (best, with its bounds), `up to 20`, `fewer than 20` (high 19), `six`, `a dozen`,
/// `dozens` (low 24: two dozen and no more is claimed), `several` and `multiple` (low 2). Empty, `-`, `n/a`,
/// `?`, `unknown`, `not stated` are not known; `0`, `none` and `no` are a stated zero.
ReadCount read_count(std::string_view text);

/// In few characters for a label: `3`, `30+`, `4–6`, `up to 20`, `about 30`; empty where not known.
std::string to_text(const Count& count);

}  // namespace incidentmap
