// SPDX-License-Identifier: MIT
#include "table/shared_table.hpp"

#include <unistd.h>

#include <algorithm>
#include <deque>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unordered_map>
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
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::string bytes_of(const fs::path& path, std::string_view what) {
    std::error_code error;
    if (!fs::exists(path, error)) return {};
    if (!fs::is_regular_file(path, error)) throw Error{"cannot read " + path.string() + ": it is no file"};
    if (fs::file_size(path, error) > largest_file)
        throw Error{path.string() + " is larger than 64 MiB and is no " + std::string(what)};
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

}  // namespace

SharedTable::SharedTable(fs::path path, const SharedTableForm& form) : m_form(form), m_path(std::move(path)) {
    std::error_code error;
    if (fs::is_symlink(m_path, error)) m_path = fs::weakly_canonical(m_path, error);
    m_bytes = bytes_of(m_path, m_form.what);
    m_columns.assign(m_form.columns.begin(),
                     m_form.columns.begin() + static_cast<std::ptrdiff_t>(m_form.new_columns));
    if (holds_nothing(m_bytes)) return;
    read(m_path);
}

void SharedTable::read(const fs::path& from) {
    CsvReader reader(from.string(), 1);
    m_columns = reader.columns();
    m_dialect = {reader.separator(), line_end_of(m_bytes)};
    std::vector<std::size_t> own;
    for (const std::string& column : m_columns) {
        const std::size_t known = own_column(column);
        const bool twice = std::find(own.begin(), own.end(), known) != own.end();
        own.push_back(twice ? none : known);
    }
    for (std::string_view needed : m_form.needed) {
        if (std::find(own.begin(), own.end(), own_column(needed)) != own.end()) continue;
        throw Error{m_path.string() + " has no column " + std::string(needed) + " and so is no " +
                    std::string(m_form.what) + "; it has '" + joined(m_columns, "', '") + "'"};
    }
    m_rows.clear();
    m_problems.clear();
    for (const std::string& note : reader.notes()) m_problems.push_back({1, {"not-utf8", {}, note}});
    while (const Row* row = reader.next()) {
        SharedRow& shared = m_rows.emplace_back();
        shared.row = row->number;
        shared.cells.resize(m_form.columns.size());
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (own[i] != none)
                shared.cells[own[i]] = std::string(from_spreadsheet_cell(trimmed(row->cells[i])));
        }
        for (const RowProblem& problem : row->problems) m_problems.push_back({row->number, problem});
    }
}

/// Its place among the form's columns, in any case.
std::size_t SharedTable::own_column(std::string_view header) const {
    const auto known = std::find(m_form.columns.begin(), m_form.columns.end(), lower_ascii(header));
    return known == m_form.columns.end() ? none : static_cast<std::size_t>(known - m_form.columns.begin());
}

std::string SharedTable::fingerprint() const {
    Sha256 sum;
    bool decides = false;
    for (const SharedRow& row : m_rows) {
        if (row.cells[m_form.decision].empty()) continue;
        decides = true;
        sum.add(std::to_string(row.row) + '\x1F');
        for (const std::string& cell : row.cells) sum.add(cell + '\x1F');
    }
    return decides ? sum.hex() : std::string{};
}

std::string SharedTable::in_own_form(const std::vector<SharedRow>& rows) const {
    std::string out;
    for (const SharedRow& row : rows) {
        std::vector<std::string> cells;
        for (const std::string& column : m_columns) {
            const std::size_t own = own_column(column);
            cells.push_back(own == none ? std::string{} : to_spreadsheet_cell(row.cells[own]));
        }
        append_csv_row(out, cells, m_dialect);
    }
    return out;
}

/// Those of \p rows that the file does not hold, in one line each.
std::vector<SharedRow> SharedTable::missing(const std::vector<SharedRow>& rows) const {
    // Of the cells that a question needs, in whatever order and case they stand.
    std::vector<std::size_t> needed;
    for (const std::string_view column : m_form.needed) {
        if (const std::size_t own = own_column(column); own != none && own != m_form.decision)
            needed.push_back(own);
    }
    const auto key_of = [&](const SharedRow& row) {
        std::size_t key = 0;
        for (const std::size_t column : needed)
            key += std::hash<std::string>{}(lower_ascii(in_one_line(row.cells[column])));
        return key;
    };
    // Rows that ask the same have one key; whether rows of one key do is asked then.
    std::unordered_multimap<std::size_t, const SharedRow*> asked;
    for (const SharedRow& row : m_rows) asked.emplace(key_of(row), &row);
    std::deque<SharedRow> missing;
    for (SharedRow row : rows) {
        row.cells.resize(m_form.columns.size());
        for (std::string& cell : row.cells) cell = in_one_line(cell);
        const std::size_t key = key_of(row);
        const auto [first, last] = asked.equal_range(key);
        const auto same = [&](const auto& other) { return m_form.is_same(*other.second, row); };
        if (std::any_of(first, last, same)) continue;
        missing.push_back(std::move(row));
        asked.emplace(key, &missing.back());
    }
    return {missing.begin(), missing.end()};
}

/// Whether \p written holds all that was here, and \p added after it.
bool SharedTable::came_back(const SharedTable& written, const std::vector<SharedRow>& added) const {
    std::vector<SharedRow> wanted = m_rows;
    wanted.insert(wanted.end(), added.begin(), added.end());
    std::vector<std::size_t> here;
    for (const std::string& column : m_columns) {
        if (const std::size_t own = own_column(column); own != none) here.push_back(own);
    }
    return std::equal(wanted.begin(), wanted.end(), written.m_rows.begin(), written.m_rows.end(),
                      [&](const SharedRow& a, const SharedRow& b) {
                          return std::all_of(here.begin(), here.end(), [&](std::size_t column) {
                              return a.cells[column] == b.cells[column];
                          });
                      });
}

bool SharedTable::try_to_append(const std::vector<SharedRow>& rows) {
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
    SharedTable written(draft.path(), m_form);
    if (!came_back(written, rows)) {
        throw Error{
            "cannot add to " + m_path.string() +
            ": a quote near its end is not closed and would take in what follows; close or double it"};
    }
    // A person may have saved the file while the draft was written.
    if (bytes_of(m_path, m_form.what) != m_bytes) return false;
    draft.publish();
    m_bytes = std::move(written.m_bytes);
    m_rows = std::move(written.m_rows);
    return true;
}

void SharedTable::append(const std::vector<SharedRow>& rows) {
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        const std::vector<SharedRow> added = missing(rows);
        if (added.empty() || try_to_append(added)) return;
        *this = SharedTable(m_path, m_form);
    }
    throw Error{"cannot add to " + m_path.string() + ": another program keeps changing it"};
}

bool SharedTable::has_broken_lines() const {
    const auto lines = std::count(m_bytes.begin(), m_bytes.end(), m_dialect.line_end.back());
    return !m_rows.empty() && lines > m_rows.back().row;
}

}  // namespace incidentmap
