// SPDX-License-Identifier: MIT
#include "report/report_store.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "core/error.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t chunk = 1 << 18;

[[noreturn]] void fail(const char* what) {
    throw Error{std::string("cannot ") + what + " a temporary file in " +
                std::filesystem::temp_directory_path().string() + ": " + std::strerror(errno)};
}

void put(std::string& out, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) out += static_cast<char>(0x80 | (number & 0x7F));
    out += static_cast<char>(number);
}

void put(std::string& out, const std::string& text) {
    put(out, text.size());
    out += text;
}

/// Takes apart what put() made.
struct Taker {
    std::string_view bytes;

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; !bytes.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes.front());
            bytes.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0) break;
        }
        return value;
    }
    std::string text() {
        const auto size = static_cast<std::size_t>(number());
        std::string out(bytes.substr(0, size));
        bytes.remove_prefix(size);
        return out;
    }
};

}  // namespace

ReportStore::ReportStore() {
    std::string pattern = (std::filesystem::temp_directory_path() / "incidentmap-XXXXXX").string();
    m_file = mkstemp(pattern.data());
    if (m_file < 0) fail("make");
    unlink(pattern.c_str());
    m_starts.push_back(0);
}

ReportStore::~ReportStore() { close(m_file); }

void ReportStore::flush() {
    std::size_t done = 0;
    while (done < m_waiting.size()) {
        const ssize_t wrote = write(m_file, m_waiting.data() + done, m_waiting.size() - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) fail("write");
        done += static_cast<std::size_t>(wrote);
    }
    m_written += m_waiting.size();
    m_waiting.clear();
}

void ReportStore::add(const Report& report) {
    if (m_files.empty() || m_files.back() != report.file) m_files.push_back(report.file);
    const std::size_t before = m_waiting.size();
    put(m_waiting, m_files.size() - 1);
    put(m_waiting, static_cast<std::uint64_t>(report.row));
    for (const std::string& cell : report.cells) put(m_waiting, cell);
    put(m_waiting, report.extra.size());
    for (const std::string& cell : report.extra) put(m_waiting, cell);
    put(m_waiting, report.findings.size());
    for (const Finding& finding : report.findings) {
        put(m_waiting, static_cast<std::uint64_t>(finding.severity));
        for (const std::string* text : {&finding.code, &finding.column, &finding.sentence})
            put(m_waiting, *text);
    }
    const StatedPrecision& stated = report.stated_precision;
    for (const int code : {stated.geo_precision, stated.where_prec, stated.time_precision})
        put(m_waiting, static_cast<std::uint64_t>(code));
    m_starts.push_back(m_starts.back() + m_waiting.size() - before);
    if (m_waiting.size() >= chunk) flush();
}

/// Bytes of the file, by way of the window.
std::string_view ReportStore::bytes(std::size_t offset, std::size_t size) {
    const bool inside = offset >= m_window_start && offset + size <= m_window_start + m_window.size();
    if (!inside) {
        m_window.resize(std::max(chunk, size));
        m_window_start = offset;
        std::size_t done = 0;
        while (done < m_window.size()) {
            const ssize_t got = pread(m_file, m_window.data() + done, m_window.size() - done,
                                      static_cast<off_t>(offset + done));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail("read");
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        m_window.resize(done);
    }
    if (offset + size > m_window_start + m_window.size()) fail("read");
    return std::string_view(m_window).substr(offset - m_window_start, size);
}

Report ReportStore::report(std::int64_t number) {
    if (number < 1 || static_cast<std::size_t>(number) >= m_starts.size())
        throw Error{"there is no report " + std::to_string(number)};
    if (!m_waiting.empty()) flush();
    const auto at = static_cast<std::size_t>(number - 1);
    Taker take{bytes(m_starts[at], m_starts[at + 1] - m_starts[at])};
    Report report;
    report.file = m_files[take.number()];
    report.row = static_cast<std::int64_t>(take.number());
    for (std::string& cell : report.cells) cell = take.text();
    report.extra.resize(take.number());
    for (std::string& cell : report.extra) cell = take.text();
    report.findings.resize(take.number());
    for (Finding& finding : report.findings) {
        finding.severity = static_cast<Severity>(take.number());
        for (std::string* text : {&finding.code, &finding.column, &finding.sentence}) *text = take.text();
        finding.file = report.file;
        finding.row = report.row;
        finding.incident_id = report[ReportColumn::incident_id];
    }
    StatedPrecision& stated = report.stated_precision;
    for (int* code : {&stated.geo_precision, &stated.where_prec, &stated.time_precision})
        *code = static_cast<int>(take.number());
    return report;
}

}  // namespace incidentmap
