// SPDX-License-Identifier: MIT
#include "incident/assemble.hpp"

#include <algorithm>
#include <set>

#include "core/hash.hpp"
#include "core/text.hpp"
#include "geodesy/geodesic.hpp"
#include "incident/agreement.hpp"
#include "incident/disagreement.hpp"
#include "incident/reported_places.hpp"
#include "locate/reasons.hpp"
#include "report/event_kind.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

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

void combine_texts(Incident& incident, const std::vector<Report>& reports) {
    for (std::size_t i = 0; i < report_column_count; ++i) {
        const auto column = static_cast<Column>(i);
        if (report_columns()[i].combined == Combined::first) incident[column] = first_text(reports, column);
        if (report_columns()[i].combined == Combined::each) incident[column] = all_texts(reports, column);
    }
    join_claims(reports, incident[Column::attributed_to], incident[Column::attributed_by]);
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

/// Whether a report may name more sources than one.
bool has_lists(const Report& report) {
    constexpr Column lists[] = {Column::source_id, Column::publisher, Column::published, Column::url};
    return std::any_of(std::begin(lists), std::end(lists),
                       [&](Column column) { return report[column].find('|') != std::string::npos; });
}

}  // namespace

const Location& Assembler::keep(Location location) { return m_kept.emplace_back(std::move(location)); }

/// The sources that a report names: one, or those of lists that have as many parts.
std::vector<Source> Assembler::sources_of(const Report& report) {
    if (!has_lists(report))
        return {{report[Column::source_id],
                 report[Column::publisher],
                 report[Column::title],
                 {},
                 report[Column::published],
                 report[Column::url],
                 {},
                 {},
                 {},
                 {}}};
    const std::vector<std::string> ids = split_list(report[Column::source_id], "|");
    const std::vector<std::string> publishers = split_list(report[Column::publisher], "|");
    const std::vector<std::string> titles = split_list(report[Column::title], "|");
    const std::vector<std::string> days = split_list(report[Column::published], "|");
    const std::vector<std::string> urls = split_list(report[Column::url], "|");
    const std::size_t count = std::max({ids.size(), publishers.size(), urls.size(), std::size_t{1}});
    // A list of another length belongs to none of the others by itself: it stays with the first.
    const auto part = [&](const std::vector<std::string>& list, Column column, std::size_t i) {
        if (list.size() == count) return list[i];
        return i == 0 ? report[column] : std::string{};
    };
    std::vector<Source> sources;
    for (std::size_t i = 0; i < count; ++i) {
        sources.push_back({part(ids, Column::source_id, i),
                           part(publishers, Column::publisher, i),
                           part(titles, Column::title, i),
                           {},
                           part(days, Column::published, i),
                           part(urls, Column::url, i),
                           {},
                           {},
                           {},
                           {}});
    }
    return sources;
}

std::size_t Assembler::index_of(Source source) {
    if (source.source_id.empty()) {
        const std::string content =
            source.publisher + '\x1F' + source.title + '\x1F' + source.published + '\x1F' + source.url;
        if (content.size() == 3) return Report::no_source;
        source.source_id = "s-" + short_hex(hash128(content));
    }
    if (const auto known = m_sources.find(source.source_id)) return *known;
    return m_sources.add(std::move(source));
}

void Assembler::find_source(Report& report) {
    report.source = Report::no_source;
    report.further_sources.clear();
    if (!has_lists(report)) {
        // Most reports name one that another named before.
        if (const auto known = m_sources.find(report[Column::source_id])) {
            report.source = *known;
            report.further_source_ids.clear();
            return;
        }
    }
    std::vector<std::string> ids;
    for (Source& source : sources_of(report)) {
        const std::size_t index = index_of(std::move(source));
        if (index == Report::no_source) continue;
        const bool is_known =
            report.source == index || std::find(report.further_sources.begin(), report.further_sources.end(),
                                                index) != report.further_sources.end();
        if (is_known) continue;
        if (report.source == Report::no_source) {
            report.source = index;
        } else {
            report.further_sources.push_back(index);
        }
        ids.push_back(m_sources.all()[index].source_id);
    }
    report[Column::source_id] = ids.empty() ? "" : ids.front();
    if (!ids.empty()) ids.erase(ids.begin());
    report.further_source_ids = joined(ids, " | ");
}

const Source& Assembler::source_of(const Report& report) const {
    static const Source none;
    return report.source == Report::no_source ? none : m_sources.all()[report.source];
}

void Assembler::place(Incident& incident, const std::vector<Report>& reports) {
    std::vector<ReportedPlaces> accounts;
    for (CheckedReport& checked : m_checked) {
        const Report& report = *checked.report;
        ReportedPlaces account;
        account.report = &report;
        for (const CheckedPlace& place : checked.places)
            account.places.push_back({place.location, place.words});
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
    std::vector<const ReportedPlaces*>
        sides;  // the most supported accounts that do not agree with one another
    std::size_t most = 0;
    std::vector<std::size_t> numbers;  // of the sides, among the accounts
    Agreements agreements(accounts);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const ReportedPlaces& account = accounts[i];
        if (!account.speaks) continue;
        const std::size_t support = accounts.size() == 1 ? 1 : agreements.support(i);
        if (support > most) {
            most = support;
            sides.clear();
            numbers.clear();
        }
        if (support < most) continue;
        const auto same = std::find_if(numbers.begin(), numbers.end(),
                                       [&](std::size_t side) { return agreements.agree(side, i); });
        if (same == numbers.end()) {
            sides.push_back(&account);
            numbers.push_back(i);
        } else if (detail_of(account) > detail_of(accounts[*same])) {
            sides[static_cast<std::size_t>(same - numbers.begin())] = &account;
            *same = i;
        }
    }
    if (sides.size() == 1) {
        incident.locations = sides.front()->places;
        followed = sides.front()->report;
    } else if (sides.size() > 1) {
        incident.locations = {{&keep(contested(sides)), all_texts(reports, Column::place_words)}};
    } else {
        // Nobody's place was found: the words of the first report that has any.
        const auto first = std::find_if(accounts.begin(), accounts.end(), [](const ReportedPlaces& account) {
            return !account.places.empty();
        });
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

void Assembler::launch(Incident& incident) {
    for (CheckedReport& checked : m_checked) {
        const Report& report = *checked.report;
        const std::string said_by =
            report[Column::launch_said_by].empty() ? "the report" : report[Column::launch_said_by];
        for (const CheckedPlace& place : checked.launches) {
            LaunchSite launch{place.location, place.words, said_by, report[Column::launch_disputed_by]};
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
    const std::size_t all = incident.launches.size() * incident.locations.size();
    if (all > most_pairs && incident.locations.front().location->has_place())
        incident.findings.push_back(
            {"too-many-pairs", Severity::warning, m_checked.front().report->file,
             m_checked.front().report->row, "launch_place",
             "of the " + std::to_string(all) + " distances between launch places and places hit, the first " +
                 std::to_string(most_pairs) + " are measured. Check that each row is one incident",
             incident.id, std::nullopt});
    for (std::size_t from = 0; from < incident.launches.size(); ++from) {
        for (std::size_t to = 0; to < incident.locations.size(); ++to) {
            const Location& launch = *incident.launches[from].location;
            const Location& target = *incident.locations[to].location;
            if (!target.has_place()) continue;
            if (incident.measures.size() == most_pairs) return;
            const auto& measured = m_measures.get(launch, &target, [&] {
                const auto& elsewhere = m_resolver.shared();
                auto known = !elsewhere ? nullptr : elsewhere->measure(launch, target);
                return known ? known : std::make_shared<const Measure>(measure(launch, target));
            });
            incident.measures.push_back({from, to, measured});
        }
    }
}

void Assembler::tell_sources(Incident& incident, const std::vector<Report>& reports) const {
    std::vector<std::string> names;
    std::vector<std::string> urls;
    std::set<std::size_t> seen;
    const auto tell = [&](std::size_t index) {
        if (index == Report::no_source || !seen.insert(index).second) return;
        const Source& source = m_sources.all()[index];
        names.push_back(source_in_words(source));
        urls.push_back(source.url);
    };
    for (const Report& report : reports) {
        tell(report.source);
        for (const std::size_t index : report.further_sources) tell(index);
    }
    incident.source_names = joined(names, " | ");
    incident.source_urls =
        std::all_of(urls.begin(), urls.end(), [](const std::string& url) { return url.empty(); })
            ? ""
            : joined(urls, " | ");
}

/// The report's places, and what is to be told and asked about them.
void Assembler::locate(Incident& incident, const Report& report, const std::vector<Report>& reports) {
    LocatedReport located = m_locator.locate(report, reports);
    std::move(located.findings.begin(), located.findings.end(), std::back_inserter(incident.findings));
    std::move(located.questions.begin(), located.questions.end(), std::back_inserter(incident.questions));
    m_checked.push_back(
        {&report, &source_of(report), std::move(located.places), std::move(located.launches)});
}

Incident Assembler::assemble(const std::vector<Report>& reports) {
    m_kept.clear();
    m_checked.clear();
    m_locator.forget_positions();
    Incident incident;
    incident.id = reports.front()[Column::incident_id];
    incident.report_count = reports.size();
    incident.is_draft =
        std::all_of(reports.begin(), reports.end(), [](const Report& report) { return report.is_draft; });
    for (const Report& report : reports)
        incident.findings.insert(incident.findings.end(), report.findings.begin(), report.findings.end());
    for (const Report& report : reports) locate(incident, report, reports);
    incident.date = common_date(dates_of(reports));
    combine_texts(incident, reports);
    if (const auto kind = event_kind(incident[Column::event_type])) {
        // The report's own words stay in the table of reports.
        incident[Column::event_type] = kind->type;
        if (incident[Column::sub_event_type].empty()) incident[Column::sub_event_type] = kind->sub_type;
    }
    incident.is_attack = is_attack(incident[Column::event_type]);
    incident.weapon_count = common_count(counts_of(reports, &Report::weapon_count));
    incident.killed = common_count(counts_of(reports, &Report::killed));
    incident.injured = common_count(counts_of(reports, &Report::injured));
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
