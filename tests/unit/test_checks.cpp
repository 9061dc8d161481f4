// SPDX-License-Identifier: MIT
/// What the checks find, and what they let be. docs/checks.md has an example of each finding; here are the
/// cases next to them.
#include <set>
#include <string>

#include "catch.hpp"
#include "check_tools.hpp"
#include "core/error.hpp"
#include "geodesy/distance_bounds.hpp"
#include "incident/checks/check_kind.hpp"
#include "incident/checks/stated_areas.hpp"
#include "incident/checks/weapon_ranges.hpp"

using namespace check_tools;
using Catch::Matchers::Contains;

TEST_CASE("positions that are as stated are let be") {
    const std::string positions =
        "place,country,admin1,latitude,longitude,coordinates_uncertainty_m\n"
        "Camp Taji,Iraq,Baghdad,33.5239,44.2567,2000\n"
        "Baghdad,Iraq,,33.34058,44.40088,5000\n"  // the capital, and said to be
        ",Iraq,,34.05,44.91,1000\n"
        ",Iraq,Nineveh,36.3,43.1,500\n"
        ",Iraq,,34,44,60000\n"         // whole degrees, and said to be no better
        ",Syria,,33.0,35.8,500\n"      // where no country is settled
        ",Iraq,,34.38,40.92,500\n"     // 5 km beyond a border that sources draw differently
        ",Atlantis,,10.5,20.25,500\n"  // a country that is none decides nothing
        "Camp Taji,Iraq,,33.52391,44.25671,2000\n";
    CHECK(codes_in(positions) == "");
}

TEST_CASE("decimals are counted in each number of a position, also where both stand in one cell") {
    const auto codes_of = [](const std::string& cell) {
        return codes_in("place,country,lat/lon,coordinates_uncertainty_m\nOmdurman,Sudan,\"" + cell +
                        "\",2000\n");
    };
    CHECK(codes_of("15.6445, 32.4777") == "");
    CHECK(codes_of("geo:15.64,32.48") == "");
    CHECK(codes_of("POINT(32.4777 15.6445)") == "");
    const std::string many = "15.64453271, 32.4777";
    CHECK(codes_of(many) == "row 2: position-too-precise\n");
    CHECK_THAT(
        findings_in("place,country,lat/lon,coordinates_uncertainty_m\nOmdurman,Sudan,\"" + many + "\",2000\n")
            .front()
            .sentence,
        Contains("the position '15.64453271, 32.4777' has 8 decimals"));
    CHECK(codes_of("0,0") == "row 2: position-at-zero\n");
}

TEST_CASE("how far a position lies outside an area is measured to its edge, right across the antimeridian") {
    const StatedArea area{"Somewhere", {{{{{170, -5}, {180, -5}, {180, 5}, {170, 5}, {170, -5}}, {}}}}, {}};
    const Footprint outline = area.outline;
    for (const LonLat position :
         {LonLat{169.5, 0}, LonLat{-179.5, 1}, LonLat{175, 5.7}, LonLat{169, -6}, LonLat{-178, 7}}) {
        INFO(position.lon << ", " << position.lat);
        const double true_m = distance_bounds({Circle{position, 0}, position}, {outline, {175, 0}}).min_m;
        CHECK(area.outside_m(position) == Catch::Detail::Approx(true_m).epsilon(0.01));
    }
    CHECK(area.outside_m({175, 0}) == 0);
    CHECK(area.outside_m({180, 0}) == 0);
}

TEST_CASE("a slip in a position is told once, at its place, and nothing is changed") {
    const std::string positions =
        "place,country,latitude,longitude,coordinates_uncertainty_m\n"
        "Erbil,Iraq,44.01,36.19,500\n"
        ",Iraq,44.01,36.19,500\n"
        "Erbil,,44.01,36.19,500\n"
        "Erbil,Iraq,36.19,-44.01,500\n"
        "Erbil,Iraq,-36.19,44.01,500\n";
    CHECK(codes_in(positions) ==
          "row 2: position-swapped\nrow 3: position-swapped\nrow 4: position-swapped\n"
          "row 5: position-sign-flipped\nrow 6: position-sign-flipped\n");
    const Finding swapped = findings_in(positions).front();
    CHECK_THAT(swapped.sentence, Contains("36.19, 44.01") && Contains("Nothing was changed"));
    CHECK(swapped.position == LonLat{36.19, 44.01});
    CHECK(swapped.column == "latitude");
}

TEST_CASE("positions of launch places are checked as those of places are") {
    const std::string positions =
        "place,launch_place,launch_country,launch_latitude,launch_longitude\n"
        "Camp Taji,Saba al-Bour,Iraq,44.15,33.46\n";
    CHECK_THAT(codes_in(positions), Contains("row 2: position-swapped\n"));
    CHECK(findings_in(positions).back().column == "launch_latitude");
}

TEST_CASE("what is said of where a place is, and fits, is let be") {
    const std::string said =
        "place,launch_place,place_said_to_be,launch_said_to_be\n"
        "Camp Taji,Saba al-Bour,27 km north of Baghdad,29 km north-west of Baghdad\n"
        "Camp Taji,,Baghdad province,\n"
        "Camp Taji,,\"north of Baghdad, Iraq\",\n"
        "Camp Taji,,n/a,\n"
        "near Qaim | Camp Taji,,\"west of Anbar, on the Syrian border | 27 km north of Baghdad\",\n"
        "Nowhere at all,,85 km north of Baghdad,\n";
    std::string codes = codes_in(said);
    CHECK(codes == "");
}

TEST_CASE("of several places each part is said of its own") {
    const std::string said =
        "place,place_said_to_be\nKirkuk | Camp Taji,15 km from K-1 | 85 km north of Baghdad\n";
    const auto findings = findings_in(said);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "stated-distance-differs");
    CHECK_THAT(findings[0].sentence, Contains("Camp Taji"));
}

TEST_CASE("a distance and a direction that are both off are two findings") {
    CHECK(codes_in("place,place_said_to_be\nCamp Taji,85 km south of Baghdad\n") ==
          "row 2: stated-distance-differs\nrow 2: stated-direction-differs\n");
}

TEST_CASE("days are compared with a day to spare, and only where they are known") {
    const std::string dates =
        "event_date,place,publisher,published\n"
        "2020-07-27,Camp Taji,The Daily,2020-07-27\n"
        "2020-07-27,Camp Taji,The Daily,2020-07-26\n"  // still the day before, west of there
        "2020-07-27,Camp Taji,The Daily,2020-07-25\n"
        "2020-07,Camp Taji,The Daily,2020-07-03\n"  // within the month
        "2020-07-27,Camp Taji,The Daily,in July\n"
        "2023-11-15,Camp Taji,,\n"  // the day after SOURCE_DATE_EPOCH
        "2023-11-16,Camp Taji,,\n"
        "Mon 27 Jul 2020,Camp Taji,,\n"
        "\"Tues, July 28, 2020\",Camp Taji,,\n"
        "Sunday 27 July 2020,Camp Taji,,\n"
        ",Camp Taji,The Daily,2020-07-25\n";
    CHECK(codes_in(dates) ==
          "row 12: no-date\nrow 4: published-before-event\nrow 8: date-in-future\nrow 11: weekday-differs\n");
}

TEST_CASE("kinds that reports call by one another's names fit, others do not") {
    const struct {
        const char* words;
        const char* kind;
        bool fits;
    } cases[] = {{"Besmaya air base", "training range", false},
                 {"Sheikh Amir village", "air base", false},
                 {"Balad air base", "town", false},
                 {"Erbil airport", "airfield", true},
                 {"Camp Taji", "airfield", true},
                 {"the Camp Taji military base", "military base", true},
                 {"Taji army airfield", "military base", true},
                 {"Taji base", "training range", true},
                 {"Baghdad city", "village", false},
                 {"the town of Qaim", "city", true},
                 {"Domiz camp", "quarter", true},
                 {"Camp Taji area", "military base", true},
                 {"Taji", "military base", true},
                 {"Nineveh province", "city", true},
                 {"Mosul dam", "bridge", false}};
    for (const auto& one : cases) {
        INFO(one.words << ", a " << one.kind);
        CHECK(unfitting_kind(one.words, one.kind).has_value() != one.fits);
    }
    CHECK(unfitting_kind("Besmaya air base", "training range") == "air base");
}

TEST_CASE("a weapon is found in the table of ranges by its whole words") {
    const Scratch folder;
    std::vector<Finding> findings;
    const auto ranges = WeaponRanges::read(folder.file("ranges.csv",
                                                       "Weapon,max_range_km,source,remarks\n"
                                                       "example rocket,20,An almanac,x\n"
                                                       "Example rocket B,40.5,An almanac,\n"
                                                       "arrow,0.3,A book,\n"
                                                       ",5,A book,\n"
                                                       "sling,-1,A book,\n"),
                                           findings);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].row == 5);
    CHECK(findings[1].column == "max_range_km");
    CHECK(ranges.find("example rockets")->range_km == 20);
    CHECK(ranges.find("three Example Rocket B")->range_km == 40.5);
    CHECK(ranges.find("example rockets | arrows")->range_km == 20);
    CHECK(ranges.find("example rockets | mortars") == nullptr);
    CHECK(ranges.find("narrow") == nullptr);
    CHECK(ranges.find("") == nullptr);
    CHECK_THROWS_WITH(WeaponRanges::read(folder.file("bad.csv", "weapon,km\na,1\n"), findings),
                      Contains("needs the columns weapon, max_range_km and source"));
}

TEST_CASE("sources that disagree are told field by field, and wider words agree with narrower ones") {
    const std::string reports =
        "incident_id,report_id,publisher,place,launch_place,event_date,weapon,killed,damage,attributed_to,"
        "claimed_by,"
        "denied_by\n"
        "a,1,Daily,Kirkuk,Saba al-Bour,2020-07-27,rockets,2+,none,Group X and others,,\n"
        "a,2,Weekly,Kirkuk,Saba al-Bour,2020-07,Katyusha rockets | mortars,4,none,Group X | others,Group X,\n"
        "b,3,Daily,Kirkuk,Saba al-Bour,2020-07-27,rockets,2,none,Group X,Group X,\n"
        "b,4,Weekly,Camp Taji,\"Sheikh Amir, Nineveh\",2020-07-29,drones,4,a hangar burnt,Group Y,,Group X\n";
    std::set<std::string> fields;
    for (const Finding& finding : findings_in(reports)) {
        if (finding.code != "sources-disagree") continue;
        CHECK(finding.row == (finding.column == "claimed_by" ? 5 : 5));
        CHECK(finding.incident_id == "b");
        fields.insert(finding.column);
    }
    CHECK(fields == std::set<std::string>{"place", "launch_place", "event_date", "weapon", "killed", "damage",
                                          "attributed_to", "claimed_by"});
}

TEST_CASE("findings that are ignored are found nowhere") {
    const Scratch folder;
    BuildRequest options;
    options.inputs = {
        folder.file("reports.csv", "place,place_said_to_be\nCamp Taji,85 km north of Baghdad\n")};
    options.gazetteers = {curated()};
    CHECK(findings_of(options).size() == 1);
    options.ignored = {"stated-distance-differs"};
    CHECK(findings_of(options).empty());
}

TEST_CASE(
    "all that does not add up in data/ is found: each contradiction between the five publications, and no "
    "more") {
    BuildRequest options;
    options.inputs = {INCIDENTMAP_SOURCE_DIR "/data/incidents.csv"};
    options.gazetteers = {curated()};
    std::set<std::string> found;
    for (const Finding& finding : findings_of(options))
        found.insert(finding.incident_id + ", " + finding.column + ": " + finding.code);
    CHECK(found == std::set<std::string>{
                       // One report puts the attack at Taji; the others at Kirkuk and in northern Iraq.
                       "iraqi-base-2019-12-27, place: sources-disagree",
                       // Airstrikes, or drones.
                       "iraq-syria-2019-12-29, weapon: sources-disagree",
                       // 85 km north of Baghdad; it is 24.
                       "taji-2020-07-27, place_said_to_be: stated-distance-differs",
                       // A training range is called an air base.
                       "besmaya-2020-07-24, place_words: kind-does-not-fit",
                       // The border is drawn as no point beside Qaim.
                       "iraq-syria-border-2021-06-27, place: place-not-drawn",
                       // A report that says neither where nor how.
                       "baghdad-2020-01-03, place: no-place",
                       // One report says only that it was before an arrest.
                       ", event_date: no-date",
                   });
}
