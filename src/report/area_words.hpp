// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// The name of an area with a word that says what it is, so that the province and no town of its name is
/// meant: `Sahel province`. A name that has such a word (`Donetsk oblast`) is as it was.
std::string with_kind_word(const std::string& name, std::string_view word);

}  // namespace incidentmap
