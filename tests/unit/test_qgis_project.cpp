// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "build_map.hpp"
#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/qgis_projects.hpp"
#include "writer/qgis/build_project.hpp"
#include "writer/qgis/print_layout.hpp"
#include "writer/qgis/project_archive.hpp"
#include "writer/qgis/project_text.hpp"
#include "writer/qgis/remade_project.hpp"

using namespace incidentmap;
using build_map::Map;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

const std::string hostile = "]]> <b>\"it's\"</b> &amp; [% 1 + 1 %] $CURRENT_DATE [% @project_path %]";

std::vector<StoredProject> projects_in(const std::string& path) {
    Database database = Database::open_read_only(path);
    return read_qgis_projects(database);
}

/// The project that a build's GeoPackage comes to.
QgisProject project_of(const Map& map, const ProjectOptions& options = {}) {
    const std::string path = map.folder.path("out/in.gpkg");
    BuildFile build(path);
    Database database = Database::open_read_only(path);
    return project_of_build(database, facts_of(build), ShownPositions(database), "in.gpkg",
                            "2024-01-01T00:00:00.000Z", options);
}

std::string text_of(const Map& map, const ProjectOptions& options = {}) {
    return qgs_text(project_of(map, options));
}

/// What QGIS does when somebody saves a project into the file.
void save_in(const std::string& path, const std::string& name, const std::string& archive) {
    Database database = Database::open_draft(path);
    database.begin();
    write_qgis_projects(database, {{name, "{}", archive}});
    database.commit();
    database.close();
}

std::vector<std::string> names(const std::vector<StoredProject>& projects) {
    std::vector<std::string> found;
    for (const StoredProject& project : projects) found.push_back(project.name);
    return found;
}

}  // namespace

TEST_CASE("A project's archive is the same for the same project and time, and tells when it was changed") {
    const std::string time = "2024-05-06T07:08:10.000Z";
    const std::string archive = project_archive("incidents", "<qgis/>", time);
    CHECK(archive == project_archive("incidents", "<qgis/>", time));
    CHECK(archive != project_archive("incidents", "<qgis/>", "2024-05-06T07:08:12.000Z"));
    CHECK(is_as_written(archive));
    for (std::size_t i = 0; i < archive.size(); ++i) {
        std::string changed = archive;
        changed[i] ^= 1;
        INFO("byte " << i);
        CHECK_FALSE(is_as_written(changed));
    }
    CHECK_FALSE(is_as_written(""));
    CHECK_FALSE(is_as_written("PK"));
    CHECK_FALSE(is_as_written(archive + "\n"));
}

TEST_CASE("Other people's programs read a project's archive") {
    if (!has_program("python3")) {
        WARN("skipped: python3 is not installed");
        return;
    }
    const Scratch folder;
    const std::string text = "<qgis>" + std::string(100'000, 'x') + "</qgis>";
    const std::string path =
        folder.file("a.qgz", project_archive("مخيم & \"camp\"", text, "2024-05-06T07:08:10Z"));
    const ProgramResult read = run_program(
        "python3 -c \"import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); i=z.infolist()[0]; "
        "assert z.testzip() is None; print(i.filename, i.date_time, len(z.read(i)), len(z.infolist()))\" '" +
        path + "'");
    CHECK(read.output == "مخيم & \"camp\".qgs (2024, 5, 6, 7, 8, 10) 100013 1\n");
}

TEST_CASE("What QGIS would put in the place of an expression or a date comes out as text") {
    CHECK(label_text("100 % [50, %] $CURRENT") == "100 % [50, %] $CURRENT");
    CHECK(label_text("[% 1 %]") == "[%'['%]% 1 %]");
    CHECK(label_text("[[%") == "[[%'['%]%");
    CHECK(label_text("on $CURRENT_DATE(yyyy)") == "on [%'$'%]CURRENT_DATE(yyyy)");
}

TEST_CASE("A build embeds its project, and a folder has the same bytes beside it") {
    Map map;
    map.options.crs = "EPSG:32638";
    const BuildSummary built = map.build();
    const auto projects = projects_in(map.folder.path("out/in.gpkg"));
    REQUIRE(names(projects) == std::vector<std::string>{"in"});
    CHECK(projects.front().archive == bytes_of(map.folder.path("out/in.qgz")));
    CHECK(built.written.crs_name == "WGS 84 / UTM zone 38N (EPSG:32638)");
    CHECK(map.ask("SELECT count(*) FROM gpkg_contents WHERE table_name = 'qgis_projects'") == "0\n");
    const std::string once = map.bytes();
    map.build();
    CHECK(map.bytes() == once);
}

TEST_CASE("One file alone has its project within") {
    Map map;
    map.options.output = map.folder.path("june.gpkg");
    map.options.formats = {"gpkg"};
    map.build();
    CHECK(names(projects_in(map.folder.path("june.gpkg"))) == std::vector<std::string>{"june"});
    CHECK_FALSE(fs::exists(map.folder.path("june.qgz")));
}

TEST_CASE("A reference system that is none is refused before anything is read") {
    Map map;
    map.options.crs = "EPSG:1";
    CHECK_THROWS_AS(map.build(), UsageError);
    map.options.crs = "+proj=longlat";
    CHECK_THROWS_AS(map.build(), UsageError);
    map.options.crs = "EPSG:5773";  // heights
    CHECK_THROWS_AS(map.build(), UsageError);
    CHECK_FALSE(fs::exists(map.folder.path("out/in.gpkg")));
}

TEST_CASE("The texts of a project stay text, whatever they hold") {
    Map map;
    map.build();
    ProjectOptions options;
    options.texts = {hostile, hostile, hostile, hostile};
    const std::string text = text_of(map, options);
    CHECK_THAT(text, Contains("<title>]]&gt; &lt;b&gt;"));
    CHECK_THAT(text, !Contains("labelText=\"]]&gt; &lt;b&gt;&quot;it&#39;s&quot;&lt;/b&gt; &amp;amp; [% 1"));
    CHECK_THAT(text, Contains("[%&#39;[&#39;%]% 1 + 1 %]") || Contains("[%&apos;[&apos;%]% 1 + 1 %]"));
    CHECK_THAT(text, !Contains("<b>\"it's"));
}

TEST_CASE("Tiles lie below all layers, only where they were asked for") {
    Map map;
    map.build();
    const std::string without = text_of(map);
    CHECK_THAT(without, !Contains("type=xyz") && !Contains("https://tile"));
    ProjectOptions options;
    options.tiles = tile_source("https://tile.example.org/{z}/{x}/{y}.png", "© <b>Makers</b>");
    const std::string text = text_of(map, options);
    CHECK_THAT(text, Contains("type=xyz&amp;url=https://tile.example.org/%7Bz%7D/%7Bx%7D/%7By%7D.png&amp;"));
    const std::string tree = text.substr(0, text.find("<relations>"));
    CHECK(tree.rfind("<layer-tree-layer ") == tree.find("<layer-tree-layer id=\"tiles_"));
    CHECK(text.rfind("<maplayer") == text.find("<maplayer type=\"raster\""));
    CHECK_THAT(text, Contains("© &lt;b&gt;Makers&lt;/b&gt;") && !Contains("<b>Makers"));
}

TEST_CASE("Relations lead from incidents to their reports, and only to tables that are there") {
    Map map;
    map.build();
    const std::string text = text_of(map);
    CHECK_THAT(text, Contains("<relation id=\"attacks_reports\""));
    CHECK_THAT(text, !Contains("<relation id=\"other_incidents_reports\""));
}

TEST_CASE("A map of one point, of the whole world and of nothing has an extent") {
    const std::string head = "report_id,event_date,latitude,longitude,coordinates_uncertainty_m,place\n";
    const auto extent_of = [&](const std::string& rows) {
        Map map(head + rows);
        map.build();
        QgisProject project = project_of(map);
        return std::pair{project.shown, project.crs.name()};
    };
    const auto [one, about_one] = extent_of("r1,2020-01-01,33.5,44.2,100,\n");
    CHECK(one.width() == Approx(100'000));
    CHECK(one.height() == Approx(100'000));
    CHECK(about_one == "Lambert azimuthal equal-area about 33.5° N, 44.2° E");
    const auto [across, about_line] =
        extent_of("r1,2020-01-01,-17,179.5,100,\nr2,2020-01-02,-17,-179.5,100,\n");
    CHECK(across.width() < 150'000);
    CHECK(about_line == "Lambert azimuthal equal-area about 17° S, 180° E");
    const auto [world, about_world] =
        extent_of("r1,2020-01-01,60,-150,100,\nr2,2020-01-01,-33,151,100,\nr3,2020-01-01,50,10,100,\n");
    CHECK(world.width() > 20'000'000);
    CHECK_THAT(about_world, Contains("EPSG:8857"));
    const auto [nothing, about_nothing] = extent_of("r1,2020-01-01,,,,Nowhere at all\n");
    CHECK(nothing.width() > 30'000'000);
    CHECK_THAT(about_nothing, Contains("EPSG:8857"));
}

TEST_CASE(
    "A project that somebody saved in the file stays, and ours is not replaced once somebody changed it") {
    Map map;
    map.build();
    const std::string file = map.folder.path("out/in.gpkg");
    save_in(file, "Kept by hand", "another archive");
    const BuildSummary again = map.build();
    CHECK(again.written.kept == std::vector<std::string>{"the project Kept by hand"});
    CHECK(names(projects_in(file)) == std::vector<std::string>{"Kept by hand", "in"});
    CHECK(projects_in(file).front().archive == "another archive");

    save_in(file, "in", "changed in QGIS");
    const std::string before = map.bytes();
    CHECK_THROWS_WITH(map.build(), Contains("the project in in") && Contains("--replace"));
    CHECK(map.bytes() == before);
    map.options.replace = true;
    map.build();
    CHECK(is_as_written(projects_in(file).back().archive));
    map.options.replace = false;

    map.folder.file("out/in.qgz", "saved in QGIS");
    CHECK_THROWS_WITH(map.build(), Contains("in.qgz"));
}

TEST_CASE("After a renaming the project is made again, with the texts that were asked for") {
    Map map;
    map.options.texts.title = "June";
    map.build();
    const std::string renamed = map.folder.path("renamed here.gpkg");
    fs::rename(map.folder.path("out/in.gpkg"), renamed);
    save_in(renamed, "Kept by hand", "another archive");
    ProjectOptions asked;
    asked.texts.subtitle = "A subtitle";
    asked.tiles = tile_source("https://tile.example.org/{z}/{x}/{y}.png", "Makers of tiles");
    const RemadeProject made = remake_project(renamed, asked, false);
    CHECK(made.files == std::vector<std::string>{renamed, map.folder.path("renamed here.qgz")});
    CHECK(made.kept == std::vector<std::string>{"the project Kept by hand"});
    // The one beside, of the earlier name, led to nothing from then on; it lies in another folder here.
    CHECK(fs::exists(map.folder.path("out/in.qgz")));
    const std::string beside = map.folder.path("out/moved.gpkg");
    map.build();
    fs::rename(map.folder.path("out/in.gpkg"), beside);
    CHECK(remake_project(beside, {}, false).warnings.size() == 1);
    CHECK_FALSE(fs::exists(map.folder.path("out/in.qgz")));
    CHECK(fs::exists(map.folder.path("out/moved.qgz")));
    const auto projects = projects_in(renamed);
    CHECK(names(projects) == std::vector<std::string>{"Kept by hand", "renamed here"});
    CHECK(projects.back().archive == bytes_of(map.folder.path("renamed here.qgz")));
    CHECK_THAT(projects.back().metadata, Contains("\"title\":\"June\"") && Contains("A subtitle"));
    CHECK_THAT(projects.back().metadata, Contains("Makers of tiles"));

    const std::string once = bytes_of(map.folder.path("renamed here.qgz"));
    remake_project(renamed, {}, false);
    CHECK(bytes_of(map.folder.path("renamed here.qgz")) == once);
}

TEST_CASE("What no build of ours wrote has no project made") {
    const Scratch folder;
    CHECK_THROWS_AS(remake_project(folder.file("a.gpkg", "no database"), {}, false), Error);
    CHECK_THROWS_AS(remake_project(folder.path("none.gpkg"), {}, false), Error);
}

TEST_CASE("A build of a file that was renamed takes the project beside its earlier name away") {
    Map map;
    map.build();
    const fs::path out = map.folder.path("out");
    REQUIRE(fs::exists(out / "in.qgz"));
    fs::rename(out / "in.gpkg", out / "june.gpkg");
    map.options.inputs = {map.folder.file("june.csv", build_map::reports)};
    const BuildSummary summary = map.build();
    CHECK(fs::exists(out / "june.qgz"));
    CHECK_FALSE(fs::exists(out / "in.qgz"));
    REQUIRE(summary.written.obstacles.size() == 1);
    CHECK_THAT(summary.written.obstacles.front(), Contains("its build has another name now"));
    CHECK(names(projects_in((out / "june.gpkg").string())) == std::vector<std::string>{"june"});
}
