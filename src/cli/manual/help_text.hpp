// SPDX-License-Identifier: MIT
#pragma once

namespace CLI {
class App;
}

namespace incidentmap {

/// From here on the help of \p app and of the commands that are added to it is 110 columns wide, in groups,
/// each option with what it takes beside what it does.
void use_help_text(CLI::App& app);

}  // namespace incidentmap
