// SPDX-License-Identifier: MIT
#include "gazetteer/countries_meant.hpp"

namespace incidentmap {
namespace {

struct ContestedRow {
    std::string_view country;  ///< as gazetteers have it
    std::string_view box;
    std::string_view also_in;  ///< codes, parted by blanks
};

constexpr ContestedRow rows[] = {
#include "gazetteer/tables/contested_places.inc"
};

}  // namespace

std::vector<std::string> countries_meant_by(std::string_view stated) {
    std::vector<std::string> countries{std::string(stated)};
    for (const ContestedRow& row : rows) {
        if (row.also_in.find(stated) != std::string_view::npos) countries.emplace_back(row.country);
    }
    return countries;
}

}  // namespace incidentmap
