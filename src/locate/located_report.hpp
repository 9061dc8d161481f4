// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/finding.hpp"
#include "locate/location.hpp"
#include "locate/question.hpp"
#include "report/report.hpp"

namespace incidentmap {

/// A locality of a report, and where it is.
struct LocatedPlace {
    const Location* location = nullptr;  ///< as the build has it; never null
    const Location* named =
        nullptr;           ///< where its words, or a decision, lead; null where there is a position only
    std::string words;     ///< the report's own words
    bool decided = false;  ///< a decision about this very report beats the position given
};

/// A report whose words became locations.
struct LocatedReport {
    const Report* report = nullptr;  ///< never null
    std::vector<LocatedPlace> places;
    std::vector<LocatedPlace> launches;
    std::vector<Finding> findings;    ///< what the words say that does not fit together, or is not understood
    std::vector<Question> questions;  ///< what a person should decide
};

}  // namespace incidentmap
