// SPDX-License-Identifier: MIT
#include <filesystem>
#include <string>

#include "catch.hpp"
#include "core/fault.hpp"

using namespace incidentmap;

namespace {

std::string doing() { return "placing incident i2 (row 3 of t.csv)"; }

}  // namespace

TEST_CASE("an exception of the standard library says what was being done, and whose mistake it is") {
    const auto slip = [] { return std::string("abc").substr(7); };
    try {
        blaming_us(doing, slip);
        FAIL("nothing was thrown");
    } catch (const Fault& fault) {
        const std::string said = fault.what();
        CHECK(said.find("incidentmap made a mistake while placing incident i2 (row 3 of t.csv)") == 0);
        CHECK(said.find("please report it") != std::string::npos);
    }
    CHECK(blaming_us(doing, [] { return 3; }) == 3);
}

TEST_CASE("errors that are meant stay as they are, and a folder of the system's is no mistake of ours") {
    CHECK_THROWS_AS(blaming_us(doing, []() -> int { throw Error{"no such file"}; }), Error);
    CHECK_THROWS_AS(blaming_us(doing, []() -> int { throw UsageError{"no"}; }), UsageError);
    CHECK_THROWS_AS(blaming_us(doing, []() -> int { throw std::bad_alloc{}; }), std::bad_alloc);
    const std::filesystem::filesystem_error locked("status", "/a",
                                                   std::make_error_code(std::errc::permission_denied));
    CHECK(fault_in_words("reading", locked) == "cannot use /a: Permission denied");
}
