// SPDX-License-Identifier: MIT
/// The index of misspellings: names one slip of the pen apart (a letter left out, put in, put for another, or
/// swapped with the next) have a deletion in common, or one is a deletion of the other. Each name's deletions
/// are stored as hashes, so that a look-up takes as many reads as the name has letters, whatever the size of
/// the gazetteer.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "geopackage/database.hpp"

namespace incidentmap {

/// What is compared: normal forms (normal_form.hpp) or phonetic keys (phonetic key.hpp).
enum class TypoOf : char { form = 'f', phonetic_key = 's' };

/// Shorter normal forms and phonetic keys have too many neighbours, longer ones than these are no names that
/// people type.
inline constexpr std::size_t least_letters_of_form = 4;
inline constexpr std::size_t least_letters_of_phonetic_key = 3;
inline constexpr std::size_t most_letters = 40;

/// Makes the table `slips` from the tables `forms` and `names`. Some 6 bytes a deletion; memory is bounded,
/// whatever their number.
void create_typo_index(Database& database);

/// Reads the table. Most keys of a name that no gazetteer has are not there; when reading has cost about as
/// much as reading the whole table, that is done once, and what is surely not there costs no read from then
/// on.
class TypoIndex {
  public:
    /// \throws Error where the table is missing
    explicit TypoIndex(Database& database);

    /// Numbers of names (`names.fid`) one of whose forms, or whose phonetic key, may be one slip away from
    /// the text or the same: a few are farther, which the caller must compare. Each once, in order; for
    /// several names of one form, one.
    std::vector<std::int64_t> near(TypoOf what, std::string_view text);

    /// The same two slips away; one, where the text is as short as can be.
    std::vector<std::int64_t> near_by_two(TypoOf what, std::string_view text);

    /// True for a normal form that no name has, where that is known without a read.
    bool surely_lacks(std::string_view form) const;

  private:
    std::vector<std::int64_t> names_of(std::vector<std::uint64_t>& hashes);
    bool may_have(std::uint64_t hash) const;
    void read_all();

    Statement m_bucket;
    Statement m_buckets;
    std::uint64_t m_mask = 0;
    std::uint64_t m_reads = 0;
    std::vector<std::uint16_t> m_kept;  ///< of all entries, bucket after bucket, what is kept of their hashes
    std::vector<std::uint32_t> m_starts;  ///< where each bucket begins there; empty until all has been read
};

}  // namespace incidentmap
