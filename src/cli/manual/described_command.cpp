// SPDX-License-Identifier: MIT
#include "cli/manual/described_command.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "core/text.hpp"

namespace incidentmap {
namespace {

void append_names(const std::vector<std::string>& names, const std::string& dashes, DescribedOption& to) {
    for (const std::string& name : names) to.names.push_back(dashes + name);
}

bool is_file(const std::string& value) {
    return value.starts_with("FILE") || value.starts_with("INPUT") || value.starts_with("OLD") ||
           value.starts_with("NEW") || value == "OUT";
}

}  // namespace

DescribedOption described(const CLI::Option& option) {
    DescribedOption out;
    out.group = option.get_group();
    out.is_operand = option.get_positional();
    out.is_required = option.get_required();
    out.description = option.get_description();
    if (out.is_operand) {
        out.names.push_back(option.get_name(true, false));
    } else {
        append_names(option.get_snames(), "-", out);
        append_names(option.get_lnames(), "--", out);
    }
    if (option.get_items_expected_max() == 0) return out;
    // A type is followed by the checks that its values must pass: `FORMAT:{text,json}`, `N:INT in [1 - 9]`.
    const std::string type = option.get_type_name();
    out.value = type.substr(0, type.find(':'));
    if (const auto open = type.find(":{"); open != std::string::npos) {
        const auto close = type.find('}', open);
        if (close != std::string::npos)
            out.choices = split_list(type.substr(open + 2, close - open - 2), ",");
    }
    out.takes_file = is_file(out.value);
    if (!option.get_default_str().empty()) out.description += "; default: " + option.get_default_str();
    return out;
}

DescribedCommand described(const CLI::App& app) {
    DescribedCommand out;
    for (const CLI::App* one = &app; one->get_parent() != nullptr; one = one->get_parent())
        out.words.insert(out.words.begin(), one->get_name());
    out.summary = app.get_description();
    const auto add = [&](bool operands) {
        for (const CLI::Option* option : app.get_options()) {
            if (!option->get_group().empty() && option->get_positional() == operands)
                out.options.push_back(described(*option));
        }
    };
    add(true);
    // In the help, groups stand in the order in which they are first met.
    add(false);
    const std::vector<std::string> groups = app.get_groups();
    std::stable_sort(out.options.begin(), out.options.end(), [&](const auto& a, const auto& b) {
        if (a.is_operand != b.is_operand) return a.is_operand;
        return !a.is_operand && std::find(groups.begin(), groups.end(), a.group) <
                                    std::find(groups.begin(), groups.end(), b.group);
    });
    const std::string footer = app.get_footer();
    const auto examples = std::min(footer.find("Examples:\n"), footer.find("Example:\n"));
    out.notes = std::string(trimmed(footer.substr(0, std::min(examples, footer.size()))));
    if (examples != std::string::npos) out.examples = footer.substr(footer.find('\n', examples) + 1);
    for (const CLI::App* command :
         app.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); }))
        out.commands.push_back(described(*command));
    return out;
}

}  // namespace incidentmap
