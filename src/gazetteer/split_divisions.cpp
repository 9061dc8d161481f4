// SPDX-License-Identifier: MIT
#include "gazetteer/split_divisions.hpp"

namespace incidentmap {
namespace {

constexpr SplitDivision rows[] = {
#include "gazetteer/tables/split_divisions.inc"
};

}  // namespace

std::span<const SplitDivision> split_divisions() { return rows; }

}  // namespace incidentmap
