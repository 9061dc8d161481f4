// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace incidentmap {

/// True for the ways in which a cell says that something is not known (empty, `-`, `n/a`, `?`, `unknown`,
/// `nan`, `no se sabe` …), in eight languages (tables/unknown_words.csv).
bool says_unknown(std::string_view text);

/// True for those, and for words that name nothing where a name should stand: `None`, `various`. Among
/// numbers `none` is a stated zero.
bool says_nothing(std::string_view text);

/// True for those of says_unknown(), and for what stands where no day or number is known: `sin fecha`, `nd`.
/// Elsewhere such letters may be a name.
bool says_no_figure(std::string_view text);

}  // namespace incidentmap
