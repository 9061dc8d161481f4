// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

/// No finer than that a place is published: `exact`, `10km`, `admin2`, `admin1`, `country`, `no`.
struct Coarseness {
    enum class Unit { exact, grid, admin2, admin1, country, no };

    Unit unit = Unit::exact;
    double cell_km = 0;  ///< of Unit::grid: the side of a cell

    bool is_exact() const { return unit == Unit::exact; }
    bool is_no() const { return unit == Unit::no; }
    friend bool operator==(const Coarseness&, const Coarseness&) = default;
};

/// What a cell or an option says, in any case: `10km`, `10 km`, `district`, `province`, `no`, `withheld`; an
/// empty text, `exact` and `yes` are exact. Cells have 1 to 1,000 km. Nothing for any other text.
std::optional<Coarseness> read_coarseness(std::string_view text);

/// `10km`, `admin1`: as read_coarseness() reads it.
std::string to_string(const Coarseness& coarseness);

/// The coarser of the two. A district counts as 40 km, a province as 150 km.
Coarseness coarser(const Coarseness& a, const Coarseness& b);

/// What is published in place of the place: `its province`, `its 10 km grid cell`.
std::string in_words(const Coarseness& coarseness);

}  // namespace incidentmap
