// SPDX-License-Identifier: MIT
#include <set>

#include "catch.hpp"
#include "geodesy/area.hpp"
#include "geodesy/footprint.hpp"
#include "layer/layer_builder.hpp"
#include "layer_rows.hpp"
#include "layer_samples.hpp"

using namespace incidentmap;
using namespace samples;
using namespace layer_rows;

TEST_CASE("Bases are installations that attacks hit, with each incident counted once") {
    const Location base = named_place("Camp Taji", "military base", {44.26, 33.52}, 2000);
    const Location same_base = base;
    const Location city = named_place("Baghdad", "city", {44.4, 33.3}, 15000);
    LayerBuilder layer_builder(options());
    const auto add = [&](const char* id, bool is_attack, std::vector<const Location*> where, int day) {
        Incident incident = full_attack(id);
        incident.is_attack = is_attack;
        incident.date = EventDate{Day{std::chrono::year{2020} / 1 / day},
                                  Day{std::chrono::year{2020} / 1 / day}, DatePrecision::day, false};
        for (const Location* location : where) incident.locations.push_back({location, ""});
        laid_out(layer_builder, incident);
    };
    add("later", true, {&base, &same_base}, 9);
    add("earlier", true, {&city, &same_base}, 2);
    add("arrest", false, {&base}, 1);
    const auto laid = finished(layer_builder);
    const auto bases = of_layer(laid, LayerId::bases);
    REQUIRE(bases.size() == 1);
    CHECK(value_of(bases[0], "incident_count") == whole(2));
    CHECK(value_of(bases[0], "incident_ids") == text("earlier | later"));
    CHECK(value_of(bases[0], "date_start") == text("2020-01-02"));
    CHECK(value_of(bases[0], "date_end") == text("2020-01-09"));
    CHECK(value_of(bases[0], "extent_m") == null);

    const auto areas = of_layer(laid, LayerId::uncertainty);
    REQUIRE(areas.size() == 2);
    CHECK(value_of(areas[0], "location") == text("Camp Taji"));
    CHECK(value_of(areas[0], "incident_count") == whole(3));
    CHECK(value_of(areas[0], "incident_ids") == text("arrest | earlier | later"));
    CHECK(value_of(areas[1], "incident_count") == whole(1));
    CHECK(std::get<double>(value_of(areas[0], "area_km2")) == Approx(4 * std::numbers::pi).epsilon(0.002));
}

TEST_CASE("Coordinates that differ are places that differ, and the same ones are one place") {
    std::vector<Location> locations;
    for (double lat : {33.1, 33.2, 33.1}) {
        Location location = named_place("", "", {44, lat}, 60);
        location.place_id.clear();
        location.method = Method::coordinates;
        locations.push_back(location);
    }
    LayerBuilder layer_builder(options());
    int number = 0;
    for (const Location& location : locations) {
        Incident incident = full_attack("i" + std::to_string(++number));
        incident.locations = {{&location, ""}};
        const auto laid = laid_out(layer_builder, incident);
        CHECK(value_of(laid[0], "place_id") == null);
    }
    const FeatureBatch last = finished(layer_builder);
    const auto areas = of_layer(last, LayerId::uncertainty);
    REQUIRE(areas.size() == 2);
    CHECK(value_of(areas[0], "location") == text("33.1, 44"));
    CHECK(value_of(areas[0], "incident_ids") == text("i1 | i3"));
    CHECK(value_of(areas[0], "feature_id") != value_of(areas[1], "feature_id"));
}

TEST_CASE("Whichever incident of a place came first, its area and base are told alike") {
    Location exact = named_place("Camp Taji", "military base", {44.26, 33.52}, 2000);
    Location otherwise = exact;
    otherwise.name = "Taji camp";
    otherwise.reasons = {"Another incident's reasons."};
    otherwise.serial = exact.serial + 1;
    const auto areas_of = [](const std::vector<const Location*>& order) {
        LayerBuilder layer_builder(options());
        std::deque<Incident> incidents;
        for (const Location* location : order) {
            Incident& incident = incidents.emplace_back(full_attack(location->name));
            incident.locations = {{location, ""}};
            laid_out(layer_builder, incident);
        }
        const FeatureBatch last = finished(layer_builder);
        std::vector<std::string> told;
        for (const LayerId layer : {LayerId::uncertainty, LayerId::bases}) {
            for (const Feature& row : of_layer(last, layer)) {
                for (const char* column : {"location", "incident_ids"})
                    told.emplace_back(std::get<std::string_view>(value_of(row, column)));
            }
        }
        return told;
    };
    const auto told = areas_of({&exact, &otherwise});
    CHECK(told.size() == 4);
    CHECK(told == areas_of({&otherwise, &exact}));
}

TEST_CASE("The list of a place's incidents ends after a thousand, and the count goes on") {
    const Location base = named_place("Camp Taji", "military base", {44.26, 33.52}, 2000);
    LayerBuilder layer_builder(options());
    for (int i = 0; i < 1001; ++i) {
        Incident incident;
        incident.id = std::to_string(i);
        incident.status = Status::resolved;
        incident.locations = {{&base, ""}};
        laid_out(layer_builder, incident);
    }
    const FeatureBatch last = finished(layer_builder);
    const auto bases = of_layer(last, LayerId::bases);
    REQUIRE(bases.size() == 1);
    CHECK(value_of(bases[0], "incident_count") == whole(1001));
    const auto ids = std::get<std::string_view>(value_of(bases[0], "incident_ids"));
    CHECK(ids.ends_with(" | 998 | …"));
    CHECK(value_of(bases[0], "date_start") == null);
}
