// SPDX-License-Identifier: MIT
#include "locate/match_json.hpp"

#include <optional>

#include "core/json_object.hpp"

namespace incidentmap {

void append_match(std::string& out, const Match& match) {
    JsonObject object(out);
    object.text("name", match.name);
    object.text("place_id", match.place_id);
    object.text("kind", match.kind);
    object.text("country", match.country);
    object.text("admin1", match.admin1);
    object.number("lon", match.point.lon, 6);
    object.number("lat", match.point.lat, 6);
    object.number("score", match.score > 0 ? std::optional(match.score) : std::nullopt, 2);
    object.text("because", match.reasons);
    object.end();
}

}  // namespace incidentmap
