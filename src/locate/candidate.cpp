// SPDX-License-Identifier: MIT
#include "locate/candidate.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/similarity.hpp"
#include "gazetteer/spelling/skeleton.hpp"

namespace incidentmap {
namespace {

constexpr double least_score = 0.60;

/// A code of two or three letters is a word in small letters (`in`, `us`), so it counts in capitals only.
bool is_code_as_written(const AskedName& asked, const Name& name) {
    return name.text.size() > 3 || trimmed(asked.text) == name.text;
}

/// How well the kind of a place fits the generic words of the name asked for.
double kind_fit(const AskedName& asked, const Place& place) {
    if (!asked.asks_for_kind()) return 0.75;
    double fit = 0.40;
    for (const KindWord& word : asked.parts.kind_words) {
        if (word.kind == place.kind) return 0.90;
        if (kind_group(word.kind) == kind_group(place.kind)) fit = 0.80;
    }
    return fit;
}

/// \p short_bones whether the skeleton has two letters or fewer: so many names share it that it says little
/// by itself.
double score_of(const AskedName& asked, const NameHit& hit, bool short_bones) {
    const double former = hit.name.sort == "former" ? 0.10 : 0;
    switch (hit.form) {
        case MatchForm::code:
            return 0.98;
        case MatchForm::normal:
            return (hit.without_kind_words ? kind_fit(asked, hit.place) : 0.95) - former;
        case MatchForm::skeleton: {
            const double alike = similarity(asked.parts.core_normal, name_parts(hit.name.text).core_normal);
            if (alike < (short_bones ? 0.80 : 0.40)) return 0;
            const double kind = asked.asks_for_kind() ? kind_fit(asked, hit.place) / 0.90 : 1;
            return (0.50 + 0.34 * alike) * kind - former;
        }
        case MatchForm::alike:
            return 0;
    }
    return 0;
}

void add(std::vector<Candidate>& candidates, const AskedName& asked, std::vector<NameHit> hits,
         std::size_t gazetteer, bool short_bones = false) {
    for (NameHit& hit : hits) {
        if (hit.name.sort == "code") {
            if (!is_code_as_written(asked, hit.name)) continue;
            hit.form = MatchForm::code;
        }
        const double score = score_of(asked, hit, short_bones);
        if (score < least_score) continue;
        const auto same = std::find_if(candidates.begin(), candidates.end(),
                                       [&](const Candidate& c) { return c.place().id == hit.place.id; });
        if (same == candidates.end()) {
            candidates.push_back({std::move(hit), gazetteer, score, {}});
        } else if (score > same->score) {
            // A later gazetteer may know more names; the earlier one's point and kind stay.
            same->score = score;
            same->hit.name = std::move(hit.name);
            same->hit.form = hit.form;
            same->hit.without_kind_words = hit.without_kind_words;
        }
    }
}

}  // namespace

AskedName asked_name(std::string_view text) {
    return {std::string(trimmed(text)), normal_form(text), name_parts(text)};
}

std::vector<Candidate> candidates_for(const std::vector<Gazetteer>& gazetteers, const AskedName& asked) {
    std::vector<Candidate> candidates;
    if (asked.normal.empty()) return candidates;
    const std::string bones = skeleton(asked.text).text;
    for (std::size_t i = 0; i < gazetteers.size(); ++i) {
        add(candidates, asked, gazetteers[i].by_normal_form(asked.normal), i);
        if (asked.parts.core_normal != asked.normal) {
            std::vector<NameHit> hits = gazetteers[i].by_normal_form(asked.parts.core_normal);
            for (NameHit& hit : hits) hit.without_kind_words = true;
            std::erase_if(hits, [](const NameHit& hit) { return hit.name.sort == "code"; });
            add(candidates, asked, std::move(hits), i);
        }
        if (!bones.empty()) add(candidates, asked, gazetteers[i].by_skeleton(bones), i, bones.size() <= 2);
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        if (a.score != b.score) return a.score > b.score;
        if (a.gazetteer != b.gazetteer) return a.gazetteer < b.gazetteer;
        if (a.place().population != b.place().population) return a.place().population > b.place().population;
        return a.place().id < b.place().id;
    });
    return candidates;
}

}  // namespace incidentmap
