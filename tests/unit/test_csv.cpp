// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catch.hpp"
#include "core/error.hpp"
#include "scratch.hpp"
#include "table/csv.hpp"

using namespace incidentmap;

namespace {

/// Every row as `number: cell|cell (problem codes)`.
std::vector<std::string> rows_of(const std::string& bytes, std::int64_t header_row = 1) {
    const Scratch scratch;
    CsvReader reader(scratch.file("t.csv", bytes), header_row);
    std::vector<std::string> rows;
    while (const Row* row = reader.next()) {
        std::string line = std::to_string(row->number) + ":";
        for (const std::string& cell : row->cells) line += (&cell == &row->cells.front() ? " " : "|") + cell;
        for (const RowProblem& problem : row->problems) line += " (" + problem.code + ")";
        rows.push_back(line);
    }
    return rows;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("line ends, byte order mark and a missing last line end make no difference") {
    const Rows expected{"2: 1|Irbil", "3: 2|Taji"};
    CHECK(rows_of("id,place\n1,Irbil\n2,Taji\n") == expected);
    CHECK(rows_of("id,place\r\n1,Irbil\r\n2,Taji") == expected);
    CHECK(rows_of("id,place\r1,Irbil\r2,Taji\r") == expected);
    CHECK(rows_of("\xEF\xBB\xBFid,place\n1,Irbil\n2,Taji\n") == expected);
}

TEST_CASE("semicolons, tabs and bars are found in the header") {
    CHECK(rows_of("id;place\n1;Irbil, north\n") == Rows{"2: 1|Irbil, north"});
    CHECK(rows_of("id\tplace\n1\tIrbil\n") == Rows{"2: 1|Irbil"});
    CHECK(rows_of("id|place|town, area\n1|Irbil|a\n") == Rows{"2: 1|Irbil|a"});
}

TEST_CASE(
    "quoted cells may hold separators, quotes and newlines, and rows are numbered as a spreadsheet does") {
    CHECK(rows_of("id,place\n1,\"a \"\"b\"\", c\"\n2,\"two\nlines\"\n3,x\n") ==
          Rows{"2: 1|a \"b\", c", "3: 2|two\nlines", "4: 3|x"});
    CHECK(rows_of("id,place\n\n1,x\n\n") == Rows{"3: 1|x"});
    CHECK(rows_of("id,place\n,\n1,x\n , ,\n") == Rows{"3: 1|x"});
}

TEST_CASE("a quote inside a cell is a character") {
    CHECK(rows_of("id,weapon\n1,5\" rocket\n2,x\n") == Rows{"2: 1|5\" rocket", "3: 2|x"});
}

TEST_CASE("a quote that is never closed costs its own row only") {
    CHECK(rows_of("id,place\n1,\"open\n2,x\n") == Rows{"2: 1|\"open (quote-not-closed)", "3: 2|x"});
    std::string many = "id,place\n1,\"open\n";
    for (int i = 0; i < 50000; ++i) many += "2,x\n";
    const Rows rows = rows_of(many);
    CHECK(rows.size() == 50001);
    CHECK(rows.front() == "2: 1|\"open (quote-not-closed)");
    CHECK(rows.back() == "50002: 2|x");
}

TEST_CASE("short and long rows are kept, and what is left over is told") {
    CHECK(rows_of("a,b,c\n1\n1,2,3,4\n1,2,3,,\n") == Rows{"2: 1||", "3: 1|2|3 (too-many-cells)", "4: 1|2|3"});
}

TEST_CASE("a line that is too long is cut and told, and the next one is whole") {
    const std::size_t length = CsvReader::longest_record + 3'000'000;
    const Rows rows = rows_of("a,b\n" + std::string(length, 'x') + ",1\n3,4\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].size() == 3 + CsvReader::longest_record + 1 + std::string(" (row-too-long)").size());
    CHECK(rows[1] == "3: 3|4");
}

TEST_CASE("a cell of a page tears nothing") {
    const Rows rows = rows_of("a,b\n1,\"" + std::string(90'000, 'x') + "\n" + "y\"\n3,4\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].size() == 5 + 90'002);
    CHECK(rows[1] == "3: 3|4");
}

TEST_CASE("records across the edges of the read buffer come through whole") {
    for (std::size_t padding : {262130U, 262139U, 262140U, 262141U, 262142U, 262143U, 262144U, 262145U}) {
        std::string bytes = "a,b\n";
        while (bytes.size() + 1001 < padding) bytes += std::string(998, 'p') + ",1\n";
        bytes += std::string(padding - bytes.size(), 'q') + ",2\r\n3,4\r\n";
        const Rows rows = rows_of(bytes);
        INFO(padding);
        CHECK(rows.back() == std::to_string(rows.size() + 1) + ": 3|4");
        CHECK(rows[rows.size() - 2].substr(rows[rows.size() - 2].size() - 3) == "q|2");
    }
}

TEST_CASE("bytes that are not UTF-8 in a text that is are replaced and told") {
    CHECK(rows_of("a,b\nÉé,É\n\xFF,x\n") == Rows{"2: Éé|É", "3: \xEF\xBF\xBD|x (not-utf8)"});
}

TEST_CASE("encodings with 8 bits a letter and UTF-16 are read as what they are, and told") {
    const Scratch scratch;
    const auto read = [&](const std::string& bytes) {
        CsvReader reader(scratch.file("t.csv", bytes), 1);
        const Row* row = reader.next();
        REQUIRE(row != nullptr);
        CHECK(reader.notes().size() == 1);
        return row->cells[1];
    };
    CHECK(read("id,city\n1,Bogot\xE1\n") == "Bogotá");
    CHECK(
        read(
            "id,city\n1,\xD5\xE0\xF0\xEA\xB3\xE2 \xEC\xB3\xF1\xF2\xEE \xE2 \xD3\xEA\xF0\xE0\xBF\xED\xB3\n") ==
        "Харків місто в Україні");
    const auto utf16 = [](const std::string& ascii) {
        std::string bytes = "\xFF\xFE";
        for (const char c : ascii) (bytes += c) += '\0';
        return bytes;
    };
    CHECK(read(utf16("id,city\n1,Irbil\n")) == "Irbil");
}

TEST_CASE("a first line sep= names the separator, and a header may have line ends in it") {
    CHECK(rows_of("sep=;\nid;place, town\n1;Irbil\n") == Rows{"3: 1|Irbil"});
    const Scratch scratch;
    CsvReader reader(scratch.file("t.csv", "id;\"place\nname\";\"date\n(local)\"\na;Taji;2020\n"), 1);
    CHECK(reader.columns() == Rows{"id", "place name", "date (local)"});
}

TEST_CASE("the header is found below titles where its names are known") {
    const Scratch scratch;
    HeaderRules rules;
    rules.known = [](const Rows& names) {
        return static_cast<std::size_t>(std::count(names.begin(), names.end(), "place") +
                                        std::count(names.begin(), names.end(), "date"));
    };
    CsvReader reader(scratch.file("t.csv", "A title; of it\n;;\nid;date;place\n1;2020;Irbil\n"), 0, rules);
    CHECK(reader.columns() == Rows{"id", "date", "place"});
    CHECK(reader.notes().size() == 1);
    CHECK(reader.next()->number == 4);
    CsvReader plain(scratch.file("p.csv", "x,y\n1,2\n"), 0, rules);
    CHECK(plain.columns() == Rows{"x", "y"});
}

TEST_CASE("what is no table is told by name") {
    CHECK_THROWS_WITH(rows_of("<?xml version=\"1.0\"?><kml xmlns=\"x\"></kml>"),
                      Catch::Matchers::Contains("is KML"));
    CHECK_THROWS_WITH(rows_of("\xD0\xCF\x11\xE0\xA1\xB1"), Catch::Matchers::Contains("old Excel"));
    CHECK_THROWS_WITH(rows_of("PK\x03\x04 xl/workbook.xml"), Catch::Matchers::Contains("end in .xlsx"));
    CHECK_THROWS_WITH(rows_of("%PDF-1.7"), Catch::Matchers::Contains("PDF"));
}

TEST_CASE("rows before the header row are skipped") {
    CHECK(rows_of("A title\n\nid,place\n1,x\n", 3) == Rows{"4: 1|x"});
}

TEST_CASE("an empty file and a missing file are errors that say what to do") {
    CHECK_THROWS_WITH(rows_of(""), Catch::Matchers::Contains("no header row"));
    CHECK_THROWS_WITH(rows_of("\n\n"), Catch::Matchers::Contains("no header row"));
    CHECK_THROWS_AS(CsvReader("/nowhere/at/all.csv", 1), Error);
}
