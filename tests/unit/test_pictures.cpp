// SPDX-License-Identifier: MIT
/// Pictures as files: what they are, and that they are the same each time. What they look like, people look
/// at.
#include <regex>
#include <string>
#include <vector>

#include "build_map.hpp"
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

TEST_CASE(
    "small maps stand on one sheet, one for each month from the first to the last, and one for the rest") {
    if (!can_draw()) return;
    const auto maps_of = [](const std::string& rows, double width = 900) {
        build_map::Map map("report_id,event_date,place,country,admin1\n" + rows);
        map.options.formats = {"svg"};
        map.options.picture.width = width;
        map.options.picture.by_month = true;
        map.build();
        const std::string svg = bytes_of(map.folder.path("out/in.svg"));
        std::size_t frames = 0;
        for (auto at = svg.find("stroke-width:0.8"); at != std::string::npos;
             at = svg.find("stroke-width:0.8", at + 1))
            ++frames;
        return frames;
    };
    const std::string first = "r1,2020-01-05,Irbil,IQ,\n";
    CHECK(maps_of(first) == 1);
    CHECK(maps_of(first + "r2,2020-01,Irbil,IQ,\n") == 1);
    CHECK(maps_of(first + "r2,2020-04-01,Irbil,IQ,\nr3,2020-04-30,Irbil,IQ,\n") == 4);
    // What may have been in either of two months, in a year, at no known time.
    CHECK(maps_of(first + "r2,2020-01-31/2020-02-01,Irbil,IQ,\nr3,2020,Irbil,IQ,\nr4,,Irbil,IQ,\n") == 2);
    // Of many years the months that have something.
    CHECK(maps_of(first + "r2,2024-01-05,Irbil,IQ,\n") == 2);
    std::string many;
    for (int month = 0; month < 36; ++month)
        many += "r" + std::to_string(month) + "," + std::to_string(2000 + month / 12) + "-" +
                (month % 12 < 9 ? "0" : "") + std::to_string(month % 12 + 1) + "-02,Irbil,IQ,\n";
    CHECK(maps_of(many) == 36);
    CHECK_THROWS_WITH(maps_of(many, 200), Contains("--multiples month: 36 months do not fit"));
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
