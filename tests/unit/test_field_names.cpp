// SPDX-License-Identifier: MIT
/// Names that were once answered wrongly, of many countries, with the gazetteers that come with the program.
#include <cmath>
#include <string>
#include <vector>

#include "catch.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/resolver.hpp"
#include "locate/score.hpp"

using namespace incidentmap;

namespace {

Resolver& earth() {
    static Resolver resolver([] {
        std::vector<Gazetteer> gazetteers;
        for (const char* name : {"curated", "world"})
            gazetteers.push_back(
                Gazetteer::open(std::string(INCIDENTMAP_BINARY_DIR) + "/gazetteer/" + name + ".gpkg"));
        return gazetteers;
    }());
    return resolver;
}

const Location& found(const std::string& words, const std::string& country = {},
                      const std::string& admin1 = {}, bool for_map = false) {
    Query query{words, country, admin1, {}, {}};
    query.for_map = for_map;
    return earth().resolve(query);
}

/// As a build asks for a row that has a column of districts.
const Location& in_district(const std::string& words, const std::string& country, const std::string& admin1,
                            const std::string& admin2) {
    return earth().resolve(query_of_report(words, country, admin1, admin2));
}

/// Words, the country stated, and where a point is right; a place elsewhere is wrong, silence where it may
/// be.
struct Asked {
    const char* words;
    const char* country;
    LonLat at;
    double within_km;
    bool may_be_silent;
};

}  // namespace

TEST_CASE("a place whose own name is asked for is that place, or none") {
    const Asked cases[] = {
        {"Nazareth", "", {35.30, 32.70}, 15, true}, {"Ra'anana", "", {34.87, 32.18}, 15, true},
        {"Harar", "", {42.12, 9.31}, 15, true},     {"Goma", "", {29.22, -1.68}, 15, true},
        {"Izyum", "", {37.26, 49.21}, 15, true},    {"Kelo", "", {15.81, 9.31}, 15, true},
        {"Tyre", "", {35.20, 33.27}, 15, true},     {"Dili", "", {125.57, -8.56}, 15, true},
        {"Bakhmut", "UA", {38.0, 48.6}, 15, false}, {"Rafah", "PS", {34.25, 31.29}, 15, false},
    };
    for (const Asked& one : cases) {
        INFO(one.words);
        const Location& location = found(one.words, one.country);
        if (!location.has_place()) {
            CHECK(one.may_be_silent);
            continue;
        }
        CHECK(geodesic(location.likely, one.at).distance_m < 1000 * one.within_km);
    }
}

TEST_CASE("placeholders, nouns and directions name no place anywhere on earth") {
    for (const char* words :
         {"None", "NA", "nan", "x", "TBC", "here", "port", "central", "international", "border", "Camp",
          "The City", "Farms", "various", "-", "east", "south-east", "north", "west"}) {
        INFO(words);
        CHECK_FALSE(found(words).has_place());
        const Location& in_iraq = found(words, "Iraq");
        CHECK(in_iraq.status != Status::resolved);
    }
}

TEST_CASE("a country is understood in the forms of the tables in use, and binds") {
    for (const char* country :
         {"Congo, Dem. Rep.", "Congo, The Democratic Republic of the", "Democratic Republic of Congo",
          "DR Congo (Zaire)", "Congo, Democratic Republic", "DR Congo", "COD"}) {
        INFO(country);
        CHECK(geodesic(found("Goma", country).likely, {29.22, -1.68}).distance_m < 15'000);
    }
    CHECK(geodesic(found("Tripoli", "Libya, State of").likely, {13.19, 32.89}).distance_m < 20'000);
    CHECK(geodesic(found("La Paz", "Bolivia (Plurinational State of)").likely, {-68.15, -16.5}).distance_m <
          20'000);
    for (const char* country : {"Palestinian Territory, Occupied", "West Bank and Gaza Strip", "Israel"})
        CHECK(geodesic(found("Hebron", country).likely, {35.1, 31.53}).distance_m < 15'000);
    CHECK(geodesic(found("Dili", "Timor Leste").likely, {125.57, -8.56}).distance_m < 15'000);
    CHECK(geodesic(found("Deir al-Balah", "Gaza").likely, {34.35, 31.42}).distance_m < 10'000);
    CHECK_FALSE(found("Goma", "Nowhereland", {}, true).has_place());
    CHECK_FALSE(found("Hyderabad", "Pakstan", {}, true).has_place());
}

TEST_CASE("a stated province decides, and one that is not known is no empty word") {
    const LonLat in_donetsk{37.5, 48.9};
    const Location& dolyna = found("Dolyna", "Ukraine", "Donetsk Oblast", true);
    CHECK((!dolyna.has_place() || covers(dolyna.footprint, in_donetsk)));
    const Location& zolochiv = found("Zolochiv", "Ukraine", "Kharkiv Oblast", true);
    CHECK((!zolochiv.has_place() || covers(zolochiv.footprint, {35.98, 50.28})));
    CHECK(found("The City", {}, "Dhalie", true).status != Status::resolved);
    CHECK(found("Farms", {}, "Mahwit", true).status != Status::resolved);
    const Location& san_juan = found("San Juan", "Colombia", "Cundinamarca", true);
    CHECK((!san_juan.has_place() || san_juan.country == "CO"));
    const Location& area = found("Exampleville", "Somalia", "Lower Juba", true);
    CHECK(area.status == Status::coarse);
    CHECK(area.name == "Lower Juba");
    CHECK(found("Exampleville, Lower Juba, Somalia", {}, {}, true).name == "Lower Juba");
    CHECK(found("Somalia").status == Status::coarse);
}

TEST_CASE("the words of divisions ask for the area, in every language of the tables") {
    const std::pair<const char*, const char*> areas[] = {
        {"Kharkiv province", "Kharkiv"},
        {"Kharkiv region", "Kharkiv"},
        {"Kharkiv Oblast", "Kharkiv"},
        {"Kharkiv oblast, Ukraine", "Kharkiv"},
        {"Donetsk oblast", "Donetsk"},
        {"Донецька область", "Donetsk"},
        {"Donetsk region", "Donetsk"},
        {"Borno State", "Borno"},
        {"Borno State, Nigeria", "Borno"},
        {"Rakhine State", "Rakhine"},
        {"Antioquia Department", "Antioquia"},
        {"Departamento de Antioquia, Colombia", "Antioquia"},
        {"Antioquia", "Antioquia"},
        {"State of Durango, Mexico", "Durango"},
    };
    for (const auto& [words, name] : areas) {
        INFO(words);
        CHECK(found(words).status == Status::coarse);
        CHECK(found(words).kind == "province");
        CHECK(found(words).name == name);
    }
    CHECK(found("Krasnodar Krai").kind == "province");
    CHECK(found("Kharkiv raion").kind == "district");
    CHECK(found("Kharkiv").status == Status::resolved);
}

TEST_CASE("seas are seas, and what lies off a coast lies at sea") {
    for (const char* words : {"Gulf of Aden", "Bab al-Mandab", "Strait of Hormuz", "Black Sea", "Red Sea"}) {
        INFO(words);
        CHECK(found(words).status == Status::coarse);
        CHECK(found(words).kind == "sea");
    }
    struct Coast {
        const char* words;
        LonLat on_land;
        LonLat at_sea;
    };
    const Coast coasts[] = {
        {"off Hodeidah", {43.05, 14.8}, {42.75, 14.8}},
        {"off the coast of Mokha, Yemen", {43.40, 13.32}, {43.05, 13.32}},
        {"20 nautical miles off Aden, Yemen", {45.04, 13.15}, {45.04, 12.45}},
        {"25 km off the coast of Tripoli, Libya", {13.19, 32.65}, {13.19, 33.15}},
        {"off Port Sudan", {37.0, 19.6}, {37.45, 19.6}},
        {"off Tumaco, Colombia", {-78.55, 1.65}, {-79.0, 1.9}},
    };
    for (const Coast& coast : coasts) {
        INFO(coast.words);
        const Location& off = found(coast.words);
        REQUIRE(off.status == Status::coarse);
        CHECK_FALSE(covers(off.footprint, coast.on_land));
        CHECK(covers(off.footprint, coast.at_sea));
        CHECK(covers(off.footprint, off.likely));
    }
    CHECK(found("97 km W of Vallenar, Chile").likely.lon < -71.4);
    CHECK(found("30 km south of Karachi, Pakistan").likely.lat < 24.75);
}

TEST_CASE("a city has the extent that its people and its outline bear") {
    const Location& mariupol = found("Mariupol", "Ukraine");
    CHECK(covers(mariupol.footprint, {37.6350, 47.1290}));
    CHECK(covers(mariupol.footprint, {37.4980, 47.1160}));
    CHECK(covers(found("Kharkiv", "Ukraine").footprint, {36.3570, 50.0280}));
}

TEST_CASE("a list between commas is its places, and never silently one of them") {
    const auto listed = [](const std::string& words, const std::string& country) {
        Query query{words, country, {}, {}, {}};
        query.for_map = true;
        return earth().listed(query);
    };
    using Places = std::vector<std::string>;
    CHECK(listed("Kyiv, Borodyanka", "Ukraine") == Places{"Kyiv", "Borodyanka"});
    CHECK(listed("Aden, Taiz, Marib", "Yemen") == Places{"Aden", "Taiz", "Marib"});
    CHECK(listed("Goma, Bukavu, DRC", "") == Places{"Goma, DRC", "Bukavu, DRC"});
    CHECK(listed("حلب وإدلب", "سوريا") == Places{"حلب", "إدلب"});
    for (const char* words : {"Taji, Baghdad", "Mosul, Nineveh, Iraq", "Beni, North Kivu, DRC",
                              "Nineveh, Mosul", "Kharkiv, Xyzville"})
        CHECK(listed(words, "").size() == 1);
    // Of what is no list, the second is not drawn for the first.
    CHECK(found("Aden, Taiz, Xyzville", "Yemen", {}, true).name == "Yemen");
}

TEST_CASE("a larger area may stand first") {
    CHECK(found("Nineveh, Mosul").name == "Mosul");
    CHECK(found("Україна, Харківська область, Ізюм").name == "Izium");
    CHECK(found("Nineveh, Basra").status == Status::unresolved);
    for (const char* name : {"Україна", "Украина", "Ukraine", "Ucrania", "أوكرانيا"}) {
        INFO(name);
        CHECK(found(name).kind == "country");
        CHECK(found(name).country == "UA");
    }
    CHECK(found("Burkina", "BF").kind == "country");
    CHECK(found("اليمن").country == "YE");
}

TEST_CASE("an oblast is known by its adjective alone") {
    CHECK(found("Харківська").name == "Kharkiv");
    CHECK(found("Харківська").status == Status::coarse);
    CHECK(found("Чугуїв", {}, "Харківська").name == "Chuhuyiv");
    CHECK(found("Kharkivska", "Ukraine").status == Status::coarse);
}

TEST_CASE("a district that is known by its town alone is never the town") {
    const Location& village = in_district("A Nang Pa", "MM", "Kachin", "Hpakant");
    CHECK(village.status == Status::coarse);
    CHECK(village.name == "Kachin");
    CHECK(covers(village.footprint, {96.9, 25.9}));
    CHECK(village.reasons.back().find("which holds Hpakan") != std::string::npos);
    CHECK(in_district("Xyzville", "SD", "West Darfur", "El Geneina").name == "West Darfur");
    // A town that stands in the words themselves is one.
    CHECK(in_district("Saudi Hospital, El Fasher", "SD", "North Darfur", "").name == "El Fasher");
}

TEST_CASE(
    "a district that only sounds like one elsewhere says nothing, and one of that very name contradicts") {
    const Location& airport = in_district("Hodeidah airport", "", "Al Hudaydah", "Al Hali");
    CHECK(geodesic(airport.likely, {42.976, 14.753}).distance_m < 2'000);
    CHECK(in_district("Xyzw village", "", "Al Hudaydah", "Al Hali").name == "Hodeidah");
    CHECK(in_district("El Fasher", "", "North Darfur", "Al Hali").name == "El Fasher");
    CHECK_FALSE(in_district("Xyzw village", "", "", "Al Hali").has_place());
    CHECK(in_district("Taji", "Iraq", "Nineveh", "Falluja").status != Status::resolved);
}

TEST_CASE("what is written alike is looked for in the country that is stated") {
    for (const Match& match : found("Tukanalipao", "Philippines").alternatives) CHECK(match.country == "PH");
    CHECK_FALSE(found("Khatoum", "").alternatives.empty());
}

TEST_CASE("of homonyms in several countries the one in the country of all that is named with it is meant") {
    const auto listed = [](const std::string& words) {
        return earth().listed(query_of_report(words, "", "", "")).size();
    };
    CHECK(listed("Kyiv, Kharkiv, Odesa, Dnipro") == 4);
    CHECK(listed("Київ, Харків, Одеса") == 3);
    Query odesa = query_of_report("Odesa", "", "", "");
    CHECK(earth().resolve(odesa).status == Status::ambiguous);
    odesa.company = {{"Kyiv", {30.52, 50.45}, true, "UA"}, {"Kharkiv", {36.25, 49.98}, true, "UA"}};
    CHECK(earth().resolve(odesa).country == "UA");
    odesa.company[1].country = "PL";
    CHECK(earth().resolve(odesa).status == Status::ambiguous);
}

TEST_CASE("words for what sort of settlement it is stand before names in many tables") {
    CHECK(found("м. Київ", "Ukraine").kind == "city");
    CHECK(found("смт Велика Новосілка", "UA", "Донецька").name == "Velyka Novosilka");
    CHECK(found("г. Мариуполь", "UA").name == "Mariupol");
    CHECK(found("Corregimiento de Bellavista", "CO", "Chocó").name == "Bellavista");
    CHECK(found("Kiev").kind == "city");
}

TEST_CASE(
    "a former name of a city is not lost to a small town's other name, and what lies within goes first") {
    CHECK(found("Artemivsk, Donetsk", "UA").name == "Bakhmut");
    CHECK(found("Dzerzhinsk", "UA").status == Status::ambiguous);
    CHECK(found("Konstantinovka", "UA").status == Status::ambiguous);
    // A town of Iraq or Syria is no better known than one abroad because its gazetteer goes first.
    CHECK(found("Tawila").status == Status::ambiguous);
    CHECK(found("Palmira").status == Status::ambiguous);
    CHECK(in_district("Xyzville", "YE", "Sanaa", "").name == "Sanaa with Sanaa City");
    CHECK(in_district("Xyzville", "BF", "Centre", "").name == "Centre");
    CHECK(in_district("Xyzville", "Myanmar", "", "").country == "MM");
}

TEST_CASE("phrases of seven languages about places are where English ones are") {
    const struct {
        const char* words;
        const char* english;
        const char* country;
    } cases[] = {{"à 15 km au nord de Djibo, Sahel", "15 km north of Djibo, Sahel", "BF"},
                 {"unos 8 km al sureste de Tumaco", "about 8 km southeast of Tumaco", "CO"},
                 {"a 20 km a sul de Palma", "20 km south of Palma", "MZ"},
                 {"10 км на південь від Херсона", "10 km south of Kherson", "UA"},
                 {"в 15 км к западу от Донецка", "15 km west of Donetsk", "UA"},
                 {"بين عتق وبيحان", "between Ataq and Bayhan", "YE"},
                 {"Hudeyde'nin 10 km güneyinde", "10 km south of Hodeidah", "YE"}};
    for (const auto& one : cases) {
        INFO(one.words);
        const Location there = found(one.words, one.country);
        const Location meant = found(one.english, one.country);
        REQUIRE(there.has_place());
        CHECK(geodesic(there.likely, meant.likely).distance_m < 2'000);
        CHECK(std::abs(there.uncertainty_m - meant.uncertainty_m) < 2'000);
    }
}

TEST_CASE("a province that is stated goes before a country of the place's name") {
    CHECK(in_district("Argelia", "", "Antioquia", "").country == "CO");
    CHECK(found("Argelia", "Algeria").country != "CO");
}

TEST_CASE("a border is the neighbour's too, which does not lie in what is stated") {
    const Location& laiza = in_district("Chinese border near Laiza", "Myanmar", "Kachin", "");
    CHECK(geodesic(laiza.likely, {97.55, 24.76}).distance_m < 10'000);
    const Location& niger = in_district("near the border with Niger", "BF", "Sahel", "");
    CHECK(niger.method == Method::intersection);
    CHECK(covers(niger.footprint, niger.likely));
    CHECK(geodesic(niger.likely, {0.2, 14.6}).distance_m < 150'000);
    CHECK(in_district("Yemen-Saudi border", "Yemen", "", "").uncertainty_m < 600'000);
    const Location& arauca = in_district("Colombian-Venezuelan border", "Colombia", "Arauca", "");
    CHECK(arauca.uncertainty_m < 250'000);
    const Location& tina = in_district("on the Chad-Sudan border near Tina", "Sudan", "", "");
    CHECK(geodesic(tina.likely, {22.81, 15.04}).distance_m < 10'000);
}
