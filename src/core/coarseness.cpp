// SPDX-License-Identifier: MIT
#include "core/coarseness.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

using Unit = Coarseness::Unit;

constexpr double least_cell_km = 1;
constexpr double greatest_cell_km = 1'000;

constexpr auto words = std::to_array<std::pair<std::string_view, Unit>>({{"", Unit::exact},
                                                                         {"exact", Unit::exact},
                                                                         {"yes", Unit::exact},
                                                                         {"admin2", Unit::admin2},
                                                                         {"district", Unit::admin2},
                                                                         {"admin1", Unit::admin1},
                                                                         {"province", Unit::admin1},
                                                                         {"country", Unit::country},
                                                                         {"no", Unit::no},
                                                                         {"withheld", Unit::no}});

/// How wide such a thing is, to say which of two is coarser.
double width_km(const Coarseness& coarseness) {
    switch (coarseness.unit) {
        case Unit::exact:
            return 0;
        case Unit::grid:
            return coarseness.cell_km;
        case Unit::admin2:
            return 40;
        case Unit::admin1:
            return 150;
        case Unit::country:
            return 10'000;
        case Unit::no:
            return 100'000;
    }
    return 0;
}

std::string cell_text(double km) { return to_text(km, 3); }

}  // namespace

std::optional<Coarseness> read_coarseness(std::string_view text) {
    const std::string low = lower_ascii(trimmed(text));
    for (const auto& [word, unit] : words) {
        if (low == word) return Coarseness{unit, 0};
    }
    double km = 0;
    const auto [end, error] = std::from_chars(low.data(), low.data() + low.size(), km);
    if (error != std::errc{}) return std::nullopt;
    if (trimmed(std::string_view(end, static_cast<std::size_t>(low.data() + low.size() - end))) != "km")
        return std::nullopt;
    if (!(km >= least_cell_km && km <= greatest_cell_km)) return std::nullopt;
    return Coarseness{Unit::grid, km};
}

std::string to_string(const Coarseness& coarseness) {
    if (coarseness.unit == Unit::grid) return cell_text(coarseness.cell_km) + "km";
    for (const auto& [word, unit] : words) {
        if (!word.empty() && unit == coarseness.unit) return std::string(word);
    }
    return {};
}

Coarseness coarser(const Coarseness& a, const Coarseness& b) { return width_km(a) < width_km(b) ? b : a; }

std::string in_words(const Coarseness& coarseness) {
    switch (coarseness.unit) {
        case Unit::exact:
            return "its own place";
        case Unit::grid:
            return "its " + cell_text(coarseness.cell_km) + " km grid cell";
        case Unit::admin2:
            return "its district";
        case Unit::admin1:
            return "its province";
        case Unit::country:
            return "its country";
        case Unit::no:
            return "nothing";
    }
    return {};
}

}  // namespace incidentmap
