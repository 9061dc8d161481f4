// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "gazetteer/spelling/code_points.hpp"

using namespace incidentmap;

TEST_CASE("text goes to code points and back") {
    for (const std::string text : {"", "Erbil", "Hewlêr", "هەولێر", "北京", "😀", "a\xF4\x8F\xBF\xBF"}) {
        CHECK(utf8(code_points(text)) == text);
    }
    CHECK(code_points("é") == U"é");
}

TEST_CASE("bytes that are not UTF-8 become the replacement character, and the rest is read on") {
    CHECK(code_points("a\xFFz") == U"a\uFFFDz");
    CHECK(code_points("\xC3") == U"\uFFFD");
    CHECK(code_points("\xE2\x82z") == U"\uFFFDz");
    CHECK(code_points("\xC0\xAF") == U"\uFFFD\uFFFD");            // overlong
    CHECK(code_points("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");  // a surrogate
    CHECK(code_points("\xF5\x80\x80\x80").size() == 4);           // above U+10FFFF
    CHECK(utf8(U"\xD800") == "\xEF\xBF\xBD");
}

TEST_CASE("a cut never parts a character") {
    CHECK(first_bytes("abc", 5) == "abc");
    CHECK(first_bytes("abc", 2) == "ab");
    CHECK(first_bytes("aé", 2) == "a");
    CHECK(first_bytes("😀", 3).empty());
    CHECK(first_bytes("", 0).empty());
}
