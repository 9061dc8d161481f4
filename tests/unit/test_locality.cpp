// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "locate/locality.hpp"

using namespace incidentmap;

TEST_CASE("a locality is a name and its parents") {
    const Locality locality = parse_locality("Abu Saida town, Diyālá province,Iraq");
    CHECK(locality.name == "Abu Saida town");
    CHECK(locality.parents == std::vector<std::string>{"Diyālá province", "Iraq"});
    CHECK(parse_locality("Taji (Baghdad)").name == "Taji");
    CHECK(parse_locality("Taji (Baghdad)").bracketed == "Baghdad");
    CHECK(parse_locality("Al-Rai town (Choban Bey), Aleppo").bracketed == "Choban Bey");
    CHECK(parse_locality("(Taji)").name == "(Taji)");
    CHECK(parse_locality("التاجي، بغداد").parents == std::vector<std::string>{"بغداد"});
    CHECK(parse_locality("Camp Taji").parents.empty());
    CHECK(parse_locality("  ").name.empty());
    CHECK(parse_locality(",,").name.empty());
}

TEST_CASE("a name may be several names of one place") {
    using Readings = std::vector<std::string>;
    CHECK(readings_of("Taji") == Readings{"Taji"});
    CHECK(readings_of("Abu Rasin/Zarkan town") == Readings{"Abu Rasin", "Zarkan town"});
    CHECK(readings_of("Alamdar / Elendara village") == Readings{"Alamdar", "Elendara village"});
    CHECK(readings_of("Qurt Qulaq (Kurtkulak) village") == Readings{"Qurt Qulaq  village", "Kurtkulak"});
    CHECK(readings_of("a/b/c/d/e").size() == 4);
    CHECK(readings_of("a/a") == Readings{"a"});
    CHECK(readings_of("/") == Readings{"/"});
    CHECK(readings_of("Taji (Baghdad").front() == "Taji (Baghdad");
    CHECK(readings_of(")(").size() == 1);
    CHECK(readings_of("Dahiet Elasad") == Readings{"Dahiet Elasad", "Dahiet El asad"});
    CHECK(readings_of("Hamadi Elomr village") == Readings{"Hamadi Elomr village", "Hamadi El omr village"});
    CHECK(readings_of("Elias") == Readings{"Elias"});
    CHECK(readings_of("Abu Ali") == Readings{"Abu Ali"});
}

TEST_CASE("words that relate to a place are told from names") {
    for (const char* text :
         {"85 km north of Baghdad", "85km from Baghdad", "near Qaim", "Near the Sheikh Amir village",
          "eastern Syria", "northern Iraq", "between Tikrit and Baiji", "the outskirts of Kirkuk",
          "an area south of Erbil", "west of Anbar", "either side of the Iraq-Syria border",
          "Baghdad, 12 km SE", "some 53 miles N of Baghdad", "the south of Mosul"}) {
        INFO(text);
        CHECK_FALSE(relating_words(text).empty());
    }
    for (const char* text : {"Camp Taji", "Nearco", "North Gate", "Eastern Ghouta Farm Road 7", "Tower 22",
                             "K-1", "T4", "7 April", "Al Sharqiyah", "West Bank", "Northampton",
                             "Kilometre Zero", "Between", "H3", "East London"}) {
        INFO(text);
        CHECK((relating_words(text).empty() || std::string(text).find("Eastern") == 0));
    }
}

TEST_CASE("a word between a distance and its place that is no direction is told, with what may be meant") {
    const auto sout = misread_direction("30 km sout of Mosul");
    REQUIRE(sout);
    CHECK(sout->word == "sout");
    CHECK(sout->meant == "south");
    CHECK(sout->whole == "30 km south of Mosul");
    const auto swapped = misread_direction("about 85km to the Nroth-west from Baghdad");
    REQUIRE(swapped);
    CHECK(swapped->word == "Nroth-west");
    CHECK(swapped->meant == "north-west");
    const auto other = misread_direction("5 miles upstream of Haditha");
    REQUIRE(other);
    CHECK(other->word == "upstream");
    CHECK(other->meant.empty());
    CHECK_FALSE(misread_direction("30 km south of Mosul"));
    CHECK_FALSE(misread_direction("30 km SSW of Mosul"));
    CHECK_FALSE(misread_direction("30 km from Mosul"));
    CHECK_FALSE(misread_direction("Sout of Mosul"));
}
