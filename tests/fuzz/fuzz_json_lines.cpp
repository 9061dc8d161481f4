// SPDX-License-Identifier: MIT
#include <string>

#include "core/json_text.hpp"
#include "core/text.hpp"
#include "harness.hpp"
#include "table/json_line.hpp"

using namespace incidentmap;

/// A line of `resolve - --input jsonl` is no object, or has members which, written as an object of texts and
/// read again, are the same: as many, in their order, with their names and values.
void fuzz_json_lines(std::string_view bytes) {
    const auto members = members_of_json(as_utf8(std::string(bytes)).text);
    if (!members) return;
    std::string line = "{";
    for (const auto& [name, value] : *members) {
        if (line.size() > 1) line += ',';
        append_json(line, as_utf8(name).text);
        line += ':';
        append_json(line, as_utf8(value).text);
    }
    line += '}';
    require(line.find('\n') == std::string::npos);
    const auto again = members_of_json(line);
    require(again.has_value());
    require(again->size() == members->size());
    for (std::size_t i = 0; i < members->size(); ++i) {
        require((*again)[i].first == as_utf8((*members)[i].first).text);
        require((*again)[i].second == as_utf8((*members)[i].second).text);
    }
}
