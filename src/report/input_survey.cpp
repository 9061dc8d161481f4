// SPDX-License-Identifier: MIT
#include "report/input_survey.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "report/column_names.hpp"
#include "report/event_kind.hpp"

namespace incidentmap {
namespace {

/// Headers that are dates by the look of them, and read as nothing.
std::vector<std::string> like_dates(const ColumnMap& columns) {
    constexpr std::string_view signs[] = {"date", "year", "fecha", "дата", "تاريخ", "tarih", "time", "day"};
    std::vector<std::string> found;
    for (std::size_t i = 0; i < columns.input.size(); ++i) {
        if (columns.read_as[i]) continue;
        const std::string plain = plain_header(columns.input[i]);
        const bool fits = std::any_of(std::begin(signs), std::end(signs), [&](std::string_view sign) {
            return plain.find(plain_header(sign)) != std::string::npos;
        });
        if (fits && found.size() < 3) found.push_back(columns.input[i]);
    }
    return found;
}

}  // namespace

void InputSurvey::see(const Report& report) {
    ++m_reports;
    const std::string& date = report[ReportColumn::event_date];
    if (date.empty() && m_undated++ == 0) m_first_undated = report.row;
    if (report[ReportColumn::report_id].empty() && report[ReportColumn::incident_id].empty()) ++m_without_id;
    see_event_type(report);
    if (date.size() < 6 || date.size() > 24 || date[4] == '-') return;
    switch (order_shown_by(date)) {
        case DateOrder::day_first:
            if (m_day_first++ == 0) m_day_first_example = date;
            break;
        case DateOrder::month_first:
            if (m_month_first++ == 0) m_month_first_example = date;
            break;
        case DateOrder::unstated:
            break;
    }
}

void InputSurvey::see_event_type(const Report& report) {
    constexpr std::size_t most_types = 1'000;
    const std::string& type = report[ReportColumn::event_type];
    if (type.empty()) return;
    auto known = m_event_types.find(type);
    if (known == m_event_types.end()) {
        if (m_event_types.size() >= most_types) return;
        known = m_event_types.emplace(type, EventType{event_kind(type).has_value(), 0, report.row}).first;
    }
    ++known->second.count;
}

std::vector<Finding> InputSurvey::findings(const std::string& file, bool has_date_column) const {
    std::vector<Finding> findings;
    if (m_undated > 0 && has_date_column) {
        findings.push_back({"no-date",
                            Severity::note,
                            file,
                            m_first_undated,
                            "event_date",
                            std::to_string(m_undated) + " of " + std::to_string(m_reports) +
                                (m_reports == 1 ? " report has" : " reports have") +
                                " no date, this one first; their incidents are in no time slider",
                            {},
                            std::nullopt});
    }
    for (const auto& [type, seen] : m_event_types) {
        if (seen.is_known) continue;
        findings.push_back(
            {"event-type-not-known",
             Severity::note,
             file,
             seen.first_row,
             "event_type",
             "event_type '" + shortened(type, 60) +
                 "' is none that is known, and counts as an attack of no type (" +
                 std::to_string(seen.count) + (seen.count == 1 ? " report" : " reports") +
                 "); ACLED's are Battles, Explosions/Remote violence, Violence against civilians, Protests, "
                 "Riots, Strategic developments",
             {},
             std::nullopt});
    }
    return findings;
}

DateOrder InputSurvey::order_shown() const {
    if (m_day_first > 0 && m_month_first == 0) return DateOrder::day_first;
    if (m_month_first > 0 && m_day_first == 0) return DateOrder::month_first;
    return DateOrder::unstated;
}

std::vector<std::string> InputSurvey::told(const ColumnMap& columns, DateOrder asked) const {
    std::vector<std::string> lines;
    if (m_hxl_row > 0)
        lines.push_back("row " + std::to_string(m_hxl_row) + " holds HXL tags and is no report");
    if (m_unconfirmed > 0) {
        lines.push_back(std::to_string(m_unconfirmed) +
                        (m_unconfirmed == 1 ? " row is a draft" : " rows are drafts") +
                        " that nobody has confirmed, or that somebody rejected, and " +
                        (m_unconfirmed == 1 ? "is" : "are") + " left out; --drafts reads the drafts too");
    }
    const auto tell_rows = [&](const std::vector<std::int64_t>& rows, std::string_view one,
                               std::string_view several) {
        if (rows.empty()) return;
        const std::size_t more = rows.size() - 1;
        lines.push_back("row " + std::to_string(rows.front()) +
                        (more > 0 ? " and " + std::to_string(more) + " more " + std::string(several)
                                  : " " + std::string(one)));
    };
    tell_rows(m_total_rows, "sums up the others and is no report", "sum up the others and are no reports");
    tell_rows(m_note_rows, "is a remark below the table and no report",
              "are remarks below the table and no reports");
    if (m_left_out > 0)
        lines.push_back(std::to_string(m_left_out) + (m_left_out == 1 ? " row tells" : " rows tell") +
                        " of words and dealings by " + (m_left_out == 1 ? "its" : "their") +
                        " code, and no incident, and " + (m_left_out == 1 ? "was" : "were") +
                        " left out; --table none reads all");
    if (asked == DateOrder::unstated && order_shown() != DateOrder::unstated) {
        const bool day_first = order_shown() == DateOrder::day_first;
        lines.push_back(std::string("dates are read with the ") + (day_first ? "day" : "month") +
                        " first, as '" + (day_first ? m_day_first_example : m_month_first_example) +
                        "' shows; --dates " + (day_first ? "mdy" : "dmy") + " reads them the other way");
    }
    if (asked == DateOrder::unstated && m_day_first > 0 && m_month_first > 0) {
        lines.push_back("dates have the day first ('" + m_day_first_example + "') and the month first ('" +
                        m_month_first_example + "'); say which with --dates dmy or --dates mdy");
    }
    if (!columns.index_of(ReportColumn::event_date)) {
        const std::vector<std::string> likely = like_dates(columns);
        lines.push_back("no column is read as the date, so all is undated" +
                        (likely.empty()
                             ? ": name it with --map event_date=COLUMN"
                             : "; '" + joined(likely, "', '") + "' look" + (likely.size() == 1 ? "s" : "") +
                                   " like it: --map \"event_date=" + likely.front() + "\""));
    }
    return lines;
}

}  // namespace incidentmap
