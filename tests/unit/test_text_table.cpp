// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "cli/text_table.hpp"

using namespace incidentmap;

TEST_CASE("columns are aligned by what is seen, not by bytes") {
    CHECK(text_table({{"place", "km"}, {"Hewlêr", "5"}, {"أربيل", "45"}, {"日本", "1"}}) ==
          "place   km\nHewlêr   5\nأربيل   45\n日本     1\n");
}

TEST_CASE("marks and invisible characters take no room, wide letters take two") {
    CHECK(display_width("a\u0301\u200F") == 1);
    CHECK(display_width("日本") == 4);
    CHECK(display_width("") == 0);
}

TEST_CASE("what would break a line or move the cursor becomes a space, and long cells are cut") {
    CHECK(text_table({{"a\nb\x1b[31m", "x"}}) == "a b [31m  x\n");
    CHECK(text_table({{std::string(100, 'x'), "y"}}, 10) == "xxxxxxxxx…  y\n");
    CHECK(one_line("a\xFFz") == "a\uFFFDz");
}
