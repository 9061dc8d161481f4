// SPDX-License-Identifier: MIT
#include "stored/build_facts.hpp"

#include <algorithm>
#include <optional>
#include <set>

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

std::vector<std::string> gazetteers_of(const BuildFile& build) {
    std::vector<std::string> gazetteers;
    for (const BuildEntry& entry : build.entries()) {
        if (entry.section != "gazetteer_source") continue;
        std::string words = in_one_line(entry.value);
        if (std::find(gazetteers.begin(), gazetteers.end(), words) == gazetteers.end())
            gazetteers.push_back(std::move(words));
    }
    return gazetteers;
}

void read_days(BuildFile& file, BuildFacts& facts) {
    using enum LayerId;
    // A table of all incidents is the shortest to read; earlier versions wrote none.
    const std::vector<LayerId> dated = file.has(incidents)
                                           ? std::vector{incidents}
                                           : std::vector{attacks, attack_areas, other_incidents, not_mapped};
    for (const LayerId layer : dated) {
        const auto span = file.span_of(layer, "date_start", "date_end");
        if (!span) continue;
        facts.first_day = facts.first_day.empty() ? span->first : std::min(facts.first_day, span->first);
        facts.last_day = std::max(facts.last_day, span->second);
    }
}

}  // namespace

BuildFacts facts_of(BuildFile& build) {
    BuildFacts facts;
    facts.build_id = build.build_id();
    facts.incidents = build.count("incidents");
    facts.points = build.count("resolved");
    facts.areas = build.count("coarse");
    facts.ambiguous = build.count("ambiguous");
    facts.unresolved = build.count("unresolved");
    facts.publishers = publishers_of(build);
    facts.gazetteers = gazetteers_of(build);
    read_days(build, facts);
    return facts;
}

std::string title_of(const BuildFacts& facts) {
    if (facts.first_day.empty()) return "Reported incidents";
    return "Reported incidents, " +
           (facts.first_day == facts.last_day ? facts.first_day : facts.first_day + " to " + facts.last_day);
}

std::string incident_counts(std::int64_t incidents, std::int64_t points, std::int64_t areas,
                            std::int64_t not_mapped) {
    return counted(incidents, "incident", "incidents") + ": " + std::to_string(points) +
           (points == 1 ? " as a point, " : " as points, ") + std::to_string(areas) +
           (areas == 1 ? " as an area" : " as areas") +
           (not_mapped == 0 ? "" : ", " + std::to_string(not_mapped) + " not on the map");
}

std::string count_sentence(const BuildFacts& facts) {
    return incident_counts(facts.incidents, facts.points, facts.areas, facts.ambiguous + facts.unresolved) +
           ".";
}

std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string outside_in_words(std::int64_t count, std::vector<std::string> names) {
    constexpr std::size_t most_named = 5;
    if (names.size() > most_named) {
        names.resize(most_named);
        names.emplace_back("…");
    }
    return counted(count, "place lies", "places lie") + " outside of this map: " + joined(names, ", ") + ".";
}

}  // namespace incidentmap
