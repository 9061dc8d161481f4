// SPDX-License-Identifier: MIT
/// Files that are small and would be read without an end, or whole into memory.
#include <string>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/database.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"
#include "table/file_bounds.hpp"
#include "table/table.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

/// A GeoPackage of one table or view without geometry, as other programs write it.
std::string geopackage(const Scratch& folder, const std::string& sql) {
    const std::string path = folder.path("t.gpkg");
    Database file = Database::create(path);
    file.execute(
        R"(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined', -1, 'NONE', -1, 'undefined', NULL),
    ('Undefined', 0, 'NONE', 0, 'undefined', NULL);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '', last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
    srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);
INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
    VALUES ('t', 'attributes', 't', '2020-01-01T00:00:00.000Z');
)" + sql);
    file.close();
    return path;
}

std::size_t rows_of(const std::string& path) {
    Table table = Table::open(path);
    std::size_t rows = 0;
    while (table.next() != nullptr) ++rows;
    return rows;
}

/// A workbook with one cell of so many MiB, which packs into a thousandth.
std::string workbook(const Scratch& folder, int mebibytes, bool in_pieces = false) {
    const std::string path = folder.path("t.xlsx");
    const std::string script = folder.file("make.py", R"(
import sys, zipfile
path, size, in_pieces = sys.argv[1], int(sys.argv[2]) << 20, sys.argv[3] == '1'
text = '<r><t>' + '</t></r><r><t>'.join(['a' * 1000] * (size // 1000)) + '</t></r>' if in_pieces else '<t>' + 'a' * size + '</t>'
with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
    book.writestr('[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
    book.writestr('_rels/.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    book.writestr('xl/workbook.xml', '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>')
    book.writestr('xl/_rels/workbook.xml.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
    cell = '<c r="%s" t="inlineStr"><is>%s</is></c>'
    book.writestr('xl/worksheets/sheet1.xml', '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">' + cell % ('A1', '<t>place</t>') + cell % ('B1', '<t>notes</t>') + '</row><row r="2">' + cell % ('A2', '<t>Erbil</t>') + cell % ('B2', text) + '</row></sheetData></worksheet>')
)");
    const auto made = run_program("python3 '" + script + "' '" + path + "' " + std::to_string(mebibytes) +
                                  (in_pieces ? " 1" : " 0"));
    INFO(made.output);
    REQUIRE(made.exit_code == 0);
    return path;
}

}  // namespace

TEST_CASE("A cell of a spreadsheet that would fill the memory is refused, in one piece or in many") {
    const Scratch folder;
    CHECK(rows_of(workbook(folder, 1)) == 1);
    CHECK_THROWS_WITH(rows_of(workbook(folder, 24)), Contains("t.xlsx: a cell of xl/worksheets/sheet1.xml is "
                                                              "larger than 16 MiB") &&
                                                         Contains("as CSV"));
    CHECK_THROWS_WITH(rows_of(workbook(folder, 80, true)), Contains("is larger than 16 MiB"));
}

TEST_CASE("A cell of a GeoPackage that would fill the memory is refused") {
    const Scratch folder;
    CHECK(rows_of(geopackage(folder,
                             "CREATE TABLE t (fid INTEGER PRIMARY KEY, place TEXT); INSERT INTO t "
                             "(place) VALUES ('Erbil'), ('Taji')")) == 2);
    std::filesystem::remove(folder.path("t.gpkg"));
    CHECK_THROWS_WITH(
        rows_of(geopackage(folder,
                           "CREATE TABLE t (fid INTEGER PRIMARY KEY, place TEXT); INSERT INTO t "
                           "(place) VALUES ('Erbil'), (replace(hex(zeroblob(12000000)), '00', 'ab'))")),
        Contains("t.gpkg: a cell of 't' is larger than 16 MiB"));
}

TEST_CASE("A view that does not end, or makes a cell that would fill the memory, is refused") {
    const Scratch folder;
    SECTION("rows without an end") {
        CHECK_THROWS_WITH(
            rows_of(geopackage(folder,
                               "CREATE VIEW t AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 "
                               "FROM c) SELECT n AS fid, 'Erbil' AS place FROM c")),
            Contains("the view 't' goes on after 10000000 rows"));
    }
    SECTION("no row, without an end") {
        CHECK_THROWS_WITH(
            rows_of(geopackage(folder,
                               "CREATE VIEW t AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 "
                               "FROM c) SELECT n AS fid, 'Erbil' AS place FROM c WHERE n < 0")),
            Contains("works for too long"));
    }
    SECTION("a huge cell") {
        CHECK_THROWS_WITH(rows_of(geopackage(folder,
                                             "CREATE VIEW t AS SELECT 1 AS fid, hex(zeroblob(90000000)) AS "
                                             "place")),
                          Contains("a cell of 't' is larger than 16 MiB"));
    }
    SECTION("one that ends is read") {
        CHECK(rows_of(geopackage(folder,
                                 "CREATE VIEW t AS SELECT 1 AS fid, 'Erbil' AS place UNION ALL SELECT 2, "
                                 "'Taji'")) == 2);
    }
}
