// SPDX-License-Identifier: MIT
#include "gazetteer/import/place_size.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gazetteer/spelling/kind_words.hpp"

namespace incidentmap {
namespace {

struct Extent {
    std::string_view kind;
    double metres;
};

/// Round figures, on the large side: a possible area that is too small is wrong, one too large only coarse.
constexpr Extent extents[] = {
    {"country", 1'000'000},   {"region", 200'000},        {"province", 100'000},
    {"district", 30'000},     {"subdistrict", 15'000},    {"sea", 200'000},
    {"quarter", 2'000},       {"locality", 2'000},        {"zone", 3'000},
    {"airport", 2'000},       {"airfield", 1'500},        {"air base", 3'000},
    {"military base", 2'000}, {"training range", 10'000}, {"embassy", 300},
    {"headquarters", 500},    {"compound", 500},          {"border crossing", 1'000},
    {"oil field", 10'000},    {"gas field", 10'000},      {"power plant", 1'000},
    {"dam", 2'000},           {"refinery", 2'000},        {"prison", 1'000},
    {"bridge", 500},          {"river", 50'000},          {"lake", 15'000},
    {"mountain", 10'000},     {"island", 10'000},         {"port", 3'000},
    {"border", 100'000},      {"street", 2'000},          {"building", 200},
};

double disc_radius(double area) { return std::sqrt(std::max(area, 0.0) / std::numbers::pi); }

}  // namespace

// The area of a city grows more slowly than its people. The figures hold cities of low density (Mariupol, 244
// km² for 0.43 million people; Kharkiv, 350 km² for 1.4 million; Bakhmut, 42 km² for 72,000) with the
// kilometre by which a point is known; of dense ones they hold more than the city.
double settlement_extent_m(std::int64_t population) {
    const double people = static_cast<double>(std::max<std::int64_t>(population, 0));
    return std::clamp(std::round(68 * std::pow(people, 0.36)), 1'000.0, 20'000.0);
}

double usual_extent_m(std::string_view kind, std::int64_t population) {
    if (kind == "city" || kind == "town" || kind == "village") return settlement_extent_m(population);
    const auto* row = std::find_if(std::begin(extents), std::end(extents),
                                   [kind](const Extent& extent) { return extent.kind == kind; });
    return row == std::end(extents) ? 5'000 : row->metres;
}

double country_extent_m(double area_km2) {
    return std::clamp(std::round(3 * disc_radius(area_km2 * 1e6)), 10'000.0, 10'000'000.0);
}

}  // namespace incidentmap
