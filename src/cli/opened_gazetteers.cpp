// SPDX-License-Identifier: MIT
#include "cli/opened_gazetteers.hpp"

#include "cli/command_reporter.hpp"

namespace incidentmap {

std::vector<Gazetteer> open_gazetteers(const std::vector<std::string>& asked, CommandReporter& reporter) {
    reporter.phase("opening gazetteers");
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
