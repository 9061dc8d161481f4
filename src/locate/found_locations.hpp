// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "locate/location.hpp"
#include "locate/measure.hpp"

namespace incidentmap {

/// What several resolvers have found, each on a thread of its own, so that one of them finds what another has
/// looked up already. Since an answer depends on the query and the gazetteers only, it is the same whoever
/// gives it. At most twice \p most of each are kept: of the oldest, what was not asked for again is
/// forgotten.
class FoundLocations {
  public:
    explicit FoundLocations(std::size_t most) : m_most{most} {}

    /// Null where nobody has found it, or it is forgotten.
    std::shared_ptr<const Location> find(const std::string& key);
    /// Gives it a serial that no other location of this run has. \return it, or what another thread found
    /// meanwhile
    std::shared_ptr<const Location> keep(const std::string& key, Location location);

    /// How far it is from one to the other, of those that were found here; null where nobody has measured it.
    std::shared_ptr<const Measure> measure(const Location& from, const Location& to);
    void keep_measure(const Location& from, const Location& to, std::shared_ptr<const Measure> measure);

  private:
    template <typename Key, typename Value, typename Hash = std::hash<Key>>
    struct Kept {
        std::unordered_map<Key, Value, Hash> young;
        std::unordered_map<Key, Value, Hash> old;

        Value find(const Key& key, std::size_t most);
        Value put(const Key& key, Value value, std::size_t most);
    };
    using Pair = std::pair<std::uint64_t, std::uint64_t>;
    struct HashOfPair {
        std::size_t operator()(const Pair& pair) const {
            return static_cast<std::size_t>((pair.first * 31 + pair.second) * 0x9E3779B97F4A7C15u >> 20);
        }
    };

    std::size_t m_most;
    std::mutex m_mutex;
    std::uint64_t m_serial = std::uint64_t{1} << 32;  ///< resolvers count their own below
    Kept<std::string, std::shared_ptr<const Location>> m_locations;
    Kept<Pair, std::shared_ptr<const Measure>, HashOfPair> m_measures;
};

}  // namespace incidentmap
