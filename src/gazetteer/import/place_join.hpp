// SPDX-License-Identifier: MIT
/// Entries of several sources that are one place.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gazetteer/place.hpp"

namespace incidentmap {

/// Two entries are of one place where they are of different sources, have a spelling in common, are things of
/// one sort and in one country, and lie no farther apart than 3 km and the extent of the larger. A spelling
/// is in common by its normal form, with or without article; without its generic word where both are
/// settlements, both fields where aircraft land, or of one kind; of provinces and districts also by its
/// phonetic key; of settlements in one province too, where it has four consonants or more. One sort is one
/// group of kinds (kind_words.hpp), and of provinces, districts, rivers and the like one kind.
///
/// Grows by some 40 bytes a place and 16 bytes a spelling; what is asked takes time in proportion to the
/// number of spellings.
class PlaceJoin {
  public:
    /// How far apart two entries of a place without extent may lie.
    static constexpr double usual_distance_m = 3000;

    /// What comes now is of another part of the import, and is compared with all that came before.
    void begin_part();

    /// The number of the nearest place of earlier parts that this is, unless one of its entries is of this
    /// part or source already.
    std::optional<std::int64_t> find(const Place& place, std::span<const std::string> spellings) const;

    /// Whether the place was brought by an earlier part.
    bool is_of_earlier_part(std::int64_t number) const;

    /// A place of its own.
    void add(std::int64_t number, const Place& place, std::span<const std::string> spellings);

    /// The place of that number has an entry of this part and source from now on.
    void joined(std::int64_t number, const Place& place, std::span<const std::string> spellings);

    /// Whether a spelling is new to a joined place, by its normal form; it is remembered.
    bool learns(std::int64_t number, std::string_view spelling);

  private:
    struct Entry {
        LonLat point;
        double extent_m;
        std::uint32_t number;
        std::uint32_t part;
        std::uint32_t source;
        char country[2];
        std::uint64_t cell;  ///< hash of its cell and class
    };
    /// A spelling in a cell of the map (an area: in its country), and the entry that has it.
    struct Key {
        std::uint64_t hash;
        std::uint32_t entry;
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    bool fits(const Entry& entry, const Place& place) const;
    static std::uint32_t source_of(const Place& place);

    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_first_entry;  ///< of place number i + 1
    std::vector<Key> m_keys;                   ///< those of earlier parts in order, then those of this one
    std::size_t m_sorted = 0;
    std::uint32_t m_part = 0;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_joined_parts;    ///< number of the place and part
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_joined_sources;  ///< number of the place and source
    std::set<std::uint64_t> m_learnt;  ///< of joined places: number and normal form
};

}  // namespace incidentmap
