// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "cli/command.hpp"

namespace incidentmap {

/// `gazetteer import FORMAT FILE... [FORMAT FILE...] -o OUT.gpkg`
std::function<Exit()> declare_gazetteer_import(CLI::App& app, CommandReporter& reporter);

/// `gazetteer check GAZETTEER...`
std::function<Exit()> declare_gazetteer_check(CLI::App& app, CommandReporter& reporter);

}  // namespace incidentmap
