// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "cli/progress.hpp"
#include "core/reporter.hpp"

namespace CLI {
class App;
}

namespace incidentmap {

/// How bad, or how unimportant, what is said beside the answer is.
enum class LogLevel { debug, info, warning, error };

/// What a run says beside its answer, on standard error: messages, progress and errors; for people a line
/// each, or for machines one JSON object a line. What is asked for (a table, a location) goes to standard
/// output and is none of this.
class CommandReporter : public Reporter {
  public:
    /// What the options do for a command besides; empty: nothing.
    struct Words {
        std::string quiet;
        std::string verbose;
    };
    /// Declares --quiet, --verbose and --log-format.
    void declare(CLI::App& app, const Words& besides = {});

    /// As --log-format json does, for what goes wrong before the options are understood.
    void speak_json() { m_format = "json"; }

    /// Puts into force what was declared. To be called once, when the options are parsed.
    void begin();

    bool quiet() const { return m_quiet; }
    bool verbose() const { return m_verbose && !m_quiet; }
    bool for_machines() const { return m_format == "json"; }

    /// Something worth knowing; not with --quiet.
    void say(std::string_view message) override { tell(LogLevel::info, message); }
    /// What is read, from where; with --verbose only.
    void detail(std::string_view message) override { tell(LogLevel::debug, message); }
    /// A warning, which --quiet leaves out too: it belongs to what was asked for.
    void warn(std::string_view message) { tell(LogLevel::warning, message); }
    /// Why the run ends. Never left out.
    void fail(std::string_view message) { tell(LogLevel::error, message); }

    /// Of a check, for machines alone: people find them in the answer. \param value the cell, as it stands
    void finding(const Finding& finding, std::string_view value) override;

    /// The same, and a line for people too: for what has no answer that it would stand in.
    void tell(const Finding& finding);

    /// How far the work is: on a terminal, for people.
    void show(const Progress& progress) override { m_line.show(progress); }

    /// A part of the work begins; with --verbose, how long the one before it took.
    void phase(std::string_view name) override;

    /// The last part is over, and the line of progress away: what follows is the answer.
    void end();

  private:
    void tell(LogLevel level, std::string_view message);

    bool m_quiet = false;
    bool m_verbose = false;
    std::string m_format = "text";
    ProgressLine m_line{false};
    std::string m_phase;
    std::chrono::steady_clock::time_point m_phase_since;
};

/// `{"level":"info","code":null,"file":null,"row":null,"column":null,"value":null,"message":"…"}`
std::string log_line(LogLevel level, std::string_view message);

/// The same of a finding: `note` has the level `info`.
std::string log_line(const Finding& finding, std::string_view value);

}  // namespace incidentmap
