// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/similarity.hpp"

namespace incidentmap {

/// A place that a name may mean, before anything but the name was looked at.
struct Candidate {
    NameHit hit;
    std::size_t gazetteer = 0;  ///< its position in the order of gazetteers
    double score = 0;           ///< how well the name fits, 0 to 1
    std::string set_aside;      ///< why it was set aside: the end of a sentence; empty while it still stands
    double outside_m = 0;       ///< how far it lies outside the province stated, where that is forgiven

    const Place& place() const { return hit.place; }

    /// By a name that is not the one asked for: it only sounds so, or is a slip of the pen away.
    bool differs() const { return hit.form == MatchForm::phonetic_key || hit.form == MatchForm::misspelt; }
};

/// A name asked for: the words, and the kind of place that its generic words ask for.
struct AskedName {
    std::string text;
    std::string normal;
    std::string compared;  ///< its words as they are compared letter by letter (phonetic key.hpp)
    std::string script;    ///< ISO 15924
    NameParts parts;
    bool has_article = false;         ///< an Arabic one, before the name
    std::vector<NameForm> shorter{};  ///< its normal forms without kind words and article
    std::string phonetic_key{};
    std::vector<std::string> other_phonetic_keys{};
    bool is_short = false;   ///< so short that another spelling is another name
    ComparedName letters{};  ///< those of `compared`

    bool asks_for_kind() const { return !parts.kind_words.empty(); }
};

AskedName asked_name(std::string_view text);

/// How a place is named so that it is a candidate.
enum class Reach {
    sounds,    ///< the very name, also without kind words and article, and by the same consonants
    misspelt,  ///< only by names one slip of the pen or one consonant away
};

/// Whether a place has these words as its whole name, nothing left out, or as its code.
bool is_whole_name(const std::vector<Gazetteer>& gazetteers, std::string_view text);

/// How a name is looked up.
struct Search {
    Reach reach = Reach::sounds;
    /// Nothing stated says in which country the place is: then a name that differs counts only in gazetteers
    /// that list villages. A list of towns has no say on what merely sounds like one of its own.
    bool is_bare = false;
};

/// All places that the name may mean, best first, one for each place id (the earliest gazetteer's).
///
/// The score says how well the name fits: the same name 0.95 (a code 0.98); one that sounds the same 0.88 and
/// one a slip away 0.83, both less what their letters differ by (1 − similarity) and 0.06 less in another
/// script, whose letters tell less of the vowels (0.03 where Arabic was asked for, which has few vowels to
/// tell). 0.06 less where the name asked for has an article that the other lacks, 0.02 the other way round;
/// 0.10 less for a former name. It is multiplied by how well the kind fits: 1 where the place is of the kind
/// asked for (as its country understands the word) or none was asked for, 0.95 for village, town and city
/// among one another, 0.90 for another kind of the same group (0.65 for an installation of another trade, for
/// a district as a province and the other way round, for a sea as land), 0.80 where only the bare name of an
/// installation or a river was asked for (`Taji`, `Camp Taji`), 0.45 where the kind is another. Phonetic keys
/// of two letters or fewer count only where the letters are alike to 0.80. A name of four letters or fewer
/// (three in Arabic, which leaves vowels out), and a country's, is met exactly or not at all. What scores
/// below 0.60 is no candidate: silence costs less than a wrong place.
std::vector<Candidate> candidates_for(const std::vector<Gazetteer>& gazetteers, const AskedName& asked,
                                      const Search& search = {});

/// Puts the candidates of another reading of the same name among those: each place once, by what fits it
/// best.
void add_candidates(std::vector<Candidate>& candidates, std::vector<Candidate> more);

}  // namespace incidentmap
