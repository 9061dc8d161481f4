// SPDX-License-Identifier: MIT
#include "build/depfile.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

#include "core/draft.hpp"
#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

/// A name as make reads it (GNU make 4.3, 4.1 and 4.3). A line end cannot be written. \param is_target where
/// `%` would make a pattern of it
std::string escaped(const std::string& name, bool is_target) {
    if (name.find('\n') != std::string::npos)
        throw Error{"--depfile: make cannot have a name with a line end in it: '" + in_one_line(name) + "'"};
    std::string out;
    for (const char c : name) {
        if (c == ' ' || c == '#' || c == '\t' || c == ':' || (c == '%' && is_target)) out += '\\';
        if (c == '$') out += '$';
        out += c;
    }
    return out;
}

}  // namespace

std::string make_rules(const Dependencies& dependencies) {
    std::vector<std::string> outputs;
    for (const std::string& output : dependencies.outputs) outputs.push_back(escaped(output, true));
    std::vector<std::string> inputs;
    std::vector<std::string> targets;  // the same, as what is made
    for (const std::string& input : dependencies.inputs) {
        if (std::find(inputs.begin(), inputs.end(), escaped(input, false)) != inputs.end()) continue;
        inputs.push_back(escaped(input, false));
        targets.push_back(escaped(input, true));
    }
    std::string rules = joined(outputs, " \\\n  ") + ": \\\n  " + joined(inputs, " \\\n  ") + "\n";
    for (const std::string& input : targets) rules += "\n" + input + ":\n";
    return rules;
}

void write_depfile(const fs::path& file, const Dependencies& dependencies) {
    const std::string rules = make_rules(dependencies);
    std::error_code error;
    std::optional<fs::file_time_type> newest;
    for (const std::string& input : dependencies.inputs) {
        const auto time = fs::last_write_time(input, error);
        if (!error) newest = newest ? std::max(*newest, time) : time;
    }
    for (const std::string& output : dependencies.outputs) {
        const auto time = fs::last_write_time(output, error);
        if (!error && newest && time < *newest) fs::last_write_time(output, *newest, error);
    }
    Draft draft(file);
    draft.write(rules);
    draft.publish();
}

}  // namespace incidentmap
