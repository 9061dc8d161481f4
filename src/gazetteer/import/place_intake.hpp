// SPDX-License-Identifier: MIT
/// Where the importers bring what they read.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/hash.hpp"
#include "gazetteer/import/area_locator.hpp"
#include "gazetteer/import/gazetteer_writer.hpp"
#include "gazetteer/import/import_log.hpp"
#include "gazetteer/import/place_join.hpp"

namespace incidentmap {

/// The place to which names are added, and who adds them.
struct PlaceRef {
    std::int64_t number = 0;   ///< in the gazetteer
    std::uint32_t source = 0;  ///< of the entry that was brought
    bool joined = false;       ///< the entry is one of a place that an earlier part brought

    /// False for a place of another country than those that are wanted: it was left out, and names of it are.
    bool is_kept() const { return number != 0; }
};

/// Completes places by the areas in which they lie, joins those that another part of the import brought
/// already, and hands them to the writer.
class PlaceIntake {
  public:
    /// \param joins whether more than one part brings places
    /// \param only the countries whose places are kept; empty: all
    PlaceIntake(GazetteerWriter& writer, ImportLog& log, bool joins, std::vector<std::string> only = {})
        : m_writer(writer), m_log(log), m_joins(joins), m_only(std::move(only)) {}

    /// What comes now is of another part of the import (place_join.hpp).
    void begin_part();

    bool add_source(const GazetteerSource& source) { return m_writer.add_source(source); }
    bool has_source(std::string_view source_id) const { return m_writer.has_source(source_id); }

    /// An area whose place comes later; it completes no places.
    bool add_area(const AreaRow& row) { return m_writer.add_area(row); }
    /// The same, and places that come later are completed by it.
    bool add_area(const AreaRow& row, LocatedArea located);

    void add_point(const PointRow& row) { m_writer.add_point(row); }

    /// Nothing where there is a place of that id that this cannot be joined with.
    /// \param spellings by which it may be known as another source's place; names are added afterwards
    std::optional<PlaceRef> add_place(PlaceRow row, std::span<const std::string> spellings,
                                      const InputPosition& at);

    /// \param source_id empty: that of the entry
    void add_name(const PlaceRef& place, const Name& name, std::string_view source_id = {});

    /// The entry of that id.
    std::optional<PlaceRef> place(std::string_view place_id) const;
    std::int64_t joined_count() const { return m_joined_count; }
    /// Places left out for their country.
    std::int64_t elsewhere_count() const { return m_elsewhere_count; }

  private:
    struct IdHash {
        std::size_t operator()(const Hash128& hash) const noexcept {
            return static_cast<std::size_t>(hash.low);
        }
    };

    void complete(Place& place, const InputPosition& at);
    void complete_level(Place& place, const char* kind, std::string Place::*member, const InputPosition& at);
    bool names_area(std::string_view stated, const LocatedArea& area);
    void tell_elsewhere(const InputPosition& at, const char* kind, const std::string& place,
                        const std::string& stated, const std::string& found);
    std::uint32_t source_number(const std::string& source_id);
    std::optional<PlaceRef> join(const PlaceRow& row, std::int64_t number,
                                 std::span<const std::string> spellings);

    GazetteerWriter& m_writer;
    ImportLog& m_log;
    bool m_joins;
    std::vector<std::string> m_only;
    std::int64_t m_elsewhere_count = 0;
    AreaLocator m_areas;
    PlaceJoin m_join;
    std::vector<std::string> m_sources;                      ///< ids
    std::unordered_map<Hash128, PlaceRef, IdHash> m_joined;  ///< by the entry's id
    std::int64_t m_joined_count = 0;
    std::unordered_map<Hash128, bool, IdHash> m_named;  ///< whether a stated name is an area's
    std::set<std::string> m_told;                       ///< pairs of a stated and a found area
};

}  // namespace incidentmap
