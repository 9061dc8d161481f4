// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

namespace incidentmap {

struct ZipEntry {
    std::string name;
    std::string bytes;
};

/// A zip archive of entries that are stored as they are, dated 1 January 1980: the same entries give the same
/// bytes. \throws Error where an entry has 2 GiB or more
std::string zip_of(std::span<const ZipEntry> entries);

}  // namespace incidentmap
