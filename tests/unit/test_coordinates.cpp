// SPDX-License-Identifier: MIT
#include <cmath>
#include <random>
#include <string>

#include "catch.hpp"
#include "geodesy/coordinates.hpp"
#include "geodesy/geodesic.hpp"

using namespace incidentmap;

namespace {

constexpr LonLat baghdad{44.4009, 33.3406};

ReadCoordinates read(const std::string& text) {
    CAPTURE(text);
    const auto result = read_coordinates(text);
    REQUIRE(result);
    if (const auto* bad = std::get_if<BadCoordinates>(&*result)) FAIL(bad->sentence);
    return std::get<ReadCoordinates>(*result);
}

void check_reads(const std::string& text, LonLat expected, double tolerance_m, const std::string& form) {
    const ReadCoordinates found = read(text);
    CAPTURE(text, found.position.lon, found.position.lat);
    CHECK(geodesic(found.position, expected).distance_m <= tolerance_m);
    CHECK(found.form == form);
}

BadCoordinates bad(const std::string& text) {
    CAPTURE(text);
    const auto result = read_coordinates(text);
    REQUIRE(result);
    REQUIRE(std::holds_alternative<BadCoordinates>(*result));
    return std::get<BadCoordinates>(*result);
}

}  // namespace

TEST_CASE("a bare pair of decimal degrees is latitude, longitude") {
    for (const char* text :
         {"33.3406, 44.4009", "33.3406,44.4009", "33.3406; 44.4009", "33.3406 44.4009", "(33.3406, 44.4009)",
          " 33.3406 ,44.4009\r\n", "33.3406/44.4009", "+33.3406, +44.4009", "33,3406; 44,4009",
          "33,3406 44,4009", "33.3406\u00b0, 44.4009\u00b0"}) {
        check_reads(text, baghdad, 0.001, "decimal degrees");
    }
    check_reads("-33.3; 44.4", {44.4, -33.3}, 0.001, "decimal degrees");
    check_reads("-33.3 -44.4", {-44.4, -33.3}, 0.001, "decimal degrees");
    check_reads("\u221233.3, 44.4", {44.4, -33.3}, 0.001, "decimal degrees");
    check_reads("33, 44", {44, 33}, 0.001, "decimal degrees");
}

TEST_CASE("addresses of maps, WKT, geo: and digits run together are read") {
    for (const char* text : {"geo:33.3406,44.4009", "geo:33.3406,44.4009;u=35", "POINT (44.4009 33.3406)",
                             "POINT Z (44.4009 33.3406 12)", "SRID=4326;POINT(44.4009 33.3406)",
                             "https://www.google.com/maps?q=33.3406,44.4009",
                             "https://www.google.com/maps/place/Baghdad/@33.3406,44.4009,12z",
                             "https://maps.google.com/?ll=33.3406%2C44.4009",
                             "https://www.openstreetmap.org/?mlat=33.3406&mlon=44.4009#map=5/1/2",
                             "https://www.openstreetmap.org/#map=12/33.3406/44.4009"}) {
        check_reads(text, baghdad, 0.001, "decimal degrees");
    }
    check_reads("332026N 0442403E", baghdad, 30, "degrees, minutes and seconds");
    check_reads("3320N 04424E", baghdad, 2000, "degrees and minutes");
    check_reads("33\u00b020'26\"N\n44\u00b024'03\"E", baghdad, 30, "degrees, minutes and seconds");
    CHECK_FALSE(read_coordinates("https://www.example.org/news/2020/07/27"));
}

TEST_CASE("letters and words say which is which, whatever the order") {
    for (const char* text :
         {"44.4009E 33.3406N", "33.3406 N, 44.4009 E", "33.3406N44.4009E", "N33.3406 E44.4009",
          "N 33.3406, E 44.4009", "E 44.4009 N 33.3406", "lat 33.3406 lon 44.4009",
          "lon: 44.4009, lat: 33.3406", "Latitude=33.3406 Longitude=44.4009", "33.3406 north, 44.4009 east",
          "33.3406 N, 44.4009", "44.4009\u00b0 E, 33.3406\u00b0 N", "lat. 33.3406, long. 44.4009"}) {
        check_reads(text, baghdad, 0.001, "decimal degrees");
    }
    check_reads("33.3 S 44.4 W", {-44.4, -33.3}, 0.001, "decimal degrees");
}

TEST_CASE("degrees, minutes and seconds are read in the usual writings") {
    const LonLat expected{44 + 24 / 60.0 + 3 / 3600.0, 33 + 20 / 60.0 + 26 / 3600.0};
    for (const char* text :
         {"33\u00b020'26\"N 44\u00b024'03\"E", "33\u00b0 20' 26\" N, 44\u00b0 24' 3\" E",
          "33\u00b020\u203226\u2033N 44\u00b024\u203203\u2033E",
          "33\u00ba20\u201926\u201dN 44\u00ba24\u201903\u201dE", "33\u00b020'26''N 44\u00b024'03''E",
          "33 20 26 N 44 24 3 E", "N 33 20 26 E 44 24 3", "33:20:26, 44:24:03", "33:20:26N 44:24:03E",
          "33-20-26N 44-24-03E", "33 20 26, 44 24 03", "44\u00b024'03\"E 33\u00b020'26\"N",
          "33\u00b020'26\" 44\u00b024'03\"", "33 deg 20 min 26 sec N, 44 deg 24 min 3 sec E",
          "\u0663\u0663\u00b0\u0662\u0660'\u0662\u0666\"N \u0664\u0664\u00b0\u0662\u0664'\u0660\u0663\"E",
          "\u200e33\u00b020'26\"N\u00a044\u00b024'03\"E\u200f"}) {
        check_reads(text, expected, 0.001, "degrees, minutes and seconds");
    }
    check_reads("33\u00b020.5'N 44\u00b024.1'E", {44 + 24.1 / 60, 33 + 20.5 / 60}, 0.001,
                "degrees and minutes");
    check_reads("33 20 S 44 24 W", {-44.4, -33 - 20 / 60.0}, 0.001, "degrees and minutes");
    check_reads("33\u00b020'26.5\"N 44\u00b024'03.25\"E",
                {44 + 24 / 60.0 + 3.25 / 3600, 33 + 20 / 60.0 + 26.5 / 3600}, 0.001,
                "degrees, minutes and seconds");
}

TEST_CASE("the precision is half the diagonal of what the last digits leave open") {
    // A degree is about 111 km of latitude and 93 km of longitude here.
    CHECK(read("33, 44").precision_m == Approx(72600).margin(600));
    CHECK(read("33.3, 44.4").precision_m == Approx(7240).margin(40));
    CHECK(read("33.3406, 44.4009").precision_m == Approx(7.24).margin(0.05));
    CHECK(read("33\u00b020'26\"N 44\u00b024'03\"E").precision_m == Approx(20.1).margin(0.2));
    CHECK(read("33\u00b020'N 44\u00b024'E").precision_m == Approx(1207).margin(10));
    CHECK(read("0.0, 0.0").precision_m == Approx(7850).margin(30));
    CHECK(read("89.99, 0.00").precision_m == Approx(558.5).margin(1));
    CHECK(read("90, 0").precision_m > 55000);
}

TEST_CASE("UTM is read with its zone and letter") {
    // By PROJ's `proj +proj=utm +zone=38 +ellps=WGS84` from 33.3406 N 44.4009 E: 444250.191 3689207.124.
    for (const char* text : {"38S 444250 3689207", "38N 444250 3689207", "38S 444250E 3689207N",
                             "38 S 444250 3689207", "UTM 38S 444250 3689207", "zone 38S, 444250, 3689207",
                             "38n 444250 m E 3689207 m N", "38S 444250mE 3689207mN"}) {
        check_reads(text, baghdad, 2, "UTM");
    }
    CHECK(read("38S 444250 3689207").precision_m == Approx(std::sqrt(0.5)));
    CHECK(read("38S 444250.2 3689207.1").precision_m == Approx(std::sqrt(0.5) / 10));
}

TEST_CASE("UTM's S is the band where the northing lies in it, else the southern hemisphere") {
    CHECK(read("38S 443000 3690000").position.lat == Approx(33.35).margin(0.05));
    CHECK(read("56S 334000 6252000").position.lat == Approx(-33.86).margin(0.05));
    CHECK(read("56H 334000 6252000").position.lat == Approx(-33.86).margin(0.05));
    CHECK(read("38N 443000 3690000").position.lat == Approx(33.35).margin(0.05));
    CHECK(bad("38R 443000 3690000").sentence ==
          "the northing of '38R 443000 3690000' does not lie in UTM band R");
    CHECK(bad("61S 443000 3690000").sentence == "UTM zone '61' is out of range (1 to 60)");
    CHECK(bad("38S 9443000 3690000").sentence ==
          "easting or northing of '38S 9443000 3690000' is out of range");
}

TEST_CASE("MGRS gives the middle of its square, and half its diagonal") {
    for (const char* text :
         {"38SMB4488", "38S MB 44 88", "38smb4488", "38S MB 4488", "38 S MB 44 88", "MGRS 38SMB4488"}) {
        check_reads(text, read("38SMB4450088500").position, 1, "MGRS");
        CHECK(read(text).precision_m == Approx(1000 * std::sqrt(0.5)));
    }
    CHECK(read("38SMB").precision_m == Approx(100e3 * std::sqrt(0.5)));
    CHECK(read("38SMB48").precision_m == Approx(10e3 * std::sqrt(0.5)));
    CHECK(read("38SMB4425089207").precision_m == Approx(std::sqrt(0.5)));
    // The same position as the UTM above, to the metre's square.
    CHECK(geodesic(read("38SMB4425089207").position, baghdad).distance_m < 2);
}

TEST_CASE("MGRS squares that do not exist are bad, and say why") {
    CHECK(bad("38SAB4488").sentence.find("'38SAB4488' is no MGRS reference") == 0);
    CHECK_FALSE(read_coordinates("38SMB448"));
    CHECK_FALSE(read_coordinates("38S MB 44 8"));
    CHECK_FALSE(read_coordinates("12 KMS"));
    CHECK_FALSE(read_coordinates("12KMS"));
}

TEST_CASE("coordinates out of range are bad, with the swap where it would do") {
    CHECK(bad("95.2, 244.4").sentence == "latitude '95.2' is out of range (-90 to 90)");
    CHECK_FALSE(bad("95.2, 244.4").swapped);
    CHECK(bad("95.2, 44.4").sentence ==
          "latitude '95.2' is out of range (-90 to 90); swapped, it would be latitude 44.4, longitude 95.2");
    REQUIRE(bad("95.2, 44.4").swapped);
    CHECK(*bad("95.2, 44.4").swapped == LonLat{95.2, 44.4});
    CHECK(bad("33.3, 244.4").sentence == "longitude '244.4' is out of range (-180 to 180)");
    CHECK(bad("120, 45").swapped == LonLat{120, 45});
    CHECK(bad("33\u00b075'26\"N 44\u00b024'03\"E").sentence ==
          "minutes of '33 75 26' are out of range (0 to 59)");
    CHECK(bad("33 20 61 N 44 24 3 E").sentence == "seconds of '33 20 61' are out of range (0 to 59)");
    CHECK(bad("-95.25 44.4").sentence ==
          "latitude '-95.25' is out of range (-90 to 90); swapped, it would be latitude 44.4, longitude "
          "-95.25");
    CHECK(bad("95.2N 44.4E").sentence.find("latitude '95.2' is out of range") == 0);
}

TEST_CASE("names, numbers, dates and times are no coordinates") {
    for (const char* text : {"",
                             " ",
                             "Camp 7",
                             "K-1",
                             "T4",
                             "H3",
                             "1920",
                             "Tower 22",
                             "7 April",
                             "1,920",
                             "12,500",
                             "2020-07-27",
                             "27.07.2020",
                             "03/04/2020",
                             "2020-07-24/2020-07-27",
                             "12:30",
                             "12:30, 14:45",
                             "12:30-14:45",
                             "4-6",
                             "4 - 6",
                             "at least 30",
                             "S-300",
                             "S-300, S-400",
                             "N7",
                             "M1",
                             "E5",
                             "33.3406",
                             "33.3406 N",
                             "5'10\"",
                             "10 km",
                             "85 km north of Baghdad",
                             "33 44",
                             "7 30 8 30",
                             "33.3, 44.4, 55.5",
                             "1920, 1930",
                             "33..3, 44.4",
                             "33.3,, 44.4",
                             "N N",
                             "N E",
                             ",",
                             "-",
                             "- -",
                             "lat lon",
                             "1/2",
                             "3/4",
                             "Baghdad",
                             "\u0628\u063a\u062f\u0627\u062f",
                             "5 N 6 S",
                             "lat 33 lat 44",
                             "33.3 N lat 44 lat",
                             "38S",
                             "38",
                             "1st Street",
                             "21ST",
                             "MiG-29",
                             "Route 1, 2",
                             "33\u00b0",
                             "\u00b0",
                             "33.3406 44",
                             "9K",
                             "\"",
                             "\xff\xfe",
                             "33.3\xff, 44.4",
                             "NaN, NaN",
                             "inf, inf",
                             "1e5, 2e5"}) {
        CAPTURE(text);
        CHECK_FALSE(read_coordinates(text));
    }
    CHECK_FALSE(read_coordinates(std::string(100000, '1')));
    CHECK_FALSE(read_coordinates(std::string(119, '(')));
    CHECK_FALSE(read_coordinates(std::string("33.3\0, 44.4", 11)));
}

TEST_CASE("positions written with five decimals are read back, everywhere") {
    std::mt19937_64 engine{3};
    for (int i = 0; i < 2000; ++i) {
        const auto lat_units = static_cast<long long>(engine() % 18000001) - 9000000;
        const auto lon_units = static_cast<long long>(engine() % 36000001) - 18000000;
        const LonLat position{static_cast<double>(lon_units) / 1e5, static_cast<double>(lat_units) / 1e5};
        const ReadCoordinates found =
            read(std::to_string(position.lat) + ", " + std::to_string(position.lon));
        CHECK(std::abs(found.position.lat - position.lat) < 1e-6);
        CHECK(std::abs(found.position.lon - position.lon) < 1e-6);
    }
}

TEST_CASE("no text of coordinates' own characters makes the reader throw") {
    std::mt19937_64 engine{9};
    const std::string letters = "0123456789..,,;  NSEWnsew-+:'\"/d38SMBUTlaton\xc2\xb0\xe2\x80\xb2";
    int read_some = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        const std::size_t size = engine() % 24;
        for (std::size_t k = 0; k < size; ++k) text += letters[engine() % letters.size()];
        CAPTURE(text);
        const auto result = read_coordinates(text);
        if (!result) continue;
        ++read_some;
        if (const auto* found = std::get_if<ReadCoordinates>(&*result)) {
            CHECK(is_valid(found->position));
            CHECK(found->precision_m > 0);
        } else {
            CHECK_FALSE(std::get<BadCoordinates>(*result).sentence.empty());
        }
    }
    CHECK(read_some > 10);
}

TEST_CASE("a Plus code is the middle of its cell, and a short one is told") {
    const auto read = [](const char* text) {
        return std::get<ReadCoordinates>(read_coordinates(text).value());
    };
    // The specification's own examples of decoding.
    CHECK(read("7FG49Q00+").position.lat == Approx(20.375));
    CHECK(read("7FG49Q00+").position.lon == Approx(2.775));
    CHECK(read("7FG49QCJ+2V").position.lat == Approx(20.3700625));
    CHECK(read("7FG49QCJ+2V").position.lon == Approx(2.7821875));
    CHECK(read("7FG49QCJ+2VX").position.lat == Approx(20.3701125));
    CHECK(read("7fg49qcj+2v").form == "Plus code");
    CHECK(read("7FG49QCJ+2V").precision_m == Approx(9.6).margin(0.5));
    CHECK(std::get<BadCoordinates>(read_coordinates("9QCJ+2V").value()).sentence.find("short") !=
          std::string::npos);
    for (const char* text : {"7FG49QCJ+2", "XFG49QCJ+2V", "7FG49QC0+2V", "12+34", "30+", "7FG49QCJ+2V+2V"})
        CHECK_FALSE(read_coordinates(text));
}

TEST_CASE("a number with an exponent is the number") {
    const auto result = read_coordinates("3.33406E+01, 4.44009E+01");
    REQUIRE(result);
    CHECK(std::get<ReadCoordinates>(*result).position.lat == Approx(33.3406));
    CHECK(std::get<ReadCoordinates>(*result).position.lon == Approx(44.4009));
    // East stays east.
    CHECK(std::get<ReadCoordinates>(read_coordinates("33.3N 44.4E").value()).position.lon == Approx(44.4));
}

TEST_CASE("a position is read in the ways of other programs and languages") {
    for (const char* text :
         {"33D20M26SN 44D24M03SE", "+33.3406+044.4009/",
          "{\"type\":\"Point\",\"coordinates\":[44.4009,33.3406]}", "{\"lat\": 33.3406, \"lng\": 44.4009}",
          "33.3406 с.ш. 44.4009 в.д.", "33.3406 с. ш., 44.4009 в. д.", "33.3406 Norte, 44.4009 Este",
          "33.3406 Nord 44.4009 Est", "33.3406 شمالا، 44.4009 شرقا", "33.3406 kuzey, 44.4009 doğu",
          "443956 3689303 38N", "33°20'26\" N, 44°24'03\" E (WGS84)",
          "33.3406 північної широти, 44.4009 східної довготи"}) {
        INFO(text);
        const auto result = read_coordinates(text);
        REQUIRE(result);
        REQUIRE(std::holds_alternative<ReadCoordinates>(*result));
        CHECK(std::get<ReadCoordinates>(*result).position.lat == Approx(33.3406).margin(0.01));
        CHECK(std::get<ReadCoordinates>(*result).position.lon == Approx(44.4009).margin(0.01));
    }
    const auto south = std::get<ReadCoordinates>(read_coordinates("33.3406 Sur, 70.4009 Oeste").value());
    CHECK(south.position.lat == Approx(-33.3406));
    CHECK(south.position.lon == Approx(-70.4009));
    // East in German, west in French.
    CHECK_FALSE(read_coordinates("33.3406S 70.4009O"));
}

TEST_CASE("a position that says that it is not exact is no surer than 5 km") {
    for (const char* text : {"~33.3406, 44.4009", "33.3406, 44.4009 (approx.)", "33.3406, 44.4009?"}) {
        INFO(text);
        CHECK(std::get<ReadCoordinates>(read_coordinates(text).value()).precision_m == Approx(5000));
    }
    CHECK_FALSE(read_coordinates("33.3406, 44.4009 навпроти"));
    CHECK(std::get<BadCoordinates>(read_coordinates("https://goo.gl/maps/abc").value())
              .sentence.find("short") != std::string::npos);
}
