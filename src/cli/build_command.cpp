// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

#include <CLI/CLI.hpp>

namespace incidentmap {

std::function<Exit()> declare_build(CLI::App&) {
    return [] { return Exit::failed; };
}

}  // namespace incidentmap
