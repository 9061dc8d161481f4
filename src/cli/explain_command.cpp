// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "cli/colours.hpp"
#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/explain/account.hpp"
#include "cli/explain/explanation_json.hpp"
#include "core/text.hpp"
#include "stored/build_file.hpp"
#include "writer/build_stamp.hpp"

namespace incidentmap {
namespace {

struct ExplainOptions {
    std::string id;
    std::string file;
    std::string format = "text";
};

/// Where a build without `-o` puts its layers.
std::filesystem::path usual_file() {
    std::error_code ignored;
    const std::filesystem::path folder = "output";
    return std::filesystem::is_directory(folder, ignored) ? build_file_path(folder)
                                                          : folder / "incidents.gpkg";
}

Exit explain_one(const ExplainOptions& options, CommandReporter& reporter) {
    const std::filesystem::path path = options.file.empty() ? usual_file() : build_file_path(options.file);
    reporter.phase("explaining");
    reporter.detail("reading " + path.string());
    BuildFile file(path);
    reporter.detail(file.name() + ": build " + file.build_id());
    if (const auto others = other_builds_in_words(path, file.build_id()); !others.empty())
        reporter.warn(others);
    const Explanation explanation = explain(file, as_utf8(options.id).text);
    const std::string text = options.format == "json" ? to_json(explanation)
                             : options.format == "html"
                                 ? to_html(account_of(explanation))
                                 : to_text(account_of(explanation), Colours::of_stdout());
    reporter.end();
    std::fwrite(text.data(), 1, text.size(), stdout);
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_explain(CLI::App& app, CommandReporter& reporter) {
    auto options = std::make_shared<ExplainOptions>();
    app.add_option("id", options->id, "The id of an incident, a feature or a report of a build")
        ->required()
        ->type_name("ID");
    app.add_option("file", options->file,
                   "The GeoPackage that a build wrote, or its folder; default: output/incidents.gpkg, or the "
                   "only GeoPackage in output/")
        ->type_name("FILE.gpkg");
    app.add_option("-f,--format", options->format, "text, json or html (one page, to be kept or printed)")
        ->check(CLI::IsMember({"text", "json", "html"}))
        ->capture_default_str()
        ->type_name("FORMAT");
    reporter.declare(app);
    app.footer(
        "\nEverything comes from the GeoPackage: the reports' words, where each place is and why, what was "
        "set "
        "aside,\nwho decided, the possible area, distances, claims and denials, disagreements, things to "
        "check, "
        "and what the\nmap was made from. docs/explain.md has the keys of the JSON.\n"
        "\nExamples:\n"
        "  incidentmap explain erbil-2020-09-30\n"
        "  incidentmap explain taji-2020-07-27:1 june.gpkg --format html > taji.html");
    return [options, &reporter] { return explain_one(*options, reporter); };
}

}  // namespace incidentmap
