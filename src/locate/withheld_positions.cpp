// SPDX-License-Identifier: MIT
#include "locate/withheld_positions.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace incidentmap {
namespace {

constexpr double near_deg = 0.005;
constexpr double cells_a_degree = 100;
constexpr double allowed_steps_a_degree = 1e5;
constexpr std::size_t numbers_apart = 4;     ///< of a pair, less than that
constexpr std::size_t least_of_outline = 8;  ///< numbers that stand in a row
constexpr std::size_t most_between = 5;      ///< letters between two of them
constexpr std::size_t letters_apart = 120;   ///< likewise

std::int64_t key_of(double lon, double lat, double steps) {
    return std::llround(std::floor(lon * steps)) * 100'000'000 + std::llround(std::floor(lat * steps));
}

std::int64_t cell_of(double lon, double lat) { return key_of(lon, lat, cells_a_degree); }

std::int64_t allowed_key(LonLat position) {
    constexpr double half = 0.5 / allowed_steps_a_degree;
    return key_of(position.lon + half, position.lat + half, allowed_steps_a_degree);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Number {
    double value;
    std::size_t begin;
    std::size_t end;
};

/// The numbers of a text that have two decimals or more and up to three digits before them.
std::vector<Number> numbers_of(std::string_view text) {
    std::vector<Number> numbers;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        const bool is_negative = i > 0 && text[i - 1] == '-';
        const std::size_t begin = i;
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end])) ++end;
        const std::size_t point = end;
        if (end + 2 < text.size() && text[end] == '.' && is_digit(text[end + 1]) && is_digit(text[end + 2])) {
            ++end;
            while (end < text.size() && is_digit(text[end])) ++end;
        }
        i = end - 1;
        if (end == point || point - begin > 3) continue;
        double value = 0;
        std::from_chars(text.data() + begin, text.data() + end, value);
        numbers.push_back({is_negative ? -value : value, begin, end});
    }
    return numbers;
}

/// For each number whether it stands in a row that is so long that it is an outline.
std::vector<bool> outlines_among(const std::vector<Number>& numbers) {
    std::vector<bool> is_outline(numbers.size());
    for (std::size_t first = 0, next = 0; first < numbers.size(); first = next) {
        next = first + 1;
        while (next < numbers.size() && numbers[next].begin - numbers[next - 1].end <= most_between) ++next;
        if (next - first >= least_of_outline)
            std::fill(is_outline.begin() + static_cast<std::ptrdiff_t>(first),
                      is_outline.begin() + static_cast<std::ptrdiff_t>(next), true);
    }
    return is_outline;
}

}  // namespace

void WithheldPositions::add(LonLat position) {
    if (is_valid(position)) m_positions[cell_of(position.lon, position.lat)].push_back(position);
}

void WithheldPositions::allow(LonLat position) {
    if (is_valid(position)) m_allowed.insert(allowed_key(position));
}

void WithheldPositions::allow(const Geometry& geometry) {
    for_each_position(geometry, [this](LonLat position) { allow(position); });
    const auto* area = std::get_if<MultiPolygon>(&geometry);
    if (area == nullptr) return;
    const auto allow_ring = [this](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            allow(ring[i]);
            // In a text, the longitude of one vertex stands by the latitude of the next.
            if (i == 0) continue;
            allow({ring[i].lon, ring[i - 1].lat});
            allow({ring[i - 1].lon, ring[i].lat});
        }
    };
    for (const Polygon& polygon : area->polygons) {
        allow_ring(polygon.outer);
        for (const Ring& hole : polygon.holes) allow_ring(hole);
    }
}

std::optional<LonLat> WithheldPositions::told_by(LonLat position) const {
    if (m_positions.empty() || !is_valid(position)) return std::nullopt;
    for (const double lon : {position.lon - near_deg, position.lon + near_deg}) {
        for (const double lat : {position.lat - near_deg, position.lat + near_deg}) {
            const auto there = m_positions.find(cell_of(lon, lat));
            if (there == m_positions.end()) continue;
            for (const LonLat withheld : there->second) {
                if (std::abs(withheld.lon - position.lon) <= near_deg &&
                    std::abs(withheld.lat - position.lat) <= near_deg &&
                    !m_allowed.contains(allowed_key(position)))
                    return withheld;
            }
        }
    }
    return std::nullopt;
}

/// Either way round. What stands before a number may be a hyphen (`33.3158,-44.2914-2020` of an address), so
/// that it is tried without its sign too.
std::optional<LonLat> WithheldPositions::told_by_pair(double first, double second) const {
    for (const double a : {first, std::abs(first)}) {
        for (const double b : {second, std::abs(second)}) {
            for (const LonLat pair : {LonLat{a, b}, LonLat{b, a}}) {
                if (const auto told = told_by(pair)) return told;
            }
        }
    }
    return std::nullopt;
}

std::optional<LonLat> WithheldPositions::found_in(std::string_view text, bool skips_outlines) const {
    if (m_positions.empty()) return std::nullopt;
    const std::vector<Number> numbers = numbers_of(text);
    const std::vector<bool> is_outline =
        skips_outlines ? outlines_among(numbers) : std::vector<bool>(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (is_outline[i]) continue;
        for (std::size_t back = 1; back < numbers_apart && back <= i; ++back) {
            const Number& other = numbers[i - back];
            if (numbers[i].begin - other.begin > letters_apart) break;
            if (const auto told = told_by_pair(numbers[i].value, other.value)) return told;
        }
    }
    return std::nullopt;
}

std::optional<LonLat> WithheldPositions::found_in(std::span<const double> row) const {
    for (std::size_t a = 0; a < row.size(); ++a) {
        for (std::size_t b = 0; b < row.size(); ++b) {
            if (a == b) continue;
            if (const auto told = told_by({row[a], row[b]})) return told;
        }
    }
    return std::nullopt;
}

}  // namespace incidentmap
