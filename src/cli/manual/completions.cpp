// SPDX-License-Identifier: MIT
#include "cli/manual/completions.hpp"

#include <algorithm>
#include <string_view>

#include "core/text.hpp"

namespace incidentmap {
namespace {

/// The commands below one, and those below them, each once.
void append_commands(const DescribedCommand& command, std::vector<const DescribedCommand*>& to) {
    to.push_back(&command);
    for (const DescribedCommand& below : command.commands) append_commands(below, to);
}

std::vector<const DescribedCommand*> all_commands(const DescribedCommand& program) {
    std::vector<const DescribedCommand*> all;
    append_commands(program, all);
    return all;
}

/// In single quotation marks of a shell. fish has `\'` within them, the others leave and enter again.
std::string quoted(std::string_view text, std::string_view apostrophe) {
    std::string out = "'";
    for (const char letter : text) out += letter == '\'' ? std::string(apostrophe) : std::string(1, letter);
    return out + "'";
}
std::string quoted(std::string_view text) { return quoted(text, R"('\'')"); }

/// What an option does, short enough for a list.
std::string in_short(const std::string& description) {
    const std::size_t end =
        std::min({description.find("; "), description.find(". "), description.find(" (")});
    return shortened(description.substr(0, end), 90);
}

std::vector<std::string> words_of(const DescribedCommand& command) {
    std::vector<std::string> words;
    for (const DescribedCommand& below : command.commands) words.push_back(below.words.back());
    for (const DescribedOption& option : command.options) {
        if (!option.is_operand) words.insert(words.end(), option.names.begin(), option.names.end());
    }
    return words;
}

std::string joined_words(const DescribedCommand& command) { return joined(command.words, " "); }

std::string zsh_option(const DescribedOption& option) {
    const auto safe = [](std::string_view text) {
        std::string out;
        for (const char letter : text) {
            if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') out += '\\';
            out += letter;
        }
        return out;
    };
    std::string value;
    if (!option.value.empty() || option.is_operand) {
        value = ":" + safe(option.value.empty() ? option.names.front() : option.value) + ":";
        value += option.choices.empty() ? (option.takes_file || option.is_operand ? "_files" : " ")
                                        : "(" + joined(option.choices, " ") + ")";
    }
    if (option.is_operand) return "        " + quoted("*" + value) + " \\\n";
    std::string out;
    for (const std::string& name : option.names)
        out += "        " + quoted("*" + name + "[" + safe(in_short(option.description)) + "]" + value) +
               " \\\n";
    return out;
}

}  // namespace

std::string bash_completion(const DescribedCommand& program) {
    const auto all = all_commands(program);
    std::string commands;
    std::string values;
    std::string words;
    for (const DescribedCommand* command : all) {
        const std::string name = joined_words(*command);
        for (const DescribedCommand& below : command->commands)
            commands += std::string(commands.empty() ? "" : " | ") + quoted(name + " " + below.words.back());
        words += "        " + quoted(name) + ") words=" + quoted(joined(words_of(*command), " ")) + " ;;\n";
        for (const DescribedOption& option : command->options) {
            if (option.is_operand || option.value.empty()) continue;
            std::string when;
            for (const std::string& one : option.names)
                when += std::string(when.empty() ? "" : " | ") + quoted(name + " " + one);
            values += "        " + when + ")\n";
            if (!option.choices.empty())
                values += "            COMPREPLY=($(compgen -W " + quoted(joined(option.choices, " ")) +
                          " -- \"$current\"))\n";
            values += "            return ;;\n";
        }
    }
    return R"(# bash completion for incidentmap: what incidentmap --help says. Where nothing of it fits, files are offered.
_incidentmap() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= words= word i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case "$command $word" in
        )" +
           commands +
           R"()
            command=${command:+$command }$word ;;
        esac
    done
    case "$command $previous" in
)" + values +
           R"(    esac
    case $command in
)" + words +
           R"(    esac
    if [[ $current == -* || -z $command || $words != -* ]]; then
        COMPREPLY=($(compgen -W "$words" -- "$current"))
    fi
}
complete -o default -F _incidentmap incidentmap
)";
}

std::string zsh_completion(const DescribedCommand& program) {
    std::string out = "#compdef incidentmap\n# What incidentmap --help says.\n\n";
    const auto function_of = [](const DescribedCommand& command) {
        return "_incidentmap" + (command.words.empty() ? "" : "_" + joined(command.words, "_"));
    };
    const auto all = all_commands(program);
    for (const DescribedCommand* command : all) {
        out += function_of(*command) + "() {\n";
        std::string options;
        for (const DescribedOption& option : command->options) options += zsh_option(option);
        if (command->commands.empty()) {
            options.erase(options.size() - 3);  // the last backslash
            out += "    _arguments -S \\\n" + options + "\n}\n\n";
            continue;
        }
        out += "    local line state\n    _arguments -C \\\n" + options +
               "        '1: :->command' '*:: :->rest'\n    case $state in\n    command)\n        local -a "
               "commands=(\n";
        std::string cases;
        for (const DescribedCommand& below : command->commands) {
            out += "            " + quoted(below.words.back() + ":" + below.summary) + "\n";
            cases += "        " + below.words.back() + ") " + function_of(below) + " ;;\n";
        }
        out += "        )\n        _describe command commands ;;\n    rest)\n        case $line[1] in\n" +
               cases + "        esac ;;\n    esac\n}\n\n";
    }
    return out + "_incidentmap \"$@\"\n";
}

std::string fish_completion(const DescribedCommand& program) {
    std::string out = "# fish completion for incidentmap: what incidentmap --help says.\n";
    const auto quoted_here = [](std::string_view text) { return quoted(text, "\\'"); };
    for (const DescribedCommand* command : all_commands(program)) {
        std::string when = "__fish_use_subcommand";
        if (!command->words.empty()) {
            when.clear();
            for (const std::string& word : command->words)
                when += std::string(when.empty() ? "" : "; and ") + "__fish_seen_subcommand_from " + word;
        }
        std::string none_below = when;
        if (!command->words.empty()) {
            for (const DescribedCommand& below : command->commands)
                none_below += "; and not __fish_seen_subcommand_from " + below.words.back();
        }
        for (const DescribedCommand& below : command->commands)
            out += "complete -c incidentmap -f -n " + quoted_here(none_below) + " -a " + below.words.back() +
                   " -d " + quoted_here(below.summary) + "\n";
        for (const DescribedOption& option : command->options) {
            if (option.is_operand) continue;
            out += "complete -c incidentmap -n " + quoted_here(none_below);
            for (const std::string& name : option.names)
                out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.choices.empty()) {
                out += " -x -a " + quoted_here(joined(option.choices, " "));
            } else if (!option.value.empty()) {
                out += option.takes_file ? " -r -F" : " -x";
            }
            out += " -d " + quoted_here(in_short(option.description)) + "\n";
        }
    }
    return out;
}

}  // namespace incidentmap
