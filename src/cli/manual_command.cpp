// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "cli/manual/completions.hpp"
#include "cli/manual/man_page.hpp"
#include "core/draft.hpp"
#include "core/error.hpp"

namespace incidentmap {
namespace {

void write_pages(const DescribedCommand& command, const std::filesystem::path& folder) {
    Draft draft((folder / (page_name(command) + ".1")).string());
    draft.write(man_page(command));
    draft.publish();
    for (const DescribedCommand& below : command.commands) write_pages(below, folder);
}

}  // namespace

std::function<Exit()> declare_manual(CLI::App& app, CommandReporter& reporter) {
    auto form = std::make_shared<std::string>();
    auto folder = std::make_shared<std::string>();
    app.group("");  // for those who make a package; nobody else needs it
    app.add_option("form", *form, "man (pages, into a folder), bash, zsh or fish (a completion)")
        ->required()
        ->check(CLI::IsMember({"man", "bash", "zsh", "fish"}));
    app.add_option("folder", *folder, "Where the pages go")->type_name("FOLDER");
    reporter.declare(app);
    return [form, folder, &app] {
        const DescribedCommand program = described(*app.get_parent());
        if (*form == "man") {
            if (folder->empty()) throw UsageError{"manual man needs a folder"};
            std::filesystem::create_directories(*folder);
            write_pages(program, *folder);
            return Exit::done;
        }
        const std::string text = *form == "bash"  ? bash_completion(program)
                                 : *form == "zsh" ? zsh_completion(program)
                                                  : fish_completion(program);
        std::fputs(text.c_str(), stdout);
        return Exit::done;
    };
}

}  // namespace incidentmap
