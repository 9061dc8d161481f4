// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "core/date.hpp"

using namespace incidentmap;

namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::unstated) {
    const ReadDate date = read_date(text, order);
    if (const auto* ok = std::get_if<EventDate>(&date)) {
        return to_edtf(*ok) + " = " + to_iso(ok->first) + ".." + to_iso(ok->last);
    }
    return std::get<std::string>(date);
}

bool refused(std::string_view text) { return std::holds_alternative<std::string>(read_date(text)); }

}  // namespace

TEST_CASE("EDTF dates are read with the precision they are written in") {
    CHECK(read("2020-07-27") == "2020-07-27 = 2020-07-27..2020-07-27");
    CHECK(read("2020-02") == "2020-02 = 2020-02-01..2020-02-29");
    CHECK(read("2019") == "2019 = 2019-01-01..2019-12-31");
    CHECK(read("2020-07-24/2020-07-27") == "2020-07-24/2020-07-27 = 2020-07-24..2020-07-27");
    CHECK(read("2019-12/2020-01") == "2019-12-01/2020-01-31 = 2019-12-01..2020-01-31");
    CHECK(read("2020-09-30~") == "2020-09-30~ = 2020-09-30..2020-09-30");
    CHECK(read("2020-07?") == "2020-07~ = 2020-07-01..2020-07-31");
    CHECK(read("2020-07-27/2020-07-27") == "2020-07-27 = 2020-07-27..2020-07-27");
}

TEST_CASE("dates as people and spreadsheets write them are read") {
    CHECK(read("27 July 2020") == read("2020-07-27"));
    CHECK(read("July 27, 2020") == read("2020-07-27"));
    CHECK(read("Monday 27 July 2020") == read("2020-07-27"));
    CHECK(read("27-Jul-2020") == read("2020-07-27"));
    CHECK(read("27th of July 2020") == read("2020-07-27"));
    CHECK(read("Sept 2020") == read("2020-09"));
    CHECK(read("2020/07/27") == read("2020-07-27"));
    CHECK(read("2020-07-27T18:00:00Z") == read("2020-07-27"));
    CHECK(read("2020/07/27 18:00:00") == read("2020-07-27"));
    CHECK(read(" about 27 July 2020 ") == read("2020-07-27~"));
    CHECK(read("27/07/2020") == read("2020-07-27"));
    CHECK(read("07/27/2020") == read("2020-07-27"));
    CHECK(read("27.07.2020") == read("2020-07-27"));
    CHECK(read("04/04/2020") == read("2020-04-04"));
}

TEST_CASE("a date that can be read as two days is refused until somebody says which") {
    CHECK(read("03/04/2020").find("--dates dmy") != std::string::npos);
    CHECK(read("03/04/2020", DateOrder::day_first) == read("2020-04-03"));
    CHECK(read("03/04/2020", DateOrder::month_first) == read("2020-03-04"));
}

TEST_CASE("what is no date is refused with the text and what would mend it") {
    for (const char* text :
         {"2020-02-30", "2020-13", "soon", "27 July", "31/31/2020", "2020-07-27x", "12", "20200727", "0000",
          "2020-07-27/2020-07-01", "July", "1 2 2020", "2020-7-27-1", "", "99999-01-01"}) {
        INFO(text);
        CHECK(refused(text));
    }
    CHECK(read("2020-02-30") == "date '2020-02-30' is not in the calendar; give a day that exists");
    CHECK(read("27 July") == "date '27 July' has no year; give one with four digits");
}

TEST_CASE("ACLED's time precision ends at a month") {
    const auto precision = [](std::string_view text) {
        return acled_time_precision(std::get<EventDate>(read_date(text)));
    };
    CHECK(precision("2020-07-27") == 1);
    CHECK(precision("2020-07-27~") == 2);
    CHECK(precision("2020-07-24/2020-07-27") == 2);
    CHECK(precision("2020-07") == 3);
    CHECK(precision("2019") == std::nullopt);
}

TEST_CASE("two dates overlap where they share a day") {
    const auto date = [](std::string_view text) { return std::get<EventDate>(read_date(text)); };
    CHECK(overlap(date("2019-12"), date("2019-12-27")));
    CHECK_FALSE(overlap(date("2019-12-26"), date("2019-12-27")));
}
