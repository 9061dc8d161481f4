// SPDX-License-Identifier: MIT
#pragma once

namespace incidentmap {

/// How often a place whose name fits so well (Candidate::score) is the place that is meant: of answers with
/// 0.9, nine in ten are right. A logistic curve with two parameters, fitted to tables of names with known
/// places (docs/names.md). \param fit 0 to 1 \return 0 to 1, rising with the fit
double probability(double fit);

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
