// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace incidentmap {

/// Cells that a spreadsheet shows as one; the first has what they hold. Rows and columns count from 1.
struct MergedCells {
    std::int64_t first_row = 0;
    std::int64_t last_row = 0;
    std::int64_t first_column = 0;
    std::int64_t last_column = 0;
};

/// A text of several runs, each with a form of its own, that stands in its cell and not in the table of
/// texts: of such GDAL reads the first run only. Rows and columns count from 1.
struct RichCell {
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::string text;
};

struct WorkbookSheet {
    std::string name;
    bool is_hidden = false;
    std::string part;  ///< of the archive: `xl/worksheets/sheet1.xml`
};

/// What an XLSX file says of itself beside its cells, which GDAL does not tell.
struct Workbook {
    bool counts_from_1904 = false;  ///< its days are numbered from 1 January 1904, as on old Macintoshes
    std::vector<WorkbookSheet> sheets;

    const WorkbookSheet* sheet(const std::string& name) const;
};

/// `2016/07/26` of a workbook that counts its days from 1904 was read as if from 1900.
std::string days_since_1904(const std::string& cell);

/// Nothing is said where the file is no XLSX or lacks the parts.
Workbook read_workbook(const std::string& path);

/// What a sheet says of its cells that GDAL does not tell: merged ones, and those whose text has several
/// runs, row by row.
struct SheetCells {
    std::vector<MergedCells> merged;
    std::vector<RichCell> rich;
};

/// \param part as WorkbookSheet has it. The sheet is gone through once
SheetCells read_sheet_cells(const std::string& path, const std::string& part);

}  // namespace incidentmap
