// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// What `--version` prints: a line for the program, each library and each default gazetteer.
std::string version_text();

/// The same for machines, one object: `{"incidentmap":"0.1.0","libraries":{"GDAL":…},"gazetteers":[{"name",
/// "fingerprint","path"},…]}`; a gazetteer that cannot be opened has `error` in place of a fingerprint.
std::string version_json();

}  // namespace incidentmap
