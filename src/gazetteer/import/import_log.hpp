// SPDX-License-Identifier: MIT
/// What an import noticed on its way; for the importers.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.hpp"
#include "core/progress.hpp"
#include "gazetteer/import/import_result.hpp"

namespace incidentmap {

/// Where in the input something stands.
struct InputPosition {
    std::string_view file;
    std::int64_t row = 0;  ///< 0: the whole file
};

/// Gathers findings, of each code the first 20, and counts them all.
class ImportLog {
  public:
    explicit ImportLog(std::function<void(const Progress&)> progress) : m_progress(std::move(progress)) {}

    /// The row goes on without what was wrong.
    void tell(const InputPosition& at, Severity severity, std::string_view code, std::string_view column,
              std::string sentence);
    /// One more of a code, of which nothing new is to be said.
    void count(std::string_view code);
    /// The row cannot be used.
    void bad_row(const InputPosition& at, std::string_view code, std::string_view column,
                 std::string sentence);
    /// To be called for each row read, by readers that do not know how many bytes there are.
    void count_row();
    /// The same by those that do. \param total nothing where even they do not know
    void count_row(std::string_view file, std::int64_t bytes, std::optional<std::int64_t> total);

    /// Moves what was gathered into the result.
    void give(ImportResult& result);

  private:
    static constexpr std::int64_t most_told = 20;
    static constexpr std::int64_t rows_between_calls = 10'000;

    FindingCount& count_of(std::string_view code);

    std::function<void(const Progress&)> m_progress;
    std::int64_t m_rows = 0;
    std::int64_t m_bad_rows = 0;
    std::vector<Finding> m_findings;
    std::vector<FindingCount> m_counts;
};

}  // namespace incidentmap
