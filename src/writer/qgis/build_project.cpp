// SPDX-License-Identifier: MIT
#include "writer/qgis/build_project.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "core/version.hpp"
#include "geopackage/contents.hpp"
#include "layer/incident_style.hpp"
#include "layer/schema.hpp"
#include "stored/build_facts.hpp"
#include "writer/qgis/base_map.hpp"
#include "writer/qgis/drawn_sources.hpp"
#include "writer/qgis/layer_look.hpp"
#include "writer/qgis/layer_qml.hpp"
#include "writer/qgis/print_layout.hpp"
#include "writer/qgis/qgis_symbol.hpp"
#include "writer/qgis/relations.hpp"

namespace incidentmap {
namespace {

using enum LayerId;

/// Which layers stand together, from above: points, lines, areas, and what is not drawn.
struct GroupPlan {
    const char* name;
    bool is_open;
    std::vector<LayerId> layers;
};

const std::vector<GroupPlan>& group_plans() {
    static const std::vector<GroupPlan> plans{
        {"Incidents", true, {attacks, other_incidents}},
        {"Places", true, {launch_sites, bases}},
        {"Distances", true, {launch_to_target, range_rings}},
        {"Uncertainty", true, {attack_areas, uncertainty}},
        {"Tables",
         false,
         {incidents, reports, sources, disagreements, findings, not_mapped, answers, decisions, build}}};
    return plans;
}

/// The schema's words are Markdown.
std::string plain(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '`'), text.end());
    return text;
}

/// The columns of a layer as this file has them, the input's own after ours.
std::vector<LayerColumn> columns_of(Database& database, const LayerSchema& schema) {
    Statement rows = database.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid");
    rows.bind_text(1, schema.name);
    std::vector<LayerColumn> columns;
    while (rows.step()) {
        const std::string name(rows.text(0));
        if (name == "fid" || name == "geom") continue;
        const auto known = std::find_if(schema.columns.begin(), schema.columns.end(),
                                        [&](const LayerColumn& column) { return column.name == name; });
        if (known != schema.columns.end()) {
            columns.push_back(*known);
        } else {
            columns.emplace_back().name = name;
        }
    }
    return columns;
}

std::int64_t rows_of(Database& database, const std::string& table) {
    // Counting them again would read all of the table.
    Statement kept = database.prepare("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?1");
    kept.bind_text(1, table);
    if (kept.step() && !kept.is_null(0)) return kept.integer(0);
    Statement count = database.prepare("SELECT count(*) FROM " + quoted_identifier(table));
    return count.step() ? count.integer(0) : 0;
}

/// Which entries of a layer's legend occur in its data. QGIS's own way to find out, to look at the map,
/// passes over the entry for all other values.
/// \param ringed_m how large an area may be, about its middle, that has a ring on a page of the map
std::vector<int> legend_of(Database& database, LayerId layer, double ringed_m) {
    std::set<int> entries;
    const auto add = [&](const std::string& sql, auto entry) {
        Statement rows = database.prepare(sql);
        while (rows.step()) entries.insert(entry(rows));
    };
    if (layer == attacks) {
        const auto styles = incident_styles();
        add("SELECT DISTINCT sub_event_type FROM attacks", [&](const Statement& row) {
            return static_cast<int>(&incident_style(row.text(0)) - styles.data());
        });
    } else if (layer == attack_areas) {
        constexpr std::int64_t country = 6;
        const auto entry = [](AreaLegend one) { return static_cast<int>(one); };
        add("SELECT DISTINCT draft IS NOT NULL, where_prec FROM attack_areas", [&](const Statement& row) {
            return entry(row.integer(0) != 0         ? AreaLegend::draft
                         : row.integer(1) == country ? AreaLegend::country
                                                     : AreaLegend::area);
        });
        add("SELECT 1 FROM attack_areas WHERE uncertainty_m < " + to_text(ringed_m, 0) + " LIMIT 1",
            [&](const Statement&) { return entry(AreaLegend::ring); });
    } else if (layer == launch_to_target) {
        add("SELECT DISTINCT launch_decided_by IS NULL FROM launch_to_target",
            [](const Statement& row) { return static_cast<int>(row.integer(0)); });
    }
    return {entries.begin(), entries.end()};
}

/// Those whose tables this file has.
std::vector<LayerRelation> known_relations(const std::set<std::string>& tables) {
    std::vector<LayerRelation> known;
    for (const LayerRelation& relation : layer_relations()) {
        if (tables.contains(layer_schema(relation.parent).name) &&
            tables.contains(layer_schema(relation.child).name))
            known.push_back(relation);
    }
    return known;
}

/// \param ringed_m as legend_of()
std::vector<ProjectGroup> groups_of(Database& database, const std::set<std::string>& tables,
                                    const std::vector<LayerRelation>& relations, double ringed_m) {
    std::vector<ProjectGroup> groups;
    for (const GroupPlan& plan : group_plans()) {
        ProjectGroup group{plan.name, plan.is_open, {}};
        for (const LayerId id : plan.layers) {
            const LayerSchema& schema = layer_schema(id);
            if (!tables.contains(schema.name)) continue;
            ProjectLayer layer{schema.name, schema.title, plain(schema.description), schema.geometry, {}, {}};
            const std::vector<LayerColumn> columns = columns_of(database, schema);
            const std::int64_t rows = rows_of(database, schema.name);
            auto by_scale = qml_by_scale(id, columns, rows, relations);
            for (NamedQml& style : by_scale ? by_scale->near : layer_styles(id, columns, rows, relations))
                layer.styles.push_back({std::move(style.name), std::move(style.qml)});
            ProjectLayer far = layer;
            layer.legend = legend_of(database, id, ringed_m);
            group.layers.push_back(std::move(layer));
            if (!by_scale) continue;
            far.title += ", from afar";
            far.variant = "far";
            far.styles = {{std::move(by_scale->far.name), std::move(by_scale->far.qml)}};
            group.layers.push_back(std::move(far));
        }
        if (!group.layers.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

ProjectRelation project_relation(const LayerRelation& relation) {
    return {relation.id(), std::string(relation.title), layer_schema(relation.parent).name,
            layer_schema(relation.child).name, std::string(relation.column)};
}

/// `2020-07-27T00:00:00`: what the time slider can be set to.
bool is_time(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd";
    if (text.size() < form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool is_digit = std::isdigit(static_cast<unsigned char>(text[i])) != 0;
        if (form[i] == 'd' ? !is_digit : text[i] != form[i]) return false;
    }
    return true;
}

std::optional<std::pair<std::string, std::string>> time_of(Database& database,
                                                           const std::set<std::string>& tables) {
    std::optional<std::pair<std::string, std::string>> time;
    for (const char* name :
         {"attacks", "attack_areas", "other_incidents", "launch_sites"}) {  // a line has its launch place's
        if (!tables.contains(name)) continue;
        Statement row = database.prepare("SELECT min(time_from), max(time_until) FROM " + std::string(name));
        if (!row.step() || row.is_null(0) || row.is_null(1)) continue;
        const std::string from(row.text(0));
        const std::string until(row.text(1));
        if (!is_time(from) || !is_time(until)) continue;
        time = time ? std::pair{std::min(time->first, from), std::max(time->second, until)}
                    : std::pair{from, until};
    }
    return time;
}

std::string abstract_of(const BuildFacts& facts, const PictureTexts& texts,
                        const std::optional<TileSource>& tiles) {
    std::string text = count_sentence(facts);
    if (!texts.subtitle.empty()) text = in_one_line(texts.subtitle) + "\n" + text;
    text += std::string("\n") + empty_area_sentence;
    if (!texts.note.empty()) text += "\n" + in_one_line(texts.note);
    if (!texts.credit.empty()) text += "\n" + in_one_line(texts.credit);
    if (!facts.publishers.empty()) text += "\nSources: " + joined(facts.publishers, ", ") + ".";
    if (tiles) text += "\nTiles: " + tiles->attribution;
    if (!facts.gazetteers.empty()) text += "\nPlaces: " + joined(facts.gazetteers, " | ") + ".";
    return text + "\nBuild " + facts.build_id + ".";
}

/// What of the points lies outside of what the map opens on; empty where all of them are on it.
std::string outside_of(Database& database, const std::set<std::string>& tables, const ShownPositions& shown) {
    if (!shown.has_outside()) return {};
    constexpr std::size_t enough = 10;  ///< more than are told
    std::int64_t count = 0;
    std::vector<std::string> names;
    for (const LayerId id : shown_points) {
        const std::string& table = layer_schema(id).name;
        if (!tables.contains(table)) continue;
        Statement rows = database.prepare("SELECT longitude, latitude, location FROM " +
                                          quoted_identifier(table) + " ORDER BY fid");
        while (rows.step()) {
            if (!shown.is_outside({rows.real(0), rows.real(1)})) continue;
            ++count;
            std::string name = in_one_line(rows.text(2));
            if (names.size() > enough || name.empty()) continue;
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
    }
    return count == 0 ? std::string{} : outside_in_words(count, std::move(names));
}

/// Half of the ground that a ring hides on a page of the map: what lies within so much has a ring there.
double ringed_on_page_m(const ShownPositions& shown) {
    constexpr double page_mm = 150;  // of the map in the layout, from above
    constexpr double a_degree_m = 111'320;
    const Box box = shown.surroundings();
    return (box.north - box.south) * a_degree_m / page_mm * centre_ring_mm / 2;
}

/// How many incidents have no point, and why.
std::string not_a_point(const BuildFacts& facts) {
    const std::int64_t without = facts.areas + facts.ambiguous + facts.unresolved;
    if (without == 0) return counted(facts.incidents, "incident", "incidents") + ", each with a point.";
    std::string text = "Of " + counted(facts.incidents, "incident", "incidents") + ", " +
                       std::to_string(without) + (without == 1 ? " has" : " have") + " no point:";
    std::vector<std::string> reasons;
    if (facts.areas > 0)
        reasons.push_back(std::to_string(facts.areas) + " known only by an area, drawn as that area");
    if (facts.ambiguous > 0)
        reasons.push_back(std::to_string(facts.ambiguous) + " where several places fit and nothing decides");
    if (facts.unresolved > 0)
        reasons.push_back(std::to_string(facts.unresolved) + " whose place was not found");
    text += " " + joined(reasons, "; ") + ".";
    if (facts.ambiguous + facts.unresolved > 0)
        text += " What is not drawn is in the table \"Not on the map\", with what would mend it.";
    return text;
}

LayoutTexts layout_texts(const BuildFacts& facts, const std::string& title, const std::string& time,
                         const std::string& crs, const PictureTexts& asked, const std::string& outside,
                         const std::vector<std::string>& attributions) {
    constexpr std::size_t most_sources = 300;  // bytes that the page has room for
    LayoutTexts texts;
    texts.title = title;
    texts.subtitle = asked.subtitle.empty() ? count_sentence(facts) : in_one_line(asked.subtitle);
    texts.note =
        std::string(empty_area_sentence) +
        " Launch places are shown as reported, according to the sources named. Straight line between "
        "reported places, not a flight path. " +
        boundaries_sentence;
    if (!outside.empty()) texts.note = outside + " " + texts.note;
    if (!asked.note.empty()) texts.note = in_one_line(asked.note) + "\n" + texts.note;
    texts.not_a_point = not_a_point(facts);
    texts.uncertainty =
        "A dot is the likely point of a possible area (grey), not an exact position: the area holds all that "
        "the reports' words and the gazetteers allow.";
    texts.credit = asked.credit.empty() ? std::string("Made with incidentmap ") + version() + "."
                                        : in_one_line(asked.credit);
    if (texts.credit.back() != '.') texts.credit += ".";
    if (!facts.publishers.empty())
        texts.credit += " Sources: " + shortened(joined(facts.publishers, ", "), most_sources) + ".";
    if (!attributions.empty()) texts.credit += "\nPlaces and boundaries: " + joined(attributions, ". ") + ".";
    texts.made = "Data of " + time.substr(0, 10) + ". Build " + facts.build_id + ".\n" + crs + ".";
    return texts;
}

}  // namespace

QgisProject project_of_build(Database& database, const BuildFacts& facts, const ShownPositions& shown,
                             const std::string& file_name, const std::string& time,
                             const ProjectOptions& options) {
    const std::set<std::string> tables = listed_tables(database);
    const std::vector<LayerRelation> relations = known_relations(tables);
    MapCrs crs = options.crs.empty() ? shown.projection() : MapCrs::named(options.crs);
    const MapExtent extent = shown.extent(crs);
    QgisProject project{
        .file_name = file_name,
        .database = options.database,
        .title = options.texts.title.empty() ? title_of(facts) : in_one_line(options.texts.title),
        .abstract = abstract_of(facts, options.texts, options.tiles),
        .build_id = facts.build_id,
        .created = time,
        .crs = std::move(crs),
        .shown = extent,
        .time = time_of(database, tables),
        .groups = groups_of(database, tables, relations, ringed_on_page_m(shown)),
        .relations = {},
        .tiles = options.tiles,
        .layouts = {}};
    std::transform(relations.begin(), relations.end(), std::back_inserter(project.relations),
                   project_relation);
    if (auto base = base_map_layers(database, options.tiles.has_value()); !base.empty())
        project.groups.push_back({"Base map", false, std::move(base)});
    const std::string outside = outside_of(database, tables, shown);
    if (!outside.empty()) project.abstract = outside + "\n" + project.abstract;
    std::vector<std::string> attributions = attributions_in(database, tables);
    if (options.tiles) attributions.insert(attributions.begin(), "tiles " + options.tiles->attribution);
    project.layouts = print_layout(project, layout_texts(facts, project.title, time, project.crs.name(),
                                                         options.texts, outside, attributions));
    return project;
}

}  // namespace incidentmap
