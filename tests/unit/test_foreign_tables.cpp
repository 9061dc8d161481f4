// SPDX-License-Identifier: MIT
/// What a person put into a GeoPackage of ours goes along into the next one.
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/foreign_tables.hpp"
#include "geopackage/table_writer.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

const std::set<std::string> ours{"attacks"};

/// A GeoPackage with one layer, as a build makes it.
Database made(const std::string& path, const std::string& incident) {
    Database file = Database::create(path);
    file.begin();
    create_geopackage(file);
    TableSpec spec;
    spec.name = "attacks";
    spec.identifier = "Attacks";
    spec.geometry = GeometryType::point;
    spec.columns = {{"incident_id", ColumnType::text, "Incident", "", "", false, {}}};
    TableWriter writer(file, spec, "2024-01-01T00:00:00.000Z");
    writer.row().bind_text(1, incident);
    writer.insert(Geometry{LonLat{44, 36}});
    writer.finish();
    file.commit();
    return file;
}

/// What a person saved beside it: a layer, a table with an index and a trigger, a view of ours.
constexpr const char* saved =
    "CREATE TABLE Wells (fid INTEGER PRIMARY KEY, geom POINT, name TEXT);"
    "INSERT INTO Wells (name) VALUES ('Ayn'), ('Bir');"
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('Wells', 'features', "
    "'Attacks of mine', 4326);"
    "INSERT INTO gpkg_geometry_columns VALUES ('Wells', 'geom', 'POINT', 4326, 0, 0);"
    "CREATE TABLE \"my \"\"notes\" (id INTEGER PRIMARY KEY, note TEXT, twice TEXT GENERATED ALWAYS AS (note "
    "|| "
    "note));"
    "INSERT INTO \"my \"\"notes\" (note) VALUES ('a');"
    "CREATE INDEX by_note ON \"my \"\"notes\" (note);"
    "CREATE INDEX by_incident ON attacks (incident_id);"
    "CREATE TRIGGER told AFTER INSERT ON Wells BEGIN UPDATE Wells SET name = new.name WHERE fid = new.fid; "
    "END;"
    "CREATE VIEW ids AS SELECT incident_id FROM attacks;";

std::string answer(Database& file, const std::string& sql) {
    Statement rows = file.prepare(sql);
    std::string text;
    while (rows.step()) text += std::string(rows.text(0)) + " ";
    return text;
}

}  // namespace

TEST_CASE(
    "Tables, layers, views, indexes and triggers of a person stand in the next file, and ours are new") {
    const Scratch folder;
    {
        Database earlier = made(folder.path("old.gpkg"), "old");
        CHECK(foreign_tables(earlier, ours).empty());
        earlier.execute(saved);
        CHECK(foreign_tables(earlier, ours) == std::vector<std::string>{"Wells", "my \"notes", "ids"});
        earlier.close();
    }
    Database next = made(folder.path("new.gpkg"), "new");
    CHECK(copy_foreign_tables(folder.path("old.gpkg"), next, ours) ==
          std::vector<std::string>{"Wells", "my \"notes", "ids"});
    CHECK(answer(next, "SELECT name FROM Wells ORDER BY fid") == "Ayn Bir ");
    CHECK(answer(next, "SELECT twice FROM \"my \"\"notes\"") == "aa ");
    CHECK(answer(next, "SELECT incident_id FROM ids") == "new ");
    CHECK(answer(next,
                 "SELECT name FROM sqlite_schema WHERE name IN ('by_note', 'by_incident', 'told') ORDER "
                 "BY name") == "by_incident by_note told ");
    CHECK(answer(next, "SELECT data_type FROM gpkg_contents WHERE table_name = 'Wells'") == "features ");
    CHECK(answer(next, "SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = 'Wells'") ==
          "POINT ");
    CHECK(next.integrity_problem().empty());
    next.close();
}

TEST_CASE("A table that cannot be copied is told, and no file is taken for whole without it") {
    const Scratch folder;
    {
        Database earlier = made(folder.path("old.gpkg"), "old");
        earlier.execute("CREATE VIRTUAL TABLE words USING fts5(text)");
        earlier.close();
    }
    Database next = made(folder.path("new.gpkg"), "new");
    CHECK_THROWS_WITH(copy_foreign_tables(folder.path("old.gpkg"), next, ours),
                      Contains("the table words is virtual"));
}

TEST_CASE("A person's table with the name of one of this build's is told") {
    const Scratch folder;
    {
        Database earlier = made(folder.path("old.gpkg"), "old");
        earlier.execute("CREATE TABLE Bases (id INTEGER PRIMARY KEY)");
        earlier.close();
    }
    Database next = made(folder.path("new.gpkg"), "new");
    next.execute("CREATE TABLE bases (id INTEGER PRIMARY KEY)");
    CHECK_THROWS_WITH(copy_foreign_tables(folder.path("old.gpkg"), next, ours),
                      Contains("the table Bases has the name"));
}
