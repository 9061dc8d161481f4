// SPDX-License-Identifier: MIT
#include "report/columns.hpp"

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

// clang-format off
constexpr std::array<ReportColumnInfo, report_column_count> all_columns{{
    {"report_id", "Report", "The report's own id.", "report, record_id, data_id, id"},
    {"incident_id", "Incident", "Reports of one incident share it.", "incident, event_id, event_id_cnty, eventid, incident_no"},
    {"source_id", "Source id", "The source, as the table of sources names it.", "source, source_no"},
    {"event_date", "Date", "When it happened, as closely as the report says.", "date, when, incident_date, day, date_of_incident, event_day, datum, التاريخ"},
    {"event_type", "Event type", "ACLED's event type.", "type, category, incident_type, attack_type"},
    {"sub_event_type", "Sub-event type", "ACLED's sub-event type.", "sub_type, subtype, sub_category"},
    {"weapon", "Weapon", "What was used, in the report's terms.", "weapon_type, munition, weapons, weaptype, means"},
    {"weapon_count", "Weapon count", "How many, with bounds: 3, 30+, 4-6.", "rockets, number_of_weapons, munition_count, rounds, quantity"},
    {"place", "Place looked up", "The locality that was looked up.", "where, location, target, town, city, site, village, locality, settlement, place_name, location_name, المكان, الموقع"},
    {"place_words", "The report's words for the place", "As the report has them, never altered.", "location_words, where_words, verbatim_locality, verbatimlocality"},
    {"country", "Country", "The country the report names.", "country_name, nation, state_name, الدولة"},
    {"admin1", "Province", "The province the report names.", "governorate, province, oblast, region, state, muhafazah, adm1, admin_1, المحافظة"},
    {"admin2", "District", "The district the report names.", "district, raion, rayon, county, qada, adm2, admin_2, القضاء"},
    {"launch_place", "Launch place looked up", "The launch locality that was looked up.", "launch_site, launched_from, origin, firing_point, launch_location, from_place"},
    {"launch_words", "The report's words for the launch place", "As the report has them, never altered.", "origin_words"},
    {"launch_country", "Launch country", "The country the report names for the launch place.", "origin_country"},
    {"launch_admin1", "Launch province", "The province the report names for the launch place.", "launch_province, launch_governorate, origin_admin1"},
    {"latitude", "Latitude given", "Degrees north, where the report gives a position.", "lat, y, latitude_deg, target_latitude"},
    {"longitude", "Longitude given", "Degrees east, where the report gives a position.", "lon, long, lng, x, longitude_deg, target_longitude"},
    {"coordinates_uncertainty_m", "Stated uncertainty (m)", "Metres about the given position.", "uncertainty_m, coordinate_uncertainty_in_meters, coordinateuncertaintyinmeters, accuracy_m, precision_m"},
    {"coordinates_from", "Position taken from", "What the given position was taken from.", "coordinates_source, georeference_source"},
    {"coordinates_by", "Position found by", "Who found the given position.", "geolocated_by, georeferenced_by, coordinates_author"},
    {"launch_latitude", "Launch latitude given", "Degrees north.", "launch_lat, origin_latitude, origin_lat"},
    {"launch_longitude", "Launch longitude given", "Degrees east.", "launch_lon, launch_long, launch_lng, origin_longitude, origin_lon"},
    {"place_said_to_be", "The place is said to be", "What the report says of where the place is, for checking.", "place_described_as"},
    {"launch_said_to_be", "The launch place is said to be", "What the report says of where the launch place is.", "launch_described_as"},
    {"killed", "Killed", "People killed, with bounds.", "dead, deaths, fatalities, fatality, nkill, killed_total"},
    {"injured", "Injured", "People injured, with bounds.", "wounded, injuries, nwound, injured_total"},
    {"damage", "Damage", "What the report says was damaged.", "property_damage, material_damage"},
    {"attributed_to", "Attributed to", "Who is said to have done it. A claim.", "actor, perpetrator, actor1, gname, suspected_actor"},
    {"attributed_by", "Attributed by", "Who says so.", "attribution_by, blamed_by"},
    {"claimed_by", "Claimed by", "Who claimed it.", "claim, responsibility_claimed_by, claimed"},
    {"denied_by", "Denied by", "Who denied it.", "denial, denied"},
    {"launch_said_by", "Launch place according to", "Who names the launch place.", "launch_according_to"},
    {"launch_disputed_by", "Launch place disputed by", "Who disputes it.", ""},
    {"notes", "Notes", "What a reader should know.", "note, remarks, comment, comments, description, summary"},
    {"publisher", "Publisher", "Where there is no table of sources.", "outlet, source_name, publication, media"},
    {"title", "Title of the source", "Where there is no table of sources.", "headline, source_title"},
    {"published", "Published", "The day of publication.", "publication_date, date_published, published_on, source_date"},
    {"url", "Address of the source", "Where there is no table of sources.", "link, source_url, web, href, source_link"},
}};
// clang-format on

/// Letters and digits only, lower case, so that `Event date`, `event-date` and `EVENT_DATE` are one.
std::string plain(std::string_view name) {
    std::string out;
    for (char c : lower_ascii(name)) {
        if (c != ' ' && c != '_' && c != '-' && c != '.' && c != '/' && c != ':' && c != '(' && c != ')')
            out += c;
    }
    return out;
}

std::optional<ReportColumn> by_name(std::string_view name) {
    for (std::size_t i = 0; i < all_columns.size(); ++i) {
        if (plain(name) == plain(all_columns[i].name)) return static_cast<ReportColumn>(i);
    }
    return std::nullopt;
}

std::optional<ReportColumn> by_synonym(std::string_view name) {
    for (std::size_t i = 0; i < all_columns.size(); ++i) {
        for (const std::string& synonym : split_list(all_columns[i].synonyms, ",")) {
            if (plain(name) == plain(synonym)) return static_cast<ReportColumn>(i);
        }
    }
    return std::nullopt;
}

std::string listed(const std::vector<std::string>& columns) {
    return columns.empty() ? "none" : "'" + joined(columns, "', '") + "'";
}

bool has(const ColumnMap& map, ReportColumn column) { return map.index_of(column).has_value(); }

void apply_asked(ColumnMap& map, const std::string& file, const std::map<std::string, std::string>& asked) {
    for (const auto& [ours, theirs] : asked) {
        const auto column = by_name(ours);
        if (!column)
            throw UsageError{"--map " + ours + "=" + theirs + ": there is no column '" + ours +
                             "' in a report table"};
        const auto found = std::find_if(map.input.begin(), map.input.end(),
                                        [&, wanted = std::string_view(theirs)](const std::string& name) {
                                            return plain(name) == plain(wanted);
                                        });
        if (found == map.input.end()) {
            throw UsageError{"--map " + ours + "=" + theirs + ": " + file + " has no column '" + theirs +
                             "'; it has " + listed(map.input)};
        }
        map.read_as[static_cast<std::size_t>(found - map.input.begin())] = column;
    }
}

/// Each known column is read from one input column at most: the first that fits.
template <typename Find>
void apply_known(ColumnMap& map, Find find) {
    for (std::size_t i = 0; i < map.input.size(); ++i) {
        if (map.read_as[i]) continue;
        const auto column = find(map.input[i]);
        if (column && !has(map, *column)) map.read_as[i] = column;
    }
}

}  // namespace

std::span<const ReportColumnInfo, report_column_count> report_columns() { return all_columns; }

std::optional<std::size_t> ColumnMap::index_of(ReportColumn column) const {
    for (std::size_t i = 0; i < read_as.size(); ++i) {
        if (read_as[i] == column) return i;
    }
    return std::nullopt;
}

std::string ColumnMap::name_of(ReportColumn column) const {
    const auto index = index_of(column);
    return index ? input[*index] : std::string(all_columns[static_cast<std::size_t>(column)].name);
}

ColumnMap map_columns(const std::string& file, const std::vector<std::string>& input,
                      const std::map<std::string, std::string>& asked) {
    ColumnMap map;
    map.input = input;
    map.read_as.resize(input.size());
    apply_asked(map, file, asked);
    apply_known(map, by_name);
    apply_known(map, by_synonym);
    const bool place = has(map, ReportColumn::place) || has(map, ReportColumn::place_words);
    const bool position = has(map, ReportColumn::latitude) && has(map, ReportColumn::longitude);
    if (!place && !position) {
        throw Error{file + " has no column for the place, and none for latitude and longitude. It has " +
                    listed(input) +
                    ". Name one of them place (or where, location, target, town, city, site), or say which "
                    "it is with --map place=COLUMN"};
    }
    return map;
}

std::string to_text(const ColumnMap& map) {
    std::vector<std::string> known;
    std::vector<std::string> renamed;
    std::vector<std::string> carried;
    for (std::size_t i = 0; i < map.input.size(); ++i) {
        if (!map.read_as[i]) {
            carried.push_back(map.input[i]);
        } else if (const auto name = all_columns[static_cast<std::size_t>(*map.read_as[i])].name;
                   name == map.input[i]) {
            known.push_back(map.input[i]);
        } else {
            renamed.push_back(std::string(name) + " ← " + map.input[i]);
        }
    }
    std::string text = renamed.empty() ? "" : joined(renamed, ", ");
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
    if (!known.empty())
        add(std::to_string(known.size()) +
            (known.size() == 1 ? " column under its own name" : " columns under their own names"));
    if (!carried.empty()) add("carried through: " + joined(carried, ", "));
    return text;
}

}  // namespace incidentmap
