// SPDX-License-Identifier: MIT
#include "core/version.hpp"

namespace incidentmap {

const char* version() { return INCIDENTMAP_VERSION; }

}  // namespace incidentmap
