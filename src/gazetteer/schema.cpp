// SPDX-License-Identifier: MIT
#include "gazetteer/schema.hpp"

#include <string_view>

#include "core/sha256.hpp"

namespace incidentmap {
namespace {

ColumnSpec column(std::string name, ColumnType type, std::string title, std::string description) {
    ColumnSpec spec;
    spec.name = std::move(name);
    spec.type = type;
    spec.title = std::move(title);
    spec.description = std::move(description);
    return spec;
}

ColumnSpec unique(ColumnSpec spec) {
    spec.unique = true;
    return spec;
}

TableSpec table(std::string name, std::string identifier, std::string description,
                std::optional<GeometryType> geometry, std::vector<ColumnSpec> columns) {
    TableSpec spec;
    spec.name = std::move(name);
    spec.identifier = std::move(identifier);
    spec.description = std::move(description);
    spec.geometry = geometry;
    spec.columns = std::move(columns);
    return spec;
}

}  // namespace

TableSpec places_table() {
    using enum ColumnType;
    return table(
        "places", "Places", "Places, each with the point that one source published.", GeometryType::point,
        {unique(column("place_id", text, "Place id", "The id of the place, the same in every gazetteer.")),
         column("name", text, "Name", "The preferred name, as people who read English write it."),
         column("kind", text, "Kind", "What sort of place it is: city, air base, province and so on."),
         column("country", text, "Country code", "ISO 3166-1 alpha-2; empty where none is settled."),
         column("admin1", text, "Province", "The name of the province, without its generic word."),
         column("admin2", text, "District", "The name of the district."),
         column("extent_m", real, "Extent (m)", "Radius of a circle that holds the place, in metres."),
         column("accuracy_m", real, "Accuracy (m)", "How well the point is known, in metres."),
         column("population", integer, "Population", "How many people live there; 0 where not known."),
         column("source_id", text, "Source", "The source of the point, a row of the table of sources."),
         column("source_ref", text, "Source's own id", "What the source calls the place."),
         column("source_date", text, "Source's date", "When the source last changed the entry."),
         column("notes", text, "Notes", "What else is to be known of the place or its point."),
         column("other_points", integer, "Other points", "How many points other sources have for it."),
         column("has_area", boolean, "Has an area", "Whether its polygon is among the areas.")});
}

TableSpec areas_table() {
    using enum ColumnType;
    return table(
        "areas", "Areas", "Polygons of countries, provinces and districts.", GeometryType::multi_polygon,
        {unique(column("place_id", text, "Place id", "The place whose polygon this is.")),
         column("level", text, "Level", "What sort of area it is: country, province, district."),
         column("name", text, "Name", "The name of the area."),
         column("country", text, "Country code", "ISO 3166-1 alpha-2; empty where none is settled."),
         column("source_id", text, "Source", "The source of the polygon, a row of the table of sources.")});
}

TableSpec points_table() {
    using enum ColumnType;
    return table(
        "points", "Other points", "Points that other sources published for a place; never averaged.",
        GeometryType::point,
        {column("place_id", text, "Place id", "The place whose point this is."),
         column("source_id", text, "Source", "The source of the point, a row of the table of sources."),
         column("source_ref", text, "Source's own id", "What the source calls the place."),
         column("notes", text, "Notes", "What else is to be known of the point.")});
}

TableSpec names_table() {
    using enum ColumnType;
    ColumnSpec place = column("place", integer, "Place", "The fid of the place that is named so.");
    place.references = ColumnReference{"places", "fid"};
    return table(
        "names", "Names", "Spellings of places.", std::nullopt,
        {place, column("text", text, "Name", "The spelling, as its source writes it."),
         column("language", text, "Language", "ISO 639; empty where not known."),
         column("script", text, "Script", "ISO 15924."),
         column("sort", text, "Sort", "Preferred, alternate, former or code."),
         column("from_year", integer, "From year", "The first year of its use; empty where not known."),
         column("to_year", integer, "To year", "The last year of its use; empty where not known."),
         column("source_id", text, "Source", "The source of the spelling; empty: the place's own."),
         column("normal", text, "Normal form",
                "The spelling without capitals, marks and punctuation; empty: the name in small letters."),
         column("skeleton", text, "Phonetic key", "The consonants, the same in every romanisation.")});
}

TableSpec sources_table() {
    using enum ColumnType;
    return table("sources", "Sources", "Where points, names and polygons are from, and under which licence.",
                 std::nullopt,
                 {unique(column("source_id", text, "Source id", "What the other tables call the source.")),
                  column("name", text, "Name", "The source's title."),
                  column("licence", text, "Licence", "The licence of the data."),
                  column("licence_url", text, "Licence text", "Where the licence can be read."),
                  column("attribution", text, "Attribution", "The words that the licence asks for."),
                  column("url", text, "Address", "Where the data can be had."),
                  column("date", text, "Date", "The day or month to which the data goes."),
                  column("notes", text, "Notes", "What was taken of it and what was changed.")});
}

TableSpec about_table() {
    using enum ColumnType;
    return table(
        "gazetteer", "About this gazetteer", "The versions by which a program knows whether it can use it.",
        std::nullopt,
        {column("schema_version", integer, "Schema version", "The version of the tables."),
         column("spelling_version", integer, "Spelling version", "The version of the spelling rules."),
         column("fingerprint", text, "Fingerprint", "SHA-256 of the content."),
         column("place_count", integer, "Places", "How many places it has."),
         column("name_count", integer, "Names", "How many names it has."),
         column("area_count", integer, "Areas", "How many areas it has."),
         column("least_population", integer, "Least population",
                "Nineteen in twenty of its towns have as many people or more: above 0 it lists larger towns "
                "only.")});
}

void create_form_staging(Database& database) {
    database.execute(
        "CREATE TEMP TABLE staged_forms (form TEXT NOT NULL, place INTEGER NOT NULL, lacks INTEGER NOT NULL, "
        "rank INTEGER NOT NULL, name INTEGER NOT NULL)");
}

void create_look_up(Database& database) {
    // The first row of each (form, place) is the best name: the whole one before one that lacks a word, the
    // preferred before an alternate. The table is its own index and is written in its order. The name's words
    // are read from the table of names, for hits only: here they would take a tenth of the file.
    database.execute(
        "CREATE TABLE forms (form TEXT NOT NULL, place INTEGER NOT NULL, lacks INTEGER NOT NULL, "
        "name INTEGER NOT NULL, PRIMARY KEY (form, place)) WITHOUT ROWID; "
        "INSERT OR IGNORE INTO forms SELECT form, place, lacks, name FROM temp.staged_forms "
        "ORDER BY form, place, lacks, rank, name; "
        "DROP TABLE temp.staged_forms; "
        "CREATE INDEX names_by_place ON names (place); "
        "CREATE INDEX names_by_skeleton ON names (skeleton, place) WHERE skeleton IS NOT NULL; "
        "CREATE INDEX points_by_place ON points (place_id); "
        "CREATE INDEX places_by_country ON places (country, kind)");
}

std::string content_fingerprint(Database& database) {
    // Geometry goes in as the bytes that are stored.
    // NOLINTBEGIN(bugprone-suspicious-missing-comma): queries that take several lines
    constexpr std::string_view queries[] = {
        "SELECT source_id, name, licence, licence_url, attribution, url, date, notes FROM sources "
        "ORDER BY source_id",
        "SELECT place_id, geom, name, kind, country, admin1, admin2, extent_m, accuracy_m, population, "
        "source_id, "
        "source_ref, source_date, notes FROM places ORDER BY place_id",
        "SELECT p.place_id, n.text, n.language, n.script, n.sort, n.from_year, n.to_year, n.source_id, "
        "coalesce(n.normal, lower(n.text)), "
        "n.skeleton FROM places p JOIN names n ON n.place = p.fid "
        "ORDER BY p.place_id, n.text, n.language, n.sort, n.from_year, n.to_year, n.source_id",
        "SELECT place_id, geom, level, name, country, source_id FROM areas ORDER BY place_id",
        "SELECT place_id, geom, source_id, source_ref, notes FROM points ORDER BY place_id, geom, source_id, "
        "source_ref, notes",
    };
    // NOLINTEND(bugprone-suspicious-missing-comma)
    Sha256 hash;
    std::string record;
    for (const std::string_view query : queries) {
        Statement rows = database.prepare(query);
        while (rows.step()) {
            record.clear();
            for (int i = 0; i < rows.column_count(); ++i) {
                const auto bytes = rows.blob(i);  // numbers come as their text
                record += std::to_string(bytes.size()) + ':';
                record.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            }
            record += '\n';
            hash.add(record);
        }
        hash.add("\n");
    }
    return hash.hex();
}

}  // namespace incidentmap
