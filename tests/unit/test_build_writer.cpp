// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "catch.hpp"
#include "core/error.hpp"
#include "geopackage/database.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"
#include "writer/formats.hpp"
#include "writer/picture/canvas.hpp"
#include "written_builds.hpp"

using namespace incidentmap;
using namespace written_builds;
using Catch::Matchers::Contains;

namespace {

const std::vector<std::string> kept_layers{"attacks",          "attack_areas",  "bases",     "launch_sites",
                                           "launch_to_target", "uncertainty",   "incidents", "reports",
                                           "sources",          "disagreements", "findings",  "not_mapped",
                                           "answers",          "decisions",     "build",     "layer_styles"};

std::string quoted(const std::string& path) { return "'" + path + "'"; }

}  // namespace

TEST_CASE("A build's GeoPackage is valid, whole and without waste, whatever the words in it") {
    const Scratch folder;
    const auto built = build(request(folder.path("out"), {"gpkg"}));
    const std::string file = folder.path("out/incidents.gpkg");
    check_valid(file);
    CHECK(names_in(folder.path("out")) ==
          std::vector<std::string>{"incidents.gpkg", "incidents.qgz", "incidents_methods.md"});

    Database database = Database::open_read_only(file);
    CHECK(database.integrity_problem().empty());
    Statement free_pages = database.prepare("PRAGMA freelist_count");
    REQUIRE(free_pages.step());
    CHECK(free_pages.integer(0) == 0);
    Statement tables = database.prepare("SELECT table_name FROM gpkg_contents ORDER BY rowid");
    std::vector<std::string> names;
    while (tables.step()) names.emplace_back(tables.text(0));
    CHECK(names == kept_layers);
    Statement created = database.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%gpkg_%' "
        "AND name NOT LIKE 'rtree_%' AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
    names.clear();
    while (created.step()) names.emplace_back(created.text(0));
    REQUIRE_FALSE(names.empty());
    CHECK(names.back() == "qgis_projects");  // which no reader takes for a layer
    names.pop_back();
    CHECK(names == kept_layers);

    REQUIRE(built.files.size() == 3);
    CHECK(built.files[1].path == folder.path("out/incidents.qgz"));
    CHECK(built.files[2].path == folder.path("out/incidents_methods.md"));
    CHECK(built.files[0].path == file);
    CHECK(built.files[0].bytes == fs::file_size(file));
    CHECK(built.left_out == std::vector<LayerId>{LayerId::other_incidents, LayerId::range_rings});

    Statement rows =
        database.prepare("SELECT notes, Remarks, killed_2, killed_low, feature_id FROM attacks ORDER BY fid");
    for (std::size_t i = 0; i < hostile.size(); ++i) {
        REQUIRE(rows.step());
        CHECK(rows.text(0) == hostile[i]);
        CHECK(rows.text(1) == hostile[i]);
        CHECK(rows.is_null(2));
        CHECK(rows.integer(3) == 0);
        CHECK(rows.text(4) == "i" + std::to_string(i + 1) + ":1");
    }
    CHECK_FALSE(rows.step());
    if (!has_program("ogrinfo")) return;
    const auto info = run_program("ogrinfo -ro " + quoted(file));
    CHECK_THAT(info.output, Contains("INCIDENTMAP_BUILD_ID=build-1"));
    CHECK_THAT(info.output, Contains("1: attacks") && Contains("(Point)"));
    CHECK_THAT(info.output, !Contains("arning") && !Contains("range_rings"));
}

TEST_CASE("A build in every format holds the same rows, as other programs read them") {
    const Scratch folder;
    std::vector<std::string> formats;
    for (const Format& format : incidentmap::formats()) {
        if (!format.is_picture && format.name != "html") formats.emplace_back(format.name);
    }
    const auto built = build(request(folder.path(""), formats));
    std::map<std::string, std::int64_t> counts;
    for (const WrittenFile& file : built.files) {
        CHECK(fs::file_size(file.path) == file.bytes);
        counts[fs::path(file.path).filename().string()] = file.feature_count;
    }
    CHECK(counts.at("incidents_attacks.geojson") == 9);
    CHECK(counts.at("incidents_not_mapped.geojson") == 9);
    CHECK(counts.at("incidents_reports.csv") == 9);
    CHECK(counts.at("incidents_uncertainty.fgb") == 2);
    CHECK(counts.count("incidents_reports.geojson") == 0);
    CHECK(counts.count("incidents_reports.fgb") == 0);
    CHECK(counts.count("incidents_range_rings.geojson") == 0);
    std::vector<std::string> named;
    for (const auto& [name, count] : counts) named.push_back(name);
    CHECK(names_in(folder.path("")) == named);
    if (!has_program("ogrinfo")) return;
    for (const auto& [name, count] : counts) {
        if (name == "incidents.gpkg" || name == "incidents.qgz" || name == "incidents_methods.md" ||
            name.ends_with(".qml"))
            continue;
        if (name == "incidents.kml" || name == "incidents.xlsx") continue;  // several layers: tests/layers
        const auto info = run_program("ogrinfo -ro -al -so " + quoted(folder.path(name)));
        INFO(name << "\n" << info.output);
        CHECK(info.exit_code == 0);
        CHECK_THAT(info.output, Contains("Feature Count: " + std::to_string(count) + "\n"));
        CHECK_THAT(info.output, !Contains("ERROR") && !Contains("Warning"));
    }
    const auto lines =
        run_program("ogrinfo -ro -al " + quoted(folder.path("incidents_launch_to_target.geojson")));
    CHECK_THAT(lines.output, Contains("MULTILINESTRING"));
}

TEST_CASE("A build draws its picture in each format, the same each time") {
    const Scratch one;
    const Scratch two;
    if (picture_versions().empty()) {
        CHECK_THROWS_WITH(BuildWriter(request(one.path(""), {"svg"})), Contains("built without pictures"));
        return;
    }
    const auto built = build(request(one.path(""), {"svg", "png", "pdf"}));
    CHECK(built.files.size() == 4);
    CHECK(names_in(one.path("")) == std::vector<std::string>{"incidents.pdf", "incidents.png",
                                                             "incidents.svg", "incidents_methods.md"});
    build(request(two.path(""), {"pdf", "svg", "png"}));
    for (const std::string& name : names_in(one.path(""))) {
        INFO(name);
        CHECK((bytes_of(one.path(name)) == bytes_of(two.path(name))));
    }
    CHECK(bytes_of(one.path("incidents.png")).starts_with("\x89PNG"));
    CHECK(bytes_of(one.path("incidents.pdf")).starts_with("%PDF-"));
    const std::string svg = bytes_of(one.path("incidents.svg"));
    CHECK_THAT(svg, Contains("<svg") && !Contains("DROP TABLE") && !Contains("<script"));
    if (has_program("python3")) {
        const auto read = run_program("python3 -c 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])' " +
                                      quoted(one.path("incidents.svg")));
        CHECK(read.exit_code == 0);
    }
}

TEST_CASE("GeoJSON is JSON, and what was written comes back from it") {
    if (!has_program("python3")) {
        WARN("skipped: no python3");
        return;
    }
    const Scratch folder;
    OutputRequest asked = request(folder.path(""), {"geojson"});
    asked.columns = ColumnChoice("all");
    build(std::move(asked));
    const std::string script = folder.file("check.py", R"py(
import json, sys
attacks = json.load(open(sys.argv[1], encoding='utf-8'))
assert attacks['type'] == 'FeatureCollection' and 'crs' not in attacks
assert attacks['incidentmap']['build_id'] == 'build-1'
first = attacks['features'][0]
assert first['id'] == 'i1:1' and first['geometry'] == {'type': 'Point', 'coordinates': [44.26, 33.52]}
p = first['properties']
assert p['notes'] == "it's \"quoted\"; DROP TABLE attacks; --" and p['Remarks'] == p['notes'] and p['killed_2'] is None
assert p['time_from'] == '2020-07-27T00:00:00Z' and p['date_start'] == '2020-07-27' and p['killed_low'] == 0
assert attacks['features'][2]['properties']['notes'] == 'two\r\nlines, and\ta tab'
missing = json.load(open(sys.argv[2], encoding='utf-8'))
assert all(f['geometry'] is None for f in missing['features']) and len(missing['features']) == 9
print('as expected')
)py");
    const auto result =
        run_program("python3 " + quoted(script) + " " + quoted(folder.path("incidents_attacks.geojson")) +
                    " " + quoted(folder.path("incidents_not_mapped.geojson")));
    CHECK(result.output == "as expected\n");
    // The GeoPackage was only the store.
    CHECK_FALSE(fs::exists(folder.path("incidents.gpkg")));
}

TEST_CASE("CSV has the dates as they are, lines ended as RFC 4180 asks, and quotes what must be") {
    const Scratch folder;
    build(request(folder.path(""), {"csv"}));
    const std::string csv = bytes_of(folder.path("incidents_attacks.csv"));
    CHECK(csv.starts_with("feature_id,incident_id,location_no,"));
    CHECK_THAT(csv, Contains(",2020-07-27,2020-07-28,2020-07-27T00:00:00.000Z,2020-07-29T00:00:00.000Z,"));
    CHECK_THAT(csv, Contains("\"it's \"\"quoted\"\"; DROP TABLE attacks; --\""));
    CHECK_THAT(csv, Contains("33.52,44.26,"));
    CHECK(csv.ends_with("\r\n"));
}

TEST_CASE("The same build gives the same bytes in each format") {
    const Scratch one;
    const Scratch two;
    build(request(one.path(""), {"gpkg", "geojson", "csv", "fgb"}));
    build(request(two.path(""), {"fgb", "csv", "geojson", "gpkg"}));
    const auto names = names_in(one.path(""));
    CHECK(names.size() > 20);
    REQUIRE(names == names_in(two.path("")));
    for (const std::string& name : names) {
        INFO(name);
        CHECK((bytes_of(one.path(name)) == bytes_of(two.path(name))));
    }
}

TEST_CASE("One file is named as asked, with the other formats beside it") {
    const Scratch folder;
    build(request(folder.path("june.gpkg"), {"gpkg", "geojson"}));
    CHECK(fs::exists(folder.path("june.gpkg")));
    CHECK(fs::exists(folder.path("june_attacks.geojson")));
    CHECK_FALSE(fs::exists(folder.path("incidents.gpkg")));
}

TEST_CASE("What makes no sense as an output is wrong usage, before anything is written") {
    const Scratch folder;
    const auto refused = [&](const OutputRequest& asked, const std::string& words) {
        CHECK_THROWS_AS(BuildWriter(asked), UsageError);
        CHECK_THROWS_WITH(BuildWriter(asked), Contains(words));
    };
    refused(request(folder.path("june.geojson"), {"geojson"}), "give a folder");
    refused(request(folder.path("june.csv"), {}), "give a folder");
    refused(request(folder.path("june.png"), {"gpkg", "png"}), "stands beside the layers");
    refused(request(folder.path("june.gpkg"), {"csv"}), "gpkg is not asked for");
    refused(request(folder.path(""), {"shp"}), "there is no format 'shp'");
    auto asked = request(folder.path(""), {"gpkg", "csv"});
    asked.input_paths = {folder.file("incidents_attacks.csv", "id\n1\n")};
    refused(asked, "is also an input");
    asked.input_paths = {folder.path("") + "/../" +
                         fs::path(folder.path("x")).parent_path().filename().string() + "/incidents.gpkg"};
    folder.file("incidents.gpkg", "");
    refused(asked, "is also an input");
    // An input beside the output that is not touched may stay there.
    asked.formats = {"geojson"};
    CHECK_NOTHROW(build(asked));
    CHECK(names_in(folder.path("")).size() > 2);
    CHECK(bytes_of(folder.path("incidents_attacks.csv")) == "id\n1\n");
}

TEST_CASE("Files of an earlier build whose layer is empty now are removed, and nothing else") {
    const Scratch folder;
    folder.file("incidents_range_rings.geojson", "old");
    folder.file("incidents_other_incidents.csv", "old");
    folder.file("incidents_my_own.geojson", "mine");
    folder.file("other_range_rings.geojson", "mine");
    const auto built = build(request(folder.path(""), {"geojson"}));
    CHECK(built.removed == std::vector<std::string>{folder.path("incidents_range_rings.geojson")});
    CHECK_FALSE(fs::exists(folder.path("incidents_range_rings.geojson")));
    CHECK(fs::exists(folder.path("incidents_other_incidents.csv")));
    CHECK(fs::exists(folder.path("incidents_my_own.geojson")));
    CHECK(fs::exists(folder.path("other_range_rings.geojson")));
}

TEST_CASE("A build with nothing to write gives a valid GeoPackage and files whose tables are empty") {
    const Scratch folder;
    BuildWriter writer(request(folder.path(""), {"gpkg", "geojson", "csv"}));
    const auto built = writer.finish();
    CHECK(built.left_out.size() == 8);  // all that have geometry
    check_valid(folder.path("incidents.gpkg"));
    Database database = Database::open_read_only(folder.path("incidents.gpkg"));
    for (const char* table : {"incidents", "reports", "sources", "disagreements", "findings", "not_mapped",
                              "answers", "decisions", "build"}) {
        Statement rows = database.prepare("SELECT count(*) FROM " + std::string(table));
        REQUIRE(rows.step());
        CHECK(rows.integer(0) == 0);
    }
    CHECK_THAT(bytes_of(folder.path("incidents_findings.csv")), Contains("finding_id,"));
    CHECK_THAT(bytes_of(folder.path("incidents_not_mapped.geojson")), Contains("\"features\":["));
    CHECK_FALSE(fs::exists(folder.path("incidents_attacks.csv")));
}

TEST_CASE("A style beside a GeoJSON file is made anew, unless somebody made or changed it") {
    const Scratch folder;
    build(request(folder.path(""), {"geojson"}));
    const std::string style = folder.path("incidents_attacks.qml");
    const std::string ours = bytes_of(style);
    CHECK_THAT(ours, Contains("pointDisplacement"));
    CHECK(build(request(folder.path(""), {"geojson"})).kept.empty());
    CHECK((bytes_of(style) == ours));
    std::ofstream(style) << "<qgis>mine</qgis>";
    CHECK(build(request(folder.path(""), {"geojson"})).kept ==
          std::vector<std::string>{"the style " + style});
    CHECK(bytes_of(style) == "<qgis>mine</qgis>");
}
