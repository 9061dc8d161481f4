// SPDX-License-Identifier: MIT
#include <string>

#include "catch.hpp"
#include "core/base64.hpp"

using namespace incidentmap;

TEST_CASE("bytes become letters as RFC 4648 has them") {
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64(std::string("\xFF\x00\xFE", 3)) == "/wD+");
}
