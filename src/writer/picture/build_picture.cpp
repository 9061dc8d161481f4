// SPDX-License-Identifier: MIT
#include "writer/picture/build_picture.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "core/text.hpp"
#include "core/version.hpp"
#include "geodesy/overlay.hpp"
#include "stored/build_file.hpp"
#include "stored/shown_extent.hpp"
#include "writer/build_stamp.hpp"
#include "writer/picture/ground_drawing.hpp"
#include "writer/picture/map_features.hpp"
#include "writer/picture/map_inks.hpp"
#include "writer/picture/map_sheet.hpp"
#include "writer/picture/multiples.hpp"
#include "writer/picture/small_areas.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_labels = 300;  ///< more would only hide the map
constexpr double radius = 6;              ///< of a symbol, in pixels
constexpr double base_size = 9.5;         ///< of the frame around what hit an installation
constexpr Colour text_colour = colour(map_colours::dark);

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

std::vector<LegendEntry> legend_of(const Layers& layers) {
    using Sample = LegendEntry::Sample;
    std::vector<LegendEntry> legend;
    const auto put = [&](Sample sample, Ink ink, std::string words, Symbol symbol = Symbol::circle) {
        LegendEntry& entry = legend.emplace_back();
        entry.sample = sample;
        entry.ink = std::move(ink);
        entry.text = std::move(words);
        entry.symbol = symbol;
    };
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
            put(Sample::dot, symbol_ink(style.rgb), words + " (" + std::to_string(count->second) + ")",
                style.symbol);
        }
    }
    std::int64_t drafts = 0;
    for (const std::vector<Drawn>* layer : {&layers.attacks, &layers.areas, &layers.others})
        drafts += std::count_if(layer->begin(), layer->end(), [](const Drawn& one) { return one.is_draft; });
    if (drafts > 0)
        put(Sample::dot, draft_ink(map_colours::dark),
            "Hollow: a draft that nobody has confirmed (" + std::to_string(drafts) + ")");
    const auto add = [&](Sample sample, Ink ink, const std::vector<Drawn>& features, const std::string& words,
                         Symbol symbol = Symbol::circle) {
        if (!features.empty())
            put(sample, std::move(ink), words + " (" + std::to_string(features.size()) + ")", symbol);
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
    if (!layers.possible.empty()) put(Sample::area, possible_ink(), "Possible area of a point");
    if (!layers.rings.empty())
        put(Sample::line, {std::nullopt, ring_stroke()}, "Distance, in km as the crow flies");
    return legend;
}

SheetContent content_of(const BuildFacts& facts, const Layers& layers, const PictureTexts& texts,
                        const std::optional<Box>& frame) {
    SheetContent content;
    content.title = texts.title.empty() ? title_of(facts) : in_one_line(texts.title);
    content.subtitle = texts.subtitle.empty() ? count_sentence(facts) : in_one_line(texts.subtitle);
    content.legend = legend_of(layers);
    content.notes.push_back(texts.note.empty() ? empty_area_sentence : in_one_line(texts.note));
    content.credit = texts.credit.empty() ? std::string("Made with incidentmap ") + version() + "."
                                          : in_one_line(texts.credit);
    if (!facts.publishers.empty()) content.credit += " Sources: " + joined(facts.publishers, ", ") + ".";
    content.credit += " Build " + facts.build_id + ".";
    Shown shown = shown_of(layers, frame);
    if (shown.outside_count > 0)
        content.notes.push_back(outside_in_words(shown.outside_count, std::move(shown.outside)));
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

/// A symbol for each position, with the number of incidents where there are several.
void draw_incidents(MapSheet& sheet, const std::vector<Stack>& stacks) {
    for (const Stack& stack : stacks) {
        const IncidentStyle* style = style_of(stack);
        const bool several = stack.incidents.size() > 1;
        const bool is_draft = are_drafts(stack.incidents);
        sheet.dot(stack.position, size_of(stack, radius), incident_ink(style, is_draft),
                  style == nullptr ? Symbol::circle : style->symbol);
        if (!several) continue;
        sheet.canvas().text_about(sheet.view().at(stack.position), std::to_string(stack.incidents.size()),
                                  {.size = 11, .bold = true, .colour = number_colour(style, is_draft)});
    }
}

/// Where the middle of an area has no room for its label, another part of it may.
bool put_anywhere_in(MapSheet& sheet, const MultiPolygon& area, const std::string& words,
                     const TextStyle& style) {
    constexpr int steps = 12;
    const std::vector<PagePoint> places = places_in(sheet.view(), area, steps);
    return std::any_of(places.begin(), places.end(),
                       [&](PagePoint place) { return sheet.labels().put(place, 0, words, style); });
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

void draw_labels(MapSheet& sheet, const std::vector<Stack>& stacks, const std::vector<SmallArea>& small,
                 const std::vector<Drawn>& features) {
    const TextStyle label{.size = 11.5, .bold = true, .colour = text_colour, .halo = 2.5};
    const TextStyle quiet{.size = 11, .italic = true, .colour = colour(0x7A1F2B), .halo = 2.5};
    const auto areas = by_area(features);
    // What is drawn small would be lost below the names of points.
    constexpr double kept_free = 40;
    for (const auto& [location, incidents] : areas) {
        const auto* outlined = std::get_if<MultiPolygon>(&incidents.front()->geometry);
        if (outlined == nullptr || outlined->polygons.empty()) continue;
        const double size = drawn_size(sheet.view(), *outlined, kept_free);
        if (size < kept_free) sheet.labels().keep_free(sheet.view().at(position_within(*outlined)), size / 2);
    }
    if (stacks.size() <= most_labels) {
        for (const Stack& stack : stacks)
            sheet.labels().put(sheet.view().at(stack.position), base_size + 1, words_of(stack), label);
    }
    if (areas.size() > most_labels) return;
    for (const auto& named : areas) {
        const std::string& location = named.first;  // clang 14 captures no name of a structured binding
        const auto& incidents = named.second;
        const auto* outlined = std::get_if<MultiPolygon>(&incidents.front()->geometry);
        if (outlined == nullptr || outlined->polygons.empty()) continue;
        const std::string words =
            location + ": " + counted(static_cast<std::int64_t>(incidents.size()), "incident", "incidents");
        const auto ring = std::find_if(small.begin(), small.end(),
                                       [&](const SmallArea& area) { return area.name == location; });
        if (ring != small.end()) {
            sheet.labels().put(ring->middle, ring->radius + 1, words, quiet);
            continue;
        }
        const PagePoint middle = sheet.view().at(position_within(*outlined));
        if (sheet.labels().put(middle, 0, words, quiet) || put_anywhere_in(sheet, *outlined, words, quiet))
            continue;
        // Beside a large area its name would stand for another place.
        constexpr double largest = 80;
        const double size = drawn_size(sheet.view(), *outlined, largest);
        if (size < largest) sheet.labels().put_beside(middle, words, quiet, size / 2);
    }
}

/// The symbols that stand in the map's frame.
std::vector<Stack> stacks_shown(const MapView& view, const Layers& layers) {
    std::vector<Stack> stacks = stacks_of(view, {&layers.attacks, &layers.others});
    std::erase_if(stacks, [&](const Stack& stack) { return !view.shows(stack.position); });
    return stacks;
}

/// Whether some area will be too small to be seen, so that the legend must say what its ring is.
bool has_small_areas(const PictureOptions& options, const SheetContent& content, const Layers& layers) {
    Canvas page(options);
    const SheetTexts texts(page, options, content);
    const MapView view(texts.frame(), content.shown, content.least_width_m);
    return !small_areas(view, layers.areas, stacks_shown(view, layers), radius).empty();
}

/// Small maps show what is of a month: incidents.
void keep_incidents(Layers& layers) {
    for (std::vector<Drawn>* layer :
         {&layers.bases, &layers.launch_sites, &layers.lines, &layers.possible, &layers.rings})
        layer->clear();
}

}  // namespace

std::string picture_of_build(const std::filesystem::path& geopackage, const BuildFacts& facts,
                             const MapGround& ground, const PictureTexts& texts,
                             const PictureOptions& options) {
    BuildFile build(geopackage);
    Layers layers = read_layers(build);
    if (options.by_month) keep_incidents(layers);
    SheetContent content = content_of(facts, layers, texts, options.frame);
    if (options.frame) {
        const auto positions = positions_of(*options.frame);
        content.shown.assign(positions.begin(), positions.end());
    }
    if (options.by_month)
        return with_stamp(options.format, multiples_by_month(options, std::move(content), layers, ground),
                          facts.build_id);
    if (has_small_areas(options, content, layers)) content.legend.push_back(small_area_entry());
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
    const std::vector<Stack> stacks = stacks_shown(sheet.view(), layers);
    draw_incidents(sheet, stacks);
    const std::vector<SmallArea> small = small_areas(sheet.view(), layers.areas, stacks, radius);
    draw_small_areas(sheet.canvas(), sheet.labels(), small);
    draw_labels(sheet, stacks, small, layers.areas);
    draw_ring_labels(sheet, layers.rings);
    return with_stamp(options.format, sheet.finish(), facts.build_id);
}

}  // namespace incidentmap
