// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>

#include "gazetteer/place.hpp"
#include "gazetteer/spelling/similarity.hpp"

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
    bool without_article = false;   ///< the spelling met only without its article: `qaim`, `Al Qā'im`
    std::optional<double> alike{};  ///< what a test of its spelling said
};

/// How alike a spelling is to what is asked, by what names are compared by; nothing where it does not count.
using NameTest = std::function<std::optional<double>(const ComparedName& spelling)>;

}  // namespace incidentmap
