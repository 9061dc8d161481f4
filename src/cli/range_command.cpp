// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/location_text.hpp"
#include "cli/opened_gazetteers.hpp"
#include "cli/picture_output.hpp"
#include "cli/stated_country.hpp"
#include "core/error.hpp"
#include "core/json_text.hpp"
#include "core/text.hpp"
#include "geodesy/distance_text.hpp"
#include "locate/measure.hpp"
#include "locate/reasons.hpp"
#include "locate/resolver.hpp"
#include "writer/picture/location_picture.hpp"

namespace incidentmap {
namespace {

struct RangeOptions {
    std::string from;
    std::string to;
    std::vector<std::string> gazetteers;
    std::string country;
    PictureRequest picture;
};

std::string km(double metres, int decimals = 2) { return to_text(metres / 1'000, decimals); }

/// A sentence to quote: it claims no more than the bounds bear.
std::string sentence(const Location& from, const Location& to, const DistanceBounds& bounds) {
    const auto direction = compass(bounds.azimuth);
    return to.name + " is " + distance_text(bounds.min_m, bounds.likely_m, bounds.max_m) +
           (direction ? " " + *direction + " of " : " from ") + from.name + ", as the crow flies.";
}

std::string no_distance(const Location& from, const Location& to, const Measure& measured) {
    for (const Location* end : {&from, &to}) {
        if (!end->has_place())
            return "No distance: \"" + end->query + "\" is " + to_string(end->status) + ". " +
                   reasons_text(*end);
    }
    return "No distance: " + measured.why_null;
}

std::string range_text(const Location& from, const Location& to, const Measure& measured, bool verbose,
                       const Colours& colours) {
    std::string text =
        "From " + to_text(from, verbose, colours) + "\nTo " + to_text(to, verbose, colours) + "\n";
    if (!measured.bounds) return text + no_distance(from, to, measured) + "\n";
    const DistanceBounds& b = *measured.bounds;
    text += colours.heading(sentence(from, to, b)) + "\n";
    text +=
        "  least " + km(b.min_m) + " km, likely " + km(b.likely_m) + " km, greatest " + km(b.max_m) + " km\n";
    text += "  azimuth " + to_text(b.azimuth.likely_deg, 1) + "° (" + to_text(b.azimuth.start_deg, 1) +
            "° to " + to_text(b.azimuth.end_deg, 1) + "°, " + compass_span(b.azimuth) + "); back " +
            to_text(b.back_azimuth_deg, 1) + "°\n";
    return text;
}

void append_number(std::string& out, std::string_view name, double value, int decimals) {
    append_json(out, name);
    out += ':';
    append_json(out, value, decimals);
}

std::string range_json(const Location& from, const Location& to, const Measure& measured) {
    std::string out = "{\"from\":" + to_json(from) + ",\"to\":" + to_json(to);
    if (!measured.bounds) {
        out +=
            R"(,"distance_km":null,"distance_text":null,"azimuth_deg":null,"back_azimuth_deg":null,"compass":null,"compass_span":null,"because":)";
        append_json(out, no_distance(from, to, measured));
        return out + "}\n";
    }
    const DistanceBounds& b = *measured.bounds;
    out += ",\"distance_km\":{";
    append_number(out, "min", b.min_m / 1'000, 3);
    out += ',';
    append_number(out, "likely", b.likely_m / 1'000, 3);
    out += ',';
    append_number(out, "max", b.max_m / 1'000, 3);
    out += "},\"distance_text\":";
    append_json(out, distance_text(b.min_m, b.likely_m, b.max_m));
    out += ",\"azimuth_deg\":{";
    append_number(out, "start", b.azimuth.start_deg, 1);
    out += ',';
    append_number(out, "likely", b.azimuth.likely_deg, 1);
    out += ',';
    append_number(out, "end", b.azimuth.end_deg, 1);
    out += "},";
    append_number(out, "back_azimuth_deg", b.back_azimuth_deg, 1);
    out += ",\"compass\":";
    if (const auto direction = compass(b.azimuth)) {
        append_json(out, *direction);
    } else {
        out += "null";
    }
    out += ",\"compass_span\":";
    append_json(out, compass_span(b.azimuth));
    return out + ",\"because\":null}\n";
}

Exit range(const RangeOptions& options, CommandReporter& reporter) {
    const auto picture = picture_options(options.picture);
    if (!picture && !options.picture.output.empty())
        throw UsageError{"-o " + options.picture.output +
                         " is for a picture: let its name end in .svg, .png or .pdf"};
    require_country(options.country);
    Resolver resolver(open_gazetteers(options.gazetteers, reporter));
    reporter.phase("measuring");
    const Location& from =
        resolver.resolve({as_utf8(options.from).text, options.country, {}, {}, std::nullopt});
    const Location& to = resolver.resolve({as_utf8(options.to).text, options.country, {}, {}, std::nullopt});
    const Measure measured = from.has_place() && to.has_place() ? measure(from, to) : Measure{};
    if (picture) {
        write_picture(options.picture, *picture,
                      picture_of(from, to, measured, {resolver.gazetteers()}, *picture));
        return Exit::done;
    }
    reporter.end();
    const std::string text = options.picture.format == "json"
                                 ? range_json(from, to, measured)
                                 : range_text(from, to, measured, reporter.verbose(), Colours::of_stdout());
    std::fputs(text.c_str(), stdout);
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_range(CLI::App& app, CommandReporter& reporter) {
    auto options = std::make_shared<RangeOptions>();
    app.add_option("from", options->from, "Words that say where from")->required();
    app.add_option("to", options->to, "Words that say where to")->required();
    app.add_option("-g,--gazetteer", options->gazetteers, gazetteer_help)
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("-f,--format", options->picture.format, "text or json; svg, png or pdf for a picture")
        ->check(CLI::IsMember({"text", "json", "svg", "png", "pdf"}))
        ->type_name("FORMAT");
    app.add_option("-o,--output", options->picture.output,
                   "Write the picture to this file; default: standard output")
        ->type_name("OUT");
    declare_picture_options(app, options->picture);
    app.add_option("--country", options->country, "Only places in this country")->type_name("CC");
    reporter.declare(app, {"", "in the answer also what was set aside"});
    app.footer(
        "\nExamples:\n  incidentmap range \"Sheikh Amir, Nineveh\" \"Irbil International Airport\"\n  "
        "incidentmap range "
        "\"Sheikh Amir, Nineveh\" \"Irbil International Airport\" -o range.png");
    return [options, &reporter] { return range(*options, reporter); };
}

}  // namespace incidentmap
