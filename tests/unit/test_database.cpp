// SPDX-License-Identifier: MIT
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/database.hpp"
#include "geopackage_tools.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;

namespace {

std::vector<std::byte> bytes(std::initializer_list<int> values) {
    std::vector<std::byte> result;
    for (const int value : values) result.push_back(static_cast<std::byte>(value));
    return result;
}

void make_numbers(const std::filesystem::path& file) {
    Database database = Database::create(file);
    database.execute(
        "CREATE TABLE numbers (id INTEGER PRIMARY KEY, word TEXT); INSERT INTO numbers VALUES (1, 'one')");
    database.close();
}

/// While it lives, no file of this process may grow beyond so many bytes, as on a full disk.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t size) : m_handler{std::signal(SIGXFSZ, SIG_IGN)} {
        REQUIRE(getrlimit(RLIMIT_FSIZE, &m_before) == 0);
        rlimit limit = m_before;
        limit.rlim_cur = size;
        REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

  private:
    rlimit m_before{};
    void (*m_handler)(int);
};

}  // namespace

TEST_CASE("values of every kind come back as they were bound") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "values.gpkg");
    database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c, d, e)");
    Statement insert = database.prepare("INSERT INTO t (a, b, c, d, e) VALUES (?1, ?2, ?3, ?4, ?5)");
    const std::string text = std::string{"قاعدة \"عين\""} + '\0' + 'x';
    const auto blob = bytes({0, 1, 255});
    insert.bind_integer(1, std::numeric_limits<std::int64_t>::min());
    insert.bind_real(2, 0.1);
    insert.bind_text(3, text);
    insert.bind_blob(4, blob);
    insert.bind_null(5);
    insert.run();
    CHECK(database.last_insert_rowid() == 1);

    Statement select = database.prepare("SELECT a, b, c, d, e, typeof(e) FROM t");
    CHECK(select.column_count() == 6);
    REQUIRE(select.step());
    CHECK(select.integer(0) == std::numeric_limits<std::int64_t>::min());
    CHECK(select.real(1) == 0.1);
    CHECK(select.text(2) == text);
    CHECK(std::vector(select.blob(3).begin(), select.blob(3).end()) == blob);
    CHECK(select.is_null(4));
    CHECK_FALSE(select.is_null(3));
    CHECK(select.text(4).empty());
    CHECK(select.blob(4).empty());
    CHECK(select.text(5) == "null");
    CHECK_FALSE(select.step());
}

TEST_CASE("an empty text or blob is not NULL, and what is not a number is") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "empty.gpkg");
    Statement types =
        database.prepare("SELECT typeof(?1), typeof(?2), typeof(?3), typeof(?4), typeof(?5), typeof(?6)");
    types.bind_text(1, {});
    types.bind_text_view(2, {});
    types.bind_blob(3, {});
    types.bind_blob_view(4, {});
    types.bind_real(5, std::numeric_limits<double>::quiet_NaN());
    REQUIRE(types.step());
    const char* expected[] = {"text", "text", "blob", "blob", "null", "null"};
    for (int i = 0; i < 6; ++i) CHECK(types.text(i) == expected[i]);
}

TEST_CASE("a bound text is a copy, a bound view is not") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "views.gpkg");
    Statement echo = database.prepare("SELECT ?1, ?2");
    std::string copied = "before", viewed = "before";
    echo.bind_text(1, copied);
    echo.bind_text_view(2, viewed);
    copied.replace(0, 6, "after!");
    viewed.replace(0, 6, "after!");
    REQUIRE(echo.step());
    CHECK(echo.text(0) == "before");
    CHECK(echo.text(1) == "after!");
    echo.reset();
    echo.clear_bindings();
    REQUIRE(echo.step());
    CHECK(echo.is_null(0));
    CHECK(echo.is_null(1));
}

TEST_CASE("a statement runs again after run or reset") {
    const ScratchFolder folder;
    make_numbers(folder / "numbers.gpkg");
    Database database = Database::open_read_only(folder / "numbers.gpkg");
    Statement all = database.prepare("SELECT word FROM numbers");
    for (int i = 0; i < 2; ++i) {
        REQUIRE(all.step());
        CHECK(all.text(0) == "one");
        all.reset();
    }
    all.run();
    CHECK(all.step());
}

TEST_CASE("names are quoted so that they stay names") {
    CHECK(quoted_identifier("attacks") == "\"attacks\"");
    CHECK(quoted_identifier("a\"; DROP TABLE b; --") == "\"a\"\"; DROP TABLE b; --\"");
    CHECK(quoted_identifier("") == "\"\"");
    CHECK_THROWS_AS(quoted_identifier(std::string_view{"a\0b", 3}), Error);
}

TEST_CASE("a new database is not made over a file that holds something") {
    const ScratchFolder folder;
    make_numbers(folder / "numbers.gpkg");
    CHECK_THROWS_WITH(Database::create(folder / "numbers.gpkg"), EndsWith("it exists and is not empty"));
    std::ofstream{folder / "empty.gpkg"};
    Database database = Database::create(folder / "empty.gpkg");
    database.execute("CREATE TABLE t (a)");
    database.close();
    CHECK(bytes_of(folder / "empty.gpkg").starts_with("SQLite format 3"));
}

TEST_CASE("a file that is not there, or no database, is refused on opening, by name and with the reason") {
    const ScratchFolder folder;
    CHECK_THROWS_WITH(Database::open_read_only(folder / "none.gpkg"),
                      Contains("cannot read ") && Contains("none.gpkg: unable to open database file") &&
                          Contains("No such file"));
    std::ofstream{folder / "words.gpkg"} << std::string(5000, 'x');
    CHECK_THROWS_WITH(Database::open_read_only(folder / "words.gpkg"),
                      Contains("cannot read ") && EndsWith("words.gpkg: file is not a database"));
    CHECK_THROWS_WITH(Database::create(folder / "no" / "such.gpkg"),
                      Contains("cannot write ") && Contains("such.gpkg"));
}

TEST_CASE("a name that means something in a URI is a name all the same") {
    const ScratchFolder folder;
    for (const char* name : {"what?mode=rw#1.gpkg", "100%25.gpkg", "قاعدة 1.gpkg", "a&b=c.gpkg"}) {
        CAPTURE(name);
        make_numbers(folder / name);
        CHECK(std::filesystem::exists(folder / name));
        Database database = Database::open_read_only(folder / name);
        CHECK(database.path() == folder / name);
        CHECK(database.prepare("SELECT * FROM numbers").step());
    }
}

TEST_CASE("a database opened for reading cannot be written, and leaves nothing beside the file") {
    const ScratchFolder folder;
    make_numbers(folder / "numbers.gpkg");
    const std::string before = bytes_of(folder / "numbers.gpkg");
    {
        Database database = Database::open_read_only(folder / "numbers.gpkg");
        CHECK_THROWS_WITH(database.execute("DELETE FROM numbers"),
                          Contains("cannot read ") && Contains("attempt to write a readonly database"));
        CHECK(database.prepare("SELECT * FROM numbers").step());
        CHECK_FALSE(std::filesystem::exists(folder / "numbers.gpkg-wal"));
        CHECK_FALSE(std::filesystem::exists(folder / "numbers.gpkg-journal"));
    }
    CHECK(bytes_of(folder / "numbers.gpkg") == before);
}

TEST_CASE("a database whose last changes stand in a log beside it is refused, not read without them") {
    const ScratchFolder folder;
    make_numbers(folder / "numbers.gpkg");
    std::ofstream{folder / "numbers.gpkg-wal"};
    CHECK_NOTHROW(Database::open_read_only(folder / "numbers.gpkg"));
    std::ofstream{folder / "numbers.gpkg-wal"} << "changes";
    CHECK_THROWS_WITH(Database::open_read_only(folder / "numbers.gpkg"),
                      Contains("cannot read ") && Contains("there is a numbers.gpkg-wal beside it"));
}

TEST_CASE("SQL that is wrong is told with the SQL") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "wrong.gpkg");
    CHECK_THROWS_WITH(database.execute("SELECT * FROM nowhere"),
                      Contains("wrong.gpkg: no such table: nowhere (in: SELECT * FROM nowhere)"));
    CHECK_THROWS_AS(database.prepare("SELECT 1; SELECT 2"), Error);
    CHECK_THROWS_AS(database.prepare(""), Error);
    CHECK_NOTHROW(database.prepare("SELECT 1 ; "));
    Statement one = database.prepare("SELECT ?1");
    CHECK_THROWS_AS(one.bind_integer(2, 1), Error);
    database.execute("CREATE TABLE t (a UNIQUE)");
    Statement insert = database.prepare("INSERT INTO t VALUES (1)");
    insert.run();
    CHECK_THROWS_WITH(insert.run(), Contains("UNIQUE constraint failed: t.a"));
}

TEST_CASE("closing is refused while a transaction is open or a statement lives, and checked") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "open.gpkg");
    database.begin();
    database.execute("CREATE TABLE t (a)");
    CHECK_THROWS_WITH(database.close(), EndsWith("a transaction is open"));
    database.commit();
    {
        Statement living = database.prepare("SELECT * FROM t");
        CHECK_THROWS_AS(database.close(), Error);
    }
    database.close();
    database.close();
    CHECK_THROWS_WITH(database.execute("SELECT 1"), "the database is closed");
    CHECK_THROWS_WITH(database.prepare("SELECT 1"), "the database is closed");
}

TEST_CASE("a moved database goes on, statements and all") {
    const ScratchFolder folder;
    Database first = Database::create(folder / "moved.gpkg");
    first.execute("CREATE TABLE t (a)");
    Statement insert = first.prepare("INSERT INTO t VALUES (1)");
    Database second = std::move(first);
    insert.run();
    Statement count = second.prepare("SELECT count(*) FROM t");
    REQUIRE(count.step());
    CHECK(count.integer(0) == 1);
}

TEST_CASE("damage and dangling keys are found by the integrity check") {
    const ScratchFolder folder;
    {
        Database database = Database::create(folder / "keys.gpkg");
        database.execute("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p (id))");
        database.execute("INSERT INTO p VALUES (1); INSERT INTO c VALUES (1)");
        CHECK(database.integrity_problem() == "");
        database.execute("INSERT INTO c VALUES (2)");
        CHECK(database.integrity_problem() == "foreign_key_check: a row of c refers to no row of p");
    }
    {
        Database database = Database::create(folder / "rtree.gpkg");
        database.execute(
            "CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx); INSERT INTO r VALUES (1, 0, 1)");
        CHECK(database.integrity_problem() == "");
        database.execute("DELETE FROM r_rowid");
        CHECK_THAT(database.integrity_problem(), Contains("r"));
        CHECK(database.integrity_problem() != "");
    }
}

TEST_CASE(
    "a disk that is full while rows are written is an error with the file's name, and the process lives") {
    const ScratchFolder folder;
    Database database = Database::create(folder / "full.gpkg");
    database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)");
    const std::string word(1000, 'w');
    std::string message;
    {
        const FileSizeLimit limit{1 << 20};
        try {
            database.begin();
            Statement insert = database.prepare("INSERT INTO t (word) VALUES (?1)");
            for (int i = 0; i < 100'000; ++i) {
                insert.bind_text_view(1, word);
                insert.run();
            }
            database.commit();
        } catch (const Error& error) {
            message = error.what();
        }
    }
    CHECK_THAT(message, Contains("cannot write ") && Contains("full.gpkg: ") && Contains("File too large"));
    CHECK(std::filesystem::file_size(folder / "full.gpkg") <= 1 << 20);
}

TEST_CASE("a folder that cannot be written to is an error with the file's name") {
    if (geteuid() == 0) {
        WARN("skipped: root may write anywhere");
        return;
    }
    const ScratchFolder folder;
    std::filesystem::create_directory(folder / "locked");
    REQUIRE(chmod((folder / "locked").c_str(), 0500) == 0);
    CHECK_THROWS_WITH(Database::create(folder / "locked" / "a.gpkg"),
                      Contains("a.gpkg: unable to open database file"));
    REQUIRE(chmod((folder / "locked").c_str(), 0700) == 0);
}
