// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "incident/incident.hpp"
#include "layer/column_table.hpp"
#include "layer/feature.hpp"

namespace incidentmap {

/// Fills a row of a layer, by column, in any order; what is not filled, empty or not known is null. A column
/// that the layer does not have is left out, so that one function fills what several layers share.
class RowWriter {
  public:
    /// Begins the row of a feature that was just started, of that layer.
    RowWriter(FeatureBatch& batch, LayerId layer);

    bool has(ColumnId column) const { return position_of(column) != absent; }

    void text(ColumnId column, std::string_view value);
    /// The parts as one text; never null.
    void joined(ColumnId column, std::initializer_list<std::string_view> parts);
    /// One after the other, with spaces between.
    void sentences(ColumnId column, const std::vector<std::string>& values);
    void integer(ColumnId column, std::optional<std::int64_t> value);
    void count(ColumnId column, std::size_t value) { integer(column, static_cast<std::int64_t>(value)); }
    /// A code of a scheme; 0 is none.
    void code(ColumnId column, int value);
    /// Rounded to so many decimals; not finite: null.
    void real(ColumnId column, double value, int decimals);

    /// The cells of the input's own columns, behind all others.
    void extra(const std::vector<std::string>& cells);

  private:
    /// Where each column of the table stands in a layer.
    using Positions = std::array<std::uint8_t, column_table.size()>;
    static constexpr std::uint8_t absent = 255;
    static const Positions& positions_in(LayerId layer);

    std::uint8_t position_of(ColumnId column) const { return (*m_positions)[column.index()]; }

    FeatureBatch* m_batch;
    const Positions* m_positions;
};

/// English names of countries by code; each is asked for once.
class CountryNames {
  public:
    explicit CountryNames(std::function<std::string(std::string_view)> name_of)
        : m_name_of{std::move(name_of)} {}
    const std::string& operator()(const std::string& code);

  private:
    std::function<std::string(std::string_view)> m_name_of;
    std::array<std::optional<std::string>, std::size_t{27} * 27>
        m_names;  ///< by the two letters; [0] is any other code
};

// Each function fills the columns of a group that the layer has.

/// First and last day, and where a layer has it their span for time sliders.
void fill_days(RowWriter& cells, const EventDate& date);

/// event_date, date_start, date_end, time_from, time_until, time_precision
void fill_when(RowWriter& cells, const std::optional<EventDate>& date);

/// event_type … denied_by, notes. \param counts false: the counts and casualties are null, as they stand on
/// place 1 only
void fill_what(RowWriter& cells, const Incident& incident, bool counts);

/// location, place_id, kind, country, country_code, admin1, admin2
void fill_place(RowWriter& cells, const Location& location, CountryNames& countries);

/// latitude, longitude
void fill_point(RowWriter& cells, LonLat position);

/// geo_precision, where_prec, uncertainty_m, method, because, match_score, decided_by
void fill_certainty(RowWriter& cells, const Location& location);

/// distance_km … compass
void fill_distance(RowWriter& cells, const Measure& measure);

void fill_uncertainty(RowWriter& cells, ColumnId column, const Location& location);

/// The name of the place found, or its coordinates where it has none.
std::string name_of(const Location& location);

}  // namespace incidentmap
