// SPDX-License-Identifier: MIT
/// What a picture of a build draws, as its layers have it; for the picture's own sources.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geodesy/antimeridian.hpp"
#include "geodesy/shapes.hpp"
#include "layer/incident_style.hpp"
#include "stored/build_file.hpp"
#include "writer/picture/map_view.hpp"

namespace incidentmap {

/// One feature of a layer, with the columns that a map of it needs.
struct Drawn {
    Geometry geometry;
    std::string location;
    std::string incident_id;
    std::string date;
    std::string month;  ///< `2020-07`; empty where it may have been in several, or no date is known
    std::string what;   ///< the weapon, with its count where one is reported; of a ring its label
    std::string sub_event_type;
    std::int64_t precision = 0;  ///< UCDP's where_prec
    bool is_attack = true;
    bool is_draft = false;  ///< nobody has confirmed it
};

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

/// \throws Error where a geometry cannot be read
Layers read_layers(BuildFile& build);

/// Incidents at one position, or so near to it on the page that one symbol would hide another: they are drawn
/// as one symbol with their number, where the first of them stands.
struct Stack {
    LonLat position;
    std::vector<const Drawn*> incidents;
};

std::vector<Stack> stacks_of(const MapView& view, std::initializer_list<const std::vector<Drawn>*> layers);

/// How large a symbol is drawn: one of several incidents is wider. \param radius of one incident's symbol
double size_of(const Stack& stack, double radius);

/// The style of what happened most at a position; none where it was no attack.
const IncidentStyle* style_of(const Stack& stack);

/// The features of areas by the area's name, each area to be drawn once, however many incidents share it.
std::map<std::string, std::vector<const Drawn*>> by_area(const std::vector<Drawn>& features);

/// Of an area: whether it is a country's, so that several would paint the map full.
inline bool is_country(const Drawn& area) { return area.precision >= 6; }

/// Whether nobody has confirmed any of what one mark stands for.
bool are_drafts(const std::vector<const Drawn*>& incidents);

/// What the map must show whole, and of what lies far off, the names.
struct Shown {
    std::vector<Geometry> geometries;
    std::vector<std::string> outside;
    std::int64_t outside_count = 0;  ///< incidents, at each of their places
};

/// \param frame what the map is to show; none: where most of what is drawn lies
Shown shown_of(const Layers& layers, const std::optional<Box>& frame);

}  // namespace incidentmap
