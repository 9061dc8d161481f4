// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/manual/described_command.hpp"

namespace incidentmap {

/// What completes the words of a command line in a shell: commands, options, and the values of an option that
/// takes one of a few; else files.
std::string bash_completion(const DescribedCommand& program);
std::string zsh_completion(const DescribedCommand& program);
std::string fish_completion(const DescribedCommand& program);

}  // namespace incidentmap
