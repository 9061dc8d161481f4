// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace incidentmap {

/// What is noticed of an input as a whole while its reports are read: what its dates show of their order, how
/// many reports have none, which rows are none.
class InputSurvey {
  public:
    void see(const Report& report);
    void tell_hxl_row(std::int64_t row) { m_hxl_row = row; }
    void tell_total_row(std::int64_t row) { m_total_rows.push_back(row); }
    void tell_note_row(std::int64_t row) { m_note_rows.push_back(row); }
    void tell_left_out() { ++m_left_out; }

    void tell_unconfirmed_row() { ++m_unconfirmed; }

    std::int64_t reports() const { return m_reports; }
    std::int64_t undated() const { return m_undated; }

    /// True where there are reports, and none has an id of its own.
    bool lacks_ids() const { return m_reports > 1 && m_without_id == m_reports; }

    /// The order of day and month that the dates show, where all that show one show the same.
    DateOrder order_shown() const;

    /// What is told once of all reports. \param file the input's name
    std::vector<Finding> findings(const std::string& file, bool has_date_column) const;

    /// Sentences for people, none where there is nothing to say. \param columns of the input
    /// \param asked the order that was asked for
    std::vector<std::string> told(const ColumnMap& columns, DateOrder asked) const;

  private:
    void see_event_type(const Report& report);

    std::int64_t m_reports = 0;
    std::int64_t m_undated = 0;
    std::int64_t m_first_undated = 0;
    std::int64_t m_day_first = 0;
    std::int64_t m_month_first = 0;
    std::string m_day_first_example;
    std::string m_month_first_example;
    std::int64_t m_without_id = 0;
    struct EventType {
        bool is_known = false;
        std::int64_t count = 0;
        std::int64_t first_row = 0;
    };
    std::map<std::string, EventType> m_event_types;
    std::int64_t m_unconfirmed = 0;
    std::int64_t m_hxl_row = 0;
    std::int64_t m_left_out = 0;
    std::vector<std::int64_t> m_total_rows;
    std::vector<std::int64_t> m_note_rows;
};

}  // namespace incidentmap
