// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

#include "gazetteer/place.hpp"

namespace incidentmap {

/// How a name that was asked for met a name of the gazetteer, best first.
enum class MatchForm { code, normal, phonetic_key, misspelt, similar };

/// A place that a name may mean, and by which of its spellings.
struct NameHit {
    Place place;
    Name name;
    MatchForm form = MatchForm::normal;
    bool without_kind_words = false;  ///< the spelling met only without its kind words: `taji`, `Camp Taji`
    bool asked_without_article =
        false;  ///< for those who look up what they ask for without its article: set by them
    bool without_article = false;  ///< the spelling met only without its article: `qaim`, `Al Qā'im`
};

/// Whether a spelling counts.
using NameTest = std::function<bool(std::string_view text)>;

}  // namespace incidentmap
