// SPDX-License-Identifier: MIT
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "catch.hpp"
#include "core/draft.hpp"
#include "core/error.hpp"
#include "core/temporary_folder.hpp"
#include "geopackage_tools.hpp"
#include "held_file.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

TEST_CASE("A draft stands hidden beside its file and takes its place when it is published") {
    const Scratch folder;
    folder.file("a.csv", "old");
    Draft draft(folder.path("a.csv"));
    draft.write("ne");
    draft.write("w");
    CHECK(draft.path() == folder.path(".a.csv.part"));
    CHECK(bytes_of(folder.path("a.csv")) == "old");
    draft.publish();
    CHECK(bytes_of(folder.path("a.csv")) == "new");
    CHECK_FALSE(fs::exists(folder.path(".a.csv.part")));
}

TEST_CASE("A draft that is not published leaves nothing, and what a killed run left is taken over") {
    const Scratch folder;
    folder.file("a.csv", "old");
    { Draft(folder.path("a.csv")).write("half"); }
    CHECK_FALSE(fs::exists(folder.path(".a.csv.part")));
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        Draft draft(folder.path("a.csv"));
        draft.write("half a file of some length");
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(bytes_of(folder.path("a.csv")) == "old");
    Draft draft(folder.path("a.csv"));
    draft.write("new");
    draft.publish();
    CHECK(bytes_of(folder.path("a.csv")) == "new");
}

TEST_CASE("Two runs do not write one file at the same time") {
    const Scratch folder;
    const Draft first(folder.path("a.csv"));
    CHECK_THROWS_WITH(Draft(folder.path("a.csv")), Contains("another run is writing") && Contains("a.csv"));
}

TEST_CASE("A file that another program has open is not replaced, and the sign of it is named") {
    for (const char* sign : {"a.gpkg-wal", "a.gpkg-journal", ".~lock.a.gpkg#", "~$a.gpkg"}) {
        const Scratch folder;
        folder.file("a.gpkg", "old");
        folder.file(sign, "held");
        CHECK_THROWS_WITH(Draft(folder.path("a.gpkg")),
                          Contains("a.gpkg is open in another program") && Contains(sign));
        fs::remove(folder.path(sign));
        // Also where it is opened while the draft is written.
        Draft draft(folder.path("a.gpkg"));
        folder.file(sign, "held");
        CHECK_THROWS_WITH(draft.publish(), Contains(sign));
        CHECK(bytes_of(folder.path("a.gpkg")) == "old");
    }
}

TEST_CASE(
    "A -shm that a program holds means an open file; one that was left behind, or an empty -wal, does not") {
    const Scratch folder;
    folder.file("a.gpkg", "old");
    folder.file("a.gpkg-shm", "left");
    folder.file("a.gpkg-wal", "");
    CHECK_NOTHROW(check_replaceable(folder.path("a.gpkg")));
    {
        const HeldFile held(folder.path("a.gpkg-shm"));
        CHECK_THROWS_WITH(check_replaceable(folder.path("a.gpkg")),
                          Contains("a.gpkg is open in another program") && Contains("a.gpkg-wal"));
        fs::remove(folder.path("a.gpkg-wal"));
        CHECK_THROWS_WITH(Draft(folder.path("a.gpkg")), Contains("a.gpkg-shm"));
    }
    Draft draft(folder.path("a.gpkg"));
    draft.write("new");
    {
        const HeldFile held(folder.path("a.gpkg-shm"));
        CHECK_THROWS_WITH(draft.publish(), Contains("a.gpkg-shm"));
        CHECK(bytes_of(folder.path("a.gpkg")) == "old");
    }
    draft.publish();
    CHECK(bytes_of(folder.path("a.gpkg")) == "new");
}

TEST_CASE("What cannot be a file is refused") {
    const Scratch folder;
    fs::create_directory(folder.path("a.csv"));
    CHECK_THROWS_WITH(Draft(folder.path("a.csv")), Contains("it is a folder"));
    CHECK_THROWS_AS(Draft(folder.path("none/a.csv")), Error);
    CHECK_THROWS_AS(Draft(folder.path("")), Error);
    CHECK_THROWS_WITH(Draft("/dev/null"), Contains("it is no file"));
}

TEST_CASE("A temporary folder is gone with what is in it") {
    fs::path path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        std::ofstream(path / "file") << "bytes";
        CHECK(fs::exists(path / "file"));
    }
    CHECK_FALSE(fs::exists(path));
}
