// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "table/json_line.hpp"

using incidentmap::members_of_json;

TEST_CASE("the members of a JSON object come in their order, as text") {
    const auto members = members_of_json(
        R"({"place":"Sheikh \"Amir\"","country":null,"row":7,"near":[1,2],"more":{"a":"ü"}})");
    REQUIRE(members);
    REQUIRE(members->size() == 5);
    CHECK((*members)[0] == std::pair<std::string, std::string>{"place", "Sheikh \"Amir\""});
    CHECK((*members)[1] == std::pair<std::string, std::string>{"country", ""});
    CHECK((*members)[2].second == "7");
    CHECK((*members)[3].first == "near");
    CHECK((*members)[4].first == "more");
    CHECK(members_of_json("{}")->empty());
}

TEST_CASE("what is no JSON object has no members") {
    for (const char* text : {"", "7", "null", "[]", "\"Erbil\"", "Erbil", "{\"place\":", "{\"place\":\"Er"})
        CHECK_FALSE(members_of_json(text));
}
