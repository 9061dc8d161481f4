// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "cli/text_table.hpp"

using namespace incidentmap;

TEST_CASE("columns are aligned by what is seen, not by bytes") {
    CHECK(text_table({{"place", "km"}, {"Hewlêr", "5"}, {"أربيل", "45"}, {"日本", "1"}}) ==
          "place   km\nHewlêr   5\nأربيل\u200E   45\n日本     1\n");
}

TEST_CASE("marks and invisible characters take no room, wide letters take two") {
    CHECK(display_width("a\u0301\u200F") == 1);
    CHECK(display_width("日本") == 4);
    CHECK(display_width("") == 0);
}

TEST_CASE("what is seen as one letter is as wide as that letter") {
    CHECK(display_width("e\u0301\u0323") == 1);
    CHECK(display_width("\u1112\u1161\u11AB") == 2);  // one Hangul syllable of three jamo
    CHECK(display_width("\U0001F468\u200D\U0001F469\u200D\U0001F467") == 2);  // a family, joined
    CHECK(display_width("\U0001F1EE\U0001F1F6") == 2);                        // a flag of two letters
    CHECK(display_width("\u26A0\uFE0F") == 2);
    CHECK(display_width("هەولێر") == 6);
    CHECK(display_width("مُحَمَّد") == 4);
}

TEST_CASE("a cut never parts a letter from its marks") {
    CHECK(text_table({{"abe\u0301\u0323cdef"}}, 4) == "abe\u0301\u0323…\n");
    CHECK(text_table({{"日本語"}}, 4) == "日…\n");
    CHECK(text_table({{"\U0001F468\u200D\U0001F469x"}}, 2) == "…\n");
}

TEST_CASE("a cell from right to left stays in its column, whatever follows it") {
    // The mark of direction ends the right-to-left run before blanks and digits can join it.
    CHECK(text_table({{"where", "km"}, {"معسكر التاجي", "24"}, {"בגדד", "1"}}) ==
          "where         km\nمعسكر التاجي\u200E  24\nבגדד\u200E           1\n");
    CHECK(text_table({{"Camp Taji", "24"}}) == "Camp Taji  24\n");
}

TEST_CASE("what would break a line or move the cursor becomes a space, and long cells are cut") {
    CHECK(text_table({{"a\nb\x1b[31m", "x"}}) == "a b [31m  x\n");
    CHECK(text_table({{std::string(100, 'x'), "y"}}, 10) == "xxxxxxxxx…  y\n");
    CHECK(one_line("a\xFFz") == "a\uFFFDz");
    CHECK(one_line("a\u202Eb\u2028c") == "a b c");
}
