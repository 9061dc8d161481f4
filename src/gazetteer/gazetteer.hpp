// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer_info.hpp"
#include "gazetteer/name_hit.hpp"
#include "gazetteer/place.hpp"

namespace incidentmap {

struct Box;
struct GazetteerFile;
struct IndexedPlaces;
struct Surroundings;

/// Places and their names in one GeoPackage, opened read-only at once, whatever its size.
class Gazetteer {
  public:
    /// A `.gpkg` that was made by `gazetteer import`; or a `.csv` of places, which is imported into memory.
    /// \throws Error where it cannot be read, or was made by another version of the schema or of the spelling
    /// rules: the message has the command that mends it.
    static Gazetteer open(const std::string& path);
    /// The same file, to be asked on another thread. Nothing for one that was made from a `.csv`, or where
    /// another stands in its place by now.
    std::optional<Gazetteer> opened_again() const;
    ~Gazetteer();
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;

    /// Places with a spelling of that normal form (normal_form.hpp), codes included; in the order of their
    /// ids, each place once, by its best such spelling: the whole name before one that lacks a word
    /// (name_forms.hpp), the preferred before an alternate, a former, a code.
    std::vector<NameHit> by_normal_form(std::string_view normal) const;

    /// Spellings of that phonetic key (phonetic key.hpp), where the language of the place's country has one
    /// (name_forms.hpp): each normal form of a place once, in the order of the places' ids.
    /// \param keeps tells how alike a spelling is: what does not count is not read any further
    std::vector<NameHit> by_phonetic_key(std::string_view phonetic_key, const NameTest& keeps = {}) const;

    /// Places with a spelling one slip of the pen away from that normal form (a letter left out, put in, put
    /// for another or swapped with the next), in the order of their ids, each place once by each such form.
    /// Nothing for a form of fewer than four letters; not those that have the very form.
    std::vector<NameHit> by_misspelt_form(std::string_view normal) const;

    /// Spellings whose phonetic key is one consonant away from it, as by_phonetic_key's. Nothing for fewer
    /// than three.
    std::vector<NameHit> by_misspelt_phonetic_key(std::string_view phonetic_key,
                                                  const NameTest& keeps = {}) const;

    /// At most \p most places whose names are most like it, best first, for suggestions; never an answer.
    /// Looks at names with the same phonetic key, at those two slips away in letters or one in consonants
    /// by the index of misspellings, and at those that begin with it: never at all.
    std::vector<NameHit> similar_names(std::string_view text, std::size_t most) const;

    std::optional<Place> place(std::string_view place_id) const;
    std::vector<Name> names_of(std::string_view place_id) const;

    /// The polygon of a place that has one.
    std::optional<MultiPolygon> area(std::string_view place_id) const;

    /// What its source, or the import, says of a place besides; empty for most.
    std::string notes_of(std::string_view place_id) const;

    /// The outlines on which no country is settled.
    std::vector<MultiPolygon> disputed_areas() const;

    /// Areas and settlements in a box, as surroundings_in() (surroundings.hpp), which is for all gazetteers,
    /// has them.
    Surroundings surroundings(const Box& box, std::size_t most_settlements) const;

    /// Areas that reach into a box and settlements in it, for an index (position_index.hpp).
    IndexedPlaces places_in(const Box& box) const;

    /// True where it has a town, city or village in that country (ISO 3166-1 alpha-2).
    bool has_settlements_in(std::string_view country) const;

    /// Above 0 where it lists larger towns only: nineteen in twenty have as many people or more. Its silence
    /// about smaller places of a name means nothing then.
    std::int64_t least_population() const;

    /// `curated`
    const std::string& name() const;
    const std::string& fingerprint() const;
    GazetteerInfo info() const;
    /// The same without kinds, countries and languages, which take a look at every place: at once.
    GazetteerInfo summary() const;
    /// How many of its places are in the country of that ISO code.
    std::int64_t places_in(const std::string& country) const;

  private:
    explicit Gazetteer(std::unique_ptr<GazetteerFile> file);
    std::unique_ptr<GazetteerFile> m_file;
};

}  // namespace incidentmap
