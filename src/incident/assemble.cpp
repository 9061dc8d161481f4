// SPDX-License-Identifier: MIT
#include "incident/assemble.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/hash.hpp"
#include "core/text.hpp"
#include "geodesy/geodesic.hpp"
#include "incident/agreement.hpp"
#include "incident/disagreement.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

constexpr std::size_t most_companions = 20;

/// The texts of all reports, each once, in their order.
std::string all_texts(const std::vector<Report>& reports, Column column) {
    if (reports.size() == 1) return reports.front()[column];
    std::vector<std::string> texts;
    for (const Report& report : reports) {
        for (std::string& text : split_list(report[column], "|")) {
            if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
        }
    }
    return joined(texts, " | ");
}

/// The text of the first report that has one.
std::string first_text(const std::vector<Report>& reports, Column column) {
    for (const Report& report : reports) {
        if (!report[column].empty()) return report[column];
    }
    return {};
}

/// Claims and who makes them stay paired: `X | Y` according to `A | B`.
void join_claims(const std::vector<Report>& reports, std::string& claims, std::string& claimants) {
    if (reports.size() == 1 && reports.front()[Column::attributed_to].find('|') == std::string::npos) {
        claims = reports.front()[Column::attributed_to];
        claimants = reports.front()[Column::attributed_by];
        if (!claims.empty() && claimants.empty()) claimants = "not stated";
        return;
    }
    std::vector<std::string> who;
    std::vector<std::string> by;
    for (const Report& report : reports) {
        const std::vector<std::string> report_who = split_list(report[Column::attributed_to], "|");
        const std::vector<std::string> report_by = split_list(report[Column::attributed_by], "|");
        for (std::size_t i = 0; i < report_who.size(); ++i) {
            const std::string claimant =
                i < report_by.size() ? report_by[i] : (report_by.size() == 1 ? report_by[0] : "");
            bool known = false;
            for (std::size_t k = 0; k < who.size(); ++k)
                known = known || (who[k] == report_who[i] && by[k] == claimant);
            if (known) continue;
            who.push_back(report_who[i]);
            by.push_back(claimant.empty() ? "not stated" : claimant);
        }
    }
    claims = joined(who, " | ");
    claimants = joined(by, " | ");
}

/// ACLED's types of attack; everything else is another kind of incident. Without a type it counts as an
/// attack.
bool is_attack_type(const std::string& event_type) {
    const std::string type = lower_ascii(event_type);
    return type.empty() || type == "battles" || type == "explosions/remote violence" ||
           type == "violence against civilians";
}

std::vector<std::optional<EventDate>> dates_of(const std::vector<Report>& reports) {
    std::vector<std::optional<EventDate>> dates;
    for (const Report& report : reports) dates.push_back(report.event_date);
    return dates;
}

std::vector<Count> counts_of(const std::vector<Report>& reports, Count Report::*member) {
    std::vector<Count> counts;
    for (const Report& report : reports) counts.push_back(report.*member);
    return counts;
}

/// The places of one report, and how far they speak for it.
struct Account {
    const Report* report = nullptr;
    std::vector<IncidentLocation> places;
    std::string source;   ///< reports of one text are one account, however often it is reprinted
    bool speaks = false;  ///< whether any of its places was found
};

bool agree(const Account& a, const Account& b) {
    const Account& fewer = a.places.size() <= b.places.size() ? a : b;
    const Account& more = a.places.size() <= b.places.size() ? b : a;
    return std::all_of(fewer.places.begin(), fewer.places.end(), [&](const IncidentLocation& place) {
        return !place.location->has_place() ||
               std::any_of(more.places.begin(), more.places.end(), [&](const IncidentLocation& other) {
                   return other.location->has_place() && incidentmap::agree(*place.location, *other.location);
               });
    });
}

/// Points say more than areas, more places more than fewer.
auto detail_of(const Account& account) {
    std::size_t points = 0;
    std::size_t areas = 0;
    for (const IncidentLocation& place : account.places) {
        points += place.location->status == Status::resolved ? 1 : 0;
        areas += place.location->status == Status::coarse ? 1 : 0;
    }
    return std::tuple{points, areas, account.places.size()};
}

std::size_t support_of(const Account& account, const std::vector<Account>& accounts) {
    std::set<std::string> sources;
    for (const Account& other : accounts) {
        if (other.speaks && agree(account, other)) sources.insert(other.source);
    }
    return sources.size();
}

std::string source_words_of(const CheckedReport& checked) {
    std::string words = source_in_words(*checked.source);
    return words.empty() ? "report " + (*checked.report)[Column::report_id] : words;
}

std::vector<Testimony> testimonies_of(const std::vector<CheckedReport>& reports) {
    std::vector<Testimony> testimonies;
    for (const CheckedReport& checked : reports) {
        Testimony testimony{checked.report, source_words_of(checked), {}, {}};
        for (const CheckedPlace& place : checked.places) testimony.locations.push_back(place.location);
        for (const CheckedPlace& place : checked.launches) testimony.launches.push_back(place.location);
        testimonies.push_back(std::move(testimony));
    }
    return testimonies;
}

/// Several accounts of equal weight put it at different places.
Location contested(const std::vector<const Account*>& sides) {
    Location location;
    location.status = Status::ambiguous;
    std::vector<std::string> said;
    const Location& first = *sides.front()->places.front().location;
    double apart_m = 0;
    for (const Account* side : sides) {
        const Location& there = *side->places.front().location;
        location.query += (location.query.empty() ? "" : " | ") + there.query;
        said.push_back(there.name + " (" + side->source + ")");
        apart_m = std::max(apart_m, geodesic(first.likely, there.likely).distance_m);
        location.alternatives.push_back({there.name, there.place_id, there.kind, there.country, there.admin1,
                                         there.admin2, there.likely, there.score.value_or(1),
                                         "According to " + side->source + "."});
    }
    location.reasons.push_back(
        "The reports put it at different places, up to " + distance_for_people(apart_m) +
        " apart, and as many independent sources stand for each: " + joined(said, "; ") + ".");
    location.remedy = "Decide which report is right, or add another independent report.";
    return location;
}

Status best_status(const std::vector<IncidentLocation>& places) {
    Status best = Status::unresolved;
    for (const IncidentLocation& place : places) best = std::min(best, place.location->status);
    return best;
}

}  // namespace

const Location& Assembler::keep(Location location) { return m_kept.emplace_back(std::move(location)); }

void Assembler::find_source(Report& report) {
    std::string& id = report[Column::source_id];
    if (id.empty()) {
        const std::string content = report[Column::publisher] + '\x1F' + report[Column::title] + '\x1F' +
                                    report[Column::published] + '\x1F' + report[Column::url];
        if (content.size() == 3) return;
        id = "s-" + short_hex(hash128(content));
    }
    if (const auto known = m_sources.find(id)) {
        report.source = *known;
        return;
    }
    Source source;
    source.source_id = id;
    source.publisher = report[Column::publisher];
    source.title = report[Column::title];
    source.published = report[Column::published];
    source.url = report[Column::url];
    report.source = m_sources.add(std::move(source));
}

const Source& Assembler::source_of(const Report& report) const {
    static const Source none;
    return report.source == Report::no_source ? none : m_sources.all()[report.source];
}

Query Assembler::query_of(const Report& report, PlaceColumn column, std::size_t index) const {
    if (column == PlaceColumn::place) {
        return {report.places[index], report[Column::country], report[Column::admin1], report[Column::admin2],
                std::nullopt};
    }
    return {report.launch_places[index],
            report[Column::launch_country],
            report[Column::launch_admin1],
            {},
            std::nullopt};
}

/// The points that the reports of the incident name besides: of places that need no company themselves.
std::vector<Companion> Assembler::company_of(const Report& report, const Query& query) {
    std::vector<Companion> company;
    for (const Report& other : *m_reports) {
        const bool same = &other == &report;
        const auto add = [&](const std::string& name, LonLat point) {
            const bool known = std::any_of(company.begin(), company.end(),
                                           [&](const Companion& c) { return c.point == point; });
            if (!known && company.size() < most_companions) company.push_back({name, point, same});
        };
        for (const PlaceColumn column : {PlaceColumn::place, PlaceColumn::launch_place}) {
            const bool is_place = column == PlaceColumn::place;
            const auto& position = is_place ? other.position : other.launch_position;
            if (position && !same) add("the position given", position->position);
            const std::size_t count = is_place ? other.places.size() : other.launch_places.size();
            for (std::size_t i = 0; i < count; ++i) {
                const Query named = query_of(other, column, i);
                if (named.words == query.words) continue;
                const Location& location = m_resolver.resolve(named);
                if (location.status == Status::resolved) add(location.name, location.likely);
            }
        }
    }
    return company;
}

/// What the resolver answers; where it doubts, it is told what else the reports name.
const Location& Assembler::resolve(const Report& report, PlaceColumn column, std::size_t index) {
    Query query = query_of(report, column, index);
    const Location& alone = m_resolver.resolve(query);
    if (alone.status != Status::ambiguous) return alone;
    query.company = company_of(report, query);
    const bool may_decide = std::any_of(query.company.begin(), query.company.end(), [&](const Companion& c) {
        return std::any_of(alone.alternatives.begin(), alone.alternatives.end(), [&](const Match& match) {
            return geodesic(c.point, match.point).distance_m <= company_reach_m;
        });
    });
    return may_decide ? m_resolver.resolve(query) : alone;
}

/// Where one locality of a report is: as a person decided, else as the resolver answers. Where that is in
/// doubt, it is asked.
Decisions::Decided Assembler::find(Incident& incident, const Report& report, PlaceColumn column,
                                   std::size_t index) {
    const bool is_place = column == PlaceColumn::place;
    const std::string& country = report[is_place ? Column::country : Column::launch_country];
    const Location& found = resolve(report, column, index);
    for (const std::string& conflict : found.conflicts) {
        incident.findings.push_back({"words-do-not-fit", Severity::warning, report.file, report.row,
                                     is_place ? "place" : "launch_place",
                                     "in '" + found.query + "', " + conflict, report[Column::incident_id],
                                     found.has_place() ? std::optional{found.likely} : std::nullopt});
    }
    if (!m_decisions.empty()) {
        const auto decided = m_decisions.decide(report[Column::report_id], column, found, country);
        if (decided.location != nullptr) return decided;
    }
    const bool has_position = index == 0 && (is_place ? report.position : report.launch_position).has_value();
    if (!has_position && needs_a_person(found)) incident.questions.push_back({column, &found});
    return {&found, false};
}

namespace {

/// Each part of a cell has its own words, where there are as many.
const std::string& words_or(const std::vector<std::string>& words, std::size_t index,
                            const std::string& place) {
    return index < words.size() ? words[index] : place;
}

/// A position given is that of the first place, unless a decision is about this very report.
void use_position(std::vector<CheckedPlace>& places, const Location& given, const std::string& words) {
    if (places.empty()) {
        places.push_back({&given, nullptr, words});
    } else if (!places.front().decided) {
        places.front().location = &given;
    }
}

}  // namespace

std::vector<IncidentLocation> Assembler::places_of(Incident& incident, CheckedReport& checked) {
    const Report& report = *checked.report;
    const std::vector<std::string> words = split_list(report[Column::place_words], "|");
    for (std::size_t i = 0; i < report.places.size(); ++i) {
        const auto found = find(incident, report, PlaceColumn::place, i);
        checked.places.push_back({found.location, found.location, words_or(words, i, report.places[i]),
                                  i == 0 && found.for_this_report});
    }
    if (report.position) {
        const Location* named = checked.places.empty() ? nullptr : checked.places.front().location;
        use_position(checked.places, keep(m_resolver.locate(*report.position, named)),
                     report[Column::place_words]);
    }
    std::vector<IncidentLocation> places;
    for (const CheckedPlace& place : checked.places) places.push_back({place.location, place.words});
    return places;
}

void Assembler::place(Incident& incident, const std::vector<Report>& reports) {
    std::vector<Account> accounts;
    for (CheckedReport& checked : m_checked) {
        const Report& report = *checked.report;
        Account account;
        account.report = &report;
        account.places = places_of(incident, checked);
        const Source& source = *checked.source;
        account.source = !source.original_source.empty()
                             ? source.original_source
                             : (!source.publisher.empty() ? source.publisher : source.source_id);
        if (account.source.empty()) account.source = "report " + report[Column::report_id];
        account.speaks =
            std::any_of(account.places.begin(), account.places.end(),
                        [](const IncidentLocation& place) { return place.location->has_place(); });
        incident.own_locations.push_back(account.places.empty() ? nullptr : account.places.front().location);
        accounts.push_back(std::move(account));
    }
    const Report* followed = &reports.front();
    std::vector<const Account*> sides;  // the most supported accounts that do not agree with one another
    std::size_t most = 0;
    for (const Account& account : accounts) {
        if (!account.speaks) continue;
        const std::size_t support = accounts.size() == 1 ? 1 : support_of(account, accounts);
        if (support > most) {
            most = support;
            sides.clear();
        }
        if (support < most) continue;
        const auto same = std::find_if(sides.begin(), sides.end(),
                                       [&](const Account* side) { return agree(*side, account); });
        if (same == sides.end()) {
            sides.push_back(&account);
        } else if (detail_of(account) > detail_of(**same)) {
            *same = &account;
        }
    }
    if (sides.size() == 1) {
        incident.locations = sides.front()->places;
        followed = sides.front()->report;
    } else if (sides.size() > 1) {
        incident.locations = {{&keep(contested(sides)), all_texts(reports, Column::place_words)}};
    } else {
        // Nobody's place was found: the words of the first report that has any.
        const auto first = std::find_if(accounts.begin(), accounts.end(),
                                        [](const Account& account) { return !account.places.empty(); });
        if (first != accounts.end()) incident.locations = first->places;
    }
    if (incident.locations.empty()) incident.locations.push_back({&m_resolver.resolve({}), {}});
    incident.status = best_status(incident.locations);
    const bool mapped = incident.status == Status::resolved || incident.status == Status::coarse;
    for (const IncidentLocation& place : incident.locations) {
        if (!mapped || place.location->status == incident.status) continue;
        const Location& location = *place.location;
        incident.findings.push_back(
            {"place-not-drawn", Severity::warning, followed->file, followed->row, "place",
             "of several places, '" + location.query +
                 (location.has_place()
                      ? "' is known as an area only, and not drawn beside the points of the others"
                      : std::string("' is ") + to_string(location.status) +
                            " and not drawn with the others. " + reasons_text(location)),
             incident.id, std::nullopt});
    }
    if (mapped)
        std::erase_if(incident.locations, [&](const IncidentLocation& place) {
            return place.location->status != incident.status;
        });
}

std::vector<LaunchSite> Assembler::launches_of(Incident& incident, CheckedReport& checked) {
    const Report& report = *checked.report;
    const std::vector<std::string> words = split_list(report[Column::launch_words], "|");
    for (std::size_t i = 0; i < report.launch_places.size(); ++i) {
        const auto found = find(incident, report, PlaceColumn::launch_place, i);
        checked.launches.push_back({found.location, found.location,
                                    words_or(words, i, report.launch_places[i]),
                                    i == 0 && found.for_this_report});
    }
    if (report.launch_position) {
        const Location* named = checked.launches.empty() ? nullptr : checked.launches.front().location;
        use_position(checked.launches, keep(m_resolver.locate(*report.launch_position, named)),
                     report[Column::launch_words]);
    }
    const std::string said_by =
        report[Column::launch_said_by].empty() ? "the report" : report[Column::launch_said_by];
    std::vector<LaunchSite> launches;
    for (const CheckedPlace& place : checked.launches)
        launches.push_back({place.location, place.words, said_by, report[Column::launch_disputed_by]});
    return launches;
}

void Assembler::launch(Incident& incident) {
    for (CheckedReport& checked : m_checked) {
        const Report& report = *checked.report;
        for (LaunchSite& launch : launches_of(incident, checked)) {
            if (!launch.location->has_place()) {
                incident.findings.push_back(
                    {"launch-place-not-found",
                     launch.location->decided_by.empty() ? Severity::warning : Severity::note, report.file,
                     report.row, "launch_place",
                     "the launch place '" + launch.location->query + "' is " +
                         to_string(launch.location->status) + " and not drawn. " +
                         reasons_text(*launch.location) + " " + launch.location->remedy,
                     incident.id, std::nullopt});
                continue;
            }
            const auto same = std::find_if(incident.launches.begin(), incident.launches.end(),
                                           [&](const LaunchSite& known) {
                                               return known.location == launch.location ||
                                                      (!known.location->place_id.empty() &&
                                                       known.location->place_id == launch.location->place_id);
                                           });
            if (same == incident.launches.end()) {
                incident.launches.push_back(std::move(launch));
                continue;
            }
            if (same->said_by.find(launch.said_by) == std::string::npos)
                same->said_by += " | " + launch.said_by;
            if (same->disputed_by.empty()) same->disputed_by = launch.disputed_by;
        }
    }
}

void Assembler::measure_all(Incident& incident) {
    for (std::size_t from = 0; from < incident.launches.size(); ++from) {
        for (std::size_t to = 0; to < incident.locations.size(); ++to) {
            const Location& launch = *incident.launches[from].location;
            const Location& target = *incident.locations[to].location;
            if (!target.has_place()) continue;
            const auto& measured = m_measures.get(
                launch, &target, [&] { return std::make_shared<const Measure>(measure(launch, target)); });
            incident.measures.push_back({from, to, measured});
        }
    }
}

void Assembler::tell_sources(Incident& incident, const std::vector<Report>& reports) const {
    std::vector<std::string> names;
    std::vector<std::string> urls;
    std::set<std::size_t> seen;
    for (const Report& report : reports) {
        if (report.source == Report::no_source || !seen.insert(report.source).second) continue;
        const Source& source = source_of(report);
        names.push_back(source_in_words(source));
        urls.push_back(source.url);
    }
    incident.source_names = joined(names, " | ");
    incident.source_urls =
        std::all_of(urls.begin(), urls.end(), [](const std::string& url) { return url.empty(); })
            ? ""
            : joined(urls, " | ");
}

Incident Assembler::assemble(const std::vector<Report>& reports) {
    m_kept.clear();
    m_checked.clear();
    for (const Report& report : reports) m_checked.push_back({&report, &source_of(report), {}, {}});
    m_reports = &reports;
    Incident incident;
    incident.id = reports.front()[Column::incident_id];
    incident.report_count = reports.size();
    for (const Report& report : reports)
        incident.findings.insert(incident.findings.end(), report.findings.begin(), report.findings.end());
    incident.date = common_date(dates_of(reports));
    incident.event_type = first_text(reports, Column::event_type);
    incident.sub_event_type = first_text(reports, Column::sub_event_type);
    incident.is_attack = is_attack_type(incident.event_type);
    incident.weapon = all_texts(reports, Column::weapon);
    incident.weapon_count = common_count(counts_of(reports, &Report::weapon_count));
    incident.killed = common_count(counts_of(reports, &Report::killed));
    incident.injured = common_count(counts_of(reports, &Report::injured));
    incident.damage = all_texts(reports, Column::damage);
    join_claims(reports, incident.attributed_to, incident.attributed_by);
    incident.claimed_by = all_texts(reports, Column::claimed_by);
    incident.denied_by = all_texts(reports, Column::denied_by);
    incident.notes = all_texts(reports, Column::notes);
    incident.extra = reports.front().extra;
    place(incident, reports);
    launch(incident);
    measure_all(incident);
    tell_sources(incident, reports);
    if (reports.size() > 1) incident.disagreements = disagreements_among(testimonies_of(m_checked));
    m_checks.check(incident, m_checked);
    return incident;
}

}  // namespace incidentmap
