// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/build_job.hpp"
#include "cli/build_text.hpp"
#include "cli/command.hpp"
#include "cli/default_gazetteers.hpp"
#include "cli/progress.hpp"
#include "cli/text_table.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"

namespace incidentmap {
namespace {

/// What was typed, before it is understood.
struct BuildArguments {
    BuildOptions options;
    std::string formats;
    std::string dates;
    std::string since;
    std::string until;
    std::string countries;
    std::string box;
    std::string rings;
    std::vector<std::string> maps;
    bool quiet = false;
};

double number(const std::string& text, const std::string& option) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(value == value))
        throw UsageError{option + ": '" + text + "' is no number"};
    return value;
}

Day day(const std::string& text, const std::string& option, bool last) {
    const ReadDate read = read_date(text);
    if (const auto* why = std::get_if<std::string>(&read)) throw UsageError{option + ": " + *why};
    const auto& date = std::get<EventDate>(read);
    return last ? date.last : date.first;
}

Box box(const std::string& text) {
    const std::vector<std::string> parts = split_list(text, ",");
    if (parts.size() != 4) throw UsageError{"--box " + text + " is not west,south,east,north in degrees"};
    const Box box{number(parts[0], "--box"), number(parts[1], "--box"), number(parts[2], "--box"),
                  number(parts[3], "--box")};
    if (!is_valid({box.west, box.south}) || !is_valid({box.east, box.north}) || box.south > box.north) {
        throw UsageError{
            "--box " + text +
            ": longitudes are -180 to 180, latitudes -90 to 90, and the south is not above the north"};
    }
    return box;
}

BuildOptions understood(const BuildArguments& arguments) {
    BuildOptions options = arguments.options;
    // A folder gets both; one file is that one, unless more is asked for.
    const bool one_file = lower_ascii(std::filesystem::path(options.output).extension().string()) == ".gpkg";
    options.formats = split_list(
        !arguments.formats.empty() ? arguments.formats : (one_file ? "gpkg" : "gpkg,geojson"), ",");
    if (arguments.dates == "dmy") options.read.date_order = DateOrder::day_first;
    if (arguments.dates == "mdy") options.read.date_order = DateOrder::month_first;
    if (!arguments.since.empty()) options.filter.since = day(arguments.since, "--since", false);
    if (!arguments.until.empty()) options.filter.until = day(arguments.until, "--until", true);
    if (options.filter.since && options.filter.until && *options.filter.until < *options.filter.since) {
        throw UsageError{"--until " + arguments.until + " is before --since " + arguments.since};
    }
    for (const std::string& country : split_list(arguments.countries, ",")) {
        options.filter.countries.push_back(country_code(country));
        if (options.filter.countries.back().empty())
            throw UsageError{"--country: '" + country +
                             "' is no country; give its ISO code (IQ) or its English name"};
    }
    if (!arguments.box.empty()) options.filter.box = box(arguments.box);
    for (const std::string& radius : split_list(arguments.rings, ",")) {
        options.rings_km.push_back(number(radius, "--rings"));
        if (!(options.rings_km.back() > 0 && options.rings_km.back() <= 20'000))
            throw UsageError{"--rings: " + radius + " km is not between 0 and 20,000"};
    }
    for (const std::string& pair : arguments.maps) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            throw UsageError{"--map " + pair + " is not COLUMN=THEIRS, such as place=Town"};
        options.input.column_names[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    if (std::count(options.inputs.begin(), options.inputs.end(), "-") > 1)
        throw UsageError{"standard input (-) can be read once only"};
    return options;
}

Exit build(const BuildArguments& arguments) {
    const BuildOptions options = understood(arguments);
    const auto start = std::chrono::steady_clock::now();
    ProgressLine progress;
    BuildTalk talk;
    talk.say = [&](const std::string& line) {
        if (!arguments.quiet) std::fprintf(stderr, "%s\n", one_line(line).c_str());
    };
    talk.progress = [&](const char* what, std::int64_t done, std::int64_t of) {
        if (!arguments.quiet) progress.show(what, done, of);
    };
    const BuildSummary summary = run_build(options, talk);
    progress.clear();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (!arguments.quiet) std::fputs(to_text(summary, taken.count()).c_str(), stdout);
    return exit_of(summary, options.strict);
}

}  // namespace

std::function<Exit()> declare_build(CLI::App& app) {
    auto arguments = std::make_shared<BuildArguments>();
    BuildOptions& options = arguments->options;
    app.add_option("input", options.inputs,
                   "Tables of reports: CSV, XLSX, ODS, GeoJSON, GeoPackage, FlatGeobuf, Shapefile; - is CSV "
                   "on standard input")
        ->required()
        ->type_name("INPUT...");
    app.add_option("-o,--output", options.output, "A folder, or one file .gpkg")
        ->capture_default_str()
        ->type_name("OUT");
    app.add_option("-f,--format", arguments->formats,
                   "Formats, with commas between: gpkg, geojson, csv, fgb; default: gpkg,geojson for a "
                   "folder, gpkg for one file")
        ->type_name("LIST");
    app.add_option("-g,--gazetteer", options.gazetteers,
                   gazetteer_help)
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--sources", options.sources,
                   "The table of sources; default: sources.csv beside the input, or its sheet sources")
        ->type_name("FILE");
    CLI::Option* decisions =
        app.add_option("--decisions", options.decisions,
                       "The table of decisions (.csv); default: NAME.decisions.csv beside the first input "
                       "NAME.*. With standard input alone there is none unless it is named")
            ->type_name("FILE");
    app.add_flag("!--no-decisions", options.use_decisions, "Neither read nor write decisions")
        ->excludes(decisions);
    app.add_flag("!--no-ask", options.ask, "Read the decisions, and add nothing to them");
    app.add_flag("--frozen", options.frozen,
                 "Give the answers of the build that stands in OUT (its GeoPackage), whatever the gazetteers "
                 "say today; words that are new are looked up");
    app.add_option("--frozen-from", options.frozen_from, "The same, with the answers of another build")
        ->type_name("FILE.gpkg");
    app.add_option("--since", arguments->since, "Only incidents on or after this day")->type_name("DATE");
    app.add_option("--until", arguments->until, "Only incidents on or before this day")->type_name("DATE");
    app.add_option("--country", arguments->countries, "Only incidents in these countries (IQ,SY)")
        ->type_name("CC,...");
    app.add_option("--box", arguments->box, "Only incidents whose possible area reaches into this box")
        ->type_name("W,S,E,N");
    app.add_option("--rings", arguments->rings, "Draw distance circles of these kilometres")
        ->type_name("KM,...");
    app.add_option("--around", options.around, "What to draw them around: bases, launch_sites, or a place")
        ->capture_default_str()
        ->type_name("WHAT");
    app.add_option("--map", arguments->maps, "Read a column as one of ours: place=Town; may be repeated")
        ->type_name("OURS=THEIRS")
        ->allow_extra_args(false);
    app.add_option("--sheet", options.input.table.sheet, "The sheet or layer to read")->type_name("NAME");
    app.add_option("--header-row", options.input.table.header_row, "The row that names the columns (CSV)")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str()
        ->type_name("N");
    app.add_option("--dates", arguments->dates,
                   "How to read 03/04/2020: day first (dmy) or month first (mdy)")
        ->check(CLI::IsMember({"dmy", "mdy"}))
        ->type_name("ORDER");
    app.add_flag("--strict", options.strict,
                 "Exit 3 where a place stayed unresolved or ambiguous, or a check found an error");
    app.add_flag("--quiet", arguments->quiet, "Say nothing but errors");
    app.footer(
        "\nWhat the program was unsure of is added to the decisions, one row for the same words and column. "
        "Fill the column\n"
        "decision (a candidate's number, a place id, 33.53, 44.27, 2 km, another locality, or none) and "
        "build again:\n"
        "docs/decisions.md.\n"
        "\nExamples:\n"
        "  incidentmap build data/incidents.csv -o output\n"
        "  incidentmap build june.xlsx --map place=Town --dates dmy -f gpkg -o june.gpkg\n"
        "  incidentmap build data/incidents.csv --rings 10,20 --around bases --country IQ");
    return [arguments] { return build(*arguments); };
}

}  // namespace incidentmap
