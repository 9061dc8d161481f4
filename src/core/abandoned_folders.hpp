// SPDX-License-Identifier: MIT
#pragma once

namespace incidentmap {

/// Removes the temporary folders of this user's runs that were killed: those that no run holds locked, as a
/// TemporaryFolder is as long as it lives.
void remove_abandoned_folders();

}  // namespace incidentmap
