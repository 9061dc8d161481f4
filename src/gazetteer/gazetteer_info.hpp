// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace incidentmap {

/// One of the gazetteer's sources.
struct GazetteerSource {
    std::string source_id;
    std::string name;
    std::string licence;
    std::string licence_url;
    std::string attribution;
    std::string url;
    std::string date;
    std::string notes;
};

/// How many of one kind, country or language there are.
struct KindCount {
    std::string what;
    std::int64_t count = 0;
};

/// What a gazetteer holds, to be told.
struct GazetteerInfo {
    std::string name;         ///< its file name without the folder and ending: `curated`
    std::string fingerprint;  ///< SHA-256 of its content, the same for the same content
    std::int64_t place_count = 0;
    std::int64_t name_count = 0;
    std::int64_t area_count = 0;
    std::vector<KindCount> kinds;
    std::vector<KindCount> countries;
    std::vector<KindCount> languages;
    std::vector<GazetteerSource> sources;
};

}  // namespace incidentmap
