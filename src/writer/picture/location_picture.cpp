// SPDX-License-Identifier: MIT
#include "writer/picture/location_picture.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "core/version.hpp"
#include "gazetteer/country.hpp"
#include "geodesy/distance_text.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/map_shapes.hpp"
#include "layer/map_colours.hpp"
#include "locate/reasons.hpp"
#include "writer/picture/map_sheet.hpp"

namespace incidentmap {
namespace {

using map_colours::blue;
using map_colours::dark;

constexpr int decimals = 4;  ///< of a position

// Colours that people tell apart who see no red or no green (Okabe, Ito 2008).
constexpr unsigned orange = 0xD55E00;
constexpr double dot_radius = 4.5;

Ink area_ink(unsigned rgb) { return {colour(rgb, 0.22), Stroke{colour(rgb), 1.4, {}}}; }
Ink dot_ink(unsigned rgb) { return {colour(rgb), Stroke{colour(0xFFFFFF), 1.5, {}}}; }
Stroke likely_stroke() { return {colour(dark), 1.8, {6, 4}}; }
Stroke least_stroke() { return {colour(0x009E73), 1.6, {2, 3}}; }
Stroke greatest_stroke() { return {colour(0x7B4F9E), 1.6, {10, 3, 2, 3}}; }

LegendEntry entry_of(LegendEntry::Sample sample, const Ink& ink, const std::string& text) {
    LegendEntry entry;
    entry.sample = sample;
    entry.ink = ink;
    entry.text = in_one_line(text);
    return entry;
}

LegendEntry area_entry(unsigned rgb, const std::string& text) {
    return entry_of(LegendEntry::Sample::area, area_ink(rgb), text);
}

LegendEntry line_entry(const Stroke& stroke, const std::string& text) {
    Ink ink;
    ink.stroke = stroke;
    return entry_of(LegendEntry::Sample::line, ink, text);
}

/// `5,164 km²`, `3.1 km²`, in two digits that count.
std::string area_in_words(double km2) {
    const double unit = std::pow(10.0, std::floor(std::log10(std::max(km2, 1e-6))) - 1);
    std::string text = to_text(std::round(km2 / unit) * unit, unit < 1 ? 2 : 0);
    for (auto at =
             static_cast<std::ptrdiff_t>(text.find('.') == std::string::npos ? text.size() : text.find('.')) -
             3;
         at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text + " km²";
}

std::string name_and_where(const std::string& name, const std::string& kind, const std::string& admin1,
                           const std::string& country) {
    std::vector<std::string> parts;
    for (const std::string& part : {kind, kind == "province" || admin1 == name ? std::string() : admin1,
                                    kind == "country" ? std::string() : country_name(country)}) {
        if (!part.empty()) parts.push_back(part);
    }
    return parts.empty() ? name : name + " (" + joined(parts, ", ") + ")";
}

std::string name_and_where(const Location& location) {
    return name_and_where(location.name, location.kind, location.admin1, location.country);
}

std::string credit() { return std::string("Made with incidentmap ") + version() + "."; }

/// What is drawn of a place: its area, and its point where one stands.
void draw(MapSheet& sheet, const Location& location, unsigned rgb) {
    sheet.area(outline(location.footprint), area_ink(rgb));
    if (location.status == Status::resolved) sheet.dot(location.likely, dot_radius, dot_ink(rgb));
}

void draw_name(MapSheet& sheet, const Location& location) {
    sheet.name(location.likely, location.status == Status::resolved ? dot_radius : 0,
               in_one_line(location.name));
}

std::vector<Geometry> shown_of(const Location& location) {
    return {Geometry{outline(location.footprint)}, Geometry{location.likely}};
}

std::string of_several(const Location& location, const MapGround& ground, const PictureOptions& options) {
    SheetContent content;
    content.title = in_one_line(location.query);
    content.subtitle =
        "Several places fit, and nothing decides between them. None of them is drawn as the answer.";
    for (const Match& match : location.alternatives) {
        content.shown.emplace_back(match.point);
        content.named.push_back(match.name);
    }
    const Ink ink{colour(0xFFFFFF), Stroke{colour(orange), 2, {}}};
    content.legend.push_back(entry_of(LegendEntry::Sample::dot, ink, "A place of that name"));
    content.notes.push_back(reasons_text(location));
    if (!location.remedy.empty()) content.notes.push_back("What would mend it: " + location.remedy);
    content.credit = credit();
    content.least_width_m = 50'000;
    MapSheet sheet(options, std::move(content), ground);
    for (const Match& match : location.alternatives) sheet.dot(match.point, dot_radius, ink);
    for (const Match& match : location.alternatives)
        sheet.name(match.point, dot_radius,
                   in_one_line(name_and_where(match.name, "", match.admin1, match.country)), false);
    return sheet.finish();
}

[[noreturn]] void fail_without_place(const Location& location) {
    throw Error{"there is nothing to draw: \"" + in_one_line(location.query) + "\" is " +
                to_string(location.status) + ". " + reasons_text(location)};
}

/// Two positions of two areas, one of each.
using Pair = std::pair<LonLat, LonLat>;

/// The vertices of an area's outline, at most some hundred of them, spread evenly.
std::vector<LonLat> vertices_of(const Footprint& footprint, LonLat likely) {
    constexpr std::size_t most = 400;
    std::vector<LonLat> all;
    for (const Polygon& polygon : outline(footprint, 20).polygons)
        all.insert(all.end(), polygon.outer.begin(), polygon.outer.end());
    if (all.empty()) return {likely};
    const std::size_t step = all.size() / most + 1;
    std::vector<LonLat> some;
    for (std::size_t i = 0; i < all.size(); i += step) some.push_back(all[i]);
    return some;
}

/// Between which positions the least and the greatest distance run, near enough to draw them: among the
/// vertices of both outlines. The figures themselves are distance_bounds()'.
struct Extremes {
    Pair least;
    Pair greatest;
};

Extremes extremes_of(const Location& from, const Location& to) {
    Extremes found;
    double least_m = std::numeric_limits<double>::infinity();
    double greatest_m = -1;
    const std::vector<LonLat> targets = vertices_of(to.footprint, to.likely);
    for (const LonLat a : vertices_of(from.footprint, from.likely)) {
        for (const LonLat b : targets) {
            const double distance_m = geodesic(a, b).distance_m;
            if (distance_m < least_m) {
                least_m = distance_m;
                found.least = {a, b};
            }
            if (distance_m > greatest_m) {
                greatest_m = distance_m;
                found.greatest = {a, b};
            }
        }
    }
    return found;
}

std::string km(double metres) {
    return metres < 1'000 ? to_text(metres, 0) + " m"
                          : to_text(metres / 1'000, metres < 100'000 ? 1 : 0) + " km";
}

}  // namespace

std::string picture_of(const Location& location, const MapGround& ground, const PictureOptions& options) {
    if (location.status == Status::ambiguous && !location.alternatives.empty())
        return of_several(location, ground, options);
    if (!location.has_place()) fail_without_place(location);
    const double km2 = map_area_km2(location.footprint);
    SheetContent content;
    content.title = in_one_line(location.query);
    content.subtitle = in_one_line(name_and_where(location));
    if (km2 > 0) content.subtitle += ". Possible area " + area_in_words(km2);
    if (location.status == Status::resolved) {
        content.subtitle += (km2 > 0 ? "; likely point " : ". ") +
                            position_for_people(location.likely, decimals) + ", within " +
                            distance_for_people(location.uncertainty_m);
    }
    if (km2 > 0) content.legend.push_back(area_entry(orange, "Possible area"));
    if (location.status == Status::resolved)
        content.legend.push_back(entry_of(LegendEntry::Sample::dot, dot_ink(orange), "Likely point"));
    content.notes.push_back(in_one_line(reasons_text(location)));
    content.credit = credit();
    content.shown = shown_of(location);
    content.least_width_m = std::max(20'000.0, location.uncertainty_m * 6);
    content.named = {location.name};
    MapSheet sheet(options, std::move(content), ground);
    draw(sheet, location, orange);
    draw_name(sheet, location);
    return sheet.finish();
}

std::string picture_of(const Location& from, const Location& to, const Measure& measured,
                       const MapGround& ground, const PictureOptions& options) {
    for (const Location* end : {&from, &to}) {
        if (!end->has_place()) fail_without_place(*end);
    }
    SheetContent content;
    content.title = in_one_line("From " + from.name + " to " + to.name);
    content.subtitle = in_one_line(name_and_where(from) + " to " + name_and_where(to));
    if (measured.bounds) {
        const auto direction = compass(measured.bounds->azimuth);
        content.title += ": " + measured.text + (direction ? " " + *direction : "");
    } else {
        content.subtitle += ". No distance: " + measured.why_null;
    }
    content.legend.push_back(area_entry(blue, "Where " + from.name + " may be"));
    content.legend.push_back(area_entry(orange, "Where " + to.name + " may be"));
    if (measured.bounds) {
        const DistanceBounds& bounds = *measured.bounds;
        content.legend.push_back(line_entry(likely_stroke(), "likely " + km(bounds.likely_m)));
        if (bounds.min_m > 0)
            content.legend.push_back(line_entry(least_stroke(), "least " + km(bounds.min_m)));
        content.legend.push_back(line_entry(greatest_stroke(), "greatest " + km(bounds.max_m)));
        content.notes.push_back(
            "Straight lines over the ground between places that were named, not a way that anything took.");
    }
    content.credit = credit();
    content.shown = shown_of(from);
    for (Geometry& geometry : shown_of(to)) content.shown.push_back(std::move(geometry));
    content.named = {from.name, to.name};
    MapSheet sheet(options, std::move(content), ground);
    draw(sheet, from, blue);
    draw(sheet, to, orange);
    if (measured.bounds) {
        const Extremes extremes = extremes_of(from, to);
        sheet.line(geodesic_line(extremes.greatest.first, extremes.greatest.second), greatest_stroke());
        if (measured.bounds->min_m > 0)
            sheet.line(geodesic_line(extremes.least.first, extremes.least.second), least_stroke());
        sheet.line(geodesic_line(from.likely, to.likely), likely_stroke());
        if (from.status == Status::resolved) sheet.dot(from.likely, dot_radius, dot_ink(blue));
        if (to.status == Status::resolved) sheet.dot(to.likely, dot_radius, dot_ink(orange));
    }
    draw_name(sheet, from);
    draw_name(sheet, to);
    return sheet.finish();
}

}  // namespace incidentmap
