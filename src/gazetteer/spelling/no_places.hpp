// SPDX-License-Identifier: MIT
/// Words that stand where a place should and name none: `None`, `TBC`, `the market`, `south-east`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

enum class NoPlace {
    placeholder,  ///< nothing is known: `None`, `n/a`, `unknown`, `various`; and what has no letter (`-`)
    common_noun,  ///< a sort of place, and no place: `the market`, `a checkpoint`
    direction,    ///< a part of something that is not said: `south-east`, `the north`
};

/// What sort of word a text is that is no name by itself; nothing for all that may be a name. An article and
/// `near` before it, and a bracket about it, change nothing.
std::optional<NoPlace> no_place(std::string_view text);

/// Of a direction its short name in English letters (`N`, `SE`); empty for any other text.
std::string_view direction_said(std::string_view text);

}  // namespace incidentmap
