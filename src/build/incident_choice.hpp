// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "build/build_request.hpp"
#include "build/condition.hpp"
#include "build/map_key.hpp"
#include "incident/filter.hpp"
#include "locate/remembered.hpp"
#include "locate/resolver.hpp"

namespace incidentmap {

/// Which incidents a build keeps: by --since, --until, --country, --box, --where, --admin1 and --within.
/// Those that only may be meant are kept too, and a finding of the incident says so.
class IncidentChoice {
  public:
    /// Both must outlive it. \throws UsageError where a condition makes no sense, or the place of --within is
    /// not found
    IncidentChoice(const BuildRequest& request, const std::vector<std::string>& extra_columns,
                   Resolver& resolver);

    /// Whether the incident is kept. \param country that its reports state, by its code
    bool keeps(Incident& incident, const std::vector<Report>& reports, const std::string& country);

    /// Whether it is by days alone that an incident is left out, wherever it was.
    bool is_left_out_by_date(const Incident& incident) const;

    std::int64_t left_out() const { return m_left_out; }
    std::int64_t dates_in_doubt() const { return m_dates_in_doubt; }
    std::int64_t others_in_doubt() const { return m_others_in_doubt; }

    /// Marks an incident whose date is wider than what is asked for.
    void mark_date(Incident& incident, const std::vector<Report>& reports);
    /// Marks an incident that has several values of a key. \param column in words
    void mark_other(Incident& incident, const std::vector<Report>& reports, const std::string& column,
                    const std::string& sentence);

  private:
    struct Nearness {
        double least_km = 0;
        double greatest_km = 0;
    };
    Verdict judge_nearness(const Incident& incident);
    Verdict judge_place(const IncidentLocation& place);

    const BuildRequest& m_request;
    std::vector<Condition> m_conditions;
    std::optional<Location> m_middle;  ///< of --within
    double m_within_km = 0;
    Remembered<Nearness> m_nearness{10'000};
    std::int64_t m_left_out = 0;
    std::int64_t m_dates_in_doubt = 0;
    std::int64_t m_others_in_doubt = 0;
};

/// `Anbar or Nineveh`; the first eight, and how many more.
std::string values_in_words(const std::vector<KeyValue>& values);

}  // namespace incidentmap
