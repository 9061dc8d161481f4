// SPDX-License-Identifier: MIT
/// Fills a new gazetteer.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/hash.hpp"
#include "gazetteer/gazetteer_info.hpp"
#include "gazetteer/place.hpp"
#include "geopackage/database.hpp"
#include "geopackage/table_writer.hpp"

namespace incidentmap {

/// A place and where it is from, as it is to be written. `other_points` and `has_area` are filled by the
/// writer.
struct PlaceRow {
    Place place;
    std::string source_ref;  ///< what the source calls it
    std::string source_date;
    std::string notes;
};

struct AreaRow {
    std::string place_id;
    std::string level;
    std::string name;
    std::string country;
    std::string source_id;
    MultiPolygon area;
};

struct PointRow {
    std::string place_id;
    LonLat point;
    std::string source_id;
    std::string source_ref;
    std::string notes;
};

/// Writes places in the order in which they come: memory grows by some 60 bytes a place. Points come before
/// the places they belong to, names after, areas before or after. One transaction; what fails throws Error,
/// and the file is to be thrown away.
class GazetteerWriter {
  public:
    /// \param path an empty file, or none
    /// \param last_change as create_table's
    GazetteerWriter(const std::filesystem::path& path, std::string_view last_change);

    /// False, and nothing is written, where there is one of that id.
    bool add_source(const GazetteerSource& source);
    bool add_area(const AreaRow& row);
    void add_point(const PointRow& row);
    /// A point of a place that is there already; the row's own place_id is not looked at.
    void add_point_of(std::int64_t place, const PointRow& row);
    /// The number of the place, for its names; nothing where there is one of that id.
    std::optional<std::int64_t> add_place(const PlaceRow& row);

    /// \param place what add_place or place_number gave
    /// \param source_id empty: the place's own source
    void add_name(std::int64_t place, const Name& name, std::string_view source_id = {});

    std::optional<std::int64_t> place_number(std::string_view place_id) const;
    bool has_source(std::string_view source_id) const { return m_source_ids.contains(hash128(source_id)); }

    /// Not to be asked after finish.
    std::int64_t place_count() const { return m_tables->places.row_count(); }
    std::int64_t name_count() const { return m_tables->names.row_count(); }
    std::int64_t area_count() const { return m_tables->areas.row_count(); }
    std::int64_t point_count() const { return m_tables->points.row_count(); }

    /// Makes the look-up, states versions and fingerprint, closes the file. Nothing can follow.
    void finish();

  private:
    void state_what_came_late();

    struct IdHash {
        std::size_t operator()(const Hash128& hash) const noexcept {
            return static_cast<std::size_t>(hash.low);
        }
    };

    /// They end before the database is closed.
    struct Tables {
        Tables(Database& database, std::string_view last_change);
        TableWriter places;
        TableWriter areas;
        TableWriter points;
        TableWriter names;
        TableWriter sources;
        TableWriter about;
        Statement stage_form;
        Statement id_of_place;
    };

    Database m_database;
    std::optional<Tables> m_tables;
    std::unordered_map<Hash128, std::int64_t, IdHash> m_place_numbers;
    std::unordered_map<Hash128, std::int64_t, IdHash> m_point_counts;
    std::unordered_map<std::int64_t, std::int64_t> m_late_points;  ///< by number of the place
    std::vector<std::int64_t> m_late_areas;                        ///< numbers of the places
    std::unordered_set<Hash128, IdHash> m_area_ids;
    std::unordered_set<Hash128, IdHash> m_source_ids;
    std::vector<bool> m_uses_phonetic_key;         ///< of place number i + 1
    std::vector<std::array<char, 2>> m_countries;  ///< of each place; `--` where none is known
};

}  // namespace incidentmap
