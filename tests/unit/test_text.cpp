// SPDX-License-Identifier: MIT
#include <limits>

#include "catch.hpp"
#include "core/text.hpp"

using namespace incidentmap;

TEST_CASE("ill-formed UTF-8 becomes U+FFFD and is counted, well-formed text is left alone") {
    CHECK(as_utf8("Hewlêr أربيل 😀").replaced == 0);
    CHECK(as_utf8("Hewlêr").text == "Hewlêr");
    CHECK(as_utf8("a\xFF"
                  "b")
              .text ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(as_utf8("\xE2\x82").replaced == 1);      // cut off
    CHECK(as_utf8("\xC0\xAF").replaced == 2);      // overlong
    CHECK(as_utf8("\xED\xA0\x80").replaced == 3);  // a surrogate
    CHECK_FALSE(is_utf8("\xF5\x80\x80\x80"));      // beyond U+10FFFF
    CHECK(is_utf8(""));
}

TEST_CASE("a list is split at its separator, and empty parts are left out") {
    CHECK(split_list(" a | b || c ", "|") == std::vector<std::string>{"a", "b", "c"});
    CHECK(split_list("", "|").empty());
    CHECK(joined({"a", "b"}, ", ") == "a, b");
}

TEST_CASE("shortening never cuts a character in two") {
    CHECK(shortened("abc", 3) == "abc");
    CHECK(shortened("أربيل", 6) == "أ…");
    CHECK(is_utf8(shortened("أربيل", 5)));
}

TEST_CASE("numbers are written plainly") {
    CHECK(to_text(44.4009, 6) == "44.4009");
    CHECK(to_text(3.0, 6) == "3");
    CHECK(to_text(-0.0000001, 6) == "0");
    CHECK(to_text(1e20, 2) == "100000000000000000000");
    CHECK(to_text(std::numeric_limits<double>::quiet_NaN(), 2).empty());
}
