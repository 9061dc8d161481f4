// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>

#include "catch.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/import/import.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

const std::string header =
    "\"id\",\"ident\",\"type\",\"name\",\"latitude_deg\",\"longitude_deg\",\"iso_country\",\"iso_region\","
    "\"municipality\",\"scheduled_service\",\"icao_code\",\"iata_code\",\"gps_code\",\"local_code\","
    "\"keywords\"\n";

struct Made {
    ImportResult result;
    Gazetteer gazetteer;
};

Made make(const Scratch& folder, const std::vector<std::string>& files) {
    const std::string out = folder.path("out.gpkg");
    ImportResult result = import_gazetteer(ImportFormat::ourairports, files, out);
    return {std::move(result), Gazetteer::open(out)};
}

std::vector<std::string> names_of(const Gazetteer& gazetteer, const std::string& id) {
    std::vector<std::string> texts;
    for (const Name& name : gazetteer.names_of(id)) texts.push_back(name.sort + ' ' + name.text);
    return texts;
}

}  // namespace

TEST_CASE("OurAirports: codes, keywords and the names between slashes are names") {
    const Scratch folder;
    const Made made = make(
        folder,
        {folder.file(
            "airports.csv",
            header +
                "1,ORER,large_airport,Erbil International "
                "Airport,36.2376,43.9632,IQ,IQ-AR,Arbil,yes,ORER,EBL,"
                "ORER,,\"Irbil, EBL, فرودگاه اربیل\"\n"
                "2,ORBD,medium_airport,Balad Southeast Airport / Joint Base Balad,33.94,44.36,IQ,IQ-SD,,no,"
                "ORBD,,,OR9,\"Al-Bakir Air Base, Camp Anaconda\"\n")});
    const auto erbil = made.gazetteer.place("ourairports:ORER");
    REQUIRE(erbil);
    CHECK(erbil->kind == "airport");
    CHECK(erbil->country == "IQ");
    CHECK(erbil->admin1 == "");
    CHECK(erbil->extent_m == 2500);
    CHECK(erbil->accuracy_m == 500);
    CHECK(erbil->source_id == "ourairports");
    // The keyword that is the town's name says that the airport is meant.
    CHECK(names_of(made.gazetteer, "ourairports:ORER") ==
          std::vector<std::string>{"preferred Erbil International Airport", "code ORER", "code EBL",
                                   "alternate Irbil Airport", "alternate فرودگاه اربیل"});
    CHECK(names_of(made.gazetteer, "ourairports:ORBD") ==
          std::vector<std::string>{"preferred Balad Southeast Airport", "alternate Joint Base Balad",
                                   "code ORBD", "code OR9", "alternate Al-Bakir Air Base",
                                   "alternate Camp Anaconda"});
    CHECK(made.gazetteer.by_normal_form("ebl").at(0).form == MatchForm::code);
    REQUIRE(made.gazetteer.info().sources.size() == 1);
    CHECK(made.gazetteer.info().sources[0].licence == "public domain");
}

TEST_CASE("OurAirports: the kind is told by type and by the words of armed forces") {
    const Scratch folder;
    const auto row = [](const std::string& ident, const std::string& type, const std::string& name,
                        const std::string& scheduled = "no") {
        return "1," + ident + "," + type + "," + name + ",33,44,IQ,IQ-AN,," + scheduled + ",,,,,\n";
    };
    const Made made =
        make(folder, {folder.file("airports.csv", header + row("a", "medium_airport", "Al Asad Air Base") +
                                                      row("b", "medium_airport", "H3 Northwest AFB") +
                                                      row("c", "small_airport", "Al Taji Army Air Field") +
                                                      row("d", "medium_airport", "Qayyarah West Airport") +
                                                      row("e", "small_airport", "Bashur Airfield") +
                                                      row("f", "small_airport", "Town Airport", "yes") +
                                                      row("g", "small_airport", "Akashat") +
                                                      row("h", "heliport", "Rawah") +
                                                      row("i", "closed", "Basra Maqal Airport"))});
    const auto kind = [&](const char* ident) {
        return made.gazetteer.place(std::string("ourairports:") + ident).value().kind;
    };
    CHECK(kind("a") == "air base");
    CHECK(kind("b") == "air base");
    CHECK(kind("c") == "air base");
    CHECK(kind("d") == "airport");
    CHECK(kind("e") == "airfield");
    CHECK(kind("f") == "airport");
    CHECK(kind("g") == "airfield");
    // A bare name could be the town's.
    CHECK(made.gazetteer.place("ourairports:g")->name == "Akashat Airfield");
    CHECK(made.gazetteer.place("ourairports:h")->name == "Rawah Heliport");
    CHECK(made.gazetteer.place("ourairports:b")->name == "H3 Northwest AFB");
    CHECK(made.gazetteer.by_normal_form("akashat").at(0).without_kind_words);
    CHECK(kind("i") == "airfield");
}

TEST_CASE("OurAirports: regions.csv names the provinces, whatever the order of the files") {
    const Scratch folder;
    const std::string airports =
        folder.file("airports.csv", header +
                                        "1,ORER,large_airport,Erbil Airport,36.2,43.9,IQ,IQ-AR,,yes,,,,,\n"
                                        "2,IQ-0067,small_airport,Sindij,36.2,43.9,IQ,IQ-U-A,,no,,,,,\n");
    const std::string regions =
        folder.file("regions.csv",
                    "id,code,local_code,name,continent,iso_country\n1,IQ-AR,AR,Arbil Governorate,AS,IQ\n"
                    "2,IQ-U-A,U-A,(unassigned),AS,IQ\n3,,,No code,AS,IQ\n");
    const Made made = make(folder, {airports, regions});
    CHECK(made.gazetteer.place("ourairports:ORER")->admin1 == "Arbil");
    CHECK(made.gazetteer.place("ourairports:IQ-0067")->admin1 == "");
    CHECK(made.result.bad_rows == 1);
}

TEST_CASE("OurAirports: damaged rows are told and counted; what is none of its tables is refused") {
    const Scratch folder;
    const Made made = make(
        folder,
        {folder.file(
            "airports.csv",
            header + "1,A,small_airport,Good,33,44,IQ,,,no,,,,,\n1,,small_airport,No id,33,44,IQ,,,no,,,,,\n"
                     "1,B,small_airport, / ,33,44,IQ,,,no,,,,,\n1,C,small_airport,North,95,44,IQ,,,no,,,,,\n"
                     "1,A,small_airport,Twice,33,44,IQ,,,no,,,,,\n1,D,small_airport,Short\n")});
    CHECK(made.result.places == 1);
    CHECK(made.result.bad_rows == 5);
    const std::string out = folder.path("none.gpkg");
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::ourairports, {folder.file("x.csv", "a,b\n1,2\n")}, out),
                      Contains("none of OurAirports' tables") && Contains("latitude_deg"));
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::ourairports, {folder.file("y.csv", header)}, out),
                      Contains("no valid place"));
    CHECK_THROWS_AS(import_gazetteer(ImportFormat::ourairports, {folder.file("z.csv", "")}, out), Error);
    CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("OurAirports: the real table is read whole") {
    const char* folder_name = std::getenv("INCIDENTMAP_REAL_DATA");
    if (folder_name == nullptr) {
        WARN("skipped: INCIDENTMAP_REAL_DATA is not set");
        return;
    }
    const Scratch folder;
    const Made made = make(folder, {std::string(folder_name) + "/ourairports.csv.gz"});
    CHECK(made.result.places == 85'253);
    CHECK(made.result.bad_rows == 0);
    CHECK(made.gazetteer.place("ourairports:IQ-0026")->name == "K1 Air Base");
    CHECK(made.gazetteer.place("ourairports:ORAA")->kind == "air base");
}
