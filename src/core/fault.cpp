// SPDX-License-Identifier: MIT
#include "core/fault.hpp"

#include <filesystem>

namespace incidentmap {

std::string fault_in_words(const std::string& doing, const std::exception& cause) {
    // A folder that may not be looked into is none of our mistakes.
    if (const auto* of_system = dynamic_cast<const std::filesystem::filesystem_error*>(&cause))
        return "cannot use " + of_system->path1().string() + ": " + of_system->code().message();
    return "incidentmap made a mistake while " + doing + " (" + cause.what() +
           "). Your data are not to blame. Leave that row out to go on, and please report it with the row";
}

}  // namespace incidentmap
