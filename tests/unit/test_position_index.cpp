// SPDX-License-Identifier: MIT
/// Which country, province and district a position is in, and what it is near.
#include <string>
#include <vector>

#include "catch.hpp"
#include "gazetteer/import/import.hpp"
#include "gazetteer/position_index.hpp"
#include "locate/resolver.hpp"
#include "scratch.hpp"

using namespace incidentmap;

namespace {

const std::string places =
    "place_id,name,kind,latitude,longitude,country,admin1,admin2,population,extent_m,accuracy_m\n"
    "bf,Burkina Faso,country,12.5,-1.5,BF,,,,400000,1000\n"
    "ml,Mali,country,16,-2,ML,,,,400000,1000\n"
    "sahel,Sahel,province,14,-0.5,BF,Sahel,,,100000,1000\n"
    "nord,Nord,province,13.5,-2.5,BF,Nord,,,80000,1000\n"
    "soum,Soum,district,14.2,-1.5,BF,Sahel,,,50000,1000\n"
    "djibo,Djibo,town,14.1,-1.63,BF,Sahel,Soum,60000,2000,500\n"
    "dori,Dori,town,14.03,-0.03,BF,Sahel,Seno,46000,2000,500\n"
    "east,Eastside,town,-17,-179.9,FJ,,,100,1000,500\n";

/// Burkina Faso with two provinces, one of which has a hole; Mali north of it.
const std::string areas =
    R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"place_id":"bf","level":"country","name":"Burkina Faso","country":"BF"},
 "geometry":{"type":"Polygon","coordinates":[[[-5,10],[2,10],[2,15],[-5,15],[-5,10]]]}},
{"type":"Feature","properties":{"place_id":"ml","level":"country","name":"Mali","country":"ML"},
 "geometry":{"type":"Polygon","coordinates":[[[-5,15],[2,15],[2,20],[-5,20],[-5,15]]]}},
{"type":"Feature","properties":{"place_id":"sahel","level":"province","name":"Sahel","country":"BF"},
 "geometry":{"type":"Polygon","coordinates":[[[-2,13],[2,13],[2,15],[-2,15],[-2,13]],
                                             [[0.5,13.5],[0.5,14.5],[1.5,14.5],[1.5,13.5],[0.5,13.5]]]}},
{"type":"Feature","properties":{"place_id":"nord","level":"province","name":"Nord","country":"BF"},
 "geometry":{"type":"Polygon","coordinates":[[[-5,13],[-2,13],[-2,15],[-5,15],[-5,13]]]}},
{"type":"Feature","properties":{"place_id":"soum","level":"district","name":"Soum","country":"BF"},
 "geometry":{"type":"Polygon","coordinates":[[[-2,13.5],[-1,13.5],[-1,15],[-2,15],[-2,13.5]]]}}]})";

std::vector<Gazetteer> gazetteers(const Scratch& scratch) {
    const std::string made = scratch.path("made.gpkg");
    import_gazetteer(ImportFormat::csv,
                     {scratch.file("places.csv", places), scratch.file("areas.geojson", areas)}, made);
    std::vector<Gazetteer> opened;
    opened.push_back(Gazetteer::open(made));
    return opened;
}

}  // namespace

TEST_CASE("a position is in its country, province and district, and near a town") {
    const Scratch scratch;
    const std::vector<Gazetteer> known = gazetteers(scratch);
    PositionIndex index(known);
    const PositionPlace place = index.at({-1.53, 14.19});
    CHECK(place.country == "BF");
    CHECK(place.admin1 == "Sahel");
    CHECK(place.admin2 == "Soum");
    CHECK(place.settlement == "Djibo");
    CHECK(place.distance_m == Approx(14'640).epsilon(0.01));
    CHECK(place.azimuth_deg == Approx(47).margin(2));
    CHECK_FALSE(place.is_within);
    CHECK(index.at({-1.631, 14.101}).is_within);
    CHECK(index.at({-3, 14}).admin1 == "Nord");
    CHECK(index.at({-3, 16}).country == "ML");
}

TEST_CASE("a hole in a province is none of it, and the sea is in no country") {
    const Scratch scratch;
    const std::vector<Gazetteer> known = gazetteers(scratch);
    PositionIndex index(known);
    const PositionPlace hole = index.at({1.0, 14.0});
    CHECK(hole.country == "BF");
    CHECK(hole.admin1.empty());
    const PositionPlace sea = index.at({-30, 0});
    CHECK(sea.country.empty());
    CHECK(sea.settlement.empty());
}

TEST_CASE("at a border the country and the province that are stated decide, far from it they do not") {
    const Scratch scratch;
    const std::vector<Gazetteer> known = gazetteers(scratch);
    PositionIndex index(known);
    CHECK(index.at({-1.5, 15.05}).country == "ML");
    CHECK(index.at({-1.5, 15.05}, "BF").country == "BF");
    CHECK(index.at({-1.5, 15.05}, "BF", "Sahel").admin1 == "Sahel");
    CHECK(index.at({-2.05, 14}, "BF", "sahel").admin1 == "Sahel");
    CHECK(index.at({-1.5, 17}, "BF").country == "ML");
    CHECK(index.at({-4, 14}, "BF", "Sahel").admin1 == "Nord");
}

TEST_CASE("a town across the antimeridian is near") {
    const Scratch scratch;
    const std::vector<Gazetteer> known = gazetteers(scratch);
    PositionIndex index(known);
    const PositionPlace place = index.at({179.9, -17});
    CHECK(place.settlement == "Eastside");
    CHECK(place.azimuth_deg == Approx(270).margin(1));
}

TEST_CASE("a location from numbers is named after what is there") {
    const Scratch scratch;
    Resolver resolver(gazetteers(scratch));
    const Location near = resolver.locate({{-1.53, 14.19}, 500, true}, nullptr);
    CHECK(near.name == "15 km NE of Djibo");
    CHECK(near.country == "BF");
    CHECK(near.reasons.back() == "By the gazetteers that is 15 km NE of Djibo, Sahel, Burkina Faso.");
    CHECK(resolver.locate({{-1.631, 14.101}, 500, true}, nullptr).name == "Djibo");
    // A direction needs a position that is known better than it is far away.
    CHECK(resolver.locate({{-1.53, 14.19}, 50'000, true}, nullptr).name == "near Djibo");
    Location unknown;
    unknown.query = "Koutougou";
    CHECK(resolver.locate({{-1.53, 14.19}, 500, true}, &unknown).name == "Koutougou, 15 km NE of Djibo");
    CHECK(resolver.locate({{-30, 0}, 500, true}, nullptr).name == "0, -30");
}
