// SPDX-License-Identifier: MIT
/// Addresses of tiles: text that somebody typed, which ends in pages, policies and projects.
#include <string>

#include "catch.hpp"
#include "core/error.hpp"
#include "writer/page/page_policy.hpp"
#include "writer/qgis/project.hpp"
#include "writer/tile_source.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

TEST_CASE("tiles have an https address with z, x and y, and somebody whose they are") {
    const TileSource tiles =
        tile_source("https://Tile.Example.org:8443/a/{z}/{x}/{y}@2x.png?key=a%20b", " © Makers\n of tiles ");
    CHECK(tiles.url == "https://Tile.Example.org:8443/a/{z}/{x}/{y}@2x.png?key=a%20b");
    CHECK(tiles.attribution == "© Makers of tiles");
    CHECK(origin_of(tiles) == "https://tile.example.org:8443");
    CHECK_NOTHROW(tile_source("https://127.0.0.1/{x}/{y}/{z}", "me"));
}

TEST_CASE("what is no address of tiles on one host is refused, with what one is") {
    for (const std::string url :
         {"", "http://tile.example.org/{z}/{x}/{y}.png", "https://tile.example.org/{z}/{x}.png",
          "https://{s}.example.org/{z}/{x}/{y}.png", "https://tile.example.org/{z}/{x}/{y}/{y}.png",
          "https://tile.example.org", "https:///{z}/{x}/{y}", "https://a@tile.example.org/{z}/{x}/{y}",
          "https://tile.example.org:port/{z}/{x}/{y}", "https://tile.example.org; script-src */{z}/{x}/{y}",
          "https://tile.example.org/{z}/{x}/{y}\"><script>", "https://tile.example.org/{z}/{x}/{y} x",
          "https://tile.example.org/{z}/{x}/{y}'", "https://tile..example.org/{z}/{x}/{y}",
          "https://-tile.example.org/{z}/{x}/{y}", "javascript:alert(1)/{z}/{x}/{y}",
          "https://münchen.example/{z}/{x}/{y}", "https://tile.example.org/{z}/{x}/{y}#a"}) {
        INFO(url);
        CHECK_THROWS_AS(tile_source(url, "me"), UsageError);
    }
    CHECK_THROWS_WITH(tile_source("https://tile.example.org/{z}/{x}/{y}.png", " \n"),
                      Contains("--tiles-attribution"));
    CHECK_THROWS_AS(tile_source("https://tile.example.org/{z}/{x}/{y}.png", std::string(301, 'x')),
                    UsageError);
}

TEST_CASE("a page's policy opens no host, or the one of its tiles and only for pictures") {
    CHECK_THAT(page_policy("s", "t"), Contains("; img-src data:; "));
    const std::string policy = page_policy("s", "t", "https://tile.example.org");
    CHECK_THAT(policy, Contains("; img-src data: https://tile.example.org; "));
    CHECK_THAT(policy, Contains("default-src 'none'"));
}

TEST_CASE("QGIS has the address of tiles as a part of its own") {
    const TileSource tiles = tile_source("https://tile.example.org/{z}/{x}/{y}.png?a=b%20c&d=e", "me");
    CHECK(tile_layer_source(tiles) ==
          "type=xyz&url=https://tile.example.org/%7Bz%7D/%7Bx%7D/%7By%7D.png%3Fa%3Db%2520c%26d%3De&zmax=19&"
          "zmin=0");
}
