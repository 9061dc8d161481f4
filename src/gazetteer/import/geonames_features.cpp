// SPDX-License-Identifier: MIT
#include "gazetteer/import/geonames_features.hpp"

#include <algorithm>
#include <array>

namespace incidentmap {
namespace {

/// To add a code: put it into its kind's block, anywhere.
constexpr GeonamesFeature features[] = {
    // A: countries and their parts
    {"PCL", "country"},
    {"PCLI", "country"},
    {"PCLD", "country"},
    {"PCLF", "country"},
    {"PCLIX", "country"},
    {"PCLS", "country"},
    {"TERR", "country"},
    {"PCLH", "country", true},
    {"ADM1", "province"},
    {"ADM1H", "province", true},
    {"ADM2", "district"},
    {"ADM2H", "district", true},
    {"ADMD", "district"},
    {"ADM3", "subdistrict"},
    {"ADM4", "subdistrict"},
    {"ADM5", "subdistrict"},
    {"ADM3H", "subdistrict", true},
    {"ADM4H", "subdistrict", true},
    {"ZN", "zone"},
    // P: settlements, by the least that they are
    {"PPLC", "city"},
    {"PPLG", "city"},
    {"PPLCH", "city", true},
    {"PPLA", "city"},
    {"PPLA2", "town"},
    {"PPLA3", "town"},
    {"PPL", "village"},
    {"PPLA4", "village"},
    {"PPLA5", "village"},
    {"PPLF", "village"},
    {"PPLL", "village"},
    {"PPLR", "village"},
    {"PPLS", "village"},
    {"STLMT", "village"},
    {"PPLQ", "village"},
    {"PPLW", "village"},
    {"PPLH", "village", true},
    {"PPLX", "quarter"},
    // L: areas
    {"RGN", "region"},
    {"RGNE", "region"},
    {"RGNH", "region", true},
    {"LCTY", "locality"},
    {"AREA", "locality"},
    {"INDS", "zone"},
    {"CMPRF", "locality"},
    {"OAS", "locality"},
    {"MILB", "military base"},
    {"NVB", "military base"},
    {"INSM", "military base"},
    {"MVA", "training range"},
    {"RNGA", "training range"},
    {"OILF", "oil field"},
    {"GASF", "gas field"},
    {"PRT", "port"},
    {"HBR", "port"},
    {"ANCH", "port"},
    // S: things built
    {"AIRB", "air base"},
    {"AIRP", "airport"},
    {"AIRF", "airfield"},
    {"AIRH", "airfield"},
    {"AIRQ", "airfield"},
    {"DIP", "embassy"},
    {"PSTB", "border crossing"},
    {"PSTC", "border crossing"},
    {"CSTM", "border crossing"},
    {"PS", "power plant"},
    {"PSH", "power plant"},
    {"PSN", "power plant"},
    {"DAM", "dam"},
    {"DAMSB", "dam"},
    {"OILR", "refinery"},
    {"PRN", "prison"},
    {"BDG", "bridge"},
    {"BLDG", "building"},
    {"BLDO", "building"},
    {"GOVL", "building"},
    {"HSP", "building"},
    {"HTL", "building"},
    {"MSQE", "building"},
    {"CH", "building"},
    {"UNIV", "building"},
    {"RSTN", "building"},
    {"FT", "building"},
    {"PAL", "building"},
    {"PSTP", "building"},
    {"OILT", "building"},
    {"PP", "building"},
    // H, T, R: waters, heights, roads
    {"STM", "river"},
    {"STMI", "river"},
    {"WAD", "river"},
    {"CNL", "river"},
    {"LK", "lake"},
    {"LKS", "lake"},
    {"LKI", "lake"},
    {"RSV", "lake"},
    {"MT", "mountain"},
    {"MTS", "mountain"},
    {"PK", "mountain"},
    {"HLL", "mountain"},
    {"HLLS", "mountain"},
    {"RDGE", "mountain"},
    {"ISL", "island"},
    {"ISLS", "island"},
    {"ST", "street"},
};

constexpr auto sorted_features = [] {
    std::array<GeonamesFeature, std::size(features)> sorted{};
    std::copy(std::begin(features), std::end(features), sorted.begin());
    std::sort(sorted.begin(), sorted.end(),
              [](const GeonamesFeature& a, const GeonamesFeature& b) { return a.code < b.code; });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i - 1].code == sorted[i].code) throw "a feature code stands twice";
    }
    return sorted;
}();

}  // namespace

const GeonamesFeature* geonames_feature(std::string_view code) {
    const auto found =
        std::lower_bound(sorted_features.begin(), sorted_features.end(), code,
                         [](const GeonamesFeature& row, std::string_view key) { return row.code < key; });
    return found == sorted_features.end() || found->code != code ? nullptr : &*found;
}

std::string_view geonames_kind(const GeonamesFeature& feature, std::int64_t population) {
    if (feature.kind != "town" && feature.kind != "village") return feature.kind;
    if (population >= 50'000) return "city";
    return population >= 5'000 ? "town" : feature.kind;
}

int seat_rank(std::string_view code) { return code == "PPLA" ? 2 : code == "PPLC" ? 1 : 0; }

}  // namespace incidentmap
