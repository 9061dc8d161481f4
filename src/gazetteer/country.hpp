// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// The English short name of an ISO 3166-1 alpha-2 code, as CLDR has it: `IQ` is Iraq. Empty for no code.
std::string country_name(std::string_view code);

/// The alpha-2 code of a country that is named by its English name, its alpha-2 or alpha-3 code in capitals,
/// or one of a few names in the news (`Syrian Arab Republic`, `USA`). Empty where it is none of them.
std::string country_code(std::string_view text);

/// The alpha-2 code of the country of a people: `Syrian` is SY. Some sixty that reports of conflicts name;
/// empty for others.
std::string country_of_people(std::string_view adjective);
}  // namespace incidentmap
