// SPDX-License-Identifier: MIT
#include "writer/page/page_cells.hpp"

#include <cstdint>
#include <variant>

#include "core/json_text.hpp"

namespace incidentmap {

void append_cells(std::string& out, const StoredRow& row) {
    constexpr int most_decimals = 9;
    out += '[';
    bool first = true;
    for (std::size_t i = 0; i < row.cells().size(); ++i) {
        const StoredRow::Cell& cell = row.cells()[i];
        if (std::holds_alternative<std::monostate>(cell)) continue;
        if (!first) out += ',';
        first = false;
        append_json(out, static_cast<std::int64_t>(i));
        out += ',';
        if (const auto* text = std::get_if<std::string>(&cell)) append_json(out, *text);
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) append_json(out, *whole);
        if (const auto* real = std::get_if<double>(&cell)) append_json(out, *real, most_decimals);
    }
    out += ']';
}

}  // namespace incidentmap
