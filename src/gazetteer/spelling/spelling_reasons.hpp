// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// Why two spellings are one name: the rules that bring `asked` to `found`, as short phrases that a reader
/// can follow, the most telling first, at most four. Of two letters or two generic words the first is
/// `asked`'s; a generic word that only one of them has stands before its kind.
///   `Sheikh Amir`, `Qaryat Shaykh Amīr` → `ei = ay`, `i = ī`, `Qaryat = village`
///   `Taji`, `At Tājī` → `the article at- is left out`, `letters without their marks are the same`
///   `أربيل`, `Erbil` → `Arabic script`, `the consonants are the same`
///   `Erbil`, `ERBIL` → `letters without their marks are the same`
/// Empty where the two are the same text, or one has no letters. Letters that no rule brings together are
/// named too (`n, not m`; `h is missing`), so that a misspelling is never passed off as a romanisation.
std::vector<std::string> spelling_reasons(std::string_view asked, std::string_view found);

}  // namespace incidentmap
