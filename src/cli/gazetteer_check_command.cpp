// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/gazetteer_commands.hpp"
#include "cli/text_table.hpp"
#include "core/json_text.hpp"
#include "gazetteer/gazetteer_check.hpp"

namespace incidentmap {
namespace {

struct CheckArguments {
    std::vector<std::string> gazetteers;
    std::string format = "text";
    std::size_t most = 20;
    bool strict = false;
    std::string fail_on;
};

std::string place_text(const PlaceFinding& finding) { return finding.name + " [" + finding.place_id + "]"; }

void print_table(const std::string& path, const GazetteerFindings& found) {
    if (found.counts.empty()) {
        std::printf("%s: nothing to check\n", one_line(path).c_str());
        return;
    }
    std::vector<std::vector<std::string>> rows{{"code", "place", "what to check"}};
    for (const PlaceFinding& finding : found.findings)
        rows.push_back({finding.code, place_text(finding), finding.sentence});
    std::printf("%s\n%s\n", one_line(path).c_str(), text_table(rows, 90).c_str());
    std::vector<std::vector<std::string>> counts{{"code", "count"}};
    for (const auto& [code, count] : found.counts) counts.push_back({code, std::to_string(count)});
    std::fputs(text_table(counts).c_str(), stdout);
}

/// One object a finding.
void add_json(std::string& out, const std::string& path, const PlaceFinding& finding) {
    const auto member = [&out](const char* name, const std::string& value) {
        append_json(out, name);
        out += ':';
        append_json(out, value);
        out += ',';
    };
    out += out.empty() ? "[\n{" : ",\n{";
    member("gazetteer", path);
    member("code", finding.code);
    member("severity", to_string(finding.severity));
    member("place_id", finding.place_id);
    member("name", finding.name);
    member("sentence", finding.sentence);
    out += "\"lon\":";
    append_json(out, finding.position.lon, 6);
    out += ",\"lat\":";
    append_json(out, finding.position.lat, 6);
    out += '}';
}

/// True where a finding is as bad as the severity named, or worse; of each code at least one is among them.
bool has_as_bad(const GazetteerFindings& found, const std::string& severity) {
    for (const Severity each : {Severity::note, Severity::warning, Severity::error}) {
        if (severity != to_string(each)) continue;
        return std::any_of(found.findings.begin(), found.findings.end(),
                           [each](const PlaceFinding& finding) { return finding.severity >= each; });
    }
    return false;
}

Exit check(const CheckArguments& arguments, CommandReporter& reporter) {
    const bool json = arguments.format == "json";
    std::string out;
    bool failed = false;
    for (const std::string& path : arguments.gazetteers) {
        reporter.phase("examining " + path);
        const GazetteerFindings found =
            check_gazetteer(path, json ? std::numeric_limits<std::size_t>::max() : arguments.most);
        failed =
            failed || (arguments.strict && !found.counts.empty()) || has_as_bad(found, arguments.fail_on);
        if (!json) print_table(path, found);
        for (const PlaceFinding& finding : found.findings) {
            if (json) add_json(out, path, finding);
        }
    }
    reporter.end();
    if (json) std::printf("%s\n", out.empty() ? "[]" : (out + "\n]").c_str());
    return failed ? Exit::unfinished : Exit::done;
}

}  // namespace

std::function<Exit()> declare_gazetteer_check(CLI::App& app, CommandReporter& reporter) {
    auto arguments = std::make_shared<CheckArguments>();
    app.add_option("gazetteer", arguments->gazetteers, "The gazetteers")->required()->type_name("FILE...");
    app.add_option("-f,--format", arguments->format, "text, or json with all findings")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
    app.add_option("--most", arguments->most, "How many findings of each code the text has (20)")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    app.add_flag("--strict", arguments->strict, "End with 3 where something was found");
    app.add_option("--fail-on", arguments->fail_on, "End with 3 where a finding is as bad as that, or worse")
        ->check(CLI::IsMember({"note", "warning", "error"}))
        ->type_name("SEVERITY");
    reporter.declare(app);
    app.footer(
        "\nLooks for places outside the outline of their country or province, at 0/0, on the centroid of a\n"
        "larger area, of one id, without a letter in their name, for twins within 200 m, points far apart, "
        "and\n"
        "for provinces and sources that are not in the gazetteer. docs/checks.md lists all.\n"
        "\nExample:\n  incidentmap gazetteer check iraq.gpkg");
    return [arguments, &reporter] { return check(*arguments, reporter); };
}

}  // namespace incidentmap
