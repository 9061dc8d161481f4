// SPDX-License-Identifier: MIT
/// In which colours pictures draw what a build holds; for the picture's own sources.
#pragma once

#include <optional>

#include "layer/map_colours.hpp"
#include "writer/picture/canvas.hpp"

namespace incidentmap {

inline Ink symbol_ink(unsigned rgb) { return {colour(rgb), Stroke{colour(map_colours::white), 1.3, {}}}; }
inline Ink base_ink() { return {std::nullopt, Stroke{colour(map_colours::dark), 1.6, {}}}; }
inline Ink launch_ink() { return {colour(map_colours::white), Stroke{colour(map_colours::blue), 2, {}}}; }
inline Ink other_ink() { return {colour(map_colours::white), Stroke{colour(0x6C757D), 2, {}}}; }
inline Ink coarse_ink() {
    return {colour(map_colours::red, 0.07), Stroke{colour(map_colours::red, 0.55), 1, {5, 3}}};
}
/// An edge alone: several countries would paint the map full.
inline Ink country_ink() { return {std::nullopt, Stroke{colour(map_colours::red, 0.55), 1, {1.5, 3}}}; }
inline Ink possible_ink() {
    return {colour(map_colours::slate, 0.13), Stroke{colour(map_colours::slate, 0.35), 0.6, {}}};
}
inline Stroke ring_stroke() { return {colour(map_colours::slate, 0.9), 1.1, {2, 3}}; }
inline Stroke line_stroke() { return {colour(map_colours::blue), 1.5, {6, 4}}; }

}  // namespace incidentmap
