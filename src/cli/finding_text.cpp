// SPDX-License-Identifier: MIT
#include "cli/finding_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "cli/text_table.hpp"
#include "core/json_text.hpp"
#include "core/text.hpp"
#include "table/csv_text.hpp"

namespace incidentmap {
namespace {

constexpr std::int64_t most_of_a_code = 20;
constexpr int decimals = 6;

const std::array<std::string, 9> columns{"severity",    "code",     "file",      "row",     "column",
                                         "incident_id", "latitude", "longitude", "sentence"};

void append_text(std::string& out, const char* name, const std::string& text) {
    append_json(out, name);
    out += ':';
    if (text.empty()) {
        out += "null";
    } else {
        append_json(out, text);
    }
    out += ',';
}

}  // namespace

void put_in_order(std::vector<Finding>& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.file, a.row) < std::tie(b.file, b.row);
    });
}

std::string to_text(const std::vector<Finding>& findings, const Colours& colours) {
    std::string text;
    std::string file;
    std::map<std::string, std::int64_t> counts;
    for (const Finding& finding : findings) {
        if (++counts[finding.code] > most_of_a_code) continue;
        if (text.empty() || finding.file != file) {
            file = finding.file;
            text += (text.empty() ? "" : "\n") +
                    colours.heading(one_line(file.empty() ? "all inputs" : file)) + "\n";
        }
        const std::string row = finding.row > 0 ? "row " + std::to_string(finding.row) + "  " : "";
        text += "  " + row + colours.word(finding.severity) + "  " + finding.code +
                (finding.column.empty() ? "" : "  (" + one_line(finding.column) + ")") + "\n      " +
                one_line(shortened(finding.sentence, 2'000)) + "\n";
    }
    for (const auto& [code, count] : counts) {
        if (count > most_of_a_code)
            text += "\n" + std::to_string(count - most_of_a_code) + " more of " + code +
                    "; --format csv has them all\n";
    }
    return text;
}

std::string to_json(const Finding& finding) {
    std::string out = "{";
    append_text(out, "severity", to_string(finding.severity));
    append_text(out, "code", finding.code);
    append_text(out, "file", finding.file);
    out += "\"row\":" + (finding.row > 0 ? std::to_string(finding.row) : "null") + ",";
    append_text(out, "column", finding.column);
    append_text(out, "incident_id", finding.incident_id);
    out += "\"lon\":" + (finding.position ? to_text(finding.position->lon, decimals) : "null") + ",";
    out += "\"lat\":" + (finding.position ? to_text(finding.position->lat, decimals) : "null") + ",";
    append_text(out, "sentence", finding.sentence);
    out.back() = '}';
    return out;
}

std::string finding_csv_header() {
    std::string out;
    append_csv_row(out, columns, {});
    return out;
}

std::string to_csv_row(const Finding& finding) {
    const std::array<std::string, columns.size()> cells{
        to_string(finding.severity),
        finding.code,
        to_spreadsheet_cell(finding.file),
        finding.row > 0 ? std::to_string(finding.row) : "",
        to_spreadsheet_cell(finding.column),
        to_spreadsheet_cell(finding.incident_id),
        finding.position ? to_text(finding.position->lat, decimals) : "",
        finding.position ? to_text(finding.position->lon, decimals) : "",
        to_spreadsheet_cell(finding.sentence)};
    std::string out;
    append_csv_row(out, cells, {});
    return out;
}

}  // namespace incidentmap
