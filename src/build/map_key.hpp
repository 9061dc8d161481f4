// SPDX-License-Identifier: MIT
/// By what incidents are chosen and maps are split: one table of keys.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "incident/incident.hpp"
#include "report/report.hpp"

namespace incidentmap {

/// How the values of a key are compared.
enum class KeyKind {
    date,    ///< by days: `2020-07`, `2020-W31`
    number,  ///< by number, between its bounds
    place,   ///< as names, which have several spellings
    text,    ///< as texts; as numbers or days where these are asked for
};

/// A value that an incident has, or may have.
struct KeyValue {
    std::string text;
    std::string within;  ///< what tells it from others of its text: the country of a province; may be empty

    friend auto operator<=>(const KeyValue&, const KeyValue&) = default;
};

/// An incident and the reports that it was put together from.
struct KeyedIncident {
    const Incident& incident;
    const std::vector<Report>& reports;
};

/// Something that incidents are chosen and split by: `month`, `admin1`, a column.
class MapKey {
  public:
    /// \param extra_columns the inputs' own \throws UsageError where there is neither a key nor a column of
    /// that name
    MapKey(const std::string& name, std::span<const std::string> extra_columns);

    const std::string& name() const { return m_name; }
    KeyKind kind() const;

    /// All values that the incident has or may have, each once, in their order; none where it states none.
    /// \throws Error where a date spans more than 5,000 of them
    std::vector<KeyValue> values(const KeyedIncident& keyed) const;

    /// Of a number: its bounds. Nothing where it is not known.
    std::optional<Count> number(const Incident& incident) const;

    /// The days that a value of `year`, `month` or `week` stands for; nothing for other keys.
    std::optional<EventDate> days(const KeyValue& value) const;

  private:
    bool is_of_table() const { return !m_cell && !m_extra; }

    std::string m_name;
    std::size_t m_row = 0;               ///< of the table of keys
    std::optional<ReportColumn> m_cell;  ///< a column of reports, where it is no key of the table
    std::optional<std::size_t> m_extra;  ///< the input's own column, likewise
};

/// What a key of the table is for, for the help: `month: the month of the incident …`.
std::string map_key_help();

}  // namespace incidentmap
