// SPDX-License-Identifier: MIT
#include <cstdint>
#include <limits>
#include <string>

#include "catch.hpp"
#include "core/error.hpp"
#include "core/spool_file.hpp"

using namespace incidentmap;

TEST_CASE("what is put into a spool file is read from anywhere, written or waiting") {
    SpoolFile file(16);
    std::string all;
    for (int i = 0; i < 100'000; ++i) {
        const std::string text = std::to_string(i) + ";";
        file.waiting() += text;
        all += text;
        file.flush_if_full();
    }
    REQUIRE(file.size() == all.size());
    for (const std::size_t at : {std::size_t{0}, std::size_t{300'000}, all.size() - 7, std::size_t{5}})
        CHECK(file.bytes(at, 7) == all.substr(at, 7));
    CHECK(file.bytes(1, 400'000) == all.substr(1, 400'000));
    CHECK_THROWS_AS(file.bytes(all.size() - 3, 4), Error);
    file.waiting() += "more";
    CHECK(file.bytes(all.size(), 4) == "more");
}

TEST_CASE("numbers and texts come back as they were packed, one behind the other") {
    std::string out;
    const std::uint64_t numbers[] = {0, 127, 128, 300, std::numeric_limits<std::uint64_t>::max()};
    for (const std::uint64_t number : numbers) put_number(out, number);
    put_text(out, "");
    put_text(out, std::string(200, 'x'));
    std::string_view bytes = out;
    for (const std::uint64_t number : numbers) CHECK(take_number(bytes) == number);
    CHECK(take_text(bytes).empty());
    CHECK(take_text(bytes) == std::string(200, 'x'));
    CHECK(bytes.empty());
}
