// SPDX-License-Identifier: MIT
#include <cmath>

#include "geodesy/coordinates.hpp"
#include "harness.hpp"
#include "locate/decided_position.hpp"

using namespace incidentmap;

/// A position that was read is one on the earth, with a precision; one that was refused has its reason.
void fuzz_coordinates(std::string_view text) {
    read_decided_position(text);
    const auto read = read_coordinates(text);
    if (!read) return;
    if (const auto* coordinates = std::get_if<ReadCoordinates>(&*read)) {
        require(is_valid(coordinates->position));
        require(std::isfinite(coordinates->precision_m) && coordinates->precision_m >= 0);
        require(!coordinates->form.empty());
        return;
    }
    const auto& bad = std::get<BadCoordinates>(*read);
    require(!bad.sentence.empty());
    require(!bad.swapped || is_valid(*bad.swapped));
}
