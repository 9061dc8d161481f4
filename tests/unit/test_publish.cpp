// SPDX-License-Identifier: MIT
/// What an edition to publish is made of: how coarse, the fixed grid, what is withheld.
#include <array>
#include <cmath>
#include <string>

#include "build/public_ids.hpp"
#include "catch.hpp"
#include "core/coarseness.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/grid_cell.hpp"
#include "geopackage/database.hpp"
#include "geopackage/geometry_blob.hpp"
#include "locate/withheld.hpp"
#include "scratch.hpp"
#include "writer/edition_search.hpp"

using namespace incidentmap;

TEST_CASE("How coarse a row is published is read as people write it") {
    CHECK(read_coarseness("")->is_exact());
    CHECK(read_coarseness(" Exact ")->is_exact());
    CHECK(read_coarseness("10km") == Coarseness{Coarseness::Unit::grid, 10});
    CHECK(read_coarseness("2.5 KM") == Coarseness{Coarseness::Unit::grid, 2.5});
    CHECK(read_coarseness("province") == Coarseness{Coarseness::Unit::admin1, 0});
    CHECK(read_coarseness("no")->is_no());
    for (const char* wrong : {"maybe", "0km", "-5 km", "2000km", "10", "km", "10 miles", "nankm"})
        CHECK_FALSE(read_coarseness(wrong));
    for (const char* text : {"exact", "10km", "admin2", "admin1", "country", "no"})
        CHECK(to_string(*read_coarseness(text)) == text);
}

TEST_CASE("Of two the coarser counts, whichever way round") {
    constexpr std::array<const char*, 7> ascending{"exact",  "10km",    "admin2", "50km",
                                                   "admin1", "country", "no"};
    for (std::size_t a = 0; a < ascending.size(); ++a) {
        for (std::size_t b = 0; b < ascending.size(); ++b) {
            const Coarseness coarser_one =
                coarser(*read_coarseness(ascending[a]), *read_coarseness(ascending[b]));
            CHECK(to_string(coarser_one) == ascending[std::max(a, b)]);
        }
    }
}

TEST_CASE("A grid cell holds its position, is fixed, and is no narrower than asked, all over the earth") {
    for (const double side_km : {1.0, 10.0, 50.0, 320.0}) {
        for (double lat = -89.5; lat < 90; lat += 7.3) {
            for (double lon = -180; lon <= 180; lon += 23.7) {
                const GridCell cell = grid_cell({lon, lat}, side_km);
                INFO(lon << " " << lat << " " << side_km);
                CHECK(covers(Footprint{cell.outline}, {lon, lat}));
                CHECK(grid_cell(cell.middle, side_km).outline == cell.outline);
                const Ring& ring = cell.outline.polygons.front().outer;
                const double height = geodesic(ring[0], {ring[0].lon, ring[2].lat}).distance_m;
                CHECK(height >= side_km * 1000 * 0.994);
                const double south = geodesic(ring[0], ring[1]).distance_m;
                const double north = geodesic(ring[3], ring[2]).distance_m;
                if (std::abs(lat) < 80) CHECK(std::min(south, north) >= side_km * 1000 * 0.99);
            }
        }
    }
    CHECK(grid_cell({180, 90}, 10).outline.polygons.size() == 1);
    CHECK(grid_cell({-180, -90}, 10).outline.polygons.size() == 1);
}

TEST_CASE("Withheld names are found in any case, with marks or without, in addresses and run together") {
    WithheldNames names;
    names.add("Camp Taji");
    names.add("Sheikh Amir, Nineveh");
    names.add("12 km north of Djibo");
    names.add("قاعدة بلد الجوية");
    names.add("Куп'янськ");
    names.allow("Nineveh");
    for (const char* text :
         {"rockets at TAJI", "near Camp-Taji.", "https://x.org/camp-taji/1", "{\"a\":\"Tājī\"}",
          "Sheikh  Amir", "sheikh_amir-2020", "close to Djibo", "في قاعدة بلد الجوية",
          "x.org/%D0%9A%D1%83%D0%BF%27%D1%8F%D0%BD%D1%81%D1%8C%D0%BA"}) {
        INFO(text);
        CHECK_FALSE(names.found_in(text).empty());
    }
    for (const char* text :
         {"Nineveh", "Amir said", "Tajikistan", "sheikh", "north of the city", "camp", "", "12 km"}) {
        INFO(text);
        CHECK(names.found_in(text).empty());
    }
    CHECK(names.may_tell("shaykh ameer"));
    CHECK(names.may_tell("campTaji"));
    CHECK_FALSE(names.may_tell("Nineveh province, three killed"));
}

TEST_CASE("A small word of a short name is no name, and words of the program are looked over") {
    WithheldNames names;
    names.add("Gao");
    CHECK(names.found_in("gao").empty());
    CHECK(names.found_in("in Gao today") == "gao");
    CHECK(names.found_in("in Gao today", true).empty());
    names.add("Tall Afar");
    CHECK(names.found_in("in tall ʿafar", true) == "tall afar");
}

TEST_CASE("What is left of a name without its generic words is none where it only says whose it is") {
    WithheldNames names;
    names.add("American Embassy");
    names.add("United States Embassy");
    names.add("Turkish base");
    CHECK(names.found_in("American Military News").empty());
    CHECK(names.found_in("the United States and Turkish officials").empty());
    CHECK(names.found_in("at the American embassy") == "american embassy");
}

TEST_CASE("Withheld positions are found to a hundredth of a degree, either way round") {
    WithheldPositions positions;
    positions.add({44.2503, 33.5012});
    CHECK(positions.told_by({44.2530, 33.4990}));
    CHECK_FALSE(positions.told_by({44.27, 33.5012}));
    for (const char* text : {"33.5012, 44.2503", "[44.25,33.50]", "lat=33.501&lon=44.2499",
                             "POINT (44.2503 33.5012)", "near-33.5012,-44.2503-2020"}) {
        INFO(text);
        CHECK(positions.found_in(text));
    }
    for (const char* text : {"33.5 44.2", "33.5012", "33.5012 and much later 44.30", ""}) {
        INFO(text);
        CHECK_FALSE(positions.found_in(text));
    }
    const std::array row{1.0, 33.5012, 44.2503};
    CHECK(positions.found_in(row));
    // A corner of a cell that is published tells nothing by chance.
    positions.allow({44.2503, 33.5012});
    CHECK_FALSE(positions.told_by({44.2503, 33.5012}));
    CHECK(positions.told_by({44.2504, 33.5012}));
}

TEST_CASE("Ids that may hold words become numbers, always the same") {
    PublicIds ids("incident");
    CHECK(ids.of("IRQ1234") == "IRQ1234");
    CHECK(ids.of("17") == "17");
    CHECK(ids.of("r17-a") == "r17-a");
    CHECK(ids.of("taji-2020-07-27") == "incident-p1");
    CHECK(ids.of("قائم-1") == "incident-p2");
    CHECK(ids.of("taji-2020-07-27") == "incident-p1");
    CHECK(ids.of("incident-p1") == "incident-p1");
    CHECK(ids.known("taji-2020-07-27") == "incident-p1");
    CHECK(ids.known("other") == "other");
    // A part of a name may be as short as a code.
    CHECK(ids.of("yar-2024-03-17") == "incident-p3");
    CHECK(ids.of("GAO2024") == "incident-p4");
    CHECK(ids.of("2024-bo") == "incident-p5");
}

TEST_CASE("A coast that passes through a withheld place tells nothing; a town, or an area of ours, does") {
    const Scratch scratch;
    Withheld withheld;
    withheld.positions.add({93.55, 19.43});
    const auto told = [&](const std::string& table, const Geometry& geometry) {
        const std::string path = scratch.path(table + std::to_string(geometry.index()) + ".gpkg");
        Database database = Database::create(path);
        database.execute("CREATE TABLE " + table + " (geom BLOB)");
        {
            GeometryEncoder encoder;
            Statement row = database.prepare("INSERT INTO " + table + " VALUES (?)");
            row.bind_blob(1, encoder.encode(geometry).bytes);
            row.run();
        }
        database.close();
        return !told_in({{"out.gpkg", path}}, withheld).empty();
    };
    const MultiPolygon coast{{{{{93.5501, 19.4299}, {94, 19}, {94, 20}, {93.5501, 19.4299}}, {}}}};
    CHECK_FALSE(told("world_countries", coast));
    CHECK(told("attack_areas", coast));
    CHECK(told("world_cities", LonLat{93.5501, 19.4299}));
}
