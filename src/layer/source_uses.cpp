// SPDX-License-Identifier: MIT
#include "layer/source_uses.hpp"

#include <algorithm>
#include <tuple>

#include "core/hash.hpp"

namespace incidentmap {

void SourceUses::add(const std::string& source_id, const std::string& incident_id) {
    if (source_id.empty()) return;
    const auto source =
        m_by_id.try_emplace(source_id, static_cast<std::uint32_t>(m_reports.size())).first->second;
    if (source == m_reports.size()) m_reports.push_back(0);
    ++m_reports[source];
    const Pair pair{source, hash128(incident_id).high};
    if (m_pairs.empty() || m_pairs.back() != pair) m_pairs.push_back(pair);
}

std::unordered_map<std::string, SourceUse> SourceUses::counts() const {
    std::vector<Pair> distinct = m_pairs;
    std::sort(distinct.begin(), distinct.end(), [](const Pair& a, const Pair& b) {
        return std::tie(a.source, a.incident) < std::tie(b.source, b.incident);
    });
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::unordered_map<std::string, SourceUse> counted;
    for (const auto& [id, source] : m_by_id) {
        const auto of_source =
            std::equal_range(distinct.begin(), distinct.end(), Pair{source, 0},
                             [](const Pair& a, const Pair& b) { return a.source < b.source; });
        counted[id] = {m_reports[source], of_source.second - of_source.first};
    }
    return counted;
}

}  // namespace incidentmap
