// SPDX-License-Identifier: MIT
#include "table/header_rules.hpp"

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

}  // namespace incidentmap
