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
#include "layer/feature.hpp"

namespace incidentmap {

/// Puts the values of the feature that was started last into its batch, one after the other. What is empty or
/// not known becomes null.
class RowWriter {
  public:
    explicit RowWriter(FeatureBatch& batch) : m_batch{&batch} {}

    void text(std::string_view value);
    /// The parts as one text; never null.
    void joined(std::initializer_list<std::string_view> parts) { m_batch->append(parts); }
    /// One after the other, with spaces between.
    void sentences(const std::vector<std::string>& values);
    void integer(std::int64_t value) { m_batch->append(value); }
    void integer(std::optional<std::int64_t> value);
    /// A code of a scheme; 0 is none.
    void code(int value);
    /// Rounded to so many decimals; not finite: null.
    void real(double value, int decimals);
    void nulls(std::size_t count) { m_batch->append_nulls(count); }

  private:
    FeatureBatch* m_batch;
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

// One function for each group of columns of schema.cpp, in the same order.

/// event_date, date_start, date_end, time_from, time_until, time_precision
void append_when(RowWriter& cells, const std::optional<EventDate>& date);

/// event_date, date_start, date_end
void append_days(RowWriter& cells, const std::optional<EventDate>& date);

/// event_type … denied_by. \param counts false: the counts and casualties are null, as they stand on place 1
/// only
void append_what(RowWriter& cells, const Incident& incident, bool counts);

/// country, country_code, admin1, admin2
void append_region(RowWriter& cells, const Location& location, CountryNames& countries);

/// latitude, longitude
void append_point(RowWriter& cells, LonLat position);

/// geo_precision, where_prec, uncertainty_m
void append_precision(RowWriter& cells, const Location& location);

/// method, because, match_score, decided_by
void append_reasons(RowWriter& cells, const Location& location);

/// distance_km, distance_km_min, distance_km_max, distance_text
void append_distance(RowWriter& cells, const Measure& measure);

/// azimuth_deg, azimuth_deg_start, azimuth_deg_end
void append_bearing(RowWriter& cells, const std::optional<DistanceBounds>& bounds);

void append_compass(RowWriter& cells, const std::optional<DistanceBounds>& bounds);
void append_azimuth(RowWriter& cells, double azimuth_deg);
void append_uncertainty(RowWriter& cells, const Location& location);

/// The name of the place found, or its coordinates where it has none.
std::string name_of(const Location& location);

}  // namespace incidentmap
