// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// A row of the table `build`: what a build was made with, and how it fared.
struct BuildEntry {
    std::string section;
    std::string name;
    std::string value;
};

}  // namespace incidentmap
