// SPDX-License-Identifier: MIT
#include "writer/qgis/drawn_sources.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace incidentmap {
namespace {

std::set<std::string> kinds_of_ids(Database& database, const std::set<std::string>& tables) {
    std::set<std::string> kinds;
    for (const char* table : {"attacks", "attack_areas", "other_incidents", "launch_sites", "bases"}) {
        if (!tables.contains(table)) continue;
        Statement rows =
            database.prepare("SELECT DISTINCT substr(place_id, 1, max(0, instr(place_id, ':') - 1)) FROM " +
                             std::string(table) + " WHERE place_id IS NOT NULL");
        while (rows.step()) kinds.emplace(rows.text(0));
    }
    return kinds;
}

}  // namespace

DrawnSources::DrawnSources(Database& database, const std::set<std::string>& tables)
    : m_kinds{kinds_of_ids(database, tables)},
      m_has_towns{tables.contains("world_cities")},
      m_has_areas{tables.contains("world_countries") || tables.contains("world_admin1") ||
                  tables.contains("world_rivers")} {
    Statement rows =
        database.prepare("SELECT name FROM build WHERE section = 'option' AND name = 'language'");
    m_has_language = rows.step();
}

bool DrawnSources::holds(std::string_view source) const {
    if (source.starts_with("geonames")) return m_has_towns || m_kinds.contains("geonames");
    if (source.starts_with("ourairports")) return m_kinds.contains("ourairports");
    if (source.starts_with("natural-earth")) return m_has_areas;
    if (source == "cldr") return m_has_language;
    return std::any_of(m_kinds.begin(), m_kinds.end(),
                       [](const std::string& kind) { return kind != "geonames" && kind != "ourairports"; });
}

std::vector<std::string> attributions_in(Database& database, const std::set<std::string>& tables) {
    std::vector<std::string> attributions;
    if (!tables.contains("build")) return attributions;
    const DrawnSources drawn(database, tables);
    // `curated: geonames-countries`
    Statement rows = database.prepare(
        "SELECT value, substr(name, instr(name, ': ') + 2) FROM build WHERE section = 'attribution' ORDER BY "
        "fid");
    while (rows.step()) {
        if (!drawn.holds(rows.text(1))) continue;
        std::string text = in_one_line(rows.text(0));
        if (!text.empty() && text.back() == '.') text.pop_back();
        if (std::find(attributions.begin(), attributions.end(), text) == attributions.end())
            attributions.push_back(std::move(text));
    }
    return attributions;
}

}  // namespace incidentmap
