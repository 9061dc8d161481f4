// SPDX-License-Identifier: MIT
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
    for (std::size_t length : {std::size_t{70000}, std::size_t{3000000}}) {
        const Rows rows = rows_of("a,b\n" + std::string(length, 'x') + ",1\n3,4\n");
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].size() == 3 + CsvReader::longest_record + 1 + std::string(" (row-too-long)").size());
        CHECK(rows[1] == "3: 3|4");
    }
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

TEST_CASE("bytes that are not UTF-8 are replaced and told") {
    CHECK(rows_of("a,b\n\xFF,x\n") == Rows{"2: \xEF\xBF\xBD|x (not-utf8)"});
}

TEST_CASE("rows before the header row are skipped") {
    CHECK(rows_of("A title\n\nid,place\n1,x\n", 3) == Rows{"4: 1|x"});
}

TEST_CASE("an empty file, a missing file and UTF-16 are errors that say what to do") {
    CHECK_THROWS_WITH(rows_of(""), Catch::Matchers::Contains("no header row"));
    CHECK_THROWS_WITH(rows_of("\n\n"), Catch::Matchers::Contains("no header row"));
    CHECK_THROWS_WITH(rows_of(std::string("\xFF\xFE"
                                          "a\0",
                                          4)),
                      Catch::Matchers::Contains("UTF-16"));
    CHECK_THROWS_AS(CsvReader("/nowhere/at/all.csv", 1), Error);
}
