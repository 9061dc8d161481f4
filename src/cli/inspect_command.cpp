// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "build/inspection.hpp"
#include "cli/colours.hpp"
#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/inspection_text.hpp"
#include "cli/opened_gazetteers.hpp"
#include "cli/reading_options.hpp"

namespace incidentmap {
namespace {

struct InspectArguments {
    BuildRequest options;
    ReadingArguments reading;
    std::string input;
    std::string format = "text";
    bool look_up = true;
};

Exit inspect_table(const InspectArguments& arguments, CommandReporter& reporter) {
    BuildRequest options = arguments.options;
    understand(arguments.reading, options);
    InspectionRequest request;
    request.input = arguments.input;
    request.input_options = options.input;
    request.read = options.read;
    if (arguments.look_up) request.gazetteers = [&] { return open_gazetteers(options.gazetteers, reporter); };
    const Inspection inspection = inspect(request, reporter);
    reporter.end();
    const std::string text =
        arguments.format == "json" ? to_json(inspection) + "\n" : to_text(inspection, Colours::of_stdout());
    std::fputs(text.c_str(), stdout);
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_inspect(CLI::App& app, CommandReporter& reporter) {
    auto arguments = std::make_shared<InspectArguments>();
    app.option_defaults()->group("Read");
    app.add_option("input", arguments->input,
                   "A table of reports: whatever build reads; - is CSV on standard input")
        ->required()
        ->type_name("FILE");
    app.add_option("-g,--gazetteer", arguments->options.gazetteers, gazetteer_help)
        ->type_name("FILE")
        ->allow_extra_args(false);
    declare_table_reading(app, arguments->reading, arguments->options);
    app.add_flag_callback(
        "--no-places", [raw = arguments.get()] { raw->look_up = false; }, "Look up no place: sooner done");
    app.option_defaults()->group("Write");
    app.add_option("--format", arguments->format, "text for people; json one object")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str()
        ->type_name("FORMAT");
    reporter.declare(app);
    app.footer(
        "\nSays how each column is read, with three of its values; what is not recognised and what it may "
        "be; "
        "the dates' span; how many places are found (of the first 2,000); which sheets there are; and the "
        "command that makes the map, ready to copy. It writes no file.\n"
        "\nExamples:\n"
        "  incidentmap inspect june.xlsx\n"
        "  incidentmap inspect june.xlsx --sheet Data --map place=Ort");
    return [arguments, &reporter] { return inspect_table(*arguments, reporter); };
}

}  // namespace incidentmap
