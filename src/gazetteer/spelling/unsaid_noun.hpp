// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// Ukrainian and Russian tables name an oblast by its adjective alone: `Харківська`, `Курская`, `Donetska`.
/// The name with its noun (`Харківська область`, `Donetska oblast`); empty where it is none such, or has one.
std::string with_unsaid_noun(std::string_view name);

}  // namespace incidentmap
