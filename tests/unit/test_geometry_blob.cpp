// SPDX-License-Identifier: MIT
#include <bit>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/geometry_blob.hpp"

using namespace incidentmap;

namespace {

using Bytes = std::vector<std::byte>;

Bytes from_hex(const std::string& hex) {
    Bytes bytes;
    std::string pair;
    for (const char c : hex) {
        if (c == ' ') continue;
        pair += c;
        if (pair.size() < 2) continue;
        bytes.push_back(static_cast<std::byte>(std::stoi(pair, nullptr, 16)));
        pair.clear();
    }
    return bytes;
}

Bytes encoded(const Geometry& geometry) {
    GeometryEncoder encoder;
    const auto bytes = encoder.encode(geometry).bytes;
    return {bytes.begin(), bytes.end()};
}

/// The geometry in the bytes, which must be sound.
Geometry decoded(const Bytes& bytes) {
    const DecodedGeometry result = decode_geometry(bytes);
    INFO(result.problem);
    REQUIRE(result.geometry);
    CHECK(result.problem.empty());
    return *result.geometry;
}

std::string problem_of(const std::string& hex) {
    const DecodedGeometry result = decode_geometry(from_hex(hex));
    CHECK_FALSE(result.geometry);
    return result.problem;
}

const MultiLine lines{{{{44.25, 33.5}, {45.5, 34}}, {{-180, 10}, {-170, 12.25}, {-160, 13}}}};
const MultiPolygon areas{
    {{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {{{2, 2}, {2, 4}, {4, 4}, {4, 2}, {2, 2}}}},
     {{{20, 20}, {21, 20}, {21, 21}, {20, 20}}, {}}}};

// 1.0 is 3ff0..., 2.0 is 4000..., so that the bytes below can be read.
const std::string one_le = "000000000000f03f", two_le = "0000000000000040";
const std::string one_be = "3ff0000000000000", two_be = "4000000000000000";
const std::string nan_le = "000000000000f87f";
const std::string head_le = "4750 00 01 e6100000 ";

}  // namespace

TEST_CASE("a point is written as header and WKB, without an envelope") {
    CHECK(encoded(LonLat{1, 2}) == from_hex(head_le + "01 01000000" + one_le + two_le));
}

TEST_CASE("lines and areas are written as multi geometries with their envelope") {
    CHECK(encoded(MultiLine{{{{1, 2}, {2, 1}}}}) ==
          from_hex("4750 00 03 e6100000" + one_le + two_le + one_le + two_le +
                   "01 05000000 01000000 01 02000000" + "02000000" + one_le + two_le + two_le + one_le));
    GeometryEncoder encoder;
    CHECK(encoder.encode(areas).envelope == Envelope{0, 21, 0, 21});
    CHECK(encoder.encode(lines).envelope == Envelope{-180, 45.5, 10, 34});
    CHECK(encoder.encode(LonLat{3, 4}).envelope == Envelope{3, 3, 4, 4});
}

TEST_CASE("what has no position is written as nothing, for NULL") {
    for (const Geometry& geometry :
         {Geometry{}, Geometry{MultiLine{}}, Geometry{MultiPolygon{}}, Geometry{MultiLine{{{}}}}}) {
        GeometryEncoder encoder;
        CHECK(encoder.encode(LonLat{1, 2}).bytes.size() == 29);
        const EncodedGeometry nothing = encoder.encode(geometry);
        CHECK(nothing.bytes.empty());
        CHECK_FALSE(nothing.envelope);
    }
}

TEST_CASE("a position that is not a finite number is not written") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(encoded(LonLat{nan, 1}), Error);
    CHECK_THROWS_AS(encoded(MultiLine{{{{0, 0}, {1, std::numeric_limits<double>::infinity()}}}}), Error);
}

TEST_CASE("what was written is read back as it was") {
    for (const Geometry& geometry :
         {Geometry{LonLat{-180, -90}}, Geometry{LonLat{0, 0}}, Geometry{lines}, Geometry{areas}})
        CHECK(decoded(encoded(geometry)) == geometry);
}

TEST_CASE("either byte order is read, also a different one inside") {
    CHECK(decoded(from_hex("4750 00 00 000010e6 00 00000001" + one_be + two_be)) == Geometry{LonLat{1, 2}});
    CHECK(decoded(from_hex("4750 00 01 e6100000 00 00000001" + one_be + two_be)) == Geometry{LonLat{1, 2}});
    const Geometry two_lines = MultiLine{{{{1, 2}, {2, 1}}, {{2, 2}, {1, 1}}}};
    CHECK(decoded(from_hex("4750 00 00 000010e6 00 00000005 00000002 01 02000000 02000000" + one_le + two_le +
                           two_le + one_le + "00 00000002 00000002" + two_be + two_be + one_be + one_be)) ==
          two_lines);
}

TEST_CASE("a single line or polygon becomes a multi one, a multi point of one point a point") {
    CHECK(decoded(from_hex(head_le + "01 02000000 02000000" + one_le + two_le + two_le + one_le)) ==
          Geometry{MultiLine{{{{1, 2}, {2, 1}}}}});
    CHECK(decoded(from_hex(head_le + "01 03000000 01000000 04000000" + one_le + one_le + two_le + one_le +
                           two_le + two_le + one_le + one_le)) ==
          Geometry{MultiPolygon{{{{{1, 1}, {2, 1}, {2, 2}, {1, 1}}, {}}}}});
    CHECK(decoded(from_hex(head_le + "01 04000000 01000000 01 01000000" + one_le + two_le)) ==
          Geometry{LonLat{1, 2}});
    CHECK(problem_of(head_le + "01 04000000 02000000 01 01000000" + one_le + two_le + "01 01000000" + one_le +
                     two_le) == "the geometry is of several points; one is needed");
}

TEST_CASE("Z and M are passed over, and so is every kind of envelope") {
    CHECK(decoded(from_hex(head_le + "01 e9030000" + one_le + two_le + two_le)) == Geometry{LonLat{1, 2}});
    CHECK(decoded(from_hex(head_le + "01 d1070000" + one_le + two_le + two_le)) == Geometry{LonLat{1, 2}});
    CHECK(decoded(from_hex(head_le + "01 b90b0000" + one_le + two_le + two_le + two_le)) ==
          Geometry{LonLat{1, 2}});
    CHECK(decoded(from_hex(head_le + "01 ea030000 02000000" + one_le + two_le + two_le + two_le + one_le +
                           two_le)) == Geometry{MultiLine{{{{1, 2}, {2, 1}}}}});
    for (const auto& [flags, numbers] : {std::pair{"03", 4}, {"05", 6}, {"07", 6}, {"09", 8}}) {
        std::string envelope;
        for (int i = 0; i < numbers; ++i) envelope += two_le;
        CHECK(decoded(from_hex(std::string{"4750 00 "} + flags + " e6100000" + envelope + "01 01000000" +
                               one_le + two_le)) == Geometry{LonLat{1, 2}});
    }
}

TEST_CASE("an empty geometry is nothing, and no damage") {
    CHECK(decoded(from_hex("4750 00 11 e6100000 01 01000000" + nan_le + nan_le)) == Geometry{});
    CHECK(decoded(from_hex("4750 00 11 e6100000 01 02000000 00000000")) == Geometry{});
    CHECK(decoded(from_hex("4750 00 11 e6100000 01 03000000 00000000")) == Geometry{});
    CHECK(decoded(from_hex("4750 00 11 e6100000 01 06000000 00000000")) == Geometry{});
}

TEST_CASE("what cannot be used is told in words") {
    const std::string point = "01 01000000" + one_le + two_le;
    CHECK(problem_of("") == "the geometry ends too early");
    CHECK(problem_of("4751 00 01 e6100000" + point) == "the geometry does not begin as a GeoPackage's does");
    CHECK(problem_of("4750 01 01 e6100000" + point) == "the geometry does not begin as a GeoPackage's does");
    CHECK(problem_of("4750 00 21 e6100000" + point) == "the geometry is of a kind of its maker's own");
    CHECK(problem_of("4750 00 01 110f0000" + point) == "the geometry's reference system is 3857, not 4326");
    CHECK(problem_of("4750 00 0b e6100000" + point) == "the geometry's envelope is of an unknown kind");
    CHECK(problem_of(head_le + "02 01000000" + one_le + two_le) == "the geometry's byte order is unknown");
    CHECK(problem_of(head_le + "01 07000000 00000000") ==
          "the geometry's type 7 is neither point, line nor area");
    CHECK(problem_of(head_le + "01 01000020 00000000") == "the geometry's type 536870913 is unknown");
    CHECK(problem_of(head_le + "01 01000000" + one_le + nan_le) == "a position is not a finite number");
    CHECK(problem_of(head_le + "01 02000000 01000000" + one_le + two_le) == "a line has only one position");
    CHECK(problem_of(head_le + "01 03000000 01000000 02000000" + one_le + two_le + one_le + two_le) ==
          "a ring has fewer than four positions");
    CHECK(problem_of(head_le + "01 03000000 01000000 04000000" + one_le + one_le + two_le + one_le + two_le +
                     two_le + one_le + two_le) == "a ring is not closed");
    CHECK(problem_of(head_le + "01 05000000 01000000" + point) ==
          "a part of the geometry is of another type than the whole");
}

TEST_CASE("a count that the bytes cannot hold is not believed") {
    CHECK(problem_of(head_le + "01 02000000 ffffffff" + one_le + two_le) == "the geometry ends too early");
    CHECK(problem_of(head_le + "01 03000000 ffffffff 00000000") == "the geometry ends too early");
    CHECK(problem_of(head_le + "01 06000000 ffffffff 01 03000000 00000000") == "the geometry ends too early");
}

TEST_CASE("cut short anywhere, or with any bit flipped, bytes are read without harm") {
    for (const Geometry& geometry : {Geometry{LonLat{1, 2}}, Geometry{lines}, Geometry{areas}}) {
        const Bytes whole = encoded(geometry);
        for (std::size_t size = 0; size < whole.size(); ++size)
            CHECK_FALSE(decode_geometry(std::span{whole}.first(size)).geometry);
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            Bytes damaged = whole;
            damaged[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
            const DecodedGeometry result = decode_geometry(damaged);
            CHECK(result.geometry.has_value() == result.problem.empty());
        }
    }
}
