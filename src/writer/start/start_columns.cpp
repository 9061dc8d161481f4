// SPDX-License-Identifier: MIT
#include "writer/start/start_columns.hpp"

#include <iterator>

namespace incidentmap {
namespace {

using enum ReportColumn;

constexpr StartColumn columns[] = {
    {report_id, StartList::none, 10, "r1",
     "A name of this row that stays as it is when you correct a cell: r1, r2 ..."},
    {incident_id, StartList::none, 12, "taji-2020-07-27",
     "What the row is a report of. Two reports of one incident are two rows with one incident_id. Empty: the "
     "row is an incident of its own."},
    {event_date, StartList::none, 14, "2020-07-27",
     "The local day at the place, as closely as this report says: 2020-07-27, 2020-07 (some day in July), "
     "2020-07-27/2020-07-29 (both days included), 2020-07-27~ (about)."},
    {event_type, StartList::event_types, 26, "Explosions/Remote violence",
     "What happened: choose. Your own words are read too (airstrike, clash, kidnapping), and told where they "
     "are not known."},
    {sub_event_type, StartList::sub_event_types, 32, "Shelling/artillery/missile attack",
     "What happened, more closely: choose, or leave it empty."},
    {weapon, StartList::none, 14, "rockets", "What was used, in neutral words."},
    {weapon_count, StartList::none, 12, "3",
     "How many: 3, 30+ (at least), 4-6, dozens. Empty where the report does not say."},
    {place, StartList::none, 22, "Camp Taji",
     "Where, as a careful reader would write it: Camp Taji; 85 km north of Baghdad; near Sheikh Amir. "
     "Several "
     "places have | between them. Required, unless there is a position."},
    {place_words, StartList::none, 24, "a base north of the capital",
     "The report's own words for the place, unaltered."},
    {country, StartList::countries, 16, "Iraq",
     "The country that the report states: choose. It keeps places of the same name elsewhere apart."},
    {admin1, StartList::none, 16, "Baghdad", "The province that the report states."},
    {admin2, StartList::none, 16, "", "The district that the report states."},
    {latitude, StartList::none, 11, "",
     "Degrees north, where the report gives a position: 33.5240. DMS and one cell with both numbers are read "
     "too."},
    {longitude, StartList::none, 11, "", "Degrees east, where the report gives a position: 44.2570."},
    {coordinates_uncertainty_m, StartList::none, 14, "",
     "How well the position is known: 500, 500 m, 2 km. Empty: what its decimals claim, which is often too "
     "much."},
    {launch_place, StartList::none, 22, "",
     "Where it was launched from, where a report says so. The distance to the place is then measured."},
    {killed, StartList::none, 10, "0",
     "People killed: 3, 3+, 2-5. 0 only where the report says that there was none; else leave it empty."},
    {injured, StartList::none, 10, "2+", "People injured, in the same way."},
    {damage, StartList::none, 18, "a hangar", "What the report says was damaged."},
    {attributed_to, StartList::none, 18, "an armed group", "Who is said to have done it. It is a claim."},
    {attributed_by, StartList::none, 18, "the police", "Who says so."},
    {claimed_by, StartList::none, 16, "", "Who said that they did it."},
    {publisher, StartList::none, 18, "Example News", "Who published the report."},
    {title, StartList::none, 26, "Rockets fall near base", "The title of the publication."},
    {published, StartList::none, 12, "2020-07-28", "The day of publication."},
    {url, StartList::none, 26, "https://example.org/1", "The address of the publication."},
    {notes, StartList::none, 40, "A made-up example: write your first report over this row.",
     "What a reader should know: how the date came about, whose figure it is."},
};

constexpr std::string_view types[] = {
    "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests",
    "Riots",   "Strategic developments"};

constexpr std::string_view sub_types[] = {"Armed clash",
                                          "Government regains territory",
                                          "Non-state actor overtakes territory",
                                          "Air/drone strike",
                                          "Shelling/artillery/missile attack",
                                          "Remote explosive/landmine/IED",
                                          "Suicide bomb",
                                          "Grenade",
                                          "Chemical weapon",
                                          "Attack",
                                          "Abduction/forced disappearance",
                                          "Sexual violence",
                                          "Peaceful protest",
                                          "Protest with intervention",
                                          "Excessive force against protesters",
                                          "Violent demonstration",
                                          "Mob violence",
                                          "Agreement",
                                          "Arrests",
                                          "Change to group/activity",
                                          "Disrupted weapons use",
                                          "Headquarters or base established",
                                          "Looting/property destruction",
                                          "Non-violent transfer of territory",
                                          "Other"};

}  // namespace

std::span<const StartColumn> start_columns() { return columns; }
std::span<const std::string_view> event_types() { return types; }
std::span<const std::string_view> sub_event_types() { return sub_types; }

}  // namespace incidentmap
