// SPDX-License-Identifier: MIT
/// What is told of cells whose numbers of people cannot be used.
#include <string>

#include "catch.hpp"
#include "report_tools.hpp"

using namespace incidentmap;
using report_tools::report_of;

namespace {

std::string told(const std::string& csv) {
    const Report report = report_of(csv);
    return report.findings.empty() ? "" : report.findings.front().sentence;
}

}  // namespace

TEST_CASE("a number of casualties is told as one that does not part the killed from the injured") {
    CHECK(told("place,casualties\nTaji,5\n") ==
          "'5 casualties' does not say how many of them were killed and how many injured; write 2 killed, 3 "
          "injured");
    CHECK(told("place,Killed or injured\nTaji,5\n") == told("place,casualties\nTaji,5\n"));
    CHECK(told("place,casualties\nTaji,0\n").empty());
    CHECK(told("place,killed\nTaji,no casualties\n").empty());
    CHECK(report_of("place,killed\nTaji,no casualties\n").injured == Count{0, 0, 0});
}

TEST_CASE("a best number above the greatest is told with what the row says") {
    CHECK(told("place,best,low,high\nTaji,7,5,3\n") ==
          "killed has the best number 7, the low one 5 and the high one 3, which cannot all be; mend one, or "
          "leave "
          "it empty");
    CHECK(report_of("place,best,low,high\nTaji,0,0,10\n").killed == Count{0, 0, 10});
}
