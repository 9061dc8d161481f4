// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "locate/question.hpp"

using namespace incidentmap;

namespace {

Match match(const std::string& name, const std::string& id) {
    return {name, id, "village", "IQ", "Nineveh", "", {43.5, 36.25}, 0.95, ""};
}

Location doubtful() {
    Location location;
    location.query = "Sheikh  Amir";
    location.status = Status::ambiguous;
    location.reasons = {"\"Sheikh Amir\" fits 2 places."};
    location.alternatives = {match("Sheikh Amir", "geonames:1"), match("Shaykh Amir", "geonames:2")};
    return location;
}

}  // namespace

TEST_CASE(
    "a person is asked where several places fit, where some are suggested, and where the score is low") {
    Location location = doubtful();
    CHECK(needs_a_person(location));
    location.status = Status::unresolved;
    CHECK(needs_a_person(location));
    location.alternatives.clear();
    CHECK_FALSE(needs_a_person(location));
    location.status = Status::resolved;
    location.score = 0.79;
    CHECK(needs_a_person(location));
    location.score = 0.80;
    CHECK_FALSE(needs_a_person(location));
    location.score.reset();
    CHECK_FALSE(needs_a_person(location));
}

TEST_CASE("nobody is asked about what is decided, about no words, or about words that are no name") {
    Location location = doubtful();
    location.decided_by = "A";
    CHECK_FALSE(needs_a_person(location));
    location = doubtful();
    location.query.clear();
    CHECK_FALSE(needs_a_person(location));
    location.query = std::string(1001, 'x');
    CHECK_FALSE(needs_a_person(location));
}

TEST_CASE(
    "the row that asks has the words, what the program made of them, and numbered candidates with their "
    "ids") {
    const Location location = doubtful();
    const DecisionRow row = row_of({PlaceColumn::launch_place, &location});
    CHECK(row.words == "Sheikh Amir");
    CHECK(row.column == "launch_place");
    CHECK(row.answer == "ambiguous: \"Sheikh Amir\" fits 2 places.");
    CHECK(row.candidates ==
          "1: Sheikh Amir, village, Nineveh, Iraq, 36.25, 43.5 [geonames:1] | 2: Shaykh Amir, village, "
          "Nineveh, Iraq, 36.25, 43.5 [geonames:2]");
    CHECK(row.decision.empty());
    CHECK(candidate_id(row.candidates, "1") == "geonames:1");
    CHECK(candidate_id(row.candidates, "2") == "geonames:2");
    CHECK_FALSE(candidate_id(row.candidates, "3"));
    CHECK_FALSE(candidate_id(row.candidates, "0"));
    CHECK(candidate_count(row.candidates) == 2);
}

TEST_CASE("an answer with a low score is the first candidate") {
    Location location = doubtful();
    location.status = Status::resolved;
    location.name = "Camp Taji";
    location.place_id = "taji";
    location.score = 0.7;
    const DecisionRow row = row_of({PlaceColumn::place, &location});
    CHECK(candidate_id(row.candidates, "1") == "taji");
    CHECK(candidate_id(row.candidates, "3") == "geonames:2");
    CHECK(row.answer.find("resolved, score 0.7: ") == 0);
}

TEST_CASE("names and ids with the letters that part candidates do not mislead") {
    Location location = doubtful();
    const std::string odd = "a|b]c[d%5D e";
    location.alternatives = {match("2: Evil [x] | 1: Other", odd), match("Plain", "p")};
    const DecisionRow row = row_of({PlaceColumn::place, &location});
    CHECK(candidate_id(row.candidates, "1") == odd);
    CHECK(candidate_id(row.candidates, "2") == "p");
    CHECK(candidate_count(row.candidates) == 2);
}

TEST_CASE("no more than twenty candidates are listed") {
    Location location = doubtful();
    location.alternatives.assign(50, match("Khan", "k"));
    CHECK(candidate_count(row_of({PlaceColumn::place, &location}).candidates) == 20);
}

TEST_CASE("the columns of a report that hold localities") {
    CHECK(place_column("place") == PlaceColumn::place);
    CHECK(place_column(" Launch_Place ") == PlaceColumn::launch_place);
    CHECK_FALSE(place_column("plaice"));
    CHECK_FALSE(place_column(""));
}
