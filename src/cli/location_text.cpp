// SPDX-License-Identifier: MIT
#include "cli/location_text.hpp"

#include "cli/text_table.hpp"
#include "core/json_object.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "locate/match_json.hpp"
#include "locate/reasons.hpp"
#include "writer/geojson_text.hpp"

namespace incidentmap {
namespace {

constexpr int decimals = 5;  ///< of a position

std::string where_in_words(const std::string& kind, const std::string& admin1, const std::string& country) {
    std::vector<std::string> parts;
    for (const std::string& part :
         {kind, kind == "province" ? "" : admin1, kind == "country" ? "" : country_name(country)}) {
        if (!part.empty()) parts.push_back(part);
    }
    return joined(parts, ", ");
}

std::optional<double> code(int value) { return value > 0 ? std::optional<double>(value) : std::nullopt; }

/// What a location may cover, to be drawn.
Geometry possible_area(const Location& location) {
    if (!location.has_place()) return {};
    MultiPolygon area = outline(location.footprint);
    if (area.polygons.empty()) return location.likely;
    return area;
}

}  // namespace

std::string to_text(const Location& location, bool verbose, const Colours& colours) {
    std::string text = colours.heading(one_line(location.query)) + "\n  " + colours.word(location.status);
    if (location.has_place()) {
        const std::string where = where_in_words(location.kind, location.admin1, location.country);
        text += ": " + one_line(location.name) + (where.empty() ? "" : " (" + where + ")") + "\n  ";
        text += position_for_people(location.likely, decimals) + ", within " +
                distance_for_people(location.uncertainty_m);
        if (!location.place_id.empty()) {
            text += "  [" + location.place_id +
                    (location.gazetteer.empty() ? "" : " in " + location.gazetteer) + "]";
        }
    }
    text += "\n";
    for (const std::string& sentence : location.conflicts) text += "  " + one_line(sentence) + ".\n";
    for (const std::string& sentence : location.reasons) text += "  " + one_line(sentence) + "\n";
    if (!location.remedy.empty()) text += "  What would mend it: " + one_line(location.remedy) + "\n";
    if (!location.has_place() || verbose) {
        for (const Match& match : location.alternatives) {
            text += one_line("  - " + match.name + " (" +
                             where_in_words(match.kind, match.admin1, match.country) + "), " +
                             position_for_people(match.point, decimals) + " [" + match.place_id +
                             "]: " + match.reasons) +
                    "\n";
        }
        if (location.more_alternatives > 0)
            text += "  - and " + std::to_string(location.more_alternatives) + " more\n";
    }
    if (verbose)
        text += "  normal form: " + normal_form(location.query) +
                "; phonetic key: " + phonetic_key(location.query).text + "\n";
    return text;
}

std::string to_json(const Location& location, bool with_area) {
    const Location nowhere;
    const Location& place = location.has_place() ? location : nowhere;
    const auto if_known = [&](double value) {
        return location.has_place() ? std::optional(value) : std::nullopt;
    };
    std::string out;
    JsonObject object(out);
    append_json(object.member("query"), location.query);
    object.text("status", to_string(location.status));
    object.text("name", place.name);
    object.text("place_id", place.place_id);
    object.text("gazetteer", place.gazetteer);
    object.text("kind", place.kind);
    object.text("country", place.country);
    object.text("admin1", place.admin1);
    object.number("lon", if_known(place.likely.lon), 6);
    object.number("lat", if_known(place.likely.lat), 6);
    object.number("uncertainty_m", if_known(place.uncertainty_m), 0);
    object.number("geo_precision", code(place.geo_precision), 0);
    object.number("where_prec", code(place.where_prec), 0);
    object.number("score", place.score, 2);
    std::vector<std::string> because;
    for (const std::string& sentence : location.conflicts) because.push_back(sentence + ".");
    because.insert(because.end(), location.reasons.begin(), location.reasons.end());
    append_array(object.member("because"), because,
                 [](std::string& to, const std::string& sentence) { append_json(to, sentence); });
    append_array(object.member("alternatives"), location.alternatives, append_match);
    if (with_area) append_geojson(object.member("possible_area"), possible_area(location));
    object.end();
    return out;
}

}  // namespace incidentmap
