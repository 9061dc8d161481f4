// SPDX-License-Identifier: MIT
/// The files of a build take their names all together; what a kill leaves in the middle of that is ended.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"
#include "writer/rename_journal.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

const std::vector<Renaming> set{{".a.csv.part.csv", "a.csv"}, {".a.gpkg.part", "a.gpkg"}};

/// The folder's files, hidden ones too, each with what it holds.
std::string state_of(const Scratch& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder.path(""))) {
        files.push_back(entry.path().filename().string() +
                        (entry.is_directory() ? "/" : "=" + bytes_of(entry.path().string())));
    }
    std::sort(files.begin(), files.end());
    std::string text;
    for (const std::string& file : files) text += file + " ";
    return text;
}

void write_set(const Scratch& folder) {
    folder.file("a.csv", "old");
    folder.file("a.gpkg", "old");
    folder.file(".a.csv.part.csv", "new");
    folder.file(".a.gpkg.part", "new");
}

/// As RenameJournal writes it.
std::string journal(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += word + '\0';
    return text;
}

const std::string whole_journal = journal({"incidentmap renames 1", "replaces", ".a.csv.part.csv", "a.csv",
                                           "replaces", ".a.gpkg.part", "a.gpkg", "end"});

}  // namespace

TEST_CASE("Drafts replace what was there, and nothing hidden stays") {
    const Scratch folder;
    write_set(folder);
    CHECK(RenameJournal(folder.path(""), "a").rename_all(set).empty());
    CHECK(state_of(folder) == "a.csv=new a.gpkg=new ");
}

TEST_CASE("A draft that cannot be renamed leaves every earlier file in its place, and new ones are gone") {
    const Scratch folder;
    write_set(folder);
    fs::remove(folder.path("a.csv"));         // which was not there before
    fs::remove(folder.path(".a.gpkg.part"));  // nothing to rename
    CHECK_THROWS_WITH(RenameJournal(folder.path(""), "a").rename_all(set),
                      Contains("cannot write") && Contains("a.gpkg"));
    CHECK(state_of(folder) == "a.gpkg=old ");
}

TEST_CASE("A run that was killed after one of two renames is gone on with") {
    const Scratch folder;
    write_set(folder);
    folder.file(".a.renames", whole_journal);
    fs::create_hard_link(folder.path("a.csv"), folder.path(".a.csv.old"));
    fs::rename(folder.path(".a.csv.part.csv"), folder.path("a.csv"));
    RenameJournal(folder.path(""), "a").recover();
    CHECK(state_of(folder) == "a.csv=new a.gpkg=new ");
}

TEST_CASE("Where it cannot be gone on with, all is put back") {
    const Scratch folder;
    write_set(folder);
    folder.file(".a.renames", journal({"incidentmap renames 1", "replaces", ".a.csv.part.csv", "a.csv", "new",
                                       ".a.gpkg.part", "a.gpkg", "end"}));
    fs::rename(folder.path("a.csv"), folder.path(".a.csv.old"));
    fs::rename(folder.path(".a.csv.part.csv"), folder.path("a.csv"));
    // A folder stands now where the second file would go.
    fs::remove(folder.path("a.gpkg"));
    fs::create_directories(folder.path("a.gpkg/held"));
    RenameJournal(folder.path(""), "a").recover();
    CHECK(bytes_of(folder.path("a.csv")) == "old");
    CHECK(fs::exists(folder.path("a.gpkg/held")));
    CHECK_FALSE(fs::exists(folder.path(".a.renames")));
}

TEST_CASE("A journal that is not whole, is of another version or leads out of the folder renames nothing") {
    const Scratch outside;
    outside.file("kept", "kept");
    for (const std::string& text :
         {whole_journal.substr(0, whole_journal.size() - 4), std::string(), std::string("a\nb\n"),
          journal({"incidentmap renames 2", "new", ".a.csv.part.csv", "a.csv", "end"}),
          journal({"incidentmap renames 1", "new", ".a.csv.part.csv", "../a.csv", "end"}),
          journal({"incidentmap renames 1", "new", outside.path("kept"), "a.csv", "end"}),
          journal({"incidentmap renames 1", "new", "..", "a.csv", "end"})}) {
        const Scratch folder;
        write_set(folder);
        folder.file(".a.renames", text);
        RenameJournal(folder.path(""), "a").recover();
        CHECK(bytes_of(folder.path("a.csv")) == "old");
        CHECK(bytes_of(folder.path("a.gpkg")) == "old");
        CHECK_FALSE(fs::exists(folder.path(".a.renames")));
    }
    CHECK(bytes_of(outside.path("kept")) == "kept");
}

TEST_CASE("Without a journal there is nothing to go on with") {
    const Scratch folder;
    write_set(folder);
    const std::string before = state_of(folder);
    RenameJournal(folder.path(""), "a").recover();
    CHECK(state_of(folder) == before);
}
