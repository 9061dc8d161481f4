// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/lon_lat.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// Positions that must not stand in what is published, nor any within a hundredth of a degree.
class WithheldPositions {
  public:
    void add(LonLat position);

    /// What is published anyway: a corner of a cell, a vertex of a border, the place of another row. Known to
    /// a hundred-thousandth of a degree.
    void allow(LonLat position);
    void allow(const Geometry& geometry);

    /// The withheld position that a position tells: neither its longitude nor its latitude differs by more
    /// than half a hundredth. Nothing where there is none, or it is one that is published.
    std::optional<LonLat> told_by(LonLat position) const;

    /// The first that two numbers of the text tell, which stand by each other as latitude and longitude or
    /// the other way round, with two decimals or more. \param skips_outlines numbers of which eight stand in
    /// a row are not looked at: of files whose shapes are looked through elsewhere
    std::optional<LonLat> found_in(std::string_view text, bool skips_outlines = false) const;

    /// The first that two numbers of a row tell, wherever they stand.
    std::optional<LonLat> found_in(std::span<const double> row) const;

    bool empty() const { return m_positions.empty(); }

  private:
    std::optional<LonLat> told_by_pair(double first, double second) const;

    std::unordered_map<std::int64_t, std::vector<LonLat>> m_positions;  ///< by cells of a hundredth
    std::unordered_set<std::int64_t> m_allowed;
};

}  // namespace incidentmap
