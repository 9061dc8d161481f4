// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/spelling/kind_words.hpp"

namespace incidentmap {

/// A place that a name may mean, before anything but the name was looked at.
struct Candidate {
    NameHit hit;
    std::size_t gazetteer = 0;  ///< its position in the order of gazetteers
    double score = 0;           ///< how well the name fits, 0 to 1
    std::string set_aside;      ///< why it was set aside: the end of a sentence; empty while it still stands
    double outside_m = 0;       ///< how far it lies outside the province stated, where that is forgiven

    const Place& place() const { return hit.place; }
};

/// A name asked for: the words, and the kind of place that its generic words ask for.
struct AskedName {
    std::string text;
    std::string normal;
    std::string compared;  ///< its words as they are compared letter by letter (phonetic key.hpp)
    std::string script;    ///< ISO 15924
    NameParts parts;
    bool has_article = false;  ///< an Arabic one, before the name

    bool asks_for_kind() const { return !parts.kind_words.empty(); }
};

AskedName asked_name(std::string_view text);

/// How far the look-up goes for a name.
enum class Reach {
    sounds,    ///< the same name, and the same consonants
    misspelt,  ///< also names one slip of the pen or one consonant away
};

/// All places that the name may mean, best first, one for each place id (the earliest gazetteer's).
///
/// The score says how well the name fits: the same name 0.95 (a code 0.98); one that sounds the same 0.88 and
/// one a slip away 0.83, both less what their letters differ by (1 − similarity) and 0.06 less in another
/// script, whose letters tell less of the vowels (0.03 where Arabic was asked for, which has few vowels to
/// tell). 0.06 less where the name asked for has an article that the other lacks, 0.02 the other way round;
/// 0.10 less for a former name. It is multiplied by how well the kind fits: 1 where the place is of the kind
/// asked for or none was asked for, 0.95 for village, town and city among one another, 0.90 for another kind
/// of the same group (0.65 for an installation of another trade: a dam is no prison), 0.80 where only the
/// bare name of an installation or a river was asked for (`Taji`, `Camp Taji`), 0.45 where the kind is
/// another. Phonetic keys of two letters or fewer count only where the letters are alike to 0.80. What scores
/// below 0.60 is no candidate: silence costs less than a wrong place.
std::vector<Candidate> candidates_for(const std::vector<Gazetteer>& gazetteers, const AskedName& asked,
                                      Reach reach = Reach::sounds);

/// Puts the candidates of another reading of the same name among those: each place once, by what fits it
/// best.
void add_candidates(std::vector<Candidate>& candidates, std::vector<Candidate> more);

}  // namespace incidentmap
