// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/map_options.hpp"
#include "cli/text_table.hpp"
#include "stored/build_file.hpp"
#include "writer/build_stamp.hpp"
#include "writer/qgis/remade_project.hpp"

namespace incidentmap {
namespace {

struct ProjectArguments {
    std::string file;
    ProjectOptions options;
    TileArguments tiles;
    bool replace = false;
};

Exit make_project(const ProjectArguments& arguments, CommandReporter& reporter) {
    ProjectOptions options = arguments.options;
    options.tiles = understood(arguments.tiles);
    const std::filesystem::path file = build_file_path(arguments.file);
    reporter.phase("making the project");
    reporter.detail("reading " + file.string());
    const RemadeProject made = remake_project(file, options, arguments.replace);
    reporter.end();
    if (const auto others = other_builds_in_words(file, BuildFile(file).build_id()); !others.empty())
        reporter.warn(others);
    for (const std::string& warning : made.warnings) reporter.warn(warning);
    std::string text = "Written\n";
    for (const std::string& name : made.files) text += "  " + name + "\n";
    for (const std::string& kept : made.kept)
        text += "  kept, as somebody made or changed it: " + one_line(kept) + "\n";
    text += "  the map of QGIS is drawn in " + made.crs_name + "\n";
    std::fputs(text.c_str(), stdout);
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_project(CLI::App& app, CommandReporter& reporter) {
    auto arguments = std::make_shared<ProjectArguments>();
    app.add_option("file", arguments->file, "The GeoPackage that a build wrote, or its folder")
        ->required()
        ->type_name("FILE.gpkg");
    declare_map_options(app, arguments->options.texts, arguments->options.crs);
    declare_tiles(app, arguments->tiles);
    app.add_flag("--replace", arguments->replace,
                 "Replace the project also where somebody has changed it since");
    reporter.declare(app);
    app.footer(
        "\nA QGIS project finds its layers by the name of the GeoPackage: after a renaming, make it again. "
        "It "
        "is put into\nthe GeoPackage (Project > Open From > GeoPackage) and beside it, as NAME.qgz. What is "
        "not "
        "given stays as it was\nat the build. Projects that somebody saved there under another name are "
        "kept.\n"
        "\nExamples:\n"
        "  mv output/incidents.gpkg june.gpkg && incidentmap project june.gpkg\n"
        "  incidentmap project output/incidents.gpkg --title \"Attacks, 2019 to 2021\" --crs EPSG:32638");
    return [arguments, &reporter] { return make_project(*arguments, reporter); };
}

}  // namespace incidentmap
