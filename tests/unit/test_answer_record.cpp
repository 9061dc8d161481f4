// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "locate/answer_record.hpp"

using namespace incidentmap;

namespace {

Location full() {
    Location location;
    location.query = "Sheikh\tAmir\\n\n, Nineveh";
    location.status = Status::coarse;
    location.name = "شيخ أمير";
    location.place_id = "geonames:1";
    location.kind = "district";
    location.country = "IQ";
    location.admin1 = "Nineveh";
    location.admin2 = "Tall ʻAfar";
    location.likely = {0.1 + 0.2, -33.123456789012345};
    location.uncertainty_m = 1e-7;
    location.geo_precision = 2;
    location.where_prec = 3;
    location.method = Method::area_outline;
    location.score = 1.0 / 3;
    location.extent_m = 12345.678;
    location.accuracy_m = 5;
    location.place_source = "a register";
    location.gazetteer = "curated";
    location.reasons = {"One.", "", "Two\nlines."};
    location.conflicts = {"This does not fit."};
    location.alternatives = {{"A", "a", "village", "IQ", "", "", {1.5, 2.5}, 0.81, "Set aside."}, {}};
    location.more_alternatives = 39'950;
    location.footprint =
        MultiPolygon{{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{{0.2, 0.1}, {0.3, 0.1}, {0.3, 0.2}, {0.2, 0.1}}}},
                      {{{5, 5}, {6, 5}, {6, 6}, {5, 5}}, {}}}};
    return location;
}

}  // namespace

TEST_CASE("a record gives the same answer again, to the last bit") {
    Location location = full();
    for (const Footprint& footprint : {location.footprint, Footprint{Circle{{44.1, 33.3}, 2000.1}},
                                       Footprint{Sector{{44.1, 33.3}, 1, 2.2, 350, 45}}}) {
        location.footprint = footprint;
        const auto read = from_record(to_record(location));
        REQUIRE(read);
        CHECK(read->query == location.query);
        CHECK(read->status == location.status);
        CHECK(read->name == location.name);
        CHECK(read->admin2 == location.admin2);
        CHECK(read->likely == location.likely);
        CHECK(read->uncertainty_m == location.uncertainty_m);
        CHECK(read->geo_precision == 2);
        CHECK(read->where_prec == 3);
        CHECK(read->method == location.method);
        CHECK(read->score == location.score);
        CHECK(read->extent_m == location.extent_m);
        CHECK(read->place_source == location.place_source);
        CHECK(read->reasons == location.reasons);
        CHECK(read->conflicts == location.conflicts);
        CHECK(read->more_alternatives == 39'950);
        REQUIRE(read->alternatives.size() == 2);
        CHECK(read->alternatives[0].reasons == "Set aside.");
        CHECK(read->alternatives[0].point == LonLat{1.5, 2.5});
        CHECK(read->footprint == location.footprint);
        CHECK(to_record(*read) == to_record(location));
    }
}

TEST_CASE("an answer without a place has a record too") {
    Location location;
    location.query = "nowhere";
    location.reasons = {"No gazetteer has it."};
    location.remedy = "Check the spelling.";
    const auto read = from_record(to_record(location));
    REQUIRE(read);
    CHECK(read->status == Status::unresolved);
    CHECK(read->remedy == location.remedy);
    CHECK_FALSE(read->score);
    CHECK(to_record(*read) == to_record(location));
}

TEST_CASE("what is no record is none, whatever it holds") {
    const std::string record = to_record(full());
    CHECK_FALSE(from_record(""));
    CHECK_FALSE(from_record("nonsense"));
    CHECK_FALSE(from_record("location 2\n"));
    for (const char* line : {"alternative\ta", "outer\t1\t2", "hole\t1\t2", "status\tgood", "method\tmagic",
                             "circle\t1", "new\tthing", "\t\t"}) {
        CAPTURE(line);
        CHECK_FALSE(from_record(std::string("location 1\n") + line + "\n"));
    }
    // Cut anywhere, it is read or refused, and nothing worse.
    for (std::size_t size = 0; size < record.size(); ++size) from_record(record.substr(0, size));
}

TEST_CASE("a record whose codes are no digits is none") {
    const std::string record = to_record(full());
    const auto at = record.find("precision\t2\t3");
    REQUIRE(at != std::string::npos);
    for (const char* code : {"1e300", "nan", "-1", "99999999999", "", "2.5"}) {
        std::string other = record;
        other.replace(at, std::string("precision\t2").size(), std::string("precision\t") + code);
        CHECK_FALSE(from_record(other).has_value());
    }
}
