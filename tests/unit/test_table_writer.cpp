// SPDX-License-Identifier: MIT
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/table_writer.hpp"
#include "geopackage_tools.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

constexpr const char* epoch = "2024-01-01T00:00:00.000Z";

TableSpec attacks() {
    TableSpec spec;
    spec.name = "attacks";
    spec.identifier = "Attacks";
    spec.description = "One feature an incident and place";
    spec.geometry = GeometryType::point;
    spec.columns = {{"incident_id", ColumnType::text, "Incident", "Its id", "", true, {}},
                    {"event_date", ColumnType::date, "Date", "Local date", "", false, {}},
                    {"time_from", ColumnType::datetime, "From", "UTC", "", false, {}},
                    {"status", ColumnType::text, "Status", "How the place is known", "status", false, {}},
                    {"killed", ColumnType::integer, "Killed", "Persons", "", false, {}},
                    {"uncertainty_m", ColumnType::real, "Uncertainty", "In metres", "", false, {}},
                    {"decided", ColumnType::boolean, "Decided", "", "", false, {}},
                    {"picture", ColumnType::blob, "", "", "", false, {}}};
    return spec;
}

TableSpec areas() {
    TableSpec spec;
    spec.name = "attack_areas";
    spec.geometry = GeometryType::multi_polygon;
    spec.columns = {{"name", ColumnType::text, "Name", "", "", false, {}}};
    return spec;
}

TableSpec lines() {
    TableSpec spec;
    spec.name = "launch_to_target";
    spec.geometry = GeometryType::multi_line;
    spec.columns = {{"distance_km", ColumnType::real, "Distance", "In kilometres", "", false, {}}};
    return spec;
}

TableSpec reports() {
    TableSpec spec;
    spec.name = "reports";
    spec.columns = {{"incident_id", ColumnType::text, "Incident", "", "", false,
                     ColumnReference{"attacks", "incident_id"}},
                    {"words", ColumnType::text, "Words", "", "", false, {}}};
    return spec;
}

void add_attack(TableWriter& writer, int i, const Geometry& geometry) {
    const std::string id = "i" + std::to_string(i);
    Statement& row = writer.row();
    row.bind_text_view(1, id);
    row.bind_text_view(2, "2020-07-27");
    row.bind_text_view(3, "2020-07-27T18:00:00.000Z");
    row.bind_text_view(4, i % 2 == 0 ? "resolved" : "coarse");
    if (i % 3 == 0) row.bind_integer(5, i);
    row.bind_real(6, i * 1.5);
    row.bind_integer(7, i % 2);
    writer.insert(geometry);
}

/// A file with every kind of table, 300 attacks of which every tenth is nowhere.
void write_sample(const std::filesystem::path& file) {
    Database database = Database::create(file);
    database.begin();
    create_geopackage(database);
    create_domain(database, {"status", {{"resolved", "A point on the map"}, {"coarse", "An area"}}});
    {
        TableWriter attack_writer{database, attacks(), epoch};
        TableWriter area_writer{database, areas(), epoch};
        TableWriter line_writer{database, lines(), epoch};
        TableWriter report_writer{database, reports(), epoch};
        for (int i = 0; i < 300; ++i) {
            const LonLat where{40 + i * 0.02, 30 + std::sin(i)};
            add_attack(attack_writer, i, i % 10 == 9 ? Geometry{} : Geometry{where});
            const std::string id = "i" + std::to_string(i);
            report_writer.row().bind_text(1, id);
            report_writer.insert();
        }
        area_writer.row().bind_text_view(1, "Nineveh");
        area_writer.insert(MultiPolygon{{{{{41, 35}, {44, 35}, {44, 37}, {41, 37}, {41, 35}}, {}}}});
        line_writer.row().bind_real(1, 85.5);
        line_writer.insert(MultiLine{{{{44, 33}, {44, 34}}}});
        attack_writer.finish();
        area_writer.finish();
        line_writer.finish();
        report_writer.finish();
    }
    add_metadata(database, {"http://mrcc.com/qgis.dtd", "text/xml", "<qgis/>", "attacks"}, epoch);
    add_metadata(database, {"http://gdal.org", "text/plain", "made for a test", ""}, epoch);
    database.commit();
    database.close();
}

std::string value(Database& database, const std::string& sql) {
    Statement query = database.prepare(sql);
    REQUIRE(query.step());
    return std::string{query.text(0)};
}

}  // namespace

TEST_CASE("a file with every kind of table is a valid GeoPackage") {
    const ScratchFolder folder;
    write_sample(folder / "sample.gpkg");
    Database database = Database::open_read_only(folder / "sample.gpkg");
    CHECK(database.integrity_problem() == "");
    CHECK(value(database, "PRAGMA application_id") == "1196444487");
    CHECK(value(database, "PRAGMA user_version") == "10300");
    CHECK(value(database, "PRAGMA page_size") == "4096");
    check_valid(folder / "sample.gpkg");
}

TEST_CASE("rows are told as they are: extent, counts, dates, order, titles") {
    const ScratchFolder folder;
    write_sample(folder / "sample.gpkg");
    Database database = Database::open_read_only(folder / "sample.gpkg");
    CHECK(value(database,
                "SELECT group_concat(table_name) FROM (SELECT * FROM gpkg_contents ORDER BY rowid)") ==
          "attacks,attack_areas,launch_to_target,reports");
    CHECK(value(database, "SELECT min_x || ' ' || max_x FROM gpkg_contents WHERE table_name = 'attacks'") ==
          "40.0 45.96");
    CHECK(value(database,
                "SELECT min_y = (SELECT min_y FROM gpkg_contents WHERE table_name = 'attack_areas') "
                "FROM gpkg_contents WHERE table_name = 'attack_areas'") == "1");
    CHECK(value(database, "SELECT DISTINCT last_change FROM gpkg_contents") == epoch);
    CHECK(value(database, "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'attacks'") ==
          "300");
    CHECK(value(database, "SELECT count(*) FROM rtree_attacks_geom") == "270");
    CHECK(value(database, "SELECT count(*) FROM attacks WHERE geom IS NULL") == "30");
    CHECK(value(database, "SELECT count(*) FROM attacks WHERE killed IS NULL") == "200");
    CHECK(value(database, "SELECT data_type FROM gpkg_contents WHERE table_name = 'reports'") ==
          "attributes");
    CHECK(value(database,
                "SELECT name || '/' || title || '/' || description || '/' || constraint_name "
                "FROM gpkg_data_columns WHERE column_name = 'status'") ==
          "Status/Status/How the place is known/status");
    CHECK(value(database, "SELECT count(*) FROM gpkg_data_columns WHERE column_name = 'picture'") == "0");

    Statement all = database.prepare("SELECT fid, geom FROM attacks WHERE geom NOTNULL");
    while (all.step()) {
        const DecodedGeometry shape = decode_geometry(all.blob(1));
        const double i = static_cast<double>(all.integer(0) - 1);
        CHECK(shape.geometry == Geometry{LonLat{40 + i * 0.02, 30 + std::sin(i)}});
    }
}

TEST_CASE("the same calls give the same bytes") {
    const ScratchFolder folder;
    write_sample(folder / "first.gpkg");
    write_sample(folder / "second.gpkg");
    CHECK(bytes_of(folder / "first.gpkg") == bytes_of(folder / "second.gpkg"));
    CHECK(bytes_of(folder / "first.gpkg").size() > 4096);
}

TEST_CASE("tables without a row, or without a column, are valid too") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "empty.gpkg");
    database.begin();
    create_geopackage(database);
    {
        TableWriter writer{database, attacks(), epoch};
        TableSpec bare;
        bare.name = "bare";
        TableWriter bare_writer{database, bare, epoch};
        CHECK(bare_writer.insert() == 1);
        CHECK(bare_writer.insert() == 2);
        CHECK(bare_writer.row_count() == 2);
        writer.finish();
        bare_writer.finish();
    }
    database.commit();
    CHECK(value(database, "SELECT count(*) FROM gpkg_contents WHERE min_x IS NULL") == "2");
    database.close();
    check_valid(folder / "empty.gpkg");
}

TEST_CASE("a column left unbound is NULL, not the row before") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "unbound.gpkg");
    create_geopackage(database);
    TableWriter writer{database, attacks(), epoch};
    add_attack(writer, 3, LonLat{1, 2});
    writer.insert();
    CHECK(
        value(database,
              "SELECT count(*) FROM attacks WHERE incident_id IS NULL AND killed IS NULL AND geom IS NULL") ==
        "1");
}

TEST_CASE("a geometry of another type than the table's is refused") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "types.gpkg");
    create_geopackage(database);
    TableWriter points{database, attacks(), epoch};
    TableWriter none{database, reports(), epoch};
    CHECK_THROWS_AS(points.insert(MultiLine{{{{0, 0}, {1, 1}}}}), Error);
    CHECK_THROWS_AS(none.insert(LonLat{0, 0}), Error);
}

TEST_CASE("a title that stands twice in a table is told with its column") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "titles.gpkg");
    create_geopackage(database);
    TableSpec spec = reports();
    spec.columns = {{"date", ColumnType::text, "Date", "", "", false, {}},
                    {"day", ColumnType::text, "Date", "", "", false, {}}};
    create_table(database, spec, epoch);
    CHECK(value(database, "SELECT group_concat(name) FROM gpkg_data_columns") == "Date,Date (day)");
}

TEST_CASE("what would make a GeoPackage wrong is refused") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "wrong.gpkg");
    create_geopackage(database);
    CHECK_THROWS_AS(create_table(database, attacks(), "2024-01-01"), Error);
    CHECK_THROWS_AS(create_table(database, attacks(), "2024-01-01T00:00:00Z"), Error);
    CHECK_THROWS_AS(create_table(database, attacks(), "2024-01-01 00:00:00.000Z"), Error);
    CHECK_THROWS_AS(create_domain(database, {"Status", {{"a", ""}}}), Error);
    CHECK_THROWS_AS(create_domain(database, {"status", {}}), Error);
    CHECK_THROWS_AS(create_domain(database, {"status", {{"a", ""}, {"a", ""}}}), Error);
    TableSpec twins = reports();
    twins.columns = {{"Date", ColumnType::text, "", "", "", false, {}},
                     {"date", ColumnType::text, "", "", "", false, {}}};
    CHECK_THROWS_WITH(create_table(database, twins, epoch), Contains("duplicate column name"));
}

TEST_CASE("a value that stands twice in a unique column is an error when the table is finished") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "unique.gpkg");
    create_geopackage(database);
    TableWriter writer{database, attacks(), epoch};
    add_attack(writer, 1, LonLat{1, 2});
    add_attack(writer, 1, LonLat{1, 2});
    CHECK_THROWS_WITH(writer.finish(), Contains("UNIQUE constraint failed: attacks.incident_id"));
}

TEST_CASE("GDAL reads the file: types, titles, domains, counts, and a window through the index") {
    if (!has_program("ogrinfo")) {
        WARN("skipped: no ogrinfo (gdal-bin)");
        return;
    }
    const ScratchFolder folder;
    write_sample(folder / "sample.gpkg");
    const std::string file = "'" + (folder / "sample.gpkg").string() + "'";
    const ProgramResult info = run_program("ogrinfo -ro -so " + file + " attacks");
    CHECK(info.exit_code == 0);
    for (const char* line :
         {"Geometry: Point", "Feature Count: 300", "Extent: (40.000000, 29.0", "FID Column = fid",
          "Geometry Column = geom", "incident_id: String", "event_date: Date", "time_from: DateTime",
          "killed: Integer64", "uncertainty_m: Real", "decided: Integer(Boolean)", "picture: Binary",
          "ID[\"EPSG\",4326]"})
        CHECK_THAT(info.output, Contains(line));
    CHECK_THAT(info.output, !Contains("Warning") && !Contains("ERROR"));
    CHECK_THAT(run_program("ogrinfo -ro -so " + file + " attack_areas").output,
               Contains("Geometry: Multi Polygon"));
    CHECK_THAT(run_program("ogrinfo -ro -fielddomain status " + file).output,
               Contains("resolved: A point on the map"));
    const std::string window =
        run_program("ogrinfo -ro -so -spat 41 25 42.001 35 " + file + " attacks").output;
    // From i = 50 at 41 degrees to i = 100 at 42, but for the five that are nowhere.
    CHECK_THAT(window, Contains("Feature Count: 46"));
}

TEST_CASE("GDAL edits the file, and index and count stay right") {
    if (!has_program("ogrinfo")) {
        WARN("skipped: no ogrinfo (gdal-bin)");
        return;
    }
    const ScratchFolder folder;
    write_sample(folder / "edited.gpkg");
    const std::string file = "'" + (folder / "edited.gpkg").string() + "'";
    for (const char* sql :
         {"DELETE FROM reports WHERE fid <= 5", "DELETE FROM attacks WHERE fid <= 5",
          "UPDATE attacks SET fid = 1000 WHERE fid = 6", "UPDATE attacks SET geom = NULL WHERE fid = 7",
          "UPDATE attacks SET geom = (SELECT geom FROM attacks WHERE fid = 8) WHERE fid = 10",
          "UPDATE attacks SET geom = (SELECT geom FROM attacks WHERE fid = 8) WHERE fid = 9"}) {
        const ProgramResult result = run_program("ogrinfo " + file + " -sql \"" + sql + '"');
        CHECK(result.exit_code == 0);
        CHECK_THAT(result.output, !Contains("ERROR"));
    }
    {
        Database database = Database::open_read_only(folder / "edited.gpkg");
        CHECK(database.integrity_problem() == "");
        // 270, less the deleted five, less the one made nowhere, and one more that was nowhere.
        CHECK(value(database, "SELECT count(*) FROM rtree_attacks_geom") == "265");
        CHECK(value(database, "SELECT count(*) FROM rtree_attacks_geom WHERE id = 1000") == "1");
        CHECK(value(database, "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'attacks'") ==
              "295");
        CHECK(value(database, "SELECT count(DISTINCT minx) FROM rtree_attacks_geom WHERE id IN (8, 9, 10)") ==
              "1");
    }
    check_valid(folder / "edited.gpkg");
}

// Hidden, since it takes long: run it with `unit_tests "[measure]"` in a release build.
TEST_CASE("a million points with twelve columns and their index take seconds", "[.measure]") {
    const ScratchFolder folder;
    TableSpec spec = attacks();
    spec.columns.resize(7);
    for (ColumnSpec& column : spec.columns) column.unique = false;
    for (const char* name : {"place", "country", "because", "source", "notes"})
        spec.columns.push_back({name, ColumnType::text, name, "", "", false, {}});
    const auto start = std::chrono::steady_clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };

    Database database = Database::create(folder / "million.gpkg");
    database.begin();
    create_geopackage(database);
    create_domain(database, {"status", {{"resolved", ""}, {"coarse", ""}}});
    double inserted = 0;
    {
        TableWriter writer{database, spec, epoch};
        std::uint64_t random = 1;
        for (int i = 0; i < 1'000'000; ++i) {
            random = random * 6364136223846793005U + 1442695040888963407U;
            const double x = static_cast<double>(random >> 40) / (1 << 24),
                         y = static_cast<double>(random & 0xffffff) / (1 << 24);
            Statement& row = writer.row();
            row.bind_text_view(8, "Qaryat Shaykh Amir");
            row.bind_text_view(9, "Iraq");
            row.bind_text_view(10, "The report's name and the gazetteer's are one name");
            row.bind_text_view(11, "Reuters; AP");
            row.bind_text_view(12, "none");
            add_attack(writer, i, LonLat{x * 360 - 180, y * 180 - 90});
        }
        inserted = seconds();
        writer.finish();
    }
    database.commit();
    database.close();
    const double whole = seconds();
    rusage usage{};
    REQUIRE(getrusage(RUSAGE_SELF, &usage) == 0);
    WARN("rows " << inserted << " s, with index " << whole << " s, " << usage.ru_maxrss / 1024 << " MiB, "
                 << std::filesystem::file_size(folder / "million.gpkg") / 1'000'000 << " MB");
    CHECK(whole < 30);
    Database again = Database::open_read_only(folder / "million.gpkg");
    CHECK(again.integrity_problem() == "");
    CHECK(value(again, "SELECT count(*) FROM rtree_attacks_geom") == "1000000");
}
