// SPDX-License-Identifier: MIT
#include "writer/picture/build_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "core/version.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/outliers.hpp"
#include "geodesy/overlay.hpp"
#include "layer/map_colours.hpp"
#include "stored/build_file.hpp"
#include "stored/shown_extent.hpp"
#include "writer/build_stamp.hpp"
#include "writer/picture/map_sheet.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_labels = 300;  ///< more would only hide the map
constexpr double radius = 6;              ///< of a symbol, in pixels
constexpr double base_size = 9.5;         ///< of the frame around what hit an installation
constexpr Colour text_colour = colour(map_colours::dark);

Ink symbol_ink(unsigned rgb) { return {colour(rgb), Stroke{colour(map_colours::white), 1.3, {}}}; }
/// Of a draft that nobody has confirmed: the edge alone, in the colour that would fill it.
Ink draft_ink(unsigned rgb) { return {std::nullopt, Stroke{colour(rgb), 2, {}}}; }
Ink hollow(Ink ink) {
    ink.fill.reset();
    return ink;
}
Ink base_ink() { return {std::nullopt, Stroke{colour(map_colours::dark), 1.6, {}}}; }
Ink launch_ink() { return {colour(map_colours::white), Stroke{colour(map_colours::blue), 2, {}}}; }
Ink other_ink() { return {colour(map_colours::white), Stroke{colour(0x6C757D), 2, {}}}; }
Ink coarse_ink() {
    return {colour(map_colours::red, 0.07), Stroke{colour(map_colours::red, 0.55), 1, {5, 3}}};
}
/// An edge alone: several countries would paint the map full.
Ink country_ink() { return {std::nullopt, Stroke{colour(map_colours::red, 0.55), 1, {1.5, 3}}}; }
Ink possible_ink() {
    return {colour(map_colours::slate, 0.13), Stroke{colour(map_colours::slate, 0.35), 0.6, {}}};
}
Stroke ring_stroke() { return {colour(map_colours::slate, 0.9), 1.1, {2, 3}}; }
Stroke line_stroke() { return {colour(map_colours::blue), 1.5, {6, 4}}; }

/// One feature of a layer, with the columns that a map of it needs.
struct Drawn {
    Geometry geometry;
    std::string location;
    std::string date;
    std::string what;  ///< the weapon, with its count where one is reported; of a ring its label
    std::string sub_event_type;
    std::int64_t precision = 0;  ///< UCDP's where_prec
    bool is_attack = true;
    bool is_draft = false;  ///< nobody has confirmed it
};

/// The weapon, with its count where one is reported.
std::string weapon_of(const StoredRow& row) {
    const std::string count = row.text("weapon_count_text");
    return in_one_line(count.empty() ? row.text("weapon") : count + " " + row.text("weapon"));
}

std::vector<Drawn> read_layer(BuildFile& build, LayerId layer) {
    std::vector<Drawn> features;
    auto rows = build.in_order(layer, {"location", "event_date", "weapon", "weapon_count_text",
                                       "sub_event_type", "where_prec", "label", "draft"});
    if (!rows) return features;
    const bool is_attack = layer != LayerId::other_incidents;
    while (auto row = rows->next()) {
        if (std::holds_alternative<std::monostate>(row->geometry()))
            throw Error{build.path().string() + " is damaged: a geometry of " + layer_schema(layer).name +
                        " cannot be read"};
        std::string type = row->text("sub_event_type");
        const std::string label = in_one_line(row->text("label"));
        features.push_back({row->geometry(), in_one_line(row->text("location")),
                            in_one_line(row->text("event_date")),
                            !label.empty() ? label : (is_attack ? weapon_of(*row) : in_one_line(type)), type,
                            static_cast<std::int64_t>(row->number("where_prec").value_or(0)), is_attack,
                            !row->text("draft").empty()});
    }
    return features;
}

/// Incidents at one position, or so near to it on the page that one symbol would hide another: they are drawn
/// as one symbol with their number, where the first of them stands.
struct Stack {
    LonLat position;
    std::vector<const Drawn*> incidents;
};

std::vector<Stack> stacks_of(const MapView& view, std::initializer_list<const std::vector<Drawn>*> layers) {
    constexpr double too_near = 10;  // pixels
    std::vector<Stack> stacks;
    std::map<std::pair<long, long>, std::vector<std::size_t>> by_cell;  // of the page, as wide as is too near
    for (const std::vector<Drawn>* layer : layers) {
        for (const Drawn& feature : *layer) {
            const auto* position = std::get_if<LonLat>(&feature.geometry);
            if (position == nullptr) continue;
            const PagePoint there = view.at(*position);
            const auto hides = [&](std::size_t stack) {
                const PagePoint other = view.at(stacks[stack].position);
                return std::hypot(other.x - there.x, other.y - there.y) < too_near;
            };
            const std::pair cell{std::lround(there.x / too_near), std::lround(there.y / too_near)};
            std::optional<std::size_t> found;
            for (long x = cell.first - 1; x <= cell.first + 1 && !found; ++x) {
                for (long y = cell.second - 1; y <= cell.second + 1 && !found; ++y) {
                    const auto near = by_cell.find({x, y});
                    if (near == by_cell.end()) continue;
                    const auto stack = std::find_if(near->second.begin(), near->second.end(), hides);
                    if (stack != near->second.end()) found = *stack;
                }
            }
            if (!found) {
                found = stacks.size();
                by_cell[cell].push_back(*found);
                stacks.push_back({*position, {}});
            }
            stacks[*found].incidents.push_back(&feature);
        }
    }
    return stacks;
}

/// `Camp Taji` and below it `2020-07-27 · 3 Katyusha rockets`; of several the places and how many.
std::string words_of(const Stack& stack) {
    const Drawn& first = *stack.incidents.front();
    if (stack.incidents.size() == 1) {
        std::string second = first.date;
        if (!first.what.empty()) second += (second.empty() ? "" : " · ") + first.what;
        return second.empty() ? first.location : first.location + "\n" + second;
    }
    std::vector<std::string> places;
    for (const Drawn* incident : stack.incidents) {
        if (std::find(places.begin(), places.end(), incident->location) == places.end())
            places.push_back(incident->location);
    }
    if (places.size() > 3) {
        places.resize(2);
        places.emplace_back("…");
    }
    return joined(places, ", ") + "\n" +
           counted(static_cast<std::int64_t>(stack.incidents.size()), "incident", "incidents");
}

/// The features of areas by the area's name, each area to be drawn once, however many incidents share it.
std::map<std::string, std::vector<const Drawn*>> by_area(const std::vector<Drawn>& features) {
    std::map<std::string, std::vector<const Drawn*>> areas;
    for (const Drawn& feature : features) areas[feature.location].push_back(&feature);
    return areas;
}

/// All that is drawn.
struct Layers {
    std::vector<Drawn> attacks;
    std::vector<Drawn> areas;
    std::vector<Drawn> others;
    std::vector<Drawn> bases;
    std::vector<Drawn> launch_sites;
    std::vector<Drawn> lines;
    std::vector<Drawn> possible;
    std::vector<Drawn> rings;
};

Layers read_layers(BuildFile& build) {
    return {read_layer(build, LayerId::attacks),         read_layer(build, LayerId::attack_areas),
            read_layer(build, LayerId::other_incidents), read_layer(build, LayerId::bases),
            read_layer(build, LayerId::launch_sites),    read_layer(build, LayerId::launch_to_target),
            read_layer(build, LayerId::uncertainty),     read_layer(build, LayerId::range_rings)};
}

/// What the map must show whole, and of what lies far off, the names.
struct Shown {
    std::vector<Geometry> geometries;
    std::vector<std::string> outside;
    std::int64_t outside_count = 0;  ///< incidents, at each of their places
};

std::optional<LonLat> middle_of(const Geometry& geometry) {
    if (const auto* point = std::get_if<LonLat>(&geometry)) return *point;
    const auto* area = std::get_if<MultiPolygon>(&geometry);
    if (area == nullptr || area->polygons.empty()) return std::nullopt;
    return position_within(*area);
}

Shown shown_of(const Layers& layers) {
    std::vector<const Drawn*> features;
    for (const std::vector<Drawn>* layer : {&layers.attacks, &layers.others, &layers.launch_sites}) {
        for (const Drawn& feature : *layer) features.push_back(&feature);
    }
    const auto add_areas = [&](bool is_all_there_is) {
        for (const Drawn& area : layers.areas) {
            if (is_shown_area(area.precision, is_all_there_is)) features.push_back(&area);
        }
    };
    add_areas(false);
    if (features.empty()) add_areas(true);
    std::vector<LonLat> middles;
    for (const Drawn* feature : features) middles.push_back(middle_of(feature->geometry).value_or(LonLat{}));
    const std::vector<std::size_t> outliers = outliers_of(middles);
    Shown shown;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const Drawn& feature = *features[i];
        if (!std::binary_search(outliers.begin(), outliers.end(), i)) {
            shown.geometries.push_back(feature.geometry);
            continue;
        }
        ++shown.outside_count;
        if (std::find(shown.outside.begin(), shown.outside.end(), feature.location) == shown.outside.end())
            shown.outside.push_back(feature.location);
    }
    return shown;
}

/// `3 places lie outside of this map: Ürümqi, …`
std::string outside_in_words(const Shown& shown) {
    constexpr std::size_t most_named = 5;
    std::vector<std::string> names = shown.outside;
    if (names.size() > most_named) {
        names.resize(most_named);
        names.emplace_back("…");
    }
    return counted(shown.outside_count, "place lies", "places lie") +
           " outside of this map: " + joined(names, ", ") + ".";
}

/// Whether nobody has confirmed any of what one mark stands for.
bool are_drafts(const std::vector<const Drawn*>& incidents) {
    return std::all_of(incidents.begin(), incidents.end(), [](const Drawn* one) { return one->is_draft; });
}

bool is_country(const Drawn& area) { return area.precision >= 6; }

std::vector<LegendEntry> legend_of(const Layers& layers) {
    using Sample = LegendEntry::Sample;
    std::vector<LegendEntry> legend;
    std::map<std::string_view, std::int64_t> by_style;
    const bool is_none_stated =
        std::all_of(layers.attacks.begin(), layers.attacks.end(), [](const Drawn& attack) {
            return attack.sub_event_type.empty() ||
                   !incident_style(attack.sub_event_type).sub_event_type.empty();
        });
    const std::string other_types =
        is_none_stated ? "Attack, type not stated" : "Attack of another type, or not stated";
    for (const Drawn& attack : layers.attacks)
        ++by_style[incident_style(attack.sub_event_type).sub_event_type];
    for (const IncidentStyle& style : incident_styles()) {
        if (const auto count = by_style.find(style.sub_event_type); count != by_style.end()) {
            const std::string words =
                style.sub_event_type.empty() ? other_types : std::string(style.sub_event_type);
            legend.push_back({Sample::dot, symbol_ink(style.rgb),
                              words + " (" + std::to_string(count->second) + ")", style.symbol});
        }
    }
    std::int64_t drafts = 0;
    for (const std::vector<Drawn>* layer : {&layers.attacks, &layers.areas, &layers.others})
        drafts += std::count_if(layer->begin(), layer->end(), [](const Drawn& one) { return one.is_draft; });
    if (drafts > 0)
        legend.push_back({Sample::dot, draft_ink(map_colours::dark),
                          "Hollow: a draft that nobody has confirmed (" + std::to_string(drafts) + ")",
                          Symbol::circle});
    const auto add = [&](Sample sample, Ink ink, const std::vector<Drawn>& features, const std::string& words,
                         Symbol symbol = Symbol::circle) {
        if (!features.empty())
            legend.push_back(
                {sample, std::move(ink), words + " (" + std::to_string(features.size()) + ")", symbol});
    };
    std::vector<Drawn> countries = layers.areas;
    std::erase_if(countries, [](const Drawn& area) { return !is_country(area); });
    std::vector<Drawn> smaller = layers.areas;
    std::erase_if(smaller, is_country);
    add(Sample::area, coarse_ink(), smaller, "Only the area is known");
    add(Sample::area, country_ink(), countries, "Only the country is known");
    add(Sample::dot, other_ink(), layers.others, "Other incidents");
    add(Sample::dot, base_ink(), layers.bases, "Installation hit", Symbol::square);
    add(Sample::dot, launch_ink(), layers.launch_sites, "Reported launch place", Symbol::triangle);
    add(Sample::line, {std::nullopt, line_stroke()}, layers.lines,
        "Straight line between reported places, not a flight path");
    if (!layers.possible.empty())
        legend.push_back({Sample::area, possible_ink(), "Possible area of a point"});
    if (!layers.rings.empty())
        legend.push_back({Sample::line, {std::nullopt, ring_stroke()}, "Distance, in km as the crow flies"});
    return legend;
}

SheetContent content_of(const BuildFacts& facts, const Layers& layers, const PictureTexts& texts) {
    SheetContent content;
    content.title = texts.title.empty() ? title_of(facts) : in_one_line(texts.title);
    content.subtitle = texts.subtitle.empty() ? count_sentence(facts) : in_one_line(texts.subtitle);
    content.legend = legend_of(layers);
    content.notes.push_back(texts.note.empty() ? empty_area_sentence : in_one_line(texts.note));
    content.credit = texts.credit.empty() ? std::string("Made with incidentmap ") + version() + "."
                                          : in_one_line(texts.credit);
    if (!facts.publishers.empty()) content.credit += " Sources: " + joined(facts.publishers, ", ") + ".";
    content.credit += " Build " + facts.build_id + ".";
    Shown shown = shown_of(layers);
    if (shown.outside_count > 0) content.notes.push_back(outside_in_words(shown));
    content.shown = std::move(shown.geometries);
    content.least_width_m = 100'000;
    for (const Drawn& attack : layers.attacks) content.named.push_back(attack.location);
    return content;
}

void draw_areas(MapSheet& sheet, const std::vector<Drawn>& features, const Ink& ink) {
    for (const auto& [location, incidents] : by_area(features)) {
        const bool is_whole_country =
            ink.stroke && ink.stroke->dashes.size() == 2 && is_country(*incidents.front());
        if (const auto* area = std::get_if<MultiPolygon>(&incidents.front()->geometry))
            sheet.area(*area, is_whole_country ? country_ink() : are_drafts(incidents) ? hollow(ink) : ink);
    }
}

void draw_points(MapSheet& sheet, const std::vector<Drawn>& features, double size, const Ink& ink,
                 Symbol symbol) {
    for (const Stack& stack : stacks_of(sheet.view(), {&features}))
        sheet.dot(stack.position, size, are_drafts(stack.incidents) ? hollow(ink) : ink, symbol);
}

/// The style of what happened most at a position; none where it was no attack.
const IncidentStyle* style_of(const Stack& stack) {
    std::map<std::string_view, std::size_t> by_type;
    for (const Drawn* incident : stack.incidents) {
        if (incident->is_attack) ++by_type[incident_style(incident->sub_event_type).sub_event_type];
    }
    if (by_type.empty()) return nullptr;
    const auto commonest = std::max_element(by_type.begin(), by_type.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    return &incident_style(commonest->first);
}

/// A symbol for each position, with the number of incidents where there are several.
void draw_incidents(MapSheet& sheet, const std::vector<Stack>& stacks) {
    for (const Stack& stack : stacks) {
        const IncidentStyle* style = style_of(stack);
        const bool several = stack.incidents.size() > 1;
        const bool is_draft = are_drafts(stack.incidents);
        const Ink full = style == nullptr ? other_ink() : symbol_ink(style->rgb);
        const Ink ink = !is_draft ? full : style == nullptr ? hollow(full) : draft_ink(style->rgb);
        sheet.dot(stack.position, several ? radius * 1.5 : radius, ink,
                  style == nullptr ? Symbol::circle : style->symbol);
        if (!several) continue;
        const TextStyle number{
            .size = 11,
            .bold = true,
            .colour = style == nullptr || is_draft ? text_colour : colour(map_colours::white)};
        const std::string words = std::to_string(stack.incidents.size());
        const auto [width, height] = sheet.canvas().text_size(words, number);
        const PagePoint middle = sheet.view().at(stack.position);
        sheet.canvas().text({middle.x - width / 2, middle.y - height / 2}, words, number);
    }
}

/// Where the middle of an area has no room for its label, another part of it may.
void put_anywhere_in(MapSheet& sheet, const MultiPolygon& area, const std::string& words,
                     const TextStyle& style) {
    constexpr int steps = 12;
    const PageBox& frame = sheet.view().frame();
    for (int row = 1; row < steps; ++row) {
        for (int column = 1; column < steps; ++column) {
            const PagePoint point{frame.left + frame.width * column / steps,
                                  frame.top + frame.height * row / steps};
            if (sheet.view().is_on_globe(point) && covers(Footprint{area}, sheet.view().position_at(point)) &&
                sheet.labels().put(point, 0, words, style))
                return;
        }
    }
}

/// Rings with their kilometres, where these cover no dot: at one of twelve places of the edge.
void draw_ring_labels(MapSheet& sheet, const std::vector<Drawn>& rings) {
    const TextStyle style{.size = 10.5, .colour = colour(map_colours::slate), .halo = 2.5};
    for (const Drawn& ring : rings) {
        const auto* area = std::get_if<MultiPolygon>(&ring.geometry);
        if (area == nullptr || area->polygons.empty()) continue;
        const std::vector<LonLat>& edge = area->polygons.front().outer;
        const std::string words = ring.what.substr(0, ring.what.find(" from "));
        constexpr std::size_t places = 12;
        for (std::size_t i = 0; i < places; ++i) {
            const PagePoint there = sheet.view().at(edge[i * (edge.size() - 1) / places]);
            if (sheet.labels().has_room_for(there, 10) && sheet.labels().put(there, 0, words, style)) break;
        }
    }
}

void draw_labels(MapSheet& sheet, const std::vector<Stack>& stacks, const std::vector<Drawn>& features) {
    const TextStyle label{.size = 11.5, .bold = true, .colour = text_colour, .halo = 2.5};
    const TextStyle quiet{.size = 11, .italic = true, .colour = colour(0x7A1F2B), .halo = 2.5};
    if (stacks.size() <= most_labels) {
        for (const Stack& stack : stacks)
            sheet.labels().put(sheet.view().at(stack.position), base_size + 1, words_of(stack), label);
    }
    const auto areas = by_area(features);
    if (areas.size() > most_labels) return;
    for (const auto& [location, incidents] : areas) {
        const auto* outlined = std::get_if<MultiPolygon>(&incidents.front()->geometry);
        if (outlined == nullptr || outlined->polygons.empty()) continue;
        const std::string words =
            location + ": " + counted(static_cast<std::int64_t>(incidents.size()), "incident", "incidents");
        if (!sheet.labels().put(sheet.view().at(position_within(*outlined)), 0, words, quiet))
            put_anywhere_in(sheet, *outlined, words, quiet);
    }
}

}  // namespace

std::string picture_of_build(const std::filesystem::path& geopackage, const BuildFacts& facts,
                             const MapGround& ground, const PictureTexts& texts,
                             const PictureOptions& options) {
    BuildFile build(geopackage);
    const Layers layers = read_layers(build);
    SheetContent content = content_of(facts, layers, texts);
    if (options.frame) {
        content.notes.resize(1);  // what lies outside is of the frame that was made
        const auto positions = positions_of(*options.frame);
        content.shown.assign(positions.begin(), positions.end());
    }
    MapSheet sheet(options, std::move(content), ground);
    draw_areas(sheet, layers.areas, coarse_ink());
    draw_areas(sheet, layers.possible, possible_ink());
    for (const Drawn& ring : layers.rings) {
        const auto* area = std::get_if<MultiPolygon>(&ring.geometry);
        if (area != nullptr) sheet.area(*area, {std::nullopt, ring_stroke()});
    }
    for (const Drawn& line : layers.lines) {
        if (const auto* way = std::get_if<MultiLine>(&line.geometry)) sheet.line(*way, line_stroke());
    }
    draw_points(sheet, layers.bases, base_size, base_ink(), Symbol::square);
    draw_points(sheet, layers.launch_sites, radius, launch_ink(), Symbol::triangle);
    const std::vector<Stack> stacks = stacks_of(sheet.view(), {&layers.attacks, &layers.others});
    draw_incidents(sheet, stacks);
    draw_labels(sheet, stacks, layers.areas);
    draw_ring_labels(sheet, layers.rings);
    return with_stamp(options.format, sheet.finish(), facts.build_id);
}

}  // namespace incidentmap
