// SPDX-License-Identifier: MIT
#include "incident/checks/weapon_ranges.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "core/error.hpp"
#include "core/text.hpp"
#include "incident/checks/check_list.hpp"
#include "incident/checks/checked_report.hpp"
#include "table/table.hpp"

namespace incidentmap {
namespace {

constexpr double half_the_earth_km = 20'004;

std::size_t column_of(const Table& table, std::initializer_list<std::string_view> names) {
    const auto& columns = table.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (std::find(names.begin(), names.end(), lower_ascii(trimmed(columns[i]))) != names.end()) return i;
    }
    return columns.size();
}

std::optional<double> kilometres(std::string_view text) {
    const std::string_view number = trimmed(text);
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc{} || end != number.data() + number.size()) return std::nullopt;
    return value > 0 && value <= half_the_earth_km ? std::optional(value) : std::nullopt;
}

bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) || byte >= 0x80;
}

/// True where the words hold the name, not as a part of a longer word; a plural's `s` may follow.
bool holds(std::string_view words, std::string_view name) {
    for (auto at = words.find(name); at != std::string_view::npos; at = words.find(name, at + 1)) {
        std::size_t end = at + name.size();
        if (end < words.size() && words[end] == 's') ++end;
        if ((at == 0 || !is_letter(words[at - 1])) && (end == words.size() || !is_letter(words[end])))
            return true;
    }
    return false;
}

std::string whole_km(double km) { return to_text(km, 0); }

}  // namespace

WeaponRanges WeaponRanges::read(const std::string& path, std::vector<Finding>& findings) {
    Table table = Table::open(path);
    const std::string file = std::filesystem::path(path).filename().string();
    const std::size_t weapon = column_of(table, {"weapon"});
    const std::size_t range = column_of(table, {"range_km", "max_range_km"});
    const std::size_t source = column_of(table, {"source"});
    const std::size_t none = table.columns().size();
    if (weapon == none || range == none || source == none) {
        throw Error{file + " needs the columns weapon, max_range_km and source; it has '" +
                    joined(table.columns(), "', '") + "'"};
    }
    WeaponRanges ranges;
    while (const Row* row = table.next()) {
        const std::string name = lower_ascii(in_one_line(row->cells[weapon]));
        const auto km = kilometres(row->cells[range]);
        if (!name.empty() && km) {
            ranges.m_rows.push_back({name, *km, in_one_line(row->cells[source])});
            continue;
        }
        findings.push_back({"range-not-read",
                            find_check("range-not-read")->severity,
                            file,
                            row->number,
                            name.empty() ? "weapon" : table.columns()[range],
                            name.empty() ? "the row names no weapon and was left out"
                                         : "'" + shortened(row->cells[range], 40) +
                                               "' is no number of kilometres above 0; the row was left out",
                            {},
                            std::nullopt});
    }
    return ranges;
}

const WeaponRange* WeaponRanges::find_one(std::string_view weapon) const {
    const std::string words = lower_ascii(weapon);
    const WeaponRange* longest = nullptr;
    for (const WeaponRange& row : m_rows) {
        if (holds(words, row.weapon) && (longest == nullptr || row.weapon.size() > longest->weapon.size()))
            longest = &row;
    }
    return longest;
}

const WeaponRange* WeaponRanges::find(std::string_view weapon) const {
    const WeaponRange* farthest = nullptr;
    for (const std::string& one : split_list(weapon, "|")) {
        const WeaponRange* row = find_one(one);
        if (row == nullptr) return nullptr;
        if (farthest == nullptr || row->range_km > farthest->range_km) farthest = row;
    }
    return farthest;
}

std::vector<Finding> check_ranges(const Incident& incident, const Report& report,
                                  const WeaponRanges& ranges) {
    if (ranges.empty() || incident.measures.empty()) return {};
    const WeaponRange* range = ranges.find(incident[ReportColumn::weapon]);
    if (range == nullptr) return {};
    std::vector<Finding> findings;
    for (const LaunchToTarget& measured : incident.measures) {
        const auto& bounds = measured.measure->bounds;
        if (!bounds || bounds->max_m <= range->range_km * 1000) continue;
        const Location& from = *incident.launches[measured.launch].location;
        const Location& to = *incident.locations[measured.location].location;
        const bool beyond = bounds->min_m > range->range_km * 1000;
        const std::string apart =
            whole_km(std::floor(bounds->min_m / 1000)) + " to " + whole_km(std::ceil(bounds->max_m / 1000)) +
            " km apart, published maximum " + to_text(range->range_km, 1) + " km (" + range->source + ")";
        const std::string what =
            "'" + incident[ReportColumn::weapon] + "', " + from.name + " to " + to.name + ". ";
        findings.push_back(finding_in(
            report, ReportColumn::launch_place, beyond ? "beyond-published-range" : "near-published-range",
            beyond ? what + "These do not fit together: " + apart +
                         ". At least one of place, launch place, weapon or published figure differs"
                   : what + "Only parts of the two possible areas fit together: " + apart,
            to.likely));
        findings.back().incident_id = incident.id;
    }
    return findings;
}

}  // namespace incidentmap
