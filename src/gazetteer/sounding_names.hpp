// SPDX-License-Identifier: MIT
/// Spellings by their phonetic keys, as they are compared with what is asked; for the gazetteer's own
/// sources.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/spelling/similarity.hpp"
#include "geopackage/database.hpp"

namespace incidentmap {

struct SoundingName {
    std::int64_t place = 0;  ///< its number
    std::int64_t name = 0;   ///< its number
    std::size_t form = 0;    ///< spellings of a place have the same one where their normal forms are the same
    ComparedName compared;
};

/// Names that sound alike are asked for together again and again: the most recent ones are kept.
class SoundingNames {
  public:
    using Visit = std::function<void(const SoundingName&)>;

    explicit SoundingNames(Database& database);

    /// Calls \p visit with each spelling of that key, in the order of places, then of names.
    void for_each(const std::string& phonetic_key, const Visit& visit);

  private:
    using Names = std::vector<SoundingName>;
    const Names* find(const std::string& phonetic_key);
    void keep(const std::string& phonetic_key, Names names);

    Statement m_names;
    std::unordered_map<std::string, Names> m_kept;
    std::unordered_map<std::string, Names> m_kept_before;  ///< what is asked for again moves back
    std::size_t m_size = 0;                                ///< how many names are kept
};

}  // namespace incidentmap
