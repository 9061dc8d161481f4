// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/surroundings.hpp"

namespace incidentmap {

/// Outlines of somebody's own choice, which maps show in place of the gazetteers'.
struct Boundaries {
    std::string name;  ///< of the file, without its folder
    std::vector<OutlinedArea> areas;
};

/// Reads the areas of a layer (LayerRows: GeoJSON, GeoPackage, FlatGeobuf, Shapefile; any reference system).
/// An area is a country's unless a column says otherwise: `admin_level` (OpenStreetMap's, above 2), `level`,
/// `shapeType` or `featurecla` (`ADM1`, `Admin-1 …`), `kind` (`province`, `district`), or a filled
/// `adm1_pcode`. It is disputed where a column `disputed` says so (`yes`, `true`, `1`), or where `status`,
/// `type` or `featurecla` hold the word. \throws Error where the file cannot be read or has no area
Boundaries read_boundaries(const std::string& path);

/// Outlines and towns of a stretch of the earth, cut to it: kept for the next map, which may show the same.
struct CutGround {
    Box box;
    std::vector<OutlinedArea> areas;  ///< none: nothing was cut yet
    std::vector<Settlement> towns;
    std::vector<OutlinedArea> seas = {};
    std::vector<OutlinedArea> lakes = {};
    std::vector<River> rivers = {};
};

/// What of the ground a map may name.
struct MapLimits {
    bool has_provinces = true;  ///< false: countries only
    bool has_towns = true;      ///< false: no settlement
};

/// What a map is drawn upon: gazetteers for its towns, and for its outlines where there are no boundaries.
struct MapGround {
    std::span<const Gazetteer> gazetteers = {};
    const Boundaries* boundaries = nullptr;
    const MapLimits* limits = nullptr;  ///< null: there are none
    CutGround* cut = nullptr;           ///< where maps of one build leave what they have cut; null: nowhere
    std::string_view language = {};     ///< of names, `uk`; empty: English, as the gazetteers have them
};

/// As surroundings_in() of the gazetteers, with the boundaries' areas, if there are boundaries, for theirs;
/// names to be shown are in the ground's language. Seas are cut to the box.
Surroundings surroundings_in(const MapGround& ground, const Box& box, std::size_t most_settlements);

}  // namespace incidentmap
