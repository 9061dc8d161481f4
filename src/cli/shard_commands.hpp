// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "cli/command.hpp"

namespace incidentmap {

/// `postgis-union SCHEMA`
std::function<Exit()> declare_postgis_union(CLI::App& app, CommandReporter& reporter);

}  // namespace incidentmap
