// SPDX-License-Identifier: MIT
#include "layer/source_uses.hpp"

#include <algorithm>
#include <tuple>

#include "core/hash.hpp"
#include "report/report.hpp"

namespace incidentmap {

void SourceUses::add(std::size_t source, const std::string& incident_id) {
    if (source == Report::no_source) return;
    if (source >= m_reports.size()) m_reports.resize(source + 1);
    ++m_reports[source];
    const Pair pair{static_cast<std::uint32_t>(source), hash128(incident_id).high};
    if (m_pairs.empty() || m_pairs.back() != pair) m_pairs.push_back(pair);
}

std::vector<SourceUse> SourceUses::counts() const {
    std::vector<Pair> distinct = m_pairs;
    std::sort(distinct.begin(), distinct.end(), [](const Pair& a, const Pair& b) {
        return std::tie(a.source, a.incident) < std::tie(b.source, b.incident);
    });
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::vector<SourceUse> counted(m_reports.size());
    for (std::size_t i = 0; i < m_reports.size(); ++i) counted[i].reports = m_reports[i];
    for (const Pair& pair : distinct) ++counted[pair.source].incidents;
    return counted;
}

}  // namespace incidentmap
