// SPDX-License-Identifier: MIT
#include "gazetteer/import/import_log.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace incidentmap {

FindingCount& ImportLog::count_of(std::string_view code) {
    auto count = std::find_if(m_counts.begin(), m_counts.end(),
                              [code](const FindingCount& known) { return known.code == code; });
    if (count == m_counts.end()) count = m_counts.insert(count, {std::string(code), 0});
    return *count;
}

void ImportLog::count(std::string_view code) { ++count_of(code).count; }

void ImportLog::tell(const InputPosition& at, Severity severity, std::string_view code,
                     std::string_view column, std::string sentence) {
    if (++count_of(code).count > most_told) return;
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.file = at.file;
    finding.row = at.row;
    finding.column = column;
    finding.sentence = std::move(sentence);
    m_findings.push_back(std::move(finding));
}

void ImportLog::bad_row(const InputPosition& at, std::string_view code, std::string_view column,
                        std::string sentence) {
    ++m_bad_rows;
    tell(at, Severity::warning, code, column, std::move(sentence));
}

void ImportLog::count_row() {
    if (++m_rows % rows_between_calls == 0 && m_progress) m_progress({"reading rows", m_rows});
}

void ImportLog::count_row(std::string_view file, std::int64_t bytes, std::optional<std::int64_t> total) {
    if (++m_rows % rows_between_calls != 0 || !m_progress) return;
    const std::string what = "reading " + std::filesystem::path(file).filename().string();
    m_progress({what, bytes, total, ProgressUnit::bytes});
}

void ImportLog::give(ImportResult& result) {
    result.bad_rows = m_bad_rows;
    result.findings = std::move(m_findings);
    result.finding_counts = std::move(m_counts);
}

}  // namespace incidentmap
