// SPDX-License-Identifier: MIT
#include "cli/manual/man_page.hpp"

#include <string_view>

#include "core/text.hpp"
#include "core/version.hpp"

namespace incidentmap {
namespace {

/// Text as roff has it: no hyphen becomes another sign, and no line begins a request.
std::string roff(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        const bool begins = out.empty() || out.back() == '\n';
        if (letter == '\\') {
            out += "\\e";
        } else if (letter == '-') {
            out += "\\-";
        } else if (begins && (letter == '.' || letter == '\'')) {
            out += std::string("\\&") + letter;
        } else {
            out += letter;
        }
    }
    return out;
}

/// An argument of a request, in its quotation marks.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char letter : roff(text)) out += letter == '"' ? std::string("\\(dq") : std::string(1, letter);
    return out + "\"";
}

std::string program_and(const DescribedCommand& command) {
    return "incidentmap" + (command.words.empty() ? "" : " " + joined(command.words, " "));
}

std::string synopsis(const DescribedCommand& command) {
    std::string out = ".B " + roff(program_and(command)) + "\n";
    if (!command.commands.empty()) return out + ".I COMMAND\n[\\fIOPTIONS\\fR]\n";
    out += "[\\fIOPTIONS\\fR]\n";
    for (const DescribedOption& option : command.options) {
        if (!option.is_operand) continue;
        const std::string name = "\\fI" + roff(option.names.front()) + "\\fR";
        out += (option.is_required ? name : "[" + name + "]") + "\n";
    }
    return out;
}

std::string options(const DescribedCommand& command) {
    std::string out;
    std::string group;
    for (const DescribedOption& option : command.options) {
        const std::string heading = option.is_operand ? "Operands" : option.group;
        if (heading != group) out += ".SS " + quoted(heading) + "\n";
        group = heading;
        out += ".TP\n";
        std::string names;
        for (const std::string& name : option.names)
            names += (names.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
        out += names +
               (option.value.empty() || option.is_operand ? "" : " \\fI" + roff(option.value) + "\\fR") +
               "\n";
        out += roff(option.description);
        if (!option.choices.empty()) out += " (" + roff(joined(option.choices, ", ")) + ")";
        out += "\n";
    }
    return out;
}

}  // namespace

std::string page_name(const DescribedCommand& command) {
    return "incidentmap" + (command.words.empty() ? "" : "-" + joined(command.words, "-"));
}

std::string man_page(const DescribedCommand& command) {
    const std::string name = page_name(command);
    std::string title;
    for (const char letter : name)
        title += static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 32 : letter);
    std::string out = ".TH " + quoted(title) + " 1 \"\" \"incidentmap " + version() + "\" \"incidentmap\"\n";
    const std::string summary = command.summary.substr(0, command.summary.find('\n'));
    out += ".SH NAME\n" + roff(name) + " \\- " + roff(summary) + "\n";
    out += ".SH SYNOPSIS\n" + synopsis(command);
    if (summary != command.summary || !command.notes.empty()) {
        out += ".SH DESCRIPTION\n";
        if (summary != command.summary) out += roff(command.summary) + "\n";
        if (!command.notes.empty())
            out += (summary != command.summary ? ".PP\n" : "") + roff(command.notes) + "\n";
    }
    if (!command.commands.empty()) {
        out += ".SH COMMANDS\n";
        for (const DescribedCommand& below : command.commands)
            out += ".TP\n.B " + roff(below.words.back()) + "\n" + roff(below.summary) + "\n";
    }
    out += ".SH OPTIONS\n" + options(command);
    if (!command.examples.empty()) out += ".SH EXAMPLES\n.nf\n" + roff(command.examples) + "\n.fi\n";
    out +=
        ".SH EXIT STATUS\n.TP\n.B 0\nDone.\n.TP\n.B 1\nFailed; nothing was replaced.\n.TP\n.B 2\nWrong "
        "usage.\n.TP\n.B 3\nWritten, but something that was asked to be settled is not.\n";
    out +=
        ".SH ENVIRONMENT\n.TP\n.B INCIDENTMAP_GAZETTEERS\nA folder of gazetteers in place of those that come "
        "with the program.\n"
        ".TP\n.B XDG_DATA_HOME\nWhere your own gazetteers lie, in incidentmap/gazetteers.\n"
        ".TP\n.B NO_COLOR\nNo colours on a terminal.\n";
    if (!command.words.empty() || !command.commands.empty()) {
        out += ".SH SEE ALSO\n";
        if (!command.words.empty())
            out += ".BR incidentmap (1)" + std::string(command.commands.empty() ? "" : ",") + "\n";
        for (std::size_t i = 0; i < command.commands.size(); ++i)
            out += ".BR " + roff(page_name(command.commands[i])) + " (1)" +
                   (i + 1 < command.commands.size() ? ",\n" : "\n");
    }
    return out;
}

}  // namespace incidentmap
