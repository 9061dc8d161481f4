// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/reading_options.hpp"
#include "cli/text_table.hpp"
#include "core/date.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "locate/decision_table.hpp"
#include "stored/moved_points.hpp"

namespace incidentmap {
namespace {

struct FromMapArguments {
    std::string geopackage;
    std::string table;
    std::string within;
    MovedBy by;
};

Exit from_map(const FromMapArguments& arguments) {
    MovedBy by = arguments.by;
    if (!arguments.within.empty()) {
        by.radius_m = number_of(arguments.within, "--within");
        if (!(*by.radius_m >= 1 && *by.radius_m <= 1'000'000))
            throw UsageError{"--within: " + arguments.within + " m is not between 1 and 1,000,000"};
    }
    if (lower_ascii(std::filesystem::path(arguments.table).extension().string()) != ".csv")
        throw UsageError{"--decisions " + arguments.table +
                         ": decisions stand in a CSV file; let its name end in .csv"};
    // Who moved a point did so today, as far as anybody knows; nobody says when, nothing is said.
    if (!by.who.empty())
        by.on = to_iso(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    const MovedPoints moved = moved_points(arguments.geopackage, by);
    DecisionTable table(arguments.table);
    const std::size_t before = table.rows().size();
    table.append(moved.rows);
    const std::size_t added = table.rows().size() - before;
    std::printf("%lld moved point%s, %zu decision%s added to %s\n", static_cast<long long>(moved.points),
                moved.points == 1 ? "" : "s", added, added == 1 ? "" : "s", arguments.table.c_str());
    for (std::size_t i = before; i < table.rows().size(); ++i) {
        const DecisionRow& row = table.rows()[i];
        std::printf("  row %lld: %s \"%s\": %s\n", static_cast<long long>(row.row), row.report_id.c_str(),
                    one_line(row.words).c_str(), one_line(row.decision).c_str());
    }
    if (added < moved.rows.size())
        std::printf(
            "%zu stood there already and stay as they are: change them in the table, or take them out\n",
            moved.rows.size() - added);
    for (const std::string& unused : moved.unused) std::printf("  not used: %s\n", one_line(unused).c_str());
    if (added > 0 && by.who.empty())
        std::printf("Fill in decided_by and decided_why there, or give --by and --why\n");
    return Exit::done;
}

std::function<Exit()> declare_from_map(CLI::App& app, CommandReporter& reporter) {
    auto arguments = std::make_shared<FromMapArguments>();
    app.add_option("FILE", arguments->geopackage,
                   "A GeoPackage of a build whose points were moved in a map program")
        ->required()
        ->type_name("FILE.gpkg");
    app.add_option("--decisions", arguments->table,
                   "The table of decisions to add to, such as NAME.decisions.csv")
        ->required()
        ->type_name("FILE.csv");
    app.add_option("--by", arguments->by.who, "Who moved them")->type_name("NAME");
    app.add_option("--why", arguments->by.why, "Why")->type_name("TEXT");
    app.add_option("--within", arguments->within,
                   "How well the new positions are known, in metres; default: as well as the old ones")
        ->type_name("M");
    reporter.declare(app);
    return [arguments] { return from_map(*arguments); };
}

}  // namespace

std::function<Exit()> declare_decisions(CLI::App& app, CommandReporter& reporter) {
    app.require_subcommand(1);
    auto action = std::make_shared<std::function<Exit()>>();
    CLI::App& moved =
        *app.add_subcommand("from-map", "Turn points that somebody moved on the map into decisions");
    moved.get_formatter()->column_width(34);
    moved.callback([action, chosen = declare_from_map(moved, reporter)] { *action = chosen; });
    app.footer(
        "\nExample:\n"
        "  incidentmap decisions from-map output/incidents.gpkg --decisions data/incidents.decisions.csv "
        "--by "
        "\"A. Reader\" --why \"imagery of 2020-08-01\"\n"
        "Then build again with --replace: the points are where they were moved to, and say why.");
    return [action] { return (*action)(); };
}

}  // namespace incidentmap
