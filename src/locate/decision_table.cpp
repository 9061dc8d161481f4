// SPDX-License-Identifier: MIT
#include "locate/decision_table.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

using Member = std::string DecisionRow::*;

/// The last one holds nothing: it is there to be read, as the rows name people and places.
constexpr std::array<std::string_view, 12> columns{
    "report_id", "words",      "column",     "answer",      "candidates",     "decision",
    "name",      "decided_by", "decided_on", "decided_why", "decided_source", "not for publishing"};
constexpr std::array<Member, 11> members{
    &DecisionRow::report_id,   &DecisionRow::words,         &DecisionRow::column,
    &DecisionRow::answer,      &DecisionRow::candidates,    &DecisionRow::decision,
    &DecisionRow::name,        &DecisionRow::decided_by,    &DecisionRow::decided_on,
    &DecisionRow::decided_why, &DecisionRow::decided_source};
constexpr std::array<std::string_view, 3> needed{"words", "column", "decision"};
constexpr std::size_t report_id = 0;
constexpr std::size_t words = 1;
constexpr std::size_t column = 2;
constexpr std::size_t decision = 5;

bool is_same_question(const SharedRow& a, const SharedRow& b) {
    return a.cells[report_id] == b.cells[report_id] &&
           in_one_line(a.cells[words]) == in_one_line(b.cells[words]) &&
           lower_ascii(a.cells[column]) == lower_ascii(b.cells[column]);
}

const SharedTableForm form{"table of decisions", columns, columns.size(), needed, decision, is_same_question};

}  // namespace

DecisionTable::DecisionTable(std::filesystem::path path)
    : SharedRows(std::move(path), form, members,
                 [](DecisionRow& row) { row.words = in_one_line(row.words); }) {}

}  // namespace incidentmap
