// SPDX-License-Identifier: MIT
#include "cli/explain/account.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "cli/explain/account_parts.hpp"
#include "core/text.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

/// A line of a column that is not empty, under its title for people.
void add_column(AccountBlock& block, const StoredRow& row, LayerId layer, std::string_view column,
                bool is_quote = false) {
    const std::string text = row.text(column);
    if (!text.empty()) block.lines.push_back({title_of(layer, column), text, is_quote});
}

void add(AccountBlock& block, std::string label, std::string text) {
    if (!text.empty()) block.lines.push_back({std::move(label), std::move(text)});
}

AccountSection what_is_told(const Explanation& explanation) {
    AccountSection section{"What is told", {}, {}};
    if (explanation.reports.size() > 1) {
        section.note =
            "Put together from " + std::to_string(explanation.reports.size()) +
            " reports. Where they differ, the least and the greatest are kept; who says what stands "
            "under the reports, and what they differ in under disagreements.";
    }
    AccountBlock block;
    const StoredRow& row = explanation.incident();
    for (const char* column : {"event_date", "event_type", "sub_event_type", "weapon", "weapon_count_text"})
        add_column(block, row, LayerId::attacks, column);
    for (const char* who : {"killed", "injured"}) {
        add(block, title_of(LayerId::reports, who),
            count_in_words(row.text(std::string(who) + "_low"), row.text(std::string(who) + "_best"),
                           row.text(std::string(who) + "_high")));
    }
    add_column(block, row, LayerId::attacks, "damage");
    section.blocks.push_back(std::move(block));
    return section;
}

void add_source(AccountBlock& block, const StoredRow& source) {
    for (const char* column : {"title", "publisher", "author", "published", "language", "original_source"})
        add_column(block, source, LayerId::sources, column);
    if (source.text("url").empty()) add(block, title_of(LayerId::sources, "url"), "not stated");
    for (const char* column : {"url", "archived_url"}) {
        add_column(block, source, LayerId::sources, column);
        if (!source.text(column).empty()) block.lines.back().is_link = true;
    }
    add_column(block, source, LayerId::sources, "archived_at");
}

AccountSection the_reports(const Explanation& explanation) {
    AccountSection section{
        "The reports, in their own words", "What stands in quotation marks is the input's, unaltered.", {}};
    for (const ExplainedReport& report : explanation.reports) {
        AccountBlock block{"Report " + report.row.text("report_id"), {}};
        if (report.source) {
            add_source(block, *report.source);
            for (const StoredRow& source : report.further_sources) add_source(block, source);
        } else {
            add(block, "Source", "not stated");
        }
        const std::string row = report.row.text("input_row");
        add(block, "Stands in",
            report.row.text("input_file") + (row.empty() ? std::string{} : ", row " + row));
        for (const std::string& column : own_columns(report.row))
            add_column(block, report.row, LayerId::reports, column, true);
        section.blocks.push_back(std::move(block));
    }
    return section;
}

AccountBlock where(const ExplainedPlace& place) {
    const StoredRow& row = place.row;
    const bool is_mapped = place.layer != LayerId::not_mapped;
    const std::string name = row.text(is_mapped ? "location" : "place");
    AccountBlock block{place.layer == LayerId::launch_sites ? "Launch place: " + name
                                                            : "Place " + row.text("location_no") + " of " +
                                                                  row.text("location_count") + ": " + name,
                       {}};
    add(block, title_of(place.layer, "status"),
        row.text("status") + ": " + meaning_of("status", row.text("status")));
    add_column(block, row, place.layer, "place_words", true);
    if (is_mapped) {
        add(block, "Lies in", region_of(row));
        add(block, "Position",
            row.text("latitude").empty()
                ? "not given: all that is known is the area, and it is drawn as that area"
                : position_in_words(row) + " (WGS 84), the likely point");
    }
    add_column(block, row, place.layer, "place_id");
    add_column(block, row, place.layer, "because");
    add_column(block, row, place.layer, "decided_by");
    if (const std::string score = row.text("match_score"); !score.empty())
        add(block, "Match score",
            score +
                ", of 1: how sure it is that the name means this place; not that anything happened there");
    for (const char* scheme : {"geo_precision", "where_prec"}) {
        if (const std::string code = row.text(scheme); !code.empty())
            add(block, title_of(place.layer, scheme), code + ": " + meaning_of(scheme, code));
    }
    add_column(block, row, LayerId::not_mapped, "candidates");
    add_column(block, row, LayerId::not_mapped, "remedy");
    return block;
}

std::string outcome(const ExplainedLocality& locality) {
    switch (locality.taken_from) {
        case TakenFrom::coordinates:
            return "the coordinates that the report gives; they go before its words";
        case TakenFrom::decision:
            return "the decision of a person";
        case TakenFrom::look_up:
            return "what the look-up of these words came to";
        default:
            return "nothing: the report names no place";
    }
}

std::string answer_in_words(const Location& answer) {
    std::string text = to_string(answer.status);
    if (answer.has_place()) text += ": " + location_in_words(answer);
    return text;
}

AccountBlock looked_up(const ExplainedReport& report, const ExplainedLocality& locality) {
    const bool is_place = locality.column == PlaceColumn::place;
    AccountBlock block{
        std::string(is_place ? "Place" : "Launch place") + " of report " + report.row.text("report_id"), {}};
    if (!locality.own_words.empty()) block.lines.push_back({"Its words", locality.own_words, true});
    if (!locality.words.empty()) {
        block.lines.push_back({"Looked up", locality.words, true});
        std::vector<std::string> stated;
        for (const std::string* part :
             {&locality.stated_admin2, &locality.stated_admin1, &locality.stated_country}) {
            if (!part->empty()) stated.push_back(*part);
        }
        add(block, "Stated to be in", joined(stated, ", "));
    }
    if (locality.answer) {
        add(block, "Came to", answer_in_words(*locality.answer));
        add(block, "Because", reasons_text(*locality.answer));
        add(block, "What would mend it", locality.answer->remedy);
        for (const std::string& conflict : locality.answer->conflicts) add(block, "Does not fit", conflict);
    } else if (!locality.words.empty()) {
        add(block, "Came to", "the answer is not in this file");
    }
    add(block, "Used", outcome(locality));
    if (locality.taken_from == TakenFrom::decision && locality.decided) {
        add(block, "Decided", answer_in_words(*locality.decided));
        add(block, "Because", reasons_text(*locality.decided));
    }
    add(block, "Gazetteers asked", locality.gazetteers);
    return block;
}

AccountSection where_and_why(const Explanation& explanation) {
    AccountSection section{
        "Where it is put, and why",
        "First each place of the incident and each launch place, then what each report's words were "
        "taken for.",
        {}};
    if (explanation.reports.size() > 1)
        section.note +=
            " Of several reports, the place is the one that most independent sources agree on: a reprint "
            "counts once, with its original, and an area agrees with what lies in it.";
    for (const auto* places : {&explanation.places, &explanation.launch_places}) {
        for (const ExplainedPlace& place : *places) section.blocks.push_back(where(place));
    }
    for (const ExplainedReport& report : explanation.reports) {
        for (const ExplainedLocality& locality : report.localities)
            section.blocks.push_back(looked_up(report, locality));
    }
    return section;
}

AccountSection set_aside(const Explanation& explanation) {
    AccountSection section{"Matches that were set aside, and why", {}, {}};
    std::set<std::string> told;
    for (const ExplainedReport& report : explanation.reports) {
        for (const ExplainedLocality& locality : report.localities) {
            if (!locality.answer || locality.answer->alternatives.empty()) continue;
            if (!told.insert(locality.words + '\x1F' + locality.stated_admin1 + '\x1F' +
                             locality.stated_country)
                     .second)
                continue;
            const Status status = locality.answer->status;
            AccountBlock block{"\"" + locality.words + "\"" +
                                   (status == Status::ambiguous    ? ": all of these fit, and none was chosen"
                                    : status == Status::unresolved ? ": none fits; these are suggestions only"
                                                                   : ""),
                               {}};
            for (const Match& match : locality.answer->alternatives)
                block.lines.push_back({match.name, match_in_words(match)});
            section.blocks.push_back(std::move(block));
        }
    }
    if (section.blocks.empty()) section.note = "None: no other place of the gazetteers came into question.";
    return section;
}

AccountSection decided(const Explanation& explanation) {
    AccountSection section{"Decisions", {}, {}};
    for (const StoredRow* row : explanation.decisions()) {
        const bool is_merge = row->text("role") == "same";
        AccountBlock block{is_merge ? "Reports " + row->text("words")
                                    : "\"" + row->text("words") + "\" (" + row->text("role") + ")",
                           {}};
        const std::string report = row->text("report_id");
        add(block, "About",
            is_merge         ? "two reports whose incident_ids differ: they are of one incident"
            : report.empty() ? "every report with these words"
                             : "report " + report + " only");
        for (const char* column : {"decision", "decided_by", "decided_on", "decided_why", "decided_source"}) {
            const std::string text = row->text(column);
            add(block, title_of(LayerId::decisions, column), text.empty() ? "not stated" : text);
        }
        if (!is_merge)
            add(block, "Comes to",
                row->text("location").empty() ? std::string("not to be mapped") : row->text("location"));
        if (const std::string file = row->text("input_file"); !file.empty())
            add(block, "Stands in", file + ", row " + row->text("input_row"));
        section.blocks.push_back(std::move(block));
    }
    if (section.blocks.empty())
        section.note = "None: nobody decided anything about it; the program placed it by itself.";
    return section;
}

AccountBlock area_of(const ExplainedPlace& place) {
    const StoredRow& row = place.row;
    AccountBlock block{(place.layer == LayerId::launch_sites ? "Launch place: " : "") + row.text("location"),
                       {}};
    if (const auto radius = row.number("uncertainty_m"))
        add(block, "Radius",
            distance_for_people(*radius) +
                ": of the smallest circle about the likely point that covers the possible area");
    add(block, "Size", place.area_km2 ? to_text(*place.area_km2, 1) + " km²" : "not known");
    add(block, "Method", row.text("method") + ": " + meaning_of("method", row.text("method")));
    return block;
}

AccountSection possible_area(const Explanation& explanation) {
    AccountSection section{
        "Possible area", "It may have happened anywhere inside. The edge is a bound, not a front.", {}};
    for (const auto* places : {&explanation.places, &explanation.launch_places}) {
        for (const ExplainedPlace& place : *places) {
            if (place.layer != LayerId::not_mapped) section.blocks.push_back(area_of(place));
        }
    }
    if (section.blocks.empty()) section.note = "None: the incident is not on the map.";
    return section;
}

AccountSection how_far(const Explanation& explanation) {
    AccountSection section{"Distance from launch to target",
                           "Along the ellipsoid between reported places: a straight line, not a flight path.",
                           {}};
    for (const ExplainedDistance& distance : explanation.distances) {
        AccountBlock block{"From " + distance.launch + " to " + distance.location, {}};
        add(block, "Launch place according to",
            distance.said_by.empty() ? std::string("not stated") : distance.said_by);
        add(block, "Disputed by", distance.disputed_by);
        if (distance.likely_km) {
            add(block, "In words", distance.text);
            add(block, "Least, likely, greatest",
                number(distance.min_km, 2) + ", " + number(distance.likely_km, 2) + ", " +
                    number(distance.max_km, 2) + " km");
            add(block, "Bearing at the launch place",
                number(distance.azimuth_deg, 1) + "° (" + number(distance.azimuth_start_deg, 1) +
                    "° clockwise to " + number(distance.azimuth_end_deg, 1) + "°)" +
                    (distance.compass.empty() ? "; too wide a span for a compass direction"
                                              : ", " + distance.compass));
        } else {
            add(block, "No distance", distance.reason);
        }
        section.blocks.push_back(std::move(block));
    }
    if (section.blocks.empty())
        section.note =
            "None: no report names a launch place that was found, or the incident is not on the map.";
    return section;
}

AccountSection claims(const Explanation& explanation) {
    AccountSection section{
        "Claims and denials",
        "Each is what somebody says, as a report hands it on. None is a fact that this program found.",
        {}};
    AccountBlock block;
    for (const ExplainedClaim& claim : explanation.claims)
        block.lines.push_back({claim_label(claim.kind), claim_in_words(claim)});
    if (block.lines.empty()) {
        section.note = "None is in the reports.";
    } else {
        section.blocks.push_back(std::move(block));
    }
    return section;
}

AccountSection sentences(std::string title, std::string none, const std::vector<StoredRow>& rows,
                         const char* label) {
    AccountSection section{std::move(title), {}, {}};
    AccountBlock block;
    for (const StoredRow& row : rows) {
        const std::string code = row.text("code");
        const std::string at = row.text("input_row");
        block.lines.push_back(
            {row.text(label), row.text("sentence") +
                                  (at.empty() ? "" : " (" + row.text("input_file") + ", row " + at + ")") +
                                  (code.empty() ? "" : " [" + code + "]")});
    }
    if (block.lines.empty()) {
        section.note = std::move(none);
    } else {
        section.blocks.push_back(std::move(block));
    }
    return section;
}

/// Between the name of what a map was made from and its value.
std::string separator_of(std::string_view part) {
    if (part == "input") return ", SHA-256 ";
    if (part == "gazetteer") return ", fingerprint ";
    return part == "gazetteer_source" ? ": " : " ";
}

AccountSection made_from(const Explanation& explanation) {
    AccountSection section{
        "What this was made from", "The same program, inputs, gazetteers and options give the same map.", {}};
    AccountBlock block;
    add(block, "File", explanation.file);
    add(block, "Build", explanation.build_id);
    for (const auto& [part, title] : build_parts()) {
        for (const BuildEntry& entry : explanation.build) {
            if (entry.section == part)
                add(block, std::string(title), entry.name + separator_of(part) + entry.value);
        }
    }
    section.blocks.push_back(std::move(block));
    return section;
}

}  // namespace

Account account_of(const Explanation& explanation) {
    Account account;
    account.title = "Incident " + explanation.incident_id;
    account.summary = summary_of(explanation);
    account.sections = {what_is_told(explanation),
                        the_reports(explanation),
                        where_and_why(explanation),
                        set_aside(explanation),
                        decided(explanation),
                        possible_area(explanation),
                        how_far(explanation),
                        claims(explanation),
                        sentences("Where the reports disagree", "Nowhere, in what is compared.",
                                  explanation.disagreements, "field"),
                        sentences("Things to check",
                                  explanation.disagreements.empty() ? "The checks noticed nothing."
                                                                    : "The checks noticed nothing else.",
                                  explanation.findings, "severity"),
                        made_from(explanation)};
    return account;
}

}  // namespace incidentmap
