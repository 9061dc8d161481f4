// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/hash.hpp"
#include "incident/incident.hpp"

namespace incidentmap {

/// Incidents, each counted once, and the ids of the first thousand.
class IncidentList {
  public:
    /// \param serial the incident's number in this build; those of one incident must come together
    void add(std::uint64_t serial, const std::string& id);
    std::int64_t count() const { return m_count; }
    /// `a | b`, with `…` at the end where there are more.
    std::string ids() const;

  private:
    std::uint64_t m_last = 0;
    std::int64_t m_count = 0;
    std::string m_ids;
};

/// An installation that attacks hit.
struct HitBase {
    Location location;
    IncidentList attacks;
    std::optional<Day> first;
    std::optional<Day> last;
};

/// A distinct place that is drawn as a point: the same place, likely point and possible area.
struct DrawnPlace {
    Location location;
    std::uint64_t id = 0;  ///< made from what makes it distinct
    IncidentList incidents;
    std::uint64_t last_launch = 0;
    std::int64_t launch_count = 0;  ///< incidents that name it as their launch place
    std::int64_t base = -1;         ///< index into bases()
};

/// The running tables of places drawn and of bases hit, in order of first appearance.
class DrawnPlaces {
  public:
    /// A place of an incident that is drawn as a point. \param serial from 1
    void add_place(const Location& location, const Incident& incident, std::uint64_t serial);
    /// A launch place that is drawn as a point.
    void add_launch(const Location& location, const Incident& incident, std::uint64_t serial);

    const std::vector<DrawnPlace>& places() const { return m_places; }
    const std::vector<HitBase>& bases() const { return m_bases; }

  private:
    struct Seen {
        std::uint64_t serial = 0;
        std::size_t place = 0;
    };
    struct HashOfHash {
        std::size_t operator()(const Hash128& hash) const { return static_cast<std::size_t>(hash.low); }
    };
    std::size_t index_of(const Location& location);
    std::int64_t base_of(const Location& location);

    std::vector<DrawnPlace> m_places;
    std::vector<HitBase> m_bases;
    std::unordered_map<Hash128, std::size_t, HashOfHash> m_by_identity;
    std::unordered_map<std::string, std::size_t> m_base_by_id;
    std::array<Seen, 4096> m_seen{};  ///< the last location met in each slot: most are met again soon
};

/// What makes a place drawn distinct, as a number that is the same in every build.
Hash128 identity_of(const Location& location);

/// `1f0a…`: an identity as text.
std::string place_key(std::uint64_t id);

/// True for the kinds of place that `bases` holds.
bool is_installation(std::string_view kind);

}  // namespace incidentmap
