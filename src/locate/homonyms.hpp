// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "locate/candidate.hpp"

namespace incidentmap {

/// Of places that bear one name and that nothing stated tells apart, those with a lesser claim to it: for
/// each the end of a sentence that says why, and nothing for those that stand. Empty texts only where no
/// claim is lesser.
///
/// First the villages that only one map shows: where Arabic is written, an entry that has no name in Arabic
/// letters was read off a foreign map, and mostly doubles another entry or is no more; it gives way to one
/// that has, but for a name asked for in Arabic letters, which that map may have lacked only. Then, of those
/// left and met exactly, the places for which it is one name of several, where it is another's own
/// (preferred) name: people who say no more mean the place that is called so. Last, the villages whose name
/// sources spell in one way only, where they spell another's in several: of how well known a place is that
/// is the trace which lists of places keep.
std::vector<std::string> lesser_claims(const std::vector<Candidate>& homonyms, const AskedName& asked,
                                       const std::vector<Gazetteer>& gazetteers);

}  // namespace incidentmap
