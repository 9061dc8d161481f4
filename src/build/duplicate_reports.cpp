// SPDX-License-Identifier: MIT
#include "build/duplicate_reports.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr double least_proposed = 0.5;
constexpr std::size_t most_proposed = 2'000;
constexpr std::size_t most_merged = 1'000'000;

std::string score_text(double score) { return to_text(score, 2); }

/// `Decided by NAME on DATE: WHY (SOURCE)`, with what of it is stated.
std::string decided_in_words(const DuplicateRow& row, const std::string& file) {
    std::string text =
        row.decided_by.empty() ? "decided (by whom is not stated)" : "decided by " + row.decided_by;
    if (!row.decided_on.empty()) text += " on " + row.decided_on;
    if (!row.decided_why.empty()) text += ": " + row.decided_why;
    if (!row.decided_source.empty()) text += " (" + row.decided_source + ")";
    return text + "; " + file + ", row " + std::to_string(row.row);
}

/// The ids of the reports of pairs, read in the order in which they are kept.
std::map<std::uint32_t, std::string> ids_of(const std::vector<DuplicatePair>& pairs, ReportStore& store) {
    std::map<std::uint32_t, std::string> ids;
    for (const DuplicatePair& pair : pairs) {
        ids.try_emplace(pair.report_a);
        ids.try_emplace(pair.report_b);
    }
    for (auto& [number, id] : ids) id = store.report(number)[ReportColumn::report_id];
    return ids;
}

using IncidentPair = std::pair<std::uint32_t, std::uint32_t>;

IncidentPair incidents_of(const ReportOrder& order, std::uint32_t report_a, std::uint32_t report_b) {
    return std::minmax({order.incident_of(report_a), order.incident_of(report_b)});
}

}  // namespace

std::optional<fs::path> duplicates_path(const std::vector<std::string>& inputs, const std::string& asked) {
    if (!asked.empty()) {
        if (lower_ascii(fs::path(asked).extension().string()) != ".csv")
            throw UsageError{"--same " + asked + ": the pairs stand in a CSV file; let its name end in .csv"};
        return asked;
    }
    const auto file =
        std::find_if(inputs.begin(), inputs.end(), [](const std::string& input) { return input != "-"; });
    if (file == inputs.end()) return std::nullopt;
    return fs::path(*file).parent_path() / (fs::path(*file).stem().string() + ".same.csv");
}

void DuplicateReports::open(const std::optional<fs::path>& path) {
    if (!path) return;
    m_table.emplace(*path);
    for (const DuplicateRow& row : m_table->rows()) {
        m_numbers.try_emplace(row.report_a);
        m_numbers.try_emplace(row.report_b);
    }
}

void DuplicateReports::meet(const Report& report, std::uint32_t number) {
    if (m_numbers.empty()) return;
    const auto asked = m_numbers.find(report[ReportColumn::report_id]);
    if (asked != m_numbers.end() && asked->second == 0) asked->second = number;
}

std::optional<std::uint32_t> DuplicateReports::number_of(const std::string& report_id) const {
    const auto known = m_numbers.find(report_id);
    return known == m_numbers.end() || known->second == 0 ? std::nullopt : std::optional(known->second);
}

void DuplicateReports::note(std::uint32_t report_a, std::uint32_t report_b, std::string why,
                            DecisionRow row) {
    m_merged_of.emplace(report_a, m_merges.size());
    m_merged_of.emplace(report_b, m_merges.size());
    m_reasons.push_back(std::move(why));
    row.column = row.decision = "same";
    m_merges.push_back(std::move(row));
}

std::vector<Finding> DuplicateReports::merge_decided(ReportOrder& order) {
    if (!m_table) return {};
    std::vector<Finding> findings = m_table->findings();
    for (const DuplicateRow& row : m_table->rows()) {
        if (row.decision != "same") continue;
        const auto a = number_of(row.report_a);
        const auto b = number_of(row.report_b);
        if (!a || !b) {
            findings.push_back(
                {"same-unused",
                 Severity::warning,
                 m_table->name(),
                 row.row,
                 a ? "report_b" : "report_a",
                 "no report has the report_id '" + shortened(a ? row.report_b : row.report_a, 100) +
                     "', so that the decision 'same' was not used. Correct it, or empty the decision",
                 {},
                 std::nullopt});
            continue;
        }
        if (order.incident_of(*a) == order.incident_of(*b)) continue;
        order.merge(*a, *b);
        DecisionRow decision;
        decision.row = row.row;
        decision.words = row.report_a + " | " + row.report_b;
        decision.decided_by = row.decided_by;
        decision.decided_on = row.decided_on;
        decision.decided_why = row.decided_why;
        decision.decided_source = row.decided_source;
        note(*a, *b, decided_in_words(row, m_table->name()), std::move(decision));
    }
    return findings;
}

void DuplicateReports::merge_above(double score, ReportOrder& order, ReportStore& store) {
    std::set<IncidentPair> kept_apart;
    if (m_table) {
        for (const DuplicateRow& row : m_table->rows()) {
            const auto a = number_of(row.report_a);
            const auto b = number_of(row.report_b);
            if (row.decision == "different" && a && b) kept_apart.insert(incidents_of(order, *a, *b));
        }
    }
    std::vector<DuplicatePair> pairs = m_finder.pairs(score, most_merged);
    std::erase_if(pairs, [&](const DuplicatePair& pair) {
        return kept_apart.contains(incidents_of(order, pair.report_a, pair.report_b));
    });
    const std::map<std::uint32_t, std::string> ids = ids_of(pairs, store);
    for (const DuplicatePair& pair : pairs) {
        if (order.incident_of(pair.report_a) == order.incident_of(pair.report_b)) continue;
        order.merge(pair.report_a, pair.report_b);
        DecisionRow decision;
        decision.words = ids.at(pair.report_a) + " | " + ids.at(pair.report_b);
        decision.decided_by = "incidentmap, --merge-above " + score_text(score);
        decision.decided_why = "score " + score_text(pair.score) + ": " + pair.why;
        std::string why = "put together by the program, as asked with --merge-above " + score_text(score) +
                          ": " + decision.decided_why;
        note(pair.report_a, pair.report_b, std::move(why), std::move(decision));
    }
    m_finder = DuplicateFinder();
}

std::vector<std::string> DuplicateReports::reasons(std::span<const std::uint32_t> numbers) const {
    std::set<std::size_t> merges;
    for (std::uint32_t number : numbers) {
        const auto [first, last] = m_merged_of.equal_range(number);
        for (auto at = first; at != last; ++at) merges.insert(at->second);
    }
    std::vector<std::string> reasons;
    reasons.reserve(merges.size());
    for (std::size_t index : merges) {
        reasons.push_back("reports " + m_merges[index].words + " are told as one incident, " +
                          m_reasons[index]);
    }
    return reasons;
}

OpenQuestions DuplicateReports::propose(const ReportOrder& order, ReportStore& store, bool may_add) {
    OpenQuestions open;
    const std::vector<DuplicatePair> pairs = m_finder.pairs(least_proposed, most_proposed);
    std::map<IncidentPair, const DuplicateRow*> known;
    if (m_table) {
        for (const DuplicateRow& row : m_table->rows()) {
            const auto a = number_of(row.report_a);
            const auto b = number_of(row.report_b);
            if (a && b) known.try_emplace(incidents_of(order, *a, *b), &row);
        }
    }
    std::vector<DuplicatePair> asked;
    for (const DuplicatePair& pair : pairs) {
        const auto row = known.find(incidents_of(order, pair.report_a, pair.report_b));
        if (row == known.end()) {
            asked.push_back(pair);
        } else if (row->second->decision.empty()) {
            open.rows.push_back(row->second->row);
        }
    }
    open.count = static_cast<std::int64_t>(asked.size() + open.rows.size());
    if (!m_table) return open;
    open.file = m_table->path().string();
    if (may_add && !asked.empty()) {
        const std::map<std::uint32_t, std::string> ids = ids_of(asked, store);
        std::vector<DuplicateRow> rows;
        for (const DuplicatePair& pair : asked) {
            DuplicateRow& row = rows.emplace_back();
            row.report_a = ids.at(pair.report_a);
            row.report_b = ids.at(pair.report_b);
            row.score = score_text(pair.score);
            row.why = pair.why;
        }
        const std::size_t before = m_table->rows().size();
        try {
            m_table->append(rows);
            for (std::size_t i = before; i < m_table->rows().size(); ++i)
                open.rows.push_back(m_table->rows()[i].row);
        } catch (const Error& error) {
            open.problem = error.what();
        }
    }
    std::sort(open.rows.begin(), open.rows.end());
    open.rows_are_lines = !m_table->has_broken_lines();
    return open;
}

std::string pairs_in_words(const OpenQuestions& pairs) {
    if (pairs.count == 0) return {};
    return in_words(pairs,
                    pairs.count == 1 ? "1 pair of reports may be one incident"
                                     : std::to_string(pairs.count) + " pairs of reports may be one incident",
                    "--same FILE.csv keeps them for you to decide");
}

}  // namespace incidentmap
