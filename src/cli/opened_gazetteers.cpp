// SPDX-License-Identifier: MIT
#include "cli/opened_gazetteers.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/command_reporter.hpp"

namespace incidentmap {

void tell_of_setup(const std::vector<std::string>& asked, CommandReporter& reporter) {
    if (!asked.empty() && std::find(asked.begin(), asked.end(), "builtin") == asked.end()) return;
    const std::filesystem::path setup = setup_to_run();
    if (!setup.empty())
        reporter.warn("the gazetteer of the world is not made yet: run " + setup.string() + ", once");
}

std::vector<Gazetteer> open_gazetteers(const std::vector<std::string>& asked, CommandReporter& reporter) {
    reporter.phase("opening gazetteers");
    tell_of_setup(asked, reporter);
    if (reporter.verbose()) {
        for (const std::string& path : asked_gazetteers(asked)) reporter.detail("gazetteer " + path);
    }
    std::vector<Gazetteer> gazetteers = open_gazetteers(asked);
    if (reporter.verbose()) {
        for (const Gazetteer& gazetteer : gazetteers) reporter.detail(in_words(gazetteer));
    }
    return gazetteers;
}

}  // namespace incidentmap
