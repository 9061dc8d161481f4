// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "build_map.hpp"
#include "catch.hpp"
#include "writer/methods.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

/// A note whose one table has one row of one cell.
std::string cell(const std::string& text) {
    MethodsNote note;
    note.sections = {{"S", {}, {"h"}, {{{text, true}}}, {}}};
    const std::string markdown = to_markdown(note);
    const std::string head = "| h |\n| --- |\n| ";
    const std::size_t from = markdown.find(head) + head.size();
    const std::size_t end = markdown.find(" |\n", from);
    // What follows the row is the end of the table: no cell made a second line or column.
    CHECK(markdown.substr(end, 5) == " |\n\n#");
    return markdown.substr(from, end - from);
}

}  // namespace

TEST_CASE("in the note on methods data stays text: no HTML, link, code, emphasis or cell of its own") {
    CHECK(cell("<script>alert(1)</script>") == "\\<script\\>alert(1)\\</script\\>");
    CHECK(cell("[click](javascript:x)") == "\\[click\\](javascript:x)");
    CHECK(cell("*bold* _it_ `code` a|b") == "\\*bold\\* \\_it\\_ \\`code\\` a\\|b");
    CHECK(cell("&lt;b&gt;") == "\\&lt;b\\&gt;");
    CHECK(cell("back\\slash") == "back\\\\slash");
    CHECK(cell("# heading") == "\\# heading");
    CHECK(cell("- item") == "\\- item");
    CHECK(cell("12. item") == "12\\. item");
    CHECK(cell("3.11.1") == "3.11.1");
    CHECK(cell("two\r\nlines | and\u2028more") == "two lines \\| and more");
    CHECK(cell("turned \u202e round\u200b") == "turned round");
    CHECK(cell("هەولێر") == "هەولێر");
    CHECK(cell("incidents-2020.csv") == "incidents-2020.csv");
}

TEST_CASE("what programs would make a link of stands in a code span, which nothing in it ends") {
    CHECK(cell("https://example.org/a_b") == "`https://example.org/a_b`");
    CHECK(cell("mail a@example.org") == "`mail a@example.org`");
    CHECK(cell("WWW.example.org") == "`WWW.example.org`");
    CHECK(cell("`www.x` | ``y``") == "``` `www.x` \\| ``y`` ```");
}

TEST_CASE("a build writes its note beside the layers, the same each time, and hostile names stay text") {
    build_map::Map map(
        "report_id,event_date,place,country,publisher\n"
        "r1,2020-01-01,Irbil,IQ,<img src=x onerror=alert(1)>\n"
        "r2,2020-01-02,Nowhere At All,IQ,# [x](http://example.org)|y\n");
    const BuildSummary summary = map.build();
    const std::string path = map.folder.path("out/in_methods.md");
    const std::string note = bytes_of(path);
    CHECK(
        std::any_of(summary.written.files.begin(), summary.written.files.end(),
                    [&](const WrittenFile& file) { return file.path == path && file.bytes == note.size(); }));
    CHECK_THAT(note,
               Contains("# How this map was made\n\nShows what was reported. An empty area is not evidence"));
    CHECK_THAT(note, Contains("Build `" + summary.build_id + "`"));
    CHECK_THAT(note, Contains("2 incidents: 1 as a point, 0 as areas, 1 not on the map"));
    CHECK_THAT(
        note,
        Contains(
            "\n`Reports of # [x](http://example.org), <img src=x onerror=alert(1)>, y; in.csv; mapped "));
    map.build();
    CHECK(bytes_of(path) == note);
}
