// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

#include "locate/decisions.hpp"
#include "locate/located_report.hpp"
#include "locate/resolver.hpp"

namespace incidentmap {

/// Makes the words and the numbers of reports into locations: as a person decided, else as the resolver
/// answers, else as the report gives a position.
class ReportLocator {
  public:
    /// Both must outlive it and what it returns.
    ReportLocator(Resolver& resolver, Decisions& decisions) : m_resolver(resolver), m_decisions(decisions) {}

    /// The places and launch places of \p report. \param reports of the same incident, itself among them:
    /// where its words are in doubt, what these name besides may tell. What the result refers to lasts until
    /// forget_positions() or Resolver::forget_if_large().
    LocatedReport locate(const Report& report, std::span<const Report> reports);

    /// What locate() asks the resolver about \p report, answered ahead of it: no decision is asked, no
    /// position named. What the result refers to lasts as that of locate() does.
    struct Named {
        std::vector<const Location*> places;
        std::vector<const Location*> launches;
    };
    Named look_up(const Report& report, std::span<const Report> reports);

    /// Drops the locations that were made from numbers.
    void forget_positions() { m_from_numbers.clear(); }

  private:
    struct Found {
        const Location* location = nullptr;
        bool for_this_report = false;  ///< a decision about this very report
    };
    std::vector<LocatedPlace> places_of(LocatedReport& located, std::span<const Report> reports,
                                        PlaceColumn column);
    Found find(LocatedReport& located, std::span<const Report> reports, PlaceColumn column,
               const std::string& locality, bool is_first);
    std::vector<std::string> localities_of(const Report& report, PlaceColumn column);
    void place_position(LocatedReport& located, std::vector<LocatedPlace>& places,
                        const GivenPosition& position);
    const Location& resolve(const Report& report, std::span<const Report> reports, PlaceColumn column,
                            const std::string& locality);
    std::vector<Companion> company_of(const Report& report, std::span<const Report> reports,
                                      const Query& query);

    Resolver& m_resolver;
    Decisions& m_decisions;
    std::deque<Location> m_from_numbers;
};

}  // namespace incidentmap
