// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <future>
#include <optional>
#include <span>
#include <vector>

#include "report/reader.hpp"

namespace incidentmap {

/// Reads the reports of all inputs, in order, a few hundred at a time: while the caller is busy with some,
/// the next are read on a thread of their own.
class ReadAhead {
  public:
    /// Reports of one input, the caller's to change until the next call of next().
    struct Batch {
        std::size_t input = 0;  ///< which of the readers
        std::span<Report> reports;
        std::optional<std::int64_t> bytes_read;  ///< of that input, as ReportReader has it
    };

    /// \param readers must live as long as this, and are its alone
    explicit ReadAhead(std::span<ReportReader> readers);

    /// The next reports, at least one; none at the end of the last input. \throws Error as
    /// ReportReader::next()
    Batch next();

  private:
    /// Memory for reports, used again for others.
    struct Buffer {
        std::vector<Report> reports;
        std::size_t input = 0;
        std::size_t count = 0;
        std::optional<std::int64_t> bytes_read;
    };
    Buffer read(Buffer buffer);
    void read_on(Buffer buffer);

    std::span<ReportReader> m_readers;
    std::size_t m_input = 0;  ///< the thread's alone while it reads
    Buffer m_taken;
    std::future<Buffer> m_coming;  ///< last, so that the thread ends before what it uses
};

}  // namespace incidentmap
