// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "build/question_list.hpp"
#include "build/report_order.hpp"
#include "incident/duplicate_table.hpp"
#include "incident/duplicates.hpp"
#include "locate/decision_table.hpp"
#include "report/report_store.hpp"

namespace incidentmap {

/// What a build proposes and merges: reports of incidents with different ids that may tell of one.
class DuplicateReports {
  public:
    /// Reads the table beside the inputs, if there is to be one. \throws Error as DuplicateTable does
    void open(const std::optional<std::filesystem::path>& path);

    const DuplicateTable* table() const { return m_table ? &*m_table : nullptr; }

    /// A report that was read, and its number.
    void meet(const Report& report, std::uint32_t number);

    /// Makes those incidents one that a person decided to be. Findings: rows that could not be used.
    std::vector<Finding> merge_decided(ReportOrder& order);

    /// An incident, to be compared with the others. \p report the number of its first report
    void add(const Incident& incident, std::uint32_t report, std::size_t source) {
        m_finder.add(incident, report, source);
    }

    /// Makes one, without a person, of all that were added and score that much; then forgets what was added.
    void merge_above(double score, ReportOrder& order, ReportStore& store);

    /// Which reports of an incident were brought together, and why. \p numbers of all its reports
    std::vector<std::string> reasons(std::span<const std::uint32_t> numbers) const;

    /// For all that was merged, a row of the table `decisions`: `a | b` of the column `same`.
    const std::vector<DecisionRow>& merges() const { return m_merges; }

    /// The name of the table; empty where there is none.
    std::string file() const { return m_table ? m_table->name() : std::string{}; }

    /// Proposes what is left, best first: the first 2,000.
    OpenQuestions propose(const ReportOrder& order, ReportStore& store, bool may_add);

  private:
    std::optional<std::uint32_t> number_of(const std::string& report_id) const;
    void note(std::uint32_t report_a, std::uint32_t report_b, std::string why, DecisionRow row);

    std::optional<DuplicateTable> m_table;
    std::unordered_map<std::string, std::uint32_t> m_numbers;  ///< of the table's reports; 0: not met
    DuplicateFinder m_finder;
    std::vector<std::string> m_reasons;                     ///< of each merge
    std::multimap<std::uint32_t, std::size_t> m_merged_of;  ///< by either report, index into m_merges
    std::vector<DecisionRow> m_merges;
};

/// Where the table of a build stands: `NAME.same.csv` beside the first input that is a file, or as asked.
/// Nothing for standard input alone. \throws UsageError where \p asked is no CSV
std::optional<std::filesystem::path> duplicates_path(const std::vector<std::string>& inputs,
                                                     const std::string& asked);

/// `2 pairs of reports may be one incident: june.same.csv, lines 2–3`; empty where there is none.
std::string pairs_in_words(const OpenQuestions& pairs);

}  // namespace incidentmap
