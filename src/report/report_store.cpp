// SPDX-License-Identifier: MIT
#include "report/report_store.hpp"

#include "core/error.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t least_window = std::size_t{1} << 18;

}  // namespace

ReportStore::ReportStore() : m_file{least_window} { m_starts.push_back(0); }

void ReportStore::add(const Report& report) {
    if (m_files.empty() || m_files.back() != report.file) m_files.push_back(report.file);
    std::string& out = m_file.waiting();
    put_number(out, m_files.size() - 1);
    put_number(out, static_cast<std::uint64_t>(report.row));
    for (const std::string& cell : report.cells) put_text(out, cell);
    put_number(out, report.extra.size());
    for (const std::string& cell : report.extra) put_text(out, cell);
    put_number(out, report.findings.size());
    for (const Finding& finding : report.findings) {
        put_number(out, static_cast<std::uint64_t>(finding.severity));
        for (const std::string* text : {&finding.code, &finding.column, &finding.sentence})
            put_text(out, *text);
    }
    const StatedPrecision& stated = report.stated_precision;
    for (const int code : {stated.geo_precision, stated.where_prec, stated.time_precision})
        put_number(out, static_cast<std::uint64_t>(code));
    put_number(out, report.is_draft ? 1 : 0);
    m_starts.push_back(m_file.size());
    m_file.flush_if_full();
}

Report ReportStore::report(std::int64_t number) {
    if (number < 1 || static_cast<std::size_t>(number) >= m_starts.size())
        throw Error{"there is no report " + std::to_string(number)};
    const auto at = static_cast<std::size_t>(number - 1);
    std::string_view bytes =
        m_file.bytes(m_starts[at], static_cast<std::size_t>(m_starts[at + 1] - m_starts[at]));
    Report report;
    report.file = m_files[take_number(bytes)];
    report.row = static_cast<std::int64_t>(take_number(bytes));
    for (std::string& cell : report.cells) cell = take_text(bytes);
    report.extra.resize(take_number(bytes));
    for (std::string& cell : report.extra) cell = take_text(bytes);
    report.findings.resize(take_number(bytes));
    for (Finding& finding : report.findings) {
        finding.severity = static_cast<Severity>(take_number(bytes));
        for (std::string* text : {&finding.code, &finding.column, &finding.sentence})
            *text = take_text(bytes);
        finding.file = report.file;
        finding.row = report.row;
        finding.incident_id = report[ReportColumn::incident_id];
    }
    StatedPrecision& stated = report.stated_precision;
    for (int* code : {&stated.geo_precision, &stated.where_prec, &stated.time_precision})
        *code = static_cast<int>(take_number(bytes));
    report.is_draft = take_number(bytes) != 0;
    return report;
}

}  // namespace incidentmap
