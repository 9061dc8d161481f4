// SPDX-License-Identifier: MIT
#include "stored/build_facts.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>

#include "core/text.hpp"
#include "geopackage/contents.hpp"
#include "stored/build_words.hpp"

namespace incidentmap {
namespace {

std::int64_t number_of(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

void read_build_table(Database& database, BuildFacts& facts) {
    Statement rows = database.prepare("SELECT section, name, value FROM build ORDER BY rowid");
    while (rows.step()) {
        const std::string section(rows.text(0));
        const std::string name(rows.text(1));
        if (section == "build" && name == "build_id") facts.build_id = rows.text(2);
        if (section == "gazetteer_source") {
            const std::string words = in_one_line(rows.text(2));
            if (std::find(facts.gazetteers.begin(), facts.gazetteers.end(), words) == facts.gazetteers.end())
                facts.gazetteers.push_back(words);
        }
        if (section != "count") continue;
        for (const auto& [what, count] :
             {std::pair{"incidents", &facts.incidents}, std::pair{"resolved", &facts.points},
              std::pair{"coarse", &facts.areas}, std::pair{"ambiguous", &facts.ambiguous},
              std::pair{"unresolved", &facts.unresolved}}) {
            if (name == what) *count = number_of(rows.text(2));
        }
    }
}

}  // namespace

BuildFacts read_build_facts(Database& database) {
    const std::set<std::string> tables = listed_tables(database);
    BuildFacts facts;
    if (tables.contains("build")) read_build_table(database, facts);
    // A table of all incidents is the shortest to read; earlier versions wrote none.
    const std::vector<const char*> dated =
        tables.contains("incidents")
            ? std::vector{"incidents"}
            : std::vector{"attacks", "attack_areas", "other_incidents", "not_mapped"};
    for (const char* name : dated) {
        if (!tables.contains(name)) continue;
        Statement row = database.prepare("SELECT min(date_start), max(date_end) FROM " + std::string(name));
        if (!row.step() || row.is_null(0)) continue;
        const std::string first(row.text(0));
        facts.first_day = facts.first_day.empty() ? first : std::min(facts.first_day, first);
        facts.last_day = std::max(facts.last_day, std::string(row.text(1)));
    }
    if (tables.contains("sources")) {
        Statement rows = database.prepare(
            "SELECT DISTINCT coalesce(nullif(publisher, ''), nullif(title, ''), source_id) FROM sources "
            "ORDER BY "
            "1");
        while (rows.step()) facts.publishers.push_back(in_one_line(rows.text(0)));
    }
    return facts;
}

std::string title_of(const BuildFacts& facts) {
    if (facts.first_day.empty()) return "Reported incidents";
    return "Reported incidents, " +
           (facts.first_day == facts.last_day ? facts.first_day : facts.first_day + " to " + facts.last_day);
}

std::string count_sentence(const BuildFacts& facts) {
    return counted(facts.incidents, "incident", "incidents") + " = " +
           counted(facts.points, "point", "points") + " + " + counted(facts.areas, "area", "areas") + " + " +
           std::to_string(facts.ambiguous + facts.unresolved) + " not on the map.";
}

}  // namespace incidentmap
