// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// The English short name of an ISO 3166-1 alpha-2 code, as CLDR has it: `IQ` is Iraq. Empty for no code.
std::string country_name(std::string_view code);

/// The alpha-2 codes of what a text names as a country, in the forms in use: a code of two or three letters
/// in capitals; a name in English or another language that ICU knows; a former, short or official one,
/// inverted with a comma, or with another in brackets (`Congo, Dem. Rep.`, `Iran (Islamic Republic of)`,
/// `Viet Nam`). Several for what more than one country is called (`Congo`, `Korea`, `Yugoslavia`). Empty
/// where it is none.
std::vector<std::string> countries_named(std::string_view text);

/// The one country that a text names, as countries_named(); empty where it names none or several.
std::string country_code(std::string_view text);

/// The same for text that stands for a place by itself: a part of a country (`Gaza`, `England`) or a mere
/// abbreviation (`CAR`), which names the country in a column of countries only, is none; neither is a code.
std::string country_that_is_called(std::string_view text);

/// The country whose name is one slip of the pen away (`Pakstan`), to be suggested; empty where none or
/// several are.
std::string country_meant(std::string_view text);

/// The alpha-2 code of the country of a people: `Syrian` is SY. Empty for those that the table does not have.
std::string country_of_people(std::string_view adjective);

/// The capital of a country by its ISO code, as English has it; empty where that is contested, or the table
/// does not have it.
std::string_view capital_of(std::string_view country);

}  // namespace incidentmap
