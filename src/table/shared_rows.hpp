// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/finding.hpp"
#include "table/shared_table.hpp"

namespace incidentmap {

/// A SharedTable whose rows are structs: one with a `row` and a text for each column.
template <typename Row, std::size_t columns>
class SharedRows {
  public:
    /// Which member holds which column of the form.
    using Members = std::array<std::string Row::*, columns>;

    /// What is made of a row as it was read.
    using Mend = void (*)(Row&);

    /// \throws Error as SharedTable does
    SharedRows(std::filesystem::path path, const SharedTableForm& form, const Members& members, Mend mend)
        : m_table(std::move(path), form), m_members{members}, m_mend{mend} {
        take_rows();
    }

    /// For people: the file's name without its folder.
    std::string name() const { return m_table.name(); }
    const std::filesystem::path& path() const { return m_table.path(); }
    const std::vector<Row>& rows() const { return m_rows; }

    /// SHA-256 of the rows that decide something, whatever separator they were saved with; empty where none
    /// does. Rows that wait for a decision change no map, and so are not part of it.
    std::string fingerprint() const { return m_table.fingerprint(); }

    /// True where lines of the file are not rows, as a cell has a line end in it.
    bool has_broken_lines() const { return m_table.has_broken_lines(); }

    /// Adds, at the end, those rows that do not stand there yet; all of them or none. rows() has them then,
    /// with their row numbers. \throws Error as SharedTable does
    void append(const std::vector<Row>& rows) {
        std::vector<SharedRow> shared;
        for (const Row& row : rows) {
            SharedRow& one = shared.emplace_back();
            for (const auto member : m_members) one.cells.push_back(row.*member);
        }
        m_table.append(shared);
        take_rows();
    }

    /// What was wrong with the file's text, such as a quote that is not closed.
    std::vector<Finding> text_findings() const {
        std::vector<Finding> findings;
        for (const SharedTable::Problem& found : m_table.problems())
            findings.push_back(
                finding(found.problem.code, found.row, found.problem.column, found.problem.sentence));
        return findings;
    }

    /// A warning about a cell of the table.
    Finding finding(std::string code, std::int64_t row, std::string column, std::string sentence) const {
        return {std::move(code),   Severity::warning,   name(), row,
                std::move(column), std::move(sentence), {},     std::nullopt};
    }

  private:
    void take_rows() {
        m_rows.clear();
        for (const SharedRow& shared : m_table.rows()) {
            Row& row = m_rows.emplace_back();
            row.row = shared.row;
            for (std::size_t i = 0; i < columns; ++i) row.*m_members[i] = shared.cells[i];
            m_mend(row);
        }
    }

    SharedTable m_table;
    Members m_members;
    Mend m_mend;
    std::vector<Row> m_rows;
};

}  // namespace incidentmap
