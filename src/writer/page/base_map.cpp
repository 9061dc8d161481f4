// SPDX-License-Identifier: MIT
#include "writer/page/base_map.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <utility>

#include "core/json_object.hpp"
#include "core/json_text.hpp"
#include "gazetteer/boundaries.hpp"
#include "writer/page/page_columns.hpp"
#include "writer/page/shape_text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_towns = 600;
constexpr Box world{-180, -90, 180, 90};
constexpr double coarse_deg = 0.08;    ///< far from what is shown
constexpr double pixels_shown = 4000;  ///< of what is near; so fine are its borders
constexpr double finest_deg = 0.0005;

double width_of(const Box& box) { return box.east - box.west + (box.west > box.east ? 360 : 0); }

/// The box with its own size around it, at least two degrees, so that there is a country about one incident
/// and a map of another shape is filled.
Box widened(const Box& box) {
    const double sideways = std::max({2.0, width_of(box), box.north - box.south});
    const double upwards = sideways;
    Box wide{box.west - sideways, std::max(-90.0, box.south - upwards), box.east + sideways,
             std::min(90.0, box.north + upwards)};
    if (width_of(box) + 2 * sideways >= 360) {
        wide.west = -180;
        wide.east = 180;
        return wide;
    }
    if (wide.west < -180) wide.west += 360;
    if (wide.east > 180) wide.east -= 360;
    return wide;
}

/// The outline without steps from one side of the antimeridian to the other, which a page would draw across
/// all of its map.
MultiPolygon cut(const MultiPolygon& outline) {
    MultiPolygon parts;
    for (const Polygon& polygon : outline.polygons) {
        MultiPolygon cut_one = cut_polygon(polygon);
        std::move(cut_one.polygons.begin(), cut_one.polygons.end(), std::back_inserter(parts.polygons));
    }
    return parts;
}

void append_area(std::string& out, const OutlinedArea& area, const Tolerance& tolerance,
                 std::span<const LonLat> meant) {
    const MultiPolygon outline = thinned(cut(area.outline), tolerance);
    if (outline.polygons.empty()) return;
    if (out.back() != '[') out += ',';
    JsonObject object(out);
    object.text("name", area.shown_name);
    object.integer("country", area.is_country ? 1 : 0);
    object.integer("settled", area.is_settled ? 1 : 0);
    if (area.is_country && holds_any(area, meant)) object.integer("meant", 1);
    append_shape(object.member("shape"), outline);
    object.end();
}

void append_towns(std::string& out, const std::vector<Settlement>& towns) {
    PageColumns columns({"name", "lon", "lat", "population"});
    for (const Settlement& town : towns) {
        columns.text(town.shown_name);
        columns.integer(std::llround(town.point.lon * shape_steps_a_degree));
        columns.integer(std::llround(town.point.lat * shape_steps_a_degree));
        columns.integer(town.population);
        columns.end_row();
    }
    out += '{';
    columns.take(out);
    out += '}';
}

}  // namespace

void append_base_map(std::string& out, const MapGround& ground, const std::optional<Box>& shown,
                     std::span<const LonLat> meant) {
    const Box near = shown ? widened(*shown) : world;
    const double span = std::max(width_of(near), near.north - near.south);
    const double fine = std::clamp(span / pixels_shown, finest_deg, coarse_deg);
    const Tolerance tolerance = [&](LonLat position) { return holds(near, position) ? fine : coarse_deg; };
    const Surroundings countries = surroundings_in(ground, world, 0);
    const Surroundings surroundings = surroundings_in(ground, near, most_towns);

    JsonObject map(out);
    std::string& areas = map.member("areas");
    areas += '[';
    for (const OutlinedArea& area : countries.areas) {
        if (area.is_country) append_area(areas, area, tolerance, meant);
    }
    for (const OutlinedArea& area : surroundings.areas) {
        if (!area.is_country) append_area(areas, area, tolerance, {});
    }
    areas += ']';
    append_towns(map.member("towns"), surroundings.settlements);
    append_array(map.member("seas"), surroundings.seas, [](std::string& to, const OutlinedArea& sea) {
        const auto bounds = bbox(Geometry{sea.outline});
        JsonObject object(to);
        object.text("name", sea.shown_name);
        object.number("lon", sea.middle.lon, 3);
        object.number("lat", sea.middle.lat, 3);
        object.number("width", bounds ? width_of(*bounds) : 0, 3);
        object.end();
    });
    append_array(map.member("lakes"), surroundings.lakes,
                 [](std::string& to, const OutlinedArea& lake) { append_shape(to, Geometry{lake.outline}); });
    append_array(map.member("rivers"), surroundings.rivers, [](std::string& to, const River& river) {
        JsonObject object(to);
        object.integer("rank", river.rank);
        append_shape(object.member("shape"), Geometry{MultiLine{{river.line}}});
        object.end();
    });
    append_array(map.member("attributions"), surroundings.attributions,
                 [](std::string& to, const std::string& attribution) { append_json(to, attribution); });
    map.end();
}

}  // namespace incidentmap
