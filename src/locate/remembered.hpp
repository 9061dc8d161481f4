// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "locate/location.hpp"

namespace incidentmap {

/// Results of a function of one or two locations that is dear to ask; all are forgotten when there are too
/// many. Locations without a serial cannot be known again, and are asked each time.
template <typename Result>
class Remembered {
  public:
    explicit Remembered(std::size_t most) : m_most{most} {}

    /// What \p make gives for these two, \p b may be null; valid until the next call.
    template <typename Make>
    const Result& get(const Location& a, const Location* b, Make make) {
        if (a.serial == 0 || (b != nullptr && b->serial == 0)) return m_once = make();
        if (m_results.size() >= m_most) m_results.clear();
        const auto [at, is_new] = m_results.try_emplace({a.serial, b == nullptr ? 0 : b->serial});
        if (is_new) at->second = make();
        return at->second;
    }

  private:
    using Key = std::pair<std::uint64_t, std::uint64_t>;
    struct HashOfKey {
        std::size_t operator()(const Key& key) const {
            return static_cast<std::size_t>((key.first * 31 + key.second) * 0x9E3779B97F4A7C15u >> 20);
        }
    };
    std::size_t m_most;
    std::unordered_map<Key, Result, HashOfKey> m_results;
    Result m_once;
};

}  // namespace incidentmap
