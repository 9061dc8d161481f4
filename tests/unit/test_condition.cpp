// SPDX-License-Identifier: MIT
/// What --where asks, and what it makes of what is not certain.
#include <string>
#include <vector>

#include "build/condition.hpp"
#include "catch.hpp"
#include "core/error.hpp"

using namespace incidentmap;

namespace {

const std::vector<std::string> own_columns{"Unit", "score"};

Verdict judged(const std::string& text, const Incident& incident, const std::vector<Report>& reports = {}) {
    return Condition(text, own_columns, {}, {}).judge({incident, reports});
}

Incident dated(const std::string& text) {
    Incident incident;
    incident.date = read_date_text(text).date;
    return incident;
}

Incident killed(const std::string& text) {
    Incident incident;
    incident.killed = std::get<Count>(read_count(text));
    return incident;
}

Report with_own(const std::string& unit, const std::string& score) {
    Report report;
    report.extra = {unit, score};
    return report;
}

}  // namespace

TEST_CASE("a date is inside, outside, or may be either") {
    CHECK(judged("month=2020-07", dated("2020-07-05")) == Verdict::inside);
    CHECK(judged("month=2020-07", dated("2020-08-01")) == Verdict::outside);
    CHECK(judged("month=2020-07", dated("2020-07-30/2020-08-02")) == Verdict::may_be_inside);
    CHECK(judged("month=2020-07,2020-08", dated("2020-08-01")) == Verdict::inside);
    CHECK(judged("week=2020-W31", dated("2020-07-27")) == Verdict::inside);
    CHECK(judged("event_date<2020-07", dated("2020-06-30")) == Verdict::inside);
    CHECK(judged("event_date<=2020-07", dated("2020-07-31")) == Verdict::inside);
    CHECK(judged("event_date>2020-07", dated("2020-07-31")) == Verdict::outside);
    CHECK(judged("year!=2020", dated("2020-07-31")) == Verdict::outside);
    CHECK(judged("month=2020-07", Incident{}) == Verdict::outside);
    CHECK(judged("month=", Incident{}) == Verdict::inside);
    CHECK(judged("month=", dated("2020")) == Verdict::outside);
}

TEST_CASE("a number is compared between its bounds") {
    CHECK(judged("killed>5", killed("6")) == Verdict::inside);
    CHECK(judged("killed>5", killed("5")) == Verdict::outside);
    CHECK(judged("killed>=5", killed("5")) == Verdict::inside);
    CHECK(judged("killed>20", killed("at least 30")) == Verdict::inside);
    CHECK(judged("killed>40", killed("at least 30")) == Verdict::may_be_inside);
    CHECK(judged("killed<20", killed("at least 30")) == Verdict::outside);
    CHECK(judged("killed=0", killed("0")) == Verdict::inside);
    CHECK(judged("killed=4", killed("4-6")) == Verdict::may_be_inside);
    CHECK(judged("killed<5", killed("unknown")) == Verdict::outside);
}

TEST_CASE("texts are met as they are read; a list is any of them") {
    Incident incident;
    incident[ReportColumn::event_type] = "Battles | Riots";
    CHECK(judged("event_type=battles", incident) == Verdict::may_be_inside);
    CHECK(judged("event_type=Battles,Riots", incident) == Verdict::inside);
    CHECK(judged("event_type!=Protests", incident) == Verdict::inside);
    incident[ReportColumn::weapon] = "rockets, 122 mm";
    CHECK(judged("weapon=\"rockets, 122 mm\"", incident) == Verdict::inside);
    CHECK(judged("weapon=rockets", incident) == Verdict::outside);
}

TEST_CASE("an input's own column has values, numbers and days") {
    const std::vector<Report> reports{with_own("A/B", "12")};
    CHECK(judged("unit=A/B", {}, reports) == Verdict::inside);
    CHECK(judged("Score>9", {}, reports) == Verdict::inside);
    CHECK(judged("score<9", {}, reports) == Verdict::outside);
    CHECK(judged("unit=A/B", {}, {with_own("A/B", ""), with_own("C", "")}) == Verdict::may_be_inside);
    CHECK(judged("score=", {}, {with_own("A", " ")}) == Verdict::inside);
}

TEST_CASE("what makes no sense is wrong usage") {
    for (const char* text : {"killed", "=5", "killed>many", "killed>", "killed<1,2", "month=never",
                             "nothing=1", "unit>x", "killed!5"}) {
        INFO(text);
        CHECK_THROWS_AS(judged(text, Incident{}), UsageError);
    }
}
