// SPDX-License-Identifier: MIT
#include "table/file_bounds.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string_view>

#include "core/error.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view advice = "; save the table without it, or as CSV";

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

std::string mebibytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

[[noreturn]] void refuse_cell(const std::string& path, const std::string& where) {
    throw Error{"cannot read " + path + ": a cell of " + where + " is larger than " +
                mebibytes(largest_cell) + std::string(advice)};
}

/// How long texts are that stand between the marks of an XML file, and what stands between the ends of cells.
class CellLengths {
  public:
    void add(std::string_view piece) {
        for (std::size_t at = 0; at < piece.size();) {
            const std::size_t mark = std::min(piece.find('<', at), piece.size());
            m_text += mark - at;
            m_cell += mark - at;
            m_longest = std::max({m_longest, m_text, m_cell / most_of_marks});
            if (mark == piece.size()) return;
            m_text = 0;
            ++m_cell;
            for (const std::string_view end : {"</c>", "</si>", "</table:table-cell>"}) {
                if (piece.compare(mark, end.size(), end) == 0) m_cell = 0;
            }
            at = mark + 1;
        }
    }

    /// The longest text, or a quarter of what stands between the ends of two cells where that is more.
    std::size_t longest() const { return m_longest; }

  private:
    /// A cell in many pieces, each with its own letters, is mostly marks.
    static constexpr std::size_t most_of_marks = 4;
    std::size_t m_text = 0;
    std::size_t m_cell = 0;
    std::size_t m_longest = 0;
};

void refuse_huge_cells_of_part(const std::string& path, const std::string& part) {
    const std::string whole = "/vsizip/{" + path + "}/" + part;
    const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(whole.c_str(), "rb"));
    if (!file) return;
    CellLengths lengths;
    std::string piece(std::size_t{1} << 20, '\0');
    while (const std::size_t got = VSIFReadL(piece.data(), 1, piece.size(), file.get())) {
        lengths.add(std::string_view(piece).substr(0, got));
        if (lengths.longest() > largest_cell) refuse_cell(path, part);
    }
}

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Connection = std::unique_ptr<sqlite3, CloseDatabase>;

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Query = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

Query prepared(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
    return Query(statement);
}

std::string as_identifier(const std::string& name) {
    std::string text = "\"";
    for (const char letter : name) text += letter == '"' ? "\"\"" : std::string(1, letter);
    return text + '"';
}

bool is_view(sqlite3* database, const std::string& layer) {
    const Query query =
        prepared(database, "SELECT 1 FROM sqlite_schema WHERE type = 'view' AND lower(name) = lower(?1)");
    if (!query) return false;
    sqlite3_bind_text(query.get(), 1, layer.c_str(), static_cast<int>(layer.size()), SQLITE_TRANSIENT);
    return sqlite3_step(query.get()) == SQLITE_ROW;
}

/// Ends a query after so many calls.
int is_enough(void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }

}  // namespace

void refuse_huge_cells_of_workbook(const std::string& path) {
    const std::string archive = "/vsizip/{" + path + "}";
    const CPLStringList parts(VSIReadDirRecursive(archive.c_str()));
    for (int i = 0; i < parts.size(); ++i) {
        const char* const part = parts[i];
        VSIStatBufL status{};
        if (VSIStatL((archive + "/" + part).c_str(), &status) != 0) continue;
        if (static_cast<std::uint64_t>(status.st_size) > largest_cell) refuse_huge_cells_of_part(path, part);
    }
}

void refuse_huge_cells_of_geopackage(const std::string& path, const std::string& layer) {
    sqlite3* opened = nullptr;
    const int failed = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const Connection database(opened);
    if (failed != SQLITE_OK) return;
    const bool may_not_end = is_view(opened, layer);
    std::error_code unknown;
    if (!may_not_end && std::filesystem::file_size(path, unknown) <= largest_cell && !unknown) return;
    sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, static_cast<int>(largest_cell));
    constexpr int instructions = 1'000'000;
    int left = 300;  // some seconds; ten million rows take half of it
    if (may_not_end) sqlite3_progress_handler(opened, instructions, is_enough, &left);
    const Query rows = prepared(opened, "SELECT * FROM " + as_identifier(layer));
    if (!rows) return;
    int result = SQLITE_ROW;
    for (std::int64_t count = 0; result == SQLITE_ROW; ++count) {
        if (may_not_end && count > most_view_rows) result = SQLITE_INTERRUPT;
        if (result == SQLITE_ROW) result = sqlite3_step(rows.get());
    }
    if (result == SQLITE_TOOBIG) refuse_cell(path, "'" + layer + "'");
    if (result == SQLITE_INTERRUPT)
        throw Error{"cannot read " + path + ": the view '" + layer + "' goes on after " +
                    std::to_string(most_view_rows) + " rows or works for too long; make a table of its rows"};
}

}  // namespace incidentmap
