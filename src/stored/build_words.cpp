// SPDX-License-Identifier: MIT
#include "stored/build_words.hpp"

#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

std::vector<std::string> publishers_of(BuildFile& build) {
    std::set<std::string> names;
    auto rows = build.in_order(LayerId::sources, {"publisher", "title", "source_id"});
    while (auto row = rows ? rows->next() : std::nullopt) {
        for (const char* column : {"publisher", "title", "source_id"}) {
            const std::string name = in_one_line(row->text(column));
            if (name.empty()) continue;
            names.insert(name);
            break;
        }
    }
    return {names.begin(), names.end()};
}

/// First and last day of any incident; empty where none has one.
std::pair<std::string, std::string> days_of(BuildFile& build) {
    std::pair<std::string, std::string> span;
    for (const LayerId layer :
         {LayerId::attacks, LayerId::attack_areas, LayerId::other_incidents, LayerId::not_mapped}) {
        build.each_text(layer, "date_start", [&](std::string_view day) {
            if (span.first.empty() || day < span.first) span.first = day;
        });
        build.each_text(layer, "date_end", [&](std::string_view day) {
            if (day > span.second) span.second = day;
        });
    }
    return span;
}

std::string count_sentence(const BuildFile& build) {
    const auto count = [&](const char* name) { return build.count(name); };
    return counted(count("incidents"), "incident", "incidents") + " = " +
           counted(count("resolved"), "point", "points") + " + " + counted(count("coarse"), "area", "areas") +
           " + " + std::to_string(count("ambiguous") + count("unresolved")) + " not on the map.";
}

std::string title_of(BuildFile& build) {
    const auto [first, last] = days_of(build);
    if (first.empty()) return "Reported incidents";
    return "Reported incidents, " + (first == last ? first : first + " to " + last);
}

}  // namespace

std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

BuildWords words_of(BuildFile& build) {
    return {title_of(build), count_sentence(build), publishers_of(build)};
}

}  // namespace incidentmap
