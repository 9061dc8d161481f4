// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "build/map_key.hpp"

namespace incidentmap {

/// What the files of each map are called by: the value as far as any file system takes it, `2020-07`,
/// `Al_Anbar`; `not_stated` for none. Letters of every script stay. All names are distinct, also where a file
/// system does not tell capitals from small letters: of values that would be called alike each has a part of
/// a hash behind it, and so has one that was cut. A value is called the same whatever the others are, but for
/// that.
std::vector<std::string> map_names(std::span<const std::optional<KeyValue>> values);

}  // namespace incidentmap
