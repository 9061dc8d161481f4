// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <variant>
#include <vector>

#include "core/lon_lat.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// Straight in longitude and latitude.
struct Edge {
    LonLat start;
    LonLat end;
};

/// Part of a geodesic circle, from one azimuth at its centre to another (which may exceed 360, or be the
/// lesser).
struct Arc {
    LonLat centre;
    double radius_m = 0;
    double start_deg = 0;
    double end_deg = 0;
};

/// Part of a geodesic that sets out from \p centre, between two distances from it.
struct Radial {
    LonLat centre;
    double azimuth_deg = 0;
    double start_m = 0;
    double end_m = 0;
};

using Curve = std::variant<Edge, Arc, Radial>;

/// The position at the fraction \p t of a curve.
LonLat position_at(const Curve& curve, double t);

/// An upper bound of a curve's length in metres.
double greatest_length_m(const Curve& curve);

/// Part of a boundary: all of it is within \p radius_m metres of \p middle, which is itself on the boundary,
/// and within \p sagitta_m of the geodesic between \p first and \p last. Where it is of several curves, these
/// are its middle and the sagitta is its radius.
struct Patch {
    LonLat middle;
    double radius_m = 0;
    LonLat first;
    LonLat last;
    double sagitta_m = 0;
    std::uint32_t index = 0;  ///< of a node or of a curve
    bool is_node = false;
    double start = 0;  ///< the part of the curve, as fractions
    double end = 1;
};

/// The edge of a footprint as a tree of patches that can be halved without end, so that the points that
/// matter for an extreme distance or azimuth are found to any tolerance, without making points where none are
/// needed.
class Boundary {
  public:
    /// A footprint without any edge (an empty polygon) has \p fallback alone.
    Boundary(const Footprint& footprint, LonLat fallback);
    /// A single position.
    explicit Boundary(LonLat position);

    Patch root() const;
    std::pair<Patch, Patch> halves(const Patch& patch) const;

  private:
    struct Node {
        Patch patch;
        std::uint32_t left = 0;
        std::uint32_t right = 0;
    };
    struct Item;

    void build();
    std::uint32_t add_node(std::vector<Item>& items, std::uint32_t first, std::uint32_t count);
    Patch half_of(const Patch& patch, bool second) const;

    std::vector<Curve> m_curves;
    std::vector<Node> m_nodes;
};

/// What a pair of patches may bring: the value at their middles, and by how much any other pair within them
/// may exceed it.
struct PairValue {
    double value = 0;
    double slack = 0;
};

/// The greatest value over all pairs of positions of two boundaries, found best first. The result is an upper
/// bound: at most \p tolerance above the greatest value (given its size), unless \p most_pairs did not
/// suffice. \p ceiling is a value that cannot be exceeded; the search stops there.
double greatest_over(const Boundary& from, const Boundary& to, double ceiling, int most_pairs,
                     const std::function<double(double)>& tolerance,
                     const std::function<PairValue(const Patch&, const Patch&)>& reach);

/// The least and the greatest distance between two boundaries, in metres, as bounds that err outwards by 2 m
/// or 0.02 % at the most.
double least_distance_m(const Boundary& from, const Boundary& to);
double greatest_distance_m(const Boundary& from, const Boundary& to);

}  // namespace incidentmap
