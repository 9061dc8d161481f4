// SPDX-License-Identifier: MIT
/// Which incidents may be one, though their ids differ.
#include "catch.hpp"
#include "incident/duplicates.hpp"
#include "locate/location.hpp"

using Catch::Matchers::Contains;
using namespace incidentmap;

namespace {

constexpr double km = 1'000;

/// Incidents on one line of latitude: a letter each, 1 km a column; each is known to `radius`.
///
///     A----B         A and B are 5 km apart
class Road {
  public:
    explicit Road(double radius_km) : m_radius_m(radius_km * km) {}

    /// Adds the incident at that column, as the next report.
    void add(double column_km, const std::string& date,
             const std::string& type = "Explosions/Remote violence",
             const std::string& sub_type = "Shelling/artillery/missile attack", std::size_t source = 100) {
        Location location;
        location.status = Status::resolved;
        // At the equator a degree of longitude is 111.32 km.
        location.likely = {column_km / 111.32, 0};
        location.uncertainty_m = m_radius_m;
        location.footprint = Circle{location.likely, m_radius_m};
        Incident incident;
        incident.status = Status::resolved;
        incident.date = std::get<EventDate>(read_date(date));
        incident[ReportColumn::event_type] = type;
        incident[ReportColumn::sub_event_type] = sub_type;
        incident.killed = m_killed;
        incident.locations = {{&location, "there"}};
        ++m_reports;
        m_finder.add(incident, m_reports, source == 100 ? m_reports : source);
    }
    void killed(std::int64_t count) { m_killed = {count, count, count}; }

    /// `1-2 0.95, 2-3 0.50`
    std::string pairs(double least = 0.5) {
        std::string text;
        for (const DuplicatePair& pair : m_finder.pairs(least, 1'000)) {
            std::string score = std::to_string(pair.score).substr(0, 4);
            text += (text.empty() ? "" : ", ") + std::to_string(pair.report_a) + "-" +
                    std::to_string(pair.report_b) + " " + score;
        }
        return text;
    }
    std::string why() { return m_finder.pairs(0, 1).at(0).why; }
    DuplicateFinder& finder() { return m_finder; }

  private:
    double m_radius_m;
    DuplicateFinder m_finder;
    Count m_killed;
    std::uint32_t m_reports = 0;
};

}  // namespace

TEST_CASE(
    "two reports of one day and place by two publications may be one incident, and the score says why") {
    Road line(1);
    line.killed(3);
    line.add(0, "2020-06-01");
    line.add(0, "2020-06-01");
    CHECK(line.pairs() == "1-2 0.99");
    CHECK_THAT(line.why(), Contains("same day, 2020-06-01") && Contains("known to 1") &&
                               Contains("same event type and sub-type") && Contains("numbers killed agree") &&
                               Contains("different publications"));
}

TEST_CASE("the next day, the next town and another kind are other incidents") {
    // A-------------------------------------------------B     each known to 5 km, 50 km apart
    Road apart(5);
    apart.add(0, "2020-06-01");
    apart.add(50, "2020-06-01");
    CHECK(apart.pairs().empty());

    Road later(5);
    later.add(0, "2020-06-01");
    later.add(0, "2020-06-02");
    CHECK(later.pairs().empty());

    Road protest(5);
    protest.add(0, "2020-06-01", "Protests", "Peaceful protest");
    protest.add(0, "2020-06-01");
    CHECK(protest.pairs().empty());
}

TEST_CASE("possible areas that meet are enough, and the farther apart the lower the score") {
    // A----B----C     each known to 3 km: A and B meet, B and C meet, A and C do not
    Road line(3);
    line.killed(1);
    line.add(0, "2020-06-01");
    line.add(5, "2020-06-01");
    line.add(10, "2020-06-01");
    CHECK(line.pairs() == "1-2 0.57, 2-3 0.57");
}

TEST_CASE("a date of several days may be any of them") {
    Road line(1);
    line.killed(0);
    line.add(0, "2020-06-01/2020-06-04");
    line.add(0, "2020-06-03");
    line.add(0, "2020-06-05");
    CHECK(line.pairs() == "1-2 0.63");
    CHECK_THAT(line.why(), Contains("dates that have 1 of 4 days in common"));
}

TEST_CASE("one publication that tells of both tells of two, and numbers that differ count against it") {
    Road one(1);
    one.killed(2);
    one.add(0, "2020-06-01", "Battles", "Armed clash", 7);
    one.add(0, "2020-06-01", "Battles", "Armed clash", 7);
    CHECK(one.pairs() == "1-2 0.50");
    Road other(1);
    other.killed(2);
    other.add(0, "2020-06-01");
    other.killed(40);
    other.add(0, "2020-06-01");
    CHECK(other.pairs() == "1-2 0.70");
}

TEST_CASE("what is known to no better than a region or a month is not compared") {
    Road region(40);
    region.add(0, "2020-06-01");
    region.add(0, "2020-06-01");
    CHECK(region.pairs(0).empty());
    Road month(1);
    month.add(0, "2020-06");
    month.add(0, "2020-06");
    CHECK(month.pairs(0).empty());
}

TEST_CASE("areas that reach over a cell's edge or over 180 degrees meet all the same, and stand once") {
    for (const double edge_km : {0.0, 0.25 * 111.32, 180 * 111.32, -180 * 111.32}) {
        INFO(edge_km);
        Road line(4);
        line.killed(1);
        // A-|-B     the edge between them
        line.add(edge_km - (edge_km > 20'000 ? 1 : 0.5), "2020-06-01");
        line.add(edge_km > 20'000 ? -edge_km + 0.5 : edge_km + 0.5, "2020-06-01");
        CHECK_THAT(line.pairs(), Contains("1-2 0.8"));
        CHECK(line.finder().pairs(0, 100).size() == 1);
    }
}

TEST_CASE("ten thousand incidents of one day and place are not ten thousand times ten thousand pairs") {
    Road line(1);
    for (int i = 0; i < 10'000; ++i) line.add(0.001 * (i % 10), "2020-06-01");
    CHECK(line.finder().pairs(0.5, 50).size() == 50);
    CHECK(line.finder().not_compared() > 9'000);
}
