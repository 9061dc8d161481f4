// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gazetteer/gazetteer.hpp"

namespace incidentmap {

/// A point by which an area is often given.
struct StandIn {
    LonLat point;
    std::string what;  ///< `the middle of Iraq`, `the point of Iraq in the gazetteer world, …`
    bool is_capital = false;
};

/// A country or province that a report states.
struct StatedArea {
    std::string name;
    MultiPolygon outline;
    std::vector<StandIn> stand_ins;

    /// How far a position lies outside the outline, in metres; 0 within. The nearest part of the edge is
    /// looked for in a plane about the position: to 1 % within 100 km, and a few per cent too far beyond.
    double outside_m(LonLat position) const;
};

/// The countries and provinces that reports state, each looked up once.
class StatedAreas {
  public:
    /// \p gazetteers must outlive it
    explicit StatedAreas(const std::vector<Gazetteer>& gazetteers) : m_gazetteers{gazetteers} {}

    /// The country of an ISO code or English name. Null where it is none, or no gazetteer has its outline.
    const StatedArea* country(const std::string& stated);

    /// The province of that name in that country; null where none, or several, or none with an outline has
    /// it.
    const StatedArea* province(const std::string& stated, const std::string& country);

    /// True in an area on which no country is settled.
    bool is_disputed(LonLat position);

  private:
    using Areas = std::unordered_map<std::string, std::unique_ptr<StatedArea>>;
    std::unique_ptr<StatedArea> look_up(const std::string& name, const std::string& kind,
                                        const std::string& code) const;
    void add_capital(StatedArea& country, const std::string& code) const;

    const std::vector<Gazetteer>& m_gazetteers;
    Areas m_countries;
    Areas m_provinces;
    std::optional<std::vector<MultiPolygon>> m_disputed;
};

}  // namespace incidentmap
