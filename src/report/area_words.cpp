// SPDX-License-Identifier: MIT
#include "report/area_words.hpp"

#include <algorithm>

#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/unsaid_noun.hpp"

namespace incidentmap {

std::string with_kind_word(const std::string& name, std::string_view word) {
    if (!with_unsaid_noun(name).empty()) return name;
    const NameParts parts = name_parts(name);
    const bool has = std::any_of(parts.kind_words.begin(), parts.kind_words.end(),
                                 [](const KindWord& found) { return kind_group(found.kind) == "admin"; });
    return has ? name : name + " " + std::string(word);
}

}  // namespace incidentmap
