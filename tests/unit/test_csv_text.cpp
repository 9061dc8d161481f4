// SPDX-License-Identifier: MIT
#include <vector>

#include "catch.hpp"
#include "scratch.hpp"
#include "table/csv.hpp"
#include "table/csv_text.hpp"

using namespace incidentmap;

namespace {

std::string row(const std::vector<std::string>& cells, const CsvDialect& dialect = {}) {
    std::string out;
    append_csv_row(out, cells, dialect);
    return out;
}

}  // namespace

TEST_CASE("A cell is quoted where it must be, and only there") {
    CHECK(row({"a", "", "b c"}) == "a,,b c\n");
    CHECK(row({"a,b", "say \"so\"", "two\nlines", " blank", "blank "}) ==
          "\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\" blank\",\"blank \"\n");
    CHECK(row({"a,b", "c;d"}, {';', "\r\n"}) == "a,b;\"c;d\"\r\n");
    CHECK(row({"a;b", "c\td"}, {'\t', "\n"}) == "a;b\t\"c\td\"\n");
}

TEST_CASE("What is written is what is read, with each separator") {
    const std::vector<std::string> cells{"a,b;c|d\te", "\"", "\"\"", "x\r\ny", "'=1", "تلعفر"};
    for (char separator : {',', ';', '\t', '|'}) {
        const Scratch folder;
        const std::string header = row({"a", "b", "c", "d", "e", "f"}, {separator, "\n"});
        CsvReader reader(folder.file("t.csv", header + row(cells, {separator, "\n"})), 1);
        CHECK(reader.separator() == separator);
        const Row* read = reader.next();
        REQUIRE(read != nullptr);
        CHECK(read->cells == cells);
        CHECK(read->problems.empty());
    }
}

TEST_CASE(
    "What a spreadsheet would take for a formula has an apostrophe before it, and comes back the same") {
    CHECK(to_spreadsheet_cell("=1+1") == "'=1+1");
    CHECK(to_spreadsheet_cell("+964") == "'+964");
    CHECK(to_spreadsheet_cell("-33.5, 44.2") == "'-33.5, 44.2");
    CHECK(to_spreadsheet_cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(to_spreadsheet_cell("\t=1") == "'\t=1");
    CHECK(to_spreadsheet_cell("＝1+1") == "'＝1+1");
    for (const char* plain : {"", "Camp Taji", "a=b", "'quoted'", "'", "''", "1 - 2", "تلعفر"}) {
        CHECK(to_spreadsheet_cell(plain) == plain);
    }
    for (const char* number : {"-5.3", "-12", "-.5"}) CHECK(to_spreadsheet_cell(number) == number);
    for (const char* text :
         {"-5.3", "'-5.3", "''-5.3", "=1", "'=1", "''=1", "-", "'-", "@", "'Taji", "＝", "'＝", "x", ""}) {
        CAPTURE(text);
        CHECK(from_spreadsheet_cell(to_spreadsheet_cell(text)) == text);
    }
    // A person may type a position in the southern hemisphere.
    CHECK(from_spreadsheet_cell("-33.5, 44.2, 2 km") == "-33.5, 44.2, 2 km");
}
