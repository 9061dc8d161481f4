// SPDX-License-Identifier: MIT
/// Where phrases are: the areas of their clues, what several have in common, and what does not fit together.
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/text.hpp"
#include "geodesy/area.hpp"
#include "geodesy/distance_bounds.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/clue_area.hpp"
#include "locate/phrase_location.hpp"

using namespace incidentmap;
using Catch::Detail::Approx;

namespace {

Location town(const char* name, const char* id, LonLat at, double radius_m, const char* admin1 = "") {
    Location location;
    location.query = name;
    location.name = name;
    location.place_id = id;
    location.kind = "town";
    location.country = "IQ";
    location.admin1 = admin1;
    location.status = Status::resolved;
    location.method = Method::place_name;
    location.likely = at;
    location.footprint = Circle{at, radius_m};
    location.uncertainty_m = radius_m;
    location.score = 0.9;
    location.geo_precision = 1;
    location.where_prec = 1;
    return location;
}

Location area(const char* name, double west, double south, double east, double north) {
    Location location = town(name, name, {(west + east) / 2, (south + north) / 2}, 0);
    location.kind = "province";
    location.status = Status::coarse;
    location.method = Method::area_outline;
    location.footprint =
        MultiPolygon{{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
    location.uncertainty_m = radius_about_m(location.footprint, location.likely);
    return location;
}

/// A small world: towns, one name that two places share, and two provinces side by side.
struct World {
    std::map<std::string, Location> places{
        {"Baghdad", town("Baghdad", "t:1", {44.4, 33.34}, 12'000, "Baghdad")},
        {"Taji", town("Taji", "t:2", {44.26, 33.52}, 3'000, "Baghdad")},
        {"Amir North", town("Amir", "t:3", {43.47, 36.32}, 2'000)},
        {"Amir South", town("Amir", "t:4", {45.9, 32.5}, 2'000)},
        {"Balad", town("Balad", "t:5", {44.15, 34.01}, 3'000)},
        {"Mosul", town("Mosul", "t:6", {43.12, 36.34}, 8'000)},
        {"Westland", area("Westland", 43, 32, 44, 37)},
        {"Eastland", area("Eastland", 44, 32, 46, 37)}};

    Location named(const std::string& words) const {
        if (words == "Amir") {
            Location doubt;
            doubt.status = Status::ambiguous;
            doubt.query = words;
            for (const char* one : {"Amir North", "Amir South"}) {
                const Location& place = places.at(one);
                doubt.alternatives.push_back(
                    {place.name, place.place_id, "town", "IQ", "", "", place.likely, 0.8, ""});
            }
            doubt.reasons = {"Two places have that name."};
            doubt.remedy = "Name the province.";
            return doubt;
        }
        const auto found = places.find(words);
        if (found != places.end()) return found->second;
        Location nothing;
        nothing.query = words;
        nothing.reasons = {"No place is named " + words + "."};
        return nothing;
    }

    Location locate(const std::string& words) const {
        const auto phrase = read_phrase(words);
        REQUIRE(phrase);
        return locate_phrase(
            words, *phrase,
            {[this](const std::string& name, const std::vector<std::string>&) { return named(name); },
             [this](const std::string& id) {
                 for (const auto& [name, place] : places) {
                     if (place.place_id == id) return place;
                 }
                 return Location{};
             },
             {}});
    }
};

void check_is_whole(const Location& location) {
    REQUIRE(location.has_place());
    CHECK(covers(location.footprint, location.likely));
    CHECK(location.uncertainty_m >= radius_about_m(location.footprint, location.likely) - 0.01);
    CHECK_FALSE(location.reasons.empty());
    CHECK(location.geo_precision > 0);
    CHECK(location.where_prec > 0);
}

}  // namespace

TEST_CASE("A distance and a direction are a sector that holds whoever stood anywhere in the place") {
    const World world;
    const Location found = world.locate("85 km north of Baghdad");
    check_is_whole(found);
    CHECK(found.status == Status::resolved);
    CHECK(found.method == Method::distance_direction);
    CHECK(found.place_id.empty());
    CHECK(found.name == "85 km north of Baghdad");
    const LonLat baghdad = world.places.at("Baghdad").likely;
    CHECK(geodesic(baghdad, found.likely).distance_m == Approx(85'000));
    // From any point of the town, any distance that the words bear, any direction that they bear.
    for (double from_deg = 0; from_deg < 360; from_deg += 30) {
        const LonLat standing = destination(baghdad, from_deg, 11'990);
        for (double way_deg : {-44.9, 0.0, 44.9}) {
            for (double way_m : {80'800.0, 85'000.0, 89'200.0})
                CHECK(covers(found.footprint, destination(standing, way_deg, way_m)));
        }
    }
    CHECK_FALSE(covers(found.footprint, destination(baghdad, 180, 85'000)));
    CHECK_FALSE(covers(found.footprint, destination(baghdad, 0, 40'000)));
    CHECK_FALSE(covers(found.footprint, baghdad));
    // Half the circle that covers it, and less, would be drawn in vain.
    CHECK(area_km2(outline(found.footprint)) <
          0.5 * area_km2(outline(Circle{found.likely, found.uncertainty_m})));
}

TEST_CASE(
    "A distance shorter than the place is wide is a circle, and one without a direction is an area, not a "
    "point") {
    const World world;
    const Location close_by = world.locate("5 km north of Baghdad");
    check_is_whole(close_by);
    CHECK(std::holds_alternative<Circle>(close_by.footprint));
    const Location somewhere = world.locate("20 km from Taji");
    check_is_whole(somewhere);
    CHECK(somewhere.status == Status::coarse);
    CHECK(somewhere.method == Method::distance);
    CHECK(somewhere.uncertainty_m == Approx(28'000).epsilon(0.01));
}

TEST_CASE("Two legs fix a position") {
    const World world;
    const Location found = world.locate("5 km east and 3 km north of Balad");
    check_is_whole(found);
    CHECK(geodesic(world.places.at("Balad").likely, found.likely).distance_m ==
          Approx(std::hypot(5'000, 3'000)).epsilon(0.001));
    CHECK(found.uncertainty_m == Approx(3'000 + std::hypot(500, 500)).epsilon(0.001));
}

TEST_CASE("Every relation gives an area with its likely point in it") {
    const World world;
    for (const char* words :
         {"north of Balad", "near Balad", "outside Balad", "the outskirts of Balad",
          "the western outskirts of Baghdad", "southern Baghdad", "central Baghdad", "the north of Westland",
          "central Eastland", "near Westland", "north of Westland", "between Taji and Balad",
          "on the road from Taji to Balad", "the border of Westland",
          "the border between Westland and Eastland", "a village west of Balad", "within 10 km of Taji",
          "12 km off Balad", "the outskirts of Westland"}) {
        INFO(words);
        check_is_whole(world.locate(words));
    }
    CHECK(world.locate("a village west of Balad").kind == "village");
    CHECK(world.locate("the north of Westland").status == Status::coarse);
    CHECK(world.locate("near Balad").status == Status::resolved);
    CHECK(world.locate("between Taji and Balad").where_prec == 5);
    const Location border = world.locate("the border between Westland and Eastland");
    CHECK(covers(border.footprint, {44, 34}));
    CHECK_FALSE(covers(border.footprint, {43.2, 34}));
    const Location north = world.locate("the north of Westland");
    CHECK(covers(north.footprint, {43.5, 36.5}));
    CHECK_FALSE(covers(north.footprint, {43.5, 33}));
    CHECK_FALSE(covers(north.footprint, {44.5, 36.5}));
}

TEST_CASE("A side of a place faces what it is named after; a side of a border lies within its country") {
    const World world;
    const Location town = world.locate("the Mosul side of Balad");
    check_is_whole(town);
    const LonLat balad = world.places.at("Balad").likely;
    const double towards_deg = geodesic(balad, world.places.at("Mosul").likely).azimuth_deg;
    CHECK(covers(town.footprint, destination(balad, towards_deg, 6'000)));
    CHECK(covers(town.footprint, destination(balad, towards_deg + 40, 6'000)));
    CHECK_FALSE(covers(town.footprint, destination(balad, towards_deg + 90, 1'000)));
    CHECK_FALSE(covers(town.footprint, destination(balad, towards_deg + 180, 1'000)));

    const Location border = world.locate("the Westland side of the border with Eastland");
    check_is_whole(border);
    CHECK(border.status == Status::coarse);
    CHECK(covers(border.footprint, {43.95, 34}));
    CHECK_FALSE(covers(border.footprint, {44.05, 34}));

    const Location part = world.locate("the Baghdad side of Eastland");
    check_is_whole(part);
    CHECK(part.method == Method::part_of_area);
    CHECK(covers(part.footprint, {44.2, 33}));
    CHECK_FALSE(covers(part.footprint, {45.8, 36.5}));
}

TEST_CASE("Several clues hold together, and each tells what it cut off") {
    const World world;
    const Location found = world.locate("north of Mosul, near the border between Westland and Eastland");
    const Location wide = world.locate("85 km north of Baghdad, in Westland");
    check_is_whole(wide);
    CHECK(wide.method == Method::intersection);
    CHECK(wide.likely.lon <= 44);
    CHECK(area_km2(outline(wide.footprint)) <
          area_km2(outline(world.locate("85 km north of Baghdad").footprint)));
    bool tells = false;
    for (const std::string& sentence : wide.reasons) tells = tells || sentence.find("Westland cuts off") == 0;
    CHECK(tells);
    // Nothing in common: it is told, and the strongest clue stands.
    REQUIRE(found.conflicts.size() == 1);
    CHECK(found.conflicts[0].find("has nothing in common") != std::string::npos);
    CHECK(found.has_place());
}

TEST_CASE("A place that is named stays whole; what else is said of it is checked") {
    const World world;
    const Location right = world.locate("Taji, 24 km north of Baghdad");
    check_is_whole(right);
    CHECK(right.place_id == "t:2");
    CHECK(right.name == "Taji");
    CHECK(right.footprint == world.places.at("Taji").footprint);
    CHECK(right.conflicts.empty());
    const Location wrong = world.locate("Taji, 85 km north of Baghdad");
    CHECK(wrong.place_id == "t:2");
    REQUIRE(wrong.conflicts.size() == 1);
    CHECK(wrong.conflicts[0].find("85 km north of Baghdad") != std::string::npos);
}

TEST_CASE("Of places that share a name the one counts that fits the rest") {
    const World world;
    const Location north = world.locate("Amir, 30 km east of Mosul");
    CHECK(north.place_id == "t:3");
    CHECK(north.reasons.back().find("only this fits") != std::string::npos);
    CHECK(world.locate("near Amir").status == Status::ambiguous);
    CHECK(world.locate("near Amir").alternatives.size() == 2);
    CHECK(world.locate("near Amir, Eastland").status == Status::resolved);
}

TEST_CASE("What leads nowhere is unresolved with its reason, and no place is guessed") {
    const World world;
    const Location unknown = world.locate("85 km north of Nowhere");
    CHECK(unknown.status == Status::unresolved);
    CHECK(unknown.reasons[0].find("Nowhere") != std::string::npos);
    CHECK_FALSE(unknown.remedy.empty());
    const Location drive = world.locate("an hour's drive from Mosul");
    CHECK(drive.status == Status::unresolved);
    CHECK(drive.reasons[0].find("an hour's drive") != std::string::npos);
    const Location border = world.locate("the border of Taji");
    CHECK(border.status == Status::unresolved);
    CHECK(border.reasons[0].find("no outline") != std::string::npos);
}

TEST_CASE("Two units that differ are told, and the first counts") {
    const World world;
    const Location found = world.locate("85 kilometres (some 90 miles) north of Baghdad");
    REQUIRE(found.conflicts.size() == 1);
    CHECK(geodesic(world.places.at("Baghdad").likely, found.likely).distance_m == Approx(85'000));
}

TEST_CASE("The sector's area and the circle's are what the documentation says") {
    std::ifstream file(INCIDENTMAP_SOURCE_DIR "/docs/localities.md");
    std::size_t rows = 0;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("| phrase | r km |")) {
            inside = true;
        } else if (!line.starts_with("|")) {
            inside = false;
        } else if (inside && !line.starts_with("|--")) {
            const std::vector<std::string> cells = split_list(line, "|");
            REQUIRE(cells.size() == 4);
            const auto phrase = read_phrase(cells[0].substr(1, cells[0].size() - 2));
            REQUIRE(phrase);
            const Location place = town("Q", "t:9", {44.4, 33.34}, std::stod(cells[1]) * 1000);
            const auto area = std::get<ClueArea>(clue_area(phrase->clues.front(), place, nullptr));
            const Circle covering{area.likely, radius_about_m(area.footprint, area.likely)};
            INFO(line);
            CHECK(area_km2(outline(area.footprint, 5)) == Approx(std::stod(cells[2])).epsilon(0.02));
            CHECK(area_km2(outline(covering, 5)) == Approx(std::stod(cells[3])).epsilon(0.02));
            ++rows;
        }
    }
    CHECK(rows >= 6);
}

TEST_CASE("Distances from what a phrase gives keep their bounds") {
    const World world;
    const Location sector = world.locate("85 km north of Baghdad");
    const Location& taji = world.places.at("Taji");
    const DistanceBounds bounds =
        distance_bounds({taji.footprint, taji.likely}, {sector.footprint, sector.likely});
    CHECK(bounds.min_m > 30'000);
    CHECK(bounds.max_m < 110'000);
    CHECK(bounds.min_m <= bounds.likely_m);
    CHECK(bounds.likely_m <= bounds.max_m);
}
