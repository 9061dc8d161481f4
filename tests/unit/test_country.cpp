// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "gazetteer/country.hpp"

using namespace incidentmap;

TEST_CASE("countries are known by name and by code, and codes only in capitals") {
    CHECK(country_name("IQ") == "Iraq");
    CHECK(country_name("SY") == "Syria");
    CHECK(country_name("") == "");
    CHECK(country_name("QQ") == "");
    CHECK(country_code("Iraq") == "IQ");
    CHECK(country_code(" iraq ") == "IQ");
    CHECK(country_code("IQ") == "IQ");
    CHECK(country_code("IRQ") == "IQ");
    CHECK(country_code("Syrian Arab Republic") == "SY");
    CHECK(country_code("USA") == "US");
    CHECK(country_code("in") == "");
    CHECK(country_code("Atlantis") == "");
}
