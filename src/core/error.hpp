// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace incidentmap {

/// Something cannot be done (an input cannot be read, an output cannot be written). Where nobody can go on
/// without it, the program ends with exit 1.
struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The user asked for something that makes no sense: exit 2.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace incidentmap
