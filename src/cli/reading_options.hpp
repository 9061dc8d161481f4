// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "build/build.hpp"

namespace CLI {
class App;
}

namespace incidentmap {

class Reporter;

/// What was typed of how inputs are read, which incidents are meant and which findings count, before it is
/// understood. `build` and `check` share it.
struct ReadingArguments {
    std::string dates;
    std::string since;
    std::string until;
    std::string countries;
    std::string box;
    std::vector<std::string> maps;
    std::vector<std::string> ignored;
    std::string fail_on;
};

/// Declares the inputs, and how they are read.
void declare_inputs(CLI::App& app, ReadingArguments& arguments, BuildOptions& options);

/// Declares which incidents are meant, and which findings count.
void declare_choice(CLI::App& app, ReadingArguments& arguments, BuildOptions& options);

/// Puts into \p options what \p arguments say. \throws UsageError
void understand(const ReadingArguments& arguments, BuildOptions& options);

/// What a build tells goes where all that is said beside the answer does. \p talk must outlive it.
BuildReporter reporter_of_build(Reporter& reporter);

/// The number that a text is, all of it. \throws UsageError that names the option
double number_of(const std::string& text, const std::string& option);

}  // namespace incidentmap
