// SPDX-License-Identifier: MIT
#include "gazetteer/contested_places.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace incidentmap {
namespace {

struct ContestedRow {
    std::string_view country;  ///< as gazetteers have it
    std::string_view box;      ///< `west south east north`; empty: the whole country
    std::string_view also_in;  ///< codes, parted by blanks
};

constexpr ContestedRow rows[] = {
#include "gazetteer/tables/contested_places.inc"
};

struct Contested {
    const ContestedRow* row = nullptr;
    std::array<double, 4> box{-180, -90, 180, 90};
};

const std::vector<Contested>& contested() {
    static const std::vector<Contested> all = [] {
        std::vector<Contested> made;
        for (const ContestedRow& row : rows) {
            Contested& one = made.emplace_back();
            one.row = &row;
            const std::string box(row.box);
            const char* at = box.c_str();
            for (double& side : one.box) {
                char* end = nullptr;
                const double number = std::strtod(at, &end);
                if (end != at) side = number;
                at = end;
            }
        }
        return made;
    }();
    return all;
}

}  // namespace

bool may_be_stated_as(std::string_view country, LonLat point, std::span<const std::string> stated) {
    if (std::find(stated.begin(), stated.end(), country) != stated.end()) return true;
    return std::any_of(contested().begin(), contested().end(), [&](const Contested& one) {
        if (one.row->country != country) return false;
        const auto& [west, south, east, north] = one.box;
        if (point.lon < west || point.lon > east || point.lat < south || point.lat > north) return false;
        return std::any_of(stated.begin(), stated.end(), [&](const std::string& code) {
            return one.row->also_in.find(code) != std::string_view::npos;
        });
    });
}

}  // namespace incidentmap
