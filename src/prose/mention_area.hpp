// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "prose/mention.hpp"
#include "prose/text_places.hpp"
#include "prose/token.hpp"

namespace incidentmap {

/// `the province of Dohuk` is no town: the kind before a name says what it is.
void heed_kind_before(Mention& mention, std::span<const Token> tokens, TextPlaces& places);

/// `eastern Syria`, `northern Gaza`: the part, where it is one of an area or a town.
void widen_to_part(Mention& mention, std::span<const Token> tokens, std::string_view text,
                   TextPlaces& places);

/// `Khair Khana, a neighbourhood in the north of the city`: an unknown name is of the kind that stands
/// behind.
void heed_kind_behind(Mention& mention, std::span<const Token> tokens);

}  // namespace incidentmap
