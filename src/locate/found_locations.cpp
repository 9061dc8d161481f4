// SPDX-License-Identifier: MIT
#include "locate/found_locations.hpp"

#include <utility>

namespace incidentmap {

template <typename Key, typename Value, typename Hash>
Value FoundLocations::Kept<Key, Value, Hash>::find(const Key& key, std::size_t most) {
    if (const auto found = young.find(key); found != young.end()) return found->second;
    const auto found = old.find(key);
    return found == old.end() ? Value{} : put(key, found->second, most);
}

template <typename Key, typename Value, typename Hash>
Value FoundLocations::Kept<Key, Value, Hash>::put(const Key& key, Value value, std::size_t most) {
    if (young.size() >= most) old = std::exchange(young, {});
    return young.try_emplace(key, std::move(value)).first->second;
}

std::shared_ptr<const Location> FoundLocations::find(const std::string& key) {
    const std::lock_guard lock(m_mutex);
    return m_locations.find(key, m_most);
}

std::shared_ptr<const Location> FoundLocations::keep(const std::string& key, Location location) {
    const auto kept = std::make_shared<Location>(std::move(location));
    const std::lock_guard lock(m_mutex);
    kept->serial = ++m_serial;
    return m_locations.put(key, kept, m_most);
}

std::shared_ptr<const Measure> FoundLocations::measure(const Location& from, const Location& to) {
    const std::lock_guard lock(m_mutex);
    return m_measures.find({from.serial, to.serial}, m_most);
}

void FoundLocations::keep_measure(const Location& from, const Location& to,
                                  std::shared_ptr<const Measure> measure) {
    const std::lock_guard lock(m_mutex);
    m_measures.put({from.serial, to.serial}, std::move(measure), m_most);
}

}  // namespace incidentmap
