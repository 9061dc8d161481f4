// SPDX-License-Identifier: MIT
#include "locate/decision_table.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/draft.hpp"
#include "core/error.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"
#include "table/csv.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = std::uintmax_t{64} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int most_attempts = 5;

using Member = std::string DecisionRow::*;
constexpr std::array<std::pair<std::string_view, Member>, 10> own_columns{{
    {"report_id", &DecisionRow::report_id},
    {"words", &DecisionRow::words},
    {"column", &DecisionRow::column},
    {"answer", &DecisionRow::answer},
    {"candidates", &DecisionRow::candidates},
    {"decision", &DecisionRow::decision},
    {"decided_by", &DecisionRow::decided_by},
    {"decided_on", &DecisionRow::decided_on},
    {"decided_why", &DecisionRow::decided_why},
    {"decided_source", &DecisionRow::decided_source},
}};

Member member_of(std::string_view column) {
    const std::string name = lower_ascii(column);
    for (const auto& [own, member] : own_columns) {
        if (name == own) return member;
    }
    return nullptr;
}

std::string bytes_of(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) return {};
    if (!fs::is_regular_file(path, error)) throw Error{"cannot read " + path.string() + ": it is no file"};
    if (fs::file_size(path, error) > largest_file)
        throw Error{path.string() + " is larger than 64 MiB and is no table of decisions"};
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file || file.bad()) throw Error{"cannot read " + path.string()};
    return bytes;
}

bool holds_nothing(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return trimmed(bytes).empty();
}

/// The line end of the first line.
std::string line_end_of(std::string_view bytes) {
    const auto at = bytes.find_first_of("\r\n");
    if (at == std::string_view::npos || bytes[at] == '\n') return "\n";
    return bytes.substr(at, 2) == "\r\n" ? "\r\n" : "\r";
}

bool is_same_question(const DecisionRow& a, const DecisionRow& b) {
    return a.report_id == b.report_id && a.words == b.words && lower_ascii(a.column) == lower_ascii(b.column);
}

}  // namespace

DecisionTable::DecisionTable(fs::path path) : m_path(std::move(path)) {
    std::error_code error;
    if (fs::is_symlink(m_path, error)) m_path = fs::weakly_canonical(m_path, error);
    m_bytes = bytes_of(m_path);
    for (const auto& [name, member] : own_columns) m_columns.emplace_back(name);
    if (holds_nothing(m_bytes)) return;
    read(m_path);
}

void DecisionTable::read(const fs::path& from) {
    CsvReader reader(from.string(), 1);
    m_columns = reader.columns();
    m_dialect = {reader.separator(), line_end_of(m_bytes)};
    std::vector<Member> members;
    for (const std::string& column : m_columns) {
        const Member member = member_of(column);
        const bool twice = std::find(members.begin(), members.end(), member) != members.end();
        members.push_back(twice ? nullptr : member);
    }
    for (const Member needed : {&DecisionRow::words, &DecisionRow::column, &DecisionRow::decision}) {
        if (std::find(members.begin(), members.end(), needed) != members.end()) continue;
        const auto own = std::find_if(own_columns.begin(), own_columns.end(),
                                      [&](const auto& column) { return column.second == needed; });
        throw Error{m_path.string() + " has no column " + std::string(own->first) +
                    " and so is no table of decisions; it has '" + joined(m_columns, "', '") + "'"};
    }
    m_rows.clear();
    m_findings.clear();
    while (const Row* row = reader.next()) {
        DecisionRow& decision = m_rows.emplace_back();
        decision.row = row->number;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (members[i] != nullptr)
                decision.*members[i] = std::string(from_spreadsheet_cell(trimmed(row->cells[i])));
        }
        decision.words = in_one_line(decision.words);
        for (const RowProblem& problem : row->problems) {
            m_findings.push_back({problem.code,
                                  Severity::warning,
                                  name(),
                                  row->number,
                                  problem.column,
                                  problem.sentence,
                                  {},
                                  std::nullopt});
        }
    }
}

std::string DecisionTable::fingerprint() const {
    Sha256 sum;
    bool decides = false;
    for (const DecisionRow& row : m_rows) {
        if (row.decision.empty()) continue;
        decides = true;
        sum.add(std::to_string(row.row) + '\x1F');
        for (const auto& [name, member] : own_columns) sum.add(row.*member + '\x1F');
    }
    return decides ? sum.hex() : std::string{};
}

std::string DecisionTable::in_own_form(const std::vector<DecisionRow>& rows) const {
    std::string out;
    for (const DecisionRow& row : rows) {
        std::vector<std::string> cells;
        for (const std::string& column : m_columns) {
            const Member member = member_of(column);
            cells.push_back(member == nullptr ? std::string{} : to_spreadsheet_cell(row.*member));
        }
        append_csv_row(out, cells, m_dialect);
    }
    return out;
}

/// Those of \p rows that the file does not hold, in one line each.
std::vector<DecisionRow> DecisionTable::missing(const std::vector<DecisionRow>& rows) const {
    std::vector<DecisionRow> missing;
    for (DecisionRow row : rows) {
        for (const auto& [name, member] : own_columns) row.*member = in_one_line(row.*member);
        const auto same = [&](const DecisionRow& other) { return is_same_question(other, row); };
        if (std::any_of(m_rows.begin(), m_rows.end(), same)) continue;
        if (std::any_of(missing.begin(), missing.end(), same)) continue;
        missing.push_back(std::move(row));
    }
    return missing;
}

/// Whether \p written holds all that was here, and \p added after it.
bool DecisionTable::came_back(const DecisionTable& written, const std::vector<DecisionRow>& added) const {
    std::vector<DecisionRow> wanted = m_rows;
    wanted.insert(wanted.end(), added.begin(), added.end());
    const auto is_here = [&](Member member) {
        return std::any_of(m_columns.begin(), m_columns.end(),
                           [&](const std::string& column) { return member_of(column) == member; });
    };
    return std::equal(wanted.begin(), wanted.end(), written.m_rows.begin(), written.m_rows.end(),
                      [&](const DecisionRow& a, const DecisionRow& b) {
                          return std::all_of(own_columns.begin(), own_columns.end(), [&](const auto& column) {
                              return !is_here(column.second) || a.*column.second == b.*column.second;
                          });
                      });
}

bool DecisionTable::try_to_append(const std::vector<DecisionRow>& rows) {
    if (!is_utf8(m_bytes)) throw Error{m_path.string() + " is not UTF-8; save it as CSV UTF-8"};
    std::error_code error;
    const bool is_new = !fs::exists(m_path, error);
    if (!is_new && access(m_path.c_str(), W_OK) != 0)
        throw Error{"cannot write " + m_path.string() + ": it may only be read"};
    Draft draft(m_path);
    if (!is_new) fs::permissions(draft.path(), fs::status(m_path).permissions(), error);
    std::string bytes = m_bytes;
    if (holds_nothing(bytes)) {
        bytes = byte_order_mark;
        append_csv_row(bytes, m_columns, m_dialect);
    } else if (bytes.back() != '\n' && bytes.back() != '\r') {
        bytes += m_dialect.line_end;
    }
    draft.write(bytes + in_own_form(rows));
    // Read as the next build will.
    DecisionTable written(draft.path());
    if (!came_back(written, rows)) {
        throw Error{
            "cannot add to " + m_path.string() +
            ": a quote near its end is not closed and would take in what follows; close or double it"};
    }
    // A person may have saved the file while the draft was written.
    if (bytes_of(m_path) != m_bytes) return false;
    draft.publish();
    m_bytes = std::move(written.m_bytes);
    m_rows = std::move(written.m_rows);
    return true;
}

void DecisionTable::append(const std::vector<DecisionRow>& rows) {
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        const std::vector<DecisionRow> added = missing(rows);
        if (added.empty() || try_to_append(added)) return;
        *this = DecisionTable(m_path);
    }
    throw Error{"cannot add to " + m_path.string() + ": another program keeps changing it"};
}

bool DecisionTable::has_broken_lines() const {
    const auto lines = std::count(m_bytes.begin(), m_bytes.end(), m_dialect.line_end.back());
    return !m_rows.empty() && lines > m_rows.back().row;
}

}  // namespace incidentmap
