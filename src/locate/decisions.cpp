// SPDX-License-Identifier: MIT
#include "locate/decisions.hpp"

#include <algorithm>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/decided_position.hpp"
#include "locate/reasons.hpp"
#include "locate/resolver.hpp"

namespace incidentmap {
namespace {

/// Serials of decided locations: above all that a resolver gives.
constexpr std::uint64_t first_serial = std::uint64_t{1} << 63;

std::string key_of(const std::string& report_id, PlaceColumn column, const std::string& words) {
    return std::string(to_string(column)) + '\x1F' + report_id + '\x1F' + words;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() < 6 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What a decision could not be used for, or the location that it names.
struct Problem {
    std::string code;
    std::string sentence;
};
using Read = std::variant<Location, Problem>;

std::string place_in_words(const Location& location) {
    std::string text = location.name;
    for (const std::string& part :
         {location.admin1 == location.name ? std::string{} : location.admin1,
          location.kind == "country" ? std::string{} : country_name(location.country)}) {
        if (!part.empty()) text += ", " + part;
    }
    return location.place_id.empty() ? text : text + " [" + location.place_id + "]";
}

Read place_of_id(const std::string& id, const std::string& as_written, Resolver& resolver) {
    const Location& place = resolver.resolve({id, {}, {}, {}, std::nullopt, true});
    if (place.has_place()) {
        Location location = place;
        location.reasons = {as_written + place_in_words(place) + "."};
        if (place.status == Status::coarse)
            location.reasons.push_back("It is a " + place.kind + ": known as an area, not as a point.");
        return location;
    }
    if (place.alternatives.empty()) {
        return Problem{
            "decision-unknown-place",
            "no gazetteer loaded has the place id '" + id +
                "'. Load the gazetteer that has it (-g FILE), or give latitude, longitude and a radius"};
    }
    return Problem{"decision-unreadable", reasons_text(place) + " " + place.remedy};
}

Read candidate_of(const DecisionRow& row, Resolver& resolver) {
    if (const auto id = candidate_id(row.candidates, row.decision)) {
        return place_of_id(*id, "It is candidate " + row.decision + ", ", resolver);
    }
    const std::size_t count = candidate_count(row.candidates);
    return Problem{
        "decision-unreadable",
        "decision '" + row.decision + "' is no candidate of this row; " +
            (count == 0 ? std::string("it lists none") : "it lists 1 to " + std::to_string(count)) +
            ". Give a number that stands in candidates, a place id, a position, another locality, or none"};
}

Read locality_of(const DecisionRow& row, Resolver& resolver) {
    const Location& found = resolver.resolve({row.decision, {}, {}, {}, std::nullopt});
    if (!found.has_place()) {
        return Problem{"decision-unreadable", "decision '" + shortened(row.decision, 200) + "' is itself " +
                                                  to_string(found.status) + ": " + reasons_text(found) + " " +
                                                  found.remedy};
    }
    Location location = found;
    location.reasons.insert(location.reasons.begin(), "It is \"" + row.decision + "\".");
    return location;
}

Location not_to_be_mapped(const DecisionRow& row, const std::string& file) {
    Location location;
    location.reasons.push_back("It is not to be mapped.");
    location.remedy = "Change the decision in " + file + ", row " + std::to_string(row.row) + ".";
    return location;
}

/// A point that was moved, or found, close to the place that its words name stays that place.
Location at_position(const GivenPosition& given, const DecisionRow& row, Resolver& resolver) {
    constexpr double still_there_m = 25'000;
    Location location = resolver.locate(given, nullptr);
    location.reasons.front().replace(0, std::string_view("The report").size(), "The decision");
    const auto is_there = [&](LonLat point, double uncertainty_m) {
        return geodesic(point, given.position).distance_m <= still_there_m + uncertainty_m;
    };
    const Location& named = resolver.resolve({row.words, {}, {}, {}, std::nullopt});
    const auto keep = [&](const auto& place) {
        location.name = place.name;
        location.place_id = place.place_id;
        location.kind = place.kind;
        location.country = place.country;
        location.admin1 = place.admin1;
        location.admin2 = place.admin2;
        location.reasons.push_back("It is " + place.name +
                                   " still: its words name that place, which lies there.");
    };
    if (named.status == Status::resolved && is_there(named.likely, named.uncertainty_m)) {
        keep(named);
        location.gazetteer = named.gazetteer;
        location.extent_m = named.extent_m;
        location.accuracy_m = named.accuracy_m;
        location.place_source = named.place_source;
        return location;
    }
    // Of several places that the words fit, the one that lies there alone.
    const Match* there = nullptr;
    for (const Match& match : named.alternatives) {
        if (named.status != Status::ambiguous || !is_there(match.point, 0)) continue;
        if (there != nullptr) return location;
        there = &match;
    }
    if (there != nullptr) keep(*there);
    return location;
}

Read read_decision(const DecisionRow& row, const std::string& file, Resolver& resolver) {
    if (lower_ascii(row.decision) == "none") return not_to_be_mapped(row, file);
    if (is_number(row.decision)) return candidate_of(row, resolver);
    if (const auto read = read_decided_position(row.decision)) {
        if (const auto* why = std::get_if<std::string>(&*read)) return Problem{"decision-unreadable", *why};
        return at_position(std::get<GivenPosition>(*read), row, resolver);
    }
    Read place = place_of_id(row.decision, "It is ", resolver);
    const auto* problem = std::get_if<Problem>(&place);
    if (is_like_place_id(row.decision) || problem == nullptr || problem->code != "decision-unknown-place")
        return place;
    return locality_of(row, resolver);
}

std::string with_stop(std::string text) {
    if (!text.empty() && text.back() != '.' && text.back() != '!' && text.back() != '?') text += '.';
    return text;
}

bool is_same_place(const Location& a, const Location& b) {
    if (a.has_place() != b.has_place()) return false;
    if (!a.place_id.empty() && a.place_id == b.place_id) return true;
    return geodesic(a.likely, b.likely).distance_m <= a.uncertainty_m + b.uncertainty_m;
}

std::string counted(std::int64_t count) {
    return count == 1 ? "1 report" : std::to_string(count) + " reports";
}

}  // namespace

Decisions::Decisions(const DecisionTable& table, Resolver& resolver, DateOrder dates)
    : m_file(table.name()), m_findings(table.findings()) {
    for (const DecisionRow& row : table.rows()) {
        if (!row.decision.empty()) add(row, resolver, dates);
    }
}

void Decisions::tell(std::string code, Severity severity, const DecisionRow& row, std::string column,
                     std::string sentence) {
    m_findings.push_back({std::move(code),
                          severity,
                          m_file,
                          row.row,
                          std::move(column),
                          std::move(sentence),
                          {},
                          std::nullopt});
}

/// `Decided by NAME on DATE: WHY (SOURCE).`, with what of it is stated.
std::string Decisions::decided_in_words(const DecisionRow& row, DateOrder dates) {
    std::string text =
        row.decided_by.empty() ? "Decided (by whom is not stated)" : "Decided by " + row.decided_by;
    if (row.decided_by.empty()) {
        tell("decision-unsigned", Severity::note, row, "decided_by",
             "the decision '" + row.decision + "' does not say whose it is; fill decided_by");
    }
    if (!row.decided_on.empty()) {
        const ReadDate date = read_date(row.decided_on, dates);
        if (const auto* why = std::get_if<std::string>(&date)) {
            tell("decision-date-unreadable", Severity::warning, row, "decided_on",
                 *why + ". The decision is used, without its date");
        } else {
            text += " on " + to_edtf(std::get<EventDate>(date));
        }
    }
    std::string why = row.decided_why;
    if (!row.decided_source.empty()) why += (why.empty() ? "(" : " (") + row.decided_source + ")";
    return with_stop(why.empty() ? text : text + ": " + why);
}

void Decisions::add(const DecisionRow& row, Resolver& resolver, DateOrder dates) {
    const auto column = place_column(row.column);
    if (!column) {
        return tell("decision-unknown-column", Severity::warning, row, "column",
                    "column '" + shortened(row.column, 100) +
                        "' is none that can be decided; write place or launch_place");
    }
    if (row.words.empty()) {
        return tell(
            "decision-without-words", Severity::warning, row, "words",
            "the decision '" + row.decision + "' does not say about which words; copy them from the report");
    }
    Read read = read_decision(row, m_file, resolver);
    if (const auto* problem = std::get_if<Problem>(&read))
        return tell(problem->code, Severity::warning, row, "decision", problem->sentence);
    auto& location = std::get<Location>(read);
    location.reasons.insert(location.reasons.begin(), decided_in_words(row, dates));
    location.decided_by = row.decided_by.empty() ? "not stated" : row.decided_by;
    if (location.method == Method::place_name) location.anchor_id = location.place_id;
    location.method = Method::decision;
    location.query = row.words;
    if (!row.name.empty() && location.has_place()) location.name = in_one_line(row.name);
    location.score.reset();
    location.alternatives.clear();
    location.serial = first_serial + m_decisions.size();
    const auto [at, is_new] =
        m_by_key.try_emplace(key_of(row.report_id, *column, row.words), m_decisions.size());
    if (!is_new) {
        const DecisionRow& earlier = m_decisions[at->second].row;
        if (earlier.decision != row.decision) {
            tell("decision-twice", Severity::warning, row, "decision",
                 "row " + std::to_string(earlier.row) + " decides the same words otherwise ('" +
                     shortened(earlier.decision, 100) + "'); this later row, '" +
                     shortened(row.decision, 100) + "', is used. Empty the decision of one");
        }
        m_decisions[at->second] = {row, std::move(location)};
        return;
    }
    m_decisions.push_back({row, std::move(location)});
}

Decisions::Decision* Decisions::find(const std::string& report_id, PlaceColumn column,
                                     const std::string& words) {
    const auto found = m_by_key.find(key_of(report_id, column, words));
    if (found == m_by_key.end()) return nullptr;
    m_decisions[found->second].met = true;
    return &m_decisions[found->second];
}

bool Decisions::may_be_about(const Report& report) const {
    const auto is_decided = [&](PlaceColumn column, const std::string& locality) {
        const std::string words = in_one_line(locality);
        return m_by_key.contains(key_of({}, column, words)) ||
               m_by_key.contains(key_of(report[ReportColumn::report_id], column, words));
    };
    return std::any_of(report.places.begin(), report.places.end(),
                       [&](const std::string& place) { return is_decided(PlaceColumn::place, place); }) ||
           std::any_of(
               report.launch_places.begin(), report.launch_places.end(),
               [&](const std::string& place) { return is_decided(PlaceColumn::launch_place, place); });
}

Decisions::Decided Decisions::decide(const std::string& report_id, PlaceColumn column, const Location& found,
                                     const std::string& stated_country) {
    if (m_decisions.empty()) return {};
    const std::string words = in_one_line(found.query);
    Decision* for_words = find({}, column, words);
    Decision* for_report = report_id.empty() ? nullptr : find(report_id, column, words);
    Decision* decision = for_report != nullptr ? for_report : for_words;
    if (decision == nullptr) return {};
    const Location& location = decision->location;
    // The area that is stated, drawn where nothing closer is found, is no answer to the words.
    const bool answers = found.status == Status::resolved || (found.has_place() && found.score);
    if (answers && !is_same_place(found, location)) {
        if (decision->otherwise++ == 0) decision->other_place = place_in_words(found);
    }
    const std::string stated = country_code(stated_country);
    if (!stated.empty() && !location.country.empty() && location.country != stated) {
        if (decision->in_other_country++ == 0) decision->other_country = country_name(stated);
    }
    return {&location, for_report != nullptr};
}

std::vector<Decisions::Used> Decisions::used() const {
    std::vector<Used> used;
    for (const Decision& decision : m_decisions) {
        if (decision.met) used.push_back({decision.row, decision.location});
    }
    return used;
}

std::vector<Finding> Decisions::findings_of_use() const {
    std::vector<Finding> findings;
    for (const Decision& decision : m_decisions) {
        const DecisionRow& row = decision.row;
        const auto add = [&](const char* code, Severity severity, const char* column, std::string sentence) {
            const bool is_point = decision.location.status == Status::resolved;
            findings.push_back({code,
                                severity,
                                m_file,
                                row.row,
                                column,
                                std::move(sentence),
                                {},
                                is_point ? std::optional(decision.location.likely) : std::nullopt});
        };
        const std::string words = "'" + shortened(row.words, 200) + "'";
        if (!decision.met) {
            add("decision-unused", Severity::warning, "words",
                "no report" +
                    (row.report_id.empty() ? ""
                                           : " with the report_id '" + shortened(row.report_id, 100) + "'") +
                    " has the words " + words + " as its " + row.column + ", so the decision '" +
                    shortened(row.decision, 100) +
                    "' was not used. Correct words, column or report_id, or empty the decision");
        }
        if (decision.otherwise > 0) {
            add("decision-differs", Severity::note, "decision",
                "without the decision '" + shortened(row.decision, 100) + "' the words " + words +
                    " would be " + decision.other_place + " in " + counted(decision.otherwise) +
                    ". If the decision still holds, nothing need be done");
        }
        if (decision.in_other_country > 0) {
            add("decision-in-other-country", Severity::warning, "decision",
                "the decision '" + shortened(row.decision, 100) + "' puts " + words + " in " +
                    country_name(decision.location.country) + ", and " + counted(decision.in_other_country) +
                    " that has these words states " + decision.other_country +
                    ". Decide those by report_id, or correct the country");
        }
    }
    return findings;
}

}  // namespace incidentmap
