// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "core/count.hpp"

using namespace incidentmap;

namespace {

Count read(std::string_view text) { return std::get<Count>(read_count(text)); }

}  // namespace

TEST_CASE("a plain number is its own low, best and high") {
    CHECK(read("3") == Count{3, 3, 3});
    CHECK(read("3,000") == Count{3000, 3000, 3000});
    CHECK(read("12.0") == Count{12, 12, 12});
    CHECK(read(" six ") == Count{6, 6, 6});
    CHECK(read("a dozen") == Count{12, 12, 12});
}

TEST_CASE("a bound claims no more than it says") {
    CHECK(read("30+") == Count{30, {}, {}});
    CHECK(read("at least 30") == Count{30, {}, {}});
    CHECK(read("At least six") == Count{6, {}, {}});
    CHECK(read("more than 40") == Count{41, {}, {}});
    CHECK(read("more than a dozen") == Count{13, {}, {}});
    CHECK(read("up to 20") == Count{{}, {}, 20});
    CHECK(read("fewer than 20") == Count{{}, {}, 19});
    CHECK(read("about 30") == Count{{}, 30, {}});
    CHECK(read("4-6") == Count{4, {}, 6});
    CHECK(read("4–6") == Count{4, {}, 6});
    CHECK(read("4 to 6") == Count{4, {}, 6});
    CHECK(read("dozens") == Count{24, {}, {}});
    CHECK(read("several") == Count{2, {}, {}});
}

TEST_CASE("not known is not zero, and a stated zero is") {
    for (const char* text : {"", " ", "-", "n/a", "?", "unknown", "Unknown"}) CHECK_FALSE(read(text).known());
    for (const char* text : {"0", "none", "No"}) CHECK(read(text) == Count{0, 0, 0});
}

TEST_CASE("what is no count is refused with the text") {
    for (const char* text :
         {"-3", "3.5", "many rockets", "6-4", "1,00", "99999999999999999999", "1e3", "+", "fewer than 0"}) {
        INFO(text);
        CHECK(std::holds_alternative<std::string>(read_count(text)));
    }
    CHECK(std::get<std::string>(read_count("3.5")).find("'3.5' is not a count") == 0);
}

TEST_CASE("a count is told in few characters") {
    CHECK(to_text(read("at least 30")) == "30+");
    CHECK(to_text(read("4-6")) == "4–6");
    CHECK(to_text(read("up to 20")) == "up to 20");
    CHECK(to_text(read("about 30")) == "about 30");
    CHECK(to_text(read("3")) == "3");
    CHECK(to_text(Count{}).empty());
}

TEST_CASE("Arabic and Persian digits are digits") {
    CHECK(std::get<Count>(read_count("٥")) == Count{5, 5, 5});
    CHECK(std::get<Count>(read_count("۱۲")) == Count{12, 12, 12});
    CHECK(std::get<Count>(read_count("٤-٦")) == Count{4, {}, 6});
}
