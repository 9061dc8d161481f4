// SPDX-License-Identifier: MIT
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "harness.hpp"
#include "table/csv.hpp"
#include "table/csv_text.hpp"

using namespace incidentmap;

namespace {

using Cells = std::vector<std::string>;

/// The sound rows of a table, at most 50, with what must hold of any row.
std::vector<Cells> rows_of(CsvReader& reader) {
    std::vector<Cells> rows;
    std::int64_t before = 0;
    while (const Row* row = reader.next()) {
        require(row->cells.size() == reader.columns().size());
        require(row->number > before);
        before = row->number;
        for (const std::string& cell : row->cells) require(is_utf8(cell));
        if (row->problems.empty() && rows.size() < 50) rows.push_back(row->cells);
    }
    return rows;
}

}  // namespace

/// A table is read to its end, in order, and its rows written again are read as the same rows.
void fuzz_csv(std::string_view bytes) {
    const unsigned header_row = 1 + choice_of(bytes) % 3;
    std::vector<Cells> rows;
    std::size_t width = 0;
    try {
        CsvReader reader(file_of("a.csv", bytes).string(), header_row);
        rows = rows_of(reader);
        width = reader.columns().size();
        require(reader.bytes_read() == static_cast<std::int64_t>(bytes.size()));
    } catch (const Error&) {
        return;
    }
    Cells header;
    for (std::size_t i = 0; i < width; ++i) header.push_back("c" + std::to_string(i));
    std::string written;
    append_csv_row(written, header, {});
    for (const Cells& row : rows) append_csv_row(written, row, {});
    if (written.size() > CsvReader::longest_record) return;
    if (written.find('\0') != std::string::npos) return;  // every second byte a nought is UTF-16
    CsvReader again(file_of("b.csv", written).string(), 1);
    require(rows_of(again) == rows);
}
