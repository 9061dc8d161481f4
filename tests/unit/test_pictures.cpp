// SPDX-License-Identifier: MIT
/// Pictures as files: what they are, and that they are the same each time. What they look like, people look
/// at.
#include <regex>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/database.hpp"
#include "scratch.hpp"
#include "writer/picture/build_picture.hpp"
#include "writer/picture/canvas.hpp"
#include "writer/picture/labels.hpp"
#include "writer/picture/location_picture.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

bool can_draw() {
    if (!picture_versions().empty()) return true;
    WARN("skipped: built without Cairo and Pango");
    return false;
}

Location camp() {
    Location location;
    location.query = "Camp <Sunrise> & \"co\"";
    location.name = "معسكر التاجي";
    location.status = Status::resolved;
    location.likely = {44.26, 33.52};
    location.footprint = Circle{{44.26, 33.52}, 3'000};
    location.uncertainty_m = 3'000;
    location.reasons = {"A sentence."};
    return location;
}

PictureOptions as(PictureFormat format, double scale = 1) {
    PictureOptions options;
    options.format = format;
    options.width = 400;
    options.height = 300;
    options.scale = scale;
    return options;
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

}  // namespace

TEST_CASE("a picture is of the format and the size asked for, and the same each time") {
    if (!can_draw()) return;
    for (const PictureFormat format : {PictureFormat::svg, PictureFormat::png, PictureFormat::pdf}) {
        CHECK(picture_of(camp(), {}, as(format)) == picture_of(camp(), {}, as(format)));
    }
    CHECK_THAT(picture_of(camp(), {}, as(PictureFormat::svg)),
               Contains("<svg") && Contains("viewBox=\"0 0 300 225\""));
    CHECK(picture_of(camp(), {}, as(PictureFormat::pdf)).starts_with("%PDF-"));
    const std::string png = picture_of(camp(), {}, as(PictureFormat::png, 2));
    CHECK(png.starts_with("\x89PNG"));
    CHECK(big_endian(png, 16) == 800);
    CHECK(big_endian(png, 20) == 600);
}

TEST_CASE("an SVG holds letters as outlines: no text of the data, no font and nothing from elsewhere") {
    if (!can_draw()) return;
    const std::string svg = picture_of(camp(), {}, as(PictureFormat::svg));
    CHECK_THAT(
        svg, !Contains("Sunrise") && !Contains("<text") && !Contains("href=\"http") && !Contains("<script"));
}

TEST_CASE("what was not found cannot be drawn, and the error says why") {
    Location nowhere;
    nowhere.query = "Nowhere";
    nowhere.reasons = {"No gazetteer loaded has it."};
    CHECK_THROWS_WITH(picture_of(nowhere, {}, as(PictureFormat::svg)),
                      Contains("\"Nowhere\" is unresolved") && Contains("No gazetteer loaded has it."));
}

TEST_CASE("labels stand beside their points, never on one another, and give way at the frame") {
    if (!can_draw()) return;
    Canvas canvas(as(PictureFormat::svg));
    const TextStyle style{.size = 12, .colour = colour(0)};
    Labels labels(canvas, {0, 0, 400, 300});
    int stand = 0;
    for (int i = 0; i < 40; ++i) stand += labels.put({200, 150}, 2, "the same point", style) ? 1 : 0;
    CHECK(stand == 2);  // on either side; above and below they would reach over those
    labels.put({200, 60}, 4, "a", style);
    labels.put({200, 60}, 4, "b", style);
    CHECK(labels.put({200, 60}, 4, "c", style));  // short ones find room above and below
    CHECK(labels.put({200, 150}, 4, "must", style, true));
    CHECK_FALSE(labels.put({-50, 150}, 4, "off the page", style));
    CHECK(labels.put({398, 20}, 4, "to the left", style));  // there is no room to the right
    CHECK(labels.has_room_for({20, 280}, 5));
    labels.keep_free({20, 280}, 5);
    CHECK_FALSE(labels.has_room_for({22, 280}, 5));
}

TEST_CASE("right-to-left words and wide letters have a size, and wrapped words more height") {
    if (!can_draw()) return;
    const Canvas canvas(as(PictureFormat::svg));
    const auto size = [&](const std::string& text, double wrap) {
        return canvas.text_size(text, {.size = 12, .colour = colour(0), .wrap_width = wrap});
    };
    CHECK(size("معسكر التاجي", 0).first > 30);
    CHECK(size("a b c d e f g h i j k l m n o p q r s t", 60).second > 2 * size("a", 0).second);
}

TEST_CASE("a picture of what no build wrote is refused in a sentence that names the file") {
    const Scratch folder;
    const auto draw = [&](const std::string& path) {
        return picture_of_build(path, {}, {}, PictureTexts{}, as(PictureFormat::svg));
    };
    CHECK_THROWS_WITH(draw(folder.path("none.gpkg")), Contains("there is no ") && Contains("none.gpkg"));
    CHECK_THROWS_WITH(draw(folder.file("text.gpkg", "fid,geom\n")),
                      Contains("text.gpkg is no GeoPackage that incidentmap build wrote"));
    CHECK_THROWS_WITH(draw(folder.path("")), Contains("it is no file"));
    Database::create(folder.path("foreign.gpkg")).execute("CREATE TABLE attacks (geom BLOB)");
    CHECK_THROWS_WITH(draw(folder.path("foreign.gpkg")), Contains("foreign.gpkg is no GeoPackage that"));
}

TEST_CASE("a picture of an earlier version's build lacks what that did not write, and is drawn") {
    if (!can_draw()) return;
    const Scratch folder;
    const std::string path = folder.path("old.gpkg");
    Database::create(path).execute(
        "CREATE TABLE gpkg_contents (table_name TEXT);"
        "CREATE TABLE build (fid INTEGER PRIMARY KEY, section TEXT, name TEXT, value TEXT);"
        "INSERT INTO build VALUES (1, 'build', 'build_id', '0123456789abcdef');"
        "CREATE TABLE reports (fid INTEGER PRIMARY KEY, report_id TEXT);"
        "CREATE TABLE attacks (fid INTEGER PRIMARY KEY, geom BLOB, location TEXT);"
        // A GeoPackage's blob of a point at 44.26, 33.52: header, WKB.
        "INSERT INTO attacks VALUES (1, x'47500001E6100000"
        "0101000000E17A14AE47214640C3F5285C8FC24040', 'Camp Sunrise');");
    const std::string svg = picture_of_build(path, {}, {}, PictureTexts{}, as(PictureFormat::svg));
    CHECK_THAT(svg, Contains("<svg"));
    // Some versions of cairo write it with an equals sign and a quotation mark.
    const std::regex edge("stroke[:=]\"?rgb\\(42\\.35");
    CHECK_FALSE(std::regex_search(svg, edge));
    Database::open_draft(path).execute(
        "ALTER TABLE attacks ADD COLUMN draft TEXT; UPDATE attacks SET draft = 'draft'");
    CHECK(std::regex_search(picture_of_build(path, {}, {}, PictureTexts{}, as(PictureFormat::svg)), edge));
    Database damaged = Database::create(folder.path("damaged.gpkg"));
    damaged.execute(
        "CREATE TABLE gpkg_contents (table_name TEXT);"
        "CREATE TABLE build (fid INTEGER PRIMARY KEY, section TEXT, name TEXT, value TEXT);"
        "INSERT INTO build VALUES (1, 'build', 'build_id', '0123456789abcdef');"
        "CREATE TABLE reports (fid INTEGER PRIMARY KEY, report_id TEXT);"
        "CREATE TABLE attacks (fid INTEGER PRIMARY KEY, geom BLOB, location TEXT);"
        "INSERT INTO attacks VALUES (1, x'4750', 'Camp Sunrise');");
    damaged.close();
    CHECK_THROWS_WITH(
        picture_of_build(folder.path("damaged.gpkg"), {}, {}, PictureTexts{}, as(PictureFormat::svg)),
        Contains("is damaged: a geometry of attacks cannot be read"));
}
