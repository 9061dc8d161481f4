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

DuplicateTable::DuplicateTable(std::filesystem::path path) : m_table(std::move(path), form) { take_rows(); }

void DuplicateTable::take_rows() {
    m_rows.clear();
    for (const SharedRow& shared : m_table.rows()) {
        DuplicateRow& row = m_rows.emplace_back();
        row.row = shared.row;
        for (std::size_t i = 0; i < members.size(); ++i) row.*members[i] = shared.cells[i];
        row.decision = lower_ascii(row.decision);
    }
}

std::vector<Finding> DuplicateTable::findings() const {
    std::vector<Finding> findings;
    const auto tell = [&](std::string code, std::int64_t row, std::string column, std::string sentence) {
        findings.push_back({std::move(code),
                            Severity::warning,
                            name(),
                            row,
                            std::move(column),
                            std::move(sentence),
                            {},
                            std::nullopt});
    };
    for (const SharedTable::Problem& found : m_table.problems())
        tell(found.problem.code, found.row, found.problem.column, found.problem.sentence);
    for (const DuplicateRow& row : m_rows) {
        if (row.decision.empty() || row.decision == "same" || row.decision == "different") continue;
        tell("same-unreadable", row.row, "decision",
             "decision '" + shortened(row.decision, 100) +
                 "' is neither same nor different and was not used; write one of the two, or nothing");
    }
    return findings;
}

void DuplicateTable::append(const std::vector<DuplicateRow>& rows) {
    std::vector<SharedRow> shared;
    for (const DuplicateRow& row : rows) {
        SharedRow& one = shared.emplace_back();
        for (const Member member : members) one.cells.push_back(row.*member);
    }
    m_table.append(shared);
    take_rows();
}

}  // namespace incidentmap
