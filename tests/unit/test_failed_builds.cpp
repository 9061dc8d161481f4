// SPDX-License-Identifier: MIT
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"
#include "written_builds.hpp"

using namespace incidentmap;
using namespace written_builds;
using Catch::Matchers::Contains;

namespace {

/// Runs \p work in a child that may write no file larger than \p bytes; its exit code, 9 where it threw an
/// Error whose words \p work left in the file `error` of the folder.
int run_limited(rlim_t bytes, const Scratch& folder, void (*work)(const Scratch&)) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(2);
        try {
            work(folder);
        } catch (const Error& error) {
            std::ofstream(folder.path("error")) << error.what();
            _exit(9);
        } catch (...) {
            _exit(3);
        }
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("A build that is given up leaves the earlier one as it was") {
    const Scratch folder;
    folder.file("incidents.gpkg", "old");
    folder.file("incidents_attacks.geojson", "old");
    {
        BuildWriter writer(request(folder.path(""), {"gpkg", "geojson"}));
        fill(writer);
    }
    CHECK(names_in(folder.path("")) ==
          std::vector<std::string>{"incidents.gpkg", "incidents_attacks.geojson"});
    CHECK(bytes_of(folder.path("incidents.gpkg")) == "old");
    CHECK(bytes_of(folder.path("incidents_attacks.geojson")) == "old");
}

TEST_CASE("A disk that is full is an Error, and leaves the earlier build as it was") {
    // A limit that stops the store itself, and ones that stop what is copied from it or written beside it.
    const auto work_gpkg = [](const Scratch& folder) { build(request(folder.path("out"), {"gpkg"})); };
    const auto work_geojson = [](const Scratch& folder) {
        OutputRequest asked = request(folder.path("out"), {"geojson"});
        BuildWriter writer(asked);
        fill(writer);
        // One text that no limit lets pass, in GeoJSON only after the store has it: the store packs it as it
        // is, JSON takes six bytes for each of these.
        FeatureBatch& rows = writer.rows();
        rows.start(LayerId::not_mapped);
        rows.append("x");
        rows.append(std::string(400'000, '\x01'));
        writer.finish();
    };
    const auto work_csv = [](const Scratch& folder) {
        OutputRequest asked = request(folder.path("out"), {"csv"});
        BuildWriter writer(asked);
        fill(writer);
        FeatureBatch& rows = writer.rows();
        rows.start(LayerId::not_mapped);
        rows.append("x");
        rows.append(std::string(2'000'000, '"'));
        writer.finish();
    };
    const auto check = [](rlim_t bytes, void (*work)(const Scratch&), const std::string& words) {
        const Scratch folder;
        fs::create_directory(folder.path("out"));
        for (const char* name :
             {"out/incidents.gpkg", "out/incidents_not_mapped.geojson", "out/incidents_not_mapped.csv"}) {
            folder.file(name, "old");
        }
        REQUIRE(run_limited(bytes, folder, work) == 9);
        CHECK_THAT(bytes_of(folder.path("error")), Contains(words));
        CHECK(names_in(folder.path("out")) == std::vector<std::string>{"incidents.gpkg",
                                                                       "incidents_not_mapped.csv",
                                                                       "incidents_not_mapped.geojson"});
        for (const char* name :
             {"out/incidents.gpkg", "out/incidents_not_mapped.geojson", "out/incidents_not_mapped.csv"}) {
            CHECK(bytes_of(folder.path(name)) == "old");
        }
    };
    check(100'000, work_gpkg, "disk");
    check(2'000'000, work_geojson, ".geojson");
    check(3'800'000, work_csv, ".csv");
}

TEST_CASE("A build that is killed leaves the earlier one whole, and the next one clears up") {
    const Scratch folder;
    build(request(folder.path(""), {"gpkg", "geojson", "csv"}));
    const auto names = names_in(folder.path(""));
    std::vector<std::string> before;
    for (const std::string& name : names) before.push_back(bytes_of(folder.path(name)));
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        BuildWriter writer(request(folder.path(""), {"gpkg", "geojson", "csv"}));
        fill(writer);
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(names_in(folder.path("")).size() > names.size());
    for (std::size_t i = 0; i < names.size(); ++i) CHECK((bytes_of(folder.path(names[i])) == before[i]));
    build(request(folder.path(""), {"gpkg", "geojson", "csv"}));
    CHECK(names_in(folder.path("")) == names);
    check_valid(folder.path("incidents.gpkg"));
}
