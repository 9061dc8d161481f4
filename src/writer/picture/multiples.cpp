// SPDX-License-Identifier: MIT
#include "writer/picture/multiples.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "geodesy/overlay.hpp"
#include "layer/map_colours.hpp"
#include "stored/build_facts.hpp"
#include "writer/picture/ground_drawing.hpp"
#include "writer/picture/labels.hpp"
#include "writer/picture/map_features.hpp"
#include "writer/picture/map_inks.hpp"
#include "writer/picture/map_sheet.hpp"
#include "writer/picture/small_areas.hpp"

namespace incidentmap {
namespace {

constexpr double gap = 10;
constexpr double title_height = 18;
constexpr double radius = 4;  ///< of a symbol
constexpr double least_width = 76;
constexpr double least_height = 56;
constexpr int most_months_without_gaps = 36;
constexpr std::size_t most_names = 12;  ///< of countries, in each map
const std::string no_month = "month not known";

/// What one small map shows.
struct Cell {
    std::string title;
    std::vector<Drawn> attacks;
    std::vector<Drawn> others;
    std::vector<Drawn> areas;

    std::int64_t incidents() const {
        std::set<std::string> ids;
        for (const std::vector<Drawn>* layer : {&attacks, &others, &areas}) {
            for (const Drawn& feature : *layer) ids.insert(feature.incident_id);
        }
        return static_cast<std::int64_t>(ids.size());
    }
};

/// Months since year 0 of `2020-07`.
std::optional<int> month_number(const std::string& month) {
    int year = 0;
    int in_year = 0;
    if (month.size() != 7) return std::nullopt;
    const auto first = std::from_chars(month.data(), month.data() + 4, year);
    const auto second = std::from_chars(month.data() + 5, month.data() + 7, in_year);
    if (first.ec != std::errc{} || second.ec != std::errc{}) return std::nullopt;
    return year * 12 + in_year - 1;
}

std::string month_text(int number) {
    const std::string year = std::to_string(number / 12);
    const std::string month = std::to_string(number % 12 + 1);
    return std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year +
           (month.size() == 1 ? "-0" : "-") + month;
}

/// The small maps in the order of time. \param has_all whether each month between the first and last has one
std::vector<Cell> cells_of(const Layers& layers, bool& has_all) {
    std::map<std::string, Cell> by_month;
    const auto add = [&](const std::vector<Drawn>& features, std::vector<Drawn> Cell::*list) {
        for (const Drawn& feature : features) (by_month[feature.month].*list).push_back(feature);
    };
    add(layers.attacks, &Cell::attacks);
    add(layers.others, &Cell::others);
    add(layers.areas, &Cell::areas);
    std::optional<Cell> rest;
    if (const auto unknown = by_month.find(""); unknown != by_month.end()) {
        rest = std::move(unknown->second);
        by_month.erase(unknown);
    }
    has_all = true;
    if (!by_month.empty()) {
        const auto first = month_number(by_month.begin()->first);
        const auto last = month_number(by_month.rbegin()->first);
        has_all = first && last && *last - *first < most_months_without_gaps;
        for (int month = first.value_or(0); has_all && month <= *last; ++month)
            by_month.try_emplace(month_text(month));
    }
    std::vector<Cell> cells;
    for (auto& [month, cell] : by_month) {
        cell.title = month;
        cells.push_back(std::move(cell));
    }
    if (rest) {
        rest->title = no_month;
        cells.push_back(std::move(*rest));
    }
    return cells;
}

/// How wide what is shown is, as a share of how high.
double shape_of(const MapView& view, const std::vector<Geometry>& shown) {
    double left = 1e9;
    double right = -1e9;
    double top = 1e9;
    double bottom = -1e9;
    for (const Geometry& geometry : shown) {
        for_each_position(geometry, [&](LonLat position) {
            const PagePoint there = view.at(position);
            left = std::min(left, there.x);
            right = std::max(right, there.x);
            top = std::min(top, there.y);
            bottom = std::max(bottom, there.y);
        });
    }
    if (right - left < 1 && bottom - top < 1) return 1;
    return std::clamp((right - left) / std::max(1.0, bottom - top), 0.6, 1.9);
}

/// Frames of one size in rows, as large as what they show can be in them; a title has room above each.
std::vector<PageBox> frames_of(const PageBox& whole, std::size_t count, double shape) {
    std::vector<PageBox> best;
    double best_size = 0;
    for (std::size_t columns = 1; columns <= count; ++columns) {
        const std::size_t rows = (count + columns - 1) / columns;
        const double width =
            (whole.width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
        const double height =
            (whole.height - gap * static_cast<double>(rows - 1)) / static_cast<double>(rows) - title_height;
        if (width < least_width || height < least_height) continue;
        const double size = std::min(width / shape, height);
        if (size <= best_size) continue;
        best_size = size;
        best.clear();
        for (std::size_t i = 0; i < count; ++i) {
            const auto column = static_cast<double>(i % columns);
            const std::size_t above = i / columns;
            const auto row = static_cast<double>(above);
            best.push_back({whole.left + column * (width + gap),
                            whole.top + row * (height + title_height + gap) + title_height, width, height});
        }
    }
    return best;
}

/// A name, and where it may stand in the first of the maps.
struct NameOfArea {
    std::string name;
    std::vector<PagePoint> places;
    PagePoint middle;
    bool is_meant = false;  ///< what is shown lies in it
};

/// Names of countries: those of what is shown first, then the largest.
std::vector<NameOfArea> names_of(const MapView& view, const Surroundings& surroundings,
                                 const std::vector<Geometry>& shown) {
    constexpr int coarse = 16;
    constexpr int fine = 40;
    const std::vector<LonLat> meant = some_points(shown);
    std::vector<NameOfArea> names;
    for (const OutlinedArea& area : surroundings.areas) {
        if (!area.is_country || !area.is_settled) continue;
        const bool is_meant = holds_any(area, meant);
        std::vector<PagePoint> places = places_in(view, area.outline, is_meant ? fine : coarse);
        if (places.empty() && !is_meant) continue;
        names.push_back(
            {area.shown_name, std::move(places), view.at(position_within(area.outline)), is_meant});
    }
    std::stable_sort(names.begin(), names.end(), [](const NameOfArea& a, const NameOfArea& b) {
        return std::pair(a.is_meant, a.places.size()) > std::pair(b.is_meant, b.places.size());
    });
    if (names.size() > most_names) names.resize(most_names);
    return names;
}

void draw_areas(Canvas& canvas, const MapView& view, const std::vector<Drawn>& areas) {
    for (const auto& [location, incidents] : by_area(areas)) {
        const auto* outlined = std::get_if<MultiPolygon>(&incidents.front()->geometry);
        if (outlined == nullptr) continue;
        const Ink full = is_country(*incidents.front()) ? country_ink() : coarse_ink();
        draw_area(canvas, view, *outlined, are_drafts(incidents) ? hollow(full) : full);
    }
}

/// A symbol for each position, with the number of incidents where there are several; above them rings for
/// areas that are too small to be seen.
void draw_incidents(Canvas& canvas, Labels& labels, const MapView& view, const Cell& cell) {
    const std::vector<Stack> stacks = stacks_of(view, {&cell.attacks, &cell.others});
    for (const Stack& stack : stacks) {
        const IncidentStyle* style = style_of(stack);
        const bool several = stack.incidents.size() > 1;
        const bool is_draft = are_drafts(stack.incidents);
        const double size = size_of(stack, radius);
        const PagePoint middle = view.at(stack.position);
        canvas.symbol(style == nullptr || several ? Symbol::circle : style->symbol, middle, size,
                      incident_ink(style, is_draft));
        labels.keep_free(middle, size);
        if (!several) continue;
        canvas.text_about(middle, std::to_string(stack.incidents.size()),
                          {.size = 9, .bold = true, .colour = number_colour(style, is_draft)});
    }
    draw_small_areas(canvas, labels, small_areas(view, cell.areas, stacks, radius));
}

void draw_cell(Canvas& canvas, const MapView& view, const GroundDrawing& ground, const Cell& cell,
               const std::vector<NameOfArea>& names, PagePoint first_corner) {
    const PageBox& frame = view.frame();
    const TextStyle month{.size = 12, .bold = true, .colour = colour(map_colours::dark)};
    const TextStyle count{.size = 11, .colour = colour(0x565C61)};
    const double above = frame.top - title_height + 1;
    canvas.text({frame.left, above}, cell.title, month);
    const double title_width = canvas.text_size(cell.title, month).first;
    const std::string words = counted(cell.incidents(), "incident", "incidents");
    const std::string shorter = std::to_string(cell.incidents());
    const bool fits = title_width + 10 + canvas.text_size(words, count).first <= frame.width;
    const std::string& told = fits ? words : shorter;
    canvas.text({frame.right() - canvas.text_size(told, count).first, above + 1}, told, count);

    ground.draw(canvas, frame);
    Labels labels(canvas, frame);
    canvas.clip(frame);
    draw_areas(canvas, view, cell.areas);
    draw_incidents(canvas, labels, view, cell);
    const TextStyle name_style{.size = 9, .bold = true, .colour = colour(0x8A8F98), .halo = 2};
    for (const NameOfArea& name : names) {
        const auto here = [&](PagePoint first) {
            return PagePoint{first.x + frame.left - first_corner.x, first.y + frame.top - first_corner.y};
        };
        const bool is_named = std::any_of(name.places.begin(), name.places.end(), [&](PagePoint place) {
            return labels.put_about(here(place), name.name, name_style);
        });
        if (!is_named && name.is_meant) labels.put_beside(here(name.middle), name.name, name_style);
    }
    canvas.clip_no_more();
    canvas.box(frame, {std::nullopt, Stroke{colour(0x8A8F94), 0.8, {}}});
}

/// Frames for all small maps, none where they do not fit; told in the legend is what their size makes
/// needful.
std::vector<PageBox> frames_on(Canvas& canvas, const PictureOptions& options, SheetContent& content,
                               const std::vector<Cell>& cells) {
    const auto made = [&] {
        const PageBox whole = SheetTexts(canvas, options, content).frame();
        const MapView view(whole, content.shown, content.least_width_m);
        return frames_of(whole, cells.size(), shape_of(view, content.shown));
    };
    std::vector<PageBox> frames = made();
    if (frames.empty()) return frames;
    const MapView view(frames.front(), content.shown, content.least_width_m);
    const bool has_small = std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
        return !small_areas(view, cell.areas, stacks_of(view, {&cell.attacks, &cell.others}), radius).empty();
    });
    if (!has_small) return frames;
    content.legend.push_back(small_area_entry());
    return made();
}

}  // namespace

std::string multiples_by_month(const PictureOptions& options, SheetContent content, const Layers& layers,
                               const MapGround& ground) {
    bool has_all = true;
    const std::vector<Cell> cells = cells_of(layers, has_all);
    if (cells.empty()) content.notes.insert(content.notes.begin(), "No incident is on the map.");
    if (!has_all) content.notes.emplace_back("Months without an incident are left out.");
    Canvas canvas(options);
    canvas.box({0, 0, options.width, options.height}, {colour(0xFFFFFF), std::nullopt});
    const std::vector<PageBox> frames = frames_on(canvas, options, content, cells);
    SheetTexts texts(canvas, options, content);
    texts.draw_above();
    if (frames.size() < cells.size())
        throw UsageError{"--multiples month: " + std::to_string(cells.size()) +
                         " months do not fit on this sheet; give a larger --size, or fewer of them by "
                         "--since and --until"};
    Surroundings surroundings;
    if (!frames.empty()) {
        constexpr std::size_t no_towns = 0;
        const MapView first(frames.front(), content.shown, content.least_width_m);
        surroundings = surroundings_in(ground, first.box(), no_towns);
        const GroundDrawing drawing(first, surroundings);
        const std::vector<NameOfArea> names = names_of(first, surroundings, content.shown);
        const PagePoint corner{frames.front().left, frames.front().top};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const MapView view(frames[i], content.shown, content.least_width_m);
            draw_cell(canvas, view, drawing, cells[i], names, corner);
        }
    }
    texts.draw_below(surroundings.attributions);
    return canvas.finish();
}

}  // namespace incidentmap
