// SPDX-License-Identifier: MIT
/// In which colours pictures draw what a build holds; for the picture's own sources.
#pragma once

#include <optional>

#include "layer/incident_style.hpp"
#include "layer/map_colours.hpp"
#include "writer/picture/canvas.hpp"

namespace incidentmap {

inline Ink symbol_ink(unsigned rgb) { return {colour(rgb), Stroke{colour(map_colours::white), 1.3, {}}}; }
/// Of a draft that nobody has confirmed: the edge alone, in the colour that would fill it.
inline Ink draft_ink(unsigned rgb) { return {std::nullopt, Stroke{colour(rgb), 2, {}}}; }
/// The same without what fills it.
inline Ink hollow(Ink ink) {
    ink.fill.reset();
    return ink;
}
inline Ink base_ink() { return {std::nullopt, Stroke{colour(map_colours::dark), 1.6, {}}}; }
inline Ink launch_ink() { return {colour(map_colours::white), Stroke{colour(map_colours::blue), 2, {}}}; }
inline Ink other_ink() { return {colour(map_colours::white), Stroke{colour(0x6C757D), 2, {}}}; }
/// Of a mark: \p style of what happened, null where it was no attack.
inline Ink incident_ink(const IncidentStyle* style, bool is_draft) {
    if (style == nullptr) return is_draft ? hollow(other_ink()) : other_ink();
    return is_draft ? draft_ink(style->rgb) : symbol_ink(style->rgb);
}
/// Of a number on that mark.
inline Colour number_colour(const IncidentStyle* style, bool is_draft) {
    return colour(style == nullptr || is_draft ? map_colours::dark : map_colours::white);
}
inline Ink coarse_ink() {
    return {colour(map_colours::red, 0.07), Stroke{colour(map_colours::red, 0.75), 1.1, {5, 3}}};
}
/// An edge alone: several countries would paint the map full.
inline Ink country_ink() { return {std::nullopt, Stroke{colour(map_colours::red, 0.55), 1, {1.5, 3}}}; }
inline Ink possible_ink() {
    return {colour(map_colours::slate, 0.13), Stroke{colour(map_colours::slate, 0.35), 0.6, {}}};
}
inline Stroke ring_stroke() { return {colour(map_colours::slate, 0.9), 1.1, {2, 3}}; }
inline Stroke line_stroke() { return {colour(map_colours::blue), 1.5, {6, 4}}; }

}  // namespace incidentmap
