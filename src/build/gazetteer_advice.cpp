// SPDX-License-Identifier: MIT
#include "build/gazetteer_advice.hpp"

#include "gazetteer/country.hpp"

namespace incidentmap {

std::string NotFoundPlaces::advice(const std::vector<Gazetteer>& gazetteers) const {
    // GeoNames' file of a country has more than what comes with the program.
    constexpr std::int64_t few_places = 10'000;
    std::int64_t all = 0;
    auto worst = m_by_country.end();
    for (auto it = m_by_country.begin(); it != m_by_country.end(); ++it) {
        all += it->second;
        if (worst == m_by_country.end() || it->second > worst->second) worst = it;
    }
    if (worst == m_by_country.end() || worst->second * 2 < all) return {};
    std::int64_t known = 0;
    for (const Gazetteer& gazetteer : gazetteers) known += gazetteer.places_in(worst->first);
    if (known >= few_places) return {};
    const std::string& code = worst->first;
    return "Most places that were not found are stated to be in " + country_name(code) +
           ", of which the gazetteers loaded know " + std::to_string(known) +
           " places. Its villages are in " + code +
           ".zip of GeoNames, its provinces' names in admin1CodesASCII.txt "
           "(https://download.geonames.org/export/dump/, CC BY 4.0). Download both, then\n" +
           "  incidentmap gazetteer import geonames " + code + ".zip admin1CodesASCII.txt --only " + code +
           " --default\nadds them for every build from then on";
}

}  // namespace incidentmap
