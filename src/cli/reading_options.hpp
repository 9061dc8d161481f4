// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "build/build_request.hpp"

namespace CLI {
class App;
}

namespace incidentmap {

/// What was typed of how inputs are read, which incidents are meant and which findings count, before it is
/// understood. `build`, `check` and `inspect` share it.
struct ReadingArguments {
    std::string dates;
    std::string since;
    std::string until;
    std::string countries;
    std::string box;
    std::string provinces;
    std::vector<std::string> maps;
    std::vector<std::string> assumed;
    std::string table;
    std::vector<std::string> ignored;
    std::string fail_on;
};

/// Declares how the columns and cells of a table are read.
void declare_table_reading(CLI::App& app, ReadingArguments& arguments, BuildRequest& options);

/// Declares the inputs, and how they are read.
void declare_inputs(CLI::App& app, ReadingArguments& arguments, BuildRequest& options);

/// Declares which incidents are meant, and which findings count.
void declare_choice(CLI::App& app, ReadingArguments& arguments, BuildRequest& options);

/// Declares where people's decisions stand, and what is merged.
void declare_deciding(CLI::App& app, BuildRequest& options);

/// Puts into \p options what \p arguments say. \throws UsageError
void understand(const ReadingArguments& arguments, BuildRequest& options);

/// The number that a text is, all of it. \throws UsageError that names the option
double number_of(const std::string& text, const std::string& option);

}  // namespace incidentmap
