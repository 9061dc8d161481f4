// SPDX-License-Identifier: MIT
#include "build/report_order.hpp"

#include <algorithm>
#include <limits>

#include "core/error.hpp"

namespace incidentmap {
namespace {

/// The slot of a hash, or the free one where it belongs.
template <typename Slots>
auto& slot_of(Slots& slots, const Hash128& hash) {
    const std::size_t mask = slots.size() - 1;
    std::size_t at = hash.low & mask;
    while (slots[at].incident != 0 && slots[at].hash != hash) at = (at + 1) & mask;
    return slots[at];
}

}  // namespace

ReportOrder::ReportOrder() : m_slots(1024) {}

void ReportOrder::grow() {
    std::vector<Slot> larger(m_slots.size() * 2);
    for (const Slot& slot : m_slots) {
        if (slot.incident != 0) slot_of(larger, slot.hash) = slot;
    }
    m_slots = std::move(larger);
}

void ReportOrder::add(std::string_view incident_id) {
    if (m_incident_of.size() == std::numeric_limits<std::uint32_t>::max())
        throw Error{"there are more than four billion reports"};
    if (std::size_t{m_incident_count} * 4 >= m_slots.size() * 3) grow();
    const Hash128 hash = hash128(incident_id);
    Slot& slot = slot_of(m_slots, hash);
    if (slot.incident == 0) slot = {hash, ++m_incident_count};
    m_incident_of.push_back(slot.incident);
}

std::uint32_t ReportOrder::incident_of(std::uint32_t report) const {
    std::uint32_t incident = m_incident_of.at(report - 1);
    for (auto merged = m_merged.find(incident); merged != m_merged.end(); merged = m_merged.find(incident))
        incident = merged->second;
    return incident;
}

void ReportOrder::merge(std::uint32_t report_a, std::uint32_t report_b) {
    const std::uint32_t a = incident_of(report_a);
    const std::uint32_t b = incident_of(report_b);
    if (a != b) m_merged.emplace(std::max(a, b), std::min(a, b));
}

void ReportOrder::for_each_incident(const std::function<void(std::span<const std::uint32_t>)>& take) const {
    // A counting sort: where each incident's numbers begin, then the numbers in their places.
    const auto incident_at = [&](std::size_t i) {
        return m_merged.empty() ? m_incident_of[i] : incident_of(static_cast<std::uint32_t>(i + 1));
    };
    std::vector<std::uint32_t> begin(std::size_t{m_incident_count} + 2, 0);
    for (std::size_t i = 0; i < m_incident_of.size(); ++i) ++begin[incident_at(i) + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    std::vector<std::uint32_t> numbers(m_incident_of.size());
    std::vector<std::uint32_t> at = begin;
    for (std::size_t i = 0; i < m_incident_of.size(); ++i)
        numbers[at[incident_at(i)]++] = static_cast<std::uint32_t>(i + 1);
    for (std::size_t incident = 1; incident <= m_incident_count; ++incident) {
        const std::size_t count = begin[incident + 1] - begin[incident];
        if (count > 0) take(std::span(numbers).subspan(begin[incident], count));
    }
}

}  // namespace incidentmap
