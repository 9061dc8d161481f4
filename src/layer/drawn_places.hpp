// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/hash.hpp"
#include "incident/incident.hpp"

namespace incidentmap {

/// Incidents, each counted once, and the first thousand of their ids, by their bytes: so that lists of parts
/// of a build make the list of the whole.
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
    std::vector<std::string> m_ids;  ///< a heap, the last of them first, once there are a thousand
};

/// An installation that attacks hit.
struct HitBase {
    Location location;
    IncidentList attacks;
    std::optional<Day> first;
    std::optional<Day> last;
};

/// A distinct place that is drawn as a point: the same place, likely point and possible area. Where incidents
/// differ in what it is called, it is called as in the first in an order of its own, whichever incident came
/// first.
struct DrawnPlace {
    Location location;
    std::uint64_t id = 0;  ///< made from what makes it distinct
    IncidentList incidents;
    std::optional<Day> first;  ///< day of any of them
    std::optional<Day> last;
    bool has_undated = false;
    std::int64_t base = -1;  ///< index into bases()
};

/// A site about which rings may stand, as the gazetteer knows it: places that are drawn apart, such as a town
/// and `near` that town, are one where they have one point.
struct RingSite {
    Location location;  ///< the first of its places, in an order of its own
    std::uint64_t id = 0;
    std::uint64_t last = 0;
    std::int64_t count = 0;  ///< incidents that name it as their launch place
};

/// The running tables of places drawn and of bases hit, in order of first appearance.
class DrawnPlaces {
  public:
    /// A place of an incident that is drawn as a point. \param serial from 1 \return by which location() has
    /// it
    std::uint32_t add_place(const Location& location, const Incident& incident, std::uint64_t serial);
    /// A launch place that is drawn as a point.
    std::uint32_t add_launch(const Location& location, const Incident& incident, std::uint64_t serial);

    /// A location that was added, without what no layer of places tells.
    const Location& location(std::uint32_t index) const { return m_variants[index].location; }

    /// Stands for all that layers tell of it.
    const Hash128& identity(std::uint32_t index) const { return m_variants[index].identity; }

    const std::vector<DrawnPlace>& places() const { return m_places; }
    const std::vector<HitBase>& bases() const { return m_bases; }
    const std::vector<RingSite>& launch_sites() const { return m_launch_sites; }

  private:
    struct Seen {
        std::uint64_t serial = 0;
        std::uint32_t variant = 0;
    };
    /// A place as some incidents tell of it.
    struct Variant {
        Location location;
        std::size_t place = 0;
        Hash128 identity;
    };
    struct HashOfHash {
        std::size_t operator()(const Hash128& hash) const { return static_cast<std::size_t>(hash.low); }
    };
    using Indexes = std::unordered_map<Hash128, std::size_t, HashOfHash>;
    std::uint32_t variant_of(const Location& location);
    DrawnPlace& place_of(std::uint32_t variant) { return m_places[m_variants[variant].place]; }
    HitBase& base_of(DrawnPlace& place, const Location& location);
    static void add_days(DrawnPlace& place, const Incident& incident);

    std::deque<Variant> m_variants;
    Indexes m_by_variant;
    std::vector<DrawnPlace> m_places;
    std::vector<HitBase> m_bases;
    std::vector<RingSite> m_launch_sites;
    std::unordered_map<std::uint64_t, std::size_t> m_launch_site_by_id;
    Indexes m_by_identity;
    std::unordered_map<std::string, std::size_t> m_base_by_id;
    std::array<Seen, 4096> m_seen{};  ///< the last location met in each slot: most are met again soon
};

/// What makes a place drawn distinct, as a number that is the same in every build.
Hash128 identity_of(const Location& location);

/// What makes the site distinct that rings about a place stand about: its place in the gazetteer, where its
/// point is that place's; else what makes the place distinct.
std::uint64_t site_of(const Location& location);

/// `1f0a…`: an identity as text.
std::string place_key(std::uint64_t id);

/// True for the kinds of place that `bases` holds.
bool is_installation(std::string_view kind);

}  // namespace incidentmap
