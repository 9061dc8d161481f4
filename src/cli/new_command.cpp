// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <system_error>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/inspection_text.hpp"
#include "core/error.hpp"
#include "writer/start/start_workbook.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

struct NewArguments {
    std::string folder;
};

void write_file(const fs::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
        std::error_code ignored;
        fs::remove(path, ignored);
        throw Error{"cannot write " + path.string()};
    }
}

/// Nothing that is there is written over.
Exit begin(const NewArguments& arguments, CommandReporter& reporter) {
    const fs::path folder(arguments.folder);
    const fs::path table = folder / "reports.xlsx";
    const fs::path readme = folder / "README.md";
    std::error_code error;
    for (const fs::path& path : {table, readme}) {
        if (fs::exists(path, error))
            throw Error{path.string() + " is there already, and was left as it is; name another folder"};
    }
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder)) {
        throw Error{"cannot make the folder " + folder.string() +
                    (error ? ": " + error.message() : ": a file of that name is there")};
    }
    write_file(table, start_workbook());
    write_file(readme, start_readme());
    reporter.end();
    if (reporter.quiet()) return Exit::done;
    const std::string text =
        "Written\n  " + table.string() + "\n  " + readme.string() +
        "\n\nFill the table (its first row is a made-up example), then\n  " +
        as_command({"incidentmap", "check", table.string()}) + "\n  " +
        as_command({"incidentmap", "build", table.string(), "-o", (folder / "map").string()}) + "\n";
    std::fputs(text.c_str(), stdout);
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_new(CLI::App& app, CommandReporter& reporter) {
    auto arguments = std::make_shared<NewArguments>();
    app.option_defaults()->group("Write");
    app.add_option("folder", arguments->folder, "The folder to begin in; it is made where there is none")
        ->required()
        ->type_name("FOLDER");
    reporter.declare(app, {"Say nothing", {}});
    app.footer(
        "\nWrites reports.xlsx, a table to fill with drop-downs, a worked row and an explanation of each "
        "column, "
        "and README.md with the two commands that check it and make its map. Nothing that is there already "
        "is "
        "written over.\n"
        "\nExample:\n"
        "  incidentmap new taji");
    return [arguments, &reporter] { return begin(*arguments, reporter); };
}

}  // namespace incidentmap
