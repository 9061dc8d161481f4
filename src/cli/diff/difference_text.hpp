// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "stored/causes.hpp"
#include "stored/difference.hpp"

namespace incidentmap {

/// How many incidents differ and how. One that moved is not counted as changed otherwise.
struct DifferenceCounts {
    std::int64_t added = 0;
    std::int64_t gone = 0;
    std::int64_t moved = 0;
    std::int64_t changed = 0;
    std::int64_t same = 0;

    void add(const Difference& difference);
};

/// `input`; `several (input, gazetteer)`; `not known`
std::string cause_in_words(const std::vector<std::string>& causes);

/// What differs in what the two were made from; a line each.
std::string to_text(const std::vector<BuildChange>& changes);
std::string to_text(const Difference& difference);
std::string to_text(const DifferenceCounts& counts);

std::string to_json(const BuildChange& change);
std::string to_json(const Difference& difference);
std::string to_json(const DifferenceCounts& counts);

}  // namespace incidentmap
