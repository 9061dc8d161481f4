// SPDX-License-Identifier: MIT
#include <string>
#include <utility>
#include <vector>

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

TEST_CASE("countries are known in the forms that tables of conflicts use") {
    const std::pair<const char*, const char*> forms[] = {
        {"Congo, Dem. Rep. of the", "CD"},
        {"Congo, The Democratic Republic of the", "CD"},
        {"Democratic Republic of Congo", "CD"},
        {"DR Congo (Zaire)", "CD"},
        {"Congo, Democratic Republic", "CD"},
        {"Congo (Kinshasa)", "CD"},
        {"Zaire", "CD"},
        {"Republic of the Congo", "CG"},
        {"Viet Nam", "VN"},
        {"Tanzania, United Republic of", "TZ"},
        {"Bolivia (Plurinational State of)", "BO"},
        {"Libya, State of", "LY"},
        {"Iran (Islamic Republic of)", "IR"},
        {"Venezuela, RB", "VE"},
        {"Korea, Dem. People's Rep.", "KP"},
        {"Republic of Korea", "KR"},
        {"Yemen (North Yemen)", "YE"},
        {"Myanmar (Burma)", "MM"},
        {"Burma", "MM"},
        {"Cote d'Ivoire", "CI"},
        {"Timor Leste", "TL"},
        {"Palestinian Territory, Occupied", "PS"},
        {"West Bank and Gaza Strip", "PS"},
        {"Gaza", "PS"},
        {"Swaziland", "SZ"},
        {"Russia (Soviet Union)", "RU"},
        {"Kosovo", "XK"},
        {"Turkiye", "TR"},
        {"Irak", "IQ"},
        {"Ucrania", "UA"},
        {"Soudan", "SD"},
        {"العراق", "IQ"},
        {"Україна", "UA"},
    };
    for (const auto& [text, code] : forms) {
        INFO(text);
        CHECK(country_code(text) == code);
    }
}

TEST_CASE("what several countries are called names all of them, and what is no country none") {
    CHECK(countries_named("Congo") == std::vector<std::string>{"CG", "CD"});
    CHECK(countries_named("Iraq/Syria") == std::vector<std::string>{"IQ", "SY"});
    CHECK(countries_named("Niger State").empty());
    CHECK(countries_named("Wakanda").empty());
    CHECK(country_code("Korea") == "");
    CHECK(country_meant("Pakstan") == "PK");
    CHECK(country_meant("Wakanda") == "");
    CHECK(country_that_is_called("Gaza") == "");
    CHECK(country_that_is_called("Syrian Arab Republic") == "SY");
}
