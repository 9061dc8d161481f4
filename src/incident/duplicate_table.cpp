// SPDX-License-Identifier: MIT
#include "incident/duplicate_table.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

using Member = std::string DuplicateRow::*;

constexpr std::array<std::string_view, 9> columns{"report_a",   "report_b",    "score",
                                                  "why",        "decision",    "decided_by",
                                                  "decided_on", "decided_why", "decided_source"};
constexpr std::array<Member, 9> members{
    &DuplicateRow::report_a,   &DuplicateRow::report_b,    &DuplicateRow::score,
    &DuplicateRow::why,        &DuplicateRow::decision,    &DuplicateRow::decided_by,
    &DuplicateRow::decided_on, &DuplicateRow::decided_why, &DuplicateRow::decided_source};
constexpr std::array<std::string_view, 3> needed{"report_a", "report_b", "decision"};
constexpr std::size_t columns_of_a_new_file = 5;
constexpr std::size_t decision = 4;

bool is_duplicate_pair(const SharedRow& a, const SharedRow& b) {
    return (a.cells[0] == b.cells[0] && a.cells[1] == b.cells[1]) ||
           (a.cells[0] == b.cells[1] && a.cells[1] == b.cells[0]);
}

const SharedTableForm form{"table of reports that may be one incident",
                           columns,
                           columns_of_a_new_file,
                           needed,
                           decision,
                           is_duplicate_pair};

}  // namespace

DuplicateTable::DuplicateTable(std::filesystem::path path)
    : SharedRows(std::move(path), form, members,
                 [](DuplicateRow& row) { row.decision = lower_ascii(row.decision); }) {}

std::vector<Finding> DuplicateTable::findings() const {
    std::vector<Finding> findings = text_findings();
    for (const DuplicateRow& row : rows()) {
        if (row.decision.empty() || row.decision == "same" || row.decision == "different") continue;
        findings.push_back(finding(
            "same-unreadable", row.row, "decision",
            "decision '" + shortened(row.decision, 100) +
                "' is neither same nor different and was not used; write one of the two, or nothing"));
    }
    return findings;
}

}  // namespace incidentmap
