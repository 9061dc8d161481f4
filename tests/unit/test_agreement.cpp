// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "incident/agreement.hpp"

using namespace incidentmap;

namespace {

std::optional<EventDate> date(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return std::get<EventDate>(read_date(text));
}

std::string common(const std::vector<std::string_view>& texts) {
    std::vector<std::optional<EventDate>> dates;
    for (std::string_view text : texts) dates.push_back(date(text));
    const auto together = common_date(dates);
    return together ? to_edtf(*together) : "";
}

Count count(std::string_view text) { return std::get<Count>(read_count(text)); }

Location circle(LonLat centre, double radius_m) {
    Location location;
    location.status = Status::resolved;
    location.likely = centre;
    location.footprint = Circle{centre, radius_m};
    location.uncertainty_m = radius_m;
    return location;
}

Location box(double west, double south, double east, double north, const char* kind) {
    Location location;
    location.status = Status::coarse;
    location.kind = kind;
    location.country = "IQ";
    location.likely = {(west + east) / 2, (south + north) / 2};
    location.footprint = MultiPolygon{
        {Polygon{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
    return location;
}

}  // namespace

TEST_CASE("dates that overlap leave what they have in common, others the span that holds them") {
    CHECK(common({"2019-12", "2019-12-27", ""}) == "2019-12-27");
    CHECK(common({"2019-12-01/2020-07-29", "2020-01", "2020-01-03"}) == "2020-01-03");
    CHECK(common({"2019-12-20/2020-01-10", "2020-01-05/2020-01-20"}) == "2020-01-05/2020-01-10");
    CHECK(common({"2020-01-03", "2020-01-05"}) == "2020-01-03/2020-01-05");
    CHECK(common({"2020-01", "2020-01"}) == "2020-01");
    CHECK(common({"", ""}) == "");
}

TEST_CASE("counts that allow each other leave what both allow") {
    CHECK(common_count({count("2+"), count("1+"), count("")}) == Count{2, {}, {}});
    CHECK(common_count({count("2+"), count("4")}) == Count{4, 4, 4});
    CHECK(common_count({count("at least 25"), count("25")}) == Count{25, 25, 25});
    CHECK(common_count({count("about 30"), count("20-40")}) == Count{20, 30, 40});
    CHECK(common_count({count(""), count("?")}) == Count{});
    CHECK(common_count({count("0"), count("none")}) == Count{0, 0, 0});
}

TEST_CASE("counts that exclude each other keep the lowest low and the highest high, and no best") {
    CHECK(common_count({count("3"), count("5")}) == Count{3, {}, 5});
    CHECK(common_count({count("30+"), count("11-16")}) == Count{11, {}, 30});
    CHECK_FALSE(agree(count("3"), count("5")));
    CHECK(agree(count("3"), count("2+")));
    CHECK(agree(count(""), count("5")));
}

TEST_CASE("texts agree where one holds the other") {
    CHECK(agree(std::string_view("rockets"), std::string_view("Katyusha Rockets")));
    CHECK_FALSE(agree(std::string_view("rockets"), std::string_view("drone")));
    CHECK(agree(std::string_view(""), std::string_view("drone")));
}

TEST_CASE("places agree where their areas meet, and an area with what lies in it") {
    const Location taji = circle({44.2567, 33.5239}, 3000);
    const Location kirkuk = circle({44.3922, 35.4681}, 6000);
    const Location province = box(43.9, 33.0, 44.6, 33.8, "province");
    const Location iraq = box(38, 29, 49, 38, "country");
    CHECK_FALSE(agree(taji, kirkuk));
    CHECK(agree(taji, circle({44.27, 33.53}, 1000)));
    CHECK(agree(province, taji));
    CHECK_FALSE(agree(kirkuk, province));
    CHECK(agree(iraq, province));
    CHECK(agree(taji, Location{}));
}

TEST_CASE("a country agrees with places that say they are in it") {
    Location taji = circle({44.2567, 33.5239}, 3000);
    taji.country = "IQ";
    Location damascus = circle({36.3, 33.5}, 3000);
    damascus.country = "SY";
    CHECK(agree(box(38, 29, 49, 38, "country"), taji));
    CHECK_FALSE(agree(box(38, 29, 49, 38, "country"), damascus));
}
