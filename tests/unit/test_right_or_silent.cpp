// SPDX-License-Identifier: MIT
/// What is not answered: names that only look alike, words that are no names, what contradicts what is
/// stated.
#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "gazetteer/import/import.hpp"
#include "locate/resolver.hpp"
#include "locate/score.hpp"
#include "scratch.hpp"

using namespace incidentmap;

namespace {

/// A list of towns all over the earth, each with its people, and provinces with outlines.
const std::string towns =
    "place_id,name,kind,latitude,longitude,country,admin1,population,extent_m,accuracy_m\n"
    "goma,Goma,city,-1.674,29.223,CD,North Kivu,700000,,\n"
    "qom,Qom,city,34.64,50.88,IR,Qom,900000,,\n"
    "harare,Harare,city,-17.83,31.05,ZW,Harare,1500000,,\n"
    "kelo,Kelo,town,9.31,15.81,TD,Tandjile,57000,,\n"
    "cairo,Cairo,city,30.06,31.25,EG,Cairo,9600000,,\n"
    "dolyna,Dolyna,town,48.97,24.01,UA,Ivano-Frankivsk,20000,,\n"
    "kramatorsk,Kramatorsk,city,48.72,37.56,UA,Donetsk,150000,,\n"
    "donetsk-city,Donetsk,city,48.02,37.80,UA,Donetsk,900000,6000,\n"
    "donetsk,Donetsk,province,48.1,37.75,UA,Donetsk,,110000,1000\n"
    "bida,Bida,city,9.08,6.01,NG,Niger,180000,,\n"
    "niger-state,Niger,province,9.9,5.6,NG,Niger,,150000,1000\n"
    "niger,Niger,country,17,8,NE,,,,\n"
    "somalia,Somalia,country,5,46,SO,,,,\n"
    "lower-juba,Lower Juba,province,0,42,SO,Lower Juba,,150000,1000\n"
    "aleppo,Liboi,town,36.2,37.1,SY,Aleppo,30000,,\n"
    "hebron,Hebron,city,31.53,35.10,PS,West Bank,160000,,\n"
    "simferopol,Simferopol,city,44.95,34.10,UA,Crimea,340000,,\n"
    "dili,Dili,city,-8.56,125.57,TL,Dili,150000,,\n"
    "delhi,Delhi,city,28.65,77.23,IN,Delhi,11000000,,\n"
    "monterrey,Monterrey,city,25.67,-100.31,MX,Nuevo Leon,1100000,,\n"
    "monterrey-co,Monterrey,town,4.88,-72.89,CO,Casanare,13000,,\n"
    "paz-a,La Paz,town,14.3,-87.7,HN,La Paz,40000,,\n"
    "paz-b,La Paz,town,-34.7,-56.2,UY,Canelones,20000,,\n"
    "barcelona,Barcelona,city,10.13,-64.69,VE,Anzoategui,400000,,\n"
    "yemen,Yemen,country,15.5,48,YE,,,,\n"
    "aden,Aden,city,12.78,45.04,YE,Aden,500000,,\n"
    "bama,Bama,city,11.52,13.69,NG,Borno,110000,,\n"
    "small-1,Xapuri,town,-10.65,-68.5,BR,Acre,900,,\n"
    "small-2,Feijo,town,-8.16,-70.35,BR,Acre,1200,,\n"
    "central,Central,town,-11.1,-42.1,BR,Bahia,16000,,\n"
    "antakya,Antakya,city,36.20,36.16,TR,Hatay,380000,,\n"
    "antioquia,Antioquia,province,7,-75.5,CO,Antioquia,,150000,1000\n"
    "jaffna,Jaffna,town,9.67,80.01,LK,Northern Province,90000,,\n"
    "northern-lk,Northern Province,province,9.2,80.5,LK,Northern Province,,90000,1000\n"
    "bago-mm,Bago,province,18,96,MM,Bago,,120000,1000\n"
    "bago-city,Bago,city,17.33,96.48,MM,Bago,250000,,\n"
    "bago-ph,Eastern Bago,town,10.5,122.8,PH,Negros,20000,,\n"
    "muse,Muse,town,23.99,97.90,MM,Shan,50000,,\n"
    "shan,Shan,province,22,98,MM,Shan,,250000,1000\n"
    "green-zone,Green Zone,zone,33.31,44.39,IQ,Baghdad,,,\n"
    "green,Green,city,40.95,-81.48,US,Ohio,2600000,,\n"
    "frunze,Frunze,town,45.03,33.63,UA,Crimea,5000,,\n"
    "bishkek,Bishkek,city,42.87,74.59,KG,Bishkek,900000,,\n"
    "bouca,Bouca,town,6.51,18.27,CF,Ouham-Fafa,15000,,\n"
    "ouham,Ouham,province,7,17.7,CF,Ouham,,90000,1000\n"
    "ouham-fafa,Ouham-Fafa,province,7,18.5,CF,Ouham-Fafa,,90000,1000\n"
    "bukavu,Bukavu,city,6,46,SO,Bay,800000,,\n";

const std::string names =
    "place_id,name,language,script,sort,source_id\n"
    "barcelona,Bla,,Latn,alternate,\n"
    "bishkek,Frunze,ru,Latn,former,\n"
    "antakya,Antioquia,es,Latn,alternate,\n"
    "antakya,Antioch,en,Latn,alternate,\n";

const std::string areas =
    R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"place_id":"donetsk","level":"province","name":"Donetsk","country":"UA"},
 "geometry":{"type":"Polygon","coordinates":[[[36.6,47],[39,47],[39,49.2],[36.6,49.2],[36.6,47]]]}},
{"type":"Feature","properties":{"place_id":"shan","level":"province","name":"Shan","country":"MM"},
 "geometry":{"type":"Polygon","coordinates":[[[96,20],[101,20],[101,24.4],[96,24.4],[96,20]]]}},
{"type":"Feature","properties":{"place_id":"bago-mm","level":"province","name":"Bago","country":"MM"},
 "geometry":{"type":"Polygon","coordinates":[[[95.4,17],[97,17],[97,19.5],[95.4,19.5],[95.4,17]]]}},
{"type":"Feature","properties":{"place_id":"yemen","level":"country","name":"Yemen","country":"YE"},
 "geometry":{"type":"Polygon","coordinates":[[[43,12.8],[52,12.8],[52,19],[43,19],[43,12.8]]]}},
{"type":"Feature","properties":{"place_id":"somalia","level":"country","name":"Somalia","country":"SO"},
 "geometry":{"type":"Polygon","coordinates":[[[41,-2],[51,-2],[51,12],[41,12],[41,-2]]]}},
{"type":"Feature","properties":{"place_id":"lower-juba","level":"province","name":"Lower Juba","country":"SO"},
 "geometry":{"type":"Polygon","coordinates":[[[41,-2],[43,-2],[43,1],[41,1],[41,-2]]]}}]})";

class Earth {
  public:
    Earth() : m_resolver(open()) {}

    const Location& bare(const std::string& words) { return m_resolver.resolve({words, {}, {}, {}, {}}); }
    const Location& in(const std::string& words, const std::string& country, const std::string& admin1 = {}) {
        return m_resolver.resolve({words, country, admin1, {}, {}});
    }
    const Location& on_map(const std::string& words, const std::string& country,
                           const std::string& admin1 = {}) {
        Query query{words, country, admin1, {}, {}};
        query.for_map = true;
        return m_resolver.resolve(query);
    }

  private:
    std::vector<Gazetteer> open() {
        import_gazetteer(ImportFormat::csv,
                         {m_folder.file("places.csv", towns), m_folder.file("names.csv", names),
                          m_folder.file("areas.geojson", areas)},
                         m_folder.path("earth.gpkg"));
        std::vector<Gazetteer> gazetteers;
        gazetteers.push_back(Gazetteer::open(m_folder.path("earth.gpkg")));
        return gazetteers;
    }

    Scratch m_folder;
    Resolver m_resolver;
};

}  // namespace

TEST_CASE("a bare name is its own place or none, and never one that only sounds or looks alike") {
    Earth earth;
    CHECK(earth.bare("Goma").place_id == "goma");
    CHECK(earth.bare("Kelo").place_id == "kelo");
    CHECK(earth.bare("Dili").place_id == "dili");
    for (const char* name : {"Gom", "Harar", "Kairo town", "Khelo", "Dolina", "Dellhi", "Bla"}) {
        INFO(name);
        CHECK_FALSE(earth.bare(name).has_place());
    }
}

TEST_CASE("a bare name of several countries is the far more populous place, or ambiguous") {
    Earth earth;
    CHECK(earth.bare("Monterrey").place_id == "monterrey");
    CHECK(earth.bare("Monterrey").score.value() < 0.9);
    CHECK(earth.in("Monterrey", "CO").place_id == "monterrey-co");
    CHECK(earth.bare("La Paz").status == Status::ambiguous);
    CHECK_FALSE(earth.bare("Bama village").has_place());
}

TEST_CASE("a small town's bare name is in doubt where a far larger place had the name") {
    Earth earth;
    const Location& bare = earth.bare("Frunze");
    CHECK((!bare.has_place() || bare.score.value_or(0) < 0.9));
    CHECK(earth.in("Frunze", "UA").score.value_or(0) >= 0.9);
    // `Green` is no name of the Green Zone's kind: what meets the whole name is not outshone by what meets a
    // part.
    CHECK(earth.bare("Green Zone").score.value_or(0) >= 0.9);
}

TEST_CASE("placeholders, common nouns and directions are no places") {
    Earth earth;
    for (const char* words : {"None", "NA", "TBC", "x", "the city", "near the border", "Central", "market",
                              "south-east", "international"}) {
        INFO(words);
        CHECK(earth.bare(words).status == Status::unresolved);
        CHECK_FALSE(earth.in(words, "Zimbabwe").status == Status::resolved);
    }
    const Location& east = earth.in("east", "Yemen");
    CHECK(east.status == Status::coarse);
    CHECK(east.country == "YE");
}

TEST_CASE("the stated country binds, in whatever form, and where it is not understood nothing is drawn") {
    Earth earth;
    for (const char* country : {"Congo, Dem. Rep.", "DR Congo (Zaire)", "Democratic Republic of Congo"})
        CHECK(earth.in("Goma", country).place_id == "goma");
    CHECK_FALSE(earth.in("Goma", "Nowhereland").has_place());
    CHECK_FALSE(earth.in("Goma", "Iran").has_place());
    CHECK(earth.in("Hebron", "Palestinian Territory, Occupied").place_id == "hebron");
    CHECK(earth.in("Hebron", "Israel").place_id == "hebron");
    CHECK(earth.in("Simferopol", "Russia").place_id == "simferopol");
    CHECK_FALSE(earth.in("Kramatorsk", "Poland").has_place());
}

TEST_CASE("a province is one of the stated country, and an unknown one is no empty word") {
    Earth earth;
    CHECK(earth.in("Bida", "Nigeria", "Niger").place_id == "bida");
    CHECK(earth.in("Kramatorsk", "Ukraine", "Donetsk Oblast").place_id == "kramatorsk");
    CHECK_FALSE(earth.in("Dolyna", "Ukraine", "Donetsk Oblast").has_place());
    CHECK_FALSE(earth.in("Dolyna", "Ukraine", "Slobozhanshchyna").has_place());
    CHECK(earth.in("Goma", "CD", "Nord-Kivu of old").place_id == "goma");
    CHECK_FALSE(earth.bare("Liboi, Kenya-Somalia border").has_place());
}

TEST_CASE(
    "a place in a province of today may be stated in the one that it was part of, and the answer says so") {
    Earth earth;
    const Location& bouca = earth.in("Bouca", "CF", "Ouham");
    CHECK(bouca.place_id == "bouca");
    CHECK(std::find(bouca.reasons.begin(), bouca.reasons.end(), "Ouham-Fafa was part of Ouham until 2020.") !=
          bouca.reasons.end());
    const Location& today = earth.in("Bouca", "CF", "Ouham-Fafa");
    CHECK(today.place_id == "bouca");
    CHECK(std::none_of(today.reasons.begin(), today.reasons.end(),
                       [](const std::string& reason) { return reason.find("until") != std::string::npos; }));
}

TEST_CASE("a province may be named by a direction, or a part of it by one behind its name") {
    Earth earth;
    for (const char* words :
         {"Jaffna, Northern Province", "Jaffna in the Northern Province", "Jaffna, Northern"}) {
        INFO(words);
        CHECK(earth.in(words, "LK").place_id == "jaffna");
    }
    for (const char* words :
         {"Muse, Shan-North", "Muse, Shan (North)", "Muse, Northern Shan", "Muse, Shan Norte"}) {
        INFO(words);
        CHECK(earth.in(words, "MM").place_id == "muse");
    }
    CHECK(earth.in("Muse", "MM", "Shan-North").place_id == "muse");
    CHECK_FALSE(earth.in("Muse", "MM", "Shun-North").has_place());
    CHECK(earth.in("eastern Bago", "MM").has_place());
    const Location& part = earth.in("Shan-North", "MM");
    CHECK(part.status == Status::coarse);
    CHECK(part.likely.lat > 22.2);
    const Location& in_brackets = earth.in("Bago (East)", "MM");
    CHECK(in_brackets.status == Status::coarse);
    CHECK(in_brackets.likely.lon > 96.2);
}

TEST_CASE("words of divisions ask for the area, a part of one is a part of the larger") {
    Earth earth;
    for (const char* words : {"Donetsk oblast", "Donetsk province", "Donetsk region"})
        CHECK(earth.bare(words).place_id == "donetsk");
    CHECK(earth.bare("Donetsk").place_id == "donetsk-city");
    const Location& east = earth.bare("eastern Donetsk, Ukraine");
    CHECK(east.status == Status::coarse);
    CHECK(east.uncertainty_m > 20'000);
}

TEST_CASE("on a map a place in no gazetteer is the area that is stated about it") {
    Earth earth;
    for (const char* words : {"Exampleville", "Exampleville, Lower Juba, Somalia"}) {
        const Location& area = earth.on_map(words, "Somalia", "Lower Juba");
        CHECK(area.status == Status::coarse);
        CHECK(area.place_id == "lower-juba");
    }
    CHECK(earth.on_map("Exampleville", "Somalia").place_id == "somalia");
    CHECK(earth.on_map("None", "Somalia").place_id == "somalia");
    CHECK_FALSE(earth.on_map("Exampleville", "Nowhereland").has_place());
    CHECK_FALSE(earth.in("Exampleville", "Somalia", "Lower Juba").has_place());
}

TEST_CASE("what lies off a coast is not cut to the land") {
    Earth earth;
    const Location& off = earth.bare("20 nautical miles off Aden, Yemen");
    CHECK(off.status == Status::coarse);
    CHECK(covers(off.footprint, {45.04, 12.5}));
    const Location& south = earth.bare("40 km south of Aden, Yemen");
    CHECK(south.likely.lat < 12.5);
    CHECK(earth.bare("off Aden").status == Status::coarse);
}

TEST_CASE("what lies off a coast lies at sea, where the outlines of countries leave any") {
    Earth earth;
    for (const char* words : {"off Aden", "off the coast of Aden, Yemen", "30 km off Aden", "off Yemen"}) {
        INFO(words);
        const Location& off = earth.bare(words);
        REQUIRE(off.status == Status::coarse);
        CHECK_FALSE(covers(off.footprint, {45.04, 12.85}));
        CHECK(covers(off.footprint, {45.04, 12.7}));
        CHECK(covers(off.footprint, off.likely));
        CHECK((off.likely.lat < 12.8 || off.likely.lat > 19 || off.likely.lon < 43 || off.likely.lon > 52));
    }
    // By a lake within a country nothing but the place itself is known.
    const Location& lake = earth.bare("off Bukavu, Somalia");
    REQUIRE(lake.status == Status::coarse);
    CHECK(covers(lake.footprint, {46, 6.1}));
    CHECK(covers(earth.bare("40 km south of Aden, Yemen").footprint, {45.04, 12.4}));
}

TEST_CASE("a province's own name goes before a city elsewhere that is only called so too") {
    Earth earth;
    CHECK(earth.bare("Antioquia").place_id == "antioquia");
    CHECK(earth.in("Antioquia", "Colombia").place_id == "antioquia");
    CHECK(earth.in("Antioquia", "Turkey").place_id == "antakya");
    CHECK(earth.bare("Donetsk").place_id == "donetsk-city");
}
