// SPDX-License-Identifier: MIT
#include "stored/shown_extent.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/error.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/outliers.hpp"
#include "geodesy/plane.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/geometry_blob.hpp"

namespace incidentmap {
namespace {

constexpr double cells_a_degree = 50;
constexpr double least_width_m = 100'000;
constexpr double margin_share = 0.12;        ///< of the wider side, on each side
constexpr double widest_half_m = 5'500'000;  ///< that one azimuthal map can show well
constexpr double widest_screen = 1.9;        ///< its width by its height

LonLat middle_of(const std::pair<int, int>& cell) {
    return {std::clamp(cell.first / cells_a_degree, -180.0, 180.0),
            std::clamp(cell.second / cells_a_degree, -90.0, 90.0)};
}

std::pair<int, int> cell_of(LonLat position) {
    return {static_cast<int>(std::lround(position.lon * cells_a_degree)),
            static_cast<int>(std::lround(position.lat * cells_a_degree))};
}

MapExtent extent_on(const Plane& plane, const std::set<std::pair<int, int>>& cells) {
    MapExtent extent;
    for (const auto& cell : cells) {
        const PlanePoint there = plane.to_plane(middle_of(cell));
        extent.add(there.x_m, there.y_m);
    }
    return extent;
}

double half_of(const MapExtent& extent) { return std::max(extent.width(), extent.height()) / 2; }

/// The middle of their extent on the plane about their mean, and how far they reach from there. Nothing where
/// they are about the whole earth.
struct Middle {
    LonLat position;
    MapExtent extent;
};

std::optional<Middle> middle_of(const std::set<std::pair<int, int>>& cells) {
    if (cells.empty()) return std::nullopt;
    MeanPosition mean;
    for (const auto& cell : cells) mean.add(middle_of(cell));
    const auto is_far = [&](const auto& cell) {
        return geodesic(mean.position(), middle_of(cell)).distance_m > 2 * widest_half_m;
    };
    if (std::any_of(cells.begin(), cells.end(), is_far)) return std::nullopt;
    const Plane first(mean.position(), PlaneKind::equal_area);
    const MapExtent about_mean = extent_on(first, cells);
    if (half_of(about_mean) > widest_half_m) return std::nullopt;
    LonLat middle = first.to_globe(
        {(about_mean.min_x + about_mean.max_x) / 2, (about_mean.min_y + about_mean.max_y) / 2});
    // A tenth of a degree says where it is and can be copied.
    middle = {std::round(middle.lon * 10) / 10, std::round(middle.lat * 10) / 10};
    return Middle{middle, extent_on(Plane(middle, PlaneKind::equal_area), cells)};
}

MapExtent with_margin(const MapExtent& extent, double units_a_metre) {
    const double margin = 2 * margin_share * std::max(extent.width(), extent.height());
    const double least = least_width_m * units_a_metre;
    return extent.at_least(std::max(extent.width() + margin, least),
                           std::max(extent.height() + margin, least));
}

}  // namespace

ShownPositions::ShownPositions(Database& database, bool shows_all) {
    const std::set<std::string> tables = listed_tables(database);
    for (LayerId layer : shown_points) {
        const std::string& name = layer_schema(layer).name;
        if (tables.contains(name)) add_points(database, name);
    }
    if (!shows_all) leave_out_outliers();
    if (!tables.contains("attack_areas")) return;
    add_areas(database, false);
    if (m_cells.empty()) add_areas(database, true);
}

std::vector<LonLat> ShownPositions::some(std::size_t most) const {
    const std::size_t step = std::max<std::size_t>(1, m_cells.size() / most);
    std::vector<LonLat> positions;
    std::size_t i = 0;
    for (const auto& cell : m_cells) {
        if (i++ % step == 0) positions.push_back(middle_of(cell));
    }
    return positions;
}

bool ShownPositions::is_outside(LonLat position) const {
    if (m_frame) return !holds(*m_frame, position);
    // An index rounds what it holds.
    const auto [x, y] = cell_of(position);
    for (int column = x - 1; column <= x + 1; ++column) {
        for (int row = y - 1; row <= y + 1; ++row) {
            if (m_outside.contains({column, row})) return true;
        }
    }
    return false;
}

/// A map of most of them is of more use than one of half the world with a few dots.
void ShownPositions::leave_out_outliers() {
    std::vector<LonLat> middles;
    for (const auto& cell : m_cells) middles.push_back(middle_of(cell));
    const std::vector<std::size_t> outliers = outliers_of(middles);
    if (outliers.empty()) return;
    const std::set<std::pair<int, int>> all = m_cells;
    *this = ShownPositions{};
    std::size_t i = 0;
    for (const auto& cell : all) {
        if (std::binary_search(outliers.begin(), outliers.end(), i)) {
            m_outside.insert(cell);
        } else {
            add(middles[i]);
        }
        ++i;
    }
}

void ShownPositions::Span::add(double lon) {
    west = std::min(west, lon);
    east = std::max(east, lon);
}

void ShownPositions::add(LonLat position) {
    if (!is_valid(position)) return;
    m_cells.insert(cell_of(position));
    m_from_antimeridian.add(position.lon);
    m_from_greenwich.add(position.lon < 0 ? position.lon + 360 : position.lon);
    m_south = std::min(m_south, position.lat);
    m_north = std::max(m_north, position.lat);
}

std::array<LonLat, 9> positions_of(const Box& frame) {
    const double width = frame.west <= frame.east ? frame.east - frame.west : frame.east - frame.west + 360;
    std::array<LonLat, 9> positions{};
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const std::size_t column = i % 3;
        const std::size_t row = i / 3;
        const double lon = frame.west + width * static_cast<double>(column) / 2;
        const double lat = frame.south + (frame.north - frame.south) * static_cast<double>(row) / 2;
        positions[i] = {lon > 180 ? lon - 360 : lon, lat};
    }
    return positions;
}

ShownPositions::ShownPositions(const Box& frame) : m_frame{frame} {
    for (const LonLat position : positions_of(frame)) add(position);
}

/// The index of a layer holds its points in a fraction of the bytes.
void ShownPositions::add_points(Database& database, const std::string& layer) {
    Statement rows = database.prepare("SELECT (minx + maxx) / 2, (miny + maxy) / 2 FROM " +
                                      quoted_identifier("rtree_" + layer + "_geom"));
    while (rows.step()) add({rows.real(0), rows.real(1)});
}

void ShownPositions::add_areas(Database& database, bool is_all_there_is) {
    Statement rows = database.prepare("SELECT geom, where_prec FROM attack_areas");
    while (rows.step()) {
        if (rows.is_null(0) || !is_shown_area(rows.integer(1), is_all_there_is)) continue;
        const DecodedGeometry decoded = decode_geometry(rows.blob(0));
        if (!decoded.geometry)
            throw Error{database.path().string() + " is damaged: a geometry cannot be read (" +
                        decoded.problem + ")"};
        for_each_position(*decoded.geometry, [&](LonLat position) { add(position); });
    }
}

MapCrs ShownPositions::projection() const {
    const auto middle = middle_of(m_cells);
    return middle ? MapCrs::about(middle->position) : MapCrs::of_the_world();
}

MapExtent ShownPositions::extent(const MapCrs& crs) const {
    MapExtent extent;
    const auto add = [&](LonLat position) {
        if (const auto there = crs.to_map(position)) extent.add(there->x_m, there->y_m);
    };
    for (const auto& cell : m_cells) add(middle_of(cell));
    if (m_cells.empty()) {
        constexpr int step = 10;  // degrees
        for (int lon = -180; lon <= 180; lon += step) {
            for (int lat = -60; lat <= 80; lat += step)
                add({static_cast<double>(lon), static_cast<double>(lat)});
        }
    }
    if (extent.is_empty()) throw UsageError{crs.name() + " cannot show where these incidents are"};
    return with_margin(extent, crs.units_a_metre());
}

std::optional<Box> ShownPositions::box() const {
    if (m_cells.empty()) return std::nullopt;
    if (m_from_antimeridian.width() <= m_from_greenwich.width())
        return Box{m_from_antimeridian.west, m_south, m_from_antimeridian.east, m_north};
    const double east = m_from_greenwich.east;
    return Box{m_from_greenwich.west, m_south, east > 180 ? east - 360 : east, m_north};
}

Box ShownPositions::surroundings() const {
    const auto middle = middle_of(m_cells);
    if (!middle) return {-180, -90, 180, 90};
    const MapExtent shown = with_margin(middle->extent, 1);
    // The plane's middle is not quite the extent's.
    const double half_width = std::max(std::abs(shown.min_x), std::abs(shown.max_x));
    const double half_height = std::max(std::abs(shown.min_y), std::abs(shown.max_y));
    return box_about(Plane(middle->position, PlaneKind::equal_area),
                     std::max(half_width, half_height * widest_screen) * 1.05,
                     std::max(half_height, half_width / widest_screen) * 1.05);
}

}  // namespace incidentmap
