// SPDX-License-Identifier: MIT
#include "core/finding.hpp"

namespace incidentmap {

const char* to_string(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "";
}

std::string to_line(const Finding& finding) {
    std::string line = finding.file;
    if (finding.row > 0) line += ":" + std::to_string(finding.row);
    if (!line.empty()) line += ": ";
    return line + finding.sentence;
}

}  // namespace incidentmap
