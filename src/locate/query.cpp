// SPDX-License-Identifier: MIT
#include "locate/query.hpp"

#include <utility>

#include "core/text.hpp"

namespace incidentmap {

Query query_of_report(std::string words, std::string country, std::string admin1, std::string admin2) {
    Query query;
    query.words = std::move(words);
    query.country = std::move(country);
    query.admin1 = std::move(admin1);
    query.admin2 = std::move(admin2);
    query.for_map = true;
    return query;
}

std::string key_of(const Query& query) {
    std::string key;
    for (const std::string* part : {&query.words, &query.country, &query.admin1, &query.admin2})
        (key += *part) += '\x1F';
    if (query.near) key += to_text(query.near->lon, 9) + '\x1F' + to_text(query.near->lat, 9);
    if (query.is_place_id) key += "\x1Fid";
    if (query.for_map) key += "\x1Fmap";
    for (const Companion& companion : query.company) {
        key += '\x1F' + companion.name + '\x1E' + to_text(companion.point.lon, 9) + '\x1E' +
               to_text(companion.point.lat, 9) + '\x1E' + companion.country +
               (companion.same_report ? "\x1E" : "");
    }
    return key;
}

}  // namespace incidentmap
