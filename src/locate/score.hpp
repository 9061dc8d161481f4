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
inline constexpr double better_elsewhere = 0.10;

/// What a fit loses where the name differs and nothing stated says where the place is.
inline constexpr double nothing_stated = 0.03;

}  // namespace incidentmap
