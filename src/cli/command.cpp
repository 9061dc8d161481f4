// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <csignal>
#include <cstdio>
#include <new>
#include <string>

#include "cli/command_reporter.hpp"
#include "cli/manual/help_text.hpp"
#include "cli/version_text.hpp"
#include "core/abandoned_folders.hpp"
#include "core/error.hpp"
#include "core/fault.hpp"
#include "core/unfinished.hpp"

namespace incidentmap {
namespace {

constexpr std::array all_commands{
    Command{"new", "Begin: a folder with a spreadsheet to fill, and how to make its map", declare_new},
    Command{"inspect", "Say how a table is read, column by column, and the command that builds it",
            declare_inspect},
    Command{"build", "Make map layers from tables of reports", declare_build},
    Command{"resolve", "Say where a place is, and why", declare_resolve},
    Command{"range", "Measure between two places: least, likely and greatest distance", declare_range},
    Command{"check", "Say what does not add up in tables of reports", declare_check},
    Command{"explain", "Say why an incident is where it is, and from what", declare_explain},
    Command{"project", "Make the QGIS project of a build again: after a renaming, with another title",
            declare_project},
    Command{"diff", "Say what differs between two builds, and what made it differ", declare_diff},
    Command{"decisions", "Turn points moved on the map into decisions", declare_decisions},
    Command{"extract", "Draft reports from news texts, for a person to confirm", declare_extract},
    Command{"postgis-union", "Make the shards of a build in a database one map", declare_postgis_union},
    Command{"gazetteer", "Make, list, describe or examine gazetteers", declare_gazetteer},
    Command{"manual", "Write the manual pages and completions of shells", declare_manual},
};

constexpr std::string_view hidden_command = "manual";

constexpr std::string_view about =
    "From reports of past, publicly reported incidents to map layers that can be defended:\n"
    "every point has a possible area and reasons, every distance a least, a likely and a greatest value.";

constexpr std::string_view examples =
    "\nExamples:\n"
    "  incidentmap inspect june.xlsx\n"
    "  incidentmap build data/incidents.csv -o output\n"
    "  incidentmap resolve \"Camp Taji\"\n"
    "  incidentmap range \"Sheikh Amir, Nineveh\" \"Erbil airport\"\n"
    "\nHelp for one command: incidentmap COMMAND --help";

/// Whether whoever started the program reads JSON: to be known before the options are understood, as what is
/// wrong with them is told too.
bool asks_for_json(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--log-format=json") return true;
        if (word == "--log-format" && i + 1 < argc && std::string_view(argv[i + 1]) == "json") return true;
    }
    return false;
}

int fail(CommandReporter& reporter, const char* message, Exit exit) {
    reporter.fail(message);
    return static_cast<int>(exit);
}

/// Without a command, or with a word that is none, one gets the list of those that there are.
void check_command(int argc, char** argv) {
    if (argc > 1 && *argv[1] == '-') return;
    const std::string word = argc > 1 ? argv[1] : "";
    std::string names;
    for (const Command& command : all_commands) {
        if (word == command.name || (command.name == "range" && word == "distance")) return;
        if (command.name == hidden_command) continue;
        names += (names.empty() ? "" : ", ") + std::string(command.name);
    }
    throw UsageError{(word.empty() ? "name a command" : "there is no command '" + word + "'") +
                     "; there are " + names + ". See incidentmap --help"};
}

int run_checked(int argc, char** argv, CommandReporter& reporter) {
    check_command(argc, argv);
    CLI::App app{std::string(about), "incidentmap"};
    app.require_subcommand(1);
    use_help_text(app);
    bool as_json = false;
    app.add_flag("--json", as_json, "With --version: one JSON object");
    app.set_version_flag(
        "--version", [&as_json] { return as_json ? version_json() : version_text(); },
        "The versions of the program, its libraries and gazetteers");
    app.footer(std::string(examples));
    std::function<Exit()> action;
    for (const Command& command : all_commands) {
        CLI::App& options = *app.add_subcommand(std::string(command.name), std::string(command.summary));
        options.callback([&action, chosen = command.declare(options, reporter)] { action = chosen; });
        if (command.name == "range") options.alias("distance");
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool asked = error.get_exit_code() == 0;  // for help or the version
        if (!asked && reporter.for_machines()) return fail(reporter, error.what(), Exit::usage);
        app.exit(error);
        return static_cast<int>(asked ? Exit::done : Exit::usage);
    }
    reporter.begin();
    remove_abandoned_folders();
    const Exit exit = action();
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) throw Error{"cannot write to standard output"};
    return static_cast<int>(exit);
}

}  // namespace

int run(int argc, char** argv) {
    // A write that fails is told as an error, not by a signal that leaves half a message.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    remove_unfinished_when_interrupted();
    CommandReporter reporter;
    if (asks_for_json(argc, argv)) reporter.speak_json();
    try {
        return run_checked(argc, argv, reporter);
    } catch (const UsageError& error) {
        return fail(reporter, error.what(), Exit::usage);
    } catch (const std::bad_alloc&) {
        return fail(reporter, "out of memory", Exit::failed);
    } catch (const Error& error) {
        return fail(reporter, error.what(), Exit::failed);
    } catch (const Fault& error) {
        return fail(reporter, error.what(), Exit::failed);
    } catch (const std::exception& error) {
        return fail(
            reporter,
            fault_in_words(std::string("running incidentmap ") + (argc > 1 ? argv[1] : ""), error).c_str(),
            Exit::failed);
    }
}

}  // namespace incidentmap
