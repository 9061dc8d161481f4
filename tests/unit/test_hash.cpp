// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include "catch.hpp"
#include "core/hash.hpp"
#include "core/sha256.hpp"

using namespace incidentmap;

TEST_CASE("a hash is the same for the same text, on every machine") {
    CHECK(hash128("Camp Taji") == hash128(std::string("Camp ") + "Taji"));
    CHECK(short_hex({0x0123456789abcdef, 0}) == "0123456789abcdef");
}

TEST_CASE("texts that differ in one bit, in length or in a zero byte have different hashes") {
    std::set<Hash128> seen;
    std::size_t count = 0;
    for (int i = 0; i < 100000; ++i, ++count) seen.insert(hash128(std::to_string(i)));
    for (std::size_t zeros = 0; zeros < 40; ++zeros, ++count) seen.insert(hash128(std::string(zeros, '\0')));
    CHECK(seen.size() == count);
}

TEST_CASE("SHA-256 meets the vectors of FIPS 180-4") {
    Sha256 abc;
    abc.add("a");
    abc.add("bc");
    CHECK(abc.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(Sha256{}.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
