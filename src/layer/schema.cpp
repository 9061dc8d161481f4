// SPDX-License-Identifier: MIT
#include "layer/schema.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "core/text.hpp"
#include "incident/checks/check_list.hpp"

namespace incidentmap {
namespace {

using Columns = std::vector<LayerColumn>;
using enum ColumnType;

Columns shared(std::initializer_list<std::string_view> names) {
    Columns columns;
    for (std::string_view name : names) columns.push_back(layer_column(name));
    return columns;
}
Columns joined(std::initializer_list<Columns> groups) {
    Columns all;
    for (const Columns& group : groups) all.insert(all.end(), group.begin(), group.end());
    return all;
}

/// The columns, those of a name that \p own has too replaced by it.
Columns with(Columns columns, std::initializer_list<LayerColumn> own) {
    for (const LayerColumn& column : own) {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const LayerColumn& c) { return c.name == column.name; });
        if (found != columns.end()) *found = column;
    }
    return columns;
}

/// The column of that name with another title and description.
LayerColumn as(std::string_view name, std::string title, std::string description) {
    LayerColumn column = layer_column(name);
    column.title = std::move(title);
    column.description = std::move(description);
    return column;
}

/// The column of that name with another description.
LayerColumn as(std::string_view name, std::string description) {
    return as(name, layer_column(name).title, std::move(description));
}
/// A cell of the input, as it is.
LayerColumn given(std::string name, std::string title, std::string description) {
    return {std::move(name), std::move(title), text, {}, {}, std::move(description)};
}

// Groups of columns that stand together.

Columns numbered() { return shared({"feature_id", "incident_id", "location_no", "location_count"}); }

Columns when() {
    return shared({"event_date", "date_start", "date_end", "time_from", "time_until", "time_precision"});
}

Columns what() {
    return shared({"event_type", "sub_event_type", "weapon", "weapon_count", "weapon_count_text",
                   "killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high",
                   "damage", "attributed_to", "attributed_by", "claimed_by", "denied_by"});
}

Columns place() { return shared({"location", "place_id", "place_words"}); }
Columns region() { return shared({"country", "country_code", "admin1", "admin2"}); }
Columns point() { return shared({"latitude", "longitude"}); }
Columns precision() { return shared({"geo_precision", "where_prec", "uncertainty_m"}); }
Columns reasons() { return shared({"method", "because", "match_score", "decided_by"}); }
Columns launch() { return shared({"launch_location", "launch_said_by", "launch_disputed_by"}); }
Columns distance() { return shared({"distance_km", "distance_km_min", "distance_km_max", "distance_text"}); }
Columns bearing() { return shared({"azimuth_deg", "azimuth_deg_start", "azimuth_deg_end"}); }
Columns told() { return shared({"report_count", "source_names", "source_urls"}); }
Columns doubts() { return shared({"disagreement_count", "finding_count", "notes"}); }
Columns edition() { return shared({"data_generalizations", "information_withheld"}); }

Columns incident_columns(const Columns& position) {
    return joined({numbered(), shared({"status", "draft"}), when(), what(), place(), region(), position,
                   precision(), reasons(), launch(), distance(), bearing(), shared({"compass"}), told(),
                   doubts()});
}

Columns attack_area_columns() {
    return with(joined({incident_columns({}), edition()}),
                {as("location",
                    "Name of the province, district, country or other area that is all the reports support"),
                 as("uncertainty_m",
                    "Radius of the smallest circle about a point inside the area that covers the area. "
                    "That point is not where it happened and is not given")});
}

Columns base_columns() {
    return with(
        joined({shared({"place_id", "location", "kind"}), region(), point(),
                shared({"extent_m", "accuracy_m", "uncertainty_m", "incident_count", "incident_ids",
                        "date_start", "date_end", "gazetteer_source"})}),
        {as("date_start", "First incident", "First day of the earliest dated incident of this build there"),
         as("date_end", "Last incident", "Last day of the latest dated incident of this build there")});
}

Columns launch_site_columns() {
    constexpr const char* where = " Stands on the first launch place only";
    return with(
        joined({shared({"feature_id", "incident_id", "status", "draft"}), when(), shared({"weapon"}), place(),
                shared({"launch_said_by", "launch_disputed_by"}), region(), point(), precision(), reasons(),
                told(), shared({"finding_count"})}),
        {as("location", "Reported launch place", layer_column("location").description),
         as("place_words", "The report's own words for the launch place, unaltered"),
         as("report_count", std::string("How many reports of the incident are in the input.") + where),
         as("finding_count", std::string("How many rows of `findings` the incident has.") + where)});
}

Columns launch_to_target_columns() {
    return with(
        joined({shared({"feature_id", "incident_id", "location_no", "draft"}), when(),
                shared({"weapon", "launch_location", "launch_place_id", "launch_words", "launch_said_by",
                        "launch_disputed_by", "launch_uncertainty_m", "launch_decided_by"}),
                place(), shared({"uncertainty_m", "decided_by"}), distance(), shared({"distance_reason"}),
                bearing(), shared({"back_azimuth_deg", "compass", "source_names", "source_urls"})}),
        {as("location_no", "Which of the places of the incident the line ends at; as in `attacks`"),
         as("launch_location", "Name of the launch place found"),
         as("location", "Place hit", layer_column("location").description),
         as("place_id", "Id of the place hit", layer_column("place_id").description),
         as("uncertainty_m", "Uncertainty of the place hit", layer_column("uncertainty_m").description),
         as("decided_by", "Place hit decided by",
            "The person whose recorded decision placed the place hit; null where the program did")});
}

Columns uncertainty_columns() {
    return with(
        joined({shared({"feature_id", "location", "place_id", "kind", "country", "country_code", "admin1"}),
                point(),
                shared({"uncertainty_m", "area_km2", "geo_precision", "where_prec", "method", "because",
                        "incident_count", "incident_ids", "date_start", "date_end", "time_from",
                        "time_until"})}),
        {as("date_start", "First incident",
            "First day of the earliest incident drawn here; null where one is undated"),
         as("date_end", "Last incident",
            "Last day of the latest incident drawn here; null where one is undated"),
         as("because", "How the area was made",
            "How the possible area came about, for all incidents that are drawn here; why one of them is "
            "stands "
            "in its own row"),
         as("incident_count",
            "How many incidents of this build are drawn here, as a place hit or as a launch place")});
}

Columns range_ring_columns() {
    return with(
        joined({shared({"feature_id", "location", "place_id", "around", "radius_km", "label"}), point(),
                shared({"uncertainty_m", "incident_count"})}),
        {as("uncertainty_m", "Uncertainty of the place in the middle: the edge is no better known than this"),
         as("incident_count",
            "How many incidents of this build hit this base or name this launch place; null "
            "for a locality as typed")});
}

Columns incident_table_columns() {
    return with(shared({"incident_id", "status", "draft", "location_count", "event_date", "date_start",
                        "date_end", "event_type", "sub_event_type", "weapon", "weapon_count_text",
                        "report_count", "disagreement_count", "finding_count"}),
                {as("incident_id", "Stable id of the incident; what every other row about it refers to"),
                 as("status", "The best that the look-up of its places came to"),
                 as("report_count", "How many reports of the incident are in the input"),
                 as("disagreement_count", "How many rows of `disagreements` the incident has"),
                 as("finding_count", "How many rows of `findings` the incident has")});
}

Columns report_columns_of_table() {
    const Columns columns = joined({shared({"report_id",
                                            "incident_id",
                                            "source_id",
                                            "further_source_ids",
                                            "input_file",
                                            "input_row",
                                            "event_date",
                                            "event_date_text",
                                            "date_start",
                                            "date_end",
                                            "date_precision",
                                            "event_type",
                                            "sub_event_type",
                                            "weapon",
                                            "weapon_count",
                                            "place",
                                            "place_words",
                                            "country",
                                            "admin1",
                                            "admin2",
                                            "launch_place",
                                            "launch_words",
                                            "launch_country",
                                            "launch_admin1",
                                            "latitude",
                                            "longitude",
                                            "coordinates_uncertainty_m",
                                            "coordinates_from",
                                            "coordinates_by",
                                            "launch_latitude",
                                            "launch_longitude",
                                            "place_said_to_be",
                                            "launch_said_to_be",
                                            "killed",
                                            "injured",
                                            "damage",
                                            "attributed_to",
                                            "attributed_by",
                                            "claimed_by",
                                            "denied_by",
                                            "launch_said_by",
                                            "launch_disputed_by",
                                            "notes",
                                            "status",
                                            "draft",
                                            "location",
                                            "place_id",
                                            "uncertainty_m"}),
                                    reasons()});
    return with(
        columns,
        {as("incident_id", "The incident that it is a report of"),
         as("event_date",
            "Local date at the place as this report supports it: `2020-07-27`, `2020-07`, `2019`, "
            "`2020-07-24/2020-07-27`; `~` at the end: approximate"),
         given("weapon_count", "Number of weapons", "As the input has it: `3`, `30+`, `at least 30`"),
         as("country", "Country given", "Country that the input gives for the look-up"),
         as("admin1", "Province given",
            "First-order administrative unit that the input gives for the look-up"),
         as("admin2", "District given",
            "Second-order administrative unit that the input gives for the look-up"),
         as("launch_words", "The report's own words for it, unaltered"),
         given("latitude", "Latitude given",
               "Latitude that the input states for the place, in degrees, as the input has it"),
         given("longitude", "Longitude given",
               "Longitude that the input states for the place, in degrees, as the input has it"),
         as("notes", "Notes of this report"),
         as("status", "What the look-up of this report's own place came to; of several places, the first"),
         as("location", "Place found",
            "Name of the place that this report's own words lead to; of several places, the first")});
}

Columns source_columns() {
    return with(shared({"source_id", "publisher", "title", "author", "published", "url", "archived_url",
                        "archived_at", "language", "original_source", "report_count", "incident_count"}),
                {as("source_id", "Id of the source"),
                 as("report_count", "How many reports of this build come from it"),
                 as("incident_count", "How many incidents of this build it reports")});
}

/// The codes of a build's findings, with their titles.
std::vector<Domain::Entry> codes() {
    std::vector<Domain::Entry> entries;
    for (const Check& check : all_checks()) {
        if (check.of != CheckOf::gazetteer)
            entries.push_back({std::string(check.code), std::string(check.title)});
    }
    return entries;
}

Columns disagreement_columns() {
    return shared({"disagreement_id", "incident_id", "field", "report_id_a", "source_a", "value_a",
                   "report_id_b", "source_b", "value_b", "sentence"});
}

Columns finding_columns() {
    constexpr const char* where = "Where on the map, if anywhere, WGS 84";
    return with(
        shared({"finding_id", "severity", "code", "sentence", "input_file", "input_row", "input_column",
                "incident_id", "latitude", "longitude"}),
        {as("sentence", "What to check", "What is wrong, with the value, and what would mend it"),
         as("input_file", "Name of the input, without its folder; null where it is about none"),
         as("input_row", "Row as a spreadsheet shows it; the header is 1. Null where it is about no row"),
         as("incident_id", "The incident that it is about; null where none"), as("latitude", where),
         as("longitude", where)});
}

Columns not_mapped_columns() {
    return with(
        joined({numbered(), shared({"role", "status", "draft"}), when(), what(),
                shared({"place", "place_words", "candidate_count", "candidates", "because", "remedy"}),
                told(), doubts(), edition()}),
        {as("feature_id", "Row", "Stable id of the row"),
         as("location_no", "Which of the places of the incident this is, from 1; null for a launch place"),
         as("place", "The locality that was looked up; empty where the report gives none"),
         as("because", "Why not on the map", "Why it is not drawn")});
}

Columns answer_columns() {
    return with(shared({"answer_id", "words", "stated_country", "stated_admin1", "stated_admin2", "status",
                        "location", "place_id", "gazetteers", "record"}),
                {as("status", "What the words came to"),
                 as("location", "Place found", "Name of the place that the words lead to")});
}

Columns decision_columns() {
    return with(
        shared({"decision_id", "report_id", "words", "role", "decision", "decided_by", "decided_on",
                "decided_why", "decided_source", "input_file", "input_row", "status", "location", "place_id",
                "record"}),
        {as("report_id", "The report that it is about; null: every report with these words"),
         as("words", "Words decided about", "The locality, as reports have it"),
         as("role", "Whether the words are a place of an incident or a launch place, or ids of reports"),
         as("decided_by", "The person who decided; null where the decision does not say"),
         as("input_file", "Name of the table of decisions, without its folder"),
         as("status", "What the decision comes to"),
         as("location", "Place decided", "Name of the place that the decision leads to"),
         as("record",
            "For the program: the location with its possible area and reasons, to the last digit")});
}

std::array<LayerSchema, layer_count> all_schemas() {
    using enum LayerId;
    constexpr auto as_point = GeometryType::point;
    constexpr auto as_lines = GeometryType::multi_line;
    constexpr auto as_areas = GeometryType::multi_polygon;
    constexpr std::nullopt_t as_table = std::nullopt;
    // clang-format off
    return {{
        {attacks, "attacks", "Attacks", "Points. One feature an incident and place: the places that are on the map as points, of incidents whose event type is Battles, Explosions/Remote violence or Violence against civilians, or is not given. The input's own further columns follow, as text, under their own headers.", as_point, incident_columns(point()), true, true},
        {attack_areas, "attack_areas", "Incidents known only by area", "Polygons. One feature an incident and place for which only an area is known, drawn as that area, never as a point: incidents of every event type, so look at `event_type` before counting. Where several share one area, each has its own feature, one upon the other. Columns as in `attacks`, without latitude and longitude. The input's own further columns follow.", as_areas, attack_area_columns(), true, true},
        {other_incidents, "other_incidents", "Other incidents", "Points. As `attacks`, for every other event type: arrests, riots, handovers, intercepted weapons. The input's own further columns follow.", as_point, incident_columns(point()), true, true},
        {bases, "bases", "Places hit: bases and compounds", "Points. Installations that reports name as a place hit by an attack: bases, airfields, training ranges, embassies, compounds, headquarters. One feature a place. The counts are of this build's input, not of all that happened there.", as_point, base_columns()},
        {launch_sites, "launch_sites", "Reported launch places", "Points. Launch places that reports name, and who says so. One feature an incident and launch place. One known only as a province or country is not drawn; it is named in `launch_location` of the incident.", as_point, launch_site_columns()},
        {launch_to_target, "launch_to_target", "From launch to target", "Lines. From a reported launch place to a place hit: a straight line between two reported places, not a flight path. One feature an incident, launch place and place hit that are both points, and not one position.", as_lines, launch_to_target_columns()},
        {uncertainty, "uncertainty", "Possible area", "Polygons. The possible area of each distinct place drawn as a point, be it a place hit, a launch place or the place of another incident. It may lie anywhere inside; the edge is a bound, not a front.", as_areas, uncertainty_columns()},
        {range_rings, "range_rings", "Distance rings", "Polygons. Only when asked for: all points within a distance of a place, on the ellipsoid. A ring is a distance and says nothing about any weapon.", as_areas, range_ring_columns()},
        {incidents, "incidents", "Incidents", "Table. One row an incident, on the map or not: what reports, disagreements, things to check and the features of the map have in common.", as_table, incident_table_columns()},
        {reports, "reports", "Reports", "Table. One row a report, as read: what each source says, kept apart even where sources contradict each other. The input's own further columns follow.", as_table, report_columns_of_table(), true, true},
        {sources, "sources", "Sources", "Table. One row a publication.", as_table, source_columns()},
        {disagreements, "disagreements", "Disagreements between reports", "Table. One row for each field and pair of reports of one incident that state different things. Silence is no disagreement, nor is a wider statement that includes a narrower one.", as_table, disagreement_columns()},
        {findings, "findings", "Things to check", "Table, to people *Things to check*. One row for each thing that a check noticed.", as_table, finding_columns()},
        {not_mapped, "not_mapped", "Not on the map", "Table, to people *Not on the map*. One row for each place of an incident, and each launch place, that is not drawn: several places fit, or none was found.", as_table, not_mapped_columns()},
        {answers, "answers", "Places looked up", "Table, in the GeoPackage only. One row for all that was looked up: each locality with the country and province stated for it, each place id and locality that a decision names. `--frozen` makes a later build give the same answers.", as_table, answer_columns()},
        {decisions, "decisions", "Decisions", "Table, in the GeoPackage only. One row for each decision of a person that a report of this build met: about which words, by whom, when, why and from which source, and what it comes to; and one for each two reports of different incidents that were put together (`role` is `same`, `words` their ids).", as_table, decision_columns()},
        {build, "build", "About this build", "Table. What went into this build and nothing that does not change its content: no output path, no absolute path, no duration.", as_table, shared({"section", "name", "value"}), false},
    }};
    // clang-format on
}

/// Every name that a extra column must not have in a layer that carries it.
std::set<std::string> names_taken() {
    std::set<std::string> taken{"fid", "geom", "rowid", "oid", "_rowid_", "id"};
    for (LayerId id : all_layers) {
        if (!layer_schema(id).carries_extra) continue;
        for (const LayerColumn& column : layer_schema(id).columns) taken.insert(column.name);
    }
    return taken;
}

}  // namespace

const LayerSchema& layer_schema(LayerId id) {
    static const std::array<LayerSchema, layer_count> schemas = all_schemas();
    return schemas[index_of(id)];
}

bool is_written(LayerId id, std::int64_t row_count) {
    return row_count > 0 || !layer_schema(id).geometry.has_value();
}

std::span<const Domain> layer_domains() {
    // clang-format off
    static const std::vector<Domain> domains{
        {"status",
         {{"resolved", "A point on the map"},
          {"coarse", "Only an area is known (a province, a part of a country, a border, a distance without a direction): drawn as that area"},
          {"ambiguous", "Several places fit and nothing decides between them: all are listed, none is drawn"},
          {"unresolved", "Nothing fits: kept with the reason and what would mend it"}}},
        {"method",
         {{"place_name", "A named place of the gazetteer: a circle of its size and the accuracy of its point, widened to cover its other published points"},
          {"area_outline", "A province, district or country: its outline, or a circle where the gazetteer has no outline"},
          {"coordinates", "Coordinates in the input or in the words (decimal, degrees-minutes-seconds, UTM, MGRS), with the stated uncertainty or that of the written digits"},
          {"distance_direction", "A distance and a direction from a place: a sector of a ring (point-radius method)"},
          {"distance", "A distance from a place without a direction: a ring"},
          {"direction", "A direction from a place without a distance"},
          {"near", "Near a place, or its outskirts"},
          {"between", "Between two places"},
          {"border", "Along the border of an area or between two"},
          {"part_of_area", "A part of an area: the north of a country"},
          {"intersection", "Several clues that hold together: where their areas overlap"},
          {"decision", "A person's recorded decision"}}},
        {"geo_precision",
         {{"1", "The place itself, a town or its outskirts"},
          {"2", "Near a known place, or a small part of a region"},
          {"3", "A region only"}}},
        {"where_prec",
         {{"1", "The exact place"},
          {"2", "Within about 25 km of a known point"},
          {"3", "A second-order administrative unit"},
          {"4", "A first-order administrative unit"},
          {"5", "A part of a country, a line, or a relative phrase"},
          {"6", "A country"},
          {"7", "International waters or airspace"}}},
        {"time_precision",
         {{"1", "The day"},
          {"2", "Within a week"},
          {"3", "Within a month"}}},
        {"date_precision",
         {{"day", "One day"},
          {"days", "A span of several days that is no whole month or year"},
          {"month", "One month"},
          {"year", "One year"}}},
        {"severity",
         {{"note", "Worth knowing; nothing need be done"},
          {"warning", "Does not add up; somebody should look"},
          {"error", "Wrong, or a row that could not be used"}}},
        {"code", codes()},
        {"role",
         {{"place", "The place of the incident"},
          {"launch_place", "The launch place"},
          {"same", "Two reports that are of one incident"}}},
    };
    // clang-format on
    return domains;
}

std::vector<std::string> extra_column_names(std::span<const std::string> headers) {
    std::set<std::string> taken = names_taken();
    std::vector<std::string> names;
    for (const std::string& header : headers) {
        // SQL cannot write a zero byte in a name.
        const std::string_view upto_zero = std::string_view(header).substr(0, header.find('\0'));
        const std::string wanted = trimmed(upto_zero).empty() ? "column" : std::string(trimmed(upto_zero));
        std::string name = wanted;
        for (int number = 2; !taken.insert(lower_ascii(name)).second; ++number) {
            name = wanted + "_" + std::to_string(number);
        }
        names.push_back(std::move(name));
    }
    return names;
}

std::vector<LayerColumn> columns_with_extra(LayerId id, std::span<const std::string> headers) {
    const LayerSchema& schema = layer_schema(id);
    std::vector<LayerColumn> columns = schema.columns;
    if (!schema.carries_extra) return columns;
    for (std::string& name : extra_column_names(headers)) {
        LayerColumn column;
        column.name = std::move(name);
        column.description = "A column of the input, as it was";
        columns.push_back(std::move(column));
    }
    return columns;
}

}  // namespace incidentmap
