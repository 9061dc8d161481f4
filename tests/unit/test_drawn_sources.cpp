// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "scratch.hpp"
#include "writer/qgis/drawn_sources.hpp"

using namespace incidentmap;

namespace {

/// A build of one attack, with attributions of four sources.
Database build_with(const Scratch& folder, const std::string& name, const std::string& place_id,
                    bool has_language = false) {
    Database build = Database::create(folder.path(name));
    build.execute(
        "CREATE TABLE build (fid INTEGER PRIMARY KEY, section TEXT, name TEXT, value TEXT);"
        "INSERT INTO build (section, name, value) VALUES ('attribution', 'world: geonames-500', 'GeoNames.'),"
        "('attribution', 'curated: geonames-countries', 'GeoNames'),"
        "('attribution', 'world: ourairports', 'OurAirports'), ('attribution', 'world: natural-earth', "
        "'Natural Earth'), ('attribution', 'world: cldr', 'CLDR'), ('attribution', 'mine: survey', 'My "
        "survey');"
        "CREATE TABLE attacks (fid INTEGER PRIMARY KEY, place_id TEXT);");
    Statement row = build.prepare("INSERT INTO attacks (place_id) VALUES (?1)");
    row.bind_text(1, place_id);
    row.step();
    if (has_language)
        build.execute("INSERT INTO build (section, name, value) VALUES ('option', 'language', 'uk')");
    return build;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("the credit names the sources of what is on the map, each once, and no others") {
    const Scratch folder;
    Database airfield = build_with(folder, "a.gpkg", "ourairports:ORER");
    CHECK(attributions_in(airfield, {"attacks", "build"}) == Words{"OurAirports"});
    // Towns of the ground are GeoNames', outlines and rivers Natural Earth's.
    CHECK(attributions_in(airfield, {"attacks", "build", "world_cities"}) ==
          Words{"GeoNames", "OurAirports"});
    CHECK(attributions_in(airfield, {"attacks", "build", "world_rivers"}) ==
          Words{"OurAirports", "Natural Earth"});
    CHECK(attributions_in(airfield, {"attacks", "build", "world_countries"}) ==
          Words{"OurAirports", "Natural Earth"});
    // A table that the file has not is not asked.
    CHECK(attributions_in(airfield, {"build"}).empty());
    CHECK(attributions_in(airfield, {"attacks"}).empty());
    Database town = build_with(folder, "b.gpkg", "geonames:98182", true);
    CHECK(attributions_in(town, {"attacks", "build"}) == Words{"GeoNames", "CLDR"});
    Database own = build_with(folder, "c.gpkg", "green-zone");
    CHECK(attributions_in(own, {"attacks", "build"}) == Words{"My survey"});
}

TEST_CASE("a source is on the map where an id of a place or a table of the ground is from it") {
    const Scratch folder;
    Database town = build_with(folder, "a.gpkg", "geonames:98182");
    const DrawnSources drawn(town, {"attacks"});
    CHECK(drawn.holds("geonames-cities15000"));
    CHECK(!drawn.holds("ourairports"));
    CHECK(!drawn.holds("natural-earth-50m"));
    CHECK(!drawn.holds("cldr"));
    CHECK(!drawn.holds("survey"));
}
