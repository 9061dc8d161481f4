// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/table_writer.hpp"
#include "scratch.hpp"
#include "writer/postgis/connection_text.hpp"
#include "writer/postgis/finished_tables.hpp"
#include "writer/postgis/table_sql.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

TEST_CASE("An output is a database where it says PG: or is an address of PostgreSQL") {
    CHECK(is_postgis("PG:dbname=maps"));
    CHECK(is_postgis("pg:"));
    CHECK(is_postgis("postgresql://me@localhost/maps"));
    CHECK_FALSE(is_postgis("PG"));
    CHECK_FALSE(is_postgis("output"));
    CHECK_FALSE(is_postgis("./PG:dbname=maps"));
    CHECK_FALSE(is_postgis(""));
}

TEST_CASE("No form of a password that stands in a connection string reaches a message") {
    struct Case {
        std::string output;
        std::string message;
    };
    const std::vector<Case> cases{
        {"PG:dbname=maps password=s3cret", "refused s3cret"},
        {"PG:dbname = maps PASSWORD = 's3cret word' host=a", "no 's3cret word' and no s3cret word"},
        {"PG:password='s3\\'cret\\\\' dbname=maps", "no s3'cret\\ and no 's3\\'cret\\\\'"},
        {"PG:sslpassword=s3cret", "s3cret s3cret"},
        {"postgresql://me:s3cret@host/maps", "at postgresql://me:s3cret@host/maps: s3cret"},
        {"postgresql://me:s3%63ret@host/maps", "s3%63ret is s3cret"},
        {"PG:postgresql://host/maps?user=me&password=s3cret", "s3cret"},
        {"postgresql://me:s3@cret@host/maps", "s3@cret"},
        {"PG:dbname=maps password=s3cret", "whole: dbname=maps password=s3cret"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.output);
        const std::string told = without_secrets(each.message, read_connection(each.output));
        CHECK_THAT(told, !Contains("cret") && !Contains("s3"));
    }
}

TEST_CASE("What is told of a connection is one line of UTF-8") {
    const ConnectionText connection = read_connection("PG:dbname=maps");
    CHECK(without_secrets("first\nsecond\xFF\n", connection) == "first second\xEF\xBF\xBD");
    CHECK(connection.secrets.empty());
}

TEST_CASE("What is no connection string is refused without its words") {
    for (const std::string output :
         {"PG:s3cret", "PG:dbname=maps s3cret", "PG:password='s3cret", "PG:=s3cret", "PG:dbname"}) {
        CAPTURE(output);
        REQUIRE_THROWS_AS(read_connection(output), UsageError);
        CHECK_THROWS_WITH(read_connection(output), Contains("no connection string") && !Contains("s3cret"));
    }
    CHECK_NOTHROW(read_connection("PG:"));  // libpq's defaults
    CHECK_NOTHROW(read_connection("PG:dbname='' host="));
}

TEST_CASE("A project says where its database is, and neither who asks nor with what password") {
    const auto place = [](const std::string& output) {
        return place_in_words(read_connection(output), "maps");
    };
    CHECK(place("PG:user=me password=s3cret") == "dbname='maps'");
    CHECK(place("PG:host = 'a b' port=5433 dbname='it\\'s' user=me passfile=/home/me/x") ==
          "dbname='it\\'s' host='a b' port='5433'");
    CHECK(place("PG:service=maps password=s3cret") == "service='maps'");
    CHECK(place("postgresql://me:s3cret@db.example.org:5433/my%20maps?sslmode=require&password=x") ==
          "dbname='my maps' host='db.example.org' port='5433' sslmode='require'");
    CHECK(place("postgresql://me@[::1]:5433,%2Frun%2Fpg/") == "dbname='maps' host='::1,/run/pg' port='5433'");
    CHECK(place("postgresql:///maps?host=/run/pg") == "dbname='maps' host='/run/pg'");
}

TEST_CASE("A schema is named after the input, in letters that SQL takes without quotation marks") {
    CHECK(default_schema("incidents") == "incidents");
    CHECK(default_schema("June 2020") == "june_2020");
    CHECK(default_schema("2020-06") == "map_2020_06");
    CHECK(default_schema("pg_stat") == "map_pg_stat");
    CHECK(default_schema("public") == "map_public");
    CHECK(default_schema("حوادث") == "incidentmap");
    CHECK(default_schema("") == "incidentmap");
    CHECK(default_schema(std::string(200, 'x')).size() == 63);
    for (const std::string stem : {"June 2020", "2020-06", "pg_", "x\"); DROP SCHEMA public; --"})
        CHECK_NOTHROW(check_schema_name(default_schema(stem)));
    for (const std::string name : {"", "a b", "1st", "PG_x", "information_schema", "a.b", "a\"b", "ü"})
        CHECK_THROWS_AS(check_schema_name(name), UsageError);
    CHECK_NOTHROW(check_schema_name("Attacks_2"));
    CHECK_THROWS_AS(check_schema_name(std::string(64, 'x')), UsageError);
}

TEST_CASE("A finished GeoPackage says what its tables are, for a database to have the same") {
    const Scratch folder;
    const std::string path = folder.path("a.gpkg");
    const std::string long_name(70, 'x');
    {
        Database database = Database::create(path);
        database.begin();
        create_geopackage(database);
        create_domain(database, {"status", {{"resolved", "a point"}, {"coarse", "an area"}}});
        TableSpec incidents{.name = "incidents", .identifier = "Incidents", .description = "All."};
        incidents.columns = {{.name = "incident_id", .title = "Incident", .unique = true}};
        TableSpec attacks{.name = "attacks", .geometry = GeometryType::point};
        attacks.columns = {
            {.name = "incident_id", .references = ColumnReference{"incidents", "incident_id"}},
            {.name = "status", .title = "How", .description = "It came to this.", .domain = "status"},
            {.name = "n", .type = ColumnType::integer},
            {.name = "x", .type = ColumnType::real},
            {.name = "day", .type = ColumnType::date},
            {.name = "at", .type = ColumnType::datetime},
            {.name = long_name + "1"},
            {.name = long_name + "2"},
            {.name = "a\"b"}};
        const std::string time = "2024-01-01T00:00:00.000Z";
        {
            TableWriter points(database, attacks, time);
            TableWriter rows(database, incidents, time);
            rows.row().bind_text(1, "i1");
            rows.insert();
            points.row().bind_text(1, "i1");
            points.insert(LonLat{44, 33});
            points.finish();
            rows.finish();
        }
        database.commit();
        database.close();
    }
    Database database = Database::open_read_only(path);
    const auto tables = finished_tables(database);
    REQUIRE(tables.size() == 2);
    const TableSpec& attacks = tables[0].spec;
    CHECK(attacks.name == "attacks");
    CHECK(tables[0].row_count == 1);
    CHECK(columns_in_words(attacks) ==
          "fid bigint, incident_id text, status text, n bigint, x double precision, day date, at timestamp "
          "with time zone, " +
              std::string(63, 'x') + " text, " + std::string(61, 'x') +
              "_2 text, a\"b text, geom geometry(Point,4326)");
    CHECK(attacks.columns[1].description == "It came to this. Values: resolved: a point; coarse: an area.");
    REQUIRE(attacks.columns[0].references);
    CHECK(attacks.columns[0].references->table == "incidents");
    CHECK(tables[1].spec.columns[0].unique);
    CHECK_FALSE(attacks.columns[0].unique);

    CHECK(create_table_sql("june", tables[1].spec) ==
          "CREATE TABLE \"june\".\"incidents\" (\"fid\" bigint PRIMARY KEY, \"incident_id\" text UNIQUE)");
    CHECK_THAT(create_table_sql("june", attacks), Contains("\"a\"\"b\" text"));
    CHECK(relate_table_sql("june", attacks) ==
          std::vector<std::string>{"ALTER TABLE \"june\".\"attacks\" ADD CONSTRAINT "
                                   "\"attacks_incident_id_fkey\" FOREIGN KEY (\"incident_id\") REFERENCES "
                                   "\"june\".\"incidents\" (\"incident_id\")"});
}
