// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

namespace CLI {
class App;
}

namespace incidentmap {

class CommandReporter;

/// What a command ends with; see the exit codes in the README.
enum class Exit { done = 0, failed = 1, usage = 2, unfinished = 3 };

/// One command: `declare` names its options, those of how it talks too, and gives back what runs once they
/// are parsed. To add a command, write its file and add its row to the table in command.cpp.
struct Command {
    std::string_view name;
    std::string_view summary;
    std::function<Exit()> (*declare)(CLI::App& options, CommandReporter& reporter);
};

std::function<Exit()> declare_build(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_resolve(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_range(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_check(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_inspect(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_new(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_explain(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_project(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_diff(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_decisions(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_extract(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_postgis_union(CLI::App& options, CommandReporter& reporter);
std::function<Exit()> declare_gazetteer(CLI::App& options, CommandReporter& reporter);
/// A hidden one: man pages and completions, made from the help of the others.
std::function<Exit()> declare_manual(CLI::App& options, CommandReporter& reporter);

/// Runs the program. Nothing is thrown: errors become one sentence on standard error and an exit code.
int run(int argc, char** argv);

}  // namespace incidentmap
