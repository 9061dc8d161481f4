// SPDX-License-Identifier: MIT
/// What was published of how far one place lies from another, against where the two are.
#include <string>

#include "catch.hpp"
#include "locate/stated_fit.hpp"

using namespace incidentmap;

namespace {

struct Spot {
    const char* name;
    LonLat at;
    double radius_km;
};

constexpr Spot baghdad{"Baghdad", {44.4009, 33.3406}, 12};
constexpr Spot green_zone{"Green Zone", {44.3903, 33.3076}, 2};
constexpr Spot taji{"Camp Taji", {44.2567, 33.5239}, 3};
constexpr Spot kirkuk{"Kirkuk", {44.3922, 35.4681}, 6};
constexpr Spot k1{"K-1", {44.2836, 35.5132}, 2};
constexpr Spot besmaya{"Besmaya Range Complex", {44.72, 33.2}, 15};
constexpr Spot sabur{"Saba' al-Bour", {44.1547, 33.4631}, 2};
constexpr Spot rashidiya{"Rashidiya", {44.36, 33.54}, 6};
constexpr Spot balad_base{"Balad Air Base", {44.3616, 33.9402}, 3};
constexpr Spot erbil{"Erbil", {44.0106, 36.1926}, 6};
constexpr Spot harir{"Harir Air Base", {44.3399, 36.5337}, 2.5};
constexpr Spot mosul{"Mosul", {43.1189, 36.335}, 7};
constexpr Spot zummar{"Zummar", {42.6025, 36.6573}, 3.5};
constexpr Spot tower_22{"Tower 22", {38.7033, 33.3142}, 1.5};
constexpr Spot tanf_garrison{"Al-Tanf garrison", {38.6178, 33.5058}, 3};
constexpr Spot bashiqa{"Bashiqa", {43.3508, 36.4474}, 3};
constexpr Spot zilkan{"Zilkan base", {43.3833, 36.5667}, 5};
constexpr Spot deir_ez_zor{"Deir ez-Zor", {40.1408, 35.3359}, 5};
constexpr Spot conoco{"Conoco gas field", {40.3094, 35.3361}, 3};
constexpr Spot mayadin{"Mayadin", {40.4535, 35.0209}, 4};
constexpr Spot omar{"Al-Omar oil field", {40.56, 35.08}, 10};
constexpr Spot diyala{"Diyala", {45.1036, 33.9621}, 77};

Location location(const Spot& spot) {
    Location made;
    made.status = Status::resolved;
    made.name = spot.name;
    made.likely = spot.at;
    made.uncertainty_m = spot.radius_km * 1000;
    made.footprint = Circle{spot.at, made.uncertainty_m};
    return made;
}

StatedFit fit_of(const std::string& words, const Spot& from, const Spot& to) {
    const auto phrase = read_phrase(words);
    REQUIRE(phrase);
    REQUIRE(phrase->clues.size() == 1);
    const Clue& clue = phrase->clues.front();
    return compare(clue.legs.empty() ? Leg{{}, clue.direction} : clue.legs.front(), location(from),
                   location(to));
}

}  // namespace

TEST_CASE("Distances and directions that were published get their verdicts, each by itself") {
    struct Published {
        const char* words;  ///< as published, in short
        Spot from;
        Spot to;
        bool distance_fits;
        bool direction_fits;
    };
    const Published published[] = {
        {"85 kilometres (some 53 miles) north of Baghdad", baghdad, taji, false, true},
        {"85 km north of Green Zone", green_zone, taji, false, true},
        {"15 km north-west of Kirkuk", kirkuk, k1, true, true},
        {"60 km south of Baghdad", baghdad, besmaya, false, true},
        {"29 km north-west of Baghdad", baghdad, sabur, true, true},
        {"27 km north of Baghdad", baghdad, taji, true, true},
        {"about 15 miles northwest of Baghdad", baghdad, taji, true, true},
        {"nearly five miles east of Taji", taji, rashidiya, true, true},
        {"about 80 km north of Baghdad", baghdad, balad_base, true, true},
        {"90 miles north of Baghdad", baghdad, balad_base, false, true},
        {"77 kilometres northeast of Erbil", erbil, harir, false, true},
        {"approximately 50 kilometers northeast of Erbil", erbil, harir, true, true},
        {"some 60 km northwest of Mosul", mosul, zummar, true, true},
        {"20 km from Tanf", tanf_garrison, tower_22, true, true},
        {"10 kilometres away from Bashiqa", bashiqa, zilkan, true, true},
        {"20 km north of Deir ez-Zor", deir_ez_zor, conoco, true, false},
        {"10 kilometres north of Mayadin", mayadin, omar, true, true},
        {"north of Baghdad", baghdad, diyala, true, true},
    };
    for (const Published& one : published) {
        INFO(one.words << ", of " << one.to.name);
        const StatedFit fit = fit_of(one.words, one.from, one.to);
        CHECK(StatedFit::is_off(fit.distance) != one.distance_fits);
        CHECK(StatedFit::is_off(fit.direction) != one.direction_fits);
        CHECK(fit.is_consistent() == (one.distance_fits && one.direction_fits));
    }
}

TEST_CASE("A verdict says what was stated, what was measured, and from what") {
    const StatedFit fit = fit_of("85 km north of Baghdad", baghdad, taji);
    CHECK(fit.distance == Fit::differs);
    CHECK(fit.distance_sentence ==
          "stated 85 km; measured 24 from the centre of Baghdad to that of Camp Taji, 9 to 39 between any "
          "two parts "
          "of the two areas; it fits neither");
    CHECK(fit.direction == Fit::fits);
    const StatedFit wrong_way = fit_of("20 km north of Deir ez-Zor", deir_ez_zor, conoco);
    CHECK(wrong_way.direction == Fit::differs);
    CHECK(wrong_way.direction_sentence.find(
              "stated north; measured E (90°) from the centre of Deir ez-Zor") == 0);
}

TEST_CASE("What fits only the far ends of two wide areas is told as that") {
    const StatedFit fit = fit_of("60 km south of Baghdad", baghdad, besmaya);
    CHECK(fit.distance == Fit::far_ends);
    CHECK(fit.distance_sentence.find("it fits the far ends of the two areas only") != std::string::npos);
}

TEST_CASE("What is not stated has no verdict") {
    const StatedFit no_direction = fit_of("20 km from Tanf", tanf_garrison, tower_22);
    CHECK(no_direction.direction == Fit::not_stated);
    CHECK(no_direction.direction_sentence.empty());
    const StatedFit no_distance = fit_of("north of Baghdad", baghdad, taji);
    CHECK(no_distance.distance == Fit::not_stated);
    CHECK(no_distance.direction == Fit::fits);
    CHECK(fit_of("south of Baghdad", baghdad, taji).direction == Fit::differs);
}

TEST_CASE("A direction across the antimeridian and across north is measured the short way") {
    const Spot west{"Rabi", {179.9, 10}, 1};
    const Spot east{"Tava", {-179.9, 10}, 1};
    CHECK(fit_of("22 km east of Rabi", west, east).is_consistent());
    CHECK_FALSE(fit_of("22 km west of Rabi", west, east).is_consistent());
    const Spot south{"Kut", {44, 33}, 1};
    const Spot just_west_of_north{"Taj", {43.95, 33.5}, 1};
    CHECK(fit_of("55 km north of Kut", south, just_west_of_north).is_consistent());
}
