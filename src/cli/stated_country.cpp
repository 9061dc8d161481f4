// SPDX-License-Identifier: MIT
#include "cli/stated_country.hpp"

#include "core/error.hpp"
#include "gazetteer/country.hpp"

namespace incidentmap {

void require_country(const std::string& words) {
    if (words.empty() || !country_code(words).empty()) return;
    throw UsageError{"--country " + words +
                     " is no country; give its ISO code in capitals (IQ) or its English name"};
}

}  // namespace incidentmap
