// SPDX-License-Identifier: MIT
#include "writer/picture/map_sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/text.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/overlay.hpp"
#include "layer/map_colours.hpp"
#include "writer/picture/ground_drawing.hpp"

namespace incidentmap {
namespace {

constexpr double largest_scaled_m = 4'000'000;  ///< a map of more ground has no one scale
constexpr std::size_t most_towns = 60;
constexpr std::size_t most_without_dot = 6;  ///< of the most populous

constexpr Colour border_colour = colour(0x8A8F94);
constexpr Colour town_colour = colour(0x6B7075);
constexpr Colour text_colour = colour(map_colours::dark);
constexpr Colour quiet_colour = colour(0x565C61);

/// The largest of 1, 2, 5 times a power of ten that is not above \p length.
double round_length(double length) {
    const double power = std::pow(10.0, std::floor(std::log10(length)));
    for (const double digit : {5.0, 2.0}) {
        if (digit * power <= length) return digit * power;
    }
    return power;
}

/// Of an area seen, how many of 225 places of the frame lie in it where it is named.
constexpr std::size_t least_named_part = 3;
constexpr double largest_with_province_names_m = 1'200'000;
constexpr Colour country_colour = colour(0x8A8F98);
constexpr Colour sea_colour = colour(0x5F86A0);

std::string length_in_words(double metres) {
    return metres < 1'000 ? to_text(metres, 0) + " m" : to_text(metres / 1'000, 0) + " km";
}

}  // namespace

void draw_area(Canvas& canvas, const MapView& view, const MultiPolygon& area, const Ink& ink) {
    canvas.area(view.rings(area), {ink.fill, std::nullopt});
    if (!ink.stroke) return;
    for (const PagePath& path : view.borders(area)) canvas.line(path, *ink.stroke);
}

MapSheet::MapSheet(const PictureOptions& options, SheetContent content, const MapGround& ground)
    : m_content{std::move(content)},
      m_canvas{options},
      m_texts{m_canvas, options, m_content},
      m_view{m_texts.frame(), m_content.shown, m_content.least_width_m},
      m_labels{m_canvas, m_view.frame()},
      m_surroundings{surroundings_in(ground, m_view.box(), most_towns)} {
    m_canvas.box({0, 0, options.width, options.height}, {colour(0xFFFFFF), std::nullopt});
    m_texts.draw_above();
    GroundDrawing(m_view, m_surroundings).draw(m_canvas, m_view.frame());
    draw_scale_bar();
}

void MapSheet::draw_scale_bar() {
    const PageBox& frame = m_view.frame();
    if (std::min(frame.width, frame.height) * m_view.metres_a_pixel() > largest_scaled_m) return;
    const double metres = round_length(frame.width * 0.25 * m_view.metres_a_pixel());
    const double length = metres / m_view.metres_a_pixel();
    const TextStyle style{.size = 11, .colour = text_colour, .halo = 2};
    const std::string words = length_in_words(metres);
    const auto [text_width, text_height] = m_canvas.text_size(words, style);
    const double left = frame.left + 12;
    const double foot = frame.bottom() - 12;
    const PagePath bar{{left, foot - 5}, {left, foot}, {left + length, foot}, {left + length, foot - 5}};
    m_canvas.line(bar, {colour(0xFFFFFF, 0.85), 5, {}});
    m_canvas.line(bar, {text_colour, 1.6, {}});
    m_canvas.text({left + (length - text_width) / 2, foot - 4 - text_height}, words, style);
    m_labels.keep_free(PageBox{left - 6, foot - 8 - text_height, length + 12, text_height + 14});
}

void MapSheet::area(const MultiPolygon& area, const Ink& ink) {
    m_canvas.clip(m_view.frame());
    draw_area(m_canvas, m_view, area, ink);
    m_canvas.clip_no_more();
}

void MapSheet::line(const MultiLine& line, const Stroke& stroke) {
    m_canvas.clip(m_view.frame());
    for (const PagePath& path : m_view.lines(line)) {
        m_canvas.line(path, stroke);
        note_line(path);
    }
    m_canvas.clip_no_more();
}

void MapSheet::dot(LonLat position, double radius, const Ink& ink, Symbol symbol) {
    if (!m_view.shows(position)) return;
    m_canvas.symbol(symbol, m_view.at(position), radius, ink);
    m_labels.keep_free(m_view.at(position), radius + 1);
}

void MapSheet::name(LonLat position, double radius, const std::string& name, bool must_stand) {
    m_labels.put(m_view.at(position), radius, name,
                 {.size = 13, .bold = true, .colour = text_colour, .halo = 2.5}, must_stand);
}

/// Names of areas stand on no line.
void MapSheet::note_line(const PagePath& path) {
    constexpr double step = 6;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double length = std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
        const int steps = std::clamp(static_cast<int>(length / step), 1, 400);
        for (int part = 0; part <= steps; ++part) {
            const double share = static_cast<double>(part) / steps;
            m_on_lines.push_back({path[i - 1].x + (path[i].x - path[i - 1].x) * share,
                                  path[i - 1].y + (path[i].y - path[i - 1].y) * share});
        }
    }
}

bool MapSheet::name_at(const std::vector<PagePoint>& places, const std::string& name,
                       const TextStyle& style) {
    const std::pair<double, double> size = m_canvas.text_size(name, style);
    const double width = size.first;
    const double height = size.second;
    const auto is_on_a_line = [&](const PagePoint& place) {
        return std::any_of(m_on_lines.begin(), m_on_lines.end(), [&](const PagePoint& point) {
            return std::abs(point.x - place.x) < width / 2 + 2 &&
                   std::abs(point.y - place.y) < height / 2 + 2;
        });
    };
    return std::any_of(places.begin(), places.end(), [&](const PagePoint& place) {
        return !is_on_a_line(place) && m_labels.put_about(place, name, style);
    });
}

/// Countries large on the map, those of what it shows even where they are small, and near their provinces.
void MapSheet::name_areas() {
    constexpr int coarse = 16;
    constexpr int fine = 48;
    const std::vector<LonLat> meant = some_points(m_content.shown);
    TextStyle style{.size = 14, .bold = true, .colour = country_colour, .halo = 2.5};
    const auto name_country = [&](const OutlinedArea& area, bool is_meant) {
        style.size = 14;
        const std::vector<PagePoint> places = places_in(m_view, area.outline, coarse);
        if (places.size() >= least_named_part && name_at(places, area.shown_name, style)) return;
        if (!is_meant) return;
        const std::vector<PagePoint> more = places_in(m_view, area.outline, fine);
        for (const double size : {11.5, 10.0, 9.0}) {
            style.size = size;
            if (name_at(more, area.shown_name, style)) return;
        }
        m_labels.put_beside(m_view.at(position_within(area.outline)), area.shown_name, style);
    };
    for (const bool is_meant : {true, false}) {
        for (const OutlinedArea& area : m_surroundings.areas) {
            if (area.is_country && area.is_settled && holds_any(area, meant) == is_meant)
                name_country(area, is_meant);
        }
    }
    const TextStyle water{.size = 11, .italic = true, .colour = sea_colour, .halo = 2};
    for (const OutlinedArea& sea : m_surroundings.seas) {
        const std::vector<PagePoint> places = places_in(m_view, sea.outline, coarse);
        if (places.size() >= least_named_part) name_at(places, sea.shown_name, water);
    }
    const double widest_m = std::max(m_view.frame().width, m_view.frame().height) * m_view.metres_a_pixel();
    if (widest_m > largest_with_province_names_m) return;
    const TextStyle province{.size = 10.5, .italic = true, .colour = quiet_colour, .halo = 2};
    for (const OutlinedArea& area : m_surroundings.areas) {
        if (area.is_country) continue;
        const std::vector<PagePoint> places = places_in(m_view, area.outline, coarse);
        if (places.size() >= least_named_part) name_at(places, area.shown_name, province);
    }
}

std::string MapSheet::finish() {
    name_areas();
    const TextStyle town_style{.size = 11, .colour = quiet_colour, .halo = 2};
    m_canvas.clip(m_view.frame());
    for (const Settlement& town : m_surroundings.settlements) {
        if (std::find(m_content.named.begin(), m_content.named.end(), town.name) != m_content.named.end())
            continue;
        const PagePoint there = m_view.at(town.point);
        if (m_labels.has_room_for(there, 3) && m_labels.put(there, 2, town.shown_name, town_style)) {
            m_canvas.symbol(Symbol::circle, there, 2, {town_colour, std::nullopt});
            m_labels.keep_free(there, 3);
        } else if (&town < m_surroundings.settlements.data() + most_without_dot) {
            // Other symbols stand where it is; its name beside them says where they are.
            for (const double off : {14.0, 26.0, 40.0}) {
                // Farther off it would name another place.
                constexpr double farthest_m = 45'000;
                if (off * m_view.metres_a_pixel() > farthest_m) break;
                if (m_labels.put(there, off, town.shown_name, town_style)) break;
            }
        }
    }
    m_canvas.clip_no_more();
    m_canvas.box(m_view.frame(), {std::nullopt, Stroke{border_colour, 1, {}}});
    m_texts.draw_below(m_surroundings.attributions);
    return m_canvas.finish();
}

}  // namespace incidentmap
