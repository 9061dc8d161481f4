// SPDX-License-Identifier: MIT
#include "table/csv.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "core/error.hpp"
#include "core/text.hpp"
#include "table/no_table.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t chunk = 256 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::string_view separators = ",;\t|";
constexpr std::size_t most_rescanned = 256 * 1024 * 1024;
constexpr std::size_t longest_doubtful_record = 64 * 1024;

}  // namespace

void CsvReader::Close::operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);  // a file that was only read
}

CsvReader::CsvReader(const std::string& path, std::int64_t header_row, const HeaderRules& header)
    : m_name(path == "-" ? "standard input" : path),
      m_file(path == "-" ? stdin : std::fopen(path.c_str(), "rb")) {
    if (!m_file) throw Error{"cannot open " + path + ": " + std::strerror(errno)};
    fill();
    if (m_buffer.compare(0, byte_order_mark.size(), byte_order_mark) == 0) m_at = byte_order_mark.size();
    read_separator_line();
    find_header(header_row, header);
    for (std::string& column : m_columns) column = in_one_line(column);
}

/// The encoding, by the first bytes; what is not UTF-8 is decoded from here on.
bool CsvReader::read_encoding() {
    if (const std::string what = what_it_is(m_buffer); !what.empty()) throw Error{m_name + " is " + what};
    const std::string encoding = encoding_of(m_buffer);
    if (encoding == "UTF-8") return false;
    m_decoder.emplace(encoding);
    const std::size_t mark = m_buffer.starts_with("\xFF\xFE") || m_buffer.starts_with("\xFE\xFF") ? 2 : 0;
    m_buffer = m_decoder->decode(std::string_view(m_buffer).substr(mark), m_at_end);
    const bool utf16 = encoding.starts_with("UTF-16");
    m_notes.push_back("the file is in " + encoding + (utf16 ? "" : ", by the look of it") +
                      " and was read so; " + (utf16 ? "" : "where names look wrong, ") +
                      "save it as CSV UTF-8");
    return true;
}

/// `sep=;` in the first line, which is for Excel and no row of the table.
void CsvReader::read_separator_line() {
    const std::string_view line = std::string_view(m_buffer).substr(m_at, 8);
    if (lower_ascii(line.substr(0, 4)) != "sep=" || line.size() < 6) return;
    const char separator = line[4];
    if (separators.find(separator) == std::string_view::npos || (line[5] != '\n' && line[5] != '\r')) return;
    m_separator = separator;
    m_is_separator_known = true;
    raw_record();
}

std::vector<std::string> CsvReader::cells() const {
    return {m_row.cells.begin(), m_row.cells.begin() + static_cast<std::ptrdiff_t>(m_cell_count)};
}

/// The separator of which the next record has most outside quotes; a comma where it has none.
void CsvReader::choose_separator() {
    if (m_is_separator_known) return;
    const std::size_t at = m_at;
    const std::int64_t row = m_row_number;
    std::size_t most = 0;
    char best = ',';
    for (const char candidate : separators) {
        m_separator = candidate;
        const std::string_view record = raw_record();
        split(record, !m_quote_open);
        if (m_cell_count > most) {
            most = m_cell_count;
            best = candidate;
        }
        m_at = at;
        m_row_number = row;
    }
    m_separator = best;
    m_row.problems.clear();
}

void CsvReader::find_header(std::int64_t header_row, const HeaderRules& header) {
    struct Start {
        std::size_t at;
        std::int64_t row_number;
        char separator;
    };
    m_keep = true;  // rows are read again
    std::vector<Start> starts;
    std::vector<std::vector<std::string>> rows;
    const std::size_t wanted = header_row == 0 && header.known ? HeaderRules::rows_looked_at : 1;
    while (rows.size() < wanted && (m_at < m_buffer.size() || fill())) {
        choose_separator();
        const Start start{m_at, m_row_number, m_separator};
        const std::string_view record = raw_record();
        if (m_row_number < header_row || trimmed(record).empty()) continue;
        split(record, !m_quote_open);
        const bool is_empty =
            std::all_of(m_row.cells.begin(), m_row.cells.begin() + static_cast<std::ptrdiff_t>(m_cell_count),
                        [](const std::string& cell) { return trimmed(cell).empty(); });
        if (is_empty && header_row == 0) continue;
        starts.push_back(start);
        rows.push_back(cells());
        if (rows.size() == 1 && header.known && header.known(rows.front()) >= 2) break;
    }
    if (rows.empty()) throw Error{m_name + " has no header row; its first row names the columns"};
    m_row.problems.clear();
    const std::size_t chosen = header.header_among(rows);
    m_at = starts[chosen].at;
    m_row_number = starts[chosen].row_number;
    m_separator = starts[chosen].separator;
    m_columns = rows[chosen];
    if (header.names_for && header_row == 0) {
        if (auto names = header.names_for(rows.front()); !names.empty()) {
            m_columns = std::move(names);
            m_at = starts.front().at;
            m_row_number = starts.front().row_number;
            m_separator = starts.front().separator;
            m_keep = false;
            return;
        }
    }
    split(raw_record(), !m_quote_open);
    m_row.problems.clear();
    const bool has_two = header_row == 0 && take_second_header(header);
    m_keep = false;
    if (chosen == 0 || has_two) return;
    m_header_found = m_row_number;
    m_notes.push_back("row " + std::to_string(m_row_number) +
                      " names the columns; what stands above it is left out (--header-row takes another)");
}

/// True where the row below names the columns too; it is passed over then.
bool CsvReader::take_second_header(const HeaderRules& header) {
    const std::size_t at = m_at;
    const std::int64_t row_number = m_row_number;
    if (m_at >= m_buffer.size() && !fill()) return false;
    split(raw_record(), !m_quote_open);
    m_row.problems.clear();
    auto names = header.names_of_two_rows(m_columns, cells());
    if (names.empty()) {
        m_at = at;
        m_row_number = row_number;
        return false;
    }
    m_columns = std::move(names);
    m_notes.push_back(rows_name_columns(row_number, m_row_number));
    return true;
}

bool CsvReader::fill() {
    if (m_at_end) return false;
    if (!m_keep) {
        m_buffer.erase(0, m_at);
        m_at = 0;
    }
    const bool is_first = m_bytes == 0;
    const std::size_t had = m_buffer.size();
    m_buffer.resize(had + chunk);
    const std::size_t got = std::fread(m_buffer.data() + had, 1, chunk, m_file.get());
    m_buffer.resize(had + got);
    m_bytes += static_cast<std::int64_t>(got);
    if (got < chunk) {
        if (std::ferror(m_file.get())) throw Error{"cannot read " + m_name + ": " + std::strerror(errno)};
        m_at_end = true;
    }
    if (is_first && !read_encoding()) return got > 0;
    if (!is_first && m_decoder)
        m_buffer =
            m_buffer.substr(0, had) + m_decoder->decode(std::string_view(m_buffer).substr(had), m_at_end);
    return got > 0;
}

/// The bytes of the next record without its line end, valid until the next call. Where its quotes do not
/// close within the bound, m_quote_open says so and the record is its first line; where one line is longer
/// than the bound, m_too_long says so and the rest of the line is passed over.
std::string_view CsvReader::raw_record() {
    ++m_row_number;
    const auto there = [&](std::size_t offset) { return m_at + offset < m_buffer.size() || fill(); };
    const auto byte = [&](std::size_t offset) { return m_buffer[m_at + offset]; };
    bool quoted = false;
    std::size_t closed_at = std::string::npos;
    std::size_t first_line = std::string::npos;
    std::size_t length = 0;
    const std::size_t longest = m_rescanned < most_rescanned ? longest_record : longest_doubtful_record;
    for (; there(length); ++length) {
        const char c = byte(length);
        if (c == '"') {
            const bool opens = length == 0 || byte(length - 1) == m_separator || closed_at + 1 == length;
            if (quoted) closed_at = length;
            quoted = !quoted && opens;
        } else if (c == '\n' || c == '\r') {
            if (!quoted) break;
            first_line = std::min(first_line, length);
        }
        if (length > longest) break;
    }
    m_quote_open = quoted;
    if (quoted) {
        m_rescanned += length;
        length = std::min(length, first_line);
    }
    m_too_long = length > longest;
    if (m_too_long) {
        m_long_record.assign(m_buffer, m_at, longest);
        for (; there(length) && byte(length) != '\n' && byte(length) != '\r'; length = 0) m_at += length + 1;
    }
    const std::size_t line_end =
        there(length) ? (there(length + 1) && byte(length) == '\r' && byte(length + 1) == '\n' ? 2 : 1) : 0;
    m_at += length + line_end;
    if (m_too_long) return m_long_record;
    return std::string_view(m_buffer).substr(m_at - length - line_end, length);
}

void CsvReader::add_cell(std::string_view cell, std::size_t index) {
    if (index >= m_row.cells.size()) m_row.cells.emplace_back();
    if (is_utf8(cell)) {
        m_row.cells[index].assign(cell);
        return;
    }
    m_row.cells[index] = as_utf8(cell).text;
    const std::string column = index < m_columns.size() ? m_columns[index] : "";
    m_row.problems.push_back({"not-utf8", column,
                              "column " + column +
                                  " has bytes that are not UTF-8; each stands as \uFFFD. Save the "
                                  "table as CSV UTF-8"});
}

void CsvReader::split(std::string_view record, bool quotes) {
    m_cell_count = 0;
    std::size_t at = 0;
    while (true) {
        if (quotes && at < record.size() && record[at] == '"') {
            m_cell.clear();
            ++at;
            while (at < record.size()) {
                const auto quote = record.find('"', at);
                m_cell.append(record, at, quote == std::string_view::npos ? quote : quote - at);
                at = quote == std::string_view::npos ? record.size() : quote + 1;
                if (at >= record.size() || record[at] != '"') break;
                m_cell += '"';
                ++at;
            }
            // What stands between a closing quote and the separator belongs to the cell.
            const auto end = std::min(record.find(m_separator, at), record.size());
            m_cell.append(record, at, end - at);
            add_cell(m_cell, m_cell_count++);
            at = end;
        } else {
            const auto end = std::min(record.find(m_separator, at), record.size());
            add_cell(record.substr(at, end - at), m_cell_count++);
            at = end;
        }
        if (at >= record.size()) return;
        ++at;
    }
}

/// Cells beyond the header's are kept in a problem's sentence; empty ones, as trailing separators make
/// them, are not worth a word.
void CsvReader::tell_surplus() {
    std::vector<std::string> surplus;
    for (std::size_t i = m_columns.size(); i < m_cell_count; ++i) {
        if (!trimmed(m_row.cells[i]).empty()) surplus.push_back(m_row.cells[i]);
    }
    if (surplus.empty()) return;
    m_row.problems.push_back({"too-many-cells", "",
                              "the row has " + std::to_string(m_cell_count) + " cells and the header " +
                                  std::to_string(m_columns.size()) + "; left over: '" +
                                  shortened(joined(surplus, "', '"), 200) +
                                  "'. Quote a cell that has a separator in it"});
}

const Row* CsvReader::next() {
    while (m_at < m_buffer.size() || fill()) {
        const std::string_view record = raw_record();
        if (trimmed(record).empty()) continue;
        m_row.number = m_row_number;
        m_row.problems.clear();
        split(record, !m_quote_open);
        // A row of separators alone is as empty as an empty line.
        if (std::all_of(m_row.cells.begin(), m_row.cells.begin() + static_cast<std::ptrdiff_t>(m_cell_count),
                        [](const std::string& cell) { return trimmed(cell).empty(); })) {
            continue;
        }
        if (m_quote_open) {
            m_row.problems.push_back(
                {"quote-not-closed", "",
                 "a quote is opened and not closed; the row was read up to the end of its line, "
                 "with the quote as a character. Close or double the quote"});
        }
        if (m_too_long) {
            m_row.problems.push_back(
                {"row-too-long", "", "the row is longer than 8 MiB and was cut there; shorten it"});
        }
        if (m_cell_count > m_columns.size()) tell_surplus();
        if (m_row.cells.size() != m_columns.size()) m_row.cells.resize(m_columns.size());
        for (std::size_t i = m_cell_count; i < m_columns.size(); ++i) m_row.cells[i].clear();
        return &m_row;
    }
    return nullptr;
}

}  // namespace incidentmap
