// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace incidentmap {

/// What happened, in ACLED's words (its codebook's six types and their sub-types).
struct EventKind {
    std::string_view type;      ///< `Explosions/Remote violence`
    std::string_view sub_type;  ///< `Air/drone strike`; empty where the words do not say
};

/// The kind that a report's words name, in eight languages (tables/event_words.csv): `Airstrike`, `обстріл`,
/// `armed clash`. ACLED's own types are themselves. Nothing where the words are not known.
std::optional<EventKind> event_kind(std::string_view words);

/// Whether a type is one of ACLED's that are attacks. A type that is not known counts as not given: as an
/// attack.
bool is_attack(std::string_view type);

}  // namespace incidentmap
