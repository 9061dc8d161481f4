// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "gazetteer/import/import.hpp"
#include "locate/homonyms.hpp"
#include "locate/resolver.hpp"
#include "locate/score.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

/// Villages of one name, 50 km and more apart, all in the province Hama.
const std::string places =
    "place_id,name,kind,latitude,longitude,country,admin1\n"
    "hama,Hama,province,35.2,36.9,SY,Hama\n"
    "aleppo,Aleppo,province,36.2,37.2,SY,Aleppo\n"
    "map-only,Qarah Kuz,village,35.0,36.2,SY,Hama\n"
    "in-use,Ayn al Aswad,village,35.6,36.9,SY,Hama\n"
    "own,Mu'addamiyah,village,35.0,36.2,SY,Hama\n"
    "second,Mu'addamiyat ash Sham,village,35.6,36.9,SY,Hama\n"
    "even-1,Sarjah,village,35.0,36.2,SY,Hama\n"
    "even-2,Sarjah,village,35.6,36.9,SY,Hama\n"
    "many-maps,Kafr Nasih,village,35.0,36.2,SY,Hama\n"
    "one-map,Kafr Nasih,village,35.6,36.9,SY,Hama\n"
    "other,Mu'addamiyah,village,36.2,37.2,SY,Aleppo\n"
    "hayy,Hayy al Asad,village,35.0,36.2,SY,Hama\n"
    "qura,Qura al Asad,village,35.6,36.9,SY,Hama\n";

const std::string names =
    "place_id,name,sort\n"
    "in-use,قره كوز,alternate\n"
    "in-use,Qarah Kuz,alternate\n"
    "own,المعضمية,alternate\n"
    "second,معضمية الشام,alternate\n"
    "second,Mu'addamiyah,alternate\n"
    "many-maps,كفر ناصح,alternate\n"
    "many-maps,Kafer Nâsseh,alternate\n"
    "one-map,كفر ناصح,alternate\n"
    "even-1,سرجة,alternate\n"
    "even-2,سرجة,alternate\n";

class Sample {
  public:
    Sample() {
        import_gazetteer(ImportFormat::csv,
                         {m_folder.file("places.csv", places), m_folder.file("names.csv", names)},
                         m_folder.path("sample.gpkg"));
        std::vector<Gazetteer> gazetteers;
        gazetteers.push_back(Gazetteer::open(m_folder.path("sample.gpkg")));
        m_resolver.emplace(std::move(gazetteers));
    }
    const Location& operator()(const std::string& words) {
        Query query;
        query.words = words;
        return m_resolver->resolve(query);
    }

  private:
    Scratch m_folder;
    std::optional<Resolver> m_resolver;
};

}  // namespace

TEST_CASE("of thousands of homonyms the best are listed, one of each country, and the others counted") {
    const Scratch folder;
    constexpr std::size_t count = 3'000;
    std::string table =
        "place_id,name,kind,latitude,longitude,country,admin1\nh,Hama,province,35.2,36.9,SY,Hama\n";
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_last = i + 1 == count;
        table += "p" + std::to_string(i) + ",Same,village," +
                 std::to_string(29.0 + static_cast<double>(i % 97) / 14) + "," +
                 std::to_string(39.0 + static_cast<double>(i / 97) / 9) +
                 (is_last ? ",SY,Hama" : ",IQ,Anbar") + "\n";
    }
    std::vector<Gazetteer> gazetteers;
    gazetteers.push_back(Gazetteer::open(folder.file("many.csv", table)));
    Resolver resolver(std::move(gazetteers));
    Query query;
    query.words = "Same";
    const Location many = resolver.resolve(query);
    CHECK(many.status == Status::ambiguous);
    CHECK(many.alternatives.size() == 51);
    CHECK(many.alternatives.back().country == "SY");
    CHECK(many.alternatives.size() + many.more_alternatives == count);
    CHECK_THAT(reasons_text(many), Contains("3000 places"));
    // What is not listed is found all the same where something says which is meant.
    query.words = "Same, Syria";
    CHECK(resolver.resolve(query).place_id == "p2999");
    query.words = "Same, Hama";
    CHECK(resolver.resolve(query).place_id == "p2999");
    // Each of them may be the town that a place lies in.
    query.words = "Same, Same";
    CHECK(resolver.resolve(query).alternatives.size() + resolver.resolve(query).more_alternatives == count);
    query.words = "between Same and Same";
    CHECK(resolver.resolve(query).status == Status::ambiguous);
}

TEST_CASE("of homonyms one without a name in Arabic letters gives way to one that has") {
    Sample where;
    const Location& answer = where("Qarah Kuz, Hama");
    CHECK(answer.place_id == "in-use");
    CHECK(*answer.score <= claims_at_most);
    CHECK_THAT(reasons_text(answer), Contains("no source has its name in Arabic letters"));
}

TEST_CASE("of homonyms one that bears the name beside its own gives way to one that is called so") {
    Sample where;
    const Location& answer = where("Mu'addamiyah, Hama");
    CHECK(answer.place_id == "own");
    CHECK(*answer.score <= claims_at_most);
    CHECK_THAT(reasons_text(answer), Contains("it is called Mu'addamiyat ash Sham first"));
}

TEST_CASE("of homonyms one that sources spell in one way gives way to one that they spell in several") {
    Sample where;
    const Location& answer = where("Kafr Nasih, Hama");
    CHECK(answer.place_id == "many-maps");
    CHECK(*answer.score <= claims_at_most);
    CHECK_THAT(reasons_text(answer), Contains("a single spelling of its name"));
}

TEST_CASE(
    "such claims decide nothing where the homonyms' claims are even, or where nothing says which part of the "
    "world") {
    Sample where;
    CHECK(where("Sarjah, Hama").status == Status::ambiguous);
    CHECK(where("Sarjah, Hama").alternatives.size() == 2);
    CHECK(where("Mu'addamiyah").status == Status::ambiguous);
}

TEST_CASE("the kind word in a place's own name says what it is as much as its entry does") {
    Sample where;
    CHECK(where("Al Asad suburb, Hama").place_id == "hayy");
    CHECK(where("Al Asad village, Hama").status == Status::ambiguous);
}
