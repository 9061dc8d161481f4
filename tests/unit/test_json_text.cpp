// SPDX-License-Identifier: MIT
#include <limits>

#include "catch.hpp"
#include "core/json_text.hpp"

using namespace incidentmap;

namespace {

std::string json(std::string_view text) {
    std::string out;
    append_json(out, text);
    return out;
}

std::string json(double value, int decimals) {
    std::string out;
    append_json(out, value, decimals);
    return out;
}

}  // namespace

TEST_CASE("a text comes through JSON as itself") {
    CHECK(json("Hewlêr أربيل €") == "\"Hewlêr أربيل €\"");
    CHECK(json("a\"b\\c\n\t\x01") == "\"a\\\"b\\\\c\\n\\t\\u0001\"");
    CHECK(json("</script>&") == "\"\\u003c/script\\u003e\\u0026\"");
    CHECK(json("\u2028x\u2029") == "\"\\u2028x\\u2029\"");
}

TEST_CASE("a number is written in the fewest digits, and what is not finite is null") {
    CHECK(json(43.9467, 6) == "43.9467");
    CHECK(json(-180, 6) == "-180");
    CHECK(json(100, 0) == "100");
    CHECK(json(-0.0000001, 6) == "0");
    CHECK(json(std::numeric_limits<double>::infinity(), 6) == "null");
}
