// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/opened_gazetteers.hpp"
#include "cli/picture_output.hpp"
#include "cli/resolve_answers.hpp"
#include "cli/resolve_table.hpp"
#include "cli/stated_country.hpp"
#include "core/draft.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "locate/resolver.hpp"
#include "writer/picture/location_picture.hpp"

namespace incidentmap {
namespace {

struct ResolveOptions {
    std::vector<std::string> localities;
    std::vector<std::string> gazetteers;
    std::string country;
    std::string near;
    ResolveTableOptions table;
    PictureRequest picture;
    AnswerOptions answers;
};

void check_usage(const ResolveOptions& options) {
    require_country(options.country);
    if (options.table.path.empty()) {
        if (options.localities.empty())
            throw UsageError{
                "resolve needs a locality, - or --from FILE --column NAME; see incidentmap resolve --help"};
        const std::string& format = options.picture.format;
        if (options.answers.areas && format != "json" && format != "jsonl")
            throw UsageError{"--areas adds to JSON; give --format jsonl or json"};
        const bool reads_lines =
            std::find(options.localities.begin(), options.localities.end(), "-") != options.localities.end();
        if (!reads_lines && (options.answers.input == "jsonl" || options.answers.batch))
            throw UsageError{"--input and --batch are for lines on standard input; give - as the locality"};
        if (!picture_options(options.picture)) {
            if (options.picture.output.empty()) return;
            throw UsageError{
                "-o " + options.picture.output +
                " is for the table of --from, or for a picture: let its name end in .svg, .png or .pdf"};
        }
        if (options.localities.size() > 1 || options.localities.front() == "-")
            throw UsageError{"a picture shows one locality; give one"};
        return;
    }
    if (!options.localities.empty())
        throw UsageError{"resolve takes either localities or --from FILE, not both"};
    if (options.picture.format != "text") throw UsageError{"--from writes CSV; leave out --format"};
    if (options.answers.areas || options.answers.batch || options.answers.input != "text")
        throw UsageError{"--areas, --batch and --input are for localities, not for the table of --from"};
    if (options.table.parent_columns.size() > 2) throw UsageError{"--parent: two columns at most"};
    if (options.picture.output.empty()) return;
    const std::filesystem::path output = options.picture.output;
    if (lower_ascii(output.extension().string()) != ".csv")
        throw UsageError{"-o " + options.picture.output +
                         ": the table is written as CSV; let its name end in .csv"};
    std::error_code ignored;
    if (std::filesystem::equivalent(output, options.table.path, ignored))
        throw UsageError{"the output " + options.picture.output + " is also the input: give another name"};
}

Exit resolve_from_table(const ResolveOptions& options, Resolver& resolver, std::optional<LonLat> near,
                        CommandReporter& reporter) {
    ResolveTableOptions table = options.table;
    table.country = options.country;
    table.near = near;
    std::optional<Draft> draft;
    if (!options.picture.output.empty()) draft.emplace(options.picture.output);
    const auto counts = resolve_table(table, resolver,
                                      [&](const std::string& text) {
                                          if (draft) return draft->write(text);
                                          std::fwrite(text.data(), 1, text.size(), stdout);
                                          if (std::ferror(stdout) != 0)
                                              throw Error{"cannot write to standard output"};
                                      },
                                      {[&](const std::string& line) { reporter.say(line); },
                                       [&](const Finding& found) { reporter.tell(found); },
                                       [&](const Progress& progress) { reporter.show(progress); }});
    if (draft) draft->publish();
    std::string told = std::to_string(counts.rows) + (counts.rows == 1 ? " row" : " rows");
    for (std::size_t i = 0; i < counts.by_status.size(); ++i) {
        told += (i == 0 ? " = " : " + ") + std::to_string(counts.by_status[i]) + " " +
                to_string(static_cast<Status>(i));
    }
    reporter.end();
    reporter.say(told);
    return Exit::done;
}

Exit resolve(const ResolveOptions& options, CommandReporter& reporter) {
    check_usage(options);
    Resolver resolver(open_gazetteers(options.gazetteers, reporter));
    reporter.phase("answering");
    std::optional<LonLat> near;
    if (!options.near.empty()) {
        const Location& there = resolver.resolve({options.near, options.country, {}, {}, std::nullopt});
        if (!there.has_place()) throw UsageError{"--near " + options.near + ": " + reasons_text(there)};
        near = there.likely;
    }
    if (!options.table.path.empty()) return resolve_from_table(options, resolver, near, reporter);
    if (const auto picture = picture_options(options.picture)) {
        const Location& location =
            resolver.resolve({as_utf8(options.localities.front()).text, options.country, {}, {}, near});
        write_picture(options.picture, *picture, picture_of(location, {resolver.gazetteers()}, *picture));
        return Exit::done;
    }
    AnswerOptions answering = options.answers;
    answering.format = options.picture.format;
    answering.verbose = reporter.verbose();
    AnswerList answers(answering);
    for (const std::string& words : options.localities) {
        if (words == "-") {
            answer_lines(resolver, {{}, options.country, {}, {}, near}, answers);
        } else {
            answers.add(resolver.resolve({as_utf8(words).text, options.country, {}, {}, near}));
            resolver.forget_if_large();
        }
    }
    answers.end();
    reporter.end();
    return Exit::done;
}

void declare_asking(CLI::App& app, ResolveOptions& options) {
    app.option_defaults()->group("Ask");
    app.add_option(
        "locality", options.localities,
        "Words that say where; - reads one a line from standard input, and answers each, in order");
    app.add_option("-g,--gazetteer", options.gazetteers, gazetteer_help)
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--country", options.country, "Only places in this country")->type_name("CC");
    app.add_option("--near", options.near, "Of several places that fit, the one nearest to this one")
        ->type_name("LOCALITY");
    app.add_option("--input", options.answers.input,
                   "What - reads: text, a locality a line; or jsonl, an object a line with place and, as far "
                   "as known, country, admin1, admin2, near")
        ->check(CLI::IsMember({"text", "jsonl"}))
        ->type_name("FORMAT");
}

void declare_table(CLI::App& app, ResolveOptions& options) {
    app.option_defaults()->group("Ask for a whole table");
    CLI::Option* from =
        app.add_option(
               "--from", options.table.path,
               "A table (CSV, XLSX, ODS, GeoJSON, GeoPackage, FlatGeobuf, Shapefile; - is CSV on standard "
               "input): written as CSV, with what its localities come to in columns of their own")
            ->type_name("FILE");
    CLI::Option* column =
        app.add_option("--column", options.table.column, "The column of the table that holds the localities")
            ->type_name("NAME")
            ->needs(from);
    from->needs(column);
    app.add_option("--country-column", options.table.country_column,
                   "The column of the table that names the country; where it is empty, --country")
        ->type_name("NAME")
        ->needs(from);
    app.add_option("--parent", options.table.parent_columns,
                   "A column of the table that names the province or district; may be given twice")
        ->type_name("NAME")
        ->allow_extra_args(false)
        ->needs(from);
    app.add_option("--sheet", options.table.table.sheet, "The sheet or layer of the table")
        ->type_name("NAME")
        ->needs(from);
}

void declare_answering(CLI::App& app, ResolveOptions& options) {
    app.option_defaults()->group("Write");
    app.add_option("-f,--format", options.picture.format,
                   "text, json or jsonl (one object a line); svg, png or pdf for a picture of one locality")
        ->check(CLI::IsMember({"text", "json", "jsonl", "svg", "png", "pdf"}))
        ->type_name("FORMAT");
    app.add_flag("--areas", options.answers.areas,
                 "Add to each answer in JSON its possible_area, a GeoJSON geometry");
    app.add_flag("--batch", options.answers.batch,
                 "With -: write the answers together while further lines are there, not each at once");
    app.add_option(
           "-o,--output", options.picture.output,
           "Write the table (.csv) or the picture (.svg, .png, .pdf) to this file, whole or not at all; "
           "default: standard output")
        ->type_name("OUT");
    declare_picture_options(app, options.picture);
}

}  // namespace

std::function<Exit()> declare_resolve(CLI::App& app, CommandReporter& reporter) {
    auto options = std::make_shared<ResolveOptions>();
    declare_asking(app, *options);
    declare_table(app, *options);
    declare_answering(app, *options);
    reporter.declare(
        app, {"", "in the answers also what was set aside, and the forms in which names were compared"});
    app.footer(
        "\nExamples:\n  incidentmap resolve --from places.xlsx --column Town --parent Province -o "
        "places.csv\n  incidentmap resolve Erbil \"Camp Taji\" ORER \"33°31'26\\\"N 44°15'24\\\"E\"\n  "
        "incidentmap resolve \"85 km north of Baghdad\" -o there.svg\n  echo '{\"place\": \"Sheikh Amir\", "
        "\"admin1\": "
        "\"Nineveh\"}' | incidentmap resolve - --input jsonl --format jsonl");
    return [options, &reporter] { return resolve(*options, reporter); };
}

}  // namespace incidentmap
