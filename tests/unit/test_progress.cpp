// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "cli/progress.hpp"

using namespace incidentmap;

TEST_CASE("with a total, progress has a bar, a rate and the time left") {
    CHECK(progress_text({"placing incidents", 120'000, 240'000}, 2, 120) ==
          "placing incidents  [##########..........]  50 %  2 s left  120,000 of 240,000  60,000/s");
    CHECK(progress_text({"reading reports", 1'500'000, 6'000'000, ProgressUnit::bytes}, 3, 120) ==
          "reading reports  [#####...............]  25 %  9 s left  1.5 MB of 6 MB  0.5 MB/s");
    CHECK(progress_text({"x", 5, 5}, 1, 120) == "x  [####################] 100 %  0 s left  5 of 5  5/s");
}

TEST_CASE("without a total, progress has what is done and the rate alone") {
    CHECK(progress_text({"reading rows", 1'234'567}, 2, 120) == "reading rows  1,234,567  617,283/s");
    CHECK(progress_text({"reading rows", 10, 0}, 2, 120) == "reading rows  10  5/s");
    CHECK(progress_text({"writing"}, 2, 120) == "writing");
}

TEST_CASE("the time left is told in the units of people") {
    const auto left = [](std::int64_t seconds) {
        const std::string text = progress_text({"x", 1, seconds + 1}, 1, 200);
        const std::size_t from = text.find(" %  ") + 4;
        return text.substr(from, text.find("left") + 4 - from);
    };
    CHECK(left(59) == "59 s left");
    CHECK(left(60) == "1 min 0 s left");
    CHECK(left(125) == "2 min 5 s left");
    CHECK(left(4'200) == "1 h 10 min left");
    CHECK(left(100'000'000) == "100 h 0 min left");
}

TEST_CASE("a total that was too small never makes more than all of it") {
    CHECK(progress_text({"reading", 30, 20}, 1, 120) ==
          "reading  [####################] 100 %  0 s left  30 of 30  30/s");
}

TEST_CASE("before anything is done there is no rate, and a narrow terminal gets one line") {
    CHECK(progress_text({"reading", 0, 20}, 0, 120) == "reading  [....................]   0 %  0 of 20");
    CHECK(progress_text({"placing incidents", 120'000, 240'000}, 2, 20) == "placing incidents  ");
}
