// SPDX-License-Identifier: MIT
#include "writer/picture/small_areas.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "geodesy/overlay.hpp"
#include "layer/map_colours.hpp"

namespace incidentmap {
namespace {

constexpr double least_radius = 7;  ///< of a ring, in pixels
constexpr double beyond_symbol = 3.5;
constexpr double largest_size = 30;  ///< no symbol hides an area that is drawn as large as that

/// The edge of areas, in shorter dashes that a small circle has room for.
Ink ring_ink() { return {std::nullopt, Stroke{colour(map_colours::red), 1.5, {3.5, 2}}}; }

}  // namespace

double drawn_size(const MapView& view, const MultiPolygon& area, double enough) {
    double left = 1e9;
    double right = -1e9;
    double top = 1e9;
    double bottom = -1e9;
    for (const Polygon& polygon : area.polygons) {
        for (const LonLat position : polygon.outer) {
            const PagePoint there = view.at(position);
            left = std::min(left, there.x);
            right = std::max(right, there.x);
            top = std::min(top, there.y);
            bottom = std::max(bottom, there.y);
            if (std::max(right - left, bottom - top) >= enough) return enough;
        }
    }
    return std::max(right - left, bottom - top);
}

std::vector<SmallArea> small_areas(const MapView& view, const std::vector<Drawn>& areas,
                                   const std::vector<Stack>& symbols, double symbol_radius) {
    std::vector<SmallArea> small;
    for (const auto& [name, incidents] : by_area(areas)) {
        const auto* outlined = std::get_if<MultiPolygon>(&incidents.front()->geometry);
        if (outlined == nullptr || outlined->polygons.empty()) continue;
        const double size = drawn_size(view, *outlined, largest_size);
        if (size >= largest_size) continue;
        SmallArea area{name, view.at(position_within(*outlined)), least_radius, incidents};
        if (!view.shows(area.middle)) continue;
        for (const Stack& stack : symbols) {
            const PagePoint symbol = view.at(stack.position);
            const double reach = size_of(stack, symbol_radius);
            const double off = std::hypot(symbol.x - area.middle.x, symbol.y - area.middle.y);
            if (off < reach) area.radius = std::max(area.radius, reach + beyond_symbol);
        }
        if (size < 2 * area.radius) small.push_back(std::move(area));
    }
    return small;
}

void draw_small_areas(Canvas& canvas, Labels& labels, const std::vector<SmallArea>& areas) {
    for (const SmallArea& area : areas) {
        canvas.symbol(Symbol::circle, area.middle, area.radius,
                      {std::nullopt, Stroke{colour(map_colours::white, 0.9), 3.5, {}}});
        canvas.symbol(Symbol::circle, area.middle, area.radius, ring_ink());
        labels.keep_free(area.middle, area.radius + 1);
    }
}

LegendEntry small_area_entry() {
    LegendEntry entry;
    entry.sample = LegendEntry::Sample::dot;
    entry.ink = ring_ink();
    entry.text = "Dashed ring: such an area, too small to be seen at this scale";
    return entry;
}

}  // namespace incidentmap
