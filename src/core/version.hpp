// SPDX-License-Identifier: MIT
#pragma once

namespace incidentmap {

/// This program's version, as `0.1.0`.
const char* version();

}  // namespace incidentmap
