// SPDX-License-Identifier: MIT
#include "table/header_rules.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace incidentmap {

std::size_t HeaderRules::header_among(const std::vector<std::vector<std::string>>& rows) const {
    constexpr std::size_t enough = 2;
    if (!known || rows.empty()) return 0;
    std::size_t best = 0;
    std::size_t most = known(rows.front());
    for (std::size_t i = 1; i < rows.size() && most < enough; ++i) {
        const std::size_t count = known(rows[i]);
        if (count < enough || count <= most) continue;
        // A later row may have more yet: the table of contents of a sheet has names of columns too.
        best = i;
        most = count;
    }
    return best;
}

std::vector<std::string> HeaderRules::names_of_two_rows(const std::vector<std::string>& header,
                                                        const std::vector<std::string>& below) const {
    constexpr std::size_t enough = 2;
    if (!known) return {};
    std::size_t filled = 0;
    for (const std::string& cell : below) {
        const bool is_a_value =
            std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (is_a_value || cell.starts_with('#')) return {};
        filled += trimmed(cell).empty() ? 0 : 1;
    }
    const std::size_t count = known(below);
    if (count < enough || count * 2 < filled) return {};
    std::vector<std::string> names;
    std::string group;  // what stands above several is in the first of their cells
    for (std::size_t i = 0; i < std::max(header.size(), below.size()); ++i) {
        const std::string upper(i < header.size() ? trimmed(header[i]) : std::string_view());
        const std::string lower(i < below.size() ? trimmed(below[i]) : std::string_view());
        if (!upper.empty()) group = upper;
        if (lower.empty()) {
            names.push_back(upper);
            continue;
        }
        const bool is_twice = std::count(below.begin(), below.end(), below[i]) > 1;
        const bool says_all = group.empty() || (known({lower}) > 0 && !is_twice);
        names.push_back(says_all ? lower : joined(std::vector{group, lower}, " "));
    }
    return names;
}

std::string rows_name_columns(std::int64_t upper, std::int64_t lower) {
    return "rows " + std::to_string(upper) + " and " + std::to_string(lower) +
           " name the columns together (--header-row takes one of them alone)";
}

}  // namespace incidentmap
