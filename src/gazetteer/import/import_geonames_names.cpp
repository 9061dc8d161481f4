// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "gazetteer/import/geonames_features.hpp"
#include "gazetteer/import/geonames_names.hpp"
#include "gazetteer/import/import_areas.hpp"
#include "gazetteer/import/import_geonames.hpp"

namespace incidentmap {
namespace {

std::uint64_t key_of(const PlaceRef& place, std::string_view text) {
    return hash128(std::to_string(place.number) + '\n' + std::string(text)).low;
}

std::string place_id(std::string_view id) { return "geonames:" + std::string(id); }

void check_columns(const std::string& path) {
    TextLines lines(path);
    while (const auto line = lines.next()) {
        const auto tabs = std::count(line->begin(), line->end(), '\t');
        if (tabs == 9 || tabs == 7) return;
        // A damaged first line says nothing; the lines after it may.
        if (lines.number() >= 100) break;
    }
    throw Error{path + " is not GeoNames' alternateNamesV2.txt: that has 10 columns parted by TABs"};
}

}  // namespace

void import_geonames_names(const std::vector<std::string>& files, const std::vector<std::string>& dumps,
                           PlaceIntake& intake, ImportLog& log) {
    std::vector<std::uint64_t> seen;
    for (const std::string& file : files) {
        check_columns(file);
        const std::size_t before = seen.size();
        GeonamesLines lines(file, log);
        while (const auto line = lines.next()) {
            const auto read = alternate_name(*line, lines.at(), log);
            if (!read || !read->name) continue;
            const auto place = intake.place(place_id(read->geonameid));
            if (!place) continue;
            intake.add_name(*place, *read->name, "geonames");
            seen.push_back(key_of(*place, read->name->text));
        }
        if (seen.size() == before)
            log.tell({file, 0}, Severity::warning, "names-of-other-places", "geonameid",
                     "none of its names is of a place of this gazetteer");
    }
    std::sort(seen.begin(), seen.end());
    // What is wrong with a line was told when its places were read.
    ImportLog silent({});
    for (const std::string& file : dumps) {
        if (holds_areas(file) || geonames_file(file) != GeonamesFile::places) continue;
        GeonamesLines lines(file, silent);
        while (const auto line = lines.next()) {
            const auto record = geonames_record(*line, lines.at(), silent);
            const GeonamesFeature* feature = record ? geonames_feature(record->feature_code) : nullptr;
            const auto place = feature == nullptr ? std::nullopt : intake.place(place_id(record->id));
            if (!place) continue;
            for (const Name& name :
                 column_names(*record, feature->former, main_names(*record, feature->former))) {
                if (!std::binary_search(seen.begin(), seen.end(), key_of(*place, name.text)))
                    intake.add_name(*place, name, "geonames");
            }
        }
    }
}

}  // namespace incidentmap
