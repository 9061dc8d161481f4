// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace incidentmap {

/// The run cannot go on (an input cannot be read, an output cannot be written). Caught in `main` only;
/// exit 1.
struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The user asked for something that makes no sense. Caught in `main` only; exit 2.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace incidentmap
