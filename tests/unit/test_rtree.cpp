// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/geometry_blob.hpp"
#include "geopackage/rtree.hpp"
#include "geopackage_tools.hpp"

using namespace incidentmap;

namespace {

constexpr const char* epoch = "2024-01-01T00:00:00.000Z";

TableSpec dots() {
    TableSpec spec;
    spec.name = "dots";
    spec.geometry = GeometryType::point;
    return spec;
}

/// Boxes strewn over the world, some of no size, some large; the same for the same count.
std::vector<Envelope> strewn_boxes(std::size_t count) {
    std::mt19937_64 random{count};
    std::uniform_real_distribution<double> lon{-180, 179}, lat{-90, 89}, size{0, 1};
    std::vector<Envelope> boxes(count);
    for (Envelope& box : boxes) {
        const double x = lon(random), y = lat(random), s = size(random);
        const double side = s < 0.5 ? 0 : s * s;
        box = {x, x + side, y, y + side};
    }
    return boxes;
}

/// A file whose table has these boxes in its index, and no rows.
Database indexed(const std::filesystem::path& file, const std::vector<Envelope>& boxes) {
    Database database = Database::create(file);
    database.begin();
    create_geopackage(database);
    create_table(database, dots(), epoch);
    TableContent content;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        content.entries.push_back(rtree_entry(static_cast<std::int64_t>(i) + 1, boxes[i]));
    finish_table(database, dots(), std::move(content));
    database.commit();
    return database;
}

std::vector<std::int64_t> found_by_index(Database& database, const Envelope& window) {
    Statement query = database.prepare(
        "SELECT id FROM rtree_dots_geom WHERE maxx >= ?1 AND minx <= ?2 AND maxy >= ?3 AND miny <= ?4 ORDER "
        "BY id");
    query.bind_real(1, window.min_x);
    query.bind_real(2, window.max_x);
    query.bind_real(3, window.min_y);
    query.bind_real(4, window.max_y);
    std::vector<std::int64_t> ids;
    while (query.step()) ids.push_back(query.integer(0));
    return ids;
}

std::vector<std::int64_t> found_one_by_one(const std::vector<Envelope>& boxes, const Envelope& window) {
    std::vector<std::int64_t> ids;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const RtreeEntry box = rtree_entry(static_cast<std::int64_t>(i) + 1, boxes[i]);
        if (double{box.max_x} >= window.min_x && double{box.min_x} <= window.max_x &&
            double{box.max_y} >= window.min_y && double{box.min_y} <= window.max_y)
            ids.push_back(box.rowid);
    }
    return ids;
}

std::int64_t number(Database& database, const std::string& sql) {
    Statement query = database.prepare(sql);
    REQUIRE(query.step());
    return query.integer(0);
}

}  // namespace

TEST_CASE("a box in single precision holds the box in double precision, and no more than need be") {
    for (const double value :
         {0.0, 1.0, 0.1, -0.1, 44.123456789, -179.999999, 180.0, -1e-12, 33.3333333333}) {
        const RtreeEntry entry = rtree_entry(7, {value, value, -value, -value});
        CHECK(entry.rowid == 7);
        CHECK(double{entry.min_x} <= value);
        CHECK(double{entry.max_x} >= value);
        CHECK(double{entry.min_y} <= -value);
        CHECK(double{entry.max_y} >= -value);
        const bool is_exact = static_cast<double>(static_cast<float>(value)) == value;
        CHECK((std::nextafter(entry.min_x, entry.max_x) == entry.max_x || is_exact));
    }
}

TEST_CASE("a box that is not finite is refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(rtree_entry(1, {nan, 1, 0, 1}), Error);
    CHECK_THROWS_AS(rtree_entry(1, {0, 1, 0, std::numeric_limits<double>::infinity()}), Error);
    CHECK_THROWS_AS(rtree_entry(1, Envelope{}), Error);
}

TEST_CASE("a packed index is sound and finds what a look at each box finds, at every size") {
    const ScratchFolder folder;
    for (const std::size_t count : {0, 1, 2, 50, 51, 52, 102, 103, 2601, 2602, 100'000}) {
        CAPTURE(count);
        const auto file = folder / ("boxes" + std::to_string(count) + ".gpkg").c_str();
        const std::vector<Envelope> boxes = strewn_boxes(count);
        indexed(file, boxes).close();

        Database database = Database::open_read_only(file);
        CHECK(database.integrity_problem() == "");
        CHECK(number(database, "SELECT count(*) FROM rtree_dots_geom") == static_cast<std::int64_t>(count));
        for (const Envelope& window :
             {Envelope{-180, 180, -90, 90}, Envelope{40, 46, 30, 36}, Envelope{44, 44, 33, 33},
              Envelope{-10, 100, -1, 0}, Envelope{-180, -179.5, -90, 90}})
            CHECK(found_by_index(database, window) == found_one_by_one(boxes, window));
    }
}

TEST_CASE("every node of a packed index but the last of its level is full") {
    const ScratchFolder folder;
    Database database = indexed(folder / "full.gpkg", strewn_boxes(2602));
    // 2602 boxes fill 51 leaves and begin a 52nd, which need two nodes above them and a root above those.
    CHECK(number(database, "SELECT count(*) FROM rtree_dots_geom_node") == 52 + 2 + 1);
    CHECK(number(database, "SELECT min(length(data)) FROM rtree_dots_geom_node") == 1228);
    CHECK(number(database, "SELECT max(length(data)) FROM rtree_dots_geom_node") == 1228);
    CHECK(number(database, "SELECT rtreedepth(data) FROM rtree_dots_geom_node WHERE nodeno = 1") == 2);
    CHECK(number(database,
                 "SELECT max(n) FROM (SELECT count(*) n FROM rtree_dots_geom_rowid GROUP BY nodeno)") == 51);
}

TEST_CASE("an index may be given its boxes in any order, but not one row twice") {
    const ScratchFolder folder;
    std::vector<RtreeEntry> entries;
    for (int i = 0; i < 300; ++i)
        entries.push_back(rtree_entry(1 + (i * 7919) % 300, {i * 0.5, i * 0.5, 10, 10}));
    Database database = Database::create(folder / "any.gpkg");
    create_geopackage(database);
    create_table(database, dots(), epoch);
    database.begin();
    create_rtree(database, "dots", "geom", "fid", entries);
    database.commit();
    CHECK(database.integrity_problem() == "");
    CHECK(number(database, "SELECT count(*) FROM rtree_dots_geom") == 300);

    TableSpec twice = dots();
    twice.name = "twice";
    create_table(database, twice, epoch);
    entries.push_back(entries.front());
    CHECK_THROWS_AS(create_rtree(database, "twice", "geom", "fid", entries), Error);
}

TEST_CASE("SQLite itself can go on with a packed index: add to it, and empty it") {
    const ScratchFolder folder;
    const std::size_t count = 5000;
    std::vector<Envelope> boxes = strewn_boxes(count);
    Database database = indexed(folder / "edited.gpkg", boxes);
    Statement insert = database.prepare("INSERT INTO rtree_dots_geom VALUES (?1, ?2, ?3, ?4, ?5)");
    for (std::int64_t id = 5001; id <= 6000; ++id) {
        const double x = static_cast<double>(id % 360) - 180;
        boxes.push_back({x, x, 12, 12});
        insert.bind_integer(1, id);
        insert.bind_real(2, x);
        insert.bind_real(3, x);
        insert.bind_real(4, 12);
        insert.bind_real(5, 12);
        insert.run();
    }
    CHECK(database.integrity_problem() == "");
    const Envelope window{0, 90, 0, 45};
    CHECK(found_by_index(database, window) == found_one_by_one(boxes, window));

    database.execute("DELETE FROM rtree_dots_geom WHERE id % 3 != 0");
    CHECK(database.integrity_problem() == "");
    CHECK(number(database, "SELECT count(*) FROM rtree_dots_geom") == 2000);
    database.execute("DELETE FROM rtree_dots_geom");
    CHECK(number(database, "SELECT count(*) FROM rtree_dots_geom") == 0);
    CHECK(database.integrity_problem() == "");
}

TEST_CASE("an index has the six triggers of GeoPackage 1.3, and names may hold anything") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "names.gpkg");
    database.begin();
    create_geopackage(database);
    TableSpec spec = dots();
    spec.name = "o'dd \"name\" <t> %";
    spec.geometry_column = "ge\"om";
    create_table(database, spec, epoch);
    finish_table(database, spec, {});
    database.commit();
    Statement triggers = database.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'rtree%' ORDER BY name");
    for (const char* suffix : {"_delete", "_insert", "_update1", "_update2", "_update3", "_update4"}) {
        REQUIRE(triggers.step());
        CHECK(triggers.text(0) == rtree_name(spec.name, spec.geometry_column) + suffix);
    }
    CHECK_FALSE(triggers.step());
    CHECK(database.integrity_problem() == "");
}
