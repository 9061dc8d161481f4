// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"

namespace incidentmap {

/// In which countries places are said to be that were not found.
class NotFoundPlaces {
  public:
    /// \param country that is stated, ISO 3166-1 alpha-2; where it is empty, nothing is counted
    void add(const std::string& country) {
        if (!country.empty()) ++m_by_country[country];
    }

    /// Where most of them are in one country of which the gazetteers know little: which file would help, and
    /// how to use it. Else empty.
    std::string advice(const std::vector<Gazetteer>& gazetteers) const;

  private:
    std::map<std::string, std::int64_t> m_by_country;
};

}  // namespace incidentmap
