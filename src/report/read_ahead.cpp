// SPDX-License-Identifier: MIT
#include "report/read_ahead.hpp"

#include <utility>

namespace incidentmap {
namespace {

constexpr std::size_t reports_at_once = 256;  ///< worth a thread's start, and small enough for the cache

}  // namespace

ReadAhead::ReadAhead(std::span<ReportReader> readers) : m_readers{readers} {
    m_taken.reports.resize(reports_at_once);
    Buffer first;
    first.reports.resize(reports_at_once);
    read_on(std::move(first));
}

ReadAhead::Buffer ReadAhead::read(Buffer buffer) {
    for (buffer.count = 0; m_input < m_readers.size(); ++m_input) {
        buffer.input = m_input;
        while (buffer.count < buffer.reports.size()) {
            Report* report = m_readers[m_input].next();
            if (report == nullptr) break;
            std::swap(buffer.reports[buffer.count++], *report);
        }
        buffer.bytes_read = m_readers[m_input].bytes_read();
        if (buffer.count > 0) break;
    }
    return buffer;
}

void ReadAhead::read_on(Buffer buffer) {
    m_coming = std::async(std::launch::async,
                          [this, reused = std::move(buffer)]() mutable { return read(std::move(reused)); });
}

ReadAhead::Batch ReadAhead::next() {
    Buffer read = m_coming.get();
    read_on(std::exchange(m_taken, std::move(read)));
    return {m_taken.input, std::span(m_taken.reports).first(m_taken.count), m_taken.bytes_read};
}

}  // namespace incidentmap
