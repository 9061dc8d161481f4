// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "cli/build_text.hpp"
#include "cli/colours.hpp"
#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/finding_text.hpp"
#include "cli/opened_gazetteers.hpp"
#include "cli/reading_options.hpp"

namespace incidentmap {
namespace {

struct CheckArguments {
    BuildRequest options;
    ReadingArguments reading;
    std::string format = "text";
};

/// Keeps what the checks find, and tells all else as the command does.
class FindingCollector : public Reporter {
  public:
    explicit FindingCollector(Reporter& reporter) : m_reporter{reporter} {}

    void phase(std::string_view name) override { m_reporter.phase(name); }
    void say(std::string_view message) override { m_reporter.say(message); }
    void detail(std::string_view message) override { m_reporter.detail(message); }
    void show(const Progress& progress) override { m_reporter.show(progress); }
    void finding(const Finding& finding, std::string_view value) override {
        m_findings.push_back(finding);
        m_reporter.finding(finding, value);
    }

    /// In the order in which a person goes through them.
    std::vector<Finding> in_order() const {
        std::vector<Finding> findings = m_findings;
        put_in_order(findings);
        return findings;
    }

  private:
    Reporter& m_reporter;
    std::vector<Finding> m_findings;
};

std::string counted(std::int64_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// `1 error, 2 warnings and 3 notes in 22 reports of 17 incidents`.
std::string total(const BuildSummary& summary) {
    const std::int64_t errors = findings_from(summary, Severity::error);
    const std::int64_t warnings = findings_from(summary, Severity::warning) - errors;
    const std::int64_t notes = findings_from(summary, Severity::note) - warnings - errors;
    const std::string what = errors + warnings + notes == 0
                                 ? "nothing to check"
                                 : counted(errors, "error") + ", " + counted(warnings, "warning") + " and " +
                                       counted(notes, "note");
    return what + " in " + counted(summary.reports, "report") + " of " +
           counted(summary.counts.incidents, "incident");
}

void print(const std::string& text) { std::fputs(text.c_str(), stdout); }

void print_json(const std::vector<Finding>& findings, const BuildSummary& summary) {
    print("{\"reports\":" + std::to_string(summary.reports) +
          ",\"incidents\":" + std::to_string(summary.counts.incidents) + ",\"findings\":[");
    for (std::size_t i = 0; i < findings.size(); ++i) print((i > 0 ? ",\n" : "\n") + to_json(findings[i]));
    print("]}\n");
}

void print_text(const std::vector<Finding>& findings, const BuildSummary& summary) {
    const std::string missing = not_mapped_text(summary, Colours::of_stdout());
    if (!findings.empty()) print(to_text(findings, Colours::of_stdout()) + "\n");
    print(total(summary) + "\n" + missing);
    if (!summary.gazetteer_advice.empty()) print("\n" + summary.gazetteer_advice + "\n");
}

Exit check(const CheckArguments& arguments, CommandReporter& reporter) {
    BuildRequest options = arguments.options;
    understand(arguments.reading, options);
    options.write = false;
    FindingCollector collector(reporter);
    tell_of_setup(options.gazetteers, reporter);
    const BuildSummary summary = run_build(options, collector);
    reporter.end();
    const std::vector<Finding> findings = collector.in_order();
    if (arguments.format == "json") {
        print_json(findings, summary);
    } else if (arguments.format == "jsonl") {
        for (const Finding& finding : findings) print(to_json(finding) + "\n");
    } else if (arguments.format == "csv") {
        print(finding_csv_header());
        for (const Finding& finding : findings) print(to_csv_row(finding));
    } else {
        print_text(findings, summary);
    }
    const bool failed = options.fail_on && findings_from(summary, *options.fail_on) > 0;
    return failed ? Exit::unfinished : Exit::done;
}

}  // namespace

std::function<Exit()> declare_check(CLI::App& app, CommandReporter& reporter) {
    auto arguments = std::make_shared<CheckArguments>();
    declare_inputs(app, arguments->reading, arguments->options);
    declare_choice(app, arguments->reading, arguments->options);
    declare_deciding(app, arguments->options);
    app.option_defaults()->group("Write");
    app.add_option("--format", arguments->format,
                   "text for people; json one object, jsonl one object a finding, csv a table")
        ->check(CLI::IsMember({"text", "json", "jsonl", "csv"}))
        ->capture_default_str()
        ->type_name("FORMAT");
    reporter.declare(app);
    app.footer(
        "\nReads the reports as a build does, and writes no file. docs/checks.md has every code with an "
        "example.\n"
        "\nExamples:\n"
        "  incidentmap check data/incidents.csv\n"
        "  incidentmap check june.csv --fail-on warning --ignore uncertainty-not-stated,sources-disagree\n"
        "  incidentmap check june.csv --format csv > findings.csv");
    return [arguments, &reporter] { return check(*arguments, reporter); };
}

}  // namespace incidentmap
