// SPDX-License-Identifier: MIT
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "catch.hpp"
#include "core/draft.hpp"
#include "core/error.hpp"
#include "geopackage_tools.hpp"
#include "locate/decision_table.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

const std::string mark = "\xEF\xBB\xBF";
const std::string header =
    "report_id,words,column,answer,candidates,decision,decided_by,decided_on,decided_why,decided_source";

DecisionRow asks(const std::string& words, const std::string& column = "place") {
    DecisionRow row;
    row.words = words;
    row.column = column;
    row.answer = "ambiguous: it fits 2 places.";
    row.candidates = "1: A [a] | 2: B [b]";
    return row;
}

std::string line(const std::string& words) {
    return "," + words + ",place,ambiguous: it fits 2 places.,1: A [a] | 2: B [b],,,,,\n";
}

}  // namespace

TEST_CASE("a table of decisions that is not there is empty, and is made with the first question") {
    const Scratch folder;
    DecisionTable table(folder.path("a.decisions.csv"));
    CHECK(table.rows().empty());
    CHECK(table.fingerprint().empty());
    table.append({});
    CHECK_FALSE(fs::exists(folder.path("a.decisions.csv")));
    table.append({asks("Khan"), asks("Taji")});
    // A new file says that it is for nobody else, in a column of its own that stays empty.
    const auto asked = [](const std::string& words) {
        return "," + words + ",place,ambiguous: it fits 2 places.,1: A [a] | 2: B [b],,,,,,,\n";
    };
    CHECK(bytes_of(folder.path("a.decisions.csv")) ==
          mark +
              "report_id,words,column,answer,candidates,decision,name,decided_by,decided_on,decided_why,"
              "decided_source,not for publishing\n" +
              asked("Khan") + asked("Taji"));
    REQUIRE(table.rows().size() == 2);
    CHECK(table.rows()[1].row == 3);
    CHECK_FALSE(table.has_broken_lines());
    CHECK(fs::exists(folder.path("a.decisions.csv")));
    CHECK_FALSE(fs::exists(folder.path(".a.decisions.csv.part")));
}

TEST_CASE("the same words and column are asked once") {
    const Scratch folder;
    DecisionTable table(folder.path("a.csv"));
    table.append({asks("Khan"), asks("Khan"), asks(" Khan\n"), asks("Khan", "launch_place")});
    CHECK(table.rows().size() == 2);
    const std::string before = bytes_of(folder.path("a.csv"));
    DecisionTable again(folder.path("a.csv"));
    again.append({asks("Khan", "launch_place"), asks("Khan")});
    CHECK(bytes_of(folder.path("a.csv")) == before);
    // A row about one report does not answer for the others.
    folder.file("b.csv", header + "\nr1,Khan,place,,,none,A,,,\n");
    DecisionTable other(folder.path("b.csv"));
    other.append({asks("Khan")});
    CHECK(other.rows().size() == 2);
}

TEST_CASE("a table comes back from a spreadsheet in any form, and is added to in that form") {
    const Scratch folder;
    const std::string theirs =
        mark +
        "Words;COLUMN;decision;my notes;decided_by\r\nKhan;place;1;\"so; and so\"\"\";Ali\r\nTaji;place;;;";
    folder.file("a.csv", theirs);
    DecisionTable table(folder.path("a.csv"));
    REQUIRE(table.rows().size() == 2);
    CHECK(table.rows()[0].decision == "1");
    CHECK(table.rows()[0].decided_by == "Ali");
    CHECK(table.rows()[1].words == "Taji");
    table.append({asks("a;b")});
    CHECK(bytes_of(folder.path("a.csv")) == theirs + "\r\n\"a;b\";place;;;\r\n");
    CHECK(table.rows().back().row == 4);
    for (const char* separator : {",", "\t", "|"}) {
        std::string text = "words,column,decision\nKhan,place,2\n";
        for (char& c : text) c = c == ',' ? *separator : c;
        DecisionTable read(folder.file("b.csv", text));
        REQUIRE(read.rows().size() == 1);
        CHECK(read.rows()[0].decision == "2");
    }
}

TEST_CASE("the fingerprint is that of what was decided, however it was saved") {
    const Scratch folder;
    DecisionTable open(folder.file("a.csv", header + "\n" + line("Khan")));
    CHECK(open.fingerprint().empty());
    const DecisionTable comma(folder.file("b.csv", "words,column,decision\nKhan,place,1\nTaji,place,\n"));
    const DecisionTable semicolon(folder.file("c.csv", mark + "words;column;decision\r\nKhan;place;1\r\n"));
    const DecisionTable other(folder.file("d.csv", "words,column,decision\nKhan,place,2\n"));
    CHECK(comma.fingerprint().size() == 64);
    CHECK(comma.fingerprint() == semicolon.fingerprint());
    CHECK(comma.fingerprint() != other.fingerprint());
}

TEST_CASE(
    "a cell that a spreadsheet would take for a formula is kept from being one, and read back the same") {
    const Scratch folder;
    DecisionTable table(folder.path("a.csv"));
    table.append({asks("=HYPERLINK(\"http://x\")"), asks("@SUM(1)"), asks("-1+1"), asks("+1"), asks("'=1"),
                  asks("\"\n,;")});
    CHECK_THAT(bytes_of(folder.path("a.csv")), Contains(",\"'=HYPERLINK(\"\"http://x\"\")\",") &&
                                                   Contains(",'@SUM(1),") && Contains(",'-1+1,") &&
                                                   Contains(",''=1,"));
    const DecisionTable read(folder.path("a.csv"));
    REQUIRE(read.rows().size() == 6);
    CHECK(read.rows()[0].words == "=HYPERLINK(\"http://x\")");
    CHECK(read.rows()[4].words == "'=1");
    CHECK(read.rows()[5].words == "\" ,;");
    CHECK(read.findings().empty());
}

TEST_CASE("a file that is no table of decisions is an error that says what it lacks") {
    const Scratch folder;
    CHECK_THROWS_WITH(DecisionTable(folder.file("a.csv", "place,country\nx,y\n")),
                      Contains("no column words") && Contains("'place', 'country'"));
    CHECK_THROWS_WITH(DecisionTable(folder.file("b.csv", "words,column\nx,y\n")),
                      Contains("no column decision"));
    CHECK_THROWS_WITH(DecisionTable(folder.file("c.csv", "\xFF\xFEw")), Contains("no column words"));
    fs::create_directory(folder.path("d.csv"));
    CHECK_THROWS_AS(DecisionTable(folder.path("d.csv")), Error);
    CHECK(DecisionTable(folder.file("e.csv", mark + "\n")).rows().empty());
}

TEST_CASE("what a person wrote is never lost") {
    const Scratch folder;
    const std::string name = folder.path("a.csv");
    folder.file("a.csv", header + "\n" + line("Khan"));
    DecisionTable table(name);
    // Saved by a person after the build had read it.
    const std::string theirs = header + "\n,Khan,place,,,1,Ali,,,\n,Own,place,,,none,Ali,,,\n";
    folder.file("a.csv", theirs);
    table.append({asks("Taji"), asks("Own")});
    CHECK(bytes_of(name) == theirs + line("Taji"));
    CHECK(table.rows().size() == 3);
}

TEST_CASE("a file that is open elsewhere, may only be read, or is not UTF-8 is left as it is") {
    const Scratch folder;
    const std::string text = header + "\n" + line("Khan");
    folder.file("a.csv", text);
    folder.file(".~lock.a.csv#", "");
    DecisionTable table(folder.path("a.csv"));
    CHECK_THROWS_WITH(table.append({asks("Taji")}), Contains("a.csv is open in another program"));
    CHECK(bytes_of(folder.path("a.csv")) == text);
    fs::remove(folder.path(".~lock.a.csv#"));
    {
        const Draft other_run(folder.path("a.csv"));
        CHECK_THROWS_WITH(table.append({asks("Taji")}), Contains("another run"));
    }
    const std::string latin = header + "\n,Caf\xE9,place,,,none,Ali,,,\n";
    DecisionTable garbled(folder.file("b.csv", latin));
    REQUIRE(garbled.findings().size() == 1);
    CHECK(garbled.findings()[0].row == 1);
    CHECK_THAT(garbled.findings()[0].sentence, Contains("windows-1252"));
    CHECK_THROWS_WITH(garbled.append({asks("Taji")}), Contains("UTF-8"));
    CHECK(bytes_of(folder.path("b.csv")) == latin);
    DecisionTable nowhere(folder.path("none/c.csv"));
    CHECK_THROWS_AS(nowhere.append({asks("Taji")}), Error);
}

TEST_CASE("who may not write the file, or into its folder, is told") {
    const Scratch folder;
    fs::permissions(folder.path(""), static_cast<fs::perms>(0777));
    fs::permissions(folder.file("a.csv", header + "\n"), static_cast<fs::perms>(0444));
    fs::create_directory(folder.path("closed"));
    fs::permissions(folder.path("closed"), static_cast<fs::perms>(0555));
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // The superuser may write anywhere.
        if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
        const auto says = [&](const std::string& name, const std::string& what) {
            try {
                DecisionTable(folder.path(name)).append({asks("Taji")});
            } catch (const Error& error) {
                return std::string(error.what()).find(what) != std::string::npos;
            }
            return false;
        };
        const bool told = says("a.csv", "it may only be read") && says("closed/b.csv", "cannot write") &&
                          !fs::exists(folder.path("closed/b.csv"));
        _exit(told ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(bytes_of(folder.path("a.csv")) == header + "\n");
    fs::permissions(folder.path("closed"), fs::perms::owner_all);
}

TEST_CASE("a run that is killed while it adds leaves the file as it was") {
    const Scratch folder;
    const std::string text = header + "\n" + line("Khan");
    folder.file("a.csv", text);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        Draft draft(folder.path("a.csv"));
        draft.write(text + ",Taj");
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(bytes_of(folder.path("a.csv")) == text);
    DecisionTable table(folder.path("a.csv"));
    table.append({asks("Taji")});
    CHECK(bytes_of(folder.path("a.csv")) == text + line("Taji"));
}

TEST_CASE("a quote that is not closed does not swallow what is added") {
    const Scratch folder;
    const std::string text = header + "\n,Khan,place,,,1,Ali,,\"not closed,\n";
    DecisionTable table(folder.file("a.csv", text));
    DecisionRow row = asks("Taji, \"the camp\"");
    CHECK_THROWS_WITH(table.append({row}), Contains("quote"));
    CHECK(bytes_of(folder.path("a.csv")) == text);
}

TEST_CASE("rows are not lines where a cell has a line end in it") {
    const Scratch folder;
    DecisionTable table(folder.file("a.csv", header + "\n,Khan,place,,,1,Ali,,\"two\nlines\",\n"));
    table.append({asks("Taji")});
    CHECK(table.rows().back().row == 3);
    CHECK(table.has_broken_lines());
    CHECK(table.rows().front().decided_why == "two\nlines");
}

TEST_CASE("the file keeps its permissions, and a link stays a link") {
    const Scratch folder;
    folder.file("real.csv", header + "\n");
    fs::permissions(folder.path("real.csv"), static_cast<fs::perms>(0640));
    fs::create_symlink(folder.path("real.csv"), folder.path("link.csv"));
    DecisionTable table(folder.path("link.csv"));
    table.append({asks("Taji")});
    CHECK(fs::is_symlink(folder.path("link.csv")));
    CHECK(fs::status(folder.path("real.csv")).permissions() == static_cast<fs::perms>(0640));
    CHECK_THAT(bytes_of(folder.path("real.csv")), Contains("Taji"));
}
