// SPDX-License-Identifier: MIT
/// Where each report of an incident puts it, and which of them agree.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "incident/incident.hpp"

namespace incidentmap {

/// The places of one report, and how far they speak for it.
struct ReportedPlaces {
    const Report* report = nullptr;
    std::vector<IncidentLocation> places;
    std::string source;   ///< reports of one text are one account, however often it is reprinted
    bool speaks = false;  ///< whether any of its places was found
};

/// Points, areas and places of an account: points say more than areas, more places more than fewer.
std::tuple<std::size_t, std::size_t, std::size_t> detail_of(const ReportedPlaces& account);

/// Which accounts agree. Those of the very same places are compared once, however many there are: an incident
/// may have a thousand reports, and few places.
class Agreements {
  public:
    /// \param accounts must stay as they are meanwhile
    explicit Agreements(const std::vector<ReportedPlaces>& accounts);

    bool agree(std::size_t a, std::size_t b);
    /// How many independent sources agree with an account.
    std::size_t support(std::size_t account);

  private:
    const std::vector<ReportedPlaces>& m_accounts;
    std::vector<std::size_t> m_group;              ///< by account
    std::vector<std::size_t> m_first;              ///< the first account of each group
    std::vector<std::set<std::string>> m_sources;  ///< of each group
    std::map<std::pair<std::size_t, std::size_t>, bool> m_agree;
    std::map<std::size_t, std::size_t> m_support;
};

/// The location of an incident that several accounts of equal weight put at different places.
Location contested(const std::vector<const ReportedPlaces*>& sides);

/// The best status that one of the places has.
Status best_status(const std::vector<IncidentLocation>& places);

}  // namespace incidentmap
