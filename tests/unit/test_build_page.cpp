// SPDX-License-Identifier: MIT
/// The page of a build as a file. What it does in a browser, tests/page looks at.
#include <algorithm>
#include <string>

#include "build_map.hpp"
#include "catch.hpp"
#include "core/base64.hpp"
#include "core/error.hpp"
#include "core/sha256.hpp"
#include "scratch.hpp"
#include "writer/page/build_page.hpp"
#include "writer/page/page_columns.hpp"
#include "writer/page/page_file.hpp"
#include "writer/page/shape_text.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

/// What stands between two texts, the first time.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = text.find(to, begin + from.size());
    REQUIRE(end != std::string::npos);
    return text.substr(begin + from.size(), end - begin - from.size());
}

std::string policy_hash(const std::string& text) {
    Sha256 hash;
    hash.add(text);
    const std::string hex = hash.hex();
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return "'sha256-" + base64(bytes) + "'";
}

std::string page_of(build_map::Map& map) {
    map.options.formats = {"gpkg", "html"};
    map.build();
    return bytes_of(map.folder.path("out/in.html"));
}

std::string shape_of(const Geometry& geometry) {
    std::string text;
    append_shape(text, geometry);
    return text;
}

const std::string hostile =
    "report_id,event_date,place,country,notes\n"
    "r1,2020-01-01,Irbil,IQ,</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)>\n";

}  // namespace

TEST_CASE("a page is one file whose policy allows its own style and script and nothing else") {
    build_map::Map map;
    const std::string page = page_of(map);
    const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    CHECK_THAT(policy, Contains("default-src 'none'"));
    CHECK_THAT(policy, Contains("style-src " + policy_hash(between(page, "<style>", "</style>")) + ";"));
    CHECK_THAT(policy, Contains("script-src " + policy_hash(between(page, "<script>", "</script>")) + ";"));
    CHECK(policy.find("http") == std::string::npos);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(page.find("{{") == std::string::npos);
    CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("texts of the input stand in a page as data, with no letter that begins markup") {
    build_map::Map map(hostile);
    map.options.texts.title = "<b>Title</b> & more";
    const std::string page = page_of(map);
    CHECK(page.find("alert(1)</script>") == std::string::npos);
    CHECK(page.find("<img src=x") == std::string::npos);
    CHECK_THAT(page, Contains("\\u003cimg src=x onerror=alert(1)\\u003e"));
    CHECK_THAT(page, Contains("<title>&lt;b&gt;Title&lt;/b&gt; &amp; more</title>"));
}

TEST_CASE("the same build gives the same page") {
    build_map::Map first;
    build_map::Map second;
    CHECK(page_of(first) == page_of(second));
}

TEST_CASE("a page that was not written whole is refused") {
    const Scratch scratch;
    CHECK_THROWS_AS(check_page(scratch.file("page.html", "<!DOCTYPE html>\n<html>")), Error);
}

TEST_CASE("what is no build has no page") {
    const Scratch scratch;
    const auto draft = scratch.file("draft.html", "");
    CHECK_THROWS_AS(write_page(draft, scratch.file("in.gpkg", "no GeoPackage"), {}, ShownPositions{}, {}, {}),
                    Error);
}

TEST_CASE("columns number their distinct texts, and begin anew once they are taken") {
    PageColumns columns({"name", "count"});
    const auto add = [&](const char* name, std::optional<std::int64_t> count) {
        columns.text(name);
        columns.integer(count);
        columns.end_row();
    };
    add("Taji", 3);
    add("", std::nullopt);
    add("Taji", -1);
    std::string taken;
    columns.take(taken);
    CHECK(taken == R"("texts":["Taji"],"columns":{"name":[0,null,0],"count":[3,null,-1]})");
    add("</script>", 0);
    taken.clear();
    columns.take(taken);
    CHECK(taken == R"("texts":["\u003c/script\u003e"],"columns":{"name":[0],"count":[0]})");
}

TEST_CASE("a shape is steps of 1/100,000 degree from one position to the next, its rings open") {
    CHECK(shape_of(MultiLine{{{{44, 33}, {44.00001, 32.99998}}}}) == "[[4400000,3300000,1,-2]]");
    CHECK(shape_of(MultiPolygon{{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {}}}}) == "[[[0,0,100000,0,0,100000]]]");
    CHECK(shape_of({}) == "[]");
}

TEST_CASE("a line is thinned no farther from itself than allowed, and keeps its ends") {
    const Line line{{0, 0}, {1, 0.01}, {2, -0.01}, {3, 2}, {4, 0}};
    const auto tolerance = [](LonLat) { return 0.1; };
    CHECK(thinned(line, tolerance) == Line{{0, 0}, {2, -0.01}, {3, 2}, {4, 0}});
    const MultiPolygon speck{{{{{0, 0}, {0.01, 0}, {0.01, 0.01}, {0, 0}}, {}}}};
    CHECK(thinned(speck, tolerance).polygons.empty());
}

TEST_CASE("a block that is large and needed late is packed") {
    const Scratch scratch;
    const auto draft = scratch.file("page.html", "");
    PageFile page(draft);
    page.late_block("small", "{}");
    page.late_block("large", "\"" + std::string(100'000, 'a') + "\"");
    page.close();
    const std::string text = bytes_of(draft);
    CHECK_THAT(text, Contains("<script type=\"application/json\" data-block=\"small\">{}</script>"));
    CHECK_THAT(text, Contains("data-packed=\"zlib\" data-block=\"large\">eJ"));
    CHECK(text.size() < 1'000);
}
