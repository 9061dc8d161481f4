// SPDX-License-Identifier: MIT
/// What differs between two builds, and what made it differ.
#include <map>

#include "build_map.hpp"
#include "cli/diff/difference_text.hpp"
#include "stored/build_file.hpp"
#include "stored/causes.hpp"
#include "stored/difference.hpp"

using build_map::Map;
using Catch::Matchers::Contains;
using namespace incidentmap;

namespace {

const std::string head = "report_id,incident_id,event_date,place,country,admin1,killed\n";
const std::string one = "a,one,2020-01-01,Irbil,IQ,,3\n";
const std::string two = "b,two,2020-01-02,Camp Sunrise,IQ,Baghdad,\n";
const std::string doubt = "c,three,2020-01-03,Camp Sunrise,IQ,,\n";

/// Two builds of one folder: what they were made from is changed between them.
struct Pair {
    Map map{head + one + two + doubt};

    void keep_old() {
        map.build();
        std::filesystem::rename(map.folder.path("out"), map.folder.path("old"));
    }
    void input(const std::string& rows) const { map.folder.file("in.csv", head + rows); }
    void gazetteer(const std::string& rows) const { map.folder.file("places.csv", rows); }

    /// The incidents that differ, each as `id change causes`.
    std::vector<Difference> differences() {
        map.build();
        BuildFile was(map.folder.path("old/in.gpkg"));
        BuildFile is(map.folder.path("out/in.gpkg"));
        Causes causes(was, is);
        IncidentWalk old_walk(was);
        IncidentWalk new_walk(is);
        std::map<std::string, std::pair<std::optional<StoredIncident>, std::optional<StoredIncident>>> all;
        while (auto incident = old_walk.next()) all[incident->id].first = std::move(incident);
        while (auto incident = new_walk.next()) all[incident->id].second = std::move(incident);
        std::vector<Difference> found;
        for (const auto& [id, pair] : all) {
            const StoredIncident* before = pair.first ? &*pair.first : nullptr;
            const StoredIncident* after = pair.second ? &*pair.second : nullptr;
            auto difference = compare(before, after);
            if (!difference) continue;
            difference->causes = causes.of(before, after);
            found.push_back(std::move(*difference));
        }
        return found;
    }
    std::string in_short() {
        std::string text;
        for (const Difference& difference : differences()) {
            text += difference.incident_id + " " + to_string(difference.change) + " " +
                    cause_in_words(difference.causes) + "\n";
        }
        return text;
    }
};

}  // namespace

TEST_CASE("two builds of the same do not differ") {
    Pair pair;
    pair.keep_old();
    CHECK(pair.in_short().empty());
}

TEST_CASE("a row that is new, gone or otherwise is the input's doing, and no other incident differs") {
    Pair pair;
    pair.keep_old();
    pair.input("a,one,2020-01-01,Irbil,IQ,,4\n" + doubt + "d,four,2020-01-04,Irbil,IQ,,\n");
    CHECK(pair.in_short() == "four added input\none changed input\ntwo gone input\n");
    const Difference difference = pair.differences().at(1);
    CHECK_THAT(to_text(difference), Contains("killed: “3” → “4”") && Contains("because of: input"));
}

TEST_CASE("a place that another gazetteer puts elsewhere moved by so much, and the gazetteer did it") {
    Pair pair;
    pair.keep_old();
    std::string places = build_map::places;
    places.replace(places.find("36.19,44.01"), 11, "36.29,44.01");
    pair.gazetteer(places);
    const auto found = pair.differences();
    REQUIRE(found.size() == 1);
    CHECK(found[0].incident_id == "one");
    REQUIRE(found[0].moved_km);
    CHECK(*found[0].moved_km == Approx(11.096).margin(0.01));
    CHECK(found[0].causes == std::vector<std::string>{"gazetteer"});
    CHECK_THAT(to_text(found[0]), Contains("~ one") && Contains("moved by 11.1 km"));
}

TEST_CASE("a decision moves the incident that it is about from the list to the map, and it did it") {
    Pair pair;
    pair.keep_old();
    pair.map.decide(",Camp Sunrise,place,c2,Zaynab,,,\n");
    const auto found = pair.differences();
    REQUIRE(found.size() == 2);
    CHECK(found[0].incident_id == "three");
    CHECK(found[0].status_was == "ambiguous");
    CHECK(found[0].status_is == "point");
    CHECK(found[0].causes == std::vector<std::string>{"decision"});
    CHECK_THAT(to_text(found[0]),
               Contains("ambiguous → point") && Contains("went from not_mapped to attacks"));
    CHECK(found[1].incident_id == "two");
    CHECK(found[1].moved_km);
    CHECK(found[1].causes == std::vector<std::string>{"decision"});
}

TEST_CASE("where more than one thing differs for an incident, all are named") {
    Pair pair;
    pair.keep_old();
    std::string places = build_map::places;
    places.replace(places.find("36.19,44.01"), 11, "36.29,44.01");
    pair.gazetteer(places);
    pair.input("a,one,2020-01-01,Irbil,IQ,,4\n" + two + doubt);
    CHECK(pair.in_short() == "one changed several (input, gazetteer)\n");
}

TEST_CASE("an incident that a filter left out is gone because of the options") {
    Pair pair;
    pair.keep_old();
    pair.map.options.filter.since = std::get<EventDate>(read_date("2020-01-02")).first;
    CHECK(pair.in_short() == "one gone options\n");
}

TEST_CASE("another incident_id for the same report is the input's doing") {
    Pair pair;
    pair.keep_old();
    pair.input("a,uno,2020-01-01,Irbil,IQ,,3\n" + two + doubt);
    CHECK(pair.in_short() == "one gone input\nuno added input\n");
}

TEST_CASE("a build with a position at a latitude of two billion is refused, and not reckoned with") {
    Pair pair;
    pair.keep_old();
    pair.map.build();
    pair.map.put_beyond_the_pole();
    BuildFile is(pair.map.folder.path("out/in.gpkg"));
    CHECK_THROWS_WITH(IncidentWalk(is).next(), Contains("damaged") && Contains("latitude 2000000000"));
}

TEST_CASE("A file of decisions with another name and the same content is named once, for what it is") {
    const std::vector<BuildChange> changes{{"input", "theirs.csv", "", "5716"},
                                           {"input", "ours.csv", "5716", ""},
                                           {"input", "gone.csv", "77", ""}};
    CHECK(to_text(changes) ==
          "Made from something else:\n  input ours.csv → theirs.csv, renamed with the same content\n"
          "  input gone.csv: “77” → nothing\n");
}
