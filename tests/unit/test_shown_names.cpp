// SPDX-License-Identifier: MIT
/// What maps call places in the language of their readers.
#include <string>
#include <vector>

#include "catch.hpp"
#include "gazetteer/boundaries.hpp"
#include "gazetteer/import/import.hpp"
#include "gazetteer/shown_names.hpp"
#include "scratch.hpp"

using namespace incidentmap;

namespace {

std::vector<Gazetteer> made(const Scratch& scratch) {
    const std::string places =
        scratch.file("places.csv",
                     "place_id,name,kind,country,latitude,longitude,population,source_id\n"
                     "donetsk,Donetsk,city,UA,48,37.8,900000,\n"
                     "kyiv,Kyiv,city,UA,50.4,30.5,2900000,\n"
                     "samar,Samar,town,UA,48.6,35.3,70000,\n"
                     "kassala,Kassala,city,SD,15.4,36.4,400000,\n"
                     "kosti,Kosti,town,SD,13.2,32.7,300000,\n"
                     "belgorod,Belgorod,city,RU,50.6,36.6,350000,\n"
                     "tolima,Tolima,town,CO,4,-75,1000,\n"
                     "damascus,Damascus,city,SY,33.5,36.3,1500000,\n");
    const std::string names = scratch.file("names.csv",
                                           "place_id,name,language,script,sort,to_year\n"
                                           "donetsk,Данецк,,Cyrl,alternate,\n"
                                           "donetsk,Донецк,,Cyrl,alternate,\n"
                                           "donetsk,Донецьк,,Cyrl,alternate,\n"
                                           "donetsk,Сталіно,,Cyrl,alternate,\n"
                                           "donetsk,Юзівка,,Cyrl,alternate,\n"
                                           "samar,Новомосковськ,,Cyrl,alternate,\n"
                                           "kassala,كسل,,Arab,alternate,\n"
                                           "kassala,كسلا,,Arab,alternate,\n"
                                           "kosti,ربك,,Arab,alternate,\n"
                                           "belgorod,Белгород,,Cyrl,alternate,\n"
                                           "tolima,del Tolima,es,Latn,alternate,\n"
                                           "damascus,Dimashq,,Latn,alternate,\n"
                                           "damascus,الشام,ar,Arab,alternate,\n"
                                           "damascus,دمشق,ar,Arab,preferred,\n"
                                           "damascus,دمشق القديمة,ar,Arab,former,\n");
    import_gazetteer(ImportFormat::csv, {places, names}, scratch.path("made.gpkg"));
    std::vector<Gazetteer> gazetteers;
    gazetteers.push_back(Gazetteer::open(scratch.path("made.gpkg")));
    return gazetteers;
}

}  // namespace

TEST_CASE("a country has the name that ICU has in the language, also without a gazetteer") {
    CHECK(ShownNames("uk", {}).of({"", "Ukraine", "UA", true}) == "Україна");
    CHECK(ShownNames("ar", {}).of({"", "Sudan", "SD", true}) == "السودان");
    CHECK(ShownNames("fr", {}).of({"boundary:1", "Germany", "", true}) == "Allemagne");
    CHECK(ShownNames("es", {}).of({"", "Nowhere", "", true}) == "Nowhere");
}

TEST_CASE("in English all places have the names that they have") {
    const Scratch scratch;
    const std::vector<Gazetteer> gazetteers = made(scratch);
    for (const char* language : {"", "en"})
        CHECK(ShownNames(language, gazetteers).of({"damascus", "Damascus", "SY"}) == "Damascus");
}

TEST_CASE("a name in the language is taken: the preferred, none of former times, no part of a longer one") {
    const Scratch scratch;
    const std::vector<Gazetteer> gazetteers = made(scratch);
    CHECK(ShownNames("ar", gazetteers).of({"damascus", "Damascus", "SY"}) == "دمشق");
    CHECK(ShownNames("es", gazetteers).of({"tolima", "Tolima", "CO"}) == "Tolima");
}

TEST_CASE("a town after which a time zone is named has ICU's name") {
    const Scratch scratch;
    const std::vector<Gazetteer> gazetteers = made(scratch);
    CHECK(ShownNames("uk", gazetteers).of({"kyiv", "Kyiv", "UA"}) == "Київ");
    CHECK(ShownNames("fr", gazetteers).of({"damascus", "Damascus", "SY"}) == "Damas");
}

TEST_CASE("a name without a language is one by its letters where it reads like the English one") {
    const Scratch scratch;
    const std::vector<Gazetteer> gazetteers = made(scratch);
    const ShownNames ukrainian("uk", gazetteers);
    CHECK(ukrainian.of({"donetsk", "Donetsk", "UA"}) == "Донецьк");
    CHECK(ShownNames("ar", gazetteers).of({"kassala", "Kassala", "SD"}) == "كسلا");
    // A former name, that of a neighbour, one in a country where another language is written so.
    CHECK(ukrainian.of({"samar", "Samar", "UA"}) == "Samar");
    CHECK(ShownNames("ar", gazetteers).of({"kosti", "Kosti", "SD"}) == "Kosti");
    CHECK(ukrainian.of({"belgorod", "Belgorod", "RU"}) == "Belgorod");
}

TEST_CASE("the ground's language is that of the names that it shows, and whose they are is told") {
    const Scratch scratch;
    const std::vector<Gazetteer> gazetteers = made(scratch);
    const Box box{36, 47, 39, 49};
    const Surroundings english = surroundings_in(MapGround{gazetteers}, box, 5);
    REQUIRE(english.settlements.size() == 1);
    CHECK(english.settlements[0].shown_name == "Donetsk");
    CHECK(english.attributions.empty());
    MapGround ground{gazetteers};
    ground.language = "uk";
    const Surroundings ukrainian = surroundings_in(ground, box, 5);
    REQUIRE(ukrainian.settlements.size() == 1);
    CHECK(ukrainian.settlements[0].name == "Donetsk");
    CHECK(ukrainian.settlements[0].shown_name == "Донецьк");
    REQUIRE(ukrainian.attributions.size() == 1);
    CHECK(ukrainian.attributions[0].find("Unicode") != std::string::npos);
}
