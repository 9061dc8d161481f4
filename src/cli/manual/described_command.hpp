// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace incidentmap {

/// An option of a command, in the words of its help.
struct DescribedOption {
    std::string group;                 ///< the heading that it stands below
    std::vector<std::string> names;    ///< `-f`, `--format`; for an operand its name, `input`
    std::string value;                 ///< what it takes: `FORMAT`; empty for a switch
    std::vector<std::string> choices;  ///< the only values that it takes; empty: any
    std::string description;           ///< with what it is where it is not given
    bool is_operand = false;
    bool is_required = false;
    bool takes_file = false;
};

/// A command of the program, or the program itself.
struct DescribedCommand {
    std::vector<std::string> words;  ///< `gazetteer`, `import`; none: the program itself
    std::string summary;
    std::vector<DescribedOption> options;  ///< operands first, then in the order of the help
    std::string notes;                     ///< what stands below the options, without the examples
    std::string examples;
    std::vector<DescribedCommand> commands;
};

DescribedOption described(const CLI::Option& option);

/// The command with those below it; hidden ones are left out.
DescribedCommand described(const CLI::App& app);

}  // namespace incidentmap
