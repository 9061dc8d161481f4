// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>

#include "catch.hpp"
#include "gazetteer/default_gazetteers.hpp"
#include "gazetteer/import/import.hpp"
#include "geopackage/database.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

/// A data folder of one's own, as long as the test runs.
class DataHome {
  public:
    DataHome() { setenv("XDG_DATA_HOME", m_scratch.path("").c_str(), 1); }
    ~DataHome() { setenv("XDG_DATA_HOME", "/nonexistent", 1); }
    DataHome(const DataHome&) = delete;
    DataHome& operator=(const DataHome&) = delete;

    std::string folder() const { return m_scratch.path("incidentmap/gazetteers"); }
    void add(const std::string& name, const std::string& place) const {
        std::filesystem::create_directories(folder());
        import_gazetteer(
            ImportFormat::csv,
            {m_scratch.file("in.csv", "place_id,name,latitude,longitude,kind,country\n" + place + "\n")},
            folder() + '/' + name);
    }

  private:
    Scratch m_scratch;
};

std::string told_by(const std::string& words) {
    const auto run =
        run_program("'" + std::string(INCIDENTMAP_BINARY_DIR) + "/incidentmap' " + words + " 2>&1");
    return run.output;
}

}  // namespace

TEST_CASE("gazetteers in the user's data folder are used before those of the program, by their file names") {
    const DataHome home;
    CHECK(user_gazetteers().empty());
    home.add("b.gpkg", "b,Erbil,10,20,city,IQ");
    home.add("a.gpkg", "a,Erbil,11,21,city,IQ");
    std::filesystem::copy(home.folder() + "/a.gpkg", home.folder() + "/.hidden.gpkg");
    std::filesystem::copy(home.folder() + "/a.gpkg", home.folder() + "/other.txt");
    CHECK(user_gazetteers() ==
          std::vector<std::string>{home.folder() + "/a.gpkg", home.folder() + "/b.gpkg"});
    CHECK(asked_gazetteers({"user"}) == user_gazetteers());
    CHECK(asked_gazetteers({"mine.gpkg"}) == std::vector<std::string>{"mine.gpkg"});
    CHECK(asked_gazetteers({"b.gpkg", "user"}).size() == 3);
    CHECK_THAT(told_by("gazetteer list"), Contains("\na ") && Contains("\nb ") && Contains("\ncurated "));
    CHECK_THAT(told_by("resolve -g user -f jsonl --country IQ Erbil"), Contains("\"gazetteer\":\"a\""));
    CHECK_THAT(told_by("resolve -g builtin -f jsonl Erbil"), Contains("\"gazetteer\":\"curated\""));
}

TEST_CASE("the data folder is the user's setting, or the usual one of the home") {
    const DataHome home;
    CHECK(user_gazetteer_folder() == home.folder());
    setenv("XDG_DATA_HOME", "relative", 1);
    const std::string old_home = std::getenv("HOME") == nullptr ? "" : std::getenv("HOME");
    setenv("HOME", "/home/somebody", 1);
    CHECK(user_gazetteer_folder() == "/home/somebody/.local/share/incidentmap/gazetteers");
    unsetenv("HOME");
    CHECK(user_gazetteer_folder().empty());
    CHECK(user_gazetteers().empty());
    setenv("HOME", old_home.c_str(), 1);
}

TEST_CASE("import --default puts a gazetteer where every command finds it") {
    const DataHome home;
    const Scratch folder;
    const std::string csv =
        folder.file("Mine.csv", "name,latitude,longitude,kind,country\nErbil,1,2,city,IQ\n");
    CHECK_THAT(told_by("gazetteer import csv '" + csv + "' --default"),
               Contains(home.folder() + "/mine.gpkg"));
    CHECK_THAT(told_by("resolve --country IQ -f jsonl Erbil"), Contains("\"gazetteer\":\"mine\""));
    CHECK_THAT(told_by("gazetteer import csv '" + csv + "'"), Contains("either -o OUT.gpkg or --default"));
    CHECK_THAT(told_by("gazetteer import csv '" + csv + "' --default -o x.gpkg"), Contains("either"));
}

TEST_CASE("a gazetteer of another version in the data folder stops every command with what mends it") {
    const DataHome home;
    home.add("old.gpkg", "b,Erbil,10,20,city,IQ");
    REQUIRE(
        run_program("sqlite3 '" + home.folder() + "/old.gpkg' 'UPDATE gazetteer SET spelling_version = 0'")
            .exit_code == 0);
    CHECK_THAT(told_by("resolve Erbil"),
               Contains("another version") && Contains("gazetteer import") && Contains("old.gpkg"));
    // Listed, so that it can be found.
    CHECK_THAT(told_by("gazetteer list"), Contains("another version") && Contains("curated"));
}

TEST_CASE("a table of one's own beats every gazetteer named after it") {
    const Scratch folder;
    const std::string csv =
        folder.file("mine.csv",
                    "name,latitude,longitude,kind,country\nErbil,36.5,44.5,city,IQ\nMosul,36.5,43.5,city,IQ\n"
                    "Taji,33.7,44.5,town,IQ\nQaim,34.5,41.5,town,IQ\nBesmaya,33.2,44.7,town,IQ\n");
    for (const char* name : {"Erbil", "Mosul", "Taji", "Qaim", "Besmaya"}) {
        CHECK_THAT(told_by("resolve -f jsonl -g '" + csv + "' -g builtin " + name),
                   Contains("\"gazetteer\":\"mine\""));
        CHECK_THAT(told_by("resolve -f jsonl -g builtin " + std::string(name)),
                   !Contains("\"gazetteer\":\"mine\""));
    }
}

TEST_CASE("INCIDENTMAP_GAZETTEERS names a folder that goes before all others, and must hold a gazetteer") {
    const Scratch scratch;
    std::filesystem::create_directories(scratch.path("installed"));
    scratch.file("ours.gpkg", "");
    scratch.file("installed/world.gpkg", "");
    setenv("INCIDENTMAP_GAZETTEERS", scratch.path("").c_str(), 1);
    CHECK(builtin_gazetteers(scratch.path("installed")) ==
          std::vector<std::string>{scratch.path("") + "ours.gpkg"});
    setenv("INCIDENTMAP_GAZETTEERS", scratch.path("nowhere").c_str(), 1);
    CHECK_THROWS_WITH(builtin_gazetteers(), Contains("which is no folder with a gazetteer"));
    unsetenv("INCIDENTMAP_GAZETTEERS");
}

TEST_CASE("a program that has no gazetteers beside it uses those that were installed with the library") {
    const Scratch scratch;
    scratch.file("world.gpkg", "");
    scratch.file("curated.gpkg", "");
    // The tests lie in a folder of their own, beside which there are none.
    CHECK(builtin_gazetteers(scratch.path("")) ==
          std::vector<std::string>{scratch.path("curated.gpkg"), scratch.path("world.gpkg")});
    CHECK(asked_gazetteers({"builtin"}, scratch.path("")) == builtin_gazetteers(scratch.path("")));
    CHECK(program_folder() == std::filesystem::canonical("/proc/self/exe").parent_path());
}
