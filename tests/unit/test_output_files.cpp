// SPDX-License-Identifier: MIT
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage_tools.hpp"
#include "held_file.hpp"
#include "scratch.hpp"
#include "writer/output_files.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> names_in(const Scratch& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder.path("")))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

void write_to(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("Drafts take the names of what was there all at once, and nothing else stays in the folder") {
    const Scratch folder;
    folder.file("a.gpkg", "old");
    {
        OutputFiles files(folder.path(""), "a", {"a.gpkg", "a_attacks.csv"});
        write_to(files.create_draft("a.gpkg"), "new");
        write_to(files.reserve_draft("a_attacks.csv"), "table");
        CHECK(bytes_of(folder.path("a.gpkg")) == "old");
        files.publish("a.gpkg");
        CHECK(bytes_of(folder.path("a.gpkg")) == "new");
        CHECK(bytes_of(folder.path("a_attacks.csv")) == "table");
    }
    CHECK(names_in(folder) == std::vector<std::string>{"a.gpkg", "a_attacks.csv"});
}

TEST_CASE("Drafts that are not published leave what was there as it was") {
    const Scratch folder;
    folder.file("a.gpkg", "old");
    {
        OutputFiles files(folder.path(""), "a", {"a.gpkg"});
        write_to(files.create_draft("a.gpkg"), "new");
        write_to(files.create_draft("a_attacks.geojson"), "new");
        files.discard("a_attacks.geojson");
        CHECK(names_in(folder) == std::vector<std::string>{".a.gpkg.part", ".a.lock", "a.gpkg"});
    }
    CHECK(names_in(folder) == std::vector<std::string>{"a.gpkg"});
    CHECK(bytes_of(folder.path("a.gpkg")) == "old");
}

TEST_CASE("What a killed build left behind is removed, and its lock is free") {
    const Scratch folder;
    folder.file("a.gpkg", "old");
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        OutputFiles files(folder.path(""), "a", {"a.gpkg"});
        write_to(files.create_draft("a.gpkg"), "half");
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(names_in(folder) == std::vector<std::string>{".a.gpkg.part", ".a.lock", "a.gpkg"});
    CHECK(bytes_of(folder.path("a.gpkg")) == "old");
    {
        OutputFiles files(folder.path(""), "a", {"a.gpkg"});
        CHECK(names_in(folder) == std::vector<std::string>{".a.lock", "a.gpkg"});
        CHECK(bytes_of(files.create_draft("a.gpkg")).empty());
    }
    CHECK(names_in(folder) == std::vector<std::string>{"a.gpkg"});
}

TEST_CASE("Two builds do not write the same files at one time") {
    const Scratch folder;
    OutputFiles first(folder.path(""), "a", {"a.gpkg"});
    const auto draft = first.create_draft("a.gpkg");
    CHECK_THROWS_WITH(OutputFiles(folder.path(""), "a", {"a.gpkg"}), Contains("another run is writing"));
    CHECK(fs::exists(draft));
    CHECK_NOTHROW(OutputFiles(folder.path(""), "b", {"b.gpkg"}));
}

TEST_CASE("A GeoPackage that is open elsewhere is not replaced") {
    for (const char* ending : {"-wal", "-journal"}) {
        const Scratch folder;
        folder.file("a.gpkg", "old");
        folder.file(std::string("a.gpkg") + ending, "held");
        CHECK_THROWS_WITH(OutputFiles(folder.path(""), "a", {"a.gpkg"}),
                          Contains("a.gpkg is open in another program"));
    }
    // Also when it is opened while the build runs.
    const Scratch folder;
    folder.file("a.gpkg", "old");
    OutputFiles files(folder.path(""), "a", {"a.gpkg"});
    write_to(files.create_draft("a.gpkg"), "new");
    folder.file("a.gpkg-wal", "held");
    CHECK_THROWS_WITH(files.publish("a.gpkg"), Contains("is open in another program"));
    CHECK(bytes_of(folder.path("a.gpkg")) == "old");
}

TEST_CASE("A GeoPackage whose -shm or -wal a program holds is open elsewhere; one that nobody holds is not") {
    for (const char* ending : {"-shm", "-wal"}) {
        const Scratch folder;
        folder.file("a.gpkg", "old");
        folder.file(std::string("a.gpkg") + ending, "");
        {
            // SQLite's locks are all on the -shm.
            const HeldFile held(folder.path("a.gpkg-shm"));
            CHECK_THROWS_WITH(OutputFiles(folder.path(""), "a", {"a.gpkg"}),
                              Contains("a.gpkg is open in another program") && Contains(ending));
        }
        OutputFiles files(folder.path(""), "a", {"a.gpkg"});
        write_to(files.create_draft("a.gpkg"), "new");
        {
            const HeldFile held(folder.path("a.gpkg-shm"));
            CHECK_THROWS_WITH(files.publish("a.gpkg"), Contains("is open in another program"));
        }
        CHECK(files.publish("a.gpkg").empty());
        CHECK(bytes_of(folder.path("a.gpkg")) == "new");
    }
}

TEST_CASE("A folder is made where there is none, and an Error says where none can be") {
    const Scratch folder;
    { OutputFiles files(folder.path("new/deep"), "a", {"a.gpkg"}); }
    CHECK(fs::is_directory(folder.path("new/deep")));
    folder.file("file", "");
    CHECK_THROWS_AS(OutputFiles(folder.path("file/deep"), "a", {"a.gpkg"}), Error);
    CHECK_THROWS_AS(OutputFiles(folder.path("file"), "a", {"a.gpkg"}), Error);
    fs::create_directory(folder.path("a.gpkg"));
    CHECK_THROWS_WITH(OutputFiles(folder.path(""), "a", {"a.gpkg"}), Contains("it is a folder"));
}

TEST_CASE("A folder that may not be written is an Error") {
    const Scratch folder;
    fs::create_directory(folder.path("closed"));
    fs::permissions(folder.path(""), static_cast<fs::perms>(0755));
    fs::permissions(folder.path("closed"), static_cast<fs::perms>(0555));
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // The superuser may write anywhere.
        if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
        try {
            OutputFiles files(folder.path("closed"), "a", {"a.gpkg"});
        } catch (const Error& error) {
            _exit(std::string(error.what()).find("cannot write") == 0 ? 0 : 3);
        } catch (...) {
        }
        _exit(1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    fs::permissions(folder.path("closed"), fs::perms::owner_all);
}
