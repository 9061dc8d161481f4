// SPDX-License-Identifier: MIT
#include "prose/draft_table.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "core/json_object.hpp"
#include "core/text.hpp"
#include "table/csv.hpp"
#include "table/csv_text.hpp"

namespace incidentmap {
namespace {

constexpr std::array<std::string_view, 14> own_columns{
    "draft_id",  "status",      "status_by",  "status_why", "confidence", "why",       "quote",
    "text_file", "text_sha256", "quote_span", "spans",      "date_basis", "set_aside", "rules"};

std::string to_text(const Span& span) {
    return span.empty() ? std::string() : std::to_string(span.begin) + "-" + std::to_string(span.end);
}

std::string spans_text(const DraftReport& draft) {
    std::string text;
    for (const CellBasis& basis : draft.bases) {
        if (basis.words.empty()) continue;
        text += (text.empty() ? "" : "; ") +
                std::string(report_columns()[static_cast<std::size_t>(basis.column)].name) + " " +
                to_text(basis.words);
    }
    return text;
}

std::string rules_text(const DraftReport& draft) {
    std::string text;
    for (const CellBasis& basis : draft.bases) {
        if (basis.rule.empty()) continue;
        text += (text.empty() ? "" : "; ") +
                std::string(report_columns()[static_cast<std::size_t>(basis.column)].name) + ": " +
                basis.rule;
    }
    return text;
}

std::string set_aside_text(const DraftReport& draft) {
    std::string text;
    for (const SetAside& one : draft.set_aside)
        text += (text.empty() ? "" : "; ") + one.words + " (" + to_text(one.at) + "): " + one.why;
    return text;
}

}  // namespace

std::vector<std::string> draft_cells(const DraftReport& draft) {
    if (!draft.row.empty()) return draft.row;
    std::vector<std::string> cells{draft.draft_id,
                                   draft.status,
                                   "",
                                   "",
                                   to_string(draft.confidence),
                                   draft.why,
                                   draft.quote,
                                   draft.text_file,
                                   draft.text_sha256,
                                   to_text(draft.quote_at),
                                   spans_text(draft),
                                   draft.date_basis,
                                   set_aside_text(draft),
                                   rules_text(draft)};
    cells.insert(cells.end(), draft.cells.begin(), draft.cells.end());
    return cells;
}

namespace {

/// A row that a person settled stands as it is.
std::vector<std::string> safe_cells(const DraftReport& draft) {
    std::vector<std::string> cells = draft_cells(draft);
    if (!draft.row.empty()) return cells;
    for (std::string& cell : cells) cell = to_spreadsheet_cell(cell);
    return cells;
}

}  // namespace

std::vector<std::string> draft_columns() {
    std::vector<std::string> columns(own_columns.begin(), own_columns.end());
    for (const ReportColumnInfo& column : report_columns()) columns.emplace_back(column.name);
    return columns;
}

std::string drafts_csv(const std::vector<DraftReport>& drafts) {
    std::string out;
    const CsvDialect dialect;
    append_csv_row(out, draft_columns(), dialect);
    for (const DraftReport& draft : drafts) append_csv_row(out, safe_cells(draft), dialect);
    return out;
}

std::string drafts_jsonl(const std::vector<DraftReport>& drafts) {
    std::string out;
    for (const DraftReport& draft : drafts) {
        JsonObject object(out);
        object.text("draft_id", draft.draft_id);
        object.text("status", draft.status);
        object.text("confidence", to_string(draft.confidence));
        object.text("why", draft.why);
        object.text("quote", draft.quote);
        object.text("text_file", draft.text_file);
        object.text("text_sha256", draft.text_sha256);
        object.text("date_basis", draft.date_basis);
        for (std::size_t i = 0; i < report_column_count; ++i)
            object.text(report_columns()[i].name, draft.cells[i]);
        append_array(object.member("bases"), draft.bases, [](std::string& text, const CellBasis& basis) {
            JsonObject one(text);
            one.text("cell", report_columns()[static_cast<std::size_t>(basis.column)].name);
            one.integer("begin", basis.words.empty()
                                     ? std::nullopt
                                     : std::optional(static_cast<std::int64_t>(basis.words.begin)));
            one.integer("end", basis.words.empty()
                                   ? std::nullopt
                                   : std::optional(static_cast<std::int64_t>(basis.words.end)));
            one.text("rule", basis.rule);
            one.end();
        });
        append_array(object.member("set_aside"), draft.set_aside,
                     [](std::string& text, const SetAside& aside) {
                         JsonObject one(text);
                         one.text("words", aside.words);
                         one.integer("begin", static_cast<std::int64_t>(aside.at.begin));
                         one.integer("end", static_cast<std::int64_t>(aside.at.end));
                         one.text("why", aside.why);
                         one.end();
                     });
        object.end();
        out += '\n';
    }
    return out;
}

std::string aggregates_csv(const std::vector<Aggregate>& aggregates) {
    std::string out;
    const CsvDialect dialect;
    append_csv_row(out, std::array<std::string, 4>{"text_file", "why", "quote", "span"}, dialect);
    for (const Aggregate& one : aggregates) {
        append_csv_row(out,
                       std::array<std::string, 4>{one.text_file, one.why, to_spreadsheet_cell(one.quote),
                                                  to_text(one.at)},
                       dialect);
    }
    return out;
}

std::vector<DraftReport> settled_drafts(const std::string& path) {
    std::vector<DraftReport> settled;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return settled;
    CsvReader reader(path, 1);
    const std::vector<std::string> columns = draft_columns();
    std::vector<std::size_t> from;
    for (const std::string& column : columns) {
        const auto found = std::find(reader.columns().begin(), reader.columns().end(), column);
        from.push_back(static_cast<std::size_t>(found - reader.columns().begin()));
    }
    if (from[0] == reader.columns().size() || from[1] == reader.columns().size())
        throw Error{path +
                    " is there and is no table of drafts (it has no draft_id and status); give another name"};
    while (const Row* row = reader.next()) {
        const auto cell = [&](std::size_t i) {
            return from[i] < row->cells.size() ? row->cells[from[i]] : std::string();
        };
        const std::string status = lower_ascii(trimmed(cell(1)));
        if (status.empty() || status == "draft") continue;
        DraftReport draft;
        draft.draft_id = cell(0);
        draft.status = status;
        for (std::size_t i = 0; i < columns.size(); ++i) draft.row.push_back(cell(i));
        draft.text_file = cell(7);
        settled.push_back(std::move(draft));
    }
    return settled;
}

std::vector<DraftReport> with_settled(std::vector<DraftReport> drafts, std::vector<DraftReport> settled) {
    std::set<std::string> ids;
    for (const DraftReport& draft : settled) ids.insert(draft.draft_id);
    std::vector<DraftReport> all;
    for (DraftReport& draft : drafts) {
        const auto same = std::find_if(settled.begin(), settled.end(), [&](const DraftReport& one) {
            return one.draft_id == draft.draft_id;
        });
        if (same == settled.end()) {
            all.push_back(std::move(draft));
        } else if (!same->row.empty()) {
            all.push_back(*same);
            same->row.clear();  // taken
        }
    }
    for (DraftReport& draft : settled) {
        if (!draft.row.empty()) all.push_back(std::move(draft));
    }
    return all;
}

}  // namespace incidentmap
