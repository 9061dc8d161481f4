// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catch.hpp"
#include "gazetteer/import/import.hpp"
#include "locate/resolver.hpp"
#include "locate/score.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

/// Two provinces side by side (A west of 44°, B east of it), each with an outline.
const std::string places =
    "place_id,name,kind,latitude,longitude,country,admin1,population,extent_m,accuracy_m\n"
    "prov-a,Anbaria,province,34,43,IQ,Anbaria,,100000,1000\n"
    "prov-b,Diyalia,province,34,45,IQ,Diyalia,,100000,1000\n"
    "country,Iraq,country,34,44,IQ,,,,\n"
    "taji-town,Taji,town,33.50,43.50,IQ,Anbaria,60000,,\n"
    "taji-base,Camp Taji,military base,33.52,43.47,IQ,Anbaria,,2000,500\n"
    "amir-a,Sheikh Amir,village,34.20,43.20,IQ,Anbaria,,,\n"
    "amir-b,Shaykh ʻĀmir,village,34.10,45.60,IQ,Diyalia,,,\n"
    "zummar-1,Zummar,town,34.60,43.00,IQ,Anbaria,,,\n"
    "zummar-2,Zummar,town,34.60,43.13,IQ,Anbaria,,,\n"
    "balad-a,Balad,town,34.01,43.10,IQ,Anbaria,,,\n"
    "balad-b,Balad,village,34.40,45.80,IQ,Diyalia,,,\n"
    "big,Karma,city,34.30,43.30,IQ,Anbaria,500000,,\n"
    "small,Karma,village,34.30,45.30,IQ,Diyalia,200,,\n"
    "seat,Diyalia,village,33.10,42.10,IQ,Anbaria,90,,\n"
    "edge,Umm Qurun,village,34.2,44.05,IQ,Diyalia,,,\n"
    "far,Tall Abyad,village,34.2,45.9,IQ,Diyalia,,,\n"
    "near,Tall Ubayd,village,34.2,43.4,IQ,Anbaria,,,\n"
    "rare,Kifriya,village,34.2,43.5,IQ,Anbaria,,,\n"
    "rare-ar,\u0634\u0642\u0644\u0627\u0648\u0629,village,34.3,43.6,IQ,Anbaria,,,\n"
    "common-a,Khirbah,village,33.2,43.8,IQ,Anbaria,,,\n"
    "common-1,Khirbah,village,33.2,45.1,IQ,Diyalia,,,\n"
    "common-2,Khirbah,village,33.4,45.3,IQ,Diyalia,,,\n"
    "common-3,Khirbah,village,33.6,45.5,IQ,Diyalia,,,\n"
    "common-4,Khirbah,village,33.8,45.7,IQ,Diyalia,,,\n"
    "belt,Suhala,region,20,10,,,,2000000,1000\n"
    "belt-unit,Suhala,province,33.9,43.2,IQ,Suhala,,50000,1000\n"
    "seat-p,Mafran,province,34,41,JO,,,50000,1000\n"
    "seat-t,Mafran,town,34,39,JO,,50000,,\n"
    "old,Artemivsk,former-town,48.59,38.00,UA,Donetsk,,,\n";

const std::string areas =
    R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"place_id":"prov-a","level":"province","name":"Anbaria","country":"IQ"},
 "geometry":{"type":"Polygon","coordinates":[[[42,33],[44,33],[44,35],[42,35],[42,33]]]}},
{"type":"Feature","properties":{"place_id":"prov-b","level":"province","name":"Diyalia","country":"IQ"},
 "geometry":{"type":"Polygon","coordinates":[[[44,33],[46,33],[46,35],[44,35],[44,33]]]}}]})";

class Sample {
  public:
    Sample() {
        std::string table = places;
        table.replace(table.find("former-town"), std::string("former-town").size(), "town");
        import_gazetteer(ImportFormat::csv,
                         {m_folder.file("places.csv", table), m_folder.file("areas.geojson", areas)},
                         m_folder.path("sample.gpkg"));
        std::vector<Gazetteer> gazetteers;
        gazetteers.push_back(Gazetteer::open(m_folder.path("sample.gpkg")));
        m_resolver.emplace(std::move(gazetteers));
    }
    const Location& operator()(const std::string& words, const std::string& country = "") {
        Query query;
        query.words = words;
        query.country = country;
        return m_resolver->resolve(query);
    }
    Resolver& resolver() { return *m_resolver; }

  private:
    Scratch m_folder;
    std::optional<Resolver> m_resolver;
};

}  // namespace

TEST_CASE("of a region across several countries and a unit of the country stated, the unit is meant") {
    Sample where;
    for (const char* words : {"Suhala", "Suhala region", "Suhala province"}) {
        INFO(words);
        CHECK(where(words, "Iraq").place_id == "belt-unit");
    }
    CHECK(where("Suhala region").place_id == "belt");
}

TEST_CASE("a town that its gazetteer puts into no province may be the seat of the one of its name") {
    Sample where;
    CHECK(where("Mafran", "Jordan").place_id == "seat-t");
    CHECK(where("Mafran province", "Jordan").place_id == "seat-p");
}

TEST_CASE("a name shared by a town and the base at its edge is one answer; the word asks for the base") {
    Sample where;
    CHECK(where("Taji").place_id == "taji-town");
    CHECK(where("Camp Taji").place_id == "taji-base");
    CHECK(where("Taji base").place_id == "taji-base");
    CHECK(where("Taji town").place_id == "taji-town");
}

TEST_CASE("the province stated decides between homonyms, wherever it is stated") {
    Sample where;
    CHECK(where("Balad, Diyalia").place_id == "balad-b");
    CHECK(where("Balad, Anbaria province, Iraq").place_id == "balad-a");
    CHECK(where("Balad (Diyalia)").place_id == "balad-b");
    CHECK(where("Balad").status == Status::ambiguous);
    CHECK(where("Balad").remedy == "State the province: Anbaria or Diyalia.");
    CHECK(where("Balad village").place_id == "balad-b");
}

TEST_CASE("the same name goes before one that only sounds the same") {
    Sample where;
    CHECK(where("Sheikh Amir").place_id == "amir-a");
    CHECK(where("Shaykh Amir, Diyalia").place_id == "amir-b");
    CHECK(where("Sheikh Amir, Diyalia").place_id == "amir-b");
}

TEST_CASE("two entries of one name 12 km apart in one province are one answer that covers both") {
    Sample where;
    const Location& zummar = where("Zummar");
    REQUIRE(zummar.status == Status::resolved);
    CHECK(zummar.uncertainty_m > 11'900);
    CHECK_THAT(reasons_text(zummar), Contains("the possible area covers both"));
}

TEST_CASE("population breaks what is left, and only where it is clear") {
    Sample where;
    CHECK(where("Karma").place_id == "big");
    CHECK(where("Karma, Diyalia").place_id == "small");
}

TEST_CASE("a bare name shared by a province and a village elsewhere is the province") {
    Sample where;
    CHECK(where("Diyalia").place_id == "prov-b");
    CHECK(where("Diyalia").status == Status::coarse);
    CHECK(where("Diyalia village").place_id == "seat");
}

TEST_CASE("a place a little outside the province stated may be meant, and that is told") {
    Sample where;
    const Location& edge = where("Umm Qurun, Anbaria");
    CHECK(edge.place_id == "edge");
    CHECK_THAT(reasons_text(edge), Contains("outside Anbaria") && Contains("borders differ between sources"));
    CHECK(*edge.score < *where("Umm Qurun, Diyalia").score);
    CHECK(where("Shaykh Amir, Diyalia").place_id == "amir-b");
}

TEST_CASE("a name that fits better outside the province stated makes the one within doubtful") {
    Sample where;
    CHECK(where("Tall Ubayd, Anbaria").place_id == "near");
    CHECK(where("Tall Abyad, Anbaria").place_id != "near");
    CHECK(where("Tall Abyad, Anbaria").status == Status::unresolved);
}

TEST_CASE("a village of a common name is less sure than one of a rare name; a town that many know is not") {
    Sample where;
    const Location& common = where("Khirbah, Anbaria");
    const Location& rare = where("Kifriya, Anbaria");
    REQUIRE(common.place_id == "common-a");
    REQUIRE(rare.place_id == "rare");
    CHECK(*common.score < *rare.score - 0.03);
    CHECK(*where("Karma, Anbaria").score == Approx(*rare.score));
}

TEST_CASE("a village met in Arabic letters alone is less sure, because they leave vowels out") {
    Sample where;
    const Location& arabic = where("\u0634\u0642\u0644\u0627\u0648\u0629, Anbaria");
    REQUIRE(arabic.place_id == "rare-ar");
    CHECK(*arabic.score < 0.9);
    CHECK(*where("Kifriya, Anbaria").score > 0.9);
}

TEST_CASE("of homonyms the one is meant that lies with the other places named") {
    Sample where;
    // Khirbah, Diyalia: four villages 30 km apart; the company is 5 km from the third.
    Query query;
    query.words = "Khirbah";
    query.admin1 = "Diyalia";
    REQUIRE(where.resolver().resolve(query).status == Status::ambiguous);
    query.company = {{"Jalula", {45.5, 33.645}, true}};
    const Location& found = where.resolver().resolve(query);
    REQUIRE(found.place_id == "common-3");
    CHECK_THAT(
        reasons_text(found),
        Contains("Of the 4 places that fit it is the one near Jalula, 5 km away, which the same report "
                 "names."));
    CHECK(std::any_of(found.alternatives.begin(), found.alternatives.end(), [](const Match& other) {
        return other.reasons.find("from Jalula, which is named with it") != std::string::npos;
    }));
    CHECK(*found.score < 0.9);

    query.company.front().same_report = false;
    CHECK_THAT(reasons_text(where.resolver().resolve(query)),
               Contains("which another report of the incident names"));
    // Between two of them, or far from all, company decides nothing; nor does it change a clear answer.
    query.company = {{"Half way", {45.4, 33.5}, true}};
    CHECK(where.resolver().resolve(query).status == Status::ambiguous);
    query.company = {{"Far away", {42.1, 33.1}, true}};
    CHECK(where.resolver().resolve(query).status == Status::ambiguous);
    query.words = "Zummar, Anbaria";
    query.admin1.clear();
    CHECK(where.resolver().resolve(query).place_id == "zummar-1");
}

TEST_CASE("a misspelt name is met one slip away; what is farther is a suggestion, never an answer") {
    Sample where;
    const Location& typo = where("Zumamr, Anbaria");
    CHECK(typo.place_id == "zummar-1");
    CHECK(*typo.score < *where("Zummar, Anbaria").score);
    const Location& nothing = where("Atlantis");
    CHECK(nothing.status == Status::unresolved);
    CHECK(nothing.place_id.empty());
    const Location& similar = where("Zumomer");
    CHECK(similar.status == Status::unresolved);
    CHECK_FALSE(similar.alternatives.empty());
    CHECK(similar.alternatives.size() <= 3);
}

TEST_CASE("a slip in a bare name means the town that many know rather than a village nobody listed") {
    const Scratch folder;
    const std::string table =
        "place_id,name,kind,latitude,longitude,country,population\n"
        "known,Quneitra,city,33.1,35.8,SY,12000\nhamlet,Zabadineh,village,33.7,36.1,SY,90\n";
    import_gazetteer(ImportFormat::csv, {folder.file("places.csv", table)}, folder.path("sample.gpkg"));
    std::vector<Gazetteer> gazetteers;
    gazetteers.push_back(Gazetteer::open(folder.path("sample.gpkg")));
    Resolver where(std::move(gazetteers));
    const auto ask = [&](const std::string& words) -> const Location& {
        Query query;
        query.words = words;
        return where.resolve(query);
    };
    CHECK(ask("Qumeitra").place_id == "known");
    CHECK(ask("Zabafineh").status == Status::unresolved);
}

TEST_CASE("where only the order of the gazetteers decides between homonyms the score says so") {
    const Scratch folder;
    const std::string header = "place_id,name,kind,latitude,longitude,country,admin1,population\n";
    import_gazetteer(ImportFormat::csv,
                     {folder.file("own.csv", header + "own,Karma,town,34.3,43.3,IQ,Anbar,\n"
                                                      "large,Hillah,city,32.5,44.4,IQ,Babil,290000\n"
                                                      "only,Haditha,town,34.1,42.4,IQ,Anbar,\n")},
                     folder.path("own.gpkg"));
    import_gazetteer(ImportFormat::csv,
                     {folder.file("other.csv", header + "other,Karma,town,34.3,45.3,IQ,Diyala,\n"
                                                        "small,Hillah,village,35.8,42.9,IQ,Nineveh,\n")},
                     folder.path("other.gpkg"));
    std::vector<Gazetteer> gazetteers;
    for (const char* file : {"own.gpkg", "other.gpkg"})
        gazetteers.push_back(Gazetteer::open(folder.path(file)));
    Resolver where(std::move(gazetteers));
    const auto ask = [&](const std::string& words) -> const Location& {
        Query query;
        query.words = words;
        return where.resolve(query);
    };
    CHECK(ask("Karma").place_id == "own");
    CHECK(*ask("Karma").score <= order_at_most);
    CHECK(ask("Hillah").place_id == "large");
    CHECK(*ask("Hillah").score > order_at_most);
    CHECK(*ask("Haditha").score > order_at_most);
}

TEST_CASE("of three entries that are one answer the one in the middle leads") {
    const Scratch folder;
    const std::string table =
        "place_id,name,kind,latitude,longitude,country,admin1\n"
        "a-north,Amarinah,village,36.50,38.0,SY,Aleppo\n"
        "b-south,Amarinah,village,36.42,38.0,SY,Aleppo\n"
        "c-middle,Amarinah,village,36.46,38.0,SY,Aleppo\n";
    import_gazetteer(ImportFormat::csv, {folder.file("places.csv", table)}, folder.path("sample.gpkg"));
    std::vector<Gazetteer> gazetteers;
    gazetteers.push_back(Gazetteer::open(folder.path("sample.gpkg")));
    Resolver where(std::move(gazetteers));
    Query query;
    query.words = "Amarinah";
    query.country = "Syria";
    const Location& answer = where.resolve(query);
    CHECK(answer.place_id == "c-middle");
    CHECK(answer.uncertainty_m < 8'000);
}

TEST_CASE("what contradicts the province and is of another name too is no reason why nothing was found") {
    Sample where;
    const Location& nothing = where("Kufroyo, Diyalia");
    CHECK(nothing.status == Status::unresolved);
    CHECK_THAT(reasons_text(nothing), !Contains("Kifriya in Anbaria, but"));
    CHECK_THAT(reasons_text(where("Kifriya, Diyalia")), Contains("but it is not in Diyalia"));
}

TEST_CASE(
    "outside Arabic, Kurdish and Persian a name meets one slip away, and never by its consonants alone") {
    Sample where;
    CHECK(where("Artemivsk").place_id == "old");
    CHECK(where("Artemivks, Ukraine").place_id == "old");
    CHECK(where("Artamovsk").status == Status::unresolved);
    CHECK(where("Ertmvsk").status == Status::unresolved);
}

TEST_CASE("of two names in one locality either is enough, and a kind word is said of both") {
    Sample where;
    CHECK(where("Nowherabad/Balad village").place_id == "balad-b");
    CHECK(where("Zummar (Nowherabad), Anbaria").place_id == "zummar-1");
}

TEST_CASE("the score is a probability that rises with the fit") {
    double last = 0;
    for (int percent = 0; percent <= 100; ++percent) {
        const double p = probability(percent / 100.0);
        CHECK(p >= last);
        CHECK((p >= 0 && p <= 1));
        last = p;
    }
    CHECK(probability(0.95) == Approx(0.97).margin(0.01));
    CHECK(probability(0.98) > 0.97);
    CHECK(probability(0.6) < 0.3);
}
