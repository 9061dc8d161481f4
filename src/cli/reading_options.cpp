// SPDX-License-Identifier: MIT
#include "cli/reading_options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "build/map_key.hpp"
#include "cli/command_reporter.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/default_gazetteers.hpp"
#include "incident/checks/check_list.hpp"

namespace incidentmap {
namespace {

Day day(const std::string& text, const std::string& option, bool last) {
    const ReadDate read = read_date(text);
    if (const auto* why = std::get_if<std::string>(&read)) throw UsageError{option + ": " + *why};
    const auto& date = std::get<EventDate>(read);
    return last ? date.last : date.first;
}

Box box(const std::string& text) {
    const std::vector<std::string> parts = split_list(text, ",");
    if (parts.size() != 4) throw UsageError{"--box " + text + " is not west,south,east,north in degrees"};
    const Box box{number_of(parts[0], "--box"), number_of(parts[1], "--box"), number_of(parts[2], "--box"),
                  number_of(parts[3], "--box")};
    if (!is_valid({box.west, box.south}) || !is_valid({box.east, box.north}) || box.south > box.north) {
        throw UsageError{
            "--box " + text +
            ": longitudes are -180 to 180, latitudes -90 to 90, and the south is not above the north"};
    }
    return box;
}

}  // namespace

double number_of(const std::string& text, const std::string& option) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(value == value))
        throw UsageError{option + ": '" + text + "' is no number"};
    return value;
}

void declare_table_reading(CLI::App& app, ReadingArguments& arguments, BuildRequest& options) {
    app.add_option("--map", arguments.maps, "Read a column as one of ours: place=Town; may be repeated")
        ->type_name("OURS=THEIRS")
        ->allow_extra_args(false);
    app.add_option("--sheet", options.input.table.sheet, "The sheet or layer to read")->type_name("NAME");
    app.add_option("--assume", arguments.assumed,
                   "What stands in a column of ours where nothing does: country=YE; may be repeated")
        ->type_name("OURS=VALUE")
        ->allow_extra_args(false);
    app.add_option("--table", arguments.table,
                   "none: read an export of ACLED, UCDP and the like as any other table")
        ->check(CLI::IsMember({"none"}))
        ->type_name("NAME");
    app.add_option("--header-row", options.input.table.header_row,
                   "The row that names the columns; default: it is found")
        ->check(CLI::Range(1, 1000))
        ->type_name("N");
    app.add_option("--dates", arguments.dates, "How to read 03/04/2020: day first (dmy) or month first (mdy)")
        ->check(CLI::IsMember({"dmy", "mdy"}))
        ->type_name("ORDER");
}

void declare_inputs(CLI::App& app, ReadingArguments& arguments, BuildRequest& options) {
    app.option_defaults()->group("Read");
    app.add_option("input", options.inputs,
                   "Tables of reports: CSV, XLSX, ODS, GeoJSON, GeoPackage, FlatGeobuf, Shapefile; - is CSV "
                   "on standard input")
        ->required()
        ->type_name("INPUT...");
    app.add_flag("--drafts", options.input.with_drafts,
                 "Also the drafts of a table of extract that nobody has confirmed");
    app.add_option("-g,--gazetteer", options.gazetteers, gazetteer_help)
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--sources", options.sources,
                   "The table of sources; default: sources.csv beside the input, or a sheet sources")
        ->type_name("FILE");
    declare_table_reading(app, arguments, options);
    app.add_option("--weapon-ranges", options.weapon_ranges,
                   "A table of published maximum ranges (weapon, max_range_km, source) to check with")
        ->type_name("FILE");
}

void declare_choice(CLI::App& app, ReadingArguments& arguments, BuildRequest& options) {
    app.option_defaults()->group("Choose");
    app.add_option("--since", arguments.since, "Only incidents on or after this day")->type_name("DATE");
    app.add_option("--until", arguments.until, "Only incidents on or before this day")->type_name("DATE");
    app.add_option("--country", arguments.countries, "Only incidents in these countries (IQ,SY)")
        ->type_name("CC,...");
    app.add_option("--box", arguments.box, "Only incidents whose possible area reaches into this box")
        ->type_name("W,S,E,N");
    app.add_option("--admin1", arguments.provinces,
                   "Only incidents in these provinces, by any of their names")
        ->type_name("NAME,...");
    app.add_option("--within", options.within, "Only incidents that may lie within so many km of a place")
        ->type_name("KM:LOCALITY");
    app.add_option("--where", options.where,
                   "Only incidents of which this holds: = != < <= > >=, several values with commas between; "
                   "if repeated, all must hold. COLUMN is " +
                       map_key_help())
        ->type_name("COLUMN=VALUE,...")
        ->allow_extra_args(false);
    app.add_option("--ignore", arguments.ignored,
                   "Leave out findings of these codes (docs/checks.md); may be repeated")
        ->type_name("CODE,...")
        ->allow_extra_args(false);
    app.add_option("--fail-on", arguments.fail_on, "Exit 3 where a finding is as bad as that, or worse")
        ->check(CLI::IsMember({"error", "warning"}))
        ->type_name("SEVERITY");
}

void declare_deciding(CLI::App& app, BuildRequest& options) {
    app.option_defaults()->group("Decide");
    CLI::Option* decisions =
        app.add_option("--decisions", options.decisions,
                       "The table of decisions (.csv); default: NAME.decisions.csv beside the first input "
                       "NAME.*. With standard input alone there is none unless it is named")
            ->type_name("FILE");
    app.add_flag_callback(
           "--no-decisions", [&options] { options.use_decisions = false; },
           "Neither read nor write decisions, nor reports that may be one")
        ->excludes(decisions);
    app.add_option("--same", options.same,
                   "Reports that may be one incident (.csv); default: NAME.same.csv beside NAME.*")
        ->type_name("FILE");
    app.add_option("--merge-above", options.merge_above,
                   "Merge, without a person, incidents that score at least this (0.95); tell it")
        ->check(CLI::Range(0.5, 1.0))
        ->type_name("SCORE");
}

void understand(const ReadingArguments& arguments, BuildRequest& options) {
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
    if (!arguments.provinces.empty()) options.where.push_back("admin1=" + arguments.provinces);
    if (!arguments.box.empty()) options.filter.box = box(arguments.box);
    for (const std::string& pair : arguments.maps) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            throw UsageError{"--map " + pair + " is not COLUMN=THEIRS, such as place=Town"};
        options.input.column_names[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    for (const std::string& pair : arguments.assumed) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            throw UsageError{"--assume " + pair + " is not COLUMN=VALUE, such as country=YE"};
        options.input.assumed[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    options.input.use_known_tables = arguments.table != "none";
    options.ignored = read_codes(arguments.ignored);
    for (Severity severity : {Severity::warning, Severity::error}) {
        if (arguments.fail_on == to_string(severity)) options.fail_on = severity;
    }
    if (std::count(options.inputs.begin(), options.inputs.end(), "-") > 1)
        throw UsageError{"standard input (-) can be read once only"};
}

}  // namespace incidentmap
