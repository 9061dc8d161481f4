// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace incidentmap {

/// How often a place whose name fits so well (Candidate::score) is the place that is meant: of answers with
/// 0.9, nine in ten are right. A logistic curve with two parameters, fitted to tables of names with known
/// places (docs/names.md). \param fit 0 to 1 \return 0 to 1, rising with the fit
double probability(double fit);

/// By how much the best fit must beat the second for an answer; within it, the answer is ambiguous.
inline constexpr double ambiguity_margin = 0.04;

/// What fits less likely than this is not given as an answer but as a suggestion.
inline constexpr double least_probability = 0.55;

/// What a fit loses where a place of that name fits better outside the province that is stated: then the
/// gazetteer mostly lacks the one that is meant, and the one within is another.
inline constexpr double better_elsewhere = 0.05;

/// What a fit loses each time that the places double whose names fit as well, of its country but outside the
/// province that is stated: of a common name the gazetteer mostly lacks one within too.
inline constexpr double common_name = 0.045;

/// What the fit of a village's name loses in the end where it was asked for, and met, in Arabic letters,
/// which leave short vowels out: names that differ are then written alike.
inline constexpr double without_vowels = 0.11;

/// What the fit loses in the end where of two names in Arabic letters one has an article that the other
/// lacks: English leaves articles out, Arabic does not, so that they are mostly two names (`حسن محمود`, `حسن
/// المحمود`).
inline constexpr double arabic_article = 0.13;

/// What the fit of a village's name loses in the end where nothing stated says where it is: there may be
/// others of its name that no gazetteer has.
inline constexpr double bare_village = 0.11;

/// What the fit loses in the end where only the places that are named with it decided between homonyms.
inline constexpr double only_company = 0.10;

/// No more than that is the answer's probability where only a better claim to the name decided between
/// homonyms, and where only a town near by did (homonyms.hpp).
inline constexpr double claims_at_most = 0.80;

/// No more than that is the answer's probability where nothing but the order of the gazetteers decided
/// between homonyms: that order is what the user prefers, and no evidence.
inline constexpr double order_at_most = 0.85;

/// The answer's probability where a closed list has the words: the names of countries.
inline constexpr double sure_by_list = 0.97;

/// No more than that is the answer's probability where only its population decided, and the others of its
/// name are in other countries.
inline constexpr double population_at_most = 0.89;

/// No more than that is the answer's probability where the country, or the province of a place below 100,000
/// people, is stated and in no gazetteer: what is stated binds, so that the place may be suggested, not
/// given.
inline constexpr double not_drawn_at_most = 0.50;

/// A list of larger towns is believed to have all of a bare name where the one that it has is so many times
/// as populous as the smallest that it lists.
inline constexpr std::int64_t bare_town_ratio = 10;

/// By so much a place must be more populous than the answer to a bare name for its own claim to the name, by
/// a former or shorter one, to be told and to count. Measured with script/accuracy --world.
inline constexpr std::int64_t outshone_ratio = 20;

/// A gazetteer of which nineteen in twenty towns have as many people is a list of larger towns.
inline constexpr std::int64_t least_of_larger_towns = 5'000;

/// What a bare name's fit loses where it is not the place's own but another of its names: less than a place
/// that is called so; and so much that it is no answer where few people live there.
inline constexpr double second_name = 0.06;
inline constexpr double second_name_of_few = 0.28;
/// Of as many people a place is known by its other names all over the earth (`Puerto Príncipe`).
inline constexpr std::int64_t known_by_other_names = 500'000;
inline constexpr std::int64_t known_by_short_names = 2'000'000;  ///< `Kiev`

/// What a bare name's fit loses where it is said to be a village's, and a list of towns has it: villages of
/// that name are in no such list.
inline constexpr double village_among_towns = 0.28;

/// A bare name that differs is an answer only where it is as likely as this.
inline constexpr double least_of_differing = 0.72;

/// Beyond so many doublings a name is as common as can be.
inline constexpr double most_doublings = 4;

/// What a fit loses where the name differs and nothing stated says where the place is.
inline constexpr double nothing_stated = 0.03;

/// What a fit loses where all that is said is an ordinary word (`Victory`), and the place bears it as a part
/// of its name only (`Camp Victory`): no such place is the answer.
inline constexpr double ordinary_word = 0.30;

/// What a bare name's fit gains where a place of 10,000 people is a slip of the pen away: who reports names
/// towns far more often than villages that no gazetteer has.
inline constexpr double typo_of_known = 0.07;

}  // namespace incidentmap
