// SPDX-License-Identifier: MIT
#include "build/inputs.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "core/json_object.hpp"
#include "core/text.hpp"
#include "report/column_names.hpp"
#include "report/read_ahead.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

/// How far the reading of several inputs is: in bytes where all of them are files read by our own reader,
/// else in reports, whose number nobody knows beforehand.
class ReadingProgress {
  public:
    explicit ReadingProgress(const std::vector<std::string>& inputs) {
        for (const std::string& input : inputs) {
            std::error_code unknown;
            const auto size = fs::file_size(input, unknown);
            m_before.push_back(m_total);
            m_total += unknown ? 0 : static_cast<std::int64_t>(size);
        }
    }

    /// \param bytes_read of the input \param reports of all
    Progress with(std::size_t input, std::optional<std::int64_t> bytes_read, std::int64_t reports) const {
        if (!bytes_read) return {"reading reports", reports};
        return {"reading reports", m_before[input] + *bytes_read, m_total, ProgressUnit::bytes};
    }

  private:
    std::vector<std::int64_t> m_before;  ///< bytes of the inputs before each
    std::int64_t m_total = 0;
};

/// A layer in SQLite has 2,000 columns at most, and ours stand beside these.
constexpr std::size_t most_extra = 1'600;

/// The filled cells of the columns for which a layer has no room.
std::string further_cells(const Report& report, const std::vector<std::string>& columns,
                          const std::vector<std::size_t>& index) {
    std::string text;
    JsonObject object(text);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (index[i] == most_extra && !report.extra[i].empty()) object.text(columns[i], report.extra[i]);
    }
    object.end();
    return text;
}

std::vector<std::string> source_tables_of(const BuildRequest& request,
                                          const std::vector<std::string>& lasting) {
    if (!request.sources.empty()) return {request.sources};
    std::vector<std::string> tables;
    for (const std::string& input : lasting) {
        const std::string beside = (fs::path(input).parent_path() / "sources.csv").string();
        const bool other = beside != input && std::find(tables.begin(), tables.end(), beside) == tables.end();
        if (other && fs::is_regular_file(beside)) tables.push_back(beside);
    }
    return tables;
}

}  // namespace

Inputs::Inputs(const BuildRequest& request, const std::vector<std::string>& lasting, Reporter& reporter)
    : m_request{request}, m_source_tables{source_tables_of(request, lasting)} {
    std::unordered_map<std::string, std::size_t> numbers;  // of the columns that are no columns of ours
    bool has_further = false;
    for (const std::string& path : request.inputs) {
        m_readers.emplace_back(path, request.input);
        const ReportReader& reader = m_readers.back();
        reporter.detail("reading " + path);
        for (const std::string& note : reader.notes()) reporter.say(reader.name() + ": " + note);
        reporter.say(reader.name() + ": " + to_text(reader.columns()));
        std::vector<std::size_t>& index = m_extra_index.emplace_back();
        for (const std::string& column : reader.extra_columns()) {
            const auto [known, is_new] = numbers.try_emplace(column, m_extra.size());
            if (is_new && m_extra.size() < most_extra) m_extra.push_back(column);
            index.push_back(std::min(known->second, most_extra));
        }
        has_further = has_further || std::find(index.begin(), index.end(), most_extra) != index.end();
    }
    if (!has_further) return;
    m_extra.emplace_back("further_columns");
    reporter.say("a map holds no more than " + std::to_string(most_extra) +
                 " columns beside its own; the others are in further_columns, as one JSON text a row");
}

std::string Inputs::stem() const {
    const std::string& first = m_request.inputs.front();
    return first == "-" ? "incidents" : fs::path(first).stem().string();
}

std::vector<Finding> Inputs::read_sources(Sources& sources, Reporter& reporter) const {
    std::vector<Finding> findings;
    const auto read = [&](const std::string& path, const std::string& sheet) {
        reporter.detail("reading " + path + (sheet.empty() ? "" : ", sheet " + sheet));
        for (Finding& finding : sources.read(path, sheet)) findings.push_back(std::move(finding));
    };
    for (const std::string& table : m_source_tables) read(table, {});
    for (const std::string& input : m_request.inputs) {
        const std::vector<std::string> sheets = input == "-" ? std::vector<std::string>{} : sheets_of(input);
        if (std::find(sheets.begin(), sheets.end(), "sources") != sheets.end()) read(input, "sources");
    }
    return findings;
}

void Inputs::read(const std::function<void(Report& report, bool is_standard_input)>& take,
                  Reporter& reporter) {
    const ReadingProgress far(m_request.inputs);
    std::int64_t count = 0;
    ReadAhead ahead{m_readers};
    for (ReadAhead::Batch batch = ahead.next(); !batch.reports.empty(); batch = ahead.next()) {
        for (Report& report : batch.reports) {
            std::vector<std::string> extra(m_extra.size());
            for (std::size_t i = 0; i < report.extra.size(); ++i) {
                const std::size_t column = m_extra_index[batch.input][i];
                if (column < most_extra) extra[column] = std::move(report.extra[i]);
            }
            if (m_extra.size() > most_extra)
                extra.back() =
                    further_cells(report, m_readers[batch.input].extra_columns(), m_extra_index[batch.input]);
            report.extra = std::move(extra);
            take(report, m_request.inputs[batch.input] == "-");
            ++count;
        }
        reporter.show(far.with(batch.input, batch.bytes_read, count));
    }
}

std::vector<Finding> Inputs::survey(Reporter& reporter) const {
    std::vector<Finding> findings;
    std::vector<std::string> without_ids;
    for (const ReportReader& reader : m_readers) {
        const InputSurvey& survey = reader.survey();
        for (const std::string& line : survey.told(reader.columns(), m_request.read.date_order))
            reporter.say(reader.name() + ": " + line);
        const bool has_dates = reader.columns().index_of(ReportColumn::event_date).has_value();
        for (Finding& finding : survey.findings(reader.name(), has_dates))
            findings.push_back(std::move(finding));
        if (survey.lacks_ids()) without_ids.push_back(reader.name());
    }
    if (!without_ids.empty())
        reporter.say(
            joined(without_ids, ", ") +
            ": no column has ids, so that a corrected cell makes a new incident; a column 'id' keeps "
            "it the same");
    return findings;
}

std::string Inputs::name_in(const std::string& input, const std::string& column) const {
    const auto reader = std::find_if(m_readers.begin(), m_readers.end(),
                                     [&](const ReportReader& one) { return one.name() == input; });
    const auto ours = column_named(column);
    return reader == m_readers.end() || !ours ? column : reader->columns().name_of(*ours);
}

std::map<std::string, ReadOptions> Inputs::read_options() const {
    const bool asked = m_request.read.date_order != DateOrder::unstated;
    std::map<std::string, ReadOptions> options;
    for (const ReportReader& reader : m_readers)
        options[reader.name()].date_order = asked ? m_request.read.date_order : reader.survey().order_shown();
    return options;
}

}  // namespace incidentmap
