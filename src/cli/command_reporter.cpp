// SPDX-License-Identifier: MIT
#include "cli/command_reporter.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "cli/colours.hpp"
#include "cli/text_table.hpp"
#include "core/json_object.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

const char* name_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return "debug";
        case LogLevel::info:
            return "info";
        case LogLevel::warning:
            return "warning";
        case LogLevel::error:
            return "error";
    }
    return "";
}

LogLevel level_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return LogLevel::info;
        case Severity::warning:
            return LogLevel::warning;
        case Severity::error:
            return LogLevel::error;
    }
    return LogLevel::info;
}

/// No time stands in it: the same run says the same to the byte, and who collects logs adds the time.
std::string object(LogLevel level, const Finding& finding, std::string_view value, std::string_view message) {
    std::string out;
    JsonObject line(out);
    line.text("level", name_of(level));
    line.text("code", finding.code);
    line.text("file", as_utf8(finding.file).text);
    line.integer("row", finding.row > 0 ? std::optional(finding.row) : std::nullopt);
    line.text("column", as_utf8(finding.column).text);
    line.text("value", as_utf8(value).text);
    line.text("message", as_utf8(message).text);
    line.end();
    return out;
}

/// For people: errors and warnings are told as such.
std::string line_for_people(LogLevel level, std::string_view message) {
    const Colours colours = Colours::of_stderr();
    const std::string text = one_line(message);
    if (level == LogLevel::error) return colours.paint(Paint::bad, "incidentmap:") + " " + text;
    if (level == LogLevel::warning) return colours.paint(Paint::doubt, "warning:") + " " + text;
    return level == LogLevel::debug ? colours.paint(Paint::quiet, text) : text;
}

}  // namespace

void CommandReporter::declare(CLI::App& app, const Words& besides) {
    const std::string group = "What is said beside the answer, on standard error";
    CLI::Option* quiet = app.add_flag("-q,--quiet", m_quiet, "Only errors" + besides.quiet)->group(group);
    app.add_flag("-v,--verbose", m_verbose,
                 "Also what is read, from which gazetteers, and how long each part took" +
                     (besides.verbose.empty() ? "" : "; " + besides.verbose))
        ->group(group)
        ->excludes(quiet);
    app.add_option("--log-format", m_format,
                   "text for people, or json: one object a line, each message, error and finding of a check")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str()
        ->type_name("FORMAT")
        ->group(group);
}

void CommandReporter::begin() { m_line.wants(!m_quiet && !for_machines()); }

void CommandReporter::tell(LogLevel level, std::string_view message) {
    if (level == LogLevel::debug && !m_verbose) return;
    if (level != LogLevel::error && m_quiet) return;
    m_line.clear();
    const std::string line = for_machines() ? log_line(level, message) : line_for_people(level, message);
    std::fflush(stdout);
    std::fprintf(stderr, "%s\n", line.c_str());
}

void CommandReporter::finding(const Finding& finding, std::string_view value) {
    if (!for_machines() || (m_quiet && finding.severity != Severity::error)) return;
    std::fprintf(stderr, "%s\n", log_line(finding, value).c_str());
}

void CommandReporter::tell(const Finding& found) {
    if (for_machines()) return finding(found, {});
    if (m_quiet && found.severity != Severity::error) return;
    m_line.clear();
    std::fprintf(stderr, "%s: %s\n", Colours::of_stderr().word(found.severity).c_str(),
                 one_line(to_line(found)).c_str());
}

void CommandReporter::phase(std::string_view name) {
    const auto now = std::chrono::steady_clock::now();
    if (!m_phase.empty()) {
        const std::chrono::duration<double> taken = now - m_phase_since;
        detail(m_phase + ": " + to_text(taken.count(), 2) + " s");
    }
    m_phase = name;
    m_phase_since = now;
}

void CommandReporter::end() {
    phase({});
    m_line.clear();
}

std::string log_line(LogLevel level, std::string_view message) { return object(level, {}, {}, message); }

std::string log_line(const Finding& finding, std::string_view value) {
    return object(level_of(finding.severity), finding, value, finding.sentence);
}

}  // namespace incidentmap
