// SPDX-License-Identifier: MIT
#include "core/error.hpp"
#include "core/text.hpp"
#include "harness.hpp"
#include "incident/duplicate_table.hpp"
#include "locate/decision_table.hpp"
#include "report/source.hpp"

using namespace incidentmap;

namespace {

/// What stood in the table still stands there, and a row is added once. A table that is refused is left as it
/// is.
void decisions(std::string_view bytes) {
    const auto path = file_of("a.decisions.csv", bytes);
    try {
        DecisionTable table(path);
        const std::size_t before = table.rows().size();
        DecisionRow row;
        row.words = "=cmd|' /C calc'!A0";
        row.column = "place";
        row.candidates = "1) a [b]\n2) \"c\"";
        row.answer = "-x";
        table.append({row});
        const std::string written = bytes_of(path);
        const bool was_empty = trimmed(bytes).empty() || bytes == "\xEF\xBB\xBF";
        require(was_empty || written.starts_with(bytes));
        DecisionTable again(path);
        require(again.rows().size() == table.rows().size());
        require(again.rows().size() >= before && again.rows().size() <= before + 1);
        again.append({row});
        require(bytes_of(path) == written);
    } catch (const Error&) {
        require(bytes_of(path) == bytes);
    }
}

void pairs(std::string_view bytes) {
    const auto path = file_of("a.same.csv", bytes);
    try {
        DuplicateTable table(path);
        table.findings();
        DuplicateRow row;
        row.report_a = "a";
        row.report_b = "@b";
        row.score = "0.9";
        row.why = "w, \"q\"";
        table.append({row});
        DuplicateTable again(path);
        require(again.rows().size() == table.rows().size());
        require(again.fingerprint() == table.fingerprint());
    } catch (const Error&) {
        require(bytes_of(path) == bytes);
    }
}

void sources(std::string_view bytes) {
    try {
        Sources sources;
        sources.read(file_of("sources.csv", bytes).string(), "");
        for (const Source& source : sources.all()) require(sources.find(source.source_id).has_value());
    } catch (const Error&) {
    } catch (const UsageError&) {
    }
}

}  // namespace

void fuzz_shared_tables(std::string_view bytes) {
    switch (choice_of(bytes) % 3) {
        case 0:
            return decisions(bytes);
        case 1:
            return pairs(bytes);
        default:
            return sources(bytes);
    }
}
