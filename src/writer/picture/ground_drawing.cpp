// SPDX-License-Identifier: MIT
#include "writer/picture/ground_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "geodesy/footprint.hpp"

namespace incidentmap {
namespace {

constexpr Colour water = colour(0xE3EBF0);
constexpr Colour land = colour(0xFBFAF6);
constexpr Colour border_colour = colour(0x8A8F94);
constexpr Colour province_colour = colour(0xC9C6BD);
constexpr Colour river_colour = colour(0xA9C3D3);
constexpr double largest_with_provinces_m = 4'500'000;

PagePath moved(PagePath path, double by_x, double by_y) {
    for (PagePoint& point : path) point = {point.x + by_x, point.y + by_y};
    return path;
}

}  // namespace

GroundDrawing::GroundDrawing(const MapView& view, const Surroundings& surroundings)
    : m_corner{view.frame().left, view.frame().top} {
    for (const OutlinedArea& area : surroundings.areas) {
        if (area.is_country) m_land.push_back(view.rings(area.outline));
    }
    for (const OutlinedArea& lake : surroundings.lakes) m_lakes.push_back(view.rings(lake.outline));
    for (const River& river : surroundings.rivers) {
        const Stroke stroke{river_colour, river.rank < 4 ? 1.3 : 0.75, {}};
        for (PagePath& path : view.lines(MultiLine{{river.line}}))
            m_rivers.push_back({std::move(path), stroke});
    }
    const double widest_m = std::max(view.frame().width, view.frame().height) * view.metres_a_pixel();
    for (const bool countries : {false, true}) {
        if (!countries && widest_m > largest_with_provinces_m) continue;
        for (const OutlinedArea& area : surroundings.areas) {
            if (area.is_country != countries) continue;
            Stroke stroke{countries ? border_colour : province_colour, countries ? 1.1 : 0.7, {}};
            // Whose ground this is, is disputed: no border of it is drawn as if it were settled.
            if (!area.is_settled) stroke.dashes = {4, 3};
            for (PagePath& path : view.borders(area.outline)) m_borders.push_back({std::move(path), stroke});
        }
    }
}

void GroundDrawing::draw(Canvas& canvas, const PageBox& frame) const {
    const double by_x = frame.left - m_corner.x;
    const double by_y = frame.top - m_corner.y;
    canvas.clip(frame);
    canvas.box(frame, {water, std::nullopt});
    const auto fill = [&](const std::vector<std::vector<PagePath>>& areas, const Ink& ink) {
        for (const std::vector<PagePath>& rings : areas) {
            std::vector<PagePath> there;
            for (const PagePath& ring : rings) there.push_back(moved(ring, by_x, by_y));
            canvas.area(there, ink);
        }
    };
    fill(m_land, {land, std::nullopt});
    for (const Border& river : m_rivers) canvas.line(moved(river.path, by_x, by_y), river.stroke);
    fill(m_lakes, {water, Stroke{river_colour, 0.6, {}}});
    for (const Border& border : m_borders) canvas.line(moved(border.path, by_x, by_y), border.stroke);
    canvas.clip_no_more();
}

std::vector<LonLat> some_points(const std::vector<Geometry>& shown) {
    constexpr std::size_t most_looked_at = 200;
    const std::size_t step = std::max<std::size_t>(1, shown.size() / most_looked_at);
    std::vector<LonLat> points;
    for (std::size_t i = 0; i < shown.size(); i += step) {
        if (const auto* point = std::get_if<LonLat>(&shown[i])) points.push_back(*point);
    }
    return points;
}

std::vector<PagePoint> places_in(const MapView& view, const MultiPolygon& area, int steps) {
    const Footprint whole{area};
    const PageBox& frame = view.frame();
    std::vector<PagePoint> inside;
    for (int row = 1; row < steps; ++row) {
        for (int column = 1; column < steps; ++column) {
            const PagePoint point{frame.left + frame.width * column / steps,
                                  frame.top + frame.height * row / steps};
            if (view.is_on_globe(point) && covers(whole, view.position_at(point))) inside.push_back(point);
        }
    }
    PagePoint middle;
    for (const PagePoint& point : inside) {
        middle.x += point.x / static_cast<double>(inside.size());
        middle.y += point.y / static_cast<double>(inside.size());
    }
    const auto distance = [&](const PagePoint& point) {
        return std::hypot(point.x - middle.x, (point.y - middle.y) * 2);
    };
    std::sort(inside.begin(), inside.end(),
              [&](const PagePoint& a, const PagePoint& b) { return distance(a) < distance(b); });
    return inside;
}

}  // namespace incidentmap
