// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catch.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/import/import.hpp"
#include "gazetteer/schema.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/table_writer.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

/// A folder for temporary files that no other program writes to, as long as it lives.
class TemporaryFiles {
  public:
    TemporaryFiles() { setenv("TMPDIR", m_scratch.path("").c_str(), 1); }
    ~TemporaryFiles() { unsetenv("TMPDIR"); }
    TemporaryFiles(const TemporaryFiles&) = delete;
    TemporaryFiles& operator=(const TemporaryFiles&) = delete;
    bool are_none() const { return std::filesystem::is_empty(m_scratch.path("")); }

  private:
    Scratch m_scratch;
};

const std::string places =
    "place_id,name,kind,latitude,longitude,country,admin1,population,extent_m,accuracy_m,source_id\n"
    "b-taji,Camp Taji,military base,33.5239,44.2567,IQ,Baghdad,,2500,500,ours\n"
    "a-taji,Taji,town,33.5294,44.2775,IQ,Baghdad,60000,,,ours\n"
    "c-qaim,Al Qā'im,town,34.3932,40.9889,IQ,Anbar,,,,ours\n"
    "d-orer,Irbil International Airport,airport,36.2376,43.9632,IQ,Erbil,,,,ours\n"
    "e-iraq,Iraq,country,33.3406,44.4009,IQ,,,,,ours\n"
    "f-geneva,Geneva,city,46.2022,6.1457,CH,Geneva,183981,,,ours\n"
    "g-sheikh,Qaryat Shaykh Amīr,village,36.319,43.473,IQ,Nineveh,,,,ours\n"
    "h-nowhere,Nowhere Bay,locality,1,2,NZ,,,,,ours\n";

const std::string names =
    "place_id,name,language,script,sort,from_year,to_year,source_id\n"
    "e-iraq,IQ,,,code,,,\n"
    "d-orer,ORER,,,code,,,\n"
    "c-qaim,القائم,ar,Arab,alternate,,,\n"
    "c-qaim,Husaibah,en,,former,1900,1968,press\n"
    "a-taji,Taji,en,Latn,preferred,,,\n";

const std::string points = "place_id,latitude,longitude,source_id\nd-orer,36.236,43.947,other\n";
const std::string sources = "source_id,name,licence\nours,Our own,MIT\nother,Another,CC0\n";
const std::string areas =
    R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"place_id":"e-iraq","level":"country","name":"Iraq","country":"IQ"},
 "geometry":{"type":"Polygon","coordinates":[[[39,29],[39,37],[48,37],[48,29],[39,29]]]}},
{"type":"Feature","properties":{"place_id":"elsewhere","level":"country","name":"Elsewhere"},
 "geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}}]})";

/// The tables above as a gazetteer file.
class Sample {
  public:
    Sample() : path(folder.path("sample.gpkg")) {
        result = import_gazetteer(ImportFormat::csv,
                                  {folder.file("places.csv", places), folder.file("names.csv", names),
                                   folder.file("points.csv", points), folder.file("sources.csv", sources),
                                   folder.file("areas.geojson", areas)},
                                  path);
    }
    Scratch folder;
    std::string path;
    ImportResult result;
};

std::vector<std::string> ids(const std::vector<NameHit>& hits) {
    std::vector<std::string> result;
    for (const NameHit& hit : hits) result.push_back(hit.place.id);
    return result;
}

std::vector<NameHit> look(const Gazetteer& gazetteer, std::string_view text) {
    return gazetteer.by_normal_form(normal_form(text));
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a place is found by its normal form, in the order of ids, the whole name told from the core") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    const auto hits = look(gazetteer, "TAJI");
    REQUIRE(ids(hits) == Ids{"a-taji", "b-taji"});
    CHECK_FALSE(hits[0].without_kind_words);
    CHECK(hits[0].form == MatchForm::normal);
    CHECK(hits[0].name.language == "en");
    CHECK(hits[1].without_kind_words);
    CHECK(hits[1].name.text == "Camp Taji");
    CHECK(hits[1].place.extent_m == 2500);
    CHECK(hits[1].place.accuracy_m == 500);
    CHECK(hits[1].place.point == LonLat{.lon = 44.2567, .lat = 33.5239});
    CHECK(hits[0].place.population == 60000);

    const auto whole = look(gazetteer, "camp taji");
    REQUIRE(ids(whole) == Ids{"b-taji"});
    CHECK_FALSE(whole[0].without_kind_words);
    CHECK(ids(look(gazetteer, "irbil")) == Ids{"d-orer"});
    CHECK(look(gazetteer, "").empty());
    CHECK(look(gazetteer, "taj").empty());
}

TEST_CASE("the article may be left out, in Latin and in Arabic letters, where Arabic is spoken") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    for (const char* asked : {"Qaim", "قائم"}) {
        const auto hits = look(gazetteer, asked);
        REQUIRE(ids(hits) == Ids{"c-qaim"});
        CHECK(hits[0].without_article);
        CHECK_FALSE(hits[0].without_kind_words);
    }
    CHECK_FALSE(look(gazetteer, "Al-Qa'im").at(0).without_article);
}

TEST_CASE("a code is told as one; former names bring their years") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    const auto code = look(gazetteer, "iq");
    REQUIRE(ids(code) == Ids{"e-iraq"});
    CHECK(code[0].form == MatchForm::code);
    CHECK(code[0].name.text == "IQ");
    const auto former = look(gazetteer, "Husaibah");
    REQUIRE(former.size() == 1);
    CHECK(former[0].name.sort == "former");
    CHECK(former[0].name.from_year == 1900);
    CHECK(former[0].name.to_year == 1968);
    CHECK(former[0].name.script == "Latn");
}

TEST_CASE("what a look-up tells of a name is what the table of names has of it") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    for (const char* text :
         {"القائم", "Husaibah", "Taji", "ORER", "Camp Taji", "Al-Qa'im", "Geneva", "Iraq"}) {
        const auto hits = look(gazetteer, text);
        CHECK_FALSE(hits.empty());
        for (const NameHit& hit : hits) {
            INFO(text << ": " << hit.place.id << ", " << hit.name.text);
            const std::vector<Name> own = gazetteer.names_of(hit.place.id);
            CHECK(std::any_of(own.begin(), own.end(), [&](const Name& name) {
                return name.text == hit.name.text && name.language == hit.name.language &&
                       name.script == hit.name.script && name.sort == hit.name.sort &&
                       name.from_year == hit.name.from_year && name.to_year == hit.name.to_year;
            }));
        }
    }
}

TEST_CASE("phonetic keys are kept where Arabic, Kurdish or Persian is spoken, and never for codes") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    const auto hits = gazetteer.by_phonetic_key(phonetic_key("Sheikh Amir").text);
    REQUIRE(ids(hits) == Ids{"g-sheikh"});
    CHECK(hits[0].form == MatchForm::phonetic_key);
    CHECK(hits[0].name.text == "Qaryat Shaykh Amīr");
    CHECK(gazetteer.by_phonetic_key(phonetic_key("Geneva").text).empty());
    CHECK(gazetteer.by_phonetic_key(phonetic_key("ORER").text).empty());
    CHECK_FALSE(gazetteer.by_phonetic_key(phonetic_key("Irbil").text).empty());
}

TEST_CASE("spellings that sound alike are told how alike they are, the first time and from memory") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    const std::string key = phonetic_key("Sheikh Amir").text;
    const ComparedName asked(compared_form("Shaykh Amer"));
    for (int time = 0; time < 3; ++time) {
        const auto hits = gazetteer.by_phonetic_key(
            key, [&](const ComparedName& spelling) { return similarity(asked, spelling); });
        REQUIRE(ids(hits) == Ids{"g-sheikh"});
        CHECK(hits[0].alike == similarity(compared_form("Shaykh Amer"), compared_form(hits[0].name.text)));
        CHECK(gazetteer.by_phonetic_key(key, [](const ComparedName&) -> std::optional<double> { return {}; })
                  .empty());
        CHECK(ids(gazetteer.by_phonetic_key(key)) == Ids{"g-sheikh"});
    }
}

TEST_CASE("a place tells its names, its other points and its area") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    const auto airport = gazetteer.place("d-orer");
    REQUIRE(airport);
    REQUIRE(airport->other_points.size() == 1);
    CHECK(airport->other_points[0].point == LonLat{.lon = 43.947, .lat = 36.236});
    CHECK(airport->other_points[0].source_id == "other");
    CHECK_FALSE(airport->has_area);
    CHECK(gazetteer.names_of("d-orer").size() == 2);
    CHECK_FALSE(gazetteer.place("none"));
    CHECK(gazetteer.names_of("none").empty());

    CHECK(gazetteer.place("e-iraq")->has_area);
    const auto area = gazetteer.area("e-iraq");
    REQUIRE(area);
    // The ring came clockwise.
    const Ring counter_clockwise{{39, 29}, {48, 29}, {48, 37}, {39, 37}, {39, 29}};
    REQUIRE(area->polygons.size() == 1);
    CHECK(area->polygons[0].outer == counter_clockwise);
    CHECK_FALSE(gazetteer.area("a-taji"));
    CHECK(gazetteer.area("elsewhere"));
}

TEST_CASE("settlements of a country are towns, cities and villages") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    CHECK(gazetteer.has_settlements_in("IQ"));
    CHECK(gazetteer.has_settlements_in("CH"));
    CHECK_FALSE(gazetteer.has_settlements_in("NZ"));
    CHECK_FALSE(gazetteer.has_settlements_in("FR"));
    CHECK_FALSE(gazetteer.has_settlements_in(""));
}

TEST_CASE("suggestions are names a slip away, completions and other romanisations, the most alike first") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    const auto first = [&](std::string_view text) {
        const auto hits = gazetteer.similar_names(text, 3);
        return hits.empty() ? std::string{} : hits.front().place.id;
    };
    CHECK(first("Genevs") == "f-geneva");   // another letter
    CHECK(first("Genva") == "f-geneva");    // one too few
    CHECK(first("Geeneva") == "f-geneva");  // one too many
    CHECK(first("Egneva") == "f-geneva");   // two swapped
    CHECK(first("Gene") == "f-geneva");     // not ended
    CHECK(first("Tajji base") == "a-taji");
    CHECK(first("Shekh Emir") == "g-sheikh");
    CHECK(first("القايم") == "c-qaim");
    CHECK(gazetteer.similar_names("Geneva", 3).at(0).form == MatchForm::similar);
    CHECK(gazetteer.similar_names("Taji", 1).size() == 1);
    CHECK(gazetteer.similar_names("Zzyzx Road", 3).empty());
    CHECK(gazetteer.similar_names("Geneva", 0).empty());
    CHECK(gazetteer.similar_names("", 3).empty());
    CHECK(gazetteer.similar_names(std::string(5000, 'a'), 3).empty());
}

TEST_CASE("info counts what is there") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    const GazetteerInfo info = gazetteer.info();
    CHECK(info.name == "sample");
    CHECK(info.place_count == 8);
    CHECK(info.name_count == 12);
    CHECK(info.area_count == 2);
    CHECK(info.fingerprint.size() == 64);
    CHECK(info.fingerprint == gazetteer.fingerprint());
    REQUIRE(info.sources.size() == 2);
    CHECK(info.sources[0].source_id == "other");
    CHECK(info.sources[0].licence == "CC0");
    REQUIRE_FALSE(info.countries.empty());
    CHECK(info.countries[0].what == "IQ");
    CHECK(info.countries[0].count == 6);
}

TEST_CASE(
    "a gazetteer file is a sound GeoPackage and is found by its own words in a folder that is read only") {
    const Sample sample;
    check_valid(sample.path);
    CHECK(Database::open_read_only(sample.path).integrity_problem() == "");
}

TEST_CASE("a table of places is a gazetteer too, and leaves nothing behind") {
    const Scratch folder;
    const std::string path = folder.file(
        "mine.csv", "Name,Lat,Lon,Alternate names\nCamp Nowhere,10,20,Old Camp | Nowhere One; N\n");
    const TemporaryFiles temporary_files;
    const Gazetteer gazetteer = Gazetteer::open(path);
    CHECK(temporary_files.are_none());
    CHECK(gazetteer.name() == "mine");
    CHECK(ids(look(gazetteer, "nowhere")) == Ids{"camp-nowhere"});
    CHECK(ids(look(gazetteer, "nowhere one")) == Ids{"camp-nowhere"});
    CHECK(gazetteer.place("camp-nowhere")->point == LonLat{.lon = 20, .lat = 10});
    CHECK(gazetteer.names_of("camp-nowhere").size() == 4);
}

TEST_CASE("what is no gazetteer is refused with the command that mends it") {
    const Scratch folder;
    CHECK_THROWS_WITH(Gazetteer::open(folder.path("none.gpkg")), Contains("none.gpkg"));
    CHECK_THROWS_AS(
        Gazetteer::open(folder.file(
            "text.gpkg", "no database, but long enough to be read as one. " + std::string(200, 'x'))),
        Error);

    const std::string other = folder.path("other.gpkg");
    Database database = Database::create(other);
    database.begin();
    create_geopackage(database);
    database.commit();
    database.close();
    CHECK_THROWS_WITH(Gazetteer::open(other),
                      Contains("is not a gazetteer") && Contains("incidentmap gazetteer import"));
}

TEST_CASE("a gazetteer of another version is refused with the command that mends it") {
    const Scratch folder;
    for (const bool old_schema : {true, false}) {
        const std::string path = folder.path(old_schema ? "schema.gpkg" : "spelling.gpkg");
        Database database = Database::create(path);
        database.begin();
        create_geopackage(database);
        {
            TableWriter about(database, about_table(), "2024-01-01T00:00:00.000Z");
            about.row().bind_integer(1, gazetteer_schema_version + (old_schema ? 1 : 0));
            about.row().bind_integer(2, spelling_version + (old_schema ? 0 : 1));
            about.insert();
            about.finish();
        }
        database.commit();
        database.close();
        CHECK_THROWS_WITH(Gazetteer::open(path), Contains("another version") &&
                                                     Contains("incidentmap gazetteer import") &&
                                                     Contains("-o " + path));
    }
}

TEST_CASE("a name one slip away is found, and none that is farther, whatever the slip") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    for (const char* typo : {"geneav", "gneeva", "genva", "genewa", "gennevaa", "xgeneva"}) {
        INFO(typo);
        CHECK(gazetteer.by_misspelt_form(typo).size() == (std::string(typo) == "gennevaa" ? 0U : 1U));
    }
    const auto hits = gazetteer.by_misspelt_form("genewa");
    REQUIRE(ids(hits) == Ids{"f-geneva"});
    CHECK(hits.front().form == MatchForm::misspelt);
    CHECK(gazetteer.by_misspelt_form("geneva").empty());
    CHECK(gazetteer.by_misspelt_form("gen").empty());
    CHECK(gazetteer.by_misspelt_form("").empty());
    CHECK(gazetteer.by_misspelt_form(std::string(5'000, 'a')).empty());
    CHECK(gazetteer.by_misspelt_form("ore").empty());
}

TEST_CASE("looking for many misspellings gives the same answers as looking for one") {
    const Sample sample;
    const Gazetteer many = Gazetteer::open(sample.path);
    const std::vector<std::string> words{"geneva",      "genewa",      "gneeva", "genva",  "tajy",
                                         "nowhere bay", "nowhare bay", "zzyzx",  "xalapa", "irbil"};
    for (int round = 0; round < 200; ++round) {
        for (const std::string& word : words) {
            const Gazetteer once = Gazetteer::open(sample.path);
            REQUIRE(ids(many.by_misspelt_form(word)) == ids(once.by_misspelt_form(word)));
            REQUIRE(ids(many.by_normal_form(word)) == ids(once.by_normal_form(word)));
            REQUIRE(ids(many.similar_names(word, 3)) == ids(once.similar_names(word, 3)));
            if (round > 0) break;  // the first look-ups of a gazetteer are the dear ones
        }
        many.by_misspelt_form("unheard of " + std::to_string(round));
    }
    for (const std::string& word : words) {
        const Gazetteer once = Gazetteer::open(sample.path);
        CHECK(ids(many.similar_names(word, 3)) == ids(once.similar_names(word, 3)));
        CHECK(ids(many.by_normal_form(word)) == ids(once.by_normal_form(word)));
    }
}

TEST_CASE("a name one consonant away is found by its phonetic key, where the language has one") {
    const Sample sample;
    const Gazetteer gazetteer = Gazetteer::open(sample.path);
    CHECK(ids(gazetteer.by_misspelt_phonetic_key(phonetic_key("Shaykh Amin").text)) == Ids{"g-sheikh"});
    CHECK(gazetteer.by_misspelt_phonetic_key(phonetic_key("Shaykh Amir").text).empty());
    CHECK(gazetteer.by_misspelt_phonetic_key("").empty());
    CHECK(gazetteer.by_misspelt_phonetic_key(phonetic_key("Genewa").text).empty());
}
