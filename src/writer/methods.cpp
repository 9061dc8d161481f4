// SPDX-License-Identifier: MIT
#include "writer/methods.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "core/text.hpp"
#include "layer/schema.hpp"

namespace incidentmap {
namespace {

MethodsText data(std::string text) { return {std::move(text), true}; }
MethodsText number(std::int64_t count) { return {std::to_string(count), false}; }

using Counts = std::map<std::string, std::int64_t>;

/// What a value of a closed list means.
std::string meaning(std::string_view domain, std::string_view value) {
    for (const Domain& known : layer_domains()) {
        if (known.name != domain) continue;
        for (const Domain::Entry& entry : known.entries) {
            if (entry.value == value) return entry.label;
        }
    }
    return {};
}

/// Of the entries of a closed list, in its order, those that were met; then what the list does not know.
void add_counts(MethodsSection& section, std::string_view domain, Counts counts) {
    for (const Domain& known : layer_domains()) {
        if (known.name != domain) continue;
        for (const Domain::Entry& entry : known.entries) {
            const auto met = counts.find(entry.value);
            if (met == counts.end()) continue;
            section.rows.push_back({{entry.value}, number(met->second), {entry.label}});
            counts.erase(met);
        }
    }
    for (const auto& [value, count] : counts)
        section.rows.push_back({value.empty() ? MethodsText{"not known"} : data(value), number(count), {}});
}

MethodsSection what_was_read(const BuildFile& build) {
    MethodsSection section{"What was read", {}, {"input", "SHA-256"}, {}, {}};
    for (const BuildEntry& entry : build.entries()) {
        if (entry.section == "input") section.rows.push_back({data(entry.name), data(entry.value)});
    }
    section.paragraphs.push_back(std::to_string(build.count("reports")) +
                                 " reports; the table `reports` has each with its row.");
    return section;
}

MethodsSection gazetteers(const BuildFile& build) {
    MethodsSection section{
        "Gazetteers", {}, {"gazetteer or source", "fingerprint, or title, date and licence"}, {}, {}};
    for (const BuildEntry& entry : build.entries()) {
        if (entry.section == "gazetteer" || entry.section == "gazetteer_source")
            section.rows.push_back({data(entry.name), data(entry.value)});
    }
    section.paragraphs.push_back(
        "Names were looked up in these; of several the first counts most. A fingerprint stands for the "
        "content: the same fingerprint, the same places and names.");
    return section;
}

MethodsSection options(const BuildFile& build) {
    MethodsSection section{"What was asked", {}, {"option", "value"}, {}, {}};
    for (const BuildEntry& entry : build.entries()) {
        if (entry.section == "option") section.rows.push_back({data(entry.name), data(entry.value)});
    }
    if (section.rows.empty()) {
        section.head.clear();
        section.paragraphs.emplace_back("All incidents of the inputs, with no option that changes the map.");
    }
    return section;
}

MethodsSection how_places_are_found() {
    return {
        "How places are found",
        {"A name is compared with the gazetteers' names in three forms: letters without case, diacritics "
         "and articles; the consonants that any romanisation keeps, for Arabic, Kurdish and Persian; and "
         "letter by letter for a slip of the pen. Words that relate to a place (`85 km north of`, `near`, "
         "`the border of`) become areas, and several clues must hold together.",
         "Between places that share a name the country and province stated, the other places of the "
         "report, the kind of place that the words ask for, and last the population decide. Where the "
         "best does not beat the second clearly, nothing is drawn. A person's recorded decision beats "
         "the program.",
         "Reports of one incident count by independent source, a reprint once; the place that most of "
         "them agree on is drawn, and what was said otherwise is in `disagreements`. Each feature has its "
         "reasons in the column `because`. The match score says how sure it is that a name means a place, "
         "not that anything happened there."},
        {},
        {},
        {}};
}

MethodsSection by_status(const BuildFile& build, const BuildFacts& facts) {
    MethodsSection section{"How well incidents are located", {}, {"status", "incidents", "means"}, {}, {}};
    for (const char* status : {"resolved", "coarse", "ambiguous", "unresolved"}) {
        section.rows.push_back({{status}, number(build.count(status)), {meaning("status", status)}});
    }
    section.notes.push_back(
        count_sentence(facts) +
        " An incident of several places stands once in this table, and as often as it has "
        "places in the next ones.");
    return section;
}

/// The places drawn, by their method and by the codes of two schemes.
std::vector<MethodsSection> by_method_and_precision(BuildFile& build) {
    Counts methods;
    Counts acled;
    Counts ucdp;
    for (const LayerId layer : {LayerId::attacks, LayerId::attack_areas, LayerId::other_incidents}) {
        for (const CountedValues& row : build.counts_by(layer, {"method", "geo_precision", "where_prec"})) {
            methods[row.values[0]] += row.count;
            acled[row.values[1]] += row.count;
            ucdp[row.values[2]] += row.count;
        }
    }
    std::vector<MethodsSection> sections{
        {"By which method places were found",
         {"Places drawn in `attacks`, `attack_areas` and `other_incidents`."},
         {"method", "places", "means"},
         {},
         {}},
        {"How precise places are, as ACLED has it (`geo_precision`)",
         {},
         {"code", "places", "means"},
         {},
         {}},
        {"How precise places are, as UCDP has it (`where_prec`)", {}, {"code", "places", "means"}, {}, {}}};
    add_counts(sections[0], "method", std::move(methods));
    add_counts(sections[1], "geo_precision", std::move(acled));
    add_counts(sections[2], "where_prec", std::move(ucdp));
    return sections;
}

MethodsSection areas_and_distances(BuildFile& build) {
    const std::int64_t lines = build.row_count(LayerId::launch_to_target);
    std::int64_t measured = 0;
    build.each_text(LayerId::launch_to_target, "distance_text", [&](std::string_view) { ++measured; });
    return {"How areas and distances are made",
            {"Each place has a possible area: of a named place a circle of its size and the accuracy of its "
             "point; of a distance and a direction a sector of a ring, by the point-radius method "
             "(Wieczorek, Guo and Hijmans, 2004); of a province or country its outline. `uncertainty_m` is "
             "the radius of the smallest circle about the likely point that covers the area (Darwin Core, "
             "`coordinateUncertaintyInMeters`).",
             "Distances are geodesics on the WGS 84 ellipsoid (Karney, Algorithms for geodesics, 2013, by "
             "GeographicLib): least, likely and greatest between the two possible areas. A line is a "
             "straight one between reported places, not a flight path.",
             std::to_string(lines) + " lines from launch places to targets, " + std::to_string(measured) +
                 " of them with a distance; where there is none, the places are too coarse to have one."},
            {},
            {},
            {}};
}

MethodsSection decisions(BuildFile& build) {
    MethodsSection section{"Decisions of people", {}, {"decided by", "decisions"}, {}, {}};
    for (const CountedValues& row : build.counts_by(LayerId::decisions, {"decided_by"})) {
        section.rows.push_back(
            {row.values[0].empty() ? MethodsText{"not stated"} : data(row.values[0]), number(row.count)});
    }
    if (section.rows.empty()) {
        section.head.clear();
        section.paragraphs.emplace_back("None: the program placed all of it.");
    } else {
        section.paragraphs.emplace_back(
            "They beat the program; `decisions` has each with its day, reason and source.");
    }
    return section;
}

MethodsSection disagreements(BuildFile& build) {
    MethodsSection section{"Where reports disagree", {}, {"field", "disagreements"}, {}, {}};
    for (const CountedValues& row : build.counts_by(LayerId::disagreements, {"field"}))
        section.rows.push_back({data(row.values[0]), number(row.count)});
    if (section.rows.empty()) {
        section.head.clear();
        section.paragraphs.emplace_back("Nowhere, in what is compared.");
    }
    return section;
}

MethodsSection findings(BuildFile& build) {
    MethodsSection section{"What the checks found", {}, {"severity", "code", "findings", "means"}, {}, {}};
    for (const CountedValues& row : build.counts_by(LayerId::findings, {"severity", "code"})) {
        section.rows.push_back(
            {data(row.values[0]), data(row.values[1]), number(row.count), {meaning("code", row.values[1])}});
    }
    if (section.rows.empty()) {
        section.head.clear();
        section.paragraphs.emplace_back("Nothing.");
    }
    return section;
}

MethodsSection what_it_cannot_show() {
    return {"What the map cannot show",
            {std::string(empty_area_sentence) +
                 " What no report told is not here, and reports are more likely from some places and times "
                 "than from others.",
             "A symbol stands at the likely point of a possible area; it is not an exact position unless its "
             "uncertainty says so. Attributions and claims are those of who made them. What is not on the "
             "map is in `not_mapped`, with the reason and what would mend it. Boundaries and names shown "
             "imply no endorsement."},
            {},
            {},
            {}};
}

MethodsSection made_with(const BuildFile& build) {
    MethodsSection section{"Made with",
                           {"The same program, inputs, gazetteers and options give the same map."},
                           {"program or library", "version"},
                           {},
                           {}};
    for (const BuildEntry& entry : build.entries()) {
        if (entry.section == "program" || entry.section == "library")
            section.rows.push_back({data(entry.name), data(entry.value)});
    }
    return section;
}

/// `Reports of A, B and others in incidents.csv, mapped with incidentmap 0.1.0, build 0123456789abcdef`
std::string cite_as(BuildFile& build) {
    constexpr std::size_t most_publishers = 10;
    std::vector<std::string> publishers;
    for (const CountedValues& row : build.counts_by(LayerId::sources, {"publisher"})) {
        if (!row.values[0].empty()) publishers.push_back(row.values[0]);
    }
    std::string text;
    if (!publishers.empty()) {
        const bool several_more = publishers.size() > most_publishers;
        if (several_more) publishers.resize(most_publishers);
        text = "Reports of " + joined(publishers, ", ") + (several_more ? " and others" : "") + "; ";
    }
    std::vector<std::string> inputs;
    for (const BuildEntry& entry : build.entries()) {
        if (entry.section == "input") inputs.push_back(entry.name);
    }
    return text + joined(inputs, ", ") + "; mapped with incidentmap " +
           build.value("program", "incidentmap") + ", build " + build.build_id();
}

}  // namespace

MethodsNote methods_of(BuildFile& build, const BuildFacts& facts) {
    MethodsNote note;
    note.title.text = "How this map was made";
    note.build_id = build.build_id();
    note.sections = {what_was_read(build), gazetteers(build), options(build), how_places_are_found(),
                     by_status(build, facts)};
    for (MethodsSection& section : by_method_and_precision(build))
        note.sections.push_back(std::move(section));
    note.sections.push_back(areas_and_distances(build));
    note.sections.push_back(decisions(build));
    note.sections.push_back(disagreements(build));
    note.sections.push_back(findings(build));
    note.sections.push_back(what_it_cannot_show());
    note.sections.push_back(made_with(build));
    note.cite_as = data(cite_as(build));
    std::set<std::string> known;
    for (const BuildEntry& entry : build.entries()) {
        if (entry.section == "attribution" && known.insert(entry.value).second)
            note.attributions.push_back(data(entry.value));
    }
    return note;
}

}  // namespace incidentmap
