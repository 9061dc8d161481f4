// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "build/map_key.hpp"
#include "cli/build_text.hpp"
#include "cli/colours.hpp"
#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/map_options.hpp"
#include "cli/map_text.hpp"
#include "cli/opened_gazetteers.hpp"
#include "cli/picture_output.hpp"
#include "cli/reading_options.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "writer/formats.hpp"
#include "writer/postgis/connection_text.hpp"

namespace incidentmap {
namespace {

/// What was typed, before it is understood.
struct BuildArguments {
    BuildRequest options;
    ReadingArguments reading;
    std::string formats;
    std::string rings;
    std::string shard;
    std::string published;
    std::string dropped;
    std::string kept;
    PictureRequest picture;
    TileArguments tiles;
    std::string multiples;
};

/// `2/4`. \throws UsageError
Shard shard_of(const std::string& text) {
    Shard shard;
    const auto read = [](std::string_view part, unsigned& number) {
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        return error == std::errc{} && end == part.data() + part.size();
    };
    const auto slash = text.find('/');
    if (slash == std::string::npos || !read(std::string_view(text).substr(0, slash), shard.number) ||
        !read(std::string_view(text).substr(slash + 1), shard.count) || shard.number < 1 ||
        shard.number > shard.count || shard.count > 10'000)
        throw UsageError{"--shard " + text + " is not K/N with K from 1 to N, such as 2/4"};
    return shard;
}

/// What an edition to publish says, and leaves out.
void understand_edition(const BuildArguments& arguments, BuildRequest& options) {
    options.dropped = split_list(arguments.dropped, ",");
    options.kept = split_list(arguments.kept, ",");
    if (options.is_public) {
        const auto level = read_coarseness(arguments.published);
        if (!level || level->is_no())
            throw UsageError{
                "--public " + arguments.published +
                ": give how coarse every row is at the least: 10km (or any number), admin2, admin1, "
                "country; or rows, where a column publish says it of each"};
        options.public_as = *level;
    }
    if (!options.kept.empty() && !options.is_public)
        throw UsageError{"--keep is for an edition to publish: give --public too"};
}

BuildRequest understood(const BuildArguments& arguments) {
    BuildRequest options = arguments.options;
    understand_edition(arguments, options);
    if (is_postgis(options.output)) {
        options.formats = split_list(arguments.formats, ",");
    } else {
        if (!options.schema.empty())
            throw UsageError{"--schema is for a database (-o PG:…), and " + options.output + " is none"};
        // A folder gets both; one file is that one, unless more is asked for.
        const bool one_file =
            lower_ascii(std::filesystem::path(options.output).extension().string()) == ".gpkg";
        options.formats = split_list(
            !arguments.formats.empty() ? arguments.formats : (one_file ? "gpkg" : "gpkg,geojson"), ",");
    }
    understand(arguments.reading, options);
    for (const std::string& radius : split_list(arguments.rings, ",")) {
        options.rings_km.push_back(number_of(radius, "--rings"));
        if (!(options.rings_km.back() > 0 && options.rings_km.back() <= 20'000))
            throw UsageError{"--rings: " + radius + " km is not between 0 and 20,000"};
    }
    options.picture = sized_picture(arguments.picture);
    options.picture.by_month = !arguments.multiples.empty();
    options.maps.tiles = understood(arguments.tiles);
    if (!arguments.shard.empty()) options.shard = shard_of(arguments.shard);
    return options;
}

/// Incidents as lines are for standard output, and nothing else is.
void direct_lines(BuildRequest& options) {
    const bool is_stream = options.output == "-";
    const bool has_lines =
        std::find(options.formats.begin(), options.formats.end(), "ndjson") != options.formats.end();
    if (!is_stream && !has_lines) return;
    if (!is_stream || options.formats != std::vector<std::string>{"ndjson"})
        throw UsageError{
            "ndjson goes to standard output and nothing else does: give -f ndjson -o -, and no other format "
            "with it"};
    options.lines = [](std::string_view line) {
        if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
            throw Error{std::string("cannot write to standard output: ") + std::strerror(errno)};
    };
}

Exit build(const BuildArguments& arguments, CommandReporter& reporter) {
    BuildRequest options = understood(arguments);
    direct_lines(options);
    const auto start = std::chrono::steady_clock::now();
    tell_of_setup(options.gazetteers, reporter);
    const BuildSummary summary = run_build(options, reporter);
    reporter.end();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (options.lines && std::fflush(stdout) != 0)
        throw Error{std::string("cannot write to standard output: ") + std::strerror(errno)};
    if (options.lines) {
        reporter.say(in_one_line(headline(summary)));
    } else if (!reporter.quiet()) {
        std::fputs(to_text(summary, taken.count(), Colours::of_stdout()).c_str(), stdout);
    }
    tell_maps(summary, reporter);
    return exit_of(summary, options.strict, options.fail_on);
}

void declare_asking(CLI::App& app, BuildRequest& options) {
    declare_deciding(app, options);
    app.add_flag_callback(
        "--no-ask", [&options] { options.ask = false; },
        "Read the decisions and the reports that may be one, and add nothing to them");
    app.add_flag("--frozen", options.frozen,
                 "Give the answers of the build in OUT, whatever the gazetteers say today");
    app.add_option("--frozen-from", options.frozen_from, "The same, with the answers of another build")
        ->type_name("FILE.gpkg");
}

void declare_drawing(CLI::App& app, BuildArguments& arguments) {
    BuildRequest& options = arguments.options;
    app.option_defaults()->group("Draw");
    app.add_option("--rings", arguments.rings, "Draw distance circles of these kilometres")
        ->type_name("KM,...");
    app.add_option("--around", options.around, "What to draw them around: bases, launch_sites, or a place")
        ->capture_default_str()
        ->type_name("WHAT");
    app.add_option("--extent", options.extent,
                   "Show W,S,E,N, a place, or incidents: all; default: where most of them are")
        ->type_name("EXTENT");
    declare_map_options(app, options.texts, options.crs);
    declare_language(app, options.maps.language);
    declare_tiles(app, arguments.tiles);
    app.add_flag("--embed", options.maps.is_embedded,
                 "The page opens as the map, the legend and the time alone");
    app.add_option("--boundaries", options.boundaries,
                   "Outlines in place of ours: a layer of areas, disputed ones dashed")
        ->type_name("FILE");
    declare_picture_options(app, arguments.picture);
    app.add_option("--multiples", arguments.multiples, "Of a picture: small maps on one sheet, one a month")
        ->check(CLI::IsMember({"month"}))
        ->type_name("KEY");
}

void declare_edition(CLI::App& app, BuildArguments& arguments) {
    app.add_option_function<std::string>(
           "--public",
           [&arguments](const std::string& level) {
               arguments.options.is_public = true;
               arguments.published = level == "rows" ? "exact" : level;
           },
           "An edition to publish (docs/publish.md): no row closer than 10km, …, admin1; or rows")
        ->type_name("LEVEL");
    app.add_option("--drop", arguments.dropped, "Leave out these columns, ours or the input's own")
        ->type_name("COLUMN,...");
    app.add_option("--keep", arguments.kept, "In coarser rows of an edition, keep these columns of free text")
        ->type_name("COLUMN,...");
}

void declare_writing(CLI::App& app, BuildArguments& arguments) {
    BuildRequest& options = arguments.options;
    app.option_defaults()->group("Write");
    app.add_option("-o,--output", options.output,
                   "A folder, one file .gpkg, a PostGIS database: PG:\"dbname=maps host=…\" as libpq has it, "
                   "or - with "
                   "-f ndjson")
        ->capture_default_str()
        ->type_name("OUT");
    app.add_option("--schema", options.schema,
                   "The schema of the database; default: named after the first input")
        ->type_name("NAME");
    app.add_option("-f,--format", arguments.formats,
                   "Formats, with commas between: " + format_help() +
                       ", ndjson (with -o -); default: gpkg,geojson, of one file gpkg")
        ->type_name("LIST");
    app.add_option("--columns", options.columns, "What GeoJSON holds: core, all, or names of columns")
        ->capture_default_str()
        ->type_name("LIST");
    app.add_option("--threads", options.threads,
                   "How many threads look places up, with the same result; default: one a processor")
        ->check(CLI::Range(1U, 64U))
        ->type_name("N");
    app.add_option("--split-by", options.split_by,
                   "Write a map for each value of a column that --where knows, into the folder OUT")
        ->type_name("COLUMN");
    app.add_flag("--same-frame", options.same_frame,
                 "All maps of a split show the same ground, at one scale, so that they compare");
    app.add_option("--shard", arguments.shard,
                   "Only every N-th incident, by its id: part K of a build that N runs make")
        ->type_name("K/N");
    app.add_flag("--dry-run", options.dry_run, "Write nothing; say what would be written, and why");
    app.add_option("--depfile", options.depfile,
                   "Also write rules for make: what is made, and from which files")
        ->type_name("FILE");
    app.add_flag("--replace", options.replace,
                 "Replace rows, styles and the map of QGIS in OUT that somebody has changed since");
    app.add_flag("--strict", options.strict,
                 "Exit 3 where a place stayed unresolved or ambiguous, or a check found an error");
}

}  // namespace

std::function<Exit()> declare_build(CLI::App& app, CommandReporter& reporter) {
    auto arguments = std::make_shared<BuildArguments>();
    declare_inputs(app, arguments->reading, arguments->options);
    declare_choice(app, arguments->reading, arguments->options);
    declare_asking(app, arguments->options);
    declare_drawing(app, *arguments);
    declare_writing(app, *arguments);
    declare_edition(app, *arguments);
    reporter.declare(app, {", not even the summary", ""});
    app.footer(
        "\nUncertain places are added to NAME.decisions.csv for you to decide (docs/decisions.md); reports "
        "that may "
        "be one\nincident to NAME.same.csv (docs/same.md). docs/batch.md explains --where and --split-by.\n"
        "\nExamples:\n"
        "  incidentmap build data/incidents.csv -o output\n"
        "  incidentmap build june.xlsx --map place=Town --dates dmy -f gpkg -o june.gpkg\n"
        "  incidentmap build data/incidents.csv -f gpkg,png --size 1200x900 --title \"Attacks, 2019 to "
        "2021\"");
    return [arguments, &reporter] { return build(*arguments, reporter); };
}

}  // namespace incidentmap
