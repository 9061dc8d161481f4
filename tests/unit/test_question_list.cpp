// SPDX-License-Identifier: MIT
#include "build/question_list.hpp"
#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

Location doubtful(const std::string& words) {
    Location location;
    location.query = words;
    location.status = Status::ambiguous;
    location.alternatives = {{"Khan", "k", "village", "IQ", "", "", {44, 33}, 0.95, ""}};
    return location;
}

OpenQuestions at(std::vector<std::int64_t> rows) {
    return {static_cast<std::int64_t>(rows.size()), "in.decisions.csv", std::move(rows), true, ""};
}

}  // namespace

TEST_CASE("the last line of a build says how many places need a person, and where they stand") {
    CHECK(to_text(OpenQuestions{}).empty());
    CHECK(to_text(at({2})) == "1 place waits for your review: in.decisions.csv, line 2");
    CHECK(to_text(at({3, 4, 5, 6, 7, 8, 9})) == "7 places wait for your review: in.decisions.csv, lines 3–9");
    CHECK(to_text(at({2, 4, 5, 9})) == "4 places wait for your review: in.decisions.csv, lines 2, 4–5, 9");
    CHECK(
        to_text(at({1, 3, 5, 7, 9, 11, 13, 15, 17})) ==
        "9 places wait for your review: in.decisions.csv, lines 1, 3, 5, 7, 9, 11, 13, 15 and further down");
    OpenQuestions questions = at({2, 3});
    questions.rows_are_lines = false;
    CHECK(to_text(questions) == "2 places wait for your review: in.decisions.csv, rows 2–3");
    questions.problem = "it is locked";
    CHECK(to_text(questions) ==
          "2 places wait for your review, and could not be added to the decisions: it is locked");
}

TEST_CASE("a flood of questions is asked by and by, and building again adds nothing") {
    const Scratch folder;
    QuestionList list;
    for (int i = 0; i < 2'500; ++i) {
        const Location location = doubtful("Khan " + std::to_string(i));
        list.add({{PlaceColumn::place, &location}});
        list.add({{PlaceColumn::place, &location}});
    }
    DecisionTable table(folder.path("in.decisions.csv"));
    const OpenQuestions first = list.write_to(&table, true);
    CHECK(first.count == 2'500);
    CHECK(first.rows.size() == 2'000);
    CHECK_THAT(to_text(first), Contains("lines 2–2001; 500 more are not in it yet"));
    const std::string bytes = bytes_of(folder.path("in.decisions.csv"));
    DecisionTable again(folder.path("in.decisions.csv"));
    list.write_to(&again, true);
    CHECK(bytes_of(folder.path("in.decisions.csv")) == bytes);
}

TEST_CASE("the table of decisions stands beside the first input that is a file, or where it was asked for") {
    CHECK(decisions_path({"data/june.xlsx", "july.csv"}, "") == "data/june.decisions.csv");
    CHECK(decisions_path({"-", "july.csv"}, "") == "july.decisions.csv");
    CHECK_FALSE(decisions_path({"-"}, ""));
    CHECK(decisions_path({"-"}, "mine.csv") == "mine.csv");
    CHECK_THROWS_AS(decisions_path({"a.csv"}, "mine.ods"), UsageError);
}
